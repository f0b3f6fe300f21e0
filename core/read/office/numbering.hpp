// Automatic numbering of Word: the "一、", "（一）", "1." that no run holds. Shared by docx, Word-2003 XML and doc.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace nianbao {

enum class NumberFormat : std::uint8_t {
    decimal, decimal_zero, decimal_full_width, decimal_circled, decimal_parenthesised, decimal_full_stop,
    upper_letter, lower_letter, upper_roman, lower_roman,
    chinese, chinese_digits, chinese_financial, chinese_financial_traditional, heavenly_stems, earthly_branches,
    none, bullet
};

/// One number in a format ("一百零五", "XIV", "③"); numbers beyond what the format has are written in digits.
std::string format_number(NumberFormat format, int number);

/// The format of a docx w:numFmt value, and of the code ([MS-OSHARED] MSONFC) that binary Word and Word-2003 XML use.
NumberFormat number_format_of(std::string_view docx_name);
NumberFormat number_format_of(int code);

inline constexpr int number_levels = 9;

struct NumberLevel {
    int start = 1;
    NumberFormat format = NumberFormat::decimal;
    std::string text;         ///< "%1." : %1…%9 stand for the levels' numbers
    bool all_decimal = false; ///< numbers of the levels above are written in digits (isLgl)
    bool exists = false;
    int restart = -1;         ///< the level (1-based) after which it starts again; 0 never, -1 any level above
};

/// The counters of one list of a document.
class NumberCounter {
public:
    /// Counts one paragraph on at `level` and returns what Word shows before it, with a space where the number ends in
    /// a Latin character. Empty for a bullet, for no format, and for a level that does not exist.
    std::string next(const std::array<NumberLevel, number_levels>& levels, int level);
    void restart(int level, int start);

private:
    std::array<int, number_levels> value_{};
    std::array<bool, number_levels> started_{};
};

}  // namespace nianbao
