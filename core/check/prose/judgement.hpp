// Statements and the tables side by side.
#pragma once

#include <vector>

#include "core/check/prose/amount.hpp"

namespace nianbao::prose {

struct Judgement {
    Statement statement;
    Amount amount;  ///< the reading that agrees, or the nearest one
    bool agrees = false;
};

/// Every statement the tables can answer and that is surely this body's: where the subject is in doubt (全市), another
/// figure of the same passage must agree with the tables first. Wants a case with readings.
const std::vector<Judgement>& judgements_of(const Case& c);

}  // namespace nianbao::prose
