#include "core/text/utf.hpp"

#include <utility>

namespace nianbao {

int utf8_length(std::string_view bytes, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[at + i]); };
    const unsigned char lead = byte(0);
    if (lead < 0x80) return 1;
    if (lead < 0xC2 || lead > 0xF4) return 0;
    const int length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    const unsigned char low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    const unsigned char high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    for (std::size_t i = 1; i < static_cast<std::size_t>(length); ++i) {
        if (at + i >= bytes.size()) return -1;
        if (byte(i) < (i == 1 ? low : 0x80) || byte(i) > (i == 1 ? high : 0xBF)) return 0;
    }
    return length;
}

void Utf16Joiner::add(char16_t unit) {
    const bool is_low = unit >= 0xDC00 && unit <= 0xDFFF;
    if (high_ != 0 && is_low) {
        append_utf8(out_, 0x10000 + ((static_cast<char32_t>(high_) - 0xD800) << 10) + (unit - 0xDC00u));
        high_ = 0;
        return;
    }
    finish();
    if (unit >= 0xD800 && unit <= 0xDBFF)
        high_ = unit;
    else if (is_low)
        lose();
    else
        append_utf8(out_, unit);
}

void Utf16Joiner::lose() {
    finish();
    append_utf8(out_, 0xFFFD);
    ++lost_;
}

bool Utf16Joiner::drop_half() { return std::exchange(high_, u'\0') != 0; }

void Utf16Joiner::finish() {
    if (high_ == 0) return;
    high_ = 0;
    append_utf8(out_, 0xFFFD);
    ++lost_;
}

}  // namespace nianbao
