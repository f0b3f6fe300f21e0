// What people read about a repair: which cells, old → new, which slip explains it, and what the prose says to it.
#pragma once

#include <span>

#include "core/check/locate.hpp"
#include "core/check/locate/plausibility.hpp"

namespace nianbao {

struct Standings {
    std::size_t changes = 0;    ///< cells of the smallest repairs
    std::size_t count = 0;      ///< how many repairs of that size there are, at least
    std::size_t shown = 0;
    std::size_t equally_good = 1;  ///< how many of the shown ones can't be told apart
    std::size_t slips = 0;      ///< of the first repair
    bool complete = true;       ///< every repair of that size was compared
};

/// Why this repair is a likely one. `only` where no other of its size exists.
Message repair_sentence(const Case& c, std::span<const Amendment> amendments, const Appraisal& appraisal,
                        const std::vector<ProseEvidence>& evidence, bool only);

/// How many slips a repair takes for granted; totals left blank are one habit.
std::size_t slips_of(const Appraisal& appraisal);

/// How the repairs stand to each other; empty where there is only one and it is small.
Message standing_sentence(const Standings& standings);

/// The other reading of a balance that fails because nothing was carried over: a result was not counted. Empty where
/// the first repair is no such case.
Message other_reading(const Case& c, std::span<const Amendment> first, const Appraisal& appraisal,
                      const std::vector<ProseEvidence>& evidence);

Message too_many_sentence();

}  // namespace nianbao
