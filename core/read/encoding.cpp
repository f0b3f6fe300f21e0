#include "core/read/encoding.hpp"

#include <algorithm>

#include "core/read/gb18030.hpp"
#include "core/text/ascii.hpp"
#include "core/text/bytes.hpp"
#include "core/text/utf.hpp"

namespace nianbao {

namespace {

constexpr std::string_view utf8 = "UTF-8", utf16le = "UTF-16LE", utf16be = "UTF-16BE", gb18030 = "GB18030";
constexpr std::size_t sample_size = 1u << 16;

char16_t unit_at(std::string_view bytes, std::size_t at, bool big_endian) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<char16_t>(big_endian ? (first << 8) | second : (second << 8) | first);
}

Decoded from_utf8(std::string_view bytes) {
    Decoded out;
    out.encoding = utf8;
    std::size_t done = 0, at = 0;
    while (at < bytes.size()) {
        if (static_cast<unsigned char>(bytes[at]) < 0x80) {
            ++at;
            while (at + 8 <= bytes.size() && all_ascii(eight_bytes(bytes.data() + at))) at += 8;
            continue;
        }
        if (const std::size_t run = three_byte_run(bytes, at); run > 0) {
            at += run;
            out.sound += run / 3;
            continue;
        }
        const int length = utf8_length(bytes, at);
        if (length > 0) {
            at += static_cast<std::size_t>(length);
            ++out.sound;
            continue;
        }
        out.text.append(bytes.substr(done, at - done));
        if (length < 0) {
            out.cut = true;
            return out;
        }
        append_utf8(out.text, 0xFFFD);
        ++out.lost;
        done = ++at;
    }
    out.text.append(bytes.substr(done));
    return out;
}

Decoded from_utf16(std::string_view bytes, bool big_endian) {
    Decoded out;
    out.encoding = big_endian ? utf16be : utf16le;
    out.text.reserve(bytes.size() + bytes.size() / 2);
    Utf16Joiner joiner(out.text);
    std::size_t at = 0;
    for (; at + 1 < bytes.size(); at += 2) joiner.add(unit_at(bytes, at, big_endian));
    const bool half_pair = joiner.drop_half();
    out.lost = joiner.lost();
    out.cut = half_pair || at < bytes.size();
    return out;
}

Decoded from_gb(std::string_view bytes, bool strict) {
    FromGb18030 read = from_gb18030(bytes, strict);
    Decoded out;
    out.text = std::move(read.text);
    out.encoding = gb18030;
    out.cut = read.cut;
    out.lost = read.lost;
    return out;
}

Decoded from_named(std::string_view bytes, std::string_view name) {
    if (name == utf16le || name == utf16be) return from_utf16(bytes, name == utf16be);
    if (name == gb18030) return from_gb(bytes, false);
    return from_utf8(bytes);
}

bool plausible(char16_t unit) {
    return unit == '\t' || unit == '\n' || unit == '\r' || (unit >= 0x20 && unit <= 0x7E) || unit == 0xA0 ||
           unit == 0xB7 || (unit >= 0x2010 && unit <= 0x203B) || (unit >= 0x2460 && unit <= 0x257F) ||
           (unit >= 0x3000 && unit <= 0x3017) || (unit >= 0x4E00 && unit <= 0x9FA5) ||
           (unit >= 0xFF01 && unit <= 0xFF5E) || unit == 0xFEFF;
}

/// Percent of the units that a report may hold.
std::size_t plausibility(std::string_view bytes, bool big_endian) {
    const std::size_t units = std::min(bytes.size(), sample_size) / 2;
    if (units == 0) return 0;
    std::size_t good = 0;
    for (std::size_t i = 0; i < units; ++i)
        if (plausible(unit_at(bytes, 2 * i, big_endian))) ++good;
    return good * 100 / units;
}

std::string_view plausible_utf16(std::string_view bytes, std::size_t percent) {
    const std::size_t little = plausibility(bytes, false);
    const std::size_t big = plausibility(bytes, true);
    if (std::max(little, big) < percent) return {};
    return little >= big ? utf16le : utf16be;
}

struct Mark {
    std::string_view bytes;
    std::string_view encoding;
};
constexpr Mark marks[] = {
    {"\xEF\xBB\xBF", utf8}, {"\xFF\xFE", utf16le}, {"\xFE\xFF", utf16be}, {"\x84\x31\x95\x33", gb18030}};

std::string_view without_mark(std::string_view bytes, std::string_view encoding) {
    for (const Mark& mark : marks)
        if (mark.encoding == encoding && bytes.starts_with(mark.bytes))
            return bytes.substr(mark.bytes.size());
    return bytes;
}

Decoded search(std::string_view bytes, std::string_view declared) {
    const std::string_view sample = bytes.substr(0, sample_size);
    const std::size_t first_nul = std::min(sample.find('\0'), sample.size());
    const auto nuls = static_cast<std::size_t>(std::count(sample.begin() + static_cast<std::ptrdiff_t>(first_nul), sample.end(), '\0'));
    Decoded as_utf8 = from_utf8(bytes);
    const bool is_utf8 = as_utf8.lost == 0;
    if (nuls > 0 && (!is_utf8 || nuls * 10 >= sample.size())) {
        const std::string_view wide = plausible_utf16(bytes, 85);
        if (!wide.empty()) return from_named(bytes, wide);
    }
    constexpr std::size_t short_text = 24;
    if (is_utf8) {
        const bool ambiguous = encoding_name(declared) == gb18030 && bytes.size() < sample_size;
        if (!ambiguous || count_high(bytes) == 0 || count_high(bytes) > short_text) return as_utf8;
        Decoded as_gb = from_gb(bytes, true);
        return as_gb.lost == 0 ? as_gb : as_utf8;
    }
    // A spoilt byte in UTF-8. In GB18030 nearly every pair of bytes is a character, so that strictness says little there.
    if (as_utf8.sound >= 4 * as_utf8.lost) return as_utf8;
    Decoded as_gb = from_gb(bytes, true);
    if (as_gb.lost == 0) return as_gb;
    const std::string_view wide = plausible_utf16(bytes, 90);
    if (!wide.empty()) return from_named(bytes, wide);
    as_gb = from_gb(bytes, false);
    return as_gb.lost < as_utf8.lost ? as_gb : as_utf8;
}

}  // namespace

