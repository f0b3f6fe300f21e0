// Whether last year's report can be set beside this one.
#pragma once

#include "core/check/check.hpp"

namespace nianbao {

/// Last year's report has a table three; its year, where both are known, is the year before; and it is not of another
/// body. What disagrees has a rule of its own.
bool previous_is_usable(const Case& c);

}  // namespace nianbao
