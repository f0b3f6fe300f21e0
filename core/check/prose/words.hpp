// The word lists of the grammar, as data.
#pragma once

#include <span>
#include <string_view>

#include "core/check/prose/token.hpp"

namespace nianbao::prose {

struct Words {
    Kind kind;
    std::uint8_t value;
    std::string_view list;  ///< separated by spaces
};

std::span<const Words> word_lists();

}  // namespace nianbao::prose
