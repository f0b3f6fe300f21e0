// The rules on the prose: its figures, its years, and how much of it is last year's.
#pragma once

#include "core/check/rule.hpp"

namespace nianbao {

extern const Rule text_table_mismatch;
extern const Rule stale_year;
extern const Rule copied_from_last_year;

}  // namespace nianbao
