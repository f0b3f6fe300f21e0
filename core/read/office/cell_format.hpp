// How Excel shows a stored number (ISO/IEC 29500-1, 18.8.31), as far as reports need it.
#pragma once

#include <string>
#include <string_view>

namespace nianbao {

/// `stored` as the file has it ("67.840000000000003"), `code` the cell's format code ("0.00", "General", "0\"件\"").
/// Integers are exact. Dates are written "2021年1月1日" with the parts their format shows. A code this reader does not
/// follow (fractions, exponents, conditions) shows the number as General does: at most 15 significant digits.
std::string shown_number(std::string_view stored, std::string_view code, bool dates_from_1904);

/// The code of a built-in format number, "General" for those without a simple one.
std::string_view builtin_format(int number);

}  // namespace nianbao
