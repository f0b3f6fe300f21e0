// Which year a table speaks of, where a report shows last year's table beside its own.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "core/match/slots.hpp"

namespace nianbao {

/// The year the short texts right before slot `first` name ("2021年度", "附：上年度数据"), or nothing. Looks no further
/// back than the section's heading or the figures of another table.
std::optional<int> year_before(const Document& document, const Slots& slots, std::size_t first, const std::vector<bool>& walls, int report_year);

/// The one table that is the report's: the only one captioned with its year, or the only one not captioned with another.
std::optional<std::size_t> table_of_year(const std::vector<std::optional<int>>& years, int report_year);

}  // namespace nianbao
