#include "core/read/text_tables.hpp"

#include <utility>
#include <vector>

#include "core/read/page_numbers.hpp"
#include "core/read/quoted.hpp"
#include "core/read/text_cutter.hpp"
#include "core/text/page_number.hpp"

namespace nianbao {

void TextCutter::paragraph(std::size_t index) {
    Block block;
    block.span = unframed(document_.text, lines_[index].text);
    if (!block.span.empty()) document_.blocks.push_back(block);
}

void TextCutter::add(Span span, Standing standing) {
    if (cells_ >= max_cells) return;
    grid_.add(span, standing);
    ++cells_;
}

void TextCutter::close_grid() { grid_.finish(document_); }

std::size_t TextCutter::next_filled(std::size_t index) const {
    ++index;
    for (std::size_t blanks = 0; is(index, LineKind::blank) && blanks < look_ahead; ++blanks) ++index;
    return index;
}

std::size_t TextCutter::next_after_gap(std::size_t index) const {
    ++index;
    for (std::size_t gaps = 0; is_gap(index) && gaps < look_ahead; ++gaps) ++index;
    return index;
}

/// A line without delimiter that can be a cell, or a part of one.
bool TextCutter::is_loose_cell(std::size_t index) const {
    if (!is(index, LineKind::plain)) return false;
    return is_short(content(lines_[index]));
}

/// The same between lines of pipes, where tabs before it are white space.
bool TextCutter::is_loose_among_pipes(std::size_t index) const {
    if (!by_tabs_ || !is(index, LineKind::tabs)) return is_loose_cell(index);
    const std::string_view text = content(lines_[index]);
    return text.find('\t') == std::string_view::npos && is_short(text);
}

bool TextCutter::is_short(std::string_view text) {
    return text.size() <= short_cell && !is_prose(text) && !is_heading(text) && !is_page_number(text);
}

/// Length of the pipe a line ends with, or 0.
std::uint32_t TextCutter::last_pipe(const Line& l) const {
    if (l.text.empty()) return 0;
    const std::uint32_t end = l.text.end;
    if (pipe_length(document_.text, end - 1) == 1) return 1;
    return l.text.size() >= 3 && pipe_length(document_.text, end - 3) == 3 ? 3 : 0;
}

/// One pipe alone on its line, indented: what closes a cell whose text ended in a line break.
bool TextCutter::is_late_pipe(std::size_t index) const {
    return is(index, LineKind::bare_pipes) && lines_[index].delimiters == 1 && lines_[index].text.begin > lines_[index].all.begin;
}

/// Where a cell broken over lines, the first of them at `index`, ends with the pipe of a "text |" line, or with a late one: that
/// line, or 0.
std::size_t TextCutter::wrapped_until(std::size_t index) const {
    constexpr std::size_t most = 4;
    for (std::size_t i = index; i < index + most; ++i) {
        if (by_tabs_ && i > index && is_late_pipe(i)) return i;
        if (is(i, LineKind::pipes)) return lines_[i].delimiters == 1 && ends_with_pipe(lines_[i]) ? i : 0;
        if (!is_loose_among_pipes(i)) return 0;
    }
    return 0;
}

bool TextCutter::is_tabbed(std::size_t i) const {
    if (is(i, LineKind::tabs) || is(i, LineKind::bare_tabs)) return true;
    if (!is(i, LineKind::plain)) return false;
    const QuotedCell quoted = quoted_cell(document_.text, lines_[i].all.begin);
    return quoted.found && quoted.end < document_.text.size() && document_.text[quoted.end] == '\t';
}

void TextCutter::step() {
    const std::size_t here = at_;
    bool table = false;
    switch (lines_[here].kind) {
        case LineKind::blank:
            break;
        case LineKind::plain:
            table = is_tabbed(here) ? tabbed_table(here)
                                    : is_bare(next_filled(here)) && is_loose_cell(here) && spelled_table(here);
            break;
        case LineKind::pipes:
        case LineKind::bare_pipes:
        case LineKind::rule:
            table = piped_table(here);
            break;
        case LineKind::tabs:
        case LineKind::bare_tabs:
            table = led_table(here) || tabbed_table(here);
            break;
    }
    if (table) {
        close_grid();
        return;
    }
    if (!is_bare(here) && !is(here, LineKind::rule)) paragraph(here);
    at_ = here + 1;
}

void cut_text(Document& document, std::uint32_t begin, std::uint32_t end) {
    std::uint32_t cut = end;
    std::vector<Line> lines = lines_of(document.text, begin, cut, max_lines);
    drop_page_numbers(document.text, lines);
    TextCutter cutter(document, std::move(lines));
    const bool done = cutter.run();
    if (done && cut == end) return;
    const std::uint32_t rest = done ? cut : cutter.rest();
    Block block;
    block.span = trimmed(document.text, rest, end);
    if (!block.span.empty()) document.blocks.push_back(block);
    document.observations.push_back({"input-too-large", {}, {{rest, rest}}, {}});
}

}  // namespace nianbao
