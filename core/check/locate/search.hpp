// The exact search: every smallest set of cells whose change makes all relations of a model hold.
//
// Method (docs/locate.md): iterative deepening over the number of changes; at each step a *demand* (a set of cells of
// which at least one must change) is branched on, values follow from relations with one unknown left, and disjoint
// demands bound what is still needed from below. Complete: no smaller set exists, and every set of the smallest size is
// listed unless a bound says otherwise. Integers throughout; bounds count work, not time, so results are the same
// on every machine.
#pragma once

#include <cstdint>
#include <vector>

#include "core/check/locate/model.hpp"

namespace nianbao {

struct ModelChange {
    std::uint16_t cell = 0;  ///< index into Model::cells
    std::int64_t delta = 0;
};
/// Changes by cell; no two explanations of one search are alike.
using Explanation = std::vector<ModelChange>;

struct SearchLimits {
    std::int64_t work = 250'000;     ///< over all sizes; a unit is one relation or one demand looked at
    std::size_t explanations = 600;  ///< kept at the smallest size
    int changes = 32;                ///< the largest set looked for
};

struct SearchResult {
    int changes = 0;                        ///< the proven minimum where `explanations` is not empty
    std::vector<Explanation> explanations;  ///< of that size, in a fixed order
    bool complete = true;                   ///< false: a limit ended the search; there may be more
    std::int64_t steps = 0;                 ///< nodes of the search tree
    std::int64_t work = 0;                  ///< what they cost; never much more than the limit
};

SearchResult search(const Model& model, const SearchLimits& limits = {});

}  // namespace nianbao
