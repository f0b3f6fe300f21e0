// Columns that reports add to the form's tables: running numbers before the rows' titles, units behind them.
#pragma once

#include <vector>

#include "core/match/labels.hpp"

namespace nianbao {

/// Sets aside what such columns hold beside the rows of a table that was found, as marks, which are no cells. Running numbers
/// only where the head has 序号 and most rows' numbers count on from the one before; units (件, 万元) only where most rows
/// have one.
void set_aside_added_columns(const Document& document, Slots& slots, const std::vector<Item>& items, const Chain& chain);

}  // namespace nianbao
