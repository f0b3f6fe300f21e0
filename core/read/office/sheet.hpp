// A sheet of figures as it is shown, whichever program wrote it (Excel's three formats, ODF): its cells become grids and
// paragraphs. Hidden rows and columns are left out, as in print.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/read/flow.hpp"

namespace nianbao {

inline constexpr int max_sheet_rows = 1 << 20;
inline constexpr int max_sheet_columns = 1 << 14;
inline constexpr std::size_t max_sheet_text = 64u << 20;  ///< bytes

struct SheetArea {
    int top = 0, left = 0, bottom = 0, right = 0;  ///< inclusive, zero-based
};

struct Sheet {
    std::map<std::pair<int, int>, std::string> cells;  ///< (row, column) → shown text; also blank cells the file lists
    std::vector<SheetArea> merges;
    std::set<int> hidden_rows, hidden_columns;
    std::size_t text_size = 0;

    /// False where the sheet has more cells, text or merges than are read.
    bool add(int row, int column, std::string text);
    bool merge(const SheetArea& area);
};

/// Appends the sheet: cut into tables at blank rows, rows that are a heading or running text as paragraphs.
void write_sheet(const Sheet& sheet, Flow& flow);

}  // namespace nianbao
