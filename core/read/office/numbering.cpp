#include "core/read/office/numbering.hpp"

#include <utility>

#include "core/text/ascii.hpp"
#include "core/text/utf.hpp"

namespace nianbao {

namespace {

using Digits = std::array<std::string_view, 10>;
using Units = std::array<std::string_view, 4>;  // one, ten, hundred, thousand

constexpr Digits plain_digits{"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
constexpr Digits financial_digits{"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"};
constexpr Digits financial_traditional{"零", "壹", "貳", "參", "肆", "伍", "陸", "柒", "捌", "玖"};
constexpr Units plain_units{"", "十", "百", "千"};
constexpr Units financial_units{"", "拾", "佰", "仟"};

constexpr std::array<std::string_view, 10> stems{"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"};
constexpr std::array<std::string_view, 12> branches{"子", "丑", "寅", "卯", "辰", "巳", "午", "未", "申", "酉", "戌", "亥"};

std::string digits_of(int number) { return std::to_string(number); }

/// 105 → 一百零五; `short_ten` drops the 一 of 一十 at the front.
std::string counted(int number, const Digits& digits, const Units& units, bool short_ten) {
    if (number < 0 || number > 9999) return digits_of(number);
    if (number == 0) return std::string("零");
    std::string out;
    bool pending_zero = false;
    int divisor = 1000;
    for (std::size_t place = 4; place-- > 0; divisor /= 10) {
        const std::size_t digit = static_cast<std::size_t>(number / divisor % 10);
        if (digit == 0) {
            pending_zero = !out.empty();
            continue;
        }
        if (pending_zero) out += "零";
        pending_zero = false;
        if (!(short_ten && place == 1 && digit == 1 && out.empty())) out += digits[digit];
        out += units[place];
    }
    return out;
}

std::string each_digit(int number, const Digits& digits) {
    std::string out;
    for (const char c : digits_of(number)) {
        if (!is_digit(c)) return digits_of(number);
        out += digits[static_cast<std::size_t>(c - '0')];
    }
    return out;
}

std::string letters(int number, char first) {
    if (number < 1 || number > 780) return digits_of(number);
    return std::string(static_cast<std::size_t>((number - 1) / 26 + 1), static_cast<char>(first + (number - 1) % 26));
}

std::string roman(int number, bool upper) {
    if (number < 1 || number > 3999) return digits_of(number);
    constexpr std::pair<int, std::string_view> parts[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"},
                                                          {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}};
    std::string out;
    for (const auto& [value, letter] : parts)
        for (; number >= value; number -= value) out += letter;
    if (upper)
        for (char& c : out) c = static_cast<char>(c - 'a' + 'A');
    return out;
}

std::string character(int code) {
    std::string out;
    append_utf8(out, static_cast<char32_t>(code));
    return out;
}

std::string enclosed(int number, int first_code, int count) {
    return number >= 1 && number <= count ? character(first_code + number - 1) : digits_of(number);
}

std::string full_width(int number) {
    std::string out;
    for (const char c : digits_of(number)) out += is_digit(c) ? character(0xFF10 + (c - '0')) : std::string(1, c);
    return out;
}

template <std::size_t N>
std::string cyclic(int number, const std::array<std::string_view, N>& names) {
    return number >= 1 ? std::string(names[static_cast<std::size_t>(number - 1) % N]) : digits_of(number);
}

}  // namespace

std::string format_number(NumberFormat format, int number) {
    switch (format) {
        case NumberFormat::decimal: return digits_of(number);
        case NumberFormat::decimal_zero: return (number >= 0 && number < 10 ? "0" : "") + digits_of(number);
        case NumberFormat::decimal_full_width: return full_width(number);
        case NumberFormat::decimal_circled: return enclosed(number, 0x2460, 20);
        case NumberFormat::decimal_parenthesised: return enclosed(number, 0x2474, 20);
        case NumberFormat::decimal_full_stop: return enclosed(number, 0x2488, 20);
        case NumberFormat::upper_letter: return letters(number, 'A');
        case NumberFormat::lower_letter: return letters(number, 'a');
        case NumberFormat::upper_roman: return roman(number, true);
        case NumberFormat::lower_roman: return roman(number, false);
        case NumberFormat::chinese: return counted(number, plain_digits, plain_units, true);
        case NumberFormat::chinese_digits: return each_digit(number, plain_digits);
        case NumberFormat::chinese_financial: return counted(number, financial_digits, financial_units, false);
        case NumberFormat::chinese_financial_traditional: return counted(number, financial_traditional, financial_units, false);
        case NumberFormat::heavenly_stems: return cyclic(number, stems);
        case NumberFormat::earthly_branches: return cyclic(number, branches);
        case NumberFormat::none:
        case NumberFormat::bullet: break;
    }
    return {};
}

NumberFormat number_format_of(std::string_view name) {
    using F = NumberFormat;
    constexpr std::pair<std::string_view, F> names[] = {
        {"decimal", F::decimal}, {"decimalZero", F::decimal_zero}, {"decimalFullWidth", F::decimal_full_width},
        {"decimalFullWidth2", F::decimal_full_width}, {"decimalHalfWidth", F::decimal},
        {"decimalEnclosedCircle", F::decimal_circled}, {"decimalEnclosedCircleChinese", F::decimal_circled},
        {"decimalEnclosedParen", F::decimal_parenthesised}, {"decimalEnclosedFullstop", F::decimal_full_stop},
        {"upperLetter", F::upper_letter}, {"lowerLetter", F::lower_letter}, {"upperRoman", F::upper_roman},
        {"lowerRoman", F::lower_roman}, {"chineseCounting", F::chinese}, {"chineseCountingThousand", F::chinese},
        {"japaneseCounting", F::chinese}, {"taiwaneseCounting", F::chinese}, {"taiwaneseCountingThousand", F::chinese},
        {"ideographDigital", F::chinese_digits}, {"japaneseDigitalTenThousand", F::chinese_digits},
        {"taiwaneseDigital", F::chinese_digits}, {"chineseLegalSimplified", F::chinese_financial},
        {"ideographLegalTraditional", F::chinese_financial_traditional}, {"japaneseLegal", F::chinese_financial_traditional},
        {"ideographTraditional", F::heavenly_stems}, {"ideographZodiac", F::earthly_branches},
        {"none", F::none}, {"bullet", F::bullet}};
    for (const auto& [known, format] : names)
        if (known == name) return format;
    return F::decimal;
}

NumberFormat number_format_of(int code) {
    using F = NumberFormat;
    switch (code) {
        case 1: return F::upper_roman;
        case 2: return F::lower_roman;
        case 3: return F::upper_letter;
        case 4: return F::lower_letter;
        case 10: case 17: case 36: case 40: return F::chinese_digits;
        case 11: case 29: case 33: case 35: case 37: case 39: return F::chinese;
        case 14: case 19: return F::decimal_full_width;
        case 16: case 34: return F::chinese_financial_traditional;
        case 18: case 28: return F::decimal_circled;
        case 22: return F::decimal_zero;
        case 23: return F::bullet;
        case 26: return F::decimal_full_stop;
        case 27: return F::decimal_parenthesised;
        case 30: return F::heavenly_stems;
        case 31: return F::earthly_branches;
        case 38: return F::chinese_financial;
        case 255: return F::none;
        default: return F::decimal;
    }
}

std::string NumberCounter::next(const std::array<NumberLevel, number_levels>& levels, int level) {
    if (level < 0 || level >= number_levels || !levels[static_cast<std::size_t>(level)].exists) return {};
    const std::size_t own = static_cast<std::size_t>(level);
    value_[own] = started_[own] ? value_[own] + 1 : levels[own].start;
    started_[own] = true;
    for (std::size_t deeper = own + 1; deeper < number_levels; ++deeper) {
        const int restart = levels[deeper].restart;
        if (restart == 0 || (restart > 0 && level >= restart)) continue;
        started_[deeper] = false;
    }
    const NumberLevel& shown = levels[own];
    if (shown.format == NumberFormat::bullet) return {};
    std::string out;
    for (std::size_t at = 0; at < shown.text.size(); ++at) {
        const bool place = shown.text[at] == '%' && at + 1 < shown.text.size() && shown.text[at + 1] >= '1' && shown.text[at + 1] <= '9';
        if (!place) {
            out += shown.text[at];
            continue;
        }
        const std::size_t of = static_cast<std::size_t>(shown.text[++at] - '1');
        const int value = started_[of] ? value_[of] : levels[of].start;
        const bool digits = shown.all_decimal && of != own;
        out += format_number(digits ? NumberFormat::decimal : levels[of].format, value);
    }
    if (!out.empty() && static_cast<unsigned char>(out.back()) < 0x80 && out.back() != ' ') out += ' ';
    return out;
}

void NumberCounter::restart(int level, int start) {
    if (level < 0 || level >= number_levels) return;
    started_[static_cast<std::size_t>(level)] = true;
    value_[static_cast<std::size_t>(level)] = start - 1;
}

}  // namespace nianbao
