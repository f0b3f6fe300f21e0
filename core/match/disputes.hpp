// Table four: three groups of five figures under a head of their own.
//
// Its rows have no labels, so it is found by its head's words and read by its fifteen figures: in one row, or five
// under each of three small heads.
#pragma once

#include "core/match/table.hpp"

namespace nianbao {

/// Reads its cells into the report. `range` is its head and the values after it, see disputes_head.hpp.
void read_disputes(Matching& matching, Range range);

}  // namespace nianbao
