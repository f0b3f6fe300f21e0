// Eight bytes of a text at a time.
#pragma once

#include <cstdint>
#include <cstring>

namespace nianbao {

inline constexpr std::uint64_t high_bits = 0x8080808080808080u;

/// The eight bytes from `bytes` on.
inline std::uint64_t eight_bytes(const char* bytes) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, sizeof word);
    return word;
}

inline bool all_ascii(std::uint64_t word) { return (word & high_bits) == 0; }

/// Whether one of the bytes is a control character of ASCII.
inline bool has_control(std::uint64_t word) { return ((word - 0x2020202020202020u) & ~word & high_bits) != 0; }

}  // namespace nianbao
