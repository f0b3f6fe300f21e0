#include "tests/rules/case_file.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace nianbao::testing {
namespace {

std::vector<std::string> words_of(const std::string& text) {
    std::istringstream stream(text);
    std::vector<std::string> words;
    for (std::string word; stream >> word;) words.push_back(word);
    return words;
}

std::string with_breaks(std::string text) {
    for (std::size_t at = text.find("\\n"); at != std::string::npos; at = text.find("\\n", at)) text.replace(at, 2, "\n");
    return text;
}

Date date_of(const std::string& text) { return {std::stoi(text.substr(0, 4)), std::stoi(text.substr(5, 2)), std::stoi(text.substr(8, 2))}; }

ObservationDraft observation_of(const std::string& rest) {
    ObservationDraft draft;
    std::istringstream stream(rest);
    stream >> draft.rule;
    for (char c = 0; stream >> std::ws && stream.get(c);) {
        std::string word;
        if (c == '"' || c == '\'') {
            std::getline(stream, word, c);
            (c == '"' ? draft.quotes : draft.details).push_back(word);
        } else {
            stream >> word;
            draft.cells.push_back(c + word);
        }
    }
    return draft;
}

/// Removes what `no …` names. False where it names nothing known.
bool remove(const std::vector<std::string>& words, Draft& draft) {
    const std::string what = words.empty() ? "" : words[0];
    const std::size_t number = words.size() > 1 ? static_cast<std::size_t>(std::stoi(words[1])) : 0;
    if (what == "title") draft.title.clear();
    else if (what == "year") draft.year.reset();
    else if (what == "period") draft.period.reset();
    else if (what == "section" && number >= 1 && number <= 6) draft.sections[number - 1].missing = true;
    else if (what == "number" && number >= 1 && number <= 6) draft.sections[number - 1].number.clear();
    else if (what == "table" && number >= 2 && number <= 4) draft.missing_tables[number - 2] = true;
    else return false;
    return true;
}

bool edit_cells(const std::string& verb, const std::string& rest, Draft& draft) {
    const std::vector<std::string> words = words_of(rest);
    if (words.empty()) return false;
    if (verb == "row") {
        const std::vector<std::string> cells = cells_matching(*draft.form, words[0] + ".*");
        if (cells.size() != words.size() - 1) return false;
        for (std::size_t i = 0; i < cells.size(); ++i) draft.cells[cells[i]].text = words[i + 1];
        return true;
    }
    const std::vector<std::string> cells = cells_matching(*draft.form, words[0]);
    for (const std::string& id : cells) {
        CellDraft& cell = draft.cells[id];
        if (verb == "absent") cell.absent = true;
        if (verb == "unreadable") cell.unreadable = true;
        if (verb == "cell") cell.text = rest.size() > words[0].size() + 1 ? rest.substr(words[0].size() + 1) : "";
        if (cell.text == "\"\"") cell.text.clear();
    }
    return !cells.empty();
}

bool edit_section(const std::string& verb, const std::string& rest, Draft& draft) {
    const int number = rest.empty() ? 0 : rest[0] - '0';
    if (number < 1 || number > 6) return false;
    SectionDraft& section = draft.sections[static_cast<std::size_t>(number - 1)];
    const std::string text = rest.size() > 2 ? rest.substr(2) : "";
    if (verb == "section") section.text = with_breaks(text);
    if (verb == "number") section.number = text;
    if (verb == "section-title") section.title = text, section.altered = true;
    return true;
}

/// The figure, then the cells it sums up.
bool add_sum(const std::vector<std::string>& words, Draft& draft) {
    if (words.size() < 2) return false;
    SumDraft sum{words[0], {}};
    for (std::size_t i = 1; i < words.size(); ++i)
        for (const std::string& id : cells_matching(*draft.form, words[i])) sum.parts.push_back(id);
    draft.sums.push_back(std::move(sum));
    return !draft.sums.back().parts.empty();
}

bool edit(const std::string& verb, const std::string& rest, Draft& draft) {
    const std::vector<std::string> words = words_of(rest);
    if (verb == "report" && words.size() == 2 && form_by_id(words[0])) draft.use_form(*form_by_id(words[0]), std::stoi(words[1]));
    else if (verb == "title") draft.title = rest;
    else if (verb == "organization") draft.organization = rest;
    else if (verb == "introduced") draft.introduced = rest;
    else if (verb == "preamble") draft.preamble = rest;
    else if (verb == "year") draft.year = std::stoi(rest);
    else if (verb == "period" && words.size() == 2) draft.period = {date_of(words[0]), date_of(words[1])};
    else if (verb == "text") draft.raw = with_breaks(rest);
    else if (verb == "observe") draft.observations.push_back(observation_of(rest));
    else if (verb == "subtotal") return add_sum(words, draft);
    else if (verb == "order") {
        draft.order.clear();
        for (const std::string& word : words) draft.order.push_back(std::stoi(word));
    } else if (verb == "no") return remove(words, draft);
    else if (verb == "row" || verb == "cell" || verb == "absent" || verb == "unreadable") return edit_cells(verb, rest, draft);
    else if (verb == "section" || verb == "number" || verb == "section-title") return edit_section(verb, rest, draft);
    else return false;
    return true;
}

bool read_line(const std::string& verb, const std::string& rest, RuleCase& current) {
    if (verb == "error" || verb == "warning" || verb == "note") {
        const std::vector<std::string> words = words_of(rest);
        if (words.empty()) return false;
        Expected expected{verb, words[0], {}, {}};
        for (std::size_t i = 1; i < words.size(); ++i)
            for (const std::string& id : cells_matching(*current.draft.form, words[i])) expected.cells.push_back(id);
        current.expected.push_back(std::move(expected));
        return true;
    }
    if (verb == "says") {
        if (current.expected.empty()) return false;
        current.expected.back().says.push_back(rest);
        return true;
    }
    if (verb == "silent") {
        for (const std::string& id : words_of(rest)) current.silent.push_back(id);
        return true;
    }
    if (verb != "previous") return edit(verb, rest, current.draft);
    if (!current.previous) current.previous.emplace();
    const std::size_t space = rest.find(' ');
    return edit(rest.substr(0, space), space == std::string::npos ? "" : rest.substr(space + 1), *current.previous);
}

void read_file(const std::filesystem::path& path, std::vector<RuleCase>& cases) {
    std::ifstream file(path);
    int number = 0;
    for (std::string line; std::getline(file, line);) {
        ++number;
        if (line.rfind("== ", 0) == 0) {
            RuleCase made;
            made.file = path.filename().string();
            made.line = number;
            made.title = line.substr(3);
            cases.push_back(std::move(made));
        } else if (!line.empty() && line[0] != '#' && !cases.empty()) {
            const std::size_t space = line.find(' ');
            const std::string rest = space == std::string::npos ? "" : line.substr(space + 1);
            if (!read_line(line.substr(0, space), rest, cases.back()) && cases.back().trouble.empty())
                cases.back().trouble = "line " + std::to_string(number) + ": " + line;
        }
    }
}

}  // namespace

std::string Expected::to_string() const {
    std::string text = severity + " " + rule;
    std::vector<std::string> sorted = cells;
    std::sort(sorted.begin(), sorted.end());
    for (const std::string& id : sorted) text += " " + id;
    return text;
}

std::vector<std::string> cells_matching(const Form& form, const std::string& pattern) {
    const auto fits = [](const std::string& id, const std::string& wanted) {
        std::istringstream a(id), b(wanted);
        std::string part, want;
        while (std::getline(a, part, '.'))
            if (!std::getline(b, want, '.') || (want != "*" && want != part)) return false;
        return true;
    };
    std::vector<std::string> ids;
    for (const FormCell& cell : cells_of(form))
        if (fits(cell.id, pattern)) ids.push_back(cell.id);
    return ids;
}

std::vector<RuleCase> read_cases(const std::string& folder) {
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".txt") paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    std::vector<RuleCase> cases;
    for (const auto& path : paths) read_file(path, cases);
    return cases;
}

}  // namespace nianbao::testing
