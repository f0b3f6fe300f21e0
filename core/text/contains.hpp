// Whether words stand in a text, and where; the rest of what one asks of a string_view the standard library has.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace nianbao {

/// text.find(word, from). Looked for by the third byte: the first is one of six for nearly every ideograph.
inline std::size_t find_word(std::string_view text, std::string_view word, std::size_t from = 0) {
    constexpr std::size_t told = 2;
    if (word.size() <= told) return text.find(word, from);
    if (from > text.size() || text.size() - from < word.size()) return std::string_view::npos;
    for (std::size_t at = text.find(word[told], from + told); at != std::string_view::npos; at = text.find(word[told], at + 1))
        if (text.substr(at - told, word.size()) == word) return at - told;
    return std::string_view::npos;
}

inline bool contains(std::string_view text, std::string_view part) { return find_word(text, part) != std::string_view::npos; }

inline bool contains_any(std::string_view text, std::initializer_list<std::string_view> parts) {
    return std::any_of(parts.begin(), parts.end(), [&](std::string_view part) { return contains(text, part); });
}

}  // namespace nianbao
