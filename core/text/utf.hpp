// UTF-8 and UTF-16 as bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace nianbao {

inline void append_utf8(std::string& out, char32_t c) {
    const auto low = [c](int shift) { return static_cast<char>(0x80 | ((c >> shift) & 0x3F)); };
    if (c < 0x80) {
        out += static_cast<char>(c);
    } else if (c < 0x800) {
        const char bytes[] = {static_cast<char>(0xC0 | (c >> 6)), low(0)};
        out.append(bytes, 2);
    } else if (c < 0x10000) {
        const char bytes[] = {static_cast<char>(0xE0 | (c >> 12)), low(6), low(0)};
        out.append(bytes, 3);
    } else {
        const char bytes[] = {static_cast<char>(0xF0 | (c >> 18)), low(12), low(6), low(0)};
        out.append(bytes, 4);
    }
}

/// Length of the well-formed UTF-8 character at `at`; 0 where it is ill-formed; -1 where the text ends inside it.
int utf8_length(std::string_view bytes, std::size_t at);

/// Bytes of the three-byte characters from `at` on, as far as every one of them is well-formed whatever its first byte:
/// nearly all of a Chinese text. There may be more.
inline std::size_t three_byte_run(std::string_view bytes, std::size_t at) {
    const std::size_t begin = at;
    for (; at + 2 < bytes.size(); at += 3) {
        const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[at + i]); };
        const bool ordinary = byte(0) > 0xE0 && byte(0) < 0xF0 && byte(0) != 0xED;
        if (!ordinary || (byte(1) & 0xC0) != 0x80 || (byte(2) & 0xC0) != 0x80) break;
    }
    return at - begin;
}

/// Writes UTF-16 code units as UTF-8; a lone surrogate becomes U+FFFD.
class Utf16Joiner {
public:
    explicit Utf16Joiner(std::string& out) : out_(out) {}
    void add(char16_t unit);
    void lose();    ///< an ill-formed place
    void finish();  ///< a high surrogate at the end is lone, too
    bool drop_half();  ///< leaves out a high surrogate that still waits for its other half; whether there was one
    std::size_t lost() const { return lost_; }

private:
    std::string& out_;
    char16_t high_ = 0;
    std::size_t lost_ = 0;
};

}  // namespace nianbao
