// Dates as reports write them: "2021年1月1日", "2021.1.1", "二〇二一年一月一日", in full width, with white space anywhere.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/report.hpp"

namespace nianbao {

/// Every "from … to …" in a text; spans count from its beginning. The second date may leave its year out. A month
/// without a day is meant from its first or to its last day, and "统计期限为2024年度" from its first to its last month.
std::vector<Period> find_periods(std::string_view text);

/// The first "20xx年" of a text, or nothing.
std::optional<int> find_year(std::string_view text, Span* place = nullptr);

}  // namespace nianbao
