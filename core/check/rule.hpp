// One rule: what it is called, why it exists, what to do, which clause says so, and how it is checked.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "core/check/check.hpp"

namespace nianbao {

struct Text {
    std::string_view zh;
    std::string_view en;
};

struct Rule {
    std::string_view id;  ///< stable, never reused
    Severity severity;
    Text title;           ///< one line that stands alone
    Text why;             ///< why it matters
    Text todo;            ///< what to do about it
    std::string_view clause;  ///< source; empty = "no clause"
    Text message;         ///< the finding's sentence; {0}, {1}, … are arguments
    /// Appends the rule's findings; wants a case with readings (core/check/readings.hpp). Null where a stage's observations
    /// under this id are reported as they stand.
    void (*check)(const Rule& rule, const Case& c, std::vector<Finding>& out);
};

/// Every rule, in the order of docs/rules.md. An explicit list: self-registration loses rules in a static library.
std::span<const Rule* const> catalogue();
const Rule* rule_by_id(std::string_view id);

/// Fills {0}, {1}, … of a sentence in both languages.
Message fill(const Text& pattern, const std::vector<Message>& arguments);

}  // namespace nianbao
