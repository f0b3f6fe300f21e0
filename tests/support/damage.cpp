#include "tests/support/damage.hpp"

#include <array>
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

/// Lines of the tables: after 二、主动公开… and before 五、….
struct Range {
    std::size_t begin = 0, end = 0;
};
Range table_lines(const std::vector<std::string>& lines) {
    Range range;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].rfind("二、主动公开", 0) == 0) range.begin = i + 1;
        if (range.begin > 0 && lines[i].rfind("五、存在", 0) == 0) range.end = i;
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

/// Breaks the line where a cell's text stands: between two digits or characters.
void split(std::string& line, Random& random) {
    std::vector<std::size_t> places;
    std::size_t previous = 0;
    for (std::size_t i = 0; i < line.size();) {
        const CodePoint c = decode_at(line, i);
        const bool word = c.value > 0x2FFF || (c.value >= '0' && c.value <= '9');
        if (word && previous == i && i > 0) places.push_back(i);
        i += c.length;
        previous = word ? i : 0;
    }
    if (places.empty()) return;
    line.insert(places[static_cast<std::size_t>(below(random, static_cast<int>(places.size())))], "\n");
}

}  // namespace

const char* damage_name(Damage damage) {
    switch (damage) {
        case Damage::line_lost: return "line lost";
        case Damage::label_misspelt: return "label misspelt";
        case Damage::cell_split: return "cell split";
        case Damage::stray_line: return "stray line";
        case Damage::page_break: return "page break";
    }
    return "";
}

std::string damaged(std::string text, Damage damage, Random& random) {
    std::vector<std::string> lines = lines_of(text);
    const Range range = table_lines(lines);
    if (range.end <= range.begin) return text;
    const std::size_t at = pick(range, random);
    const auto here = lines.begin() + static_cast<std::ptrdiff_t>(at);
    constexpr std::array<const char*, 5> strays = {"（此页无正文）", "续表", "17", "单位：件", "政府信息公开工作年度报告"};
    switch (damage) {
        case Damage::line_lost: lines.erase(here); break;
        case Damage::label_misspelt: misspell(*here, random); break;
        case Damage::cell_split: split(*here, random); break;
        case Damage::stray_line:
            lines.insert(here, strays[static_cast<std::size_t>(below(random, static_cast<int>(strays.size())))]);
            break;
        case Damage::page_break: lines.insert(here, {"", "— " + std::to_string(below(random, 9) + 1) + " —", ""}); break;
    }
    return joined(lines);
}

}  // namespace nianbao::testing
