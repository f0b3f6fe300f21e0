// What happens to a report on its way through mail, converters and clipboards: lines lost, split, misspelt, strayed in.
#pragma once

#include <string>

#include "tests/support/filled.hpp"

namespace nianbao::testing {

enum class Damage {
    line_lost,
    label_misspelt,  ///< one character dropped or replaced
    cell_split,      ///< a line break between two digits or characters
    stray_line,
    page_break,
    label_lost,      ///< a label's text, its delimiters stay
    label_renamed,   ///< other words for a label
    delimiter_lost,  ///< one "|" or TAB; two cells run together
    figure_lost,     ///< one cell's digits
    line_repeated,
    any              ///< each time another of these
};
constexpr Damage all_damages[] = {Damage::line_lost,     Damage::label_misspelt, Damage::cell_split,  Damage::stray_line,    Damage::page_break, Damage::label_lost,
                                  Damage::label_renamed, Damage::delimiter_lost, Damage::figure_lost, Damage::line_repeated, Damage::any};
const char* damage_name(Damage damage);

/// Applies one damage at a random place between the headings of sections two and five.
std::string damaged(std::string text, Damage damage, Random& random);

}  // namespace nianbao::testing
