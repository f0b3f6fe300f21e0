// Tables whose merged cells were written out: data frames and some converters repeat a merged cell's text in every place it
// covers ("第二十条第（五）项 | 第二十条第（五）项 | …", "行政许可 | 24 | 24 | 24").
#pragma once

#include "core/document.hpp"

namespace nianbao {

/// Makes such cells one again, with the first one's text, in grids without merged cells. Words that
/// repeat beside one another are one cell, and so are words that repeat below one another. Figures are one cell only where they
/// are the same and stand below one such cell: "0 | 0 | 0" below three titles are three.
void merge_repeated_cells(Document& document);

}  // namespace nianbao
