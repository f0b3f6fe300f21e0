#include "core/text/number.hpp"

#include <utility>

#include "core/text/fold.hpp"

namespace nianbao {

namespace {

constexpr std::size_t most_digits = 15;
constexpr std::size_t most_decimals = 6;

/// Longest first where one begins with another.
constexpr std::string_view units[] = {
    "亿元", "万元", "千元", "百元", "亿", "万件", "万", "元", "件次", "件", "项次", "项", "条次", "条", "个", "份",
    "次", "宗", "起", "人次", "人", "例", "篇", "家", "种", "类", "款", "笔", "户"};

bool is_dash(char32_t c) {
    return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0x2500 || c == 0x30FC || c == 0xFE63 || c == 0xFF0D;
}

/// "", "/", "／", "\\", "无", "無", or dashes only ("-", "—", "--", "——").
bool says_nothing(std::string_view text) {
    for (const std::string_view word : {"", "/", "／", "\\", "＼", "无", "無"})
        if (text == word) return true;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode_at(text, at);
        if (!is_dash(c.value) && !is_invisible(c.value)) return false;
        at += c.length;
    }
    return true;
}

int digit_of(char32_t c) {
    if (c >= '0' && c <= '9') return static_cast<int>(c - '0');
    if (c >= 0xFF10 && c <= 0xFF19) return static_cast<int>(c - 0xFF10);
    return -1;
}

/// The characters not yet read; between two of them nothing invisible counts.
struct Rest {
    std::string_view text;

    char32_t peek() const { return text.empty() ? 0 : decode_at(text, 0).value; }
    void skip() {
        do text.remove_prefix(decode_at(text, 0).length);
        while (!text.empty() && is_invisible(peek()));
    }
    void skip_space() {
        while (!text.empty() && is_space(peek())) skip();
    }
};

/// -1, +1, or 0 where no sign stands. An em dash is no sign.
int read_sign(Rest& rest) {
    const char32_t c = rest.peek();
    const bool minus = c == '-' || c == 0x2010 || c == 0x2011 || c == 0x2012 || c == 0x2013 || c == 0x2212 || c == 0xFE63 || c == 0xFF0D;
    const bool plus = c == '+' || c == 0xFF0B;
    if (minus || plus) rest.skip();
    return minus ? -1 : plus ? 1 : 0;
}

/// The same in words, as "本年增/减" asks for it.
int read_sign_word(Rest& rest) {
    constexpr std::pair<std::string_view, int> words[] = {{"增加", 1}, {"新增", 1}, {"增", 1}, {"减少", -1}, {"減少", -1}, {"减", -1}, {"減", -1}};
    for (const auto& [word, sign] : words) {
        if (!rest.text.starts_with(word)) continue;
        rest.text.remove_prefix(word.size());
        rest.skip_space();
        return sign;
    }
    return 0;
}

/// Digits as they are read; more than most_digits are counted only.
struct Digits {
    std::int64_t value = 0;
    std::size_t count = 0;
    bool begins_with_zero = false;

    void add(int digit) {
        if (count == 0) begins_with_zero = digit == 0;
        if (++count <= most_digits) value = value * 10 + digit;
    }
};

/// With thousands separators only where every group but the first has three digits.
bool read_integer_part(Rest& rest, Digits& digits) {
    std::size_t group = 0;
    bool separated = false;
    while (!rest.text.empty()) {
        const char32_t c = rest.peek();
        const int digit = digit_of(c);
        if (digit >= 0) {
            digits.add(digit);
            ++group;
        } else if (c == ',' || c == 0xFF0C) {
            if (group == 0 || group > 3 || (separated && group != 3)) return false;
            separated = true;
            group = 0;
        } else {
            break;
        }
        rest.skip();
    }
    return digits.count > 0 && (!separated || group == 3);
}

bool read_decimals(Rest& rest, Digits& digits, std::size_t& decimals, bool& fraction) {
    const char32_t c = rest.peek();
    if (c != '.' && c != 0xFF0E) return true;
    rest.skip();
    fraction = true;
    for (int digit = digit_of(rest.peek()); digit >= 0 && !rest.text.empty(); digit = digit_of(rest.peek())) {
        digits.add(digit);
        ++decimals;
        rest.skip();
    }
    return decimals > 0;
}

/// A unit in any script ("萬元", "條"), or nothing. None is longer than two ideographs.
std::string_view read_unit(Rest& rest) {
    if (rest.text.empty()) return {};
    constexpr std::size_t ideograph = 3;
    std::string folded;
    std::size_t ends[2] = {};
    for (std::size_t at = 0, n = 0; n < 2 && at < rest.text.size();) {
        const CodePoint c = decode_at(rest.text, at);
        at += c.length;
        if (is_invisible(c.value)) continue;
        fold_character(c.value, folded);
        if (folded.size() != (n + 1) * ideograph) break;
        ends[n++] = at;
    }
    for (const std::string_view unit : units) {
        if (!folded.starts_with(unit)) continue;
        rest.text.remove_prefix(ends[unit.size() / ideograph - 1]);
        return unit;
    }
    return {};
}

bool opens_bracket(char32_t c) { return c == '(' || c == '[' || c == 0xFF08 || c == 0x3010 || c == 0x3014; }
bool closes_bracket(char32_t c) { return c == ')' || c == ']' || c == 0xFF09 || c == 0x3011 || c == 0x3015; }

/// A remark in brackets that ends the text: "（其中修订16件）".
bool read_remark(std::string_view text, std::string& remark) {
    if (text.empty()) return true;
    const CodePoint first = decode_at(text, 0);
    if (!opens_bracket(first.value)) return false;
    int depth = 0;
    std::size_t at = 0;
    while (at < text.size()) {
        const CodePoint c = decode_at(text, at);
        depth += opens_bracket(c.value) ? 1 : closes_bracket(c.value) ? -1 : 0;
        at += c.length;
        if (depth == 0) break;
    }
    if (depth != 0 || at != text.size()) return false;
    remark = text;
    return true;
}

/// "**12**" and "__12__": emphasis left over from markdown.
std::string_view without_emphasis(std::string_view text) {
    for (const std::string_view mark : {std::string_view("**"), std::string_view("__"), std::string_view("*")}) {
        if (text.size() > 2 * mark.size() && text.starts_with(mark) && text.ends_with(mark))
            return trim(text.substr(mark.size(), text.size() - 2 * mark.size()));
    }
    return text;
}

}  // namespace

NumberText read_number(std::string_view text) {
    NumberText result;
    text = without_emphasis(trim(text));
    if (says_nothing(text)) {
        result.reading = Reading::blank;
        return result;
    }
    Rest rest{text};
    int sign = read_sign(rest);
    if (sign == 0) {
        sign = read_sign_word(rest);
        result.change = sign != 0;
    }
    Digits digits;
    if (!read_integer_part(rest, digits)) return result;
    const bool leading_zero = digits.count > 1 && digits.begins_with_zero;
    std::size_t decimals = 0;
    if (!read_decimals(rest, digits, decimals, result.fraction)) return result;
    if (decimals > most_decimals || digits.count > most_digits) return result;
    rest.skip_space();
    result.unit = read_unit(rest);
    rest.skip_space();
    if (!read_remark(rest.text, result.remark)) return result;
    result.value.unscaled = sign < 0 ? -digits.value : digits.value;
    result.value.scale = static_cast<std::uint8_t>(decimals);
    result.leading_zero = leading_zero;
    result.reading = Reading::number;
    return result;
}

bool is_value(std::string_view text) { return !trim(text).empty() && read_number(text).reading != Reading::not_a_number; }

}  // namespace nianbao
