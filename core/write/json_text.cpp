#include "core/write/json_text.hpp"

#include <charconv>

#include "core/read/utf.hpp"

namespace nianbao {
namespace {

bool is_escaped(unsigned char byte) { return byte < 0x20 || byte == '"' || byte == '\\'; }

std::string escape(char byte) {
    constexpr std::string_view named = "\bb\tt\nn\ff\rr\"\"\\\\";
    for (std::size_t i = 0; i < named.size(); i += 2)
        if (named[i] == byte) return {'\\', named[i + 1]};
    constexpr char digits[] = "0123456789abcdef";
    return {'\\', 'u', '0', '0', digits[byte >> 4], digits[byte & 15]};
}

constexpr std::string_view replacement = "\xEF\xBF\xBD";

/// Bytes of the ill-formed sequence at `at` that one replacement character stands for: as many as could begin a character.
std::size_t ill_formed_length(std::string_view text, std::size_t at) {
    for (std::size_t length = 1; length < 4 && at + length <= text.size(); ++length)
        if (utf8_length(text.substr(at, length), 0) == 0) return length > 1 ? length - 1 : 1;
    return text.size() - at;
}

}  // namespace

void JsonText::separate() {
    if (!text_.empty() && text_.back() != '{' && text_.back() != '[' && text_.back() != ':') text_ += ',';
}

void JsonText::key(std::string_view name) {
    separate();
    text_ += '"';
    text_ += name;
    text_ += "\":";
}

void JsonText::put_text_or_null(std::string_view name, std::string_view text) {
    if (text.empty()) put_null(name);
    else put(name, text);
}

void JsonText::add(std::string_view text) {
    separate();
    text_ += '"';
    std::size_t done = 0;  // written up to here
    const auto replace = [&](std::size_t at, std::size_t length, std::string_view by) {
        text_.append(text, done, at - done);
        text_ += by;
        done = at + length;
        return done;
    };
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte < 0x80) {
            at = is_escaped(byte) ? replace(at, 1, escape(text[at])) : at + 1;
        } else if (const std::size_t run = three_byte_run(text, at); run > 0) {
            at += run;
        } else if (const int length = utf8_length(text, at); length > 0) {
            at += static_cast<std::size_t>(length);
        } else {
            at = replace(at, ill_formed_length(text, at), replacement);
        }
    }
    text_.append(text, done);
    text_ += '"';
}

void JsonText::add(std::int64_t number) {
    separate();
    char digits[24];
    text_.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
}

void JsonText::add(bool value) {
    separate();
    text_ += value ? "true" : "false";
}

void JsonText::add(Decimal number) {
    if (number.is_integer()) return add(number.integer());
    separate();
    text_ += number.to_string();
    while (text_.back() == '0') text_.pop_back();
}

}  // namespace nianbao
