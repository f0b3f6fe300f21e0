#include "core/write/json_writer.hpp"

#include <array>
#include <charconv>

namespace nianbao {
namespace {

/// Bytes that go out as they are: ASCII but control characters, the quote and the backslash.
constexpr std::array<bool, 256> make_plain() {
    std::array<bool, 256> plain{};
    for (std::size_t byte = 0x20; byte < 0x80; ++byte) plain[byte] = byte != '"' && byte != '\\';
    return plain;
}
constexpr std::array<bool, 256> plain_bytes = make_plain();

unsigned char byte_at(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }

/// A sequence of bytes that may be a character: how long it is, and whether it is one.
struct Sequence {
    std::size_t length = 1;
    bool valid = false;
};

/// The sequence at `at`, which begins with a byte of 0x80 or more (The Unicode Standard, table 3-7). A broken one is as
/// long as the part of it that could have begun a character.
Sequence sequence_at(std::string_view text, std::size_t at) {
    const unsigned char lead = byte_at(text, at);
    const std::size_t length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
    if (length == 0) return {};
    unsigned char least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    unsigned char most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    for (std::size_t i = 1; i < length; ++i) {
        if (at + i >= text.size() || byte_at(text, at + i) < least || byte_at(text, at + i) > most) return {i, false};
        least = 0x80;
        most = 0xBF;
    }
    return {length, true};
}

void append_escaped(std::string& out, unsigned char byte) {
    switch (byte) {
        case '"': out += "\\\""; return;
        case '\\': out += "\\\\"; return;
        case '\b': out += "\\b"; return;
        case '\f': out += "\\f"; return;
        case '\n': out += "\\n"; return;
        case '\r': out += "\\r"; return;
        case '\t': out += "\\t"; return;
        default: break;
    }
    constexpr char digits[] = "0123456789abcdef";
    out += "\\u00";
    out += digits[byte >> 4];
    out += digits[byte & 0xF];
}

}  // namespace

void JsonWriter::separate() {
    if (!first_) text_ += ',';
    first_ = false;
}

void JsonWriter::open(char bracket) {
    separate();
    text_ += bracket;
    first_ = true;
}

void JsonWriter::close(char bracket) {
    text_ += bracket;
    first_ = false;
}

JsonWriter& JsonWriter::key(std::string_view name) {
    separate();
    text_ += '"';
    text_ += name;
    text_ += "\":";
    first_ = true;
    return *this;
}

void JsonWriter::word(std::string_view word) {
    separate();
    text_ += word;
}

void JsonWriter::integer(std::int64_t value) {
    separate();
    char digits[24];
    const std::to_chars_result end = std::to_chars(digits, digits + sizeof digits, value);
    text_.append(digits, end.ptr);
}

void JsonWriter::number(Decimal value) {
    if (value.is_integer()) return integer(value.integer());
    std::string digits = value.to_string();
    while (digits.back() == '0') digits.pop_back();
    word(digits);
}

void JsonWriter::string(std::string_view value) {
    separate();
    text_ += '"';
    std::size_t written = 0, at = 0;
    const auto flush = [&] {
        text_.append(value, written, at - written);
    };
    while (at < value.size()) {
        const unsigned char byte = byte_at(value, at);
        if (plain_bytes[byte]) {
            ++at;
            continue;
        }
        if (byte < 0x80) {
            flush();
            append_escaped(text_, byte);
            written = ++at;
            continue;
        }
        const Sequence sequence = sequence_at(value, at);
        if (!sequence.valid) {
            flush();
            text_ += "\xEF\xBF\xBD";
            written = at + sequence.length;
        }
        at += sequence.length;
    }
    flush();
    text_ += '"';
}

}  // namespace nianbao
