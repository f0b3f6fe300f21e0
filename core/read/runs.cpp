#include "core/read/runs.hpp"

#include <cmath>

#include "core/read/flow.hpp"
#include "core/read/office/office.hpp"
#include "core/read/office/xml.hpp"

namespace nianbao {

namespace {

/// Two decimals, without floating-point formatting.
std::string number_text(double value) {
    const long long hundredths = std::llround(value * 100);
    const long long magnitude = hundredths < 0 ? -hundredths : hundredths;
    std::string text = (hundredths < 0 ? "-" : "") + std::to_string(magnitude / 100);
    if (magnitude % 100) text += (magnitude % 100 < 10 ? ".0" : ".") + std::to_string(magnitude % 100);
    return text;
}

void add_numbers(std::string& out, std::initializer_list<double> numbers) {
    for (const double number : numbers) out += " " + number_text(number);
}

bool take_numbers(std::string_view& text, std::initializer_list<double*> numbers) {
    for (double* number : numbers)
        if (!take_number(text, *number)) return false;
    return true;
}

/// Four numbers, one space after each; the rest of the line is the text, its own spaces kept.
bool take_run(std::string_view line, Run& run) {
    for (double* number : {&run.x, &run.y, &run.width, &run.height}) {
        const std::size_t end = std::min(line.find(' '), line.size());
        std::string_view field = line.substr(0, end);
        if (!take_number(field, *number)) return false;
        line.remove_prefix(std::min(end + 1, line.size()));
    }
    append_clean(run.text, line);
    return run.width >= 0 && run.height >= 0;
}

const std::string_view known_problems[] = {"file-encrypted", "file-unreadable", "input-too-large", "pdf-scanned", "format-unsupported"};

}  // namespace

std::string write_runs(const RunPages& pages) {
    std::string out{runs_magic};
    out += '\n';
    if (!pages.problem.empty()) out.append("problem ").append(pages.problem) += '\n';
    for (const RunPage& page : pages.pages) {
        out += "page";
        add_numbers(out, {page.width, page.height});
        out += '\n';
        for (const Run& run : page.runs) {
            out += "run";
            add_numbers(out, {run.x, run.y, run.width, run.height});
            out += ' ';
            for (const char c : run.text) out += c == '\n' || c == '\r' ? ' ' : c;
            out += '\n';
        }
        for (const Ruling& line : page.rulings) {
            out += "line";
            add_numbers(out, {line.x1, line.y1, line.x2, line.y2});
            out += '\n';
        }
    }
    return out;
}

RunPages parse_runs(std::string_view text) {
    RunPages pages;
    std::size_t runs = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
        const std::size_t space = std::min(line.find(' '), line.size());
        const std::string_view kind = line.substr(0, space);
        line.remove_prefix(std::min(space + 1, line.size()));
        if (kind == "problem") {
            for (const std::string_view known : known_problems)
                if (line == known) pages.problem = known;
        } else if (kind == "page") {
            RunPage page;
            if (!take_numbers(line, {&page.width, &page.height})) continue;
            if (pages.pages.size() >= max_run_pages) {
                pages.problem = "input-too-large";
                break;
            }
            pages.pages.push_back(std::move(page));
        } else if (kind == "run" && !pages.pages.empty()) {
            Run run;
            if (!take_run(line, run)) continue;
            if (++runs > max_runs) {
                pages.problem = "input-too-large";
                break;
            }
            pages.pages.back().runs.push_back(std::move(run));
        } else if (kind == "line" && !pages.pages.empty() && pages.pages.back().rulings.size() < max_runs) {
            Ruling ruling;
            if (take_numbers(line, {&ruling.x1, &ruling.y1, &ruling.x2, &ruling.y2})) pages.pages.back().rulings.push_back(ruling);
        }
    }
    return pages;
}

bool is_runs(std::string_view bytes) {
    return bytes.starts_with(runs_magic) &&
           (bytes.size() == runs_magic.size() || bytes[runs_magic.size()] == '\n' || bytes[runs_magic.size()] == '\r');
}

void read_runs(std::string_view bytes, Document& document) {
    document.format = Format::pdf;
    if (!is_runs(bytes)) return observe(document, "file-unreadable");
    const std::size_t head = std::min(bytes.find('\n'), bytes.size());
    read_run_pages(parse_runs(bytes.substr(head)), document);
}

}  // namespace nianbao
