// Tables of formats that give each cell by its edges (RTF, binary Word): the edges of all rows make the columns.
#pragma once

#include <cstddef>
#include <utility>
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

/// Text and the tables in it, of a format that says only at a row's end which cells it had (doc, rtf).
class OpenTables {
public:
    std::size_t depth() const { return tables_.size(); }
    /// Closes and opens tables until so many are open. A row that was not ended counts its cells.
    void to_depth(std::size_t depth);

    /// Appends to the innermost open cell, or to the text outside of tables.
    void add(FlowItem item) { target().push_back(std::move(item)); }

    // Of the innermost table, which must be open.
    void end_cell();
    /// The contents of its open row's cells; the row is begun anew.
    std::vector<Flow> take_cells();
    void add_row(EdgeRow row) { tables_.back().rows.push_back(std::move(row)); }

    /// Closes every table and returns all that was added.
    Flow finish();

private:
    struct Table {
        std::vector<EdgeRow> rows;
        std::vector<Flow> cells;  ///< of the row being read
        Flow content;             ///< of the cell being read
    };
    Flow& target() { return tables_.empty() ? flow_ : tables_.back().content; }

    Flow flow_;
    std::vector<Table> tables_;
};

}  // namespace nianbao
