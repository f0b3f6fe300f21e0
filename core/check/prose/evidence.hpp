// What the prose testifies about the tables: every figure that is plainly read, agreeing with them or not.
#pragma once

#include <cstdint>
#include <vector>

#include "core/check/check.hpp"

namespace nianbao {

struct ProseEvidence {
    std::vector<CellIndex> cells;  ///< their sum is what the prose gives; blank cells count as 0
    std::int64_t figure = 0;
    Span span;  ///< the figure in the text
};

/// In the order of the text. A figure that agrees with one of its readings comes with that reading's cells.
std::vector<ProseEvidence> prose_evidence(const Case& c);

}  // namespace nianbao
