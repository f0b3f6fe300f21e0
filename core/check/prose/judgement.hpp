// Statements and the tables side by side.
#pragma once

#include <optional>
#include <vector>

#include "core/check/prose/amount.hpp"

namespace nianbao::prose {

struct Judgement {
    Statement statement;
    Amount amount;  ///< the reading that agrees, or the nearest one
    bool agrees = false;
};

/// Every statement the tables can answer and that is surely this body's: where the subject is in doubt (全市), another
/// figure of the same passage must agree with the tables first.
std::vector<Judgement> judgements_of(const Case& c);

/// What is read of a report's prose at most once.
struct Readings {
    std::optional<std::vector<Judgement>> judgements;
};

}  // namespace nianbao::prose
