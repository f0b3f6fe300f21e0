// Reads one cell's text as a number.
#pragma once

#include <string>
#include <string_view>

#include "core/decimal.hpp"
#include "core/reading.hpp"

namespace nianbao {

/// What a cell's text says. Grammar (domain.md §5): optional sign (+ - − － full width too, or 增 减 in words), digits with or without
/// thousands separators, optional decimals, optional unit (件 项 条 个 份 次 宗 起 元 万 万元 亿元 …), optional remark in
/// brackets. "", "/", "-", "—", "无" are blank. White space between digits is no number: which digits belong together
/// is not guessed; zero-width characters between them are not seen, by readers of the report either.
struct NumberText {
    Reading reading = Reading::not_a_number;  ///< number, blank or not_a_number
    Decimal value;
    std::string unit;
    std::string remark;
    bool leading_zero = false;  ///< "00", "007"
    bool fraction = false;      ///< written with a decimal point: "3.0"
    bool change = false;        ///< the sign is a word: "增3", "减少2"; a number of changes only
};
NumberText read_number(std::string_view text);

/// Whether a text is a number, or a blank that is written ("/", "无").
bool is_value(std::string_view text);

}  // namespace nianbao
