#include "core/read/repeated_cells.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "core/text/number.hpp"

namespace nianbao {

namespace {

constexpr std::size_t least_width = 4;      ///< of the form's tables: table two of 2021
constexpr std::size_t shortest_word = 6;    ///< bytes: two ideographs
constexpr std::size_t shortest_title = 12;  ///< a text of four that repeats is a merged title's
constexpr int least_titles = 2;             ///< rows with such a title

/// Cells [begin, end) of a grid.
struct Row {
    std::size_t begin = 0, end = 0;
    std::size_t size() const { return end - begin; }
};

class Repeats {
  public:
    Repeats(std::string_view text, const Grid& grid) : text_(text), grid_(grid) {
        std::map<std::size_t, std::size_t> widths;
        for (std::size_t i = 0; i < grid.cells.size(); ++i) {
            if (i == 0 || grid.cells[i].row != grid.cells[i - 1].row) rows_.push_back({i, i});
            rows_.back().end = i + 1;
        }
        for (const Row& row : rows_)
            if (is_plain(row) && ++widths[row.size()] > widths[width_]) width_ = row.size();
        evident_ = width_ >= least_width && widths[width_] * 2 > rows_.size() && has_titles();
    }

    /// The grid with its cells merged, nothing where no merged cells were written out. A row that lost a cell, or has one too
    /// many, is one cell: where its figures stand is not known.
    std::optional<Grid> merged() const {
        if (!evident_) return std::nullopt;
        Grid grid{Grid::Kind::exact, grid_.rows, static_cast<int>(width_), {}};
        Joined above;
        for (std::size_t r = 0; r < rows_.size(); ++r) {
            const Row& row = rows_[r];
            const GridCell& first = grid_.cells[row.begin];
            if (is_whole(row) && (r + 1 == rows_.size() || !goes_on_in(rows_[r + 1]))) {
                above = merge(row, above, grid);
            } else {
                grid.cells.push_back({{first.span.begin, grid_.cells[row.end - 1].span.end}, first.row, 0, 1, grid.columns, false, false});
                above = {};
            }
        }
        return grid;
    }

  private:
    /// Of a row's places: whether each is one with its left neighbour, and which cell of the new grid covers it.
    struct Joined {
        Row row;
        std::vector<bool> left;
        std::vector<std::size_t> cell;
    };

    std::string_view text_of(std::size_t i) const { return slice(text_, grid_.cells[i].span); }
    bool is_words(std::size_t i) const { return text_of(i).size() >= shortest_word && read_number(text_of(i)).reading == Reading::not_a_number; }

    bool is_plain(const Row& row) const {
        const auto plain = [](const GridCell& c) { return c.row_span == 1 && c.column_span == 1 && !c.loose && !c.padding; };
        return std::all_of(grid_.cells.begin() + static_cast<std::ptrdiff_t>(row.begin), grid_.cells.begin() + static_cast<std::ptrdiff_t>(row.end), plain);
    }

    bool is_whole(const Row& row) const { return row.size() == width_ && is_plain(row); }
    /// A line that is no row, and not a title's either, may be the end of the last cell above.
    bool goes_on_in(const Row& next) const { return !is_whole(next) && !is_words(next.begin); }

    bool has_titles() const {
        return std::count_if(rows_.begin(), rows_.end(), [&](const Row& row) {
                   for (std::size_t i = row.begin + 1; i < row.end; ++i)
                       if (text_of(i).size() >= shortest_title && text_of(i) == text_of(i - 1) && is_words(i)) return true;
                   return false;
               }) >= least_titles;
    }

    Joined merge(const Row& row, const Joined& above, Grid& grid) const {
        const bool first = above.left.empty();
        Joined now{row, std::vector<bool>(width_), std::vector<std::size_t>(width_)};
        for (std::size_t c = 1; c < width_; ++c)
            now.left[c] = text_of(row.begin + c) == text_of(row.begin + c - 1) && (is_words(row.begin + c) || (!first && above.left[c]));
        for (std::size_t c = 0; c < width_; ++c) {
            if (now.left[c]) {
                now.cell[c] = now.cell[c - 1];
                GridCell& made = grid.cells[now.cell[c]];
                if (made.row == grid_.cells[row.begin].row) ++made.column_span;
            } else if (!first && goes_on(above, now, c)) {
                now.cell[c] = above.cell[c];
                ++grid.cells[now.cell[c]].row_span;
            } else {
                now.cell[c] = grid.cells.size();
                grid.cells.push_back(grid_.cells[row.begin + c]);
                grid.cells.back().column = static_cast<int>(c);
            }
        }
        return now;
    }

    /// The same words as in the row above, over the same columns.
    bool goes_on(const Joined& above, const Joined& now, std::size_t c) const {
        if (above.left[c] || text_of(now.row.begin + c) != text_of(above.row.begin + c) || !is_words(now.row.begin + c)) return false;
        for (++c; c < width_ && (now.left[c] || above.left[c]); ++c)
            if (now.left[c] != above.left[c]) return false;
        return true;
    }

    std::string_view text_;
    const Grid& grid_;
    std::vector<Row> rows_;
    std::size_t width_ = 0;  ///< of most rows
    bool evident_ = false;   ///< merged cells were written out here
};

}  // namespace

void merge_repeated_cells(Document& document) {
    for (Grid& grid : document.grids)
        if (std::optional<Grid> merged = Repeats(document.text, grid).merged()) grid = std::move(*merged);
}

}  // namespace nianbao
