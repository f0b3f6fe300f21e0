// What the tables say to a statement.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/check/prose/statement.hpp"
#include "core/finding.hpp"

namespace nianbao::prose {

/// A sum of cells. `value` counts blanks as 0; where a row's 总计 is blank it is the sum of the row's six columns.
struct Amount {
    std::vector<CellIndex> cells;   ///< the cells meant (总计)
    std::vector<CellIndex> summed;  ///< the cells whose sum `value` is
    std::int64_t value = 0;
    std::int64_t by_columns = 0;  ///< the same from the applicant columns, where they differ from 总计
};

/// Every amount the statement may rightly mean, the nearest meaning first. Empty where a cell can't be read, or where
/// the rows are blank from end to end.
std::vector<Amount> amounts_of(const Meaning& meaning, const Report& report);

/// "（一）予以公开＋（二）部分公开", "granted + partial": the first amount's name.
Message name_of(const Meaning& meaning, const Report& report);

/// What else in the tables equals `figure`: "表三“（一）予以公开”的“自然人”", or empty.
std::optional<Message> namesake_of(const Meaning& meaning, std::int64_t figure, const Report& report);

}  // namespace nianbao::prose
