#include "core/match/rows.hpp"

#include <algorithm>
#include <map>

namespace nianbao {

namespace {

/// How many figures stand before the first row break.
std::size_t line_length(const RowSlots& row) {
    for (std::size_t i = 1; i < row.figures.size(); ++i)
        if (row.figures[i].starts_row) return i;
    return row.figures.size();
}

RowSlots first_line(const RowSlots& row) {
    RowSlots line = row;
    line.figures.resize(line_length(row));
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

int surplus_of(const RowSlots& row) { return static_cast<int>(row.figures.size()) - static_cast<int>(row.expected); }

/// Whether `count` of `all` is so many that the others are exceptions.
bool nearly_all(int count, int all) { return count * 10 >= all * 7; }

}  // namespace

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

std::size_t count_filled(const std::vector<Figure>& figures) { return extent_of(figures).filled; }

Span span_of(const std::vector<Figure>& figures) {
    Span span;
    for (const Figure& figure : figures) {
        if (figure.blank()) continue;
        if (span.empty()) span = figure.span;
        span.end = std::max(span.end, figure.span.end);
    }
    return span;
}

RowModel::RowModel(const std::vector<RowSlots>& rows) {
    count_exact(rows);
    find_columns_apart(rows);
    std::map<int, int> widths;
    int seen = 0;
    std::map<int, int> surpluses;
    int ended = 0;
    int broken = 0;
    int direct = 0;
    int in_place = 0;
    for (const RowSlots& row : rows) {
        if (row.figures.empty() || row.exact) continue;
        ++seen;
        ++widths[width_of(row)];
        ++surpluses[surplus_of(row)];
        const std::size_t line = line_length(row);
        ended += row.ends || line < row.figures.size() ? 1 : 0;
        const Extent extent = extent_of(row.figures);
        if (extent.filled == 0) continue;
        const auto shift = static_cast<std::size_t>(row.label_columns - 1);
        const bool full = extent.is_full(row.expected);
        broken += full && line <= extent.last ? 1 : 0;
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
    int usual = 0;
    for (const auto& [width, count] : widths)
        if (seen >= 2 && nearly_all(count, seen)) width_ = width, usual = count;
    // Rows that all have their values have often the same width by chance, and the other way round: the better one tells.
    for (const auto& [surplus, count] : surpluses) {
        if (surplus < 0 || (surplus > 0 && seen < 2) || !nearly_all(count, seen) || count < usual) continue;
        surplus_ = surplus;
        if (count > usual) width_ = 0;
    }
    irregular_ = irregular_ || (direct > 0 && in_place > 0);
    in_place_ = in_place > 0 && direct == 0;
    breaks_tell_ = nearly_all(ended, seen) && !nearly_all(broken * 2, seen);
}

/// A sheet saved as text keeps a place for every cell that a merged one covers: its values stand apart, in the same columns in
/// nearly every row that has all of them.
void RowModel::find_columns_apart(const std::vector<RowSlots>& rows) {
    std::vector<Apart> seen;
    for (const RowSlots& row : rows) {
        if (row.exact || row.grid < 0) continue;
        const RowSlots line = first_line(row);
        if (count_filled(line.figures) != row.expected) continue;
        Apart own{row.grid, {}, 1};
        for (const Figure& figure : line.figures)
            if (!figure.blank()) own.columns.push_back(figure.column);
        const auto known = std::find_if(seen.begin(), seen.end(), [&](const Apart& a) { return a.grid == own.grid && a.columns == own.columns; });
        if (known == seen.end()) seen.push_back(std::move(own));
        else ++known->rows;
    }
    for (const Apart& apart : seen) {
        int all = 0;
        for (const Apart& other : seen) all += other.grid == apart.grid && other.columns.size() == apart.columns.size() ? other.rows : 0;
        const bool together = static_cast<std::size_t>(apart.columns.back() - apart.columns.front()) + 1 == apart.columns.size();
        if (!together && apart.rows >= 2 && nearly_all(apart.rows, all)) apart_.push_back(apart);
    }
}

/// The values of a row whose table shows them apart; nothing else may stand in its line.
std::optional<std::vector<Figure>> RowModel::apart_values(const RowSlots& row) const {
    const auto apart = std::find_if(apart_.begin(), apart_.end(), [&](const Apart& a) { return a.grid == row.grid && a.columns.size() == row.expected; });
    if (apart == apart_.end()) return std::nullopt;
    std::vector<Figure> values;
    for (const Figure& figure : first_line(row).figures)
        if (std::binary_search(apart->columns.begin(), apart->columns.end(), figure.column)) values.push_back(figure);
    const bool all = values.size() == row.expected && count_filled(values) == count_filled(row.figures);
    const bool strange = std::any_of(values.begin(), values.end(), [&](const Figure& f) { return f.grid != row.grid || f.loose || f.padding; });
    return all && !strange ? std::optional(values) : std::nullopt;
}

void RowModel::count_exact(const std::vector<RowSlots>& rows) {
    std::map<int, int> ends;
    int seen = 0;
    for (const RowSlots& row : rows) {
        if (!row.exact) continue;
        const std::vector<Figure> own = own_figures(row);
        if (own.empty()) continue;
        if (own.size() == row.expected) last_column_ = std::max(last_column_, own.back().last_column());
        ++seen;
        ++ends[own.back().last_column()];
    }
    for (const auto& [column, count] : ends)
        if (nearly_all(count, seen)) usual_end_ = last_column_ = column;
    for (const RowSlots& row : rows)
        if (row.exact && ends_as_usual(own_figures(row))) deepest_label_ = std::max(deepest_label_, row.column);
}

bool RowModel::ends_as_usual(const std::vector<Figure>& own) const { return !own.empty() && own.back().last_column() == usual_end_; }

bool RowModel::has_usual_width(const RowSlots& row) const { return width_ > 0 && width_of(row) == width_; }

/// The line ends with a figure, short of the usual width, and the next line holds its rest: the break may have cut the figure.
bool RowModel::breaks_after_figure(const RowSlots& row) const {
    if (width_ == 0) return false;
    const RowSlots line = first_line(row);
    return line.figures.size() < row.figures.size() && width_of(line) < width_ && width_of(row) >= width_ && !line.figures.empty() &&
           !line.figures.back().blank() && line.figures.back().grid >= 0;
}

/// Whether the values from `offset` on, blanks among them, are where the text's row breaks let a row be: within one line,
/// and a blank at their end before its break. Without one it may be a merged cell's place before the next label.
bool RowModel::is_placed(const RowSlots& row, std::size_t offset) const {
    const std::size_t end = offset + row.expected;
    if (!breaks_tell_ || end > row.figures.size()) return true;
    const std::size_t line = line_length(row);
    if (line < end) return false;
    return !row.figures[end - 1].blank() || line < row.figures.size() || row.ends || has_usual_width(row);
}

bool RowModel::is_complete(const RowSlots& row) const {
    if (width_ == 0 && !surplus_) return false;
    return (width_ == 0 || has_usual_width(row)) && (!surplus_ || surplus_of(row) == *surplus_);
}

std::optional<std::vector<Figure>> RowModel::window(const RowSlots& row, std::size_t offset) const {
    const std::vector<Figure>& figures = row.figures;
    if (offset + row.expected > figures.size()) return std::nullopt;
    const Extent extent = extent_of(figures);
    if (extent.filled > 0 && (extent.first < offset || extent.last >= offset + row.expected)) return std::nullopt;
    const auto begin = figures.begin() + static_cast<std::ptrdiff_t>(offset);
    const auto end = begin + static_cast<std::ptrdiff_t>(row.expected);
    // Beside figures a row that is filled up for a value of its own has lost one: "4 | ||" of three is 4 in any of them.
    if (extent.filled > 0 && std::any_of(begin, end, [](const Figure& f) { return f.padding; })) return std::nullopt;
    return std::vector<Figure>(begin, end);
}

std::optional<std::vector<Figure>> RowModel::exact_values(const RowSlots& row) const {
    std::vector<Figure> own = own_figures(row);
    // Where merged cells were taken apart, blanks stand in the columns of the labels: they are no values.
    const auto is_value = [&](const Figure& f) { return !f.blank() || f.column > deepest_label_; };
    if (ends_as_usual(own)) own.erase(own.begin(), std::find_if(own.begin(), own.end(), is_value));
    const bool strays = count_filled(row.figures) > count_filled(own);
    if (strays && own.size() != row.expected) return std::nullopt;
    if (own.size() == row.expected) {
        // A row that ends before the others lost a cell: the blank that closes the others' rows is not its last value.
        const bool short_of_one = own.back().blank() && own.back().last_column() < usual_end_;
        return short_of_one ? std::nullopt : std::optional(own);
    }
    // A row that reaches beyond the table's edge has a cell too many: which one can't be said.
    if (last_column_ > 0 && !own.empty() && own.back().last_column() > last_column_) return std::nullopt;
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
    if (values.size() != row.expected || filled != count_filled(own)) return std::nullopt;
    return values;
}

std::optional<std::vector<Figure>> RowModel::values_of(const RowSlots& row) const {
    if (row.exact) return exact_values(row);
    const Extent extent = extent_of(row.figures);
    // A figure on a line without delimiter, beside a table with them, may be half of one.
    const bool torn = row.grid >= 0 && std::any_of(row.figures.begin(), row.figures.end(), [](const Figure& f) { return (f.grid < 0 || f.loose) && !f.blank(); });
    if (breaks_after_figure(row)) return std::nullopt;
    if (!torn && extent.is_full(row.expected)) {
        const auto shift = static_cast<std::size_t>(row.label_columns - 1);
        const bool usual = extent.first == 0 || (row.open && extent.first == 1) || (in_place_ && extent.first == shift) || has_usual_width(row);
        return usual ? window(row, extent.first) : std::nullopt;
    }
    if (auto values = apart_values(row)) return values;
    if (torn || extent.filled > row.expected) {
        // More figures in the lines below: ours are certain only where padding closes our own line.
        const RowSlots line = first_line(row);
        const Extent own = extent_of(line.figures);
        const bool closed = line.figures.size() < row.figures.size() && own.last + 1 < line.figures.size();
        if (!closed || !own.is_full(row.expected) || !has_usual_width(line)) return std::nullopt;
        return window(line, own.first);
    }
    if (!is_complete(row)) return std::nullopt;
    if (row.open && extent.filled > 0 && extent.first > 0) return std::nullopt;  // a value, or what closes the label?
    std::size_t offset = 0;
    if (extent.filled > 0) {
        const bool both_ends_filled = extent.last - extent.first + 1 == row.expected;
        if (!both_ends_filled && irregular_ && (row.label_columns > 1 || row.figures.size() != row.expected)) return std::nullopt;
        offset = both_ends_filled ? extent.first : in_place_ ? static_cast<std::size_t>(row.label_columns - 1) : 0;
    }
    return is_placed(row, offset) ? window(row, offset) : std::nullopt;
}

}  // namespace nianbao
