#include "core/read/text_tables.hpp"

#include <algorithm>
#include <utility>

#include "core/read/lines.hpp"
#include "core/read/quoted.hpp"

namespace nianbao {

namespace {

constexpr std::size_t look_ahead = 64;  ///< lines that decide how a table is laid out
constexpr std::size_t short_cell = 40 * 3;

/// The grid under construction: cells in reading order, rows as the text breaks them.
class GridBuilder {
public:
    void add(Span span) {
        GridCell cell;
        cell.span = span;
        cell.row = row_;
        cell.column = column_++;
        grid_.cells.push_back(cell);
        filled_ = filled_ || !span.empty();
        grid_.columns = std::max(grid_.columns, column_);
    }
    void break_row() {
        if (column_ == 0) return;
        ++row_;
        column_ = 0;
    }
    std::size_t size() const { return grid_.cells.size(); }
    /// Appends what was built, unless all of it is blank.
    void finish(Document& document) {
        break_row();
        grid_.rows = row_;
        if (filled_) {
            Block block;
            block.span = {grid_.cells.front().span.begin, grid_.cells.back().span.end};
            block.grid = document.grids.size();
            document.grids.push_back(std::move(grid_));
            document.blocks.push_back(block);
        }
        *this = GridBuilder{};
    }

private:
    Grid grid_;
    int row_ = 0;
    int column_ = 0;
    bool filled_ = false;
};

/// How the first lines of a table of pipes are laid out.
struct PipeStyle {
    std::size_t lines = 0;    ///< with text
    std::size_t closed = 0;   ///< of these, "text |"
    std::size_t opened = 0;   ///< of these, "| text"
    std::size_t leading = 0;  ///< of these, begun by a pipe
    std::size_t ended = 0;    ///< of these, ended by a pipe
    std::size_t blank = 0;    ///< blank lines between lines of the table
    std::uint32_t most_pipes = 0;
    bool ruled = false;

    bool most(std::size_t count) const { return count >= 3 && count * 10 >= lines * 7; }
    bool is_table() const { return lines > 1 || (lines == 1 && most_pipes > 1); }
    bool pipe_leads() const { return most(opened); }
    bool one_cell_a_line() const { return most(closed) || pipe_leads(); }
    bool drops_leading_pipe() const { return ruled || pipe_leads() || (leading * 10 >= lines * 8 && ended * 10 >= leading * 8); }
    bool double_spaced() const { return blank * 5 >= lines * 3; }
};

class Cutter {
public:
    Cutter(Document& document, std::vector<Line> lines) : document_(document), lines_(std::move(lines)) {}

    /// False where the caps were reached; the rest then begins at `rest()`.
    bool run() {
        while (at_ < lines_.size() && cells_ < max_cells) step();
        return at_ >= lines_.size();
    }
    std::uint32_t rest() const { return lines_[at_].all.begin; }

private:
    void step();
    void paragraph(std::size_t line);
    void close_grid();
    void add(Span span);

    bool piped_table(std::size_t from);
    PipeStyle pipe_style(std::size_t from) const;
    void piped_line(const Line& line, const PipeStyle& style);
    bool spelled_table(std::size_t from);
    bool tabbed_table(std::size_t from);
    bool led_table(std::size_t from);
    std::size_t tabbed_line(std::size_t from);
    void led_line(const Line& line);

    const Line* line(std::size_t index) const { return index < lines_.size() ? &lines_[index] : nullptr; }
    std::size_t next_filled(std::size_t index) const;
    bool is(std::size_t index, LineKind kind) const { return index < lines_.size() && lines_[index].kind == kind; }
    bool is_piped(std::size_t i) const { return is(i, LineKind::pipes) || is(i, LineKind::bare_pipes); }
    bool is_tabbed(std::size_t i) const;
    bool is_bare(std::size_t i) const { return is(i, LineKind::bare_pipes) || is(i, LineKind::bare_tabs); }
    std::string_view content(const Line& l) const { return slice(document_.text, l.text); }
    bool is_loose_cell(std::size_t index) const;
    std::uint32_t last_pipe(const Line& line) const;
    bool ends_with_pipe(const Line& line) const { return last_pipe(line) != 0; }
    std::size_t wrapped_until(std::size_t index) const;
    bool leads_to_bare(std::size_t index) const;

