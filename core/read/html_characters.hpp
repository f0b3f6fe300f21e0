// The characters that a page spells: &nbsp; &#12288; &#x4E00;
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace nianbao {

struct CharacterReference {
    std::size_t length = 0;  ///< bytes, '&' included; 0 where the text spells no character
    char32_t first = 0;
    char32_t second = 0;  ///< some names stand for two; else 0
};

/// What the '&' at `at` begins, as HTML has it: the longest name that is known, some of them without a semicolon.
CharacterReference character_reference(std::string_view text, std::size_t at);

/// An attribute's value with the characters it spells.
std::string without_references(std::string_view value);

}  // namespace nianbao
