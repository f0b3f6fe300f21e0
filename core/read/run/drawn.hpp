// Drawn tables, put together again where pages cut them.
#pragma once

#include <vector>

#include "core/read/flow.hpp"
#include "core/read/run/strip.hpp"

namespace nianbao {

/// Whether the second table goes on with the first: on the next page, nothing between them, the same width. A page may
/// show only some of the columns.
bool goes_on_overleaf(const PageTable& first, const PageTable& second);

/// One table of parts that go on with one another. A row cut by the page's end is one row again: its text goes on in the
/// first row of the next part, which has the figures or the label alone.
FlowItem drawn_table(const std::vector<PageTable>& parts);

}  // namespace nianbao
