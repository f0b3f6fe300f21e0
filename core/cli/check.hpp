// nianbao check: every report of the call, results on standard output in the order of the input.
#pragma once

#include "core/cli/call.hpp"

namespace nianbao {

enum Exit : int { no_errors = 0, has_errors = 1, unusable = 2 };

Exit check_reports(const Call& call);

}  // namespace nianbao
