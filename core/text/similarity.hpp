// How much alike two spellings are.
#pragma once

#include <string_view>

namespace nianbao {

/// 1 = same, 0 = nothing in common: 1 - edit distance / length of the longer, in characters, of which the first eighty
/// are compared. Inputs are folded.
double similarity(std::string_view left, std::string_view right);

}  // namespace nianbao
