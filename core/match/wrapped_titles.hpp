// Row titles that take two lines and more, in text copied off a page.
//
// There a table without delimiters is read line by line: the figures of a row stand behind the first line of its title, or
// between two of them, and what is left of the merged titles beside it comes in between:
//
//     不予公 2.其他法律行政法规禁     0  0  0  0  4  0  4
//     开     止公开
#pragma once

#include <string_view>

#include "core/match/slots.hpp"

namespace nianbao {

/// Puts a title's later lines before the row's figures, where they complete a printed title to the letter; pieces of merged
/// titles that stand in between become marks. Slots of paragraphs only: in a grid every cell is where it belongs.
Slots join_wrapped_titles(std::string_view text, Slots slots);

}  // namespace nianbao
