// What ASCII characters are, whatever the locale.
#pragma once

#include <cstddef>
#include <string_view>

namespace nianbao {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

constexpr bool all_digits(std::string_view text) { return !text.empty() && text.find_first_not_of("0123456789") == text.npos; }

/// The value of a hexadecimal digit; -1 for any other character.
constexpr int hex_digit(char c) {
    if (is_digit(c)) return c - '0';
    const char small = lower(c);
    return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

/// Whether a text in lower case stands at `at`, in whatever case.
constexpr bool starts_with_lower(std::string_view text, std::size_t at, std::string_view lower_case) {
    if (at > text.size() || text.size() - at < lower_case.size()) return false;
    for (std::size_t i = 0; i < lower_case.size(); ++i)
        if (lower(text[at + i]) != lower_case[i]) return false;
    return true;
}

/// White space as HTML knows it.
constexpr bool is_html_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

}  // namespace nianbao
