// Which cells are wrong: the smallest, most plausible set of changes that makes every relation hold
// (error localisation after Fellegi and Holt, 1976). Proposals only; nothing is changed.
#pragma once

#include <vector>

#include "core/check/check.hpp"
#include "core/finding.hpp"

namespace nianbao {

struct Localisation {
    std::vector<Repair> repairs;  ///< best first, at most five; empty when no relation fails
    Message note;                 ///< several equally good, none small, or too many faults to say; empty otherwise
};

Localisation locate(const Case& c);

}  // namespace nianbao
