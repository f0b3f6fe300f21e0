// How the tables of a text are cut: one class, a file for each family of layouts (text_pipes, text_spelled, text_tabs).
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "core/document.hpp"
#include "core/read/lines.hpp"
#include "core/read/text_tables.hpp"

namespace nianbao {

/// What a cell of a ragged grid is; see GridCell.
enum class Standing : std::uint8_t { cell, loose, padding };

/// The grid under construction: cells in reading order, rows as the text breaks them.
class TextGrid {
public:
    void add(Span span, Standing standing = Standing::cell) {
        GridCell cell;
        cell.span = span;
        cell.loose = standing == Standing::loose;
        cell.padding = standing == Standing::padding;
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
        *this = TextGrid{};
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
    std::size_t padded = 0;   ///< of these, "text | ||": a cell and the padding of a span
    std::size_t opened = 0;   ///< of these, "| text"
    std::size_t leading = 0;  ///< of these, begun by a pipe
    std::size_t ended = 0;    ///< of these, ended by a pipe
    std::size_t blank = 0;    ///< blank lines between lines of the table
    std::size_t late = 0;     ///< "text" whose pipe stands on the next line, indented
    std::uint32_t most_pipes = 0;
    bool ruled = false;

    bool most(std::size_t count) const { return count >= 3 && count * 10 >= lines * 7; }
    bool is_table() const { return lines > 1 || (lines == 1 && most_pipes > 1); }
    bool pipe_leads() const { return most(opened); }
    bool one_cell_a_line() const { return (most(closed + padded) && closed * 2 >= lines) || pipe_leads(); }
    /// In such a table a pipe alone on its line may close the cell before; else it is a blank cell.
    bool closes_late() const { return late >= 3 && late * 8 >= lines; }
    bool drops_leading_pipe() const { return ruled || pipe_leads() || (leading * 10 >= lines * 8 && ended * 10 >= leading * 8); }
    bool double_spaced() const { return blank * 5 >= lines * 3; }
};

/// Cuts the lines it is given into paragraphs and grids and appends them to the document.
class TextCutter {
public:
    TextCutter(Document& document, std::vector<Line> lines) : document_(document), lines_(std::move(lines)) {}

    /// False where the caps were reached; the rest then begins at `rest()`.
    bool run() {
        while (at_ < lines_.size() && cells_ < max_cells) step();
        return at_ >= lines_.size();
    }
    std::uint32_t rest() const { return lines_[at_].all.begin; }

private:
    static constexpr std::size_t look_ahead = 64;    ///< lines that decide how a table is laid out
    static constexpr std::size_t short_cell = 40 * 3;  ///< bytes of a cell without delimiter

    void step();
    void paragraph(std::size_t line);
    void close_grid();
    void add(Span span, Standing standing = Standing::cell);

    bool piped_table(std::size_t from);
    PipeStyle pipe_style(std::size_t from) const;
    void piped_line(const Line& line, const PipeStyle& style);
    std::uint32_t padding_begin(const Line& line) const;
    bool is_spelled(std::size_t from) const;
    bool spelled_table(std::size_t from);
    bool tabbed_table(std::size_t from);
    bool led_table(std::size_t from);
    std::size_t tabbed_line(std::size_t from);
    void led_line(const Line& line);

    const Line* line(std::size_t index) const { return index < lines_.size() ? &lines_[index] : nullptr; }
    std::size_t next_filled(std::size_t index) const;
    std::size_t next_after_gap(std::size_t index) const;
    bool is(std::size_t index, LineKind kind) const { return index < lines_.size() && lines_[index].kind == kind; }
    bool is_piped(std::size_t i) const { return is(i, LineKind::pipes) || is(i, LineKind::bare_pipes); }
    bool is_gap(std::size_t i) const { return is(i, LineKind::blank) || (by_tabs_ && is(i, LineKind::bare_tabs)); }
    bool is_tabbed(std::size_t i) const;
    bool is_bare(std::size_t i) const { return is(i, LineKind::bare_pipes) || is(i, LineKind::bare_tabs); }
    std::string_view content(const Line& l) const { return slice(document_.text, l.text); }
    bool is_loose_cell(std::size_t index) const;
    bool is_loose_among_pipes(std::size_t index) const;
    static bool is_short(std::string_view text);
    std::uint32_t last_pipe(const Line& line) const;
    bool holds_one_cell(const Line& line) const;
    bool ends_with_pipe(const Line& line) const { return last_pipe(line) != 0; }
    std::size_t wrapped_until(std::size_t index) const;
    bool is_late_pipe(std::size_t index) const;
    bool leads_to_bare(std::size_t index) const;

    Document& document_;
    std::vector<Line> lines_;
    TextGrid grid_;
    std::size_t at_ = 0;
    std::size_t cells_ = 0;
    bool by_tabs_ = false;  ///< cells are led by tabs and closed by late pipes: tabs between lines of pipes are white space
};

}  // namespace nianbao
