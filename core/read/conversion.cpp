// Recognises text that was decoded wrongly once and saved again.
#include <algorithm>

#include "core/read/encoding.hpp"
#include "core/read/gb18030.hpp"
#include "core/read/windows_1252.hpp"
#include "core/text/contains.hpp"
#include "core/text/fold.hpp"
#include "core/text/utf.hpp"

namespace nianbao {

namespace {

constexpr std::size_t sample_size = 1u << 15;
constexpr std::size_t enough = 8;  ///< characters, before anything is said
constexpr std::string_view replacement = "\xEF\xBF\xBD";

/// The characters beyond ASCII, up to sample_size bytes; a line feed where ASCII stood between them.
std::string foreign_sample(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size() && out.size() < sample_size;) {
        const CodePoint c = decode_at(text, at);
        if (c.value >= 0x80)
            out += text.substr(at, c.length);
        else if (!out.empty() && out.back() != '\n')
            out += '\n';
        at += c.length;
    }
    return out;
}

/// The byte that windows-1252 or Latin-1 shows as this character; -1 for none.
int latin_byte(char32_t c) {
    if (c <= 0xFF) return static_cast<int>(c);
    for (int byte = 0x80; byte < 0xA0 && c != 0xFFFD; ++byte)
        if (windows_1252(static_cast<unsigned char>(byte)) == c) return byte;
    return -1;
}

/// The sample's bytes as a reader of Latin-1 took them; empty where the sample is something else.
std::string latin_bytes(std::string_view sample) {
    std::string out;
    std::size_t others = 0;
    for (std::size_t at = 0; at < sample.size();) {
        const CodePoint c = decode_at(sample, at);
        const int byte = latin_byte(c.value);
        if (byte >= 0)
            out += static_cast<char>(byte);
        else
            ++others;
        at += c.length;
    }
    return others * 10 > out.size() ? std::string{} : out;
}

bool is_cjk(char32_t c) {
    return (c >= 0x2010 && c <= 0x203B) || (c >= 0x3000 && c <= 0x303F) || (c >= 0x4E00 && c <= 0x9FFF) ||
           (c >= 0xFF00 && c <= 0xFFEF);
}

/// Whether most of the bytes are the UTF-8 of Chinese text.
bool is_chinese_utf8(std::string_view bytes) {
    std::size_t characters = 0;
    for (std::size_t at = 0; at < bytes.size();) {
        const int length = utf8_length(bytes, at);
        if (length == 3 && is_cjk(decode_at(bytes, at).value)) ++characters;
        at += length > 0 ? static_cast<std::size_t>(length) : 1;
    }
    return characters >= enough && characters * 3 * 2 > count_high(bytes);
}

/// Whether most of the bytes are pairs of the GB2312 plane of hanzi and punctuation.
bool is_chinese_gb(std::string_view bytes) {
    std::size_t characters = 0;
    for (std::size_t at = 0; at + 1 < bytes.size();) {
        const auto lead = static_cast<unsigned char>(bytes[at]);
        const auto trail = static_cast<unsigned char>(bytes[at + 1]);
        const bool hanzi = lead >= 0xB0 && lead <= 0xF7;
        const bool pair = (hanzi || (lead >= 0xA1 && lead <= 0xA3)) && trail >= 0xA1 && trail <= 0xFE;
        if (pair) ++characters;
        at += pair ? 2 : 1;
    }
    return characters >= enough && characters * 2 * 5 > count_high(bytes) * 4;
}

std::size_t occurrences(std::string_view text, std::string_view word) {
    std::size_t count = 0;
    for (std::size_t at = find_word(text, word); at != text.npos; at = find_word(text, word, at + word.size())) ++count;
    return count;
}

/// Whether the text holds the particles and punctuation of Chinese as often as sound text does, and no lost character.
bool is_plainly_sound(std::string_view text) {
    constexpr std::size_t head = 1u << 14;
    const std::string_view seen = text.substr(0, head);
    const auto characters = static_cast<std::size_t>(
        std::count_if(seen.begin(), seen.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xE0; }));
    std::size_t common = 0;
    for (const std::string_view word : {"的", "，", "。", "、", "一"}) common += occurrences(text.substr(0, head + 2), word);
    return common >= enough && common * 50 >= characters && !contains(text, replacement) && !contains(text, "锟斤拷");
}

}  // namespace

std::optional<Conversion> wrong_conversion(std::string_view text) {
    if (is_plainly_sound(text)) return std::nullopt;
    const std::string sample = foreign_sample(text);
    if (sample.size() < enough * 2) return std::nullopt;
    if (is_chinese_utf8(to_gb18030(sample))) return Conversion{"UTF-8", "GB18030"};
    const std::string bytes = latin_bytes(sample);
    if (is_chinese_utf8(bytes)) return Conversion{"UTF-8", "Latin-1"};
    if (is_chinese_gb(bytes)) return Conversion{"GB18030", "Latin-1"};
    const std::size_t lost = occurrences(sample, replacement) + 2 * occurrences(sample, "锟斤拷");
    if (lost >= enough && lost * replacement.size() * 20 > sample.size()) return Conversion{"GB18030", "UTF-8"};
    return std::nullopt;
}

}  // namespace nianbao
