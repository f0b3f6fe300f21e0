// Tables whose cells stand between tabs, or are led by one.
#include "core/read/text_cutter.hpp"
#include "core/read/quoted.hpp"

namespace nianbao {

/// One cell a line, led by a tab. Prose and headings so indented are no table: one needs a blank cell or a figure.
bool TextCutter::led_table(std::size_t from) {
    std::size_t led = 0, other = 0, values = 0;
    for (std::size_t i = from; i < lines_.size() && i < from + look_ahead; ++i) {
        const Line& l = lines_[i];
        if (l.kind == LineKind::blank || is_loose_cell(i)) continue;
        if (l.kind != LineKind::tabs && l.kind != LineKind::bare_tabs) break;
        const bool is_led = document_.text[l.all.begin] == '\t' && l.delimiters == 1;
        ++(is_led ? led : other);
        if (is_led && (l.text.empty() || is_figure(content(l)))) ++values;
    }
    if (led < 3 || values == 0 || other * 3 > led) return false;

    at_ = from;
    while (at_ < lines_.size() && cells_ < max_cells) {
        const Line& l = lines_[at_];
        if (l.kind == LineKind::tabs || l.kind == LineKind::bare_tabs) {
            led_line(l);
        } else if (l.kind == LineKind::blank) {
            const std::size_t next = next_filled(at_);
            if (!is(next, LineKind::tabs) && !is(next, LineKind::bare_tabs)) break;
            grid_.break_row();
        } else {
            break;
        }
        ++at_;
    }
    return true;
}

/// The cells of a line led by a tab, and the lines after it that go on with the last of them.
void TextCutter::led_line(const Line& l) {
    std::uint32_t begin = l.all.begin;
    for (std::uint32_t at = begin; at < l.all.end; ++at) {
        if (document_.text[at] != '\t') continue;
        const Span piece = trimmed(document_.text, begin, at);
        if (at != l.all.begin && (begin != l.all.begin || !piece.empty())) add(piece);
        begin = at + 1;
    }
    Span last = trimmed(document_.text, begin, l.all.end);
    while (!last.empty() && is_loose_cell(at_ + 1)) {
        const std::string_view more = content(lines_[at_ + 1]);
        const bool remark = more.starts_with("(") || more.starts_with("（");
        if (is_figure(slice(document_.text, last)) && !remark) break;
        last.end = lines_[++at_].text.end;
    }
    add(last);
}

/// One row a line, tabs between the cells.
bool TextCutter::tabbed_table(std::size_t from) {
    std::size_t rows = 0;
    std::uint32_t most_tabs = 0;
    bool parted = false;  // text on both sides of a tab: else the tabs merely indent
    for (std::size_t i = from; i < lines_.size() && i < from + look_ahead && rows < 3; ++i) {
        if (is(i, LineKind::blank)) continue;
        if (!is_tabbed(i)) break;
        ++rows;
        most_tabs = std::max(most_tabs, lines_[i].delimiters);
        parted = parted || content(lines_[i]).find('\t') != std::string_view::npos || is(i, LineKind::plain);
    }
    if (!parted || (rows == 1 && most_tabs < 2)) return false;

    at_ = from;
    while (at_ < lines_.size() && cells_ < max_cells) {
        if (is_tabbed(at_)) {
            at_ = tabbed_line(at_);
            grid_.break_row();
            continue;
        }
        if (is(at_, LineKind::blank)) {
            if (!is_tabbed(next_filled(at_))) break;
        } else if (is_loose_cell(at_) && at_ > from && is_tabbed(at_ + 1)) {
            add(lines_[at_].text, Standing::loose);
            grid_.break_row();
        } else {
            break;
        }
        ++at_;
    }
    return true;
}

/// Adds the cells of the row that begins at a line; returns the line after it (a quoted cell may hold line breaks).
std::size_t TextCutter::tabbed_line(std::size_t index) {
    const std::string_view text = document_.text;
    std::uint32_t begin = lines_[index].all.begin;
    for (;;) {
        std::uint32_t end = begin;
        Span piece;
        const QuotedCell quoted = quoted_cell(text, begin);
        if (quoted.found) {
            end = quoted.end;
            piece = trimmed(text, begin + 1, quoted.end - 1);
            while (index + 1 < lines_.size() && lines_[index + 1].all.begin <= end) ++index;
        } else {
            while (end < lines_[index].all.end && text[end] != '\t') ++end;
            piece = trimmed(text, begin, end);
        }
        add(piece);
        if (end >= lines_[index].all.end || cells_ >= max_cells) return index + 1;
        begin = end + 1;
    }
}

}  // namespace nianbao
