#include "core/read/html_characters.hpp"

#include <algorithm>
#include <vector>

#include "core/read/windows_1252.hpp"
#include "core/text/ascii.hpp"
#include "core/text/fold.hpp"
#include "core/text/utf.hpp"

namespace nianbao {

namespace {

constexpr std::size_t longest_name = 31;

/// A named character: "nbsp;", or "nbsp" as well.
struct Named {
    std::string_view name;        ///< without semicolon
    std::string_view characters;  ///< one or two
    bool bare = false;            ///< read without a semicolon, too
};

std::vector<Named> read_list() {
    constexpr std::string_view list =
#include "core/read/entities.inc"
        ;
    std::vector<Named> all;
    all.reserve(2200);
    for (std::size_t at = 0; at < list.size();) {
        const std::size_t stop = list.find_first_of(";,", at), end = list.find(' ', stop);
        all.push_back({list.substr(at, stop - at), list.substr(stop + 1, end - stop - 1), list[stop] == ','});
        at = end + 1;
    }
    return all;
}

const Named* find_named(std::string_view name) {
    static const std::vector<Named> all = read_list();
    const auto found = std::lower_bound(all.begin(), all.end(), name, [](const Named& n, std::string_view wanted) { return n.name < wanted; });
    return found != all.end() && found->name == name ? &*found : nullptr;
}

CharacterReference named(std::string_view text, std::size_t at) {
    std::size_t length = 0;
    while (at + 1 + length < text.size() && length <= longest_name && (is_letter(text[at + 1 + length]) || is_digit(text[at + 1 + length]))) ++length;
    const bool closed = at + 1 + length < text.size() && text[at + 1 + length] == ';';
    for (std::size_t known = length; known > 0; --known) {
        const Named* const found = find_named(text.substr(at + 1, known));
        const bool whole = closed && known == length;
        if (!found || (!whole && !found->bare)) continue;
        const CodePoint first = decode_at(found->characters, 0);
        const bool two = first.length < found->characters.size();
        return {1 + known + (whole ? 1 : 0), first.value, two ? decode_at(found->characters, first.length).value : 0};
    }
    return {};
}

CharacterReference numbered(std::string_view text, std::size_t at) {
    std::size_t end = at + 2;
    const bool hex = end < text.size() && lower(text[end]) == 'x';
    if (hex) ++end;
    const std::size_t digits = end;
    char32_t code = 0;
    for (; end < text.size(); ++end) {
        const int digit = hex_digit(text[end]), base = hex ? 16 : 10;
        if (digit < 0 || digit >= base) break;
        code = std::min<char32_t>(code * static_cast<char32_t>(base) + static_cast<char32_t>(digit), 0x110000);
    }
    if (end == digits) return {};
    if (end < text.size() && text[end] == ';') ++end;
    if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) code = 0xFFFD;
    if (code >= 0x80 && code < 0xA0 && windows_1252(static_cast<unsigned char>(code)) != 0xFFFD) code = windows_1252(static_cast<unsigned char>(code));
    return {end - at, code, 0};
}

}  // namespace

CharacterReference character_reference(std::string_view text, std::size_t at) {
    return at + 1 < text.size() && text[at + 1] == '#' ? numbered(text, at) : named(text, at);
}

std::string without_references(std::string_view value) {
    std::string out;
    for (std::size_t at = 0; at < value.size();) {
        const std::size_t next = std::min(value.find('&', at), value.size());
        out.append(value.substr(at, next - at));
        at = next;
        if (at == value.size()) break;
        CharacterReference found = character_reference(value, at);
        // In an address "&copy=1" is none.
        const char after = at + found.length < value.size() ? value[at + found.length] : '\0';
        if (found.length > 0 && value[at + 1] != '#' && value[at + found.length - 1] != ';' && (after == '=' || is_letter(after) || is_digit(after))) found = {};
        if (found.length == 0) found = {1, '&', 0};
        append_utf8(out, found.first);
        if (found.second != 0) append_utf8(out, found.second);
        at += found.length;
    }
    return out;
}

}  // namespace nianbao
