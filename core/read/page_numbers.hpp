// Page numbers that text was copied with: bare numbers on lines of their own, in the middle of a table, too.
#pragma once

#include <string_view>
#include <vector>

#include "core/read/lines.hpp"

namespace nianbao {

/// Leaves out the lines that number the pages. A bare number does only where all that stand alone on a line count up by
/// one, "3" "4" "5" or "1/5" "2/5": figures parted from their rows, or values a line each, don't.
void drop_page_numbers(std::string_view text, std::vector<Line>& lines);

}  // namespace nianbao
