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

/// Appends fold(text), or only its beginning: not less than `enough` bytes of it.
void fold_onto(std::string& out, std::string_view text, std::size_t enough = static_cast<std::size_t>(-1));

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

/// Bytes from `at` on that fold to themselves: ideographs without a variant, three bytes each. There may be more of them.
std::size_t unchanged_at(std::string_view text, std::size_t at);

/// Length of the UTF-8 character at `at` (1 for a stray byte) and its code point (U+FFFD for a stray byte).
struct CodePoint {
    char32_t value = 0;
    std::uint32_t length = 1;
};
CodePoint decode_beyond_ascii(std::string_view text, std::size_t at);
inline CodePoint decode_at(std::string_view text, std::size_t at) {
    if (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) return {static_cast<unsigned char>(text[at]), 1};
    return decode_beyond_ascii(text, at);
}

/// 0 to 9, of full width too.
inline bool is_digit_of_any_width(char32_t c) { return (c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19); }

/// White space of every kind: ASCII, U+00A0, U+3000, zero-width and formatting characters (U+200B…U+200F, U+FEFF), soft hyphen.
inline bool is_space(char32_t c) {
    if (c < 0x80) return c == 0x20 || (c >= 0x09 && c <= 0x0D);
    if (c > 0x3000) return c == 0xFEFF;
    return c == 0x85 || c == 0xA0 || c == 0xAD || c == 0x1680 || (c >= 0x2000 && c <= 0x200F) || (c >= 0x2028 && c <= 0x202F) ||
           (c >= 0x205F && c <= 0x2064) || c == 0x3000;
}

/// What takes no room: zero-width and formatting characters, soft hyphen. It parts nothing a reader sees as one.
inline bool is_invisible(char32_t c) {
    if (c < 0xAD || (c > 0xAD && c < 0x200B)) return false;
    return c == 0xAD || c <= 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2064) || c == 0xFEFF;
}
inline bool parts_words(char32_t c) { return is_space(c) && !is_invisible(c); }

}  // namespace nianbao
