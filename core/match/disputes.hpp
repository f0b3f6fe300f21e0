// Table four: three groups of five figures under a head of their own.
//
// Its rows have no labels, so it is found by its head's words and read by its fifteen figures: in one row, or five
// under each of three small heads.
#pragma once

#include <cstddef>
#include <vector>

#include "core/match/table.hpp"

namespace nianbao {

/// Where table four stands among the slots of `range`; `found` is false where fewer than three words of its head do.
struct DisputesPlace {
    bool found = false;
    Range range;
};
DisputesPlace find_disputes(const Slots& slots, const Form& form, Range range, const std::vector<bool>& walls);

void read_disputes(Matching& matching, Range range);

}  // namespace nianbao
