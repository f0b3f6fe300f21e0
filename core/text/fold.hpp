// Folding for comparison: what two spellings of a label have in common. The text itself is never changed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao {

/// Text folded for matching: NFKC (full width, Kangxi radicals), CJK-supplement radicals, traditional → simplified,
/// lower case, without white space (also U+00A0, U+3000, U+200B, U+FEFF), brackets, quotes, punctuation and * _ residue.
/// Decimal points and signs go too: fold labels with it, never values.
std::string fold(std::string_view text);

/// Appends what one character folds to: nothing, one character or several.
void fold_character(char32_t c, std::string& out);

/// The same with a way back: origin[i] is the byte offset in the input of folded byte i; origin.back() is the end of
/// the last kept character (origin.size() == text.size() + 1).
struct Folded {
    std::string text;
    std::vector<std::uint32_t> origin;
};
Folded fold_with_origin(std::string_view text);

/// Removes leading and trailing white space of every kind listed above; a view into the input.
std::string_view trim(std::string_view text);

/// Length of the UTF-8 character at `at` (1 for a stray byte) and its code point (U+FFFD for a stray byte).
struct CodePoint {
    char32_t value = 0;
    std::uint32_t length = 1;
};
CodePoint decode_at(std::string_view text, std::size_t at);

/// White space of every kind: ASCII, U+00A0, U+3000, zero-width and formatting characters (U+200B…U+200F, U+FEFF), soft hyphen.
bool is_space(char32_t c);

}  // namespace nianbao
