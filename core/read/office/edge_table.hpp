// Tables of formats that give each cell by its edges (RTF, binary Word): the edges of all rows make the columns.
#pragma once

#include <vector>

#include "core/read/flow.hpp"

namespace nianbao {

struct EdgeCell {
    Flow content;
    int left = 0, right = 0;     ///< twips; left < right, or both 0 where the format did not say
    bool joins_left = false;     ///< goes on the cell to its left
    bool joins_above = false;    ///< goes on the cell above
};
using EdgeRow = std::vector<EdgeCell>;

/// Edges nearer than 2 mm to one another are one. A row without edges counts its cells.
FlowItem table_from_edges(std::vector<EdgeRow> rows);

/// A table of a format that says only at a row's end which cells it had (doc, rtf).
struct OpenTable {
    std::vector<EdgeRow> rows;
    std::vector<Flow> cells;  ///< of the row being read
    Flow content;             ///< of the cell being read

    /// The table as far as it was read; an unfinished row counts its cells.
    FlowItem close();
};

}  // namespace nianbao
