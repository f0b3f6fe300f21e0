// The pages laid under one another as one strip of lines: drawn tables filled with what stands in them, page numbers and
// running heads gone.
#pragma once

#include <set>
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
    std::set<int> torn;  ///< rows whose figures ran over one another: which is whose can't be said
};

inline constexpr double same_table_edge = 8;  ///< points; edges nearer than this are one

/// Whether the second stands on the next page between the same edges.
bool is_as_wide_overleaf(const PageTable& first, const PageTable& second);

/// The text of all pages from top to bottom; what stands in drawn tables is there and not among the lines.
struct Strip {
    std::vector<PieceLine> lines;
    std::vector<PageTable> tables;
};
Strip lay_out(const RunPages& pages);

}  // namespace nianbao
