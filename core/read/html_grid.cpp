#include "core/read/html_grid.hpp"

#include <algorithm>
#include <utility>

namespace nianbao {

namespace {

constexpr int to_the_end = 65534;  ///< HTML's own limit of a row span

}  // namespace

void HtmlGrid::begin_group() { end_group(); }

void HtmlGrid::end_group() {
    for (std::size_t i = group_begin_; i < grid_.cells.size(); ++i) {
        GridCell& cell = grid_.cells[i];
        cell.row_span = std::max(1, std::min(cell.row_span, row_ + 1 - cell.row));
    }
    group_begin_ = grid_.cells.size();
    std::fill(free_from_.begin(), free_from_.end(), 0);
}

void HtmlGrid::begin_row() {
    ++row_;
    column_ = 0;
}

bool HtmlGrid::add(Span span, int row_span, int column_span) {
    while (column_ < static_cast<int>(free_from_.size()) && free_from_[static_cast<std::size_t>(column_)] > row_) ++column_;
    if (column_ >= max_columns) return false;
    GridCell cell;
    cell.span = span;
    cell.row = row_;
    cell.column = column_;
    cell.row_span = row_span <= 0 ? to_the_end : std::min(row_span, to_the_end);
    cell.column_span = std::min(std::max(column_span, 1), max_columns - column_);
    const int end = column_ + cell.column_span;
    if (static_cast<int>(free_from_.size()) < end) free_from_.resize(static_cast<std::size_t>(end), 0);
    for (int c = column_; c < end; ++c) {
        int& free = free_from_[static_cast<std::size_t>(c)];
        free = std::max(free, row_ + cell.row_span);
    }
    column_ = end;
    grid_.columns = std::max(grid_.columns, end);
    grid_.cells.push_back(cell);
    return true;
}

Grid HtmlGrid::finish() {
    end_group();
    grid_.kind = Grid::Kind::exact;
    grid_.rows = row_ + 1;
    return std::move(grid_);
}

}  // namespace nianbao
