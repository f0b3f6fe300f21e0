#include "core/read/lines.hpp"

#include <algorithm>
#include <initializer_list>

#include "core/read/flattened.hpp"
#include "core/text/fold.hpp"

namespace nianbao {

namespace {

constexpr std::size_t hanzi = 3;  ///< bytes of a Chinese character

bool ends_with_any(std::string_view text, std::initializer_list<std::string_view> endings) {
    return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return text.ends_with(ending); });
}

bool skip_any(std::string_view& text, std::initializer_list<std::string_view> prefixes) {
    for (const std::string_view prefix : prefixes) {
        if (!text.starts_with(prefix)) continue;
        text.remove_prefix(prefix.size());
        return true;
    }
    return false;
}

bool skip_numeral(std::string_view& text) {
    std::size_t digits = 0;
    while (digits < 4 && skip_any(text, {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "0", "1", "2", "3",
                                         "4", "5", "6", "7", "8", "9"}))
        ++digits;
    return digits > 0;
}

bool skip_point(std::string_view& text) { return skip_any(text, {"、", ".", "．", "，", ",", ")", "）", " "}); }

/// "一、", "（二）", "3." as a word processor writes them before the tab of a numbered paragraph.
bool is_numbering(std::string_view text) {
    text = trim(text);
    if (text.starts_with("•") || text.starts_with("·") || text.starts_with("●")) return text.size() <= hanzi;
    const bool open = skip_any(text, {"（", "("});
    if (!skip_numeral(text)) return false;
    return (open ? skip_any(text, {"）", ")"}) : skip_point(text)) && text.empty();
}

std::uint32_t break_length(std::string_view text, std::size_t at) {
    const char c = text[at];
    if (static_cast<unsigned char>(c) > '\r' && c != '\xE2') return 0;
    if (c == '\n' || c == '\f') return 1;
    if (c == '\r') return at + 1 < text.size() && text[at + 1] == '\n' ? 2 : 1;
    if (c == '\xE2') {
        const std::string_view three = text.substr(at, 3);
        if (three == "\u2028" || three == "\u2029") return 3;
    }
    return 0;
}

struct Counts {
    std::uint32_t pipes = 0, tabs = 0, inner_tabs = 0, spaces = 0;
    bool bare = true;   ///< delimiters and white space only
    bool drawn = true;  ///< characters of a drawn rule only
    std::uint32_t dashes = 0, colons = 0;
};

bool is_box(char32_t c) { return c >= 0x2500 && c <= 0x257F; }

void count_character(Counts& counts, char32_t c) {
    if (is_space(c)) {
        ++counts.spaces;
        return;
    }
    counts.bare = false;
    if (c == '-' || c == '=' || is_box(c))
        ++counts.dashes;
    else if (c == ':')
        ++counts.colons;
    else if (c != '+')
        counts.drawn = false;
}

/// By the first byte: U+4000 to U+9FFF.
bool is_ideograph(char c) { return static_cast<unsigned char>(c) >= 0xE4 && static_cast<unsigned char>(c) <= 0xE9; }

Counts count(std::string_view text, const Line& line) {
    Counts counts;
    for (std::uint32_t at = line.all.begin; at < line.all.end;) {
        if (text[at] == '\t') {
            ++counts.tabs;
            if (at > line.text.begin && at < line.text.end) ++counts.inner_tabs;
            ++at;
        } else if (is_ideograph(text[at])) {
            counts.bare = counts.drawn = false;
            at += 3;
        } else if (const std::uint32_t pipe = may_be_pipe(text[at]) ? pipe_length(text, at) : 0; pipe != 0) {
            ++counts.pipes;
            at += pipe;
        } else {
            const CodePoint c = decode_at(text, at);
            count_character(counts, c.value);
            at += c.length;
        }
    }
    return counts;
}

LineKind kind_of_tabs(const Counts& counts, std::string_view content) {
    if (counts.bare) return LineKind::bare_tabs;
    if (counts.inner_tabs == 0) return is_prose(content) || is_heading(content) ? LineKind::plain : LineKind::tabs;
    if (counts.inner_tabs <= 2 && is_prose(content)) return LineKind::plain;
    if (counts.inner_tabs == 1 && is_numbering(content.substr(0, content.find('\t')))) return LineKind::plain;
    return LineKind::tabs;
}

