// The checks of the rules on the prose: its figures, its years, and how much of it is last year's. The rules themselves
// are listed in rules.cpp.
#pragma once

#include "core/check/rule.hpp"

namespace nianbao {

void check_text_table(const Rule& rule, const Case& c, std::vector<Finding>& out);
void check_stale_year(const Rule& rule, const Case& c, std::vector<Finding>& out);
void check_copied_sections(const Rule& rule, const Case& c, std::vector<Finding>& out);

}  // namespace nianbao
