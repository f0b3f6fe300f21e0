// The pages laid under one another as one strip of lines: drawn tables filled with what stands in them, page numbers and
// running heads gone.
#pragma once

#include <string>
#include <vector>

#include "core/read/run/pieces.hpp"
#include "core/read/run/ruled.hpp"

namespace nianbao {

/// A drawn table with what stands in its cells.
struct PageTable {
    std::size_t before = 0;  ///< the line of the strip it stands before
    int page = 0;
    RuledTable shape;
    std::vector<std::string> texts;  ///< parallel to shape.cells
};

/// The text of all pages from top to bottom; what stands in drawn tables is there and not among the lines.
struct Strip {
    std::vector<PieceLine> lines;
    std::vector<PageTable> tables;
};
Strip lay_out(const RunPages& pages);

}  // namespace nianbao
