// Table four: three groups of five figures under a head of their own.
//
// Its rows have no labels, so it is found by its head's words and read by its fifteen figures: in one row, or five
// under each of three small heads.
#pragma once

#include <cstddef>
#include <vector>

#include "core/match/table.hpp"

namespace nianbao {

/// Where a table four stands: its head and the values after it.
struct DisputesPlace {
    Range range;
    double score = 0;  ///< words of its head
};
/// Every place in `range` that looks like one, by place; empty where fewer than three words of its head stand together.
std::vector<DisputesPlace> find_disputes(const Slots& slots, const Form& form, Range range, const std::vector<bool>& walls);

void read_disputes(Matching& matching, Range range);

}  // namespace nianbao
