// Tables that are drawn: ruling lines make cells, and text belongs to the cell it stands in. Where lines are known this
// is exact; tables without (or with only some) lines are left to the reader of columns.
#pragma once

#include <vector>

#include "core/read/runs.hpp"

namespace nianbao {

struct RuledCell {
    int row = 0, column = 0, row_span = 1, column_span = 1;
    double left = 0, right = 0, top = 0, bottom = 0;

    bool holds(double x, double y) const { return left <= x && x < right && top <= y && y < bottom; }
};

struct RuledTable {
    std::vector<double> xs, ys;  ///< the lines' places, ascending
    std::vector<RuledCell> cells;  ///< by row, then column; at least two
    /// The page's edge cuts the first (last) row: its upright lines go on beyond the last line across.
    bool open_top = false, open_bottom = false;

    /// The cell that holds the point, or cells.size().
    std::size_t cell_at(double x, double y) const;
};

/// From top to bottom. Cells whose outline is no rectangle are not merged.
std::vector<RuledTable> find_ruled_tables(const RunPage& page);

}  // namespace nianbao
