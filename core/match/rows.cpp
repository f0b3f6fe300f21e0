#include "core/match/rows.hpp"

#include <algorithm>
#include <map>

namespace nianbao {

namespace {

struct Extent {
    std::size_t first = 0;  ///< first filled figure
    std::size_t last = 0;
    std::size_t filled = 0;
};

Extent extent_of(const std::vector<Figure>& figures) {
    Extent extent;
    for (std::size_t i = 0; i < figures.size(); ++i) {
        if (figures[i].blank()) continue;
        if (extent.filled == 0) extent.first = i;
        extent.last = i;
        ++extent.filled;
    }
    return extent;
}

bool is_full(const Extent& extent, std::size_t expected) {
    return extent.filled == expected && extent.last - extent.first + 1 == expected;
}

/// The figures before the first row break.
RowSlots first_line(const RowSlots& row) {
    RowSlots line = row;
    for (std::size_t i = 1; i < line.figures.size(); ++i)
        if (line.figures[i].starts_row) {
            line.figures.resize(i);
            break;
        }
    return line;
}

/// The figures in the label's row of its exact grid, after the label.
std::vector<Figure> own_figures(const RowSlots& row) {
    std::vector<Figure> own;
    for (const Figure& figure : row.figures)
        if (figure.grid == row.grid && figure.row == row.row && figure.column > row.column) own.push_back(figure);
    return own;
}

int width_of(const RowSlots& row) { return row.lead + row.labels + static_cast<int>(row.figures.size()); }

}  // namespace

std::size_t RowSlots::count_filled() const { return extent_of(figures).filled; }

RowModel::RowModel(const std::vector<RowSlots>& rows) {
    std::map<int, int> widths;
    int seen = 0;
    int bare = 0;
    int direct = 0;
    int in_place = 0;
    for (const RowSlots& row : rows) {
        if (row.figures.empty()) continue;
        if (row.exact) {
            const std::vector<Figure> own = own_figures(row);
            if (own.size() == row.expected) last_column_ = std::max(last_column_, own.back().column);
            continue;
        }
        ++seen;
        ++widths[width_of(row)];
        bare += row.figures.size() == row.expected ? 1 : 0;
        const Extent extent = extent_of(row.figures);
        if (extent.filled == 0) continue;
        const auto shift = static_cast<std::size_t>(row.label_columns - 1);
        const bool full = is_full(extent, row.expected);
        const bool fits_direct = extent.last < row.expected && (!full || extent.first == 0);
        const bool fits_in_place = extent.first >= shift && extent.last < shift + row.expected && (!full || extent.first == shift);
        if (shift == 0) {
            irregular_ = irregular_ || !fits_direct;
        } else if (fits_direct != fits_in_place) {
            ++(fits_direct ? direct : in_place);
        } else if (!fits_direct) {
            irregular_ = true;
        }
    }
    const auto nearly_all = [&](int count) { return count * 10 >= seen * 7; };
    int usual = 0;
    for (const auto& [width, count] : widths)
        if (seen >= 2 && nearly_all(count)) width_ = width, usual = count;
    // Rows that all have their values have often the same width by chance, and the other way round: the better one tells.
    bare_ = seen > 0 && nearly_all(bare) && bare >= usual;
    if (bare > usual) width_ = 0;
    irregular_ = irregular_ || (direct > 0 && in_place > 0);
    in_place_ = in_place > 0 && direct == 0;
}

bool RowModel::has_usual_width(const RowSlots& row) const { return width_ > 0 && width_of(row) == width_; }

/// The line ends with a figure, short of the usual width, and the next line holds its rest: the break may have cut the figure.
bool RowModel::breaks_after_figure(const RowSlots& row) const {
    if (width_ == 0) return false;
    const RowSlots line = first_line(row);
    return line.figures.size() < row.figures.size() && width_of(line) < width_ && width_of(row) >= width_ && !line.figures.empty() &&
           !line.figures.back().blank() && line.figures.back().grid >= 0;
}

bool RowModel::is_complete(const RowSlots& row) const {
    if (width_ == 0 && !bare_) return false;
    return (width_ == 0 || has_usual_width(row)) && (!bare_ || row.figures.size() == row.expected);
}

std::optional<std::vector<Figure>> RowModel::window(const RowSlots& row, std::size_t offset) const {
    const std::vector<Figure>& figures = row.figures;
    if (offset + row.expected > figures.size()) return std::nullopt;
    const Extent extent = extent_of(figures);
    if (extent.filled > 0 && (extent.first < offset || extent.last >= offset + row.expected)) return std::nullopt;
    const auto begin = figures.begin() + static_cast<std::ptrdiff_t>(offset);
    return std::vector<Figure>(begin, begin + static_cast<std::ptrdiff_t>(row.expected));
}

std::optional<std::vector<Figure>> RowModel::exact_values(const RowSlots& row) const {
    std::vector<Figure> own = own_figures(row);
    const bool strays = extent_of(row.figures).filled > extent_of(own).filled;
    if (strays && own.size() != row.expected) return std::nullopt;
    if (own.size() == row.expected) return own;
    // A row that reaches beyond the table's edge has a cell too many: which one can't be said.
    if (last_column_ > 0 && !own.empty() && own.back().column > last_column_) return std::nullopt;
    // Table two's rows have a label of one column: what follows its values are unmerged blanks.
    if (row.label_columns == 1 && row.expected < 7 && own.size() > row.expected && extent_of(own).last < row.expected)
        return std::vector<Figure>(own.begin(), own.begin() + static_cast<std::ptrdiff_t>(row.expected));
    if (columns_grid_ != row.grid || columns_.size() != row.expected) return std::nullopt;
    std::vector<Figure> values;
    std::size_t filled = 0;
    for (const int column : columns_)
        for (const Figure& figure : own)
            if (figure.column == column) {
                values.push_back(figure);
                filled += figure.blank() ? 0 : 1;
                break;
            }
    if (values.size() != row.expected || filled != extent_of(own).filled) return std::nullopt;
    return values;
}

std::optional<std::vector<Figure>> RowModel::values_of(const RowSlots& row) const {
    if (row.exact) return exact_values(row);
    const Extent extent = extent_of(row.figures);
    // A figure on a line without delimiter, beside a table with them, may be half of one.
    const bool torn = row.grid >= 0 && std::any_of(row.figures.begin(), row.figures.end(), [](const Figure& f) { return (f.grid < 0 || f.loose) && !f.blank(); });
    if (breaks_after_figure(row)) return std::nullopt;
    if (!torn && is_full(extent, row.expected)) {
        const auto shift = static_cast<std::size_t>(row.label_columns - 1);
        const bool usual = extent.first == 0 || (in_place_ && extent.first == shift) || has_usual_width(row);
        return usual ? window(row, extent.first) : std::nullopt;
    }
    if (torn || extent.filled > row.expected) {
        // More figures in the lines below: ours are certain only where padding closes our own line.
        const RowSlots line = first_line(row);
        const Extent own = extent_of(line.figures);
        const bool closed = line.figures.size() < row.figures.size() && own.last + 1 < line.figures.size();
        if (!closed || !is_full(own, row.expected) || !has_usual_width(line)) return std::nullopt;
        return window(line, own.first);
    }
    if (!is_complete(row)) return std::nullopt;
    if (extent.filled == 0) return window(row, 0);
    // Both ends filled: there is but one window.
    if (extent.last - extent.first + 1 == row.expected) return window(row, extent.first);
    if (irregular_ && row.label_columns > 1) return std::nullopt;
    if (irregular_ && row.figures.size() != row.expected) return std::nullopt;
    return window(row, in_place_ ? static_cast<std::size_t>(row.label_columns - 1) : 0);
}

}  // namespace nianbao
