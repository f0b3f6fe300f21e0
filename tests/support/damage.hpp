// What happens to a report on its way through mail, converters and clipboards: lines lost, split, misspelt, strayed in.
#pragma once

#include <string>

#include "tests/support/filled.hpp"

namespace nianbao::testing {

enum class Damage { line_lost, label_misspelt, cell_split, stray_line, page_break };
constexpr Damage all_damages[] = {Damage::line_lost, Damage::label_misspelt, Damage::cell_split, Damage::stray_line,
                                  Damage::page_break};
const char* damage_name(Damage damage);

/// Applies one damage at a random place between the headings of sections two and five of a text layout.
std::string damaged(std::string text, Damage damage, Random& random);

}  // namespace nianbao::testing