std::size_t count_high(std::string_view bytes) {
    return static_cast<std::size_t>(
        std::count_if(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }));
}

std::string_view encoding_name(std::string_view label) {
    std::string plain;
    for (const char c : label.substr(0, 16))
        if (is_letter(c) || is_digit(c)) plain += lower(c);
    if (plain == "utf8") return utf8;
    if (plain == "utf16" || plain == "utf16le" || plain == "unicode") return utf16le;
    if (plain == "utf16be") return utf16be;
    if (plain == "gb18030" || plain == "gbk" || plain == "gb2312" || plain == "gb231280" || plain == "cp936" ||
        plain == "ms936" || plain == "xgbk")
        return gb18030;
    return {};
}

Decoded decode(std::string_view bytes, std::string_view forced, std::string_view declared) {
    const std::string_view name = encoding_name(forced);
    if (!name.empty()) return from_named(without_mark(bytes, name), name);
    for (const Mark& mark : marks)
        if (bytes.starts_with(mark.bytes))
            return from_named(bytes.substr(mark.bytes.size()), mark.encoding);
    return search(bytes, declared);
}

bool looks_binary(const Decoded& decoded) {
    const std::string_view text = decoded.text;
    std::size_t controls = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (at + 8 <= text.size() && !has_control(eight_bytes(text.data() + at))) {
            at += 8;
            continue;
        }
        for (const std::size_t end = std::min(at + 8, text.size()); at < end; ++at) {
            const auto byte = static_cast<unsigned char>(text[at]);
            const bool breaks = static_cast<unsigned char>(byte - '\t') <= '\r' - '\t';  // HT, LF, VT, FF, CR
            controls += byte < 0x20 && !breaks ? 1 : 0;
        }
    }
    return (controls + decoded.lost) * 25 > text.size();
}

}  // namespace nianbao
