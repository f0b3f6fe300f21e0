// The head above columns of figures: its texts put together to cells, each over the columns it names.
#pragma once

#include <string>
#include <vector>

#include "core/read/run/alignment.hpp"
#include "core/read/run/columns.hpp"

namespace nianbao {

struct HeadCell {
    std::string text;
    int level = 0;                   ///< 0 at the top
    std::size_t first = 0, last = 0; ///< columns, inclusive
    bool across = false;             ///< stands in the middle of the whole table, labels and all
};

/// Cells by level, then column. `pieces` are all texts above the first row whose centre lies over the columns.
std::vector<HeadCell> build_head(const std::vector<Piece>& pieces, const Columns& columns, Alignment alignment);

}  // namespace nianbao
