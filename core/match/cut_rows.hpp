// Rows of grids that a page's edge cuts in two within their titles.
#pragma once

#include "core/match/slots.hpp"

namespace nianbao {

/// Puts such rows together again: the title's end stands in the next row, overleaf in the next grid, and the figures in one of
/// the two. Only where both together spell a printed title; blanks beside the moved part become marks.
Slots join_cut_rows(Slots slots);

}  // namespace nianbao