    Document& document_;
    std::vector<Line> lines_;
    GridBuilder grid_;
    std::size_t at_ = 0;
    std::size_t cells_ = 0;
};

void Cutter::paragraph(std::size_t index) {
    Block block;
    block.span = lines_[index].text;
    if (!block.span.empty()) document_.blocks.push_back(block);
}

void Cutter::add(Span span) {
    if (cells_ >= max_cells) return;
    grid_.add(span);
    ++cells_;
}

void Cutter::close_grid() { grid_.finish(document_); }

std::size_t Cutter::next_filled(std::size_t index) const {
    ++index;
    for (std::size_t blanks = 0; is(index, LineKind::blank) && blanks < look_ahead; ++blanks) ++index;
    return index;
}

/// A line without delimiter that can be a cell, or a part of one.
bool Cutter::is_loose_cell(std::size_t index) const {
    if (!is(index, LineKind::plain)) return false;
    const std::string_view text = content(lines_[index]);
    return text.size() <= short_cell && !is_prose(text) && !is_heading(text) && !is_page_number(text);
}

/// Length of the pipe a line ends with, or 0.
std::uint32_t Cutter::last_pipe(const Line& l) const {
    if (l.text.empty()) return 0;
    const std::uint32_t end = l.text.end;
    if (pipe_length(document_.text, end - 1) == 1) return 1;
    return l.text.size() >= 3 && pipe_length(document_.text, end - 3) == 3 ? 3 : 0;
}

/// Where a cell broken over lines, the first of them at `index`, ends with the pipe of a "text |" line: that line, or 0.
std::size_t Cutter::wrapped_until(std::size_t index) const {
    constexpr std::size_t most = 4;
    for (std::size_t i = index; i < index + most; ++i) {
        if (is(i, LineKind::pipes)) return lines_[i].delimiters == 1 && ends_with_pipe(lines_[i]) ? i : 0;
        if (!is_loose_cell(i)) return 0;
    }
    return 0;
}

bool Cutter::is_tabbed(std::size_t i) const {
    if (is(i, LineKind::tabs) || is(i, LineKind::bare_tabs)) return true;
    if (!is(i, LineKind::plain)) return false;
    const QuotedCell quoted = quoted_cell(document_.text, lines_[i].all.begin);
    return quoted.found && quoted.end < document_.text.size() && document_.text[quoted.end] == '\t';
}

void Cutter::step() {
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

// ---- pipes ----------------------------------------------------------------------------------------------------------

PipeStyle Cutter::pipe_style(std::size_t from) const {
    PipeStyle style;
    std::size_t blanks = 0;
    for (std::size_t i = from; i < lines_.size() && i < from + look_ahead; ++i) {
        const Line& l = lines_[i];
        if (l.kind == LineKind::blank) {
            ++blanks;
            continue;
        }
        const bool rule = l.kind == LineKind::rule;
        if (!is_piped(i) && !rule && !is_loose_cell(i)) break;
        if (rule) style.ruled = true;
        if (is_piped(i)) style.most_pipes = std::max(style.most_pipes, l.delimiters);
        if (l.kind != LineKind::pipes) continue;
        style.blank += std::exchange(blanks, 0);
        ++style.lines;
        const bool leading = pipe_length(document_.text, l.text.begin) != 0;
        const bool ended = ends_with_pipe(l);
        if (leading) ++style.leading;
        if (ended) ++style.ended;
        if (l.delimiters == 1 && ended) ++style.closed;
        if (l.delimiters == 1 && leading) ++style.opened;
    }
    return style;
}

/// Reads from lines_[from] until the table ends. One line with one pipe is no table.
bool Cutter::piped_table(std::size_t from) {
    const PipeStyle style = pipe_style(from);
    if (!style.is_table()) return false;
    const bool cell_a_line = style.one_cell_a_line();
    for (at_ = from; at_ < lines_.size() && cells_ < max_cells; ++at_) {
        const Line& l = lines_[at_];
        if (is_piped(at_)) {
            piped_line(l, style);
            if (!cell_a_line || (l.kind == LineKind::bare_pipes && l.delimiters >= 2)) grid_.break_row();
        } else if (l.kind == LineKind::blank) {
            const std::size_t next = next_filled(at_);
            if (!is_piped(next) && !is(next, LineKind::rule)) break;
            if (!style.double_spaced()) grid_.break_row();
        } else if (l.kind == LineKind::rule) {
            grid_.break_row();
        } else if (!is_loose_cell(at_) || at_ == from || !is_piped(at_ - 1)) {
            break;
        } else if (const std::size_t end = cell_a_line ? wrapped_until(at_) : 0; end != 0) {
            add(trimmed(document_.text, l.text.begin, lines_[end].text.end - last_pipe(lines_[end])));
            at_ = end;
        } else if (is_piped(at_ + 1)) {
            add(l.text);
            grid_.break_row();
        } else {
            break;
        }
    }
    return true;
}

void Cutter::piped_line(const Line& l, const PipeStyle& style) {
    const bool leading = style.drops_leading_pipe();
    std::uint32_t begin = l.all.begin;
    std::uint32_t at = begin;
    bool first = true;
    while (at < l.all.end && cells_ < max_cells) {
        const std::uint32_t pipe = pipe_length(document_.text, at);
        if (pipe == 0) {
            ++at;
            continue;
        }
        const Span piece = trimmed(document_.text, begin, at);
        if (!(first && leading && piece.empty())) add(piece);
        first = false;
        begin = at += pipe;
    }
    const Span last = trimmed(document_.text, begin, l.all.end);
    if (!last.empty() || style.pipe_leads()) add(last);
}

/// Whether a delimiter on a line of its own follows the cell at `index`, or the one after it (the next row's first).
bool Cutter::leads_to_bare(std::size_t index) const {
    constexpr std::size_t most_lines = 8;
    std::size_t texts = 1;
    for (std::size_t i = 0; i < most_lines; ++i) {
        const std::size_t next = next_filled(index);
        if (is_bare(next)) return true;
        if (!is_loose_cell(next)) return false;
        if (next != index + 1 && ++texts > 2) return false;
        index = next;
    }
    return false;
}

// ---- delimiters on lines of their own -------------------------------------------------------------------------------

/// "规章", "|", "0", "|": reads from a cell's line. Lines of one cell stand together; a blank line between two texts
/// ends a row (as browsers write a table as text), and so do two delimiters or more.
bool Cutter::spelled_table(std::size_t from) {
    std::size_t bare = 0, loose = 0, other = 0;
    for (std::size_t i = from; i < lines_.size() && i < from + look_ahead; ++i) {
        if (is_bare(i)) ++bare;
        else if (is_loose_cell(i)) ++loose;
        else if (is(i, LineKind::pipes) || is(i, LineKind::tabs)) ++other;
        else if (!is(i, LineKind::blank)) break;
    }
    if (bare < 2 || loose < 2 || other * 4 >= bare) return false;

    std::size_t open = 0, last = 0;  // the open cell's first and last line
    bool is_open = false;
    const auto close = [&] {
        if (is_open) add({lines_[open].text.begin, lines_[last].text.end});
        return std::exchange(is_open, false);
    };
    at_ = from;
    for (; at_ < lines_.size() && cells_ < max_cells; ++at_) {
        if (is(at_, LineKind::blank)) continue;
        if (is_bare(at_)) {
            std::uint32_t blanks = lines_[at_].delimiters - (close() ? 1 : 0);
            for (; blanks > 0 && cells_ < max_cells; --blanks) add({lines_[at_].all.begin, lines_[at_].all.begin});
            if (lines_[at_].delimiters >= 2) grid_.break_row();
        } else if (is_loose_cell(at_)) {
            const bool goes_on = is_open && last + 1 == at_;
            const std::string_view text = content(lines_[at_]);
            if (goes_on && is_figure(text) && !is_figure(content(lines_[open]))) {
                // A stray line before a value: no part of the table, nor of the value.
                close_grid();
                for (; open < at_; ++open) paragraph(open);
                last = at_;
                continue;
            }
            const bool more = leads_to_bare(at_) || is_figure(text);
            if (!goes_on) {
                if (!more) break;
                if (close()) grid_.break_row();
                open = at_;
                is_open = true;
            }
            last = at_;
        } else {
            break;
        }
    }
    // What follows the last delimiter is one line; the rest is text again.
    if (is_open && last > open) {
        last = open;
        at_ = open + 1;
    }
    close();
    return true;
}

// ---- tabs -----------------------------------------------------------------------------------------------------------

/// One cell a line, led by a tab. Prose and headings so indented are no table: one needs a blank cell or a figure.
bool Cutter::led_table(std::size_t from) {
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
void Cutter::led_line(const Line& l) {
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
        const bool remark = more.substr(0, 1) == "(" || more.substr(0, 3) == "（";
        if (is_figure(slice(document_.text, last)) && !remark) break;
        last.end = lines_[++at_].text.end;
    }
    add(last);
}

/// One row a line, tabs between the cells.
bool Cutter::tabbed_table(std::size_t from) {
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
            add(lines_[at_].text);
            grid_.break_row();
        } else {
            break;
        }
        ++at_;
    }
    return true;
}

/// Adds the cells of the row that begins at a line; returns the line after it (a quoted cell may hold line breaks).
std::size_t Cutter::tabbed_line(std::size_t index) {
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

}  // namespace

void cut_text(Document& document, std::uint32_t begin, std::uint32_t end) {
    std::uint32_t cut = end;
    std::vector<Line> lines = lines_of(document.text, begin, cut, max_lines);
    Cutter cutter(document, std::move(lines));
    const bool done = cutter.run();
    if (done && cut == end) return;
    const std::uint32_t rest = done ? cut : cutter.rest();
    Block block;
    block.span = trimmed(document.text, rest, end);
    if (!block.span.empty()) document.blocks.push_back(block);
    document.observations.push_back({"input-too-large", {}, {{rest, rest}}, {}});
}

}  // namespace nianbao
