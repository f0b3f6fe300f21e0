// Figures as prose writes them: 27件, 二十七件, 1,204件, 约90件, 90余件, 3-5件, 33.9%, 15人次, 2021年.
#include <array>

#include "core/check/prose/token.hpp"
#include "core/text/ascii.hpp"
#include "core/text/fold.hpp"

namespace nianbao::prose {

namespace {

constexpr std::int64_t too_large = 100'000'000;

bool starts(std::string_view text, std::size_t at, std::size_t end, std::string_view word) {
    return at + word.size() <= end && text.substr(at, word.size()) == word;
}

/// Length of the first of `words` that stands at `at`, or 0.
template <std::size_t N>
std::size_t one_of(std::string_view text, std::size_t at, std::size_t end, const std::array<std::string_view, N>& words) {
    for (const std::string_view word : words)
        if (starts(text, at, end, word)) return word.size();
    return 0;
}

constexpr std::array<std::string_view, 7> units = {"件", "份", "宗", "起", "例", "个", "项"};
constexpr std::array<std::string_view, 6> vague = {"余", "多", "几", "来", "左右", "以上"};
constexpr std::array<std::string_view, 4> multiples = {"万", "亿", "千", "百"};
constexpr std::array<std::string_view, 8> other_counters = {"人次", "个百分点", "倍",       "万元",
                                                            "元",   "个月",     "个工作日", "个自然日"};

/// Value of a Chinese digit, or -1.
int digit_of(std::string_view c) {
    static constexpr std::array<std::string_view, 10> digits = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
    for (std::size_t i = 0; i < digits.size(); ++i)
        if (digits[i] == c) return static_cast<int>(i);
    return c == "〇" ? 0 : c == "两" ? 2 : -1;
}

int unit_of(std::string_view c) { return c == "十" ? 10 : c == "百" ? 100 : c == "千" ? 1000 : 0; }

struct Number {
    std::int64_t value = 0;
    std::size_t end = 0;  ///< == begin where there is none
    bool whole = true;
    bool parted = false;  ///< white space stands between its digits
    std::size_t digits = 0;
};

Number arabic(std::string_view text, std::size_t at, std::size_t end) {
    Number n;
    n.end = at;
    while (n.end < end) {
        const char c = text[n.end];
        if (is_digit(c)) {
            if (n.value < too_large) n.value = n.value * 10 + (c - '0');
            ++n.digits;
        } else if (c == ' ') {
            n.parted = true;
        } else if (c == '.') {
            n.whole = false;
        } else if (c != '\'') {
            break;
        }
        ++n.end;
    }
    if (n.value >= too_large) n.whole = false;
    return n;
}

/// 二十七, 一百零三, 十, 两; or a row of digits (二〇二一).
Number chinese(std::string_view text, std::size_t at, std::size_t end) {
    Number n;
    n.end = at;
    std::int64_t section = 0;
    int digit = -1, last_unit = 10000;
    bool positional = false, scaled = false, zero = false;
    while (n.end + 3 <= end) {
        const std::string_view c = text.substr(n.end, 3);
        const int d = digit_of(c), u = unit_of(c);
        if (d < 0 && u == 0) break;
        if (u > 0) {
            if (u >= last_unit) n.whole = false;
            section += (digit < 0 ? 1 : digit) * u;
            if (digit < 0 && u != 10) n.whole = false;
            last_unit = u;
            digit = -1;
            scaled = true;
            zero = false;
        } else {
            if (digit > 0 || (digit == 0 && !scaled)) positional = true;
            if (n.value < too_large) n.value = n.value * 10 + d;
            digit = d;
            zero = zero || d == 0;
        }
        ++n.digits;
        n.end += 3;
    }
    if (positional && scaled) n.whole = false;
    if (scaled && digit > 0 && last_unit > 10 && !zero) n.whole = false;  // 一百二: 102 or 120
    if (positional && !scaled) n.whole = n.whole && n.digits == 4;  // a year; 三五件 is no number
    if (!positional) n.value = section + (digit > 0 ? digit : 0);
    return n;
}

Number number_at(std::string_view text, std::size_t at, std::size_t end) {
    return at < end && is_digit(text[at]) ? arabic(text, at, end) : chinese(text, at, end);
}

Token year_or_date(std::string_view text, Token token, std::size_t at, std::size_t end, const Number& n) {
    static constexpr std::array<std::string_view, 4> dates = {"月份", "月", "日", "号"};
    if (starts(text, at, end, "年") && n.digits == 4 && n.whole && n.value >= 1949 && n.value < 2100) {
        token.kind = Kind::year;
        token.number = n.value;
        token.end = at + 3 + (starts(text, at + 3, end, "度") ? 3 : 0);
    } else if (const std::size_t date = one_of(text, at, end, dates); date > 0) {
        token.kind = Kind::part_of_year;
        token.end = at + date;
    }
    return token;
}

/// "3-5件", "3至5件": the end of the second number, or `at`.
std::size_t end_of_range(std::string_view text, std::size_t at, std::size_t end) {
    std::size_t next = at;
    if (next < end && text[next] == '-')
        ++next;
    else if (starts(text, next, end, "至") || starts(text, next, end, "到"))
        next += 3;
    else
        return at;
    const Number second = number_at(text, next, end);
    return second.end > next ? second.end : at;
}

}  // namespace

Token figure_at(std::string_view text, std::size_t at, std::size_t end) {
    Token token;
    token.begin = token.end = at;
    const Number n = number_at(text, at, end);
    if (n.end == at) return token;
    const bool plain_digits = is_digit(text[at]);
    token = year_or_date(text, token, n.end, end, n);
    if (token.end > at) return token;

    std::size_t next = n.end;
    // 数十件, 上百件
    const bool of_unknown_size = unit_of(text.substr(at, 3)) > 0 && at >= 3 && (starts(text, at - 3, end, "数") || starts(text, at - 3, end, "上"));
    bool exact = n.whole && !n.parted && !of_unknown_size;
    if (const std::size_t range_end = end_of_range(text, next, end); range_end > next) {
        exact = false;
        next = range_end;
        token = year_or_date(text, token, next, end, {});  // 1-6月
        if (token.end > at) return token;
    }
    if (next < end && text[next] == '%') {
        token.kind = Kind::figure;
        token.end = next + 1;
        return token;
    }
    if (const std::size_t m = one_of(text, next, end, multiples); m > 0 && plain_digits) exact = false, next += m;
    if (const std::size_t v = one_of(text, next, end, vague); v > 0) exact = false, next += v;
    if (const std::size_t o = one_of(text, next, end, other_counters); o > 0) {
        token.kind = Kind::figure;
        token.end = next + o;
        return token;
    }
    const bool item = starts(text, next, end, "条") || starts(text, next, end, "项") || starts(text, next, end, "个");
    const bool never = n.value == 0 && starts(text, next, end, "次");  // 3次 may be 3 times the same
    const std::size_t unit = item || never ? 3 : one_of(text, next, end, units);
    const bool zero = n.value == 0 && n.whole && next == end;  // "均为0"
    if (unit == 0 && !zero) {
        if (!plain_digits) return token;  // 一 and the like are words
        token.end = next;                 // a bare number: unknown
        return token;
    }
    token.kind = Kind::figure;
    token.counted = true;
    token.number = n.value;
    token.item_unit = item;
    token.end = next + unit;
    if (unit > 0 && starts(text, token.end, end, "次")) exact = false, token.end += 3;
    if (const std::size_t v = one_of(text, token.end, end, vague); v > 0) exact = false, token.end += v;
    token.exact = exact;
    return token;
}

}  // namespace nianbao::prose
