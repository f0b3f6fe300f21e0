// Windows-1252, which old files and pages mean when they say Latin-1.
#pragma once

#include <array>

namespace nianbao {

/// The character of a byte; U+FFFD where there is none.
constexpr char32_t windows_1252(unsigned char byte) {
    constexpr std::array<char16_t, 32> high{0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
                                            0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                            0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};
    return byte >= 0x80 && byte < 0xA0 ? high[byte - 0x80u] : byte;
}

}  // namespace nianbao
