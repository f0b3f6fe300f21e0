#include "tests/support/damage.hpp"

#include <iterator>
#include <vector>

#include "core/text/fold.hpp"

namespace nianbao::testing {
namespace {

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::size_t begin = 0;
    while (begin <= text.size()) {
        const std::size_t end = text.find('\n', begin);
        lines.push_back(text.substr(begin, end == std::string::npos ? end : end - begin));
        if (end == std::string::npos) break;
        begin = end + 1;
    }
    return lines;
}

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (std::size_t i = 0; i < lines.size(); ++i) text += (i > 0 ? "\n" : "") + lines[i];
    return text;
}

/// Lines of the tables: between the headings of sections two and five, in any script.
struct Range {
    std::size_t begin = 0, end = 0;
};
Range table_lines(const std::vector<std::string>& lines) {
    Range range;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::string folded = fold(lines[i]);
        if (folded.find("二主动公开政府信息") != std::string::npos) range.begin = i + 1;
        if (range.begin > 0 && folded.find("五存在") != std::string::npos) range.end = i;
    }
    return range;
}

std::size_t pick(Range range, Random& random) {
    return range.begin + static_cast<std::size_t>(below(random, static_cast<int>(range.end - range.begin)));
}

/// Drops or replaces one Chinese character of the line.
void misspell(std::string& line, Random& random) {
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < line.size();) {
        const CodePoint c = decode_at(line, i);
        if (c.value >= 0x4E00 && c.value < 0xA000) places.push_back(i);
        i += c.length;
    }
    if (places.empty()) return;
    const std::size_t at = places[static_cast<std::size_t>(below(random, static_cast<int>(places.size())))];
    line.replace(at, 3, below(random, 2) == 0 ? "" : "某");
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_delimiter(char c) { return c == '|' || c == '\t' || c == ',' || c == '<' || c == '>' || c == '\r'; }

struct Piece {
    std::size_t begin = 0, size = 0;
};

/// The longest piece between delimiters with a Chinese character in it.
Piece label_in(const std::string& line) {
    Piece best;
    for (std::size_t i = 0; i < line.size();) {
        std::size_t end = i;
        bool chinese = false;
        for (; end < line.size() && !is_delimiter(line[end]); ++end) chinese = chinese || static_cast<unsigned char>(line[end]) >= 0xE3;
        if (chinese && end - i > best.size) best = {i, end - i};
        i = end + 1;
    }
    return best;
}

/// Every run of digits outside of tags.
std::vector<Piece> figures_in(const std::string& line, bool in_tag) {
    std::vector<Piece> figures;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '<') in_tag = true;
        if (line[i] == '>') in_tag = false;
        if (in_tag || !is_digit(line[i])) continue;
        std::size_t end = i;
        while (end < line.size() && is_digit(line[end])) ++end;
        figures.push_back({i, end - i});
        i = end;
    }
    return figures;
}

template <typename List>
auto any_of(const List& list, Random& random) {
    return list[static_cast<std::size_t>(below(random, static_cast<int>(list.size())))];
}

void rename_label(std::string& line, const std::string& name) {
    const Piece label = label_in(line);
    if (label.size > 0) line.replace(label.begin, label.size, name);
}

void lose_figure(std::string& line, bool in_tag, Random& random) {
    const std::vector<Piece> figures = figures_in(line, in_tag);
    if (figures.empty()) return;
    const Piece lost = any_of(figures, random);
    line.erase(lost.begin, lost.size);
}

/// "1 | 0" becomes "1 0" or "10".
void lose_delimiter(std::string& line, Random& random) {
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < line.size(); ++i)
        if (line[i] == '|' || line[i] == '\t' || line[i] == ',') places.push_back(i);
    if (places.empty()) return;
    std::size_t at = any_of(places, random);
    line.erase(at, 1);
    if (below(random, 2) == 0) return;
    while (at > 0 && line[at - 1] == ' ') line.erase(--at, 1);
    while (at < line.size() && line[at] == ' ') line.erase(at, 1);
}

/// Breaks the line where a cell's text stands: between two digits or characters.
void split(std::string& line, bool in_tag, Random& random) {
    std::vector<std::size_t> places;
    std::size_t previous = 0;
    for (std::size_t i = 0; i < line.size();) {
        if (line[i] == '<') in_tag = true;
        const CodePoint c = decode_at(line, i);
        const bool word = !in_tag && (c.value > 0x2FFF || (c.value < 0x80 && is_digit(line[i])));
        if (line[i] == '>') in_tag = false;
        if (word && previous == i && i > 0) places.push_back(i);
        i += c.length;
        previous = word ? i : 0;
    }
    if (!places.empty()) line.insert(any_of(places, random), "\n");
}

/// Whether line `at` begins within a tag.
bool begins_in_tag(const std::vector<std::string>& lines, std::size_t at) {
    while (at-- > 0) {
        const std::size_t bracket = lines[at].find_last_of("<>");
        if (bracket != std::string::npos) return lines[at][bracket] == '<';
    }
    return false;
}

void apply(std::vector<std::string>& lines, std::size_t at, Damage damage, Random& random) {
    const auto here = lines.begin() + static_cast<std::ptrdiff_t>(at);
    const bool in_tag = begins_in_tag(lines, at);
    const std::vector<std::string> strays = {"（此页无正文）", "续表", "17", "单位：件", "政府信息公开工作年度报告"};
    const std::vector<std::string> names = {"有关事项", "其他", "行政征收", "2.有关情况", "合计"};
    switch (damage) {
        case Damage::line_lost: lines.erase(here); break;
        case Damage::label_misspelt: misspell(*here, random); break;
        case Damage::cell_split: split(*here, in_tag, random); break;
        case Damage::stray_line: lines.insert(here, any_of(strays, random)); break;
        case Damage::page_break: lines.insert(here, {"", "— " + std::to_string(below(random, 9) + 1) + " —", ""}); break;
        case Damage::label_lost: rename_label(*here, ""); break;
        case Damage::label_renamed: rename_label(*here, any_of(names, random)); break;
        case Damage::delimiter_lost: lose_delimiter(*here, random); break;
        case Damage::figure_lost: lose_figure(*here, in_tag, random); break;
        case Damage::line_repeated: lines.insert(here, std::string(*here)); break;
        case Damage::any: break;
    }
}

}  // namespace

const char* damage_name(Damage damage) {
    switch (damage) {
        case Damage::line_lost: return "line lost";
        case Damage::label_misspelt: return "label misspelt";
        case Damage::cell_split: return "cell split";
        case Damage::stray_line: return "stray line";
        case Damage::page_break: return "page break";
        case Damage::label_lost: return "label lost";
        case Damage::label_renamed: return "label renamed";
        case Damage::delimiter_lost: return "delimiter lost";
        case Damage::figure_lost: return "figure lost";
        case Damage::line_repeated: return "line repeated";
        case Damage::any: return "any of these";
    }
    return "";
}

std::string damaged(std::string text, Damage damage, Random& random) {
    if (damage == Damage::any) damage = all_damages[below(random, static_cast<int>(std::size(all_damages)) - 1)];
    const std::vector<std::string> lines = lines_of(text);
    const Range range = table_lines(lines);
    if (range.end <= range.begin) return text;
    // Not every line has a label or a figure to lose.
    for (int attempt = 0; attempt < 30; ++attempt) {
        std::vector<std::string> changed = lines;
        apply(changed, pick(range, random), damage, random);
        std::string result = joined(changed);
        if (result != text) return result;
    }
    return text;
}

}  // namespace nianbao::testing
