// Which form a document's tables follow: the one whose labels explain most of them.
#pragma once

#include <vector>

#include "core/match/labels.hpp"

namespace nianbao {

/// A labelled table as one form explains it.
struct Explained {
    const std::vector<Item>* items = nullptr;
    std::vector<Chain> chains;  ///< by place; more than one where a second report or last year's table follows
    const Chain* chosen = nullptr;
};

struct Explanation {
    const Form* form = nullptr;
    Explained two;
    Explained three;
};

/// What the best form explains; without a form where none explains anything. Of several tables of a kind the first is chosen, as
/// far as nothing tells more.
Explanation best_explanation(const Slots& slots);

}  // namespace nianbao
