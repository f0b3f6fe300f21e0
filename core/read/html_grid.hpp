// The HTML table model: where cells with rowspan and colspan come to stand.
#pragma once

#include <vector>

#include "core/document.hpp"

namespace nianbao {

/// Columns beyond this many are not placed; spans are cut to it.
inline constexpr int max_columns = 256;

class HtmlGrid {
public:
    /// Spans do not reach over the end of a row group (thead, tbody, tfoot).
    void begin_group();
    void begin_row();
    /// Places a cell; row_span 0 reaches to the end of the group. False where there is no column left.
    bool add(Span span, int row_span, int column_span);
    bool empty() const { return grid_.cells.empty(); }
    std::size_t size() const { return grid_.cells.size(); }
    Grid finish();

private:
    void end_group();

    Grid grid_;
    std::vector<int> free_from_;  ///< by column: the first row not covered by a cell above
    std::size_t group_begin_ = 0; ///< index of the group's first cell
    int row_ = -1;
    int column_ = 0;
};

}  // namespace nianbao
