// Bytes that had to travel inside a JSON string.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace nianbao {

/// Standard alphabet (RFC 4648 §4). Characters outside it are skipped; an incomplete last group gives the bytes it holds.
inline std::string from_base64(std::string_view text) {
    std::string bytes;
    bytes.reserve(text.size() / 4 * 3);
    std::uint32_t group = 0;
    int bits = 0;
    for (const char c : text) {
        std::uint32_t value = 0;
        if (c >= 'A' && c <= 'Z')
            value = static_cast<std::uint32_t>(c - 'A');
        else if (c >= 'a' && c <= 'z')
            value = static_cast<std::uint32_t>(c - 'a') + 26;
        else if (c >= '0' && c <= '9')
            value = static_cast<std::uint32_t>(c - '0') + 52;
        else if (c == '+' || c == '/')
            value = c == '+' ? 62 : 63;
        else
            continue;
        group = (group << 6) | value;
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            bytes.push_back(static_cast<char>((group >> bits) & 0xFFU));
        }
    }
    return bytes;
}

/// Whether nothing else is in it but white space: another alphabet ("-", "_") or a "data:" before it gives other bytes.
inline bool is_base64(std::string_view text) {
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/= \t\r\n";
    return text.find_first_not_of(alphabet) == std::string_view::npos;
}

}  // namespace nianbao