/// Returns what the line was classified by.
Counts classify(std::string_view text, Line& line) {
    const std::string_view content = slice(text, line.text);
    const Counts counts = count(text, line);
    // Single dashes between pipes or tabs are blank values ("- | - | -"), not a rule. Pipes may frame the row, too.
    const std::uint32_t cells = counts.pipes == 0 ? counts.tabs + 1 : counts.pipes > 2 ? counts.pipes - 1 : 1;
    const bool enough = counts.colons > 0 || counts.dashes >= 3 * cells;
    if (counts.drawn && counts.dashes > 0 && enough) {
        line.kind = LineKind::rule;
    } else if (counts.pipes > 0 && !(counts.pipes == 1 && counts.inner_tabs >= 2)) {
        line.delimiters = counts.pipes;
        line.kind = counts.bare ? LineKind::bare_pipes : LineKind::pipes;
        const Span inner = counts.bare || counts.pipes > 2 ? Span{} : unframed(text, line.text);
        if (!inner.empty() && (is_prose(content) || is_numbered_heading(slice(text, inner)))) {
            line.kind = LineKind::plain;
            line.text = inner;
        }
    } else if (counts.tabs > 0) {
        line.delimiters = counts.tabs;
        line.kind = kind_of_tabs(counts, content);
    } else {
        line.kind = counts.bare ? LineKind::blank : LineKind::plain;
    }
    return counts;
}

/// One line, or the cells of a table that became one.
void add_line(std::string_view text, Span all, std::vector<Line>& lines) {
    constexpr std::uint32_t spaces_of_a_table = 14, pipes_of_a_table = 20;  // no row has as many
    Line line;
    line.all = all;
    line.text = trimmed(text, all.begin, all.end);
    const Counts counts = classify(text, line);
    const bool one_cell = line.kind == LineKind::plain || (line.kind == LineKind::pipes && counts.pipes > pipes_of_a_table);
    const bool may_be_flattened = one_cell && counts.tabs == 0 && counts.spaces >= spaces_of_a_table;
    const std::vector<Span> cells = may_be_flattened ? cells_of_flattened(text, line.text) : std::vector<Span>{};
    if (cells.empty()) lines.push_back(line);
    for (const Span cell : cells) {
        line.all = line.text = cell;
        classify(text, line);
        lines.push_back(line);
    }
}

}  // namespace

Span unframed(std::string_view text, Span span) {
    while (!span.empty()) {
        const std::uint32_t first = pipe_length(text, span.begin);
        const std::uint32_t last = pipe_length(text, span.end - 1) == 1                        ? 1
                                   : span.size() >= 3 && pipe_length(text, span.end - 3) == 3 ? 3
                                                                                              : 0;
        if (first == 0 && last == 0) break;
        if (first + last > span.size()) return {span.begin, span.begin};
        span = trimmed(text, span.begin + first, span.end - last);
    }
    return span;
}

std::vector<Line> lines_of(std::string_view text, std::uint32_t begin, std::uint32_t& end, std::size_t limit) {
    std::vector<Line> lines;
    std::uint32_t at = begin;
    while (at < end && lines.size() < limit) {
        std::uint32_t stop = at;
        std::uint32_t skip = 0;
        while (stop < end && (skip = break_length(text, stop)) == 0) ++stop;
        add_line(text, {at, stop}, lines);
        at = stop + skip;
    }
    if (at < end) end = at;
    return lines;
}

std::uint32_t pipe_length(std::string_view text, std::size_t at) {
    const char c = text[at];
    if (c == '|') return at > 0 && text[at - 1] == '\\' ? 0 : 1;
    if (c == '\xEF') return text.substr(at, 3) == "｜" ? 3 : 0;
    if (c == '\xE2') {
        const std::string_view three = text.substr(at, 3);
        return three == "│" || three == "┃" || three == "║" ? 3 : 0;
    }
    return 0;
}

bool is_prose(std::string_view text) {
    if (text.size() > 80 * hanzi) return true;
    return text.size() > 30 * hanzi && text.find("。") != text.npos;
}

bool is_heading(std::string_view text) {
    text = trim(text);
    if (text.size() > 45 * hanzi) return false;
    while (ends_with_any(text, {"。", "：", ":", "；"}))
        text = trim(text.substr(0, text.size() - (text.back() == ':' ? 1 : hanzi)));
    if (!ends_with_any(text, {"情况", "情況", "报告的事项", "報告的事項", "报告事项", "報告事項", "措施", "问题", "問題"}))
        return false;
    const bool numbered = skip_numeral(text) && skip_point(text);
    return numbered || text.size() >= 8 * hanzi;
}

bool is_numbered_heading(std::string_view text) {
    std::string_view rest = text;
    return skip_numeral(rest) && skip_point(rest) && is_heading(text);
}

bool is_figure(std::string_view text) {
    bool digits = false;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode_at(text, at);
        const bool digit = is_digit_of_any_width(c.value);
        digits = digits || digit;
        if (!digit && c.value != '.' && c.value != ',' && c.value != '-' && c.value != '+' && c.value != '%' &&
            c.value != 0x2212 && c.value != 0xFF0D && c.value != 0xFF0C && !is_space(c.value))
            return false;
        at += c.length;
    }
    return digits;
}

}  // namespace nianbao
