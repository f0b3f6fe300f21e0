// A table whose line breaks became spaces: "规章 0 0 0 行政规范性文件 2 0 9 …", as programs that join the texts of a page leave
// it.
#pragma once

#include <string_view>
#include <vector>

#include "core/document.hpp"

namespace nianbao {

/// What white space parts in such a line, to be read as lines of their own; sentences before and behind the table stay
/// whole, and so does what stands between pipes up to the next heading. Empty where the line holds no table.
std::vector<Span> cells_of_flattened(std::string_view text, Span line);

}  // namespace nianbao
