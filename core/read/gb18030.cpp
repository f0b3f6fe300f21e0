#include "core/read/gb18030.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "core/read/utf.hpp"
#include "core/text/fold.hpp"

namespace nianbao {

namespace {

#include "core/read/gb18030.inc"

constexpr std::uint32_t row_cells = 190, low_cells = 96, high_cells = 94;  // of a lead byte; 40–A0 without 7F; A1–FE
constexpr std::uint32_t two_byte_codes = 126 * row_cells;
constexpr char32_t beyond_bmp = 189'000;  ///< the four-byte code of U+10000, counted from 81 30 81 30

/// The standard's own order instead of a table. Two bytes: GB2312's symbols and hanzi where that has them, user-defined
/// zones, and in all other places the hanzi up to U+9FA5 that GB2312 lacks, in the order of Unicode. Four bytes: what is
/// left of the basic plane, in the order of Unicode.
class Tables {
public:
    Tables() : pointers_(0x10000, 0) {
        std::vector<bool> taken(0x10000, false);
        for (const char16_t c : hanzi) taken[c] = true;
        std::u16string ideographs;
        for (char16_t c = 0x4E00; c <= 0x9FA5; ++c)
            if (!taken[c]) ideographs += c;
        ideographs += compatibility;

        two_.reserve(two_byte_codes);
        for (std::uint32_t pointer = 0; pointer < two_byte_codes; ++pointer) two_ += at(pointer, ideographs);
        for (const char16_t c : two_) taken[c] = true;
        for (std::uint32_t c = 0x80; c < 0x10000; ++c)
            if (!taken[c] && (c < 0xD800 || c > 0xDFFF)) four_ += static_cast<char16_t>(c);
        // The edition of 2005 gave ḿ the two bytes that the one of 2000 kept free for it.
        std::replace(two_.begin(), two_.end(), u'\uE7C7', u'\u1E3F');
        std::replace(four_.begin(), four_.end(), u'\u1E3F', u'\uE7C7');
        for (std::size_t i = 0; i < two_.size(); ++i) pointers_[two_[i]] = static_cast<std::uint16_t>(i);
        for (std::size_t i = 0; i < four_.size(); ++i) pointers_[four_[i]] = static_cast<std::uint16_t>(two_byte_codes + i);
    }

    char32_t two(std::uint32_t pointer) const { return two_[pointer]; }
    /// 0 where no character has the code.
    char32_t four(std::uint32_t pointer) const {
        if (pointer < four_.size()) return four_[pointer];
        return pointer >= beyond_bmp && pointer < beyond_bmp + 0x100000 ? 0x10000 + (pointer - beyond_bmp) : 0;
    }
    /// Of a character of the basic plane: two-byte codes, then four-byte codes.
    std::uint32_t pointer(char32_t c) const { return pointers_[c]; }

private:
    static char16_t at(std::uint32_t pointer, const std::u16string& ideographs) {
        const std::uint32_t lead = 0x81 + pointer / row_cells, cell = pointer % row_cells;
        const auto zone = [](std::uint32_t first, std::uint32_t i) { return static_cast<char16_t>(first + i); };
        if (lead < 0xA1) return ideographs[(lead - 0x81) * row_cells + cell];
        if (cell < low_cells) {
            if (lead < 0xA8) return zone(0xE4C6, (lead - 0xA1) * low_cells + cell);
            if (lead < 0xAA) return more_symbols[(lead - 0xA8) * low_cells + cell];
            return ideographs[(0xA1 - 0x81) * row_cells + (lead - 0xAA) * low_cells + cell];
        }
        const std::uint32_t high = cell - low_cells;
        if (lead < 0xAA) return symbols[(lead - 0xA1) * high_cells + high];
        if (lead < 0xB0) return zone(0xE000, (lead - 0xAA) * high_cells + high);
        if (lead < 0xF8) return hanzi[(lead - 0xB0) * high_cells + high];
        return zone(0xE234, (lead - 0xF8) * high_cells + high);
    }

    std::u16string two_, four_;
    std::vector<std::uint16_t> pointers_;
};

const Tables& tables() {
    static const Tables instance;
    return instance;
}

bool is_lead(unsigned char byte) { return byte >= 0x81 && byte <= 0xFE; }
bool is_digit(unsigned char byte) { return byte >= 0x30 && byte <= 0x39; }
bool is_trail(unsigned char byte) { return byte >= 0x40 && byte <= 0xFE && byte != 0x7F; }

/// What stands at a place: a character, or nothing that is one.
struct Code {
    char32_t value = 0;      ///< 0 and `sound` false: no character
    std::size_t length = 1;  ///< bytes; of what is no character, as many as can't begin one
    bool sound = false;
    bool cut = false;        ///< the text ends inside it
};

Code ill_formed(std::string_view bytes, std::size_t at, std::size_t seen) {
    Code code;
    const auto begins = [](unsigned char byte) { return byte < 0x80 || is_lead(byte); };
    while (code.length < seen && !begins(static_cast<unsigned char>(bytes[at + code.length]))) ++code.length;
    return code;
}

Code code_at(std::string_view bytes, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[at + i]); };
    const std::size_t left = bytes.size() - at;
    if (byte(0) < 0x80) return {byte(0), 1, true, false};
    if (!is_lead(byte(0))) return ill_formed(bytes, at, 1);
    const std::uint32_t lead = byte(0) - 0x81u;
    if (left < 2) return {0, left, false, true};
    if (is_trail(byte(1))) return {tables().two(lead * row_cells + byte(1) - (byte(1) < 0x7F ? 0x40u : 0x41u)), 2, true, false};
    if (!is_digit(byte(1))) return ill_formed(bytes, at, 2);
    if (left < 3) return {0, left, false, true};
    if (!is_lead(byte(2))) return ill_formed(bytes, at, 3);
    if (left < 4) return {0, left, false, true};
    if (!is_digit(byte(3))) return ill_formed(bytes, at, 4);
    const char32_t c = tables().four(((lead * 10 + byte(1) - 0x30u) * 126 + byte(2) - 0x81u) * 10 + byte(3) - 0x30u);
    return {c, 4, c != 0, false};
}

}  // namespace

FromGb18030 from_gb18030(std::string_view bytes, bool strict) {
    FromGb18030 out;
    out.text.reserve(bytes.size() + bytes.size() / 2);
    for (std::size_t at = 0; at < bytes.size();) {
        const Code code = code_at(bytes, at);
        out.cut = code.cut;
        if (code.cut) break;
        if (!code.sound) ++out.lost;
        if (!code.sound && strict) break;
        append_utf8(out.text, code.sound ? code.value : 0xFFFD);
        at += code.length;
    }
    return out;
}

std::string to_gb18030(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    const auto put = [&out](std::uint32_t byte) { out += static_cast<char>(byte); };
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode_at(text, at);
        at += c.length;
        if (c.value < 0x80) {
            put(c.value);
            continue;
        }
        std::uint32_t pointer = c.value < 0x10000 ? tables().pointer(c.value) : two_byte_codes + beyond_bmp + (c.value - 0x10000);
        if (pointer < two_byte_codes) {
            const std::uint32_t cell = pointer % row_cells;
            put(0x81 + pointer / row_cells);
            put(cell + (cell < 0x3F ? 0x40 : 0x41));
            continue;
        }
        pointer -= two_byte_codes;
        put(0x81 + pointer / 12600);
        put(0x30 + pointer / 1260 % 10);
        put(0x81 + pointer / 10 % 126);
        put(0x30 + pointer % 10);
    }
    return out;
}

}  // namespace nianbao
