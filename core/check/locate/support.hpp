// The last step where relations form a cycle: which whole numbers the changed cells of a closed set can take.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace nianbao {

/// sum(coefficients[i] * unknown[i]) = constant
struct SupportEquation {
    std::vector<std::int64_t> coefficients;
    std::int64_t constant = 0;
};
struct SupportUnknown {
    std::int64_t least = 0;  ///< the smallest value it may take
    bool may_be_zero = false;
};

struct SupportValues {
    std::vector<std::vector<std::int64_t>> solutions;
    bool complete = true;  ///< false: more may exist (a free number with many values, or figures beyond exact range)
};

/// Whole solutions, at most `most`, in a fixed order. One solution unless bounds keep a smaller set from working.
SupportValues solve_support(std::vector<SupportEquation> equations, const std::vector<SupportUnknown>& unknowns,
                            std::size_t most);

}  // namespace nianbao
