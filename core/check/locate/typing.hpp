// How a figure can come to be typed as another.
#pragma once

#include <cstdint>
#include <optional>

#include "core/check/locate/weights.hpp"

namespace nianbao {

/// The slip of the keyboard that turns `right` into `written`, or none.
std::optional<FaultKind> typing_fault(std::int64_t written, std::int64_t right);

}  // namespace nianbao
