#include "core/text/page_number.hpp"

#include "core/text/fold.hpp"

namespace nianbao {

namespace {

/// What frames a page's number: dashes, dots, a wave.
bool is_dash(char32_t c) {
    return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFF0D || c == 0x2500 || c == 0x30FB || c == 0xB7 || c == '~';
}

}  // namespace

bool is_page_number(std::string_view text) {
    constexpr std::size_t longest = 60, most_digits = 4;  // bytes; of one number
    if (text.size() > longest) return false;
    std::size_t digits = 0;
    bool dash_before = false, dash_after = false, words = false;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode_at(text, at);
        at += c.length;
        if (is_digit_of_any_width(c.value)) ++digits;
        else if (is_dash(c.value)) (digits > 0 ? dash_after : dash_before) = true;
        else if (c.value == U'第' || c.value == U'页' || c.value == U'頁' || c.value == U'共') words = true;
        else if (!is_space(c.value) && c.value != '/' && !(words && (c.value == ',' || c.value == 0xFF0C))) return false;
    }
    if (digits == 0) return false;
    return words ? digits <= 2 * most_digits : digits <= most_digits && dash_before && dash_after;
}

}  // namespace nianbao
