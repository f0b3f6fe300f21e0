#include "core/read/run/drawn.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "core/read/run/labels.hpp"
#include "core/text/ascii.hpp"
#include "core/text/number.hpp"

namespace nianbao {

namespace {

/// The edges of all parts, those nearer than same_table_edge as one.
std::vector<double> edges_of(const std::vector<PageTable>& parts) {
    std::vector<double> all, edges;
    for (const PageTable& part : parts) all.insert(all.end(), part.shape.xs.begin(), part.shape.xs.end());
    std::sort(all.begin(), all.end());
    for (const double x : all)
        if (edges.empty() || x - edges.back() > same_table_edge) edges.push_back(x);
    return edges;
}

int column_at(const std::vector<double>& edges, double x) {
    return static_cast<int>(std::upper_bound(edges.begin(), edges.end(), x + 0.01) - edges.begin()) - 1;
}

/// Cells of one row by column.
using RowCells = std::map<int, std::size_t>;

RowCells cells_beginning(const std::vector<FlowCell>& cells, int row) {
    RowCells found;
    for (std::size_t i = 0; i < cells.size(); ++i)
        if (cells[i].row == row) found[cells[i].column] = i;
    return found;
}

/// With those that span down to it.
RowCells cells_covering(const std::vector<FlowCell>& cells, int row) {
    RowCells found;
    for (std::size_t i = 0; i < cells.size(); ++i)
        if (cells[i].row <= row && row < cells[i].row + cells[i].row_span) found[cells[i].column] = i;
    return found;
}

std::string& text_of(FlowCell& cell) { return cell.content.front().text; }

/// Whether the row's text is only the rest of the row above: no figures of its own, and no label that begins there, or
/// figures without any label under a label without figures. The row above may be torn: it had figures.
bool is_rest(std::vector<FlowCell>& cells, const RowCells& above, const RowCells& below, bool torn) {
    if (below.empty() || above.empty()) return false;
    const auto count = [&](const RowCells& row, bool values) {
        return std::count_if(row.begin(), row.end(), [&](const auto& entry) {
            const std::string& text = text_of(cells[entry.second]);
            return !text.empty() && is_value(text) == values;
        });
    };
    for (const auto& [column, at] : below) {
        const std::string& text = text_of(cells[at]);
        if (text.empty()) continue;
        const auto over = above.find(column);
        const bool fits = over != above.end() && cells[over->second].column_span == cells[at].column_span;
        if (!fits || label_rank(text) != LabelRank::none) return false;
        if (is_value(text) && !text_of(cells[over->second]).empty()) return false;
    }
    const bool only_text = count(below, false) > 0 && count(below, true) == 0 && (torn || count(above, true) > 0);
    const bool figures_below = count(below, true) > 0 && count(above, true) == 0 && count(above, false) > 0;
    // Titles of columns, each under one of the same width. One alone in the first column may be a label.
    const bool first_blank = text_of(cells[below.begin()->second]).empty();
    const bool head = count(below, false) > (first_blank ? 0 : 1) && count(below, true) == 0 && count(above, true) == 0 &&
                      std::all_of(below.begin(), below.end(), [&](const auto& entry) {
                          const auto over = above.find(entry.first);
                          return text_of(cells[entry.second]).empty() || !text_of(cells[over->second]).empty();
                      });
    return only_text || figures_below || head;
}

/// Whether the rows on both sides of a page's edge are two rows: some column has a figure in both, or a label begins below, or
/// titles of columns stand under one over them all.
bool are_two_rows(std::vector<FlowCell>& cells, const RowCells& below, int row) {
    const RowCells above = cells_covering(cells, row - 1);
    return std::any_of(below.begin(), below.end(), [&](const auto& entry) {
        const auto over = above.find(entry.first);
        if (over == above.end()) return false;
        const std::string &upper = text_of(cells[over->second]), &lower = text_of(cells[entry.second]);
        if (upper.empty() || lower.empty()) return false;
        if (cells[over->second].column_span != cells[entry.second].column_span) return true;
        return is_value(upper) || is_value(lower) || label_rank(lower) != LabelRank::none;
    });
}

/// Makes one row of the last row before `row` and of `row`. A torn row has no cells but its labels' on either side.
void join_rows(std::vector<FlowCell>& cells, const RowCells& below, int row, bool torn) {
    const RowCells above = cells_covering(cells, row - 1);
    std::vector<bool> gone(cells.size());
    for (const auto& [column, at] : below) {
        const auto over = above.find(column);
        if (over == above.end()) {
            gone[at] = torn;
            continue;
        }
        FlowCell& upper = cells[over->second];
        text_of(upper) += text_of(cells[at]);
        upper.row_span += cells[at].row_span - 1;
        gone[at] = true;
    }
    std::vector<FlowCell> kept;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (gone[i]) continue;
        if (cells[i].row >= row) --cells[i].row;
        kept.push_back(std::move(cells[i]));
    }
    cells = std::move(kept);
}

}  // namespace

bool goes_on_overleaf(const PageTable& first, const PageTable& second) { return second.before == first.before && is_as_wide_overleaf(first, second); }

FlowItem drawn_table(const std::vector<PageTable>& parts) {
    const std::vector<double> edges = edges_of(parts);
    std::vector<FlowCell> cells;
    int row = 0;
    bool last_open = false, last_torn = false;
    for (const PageTable& part : parts) {
        for (std::size_t i = 0; i < part.shape.cells.size(); ++i) {
            const RuledCell& from = part.shape.cells[i];
            if (part.torn.count(from.row) > 0 && (part.texts[i].empty() || is_digit(part.texts[i].back()))) continue;
            FlowCell cell;
            cell.row = row + from.row;
            cell.column = column_at(edges, from.left);
            cell.row_span = from.row_span;
            cell.column_span = std::max(1, column_at(edges, from.right) - cell.column);
            cell.content.push_back(flow_paragraph(part.texts[i]));
            cells.push_back(std::move(cell));
        }
        const int first = row;
        const int rows = static_cast<int>(part.shape.ys.size()) - 1;
        row += rows;
        const bool cut = part.shape.open_top || last_open, torn = last_torn;
        last_open = part.shape.open_bottom;
        last_torn = part.torn.count(rows - 1) > 0;
        if (first == 0) continue;
        const RowCells above = cells_covering(cells, first - 1), below = cells_beginning(cells, first);
        if (cut ? are_two_rows(cells, below, first) : !is_rest(cells, above, below, torn)) continue;
        join_rows(cells, below, first, torn);
        --row;
    }
    return flow_table(std::move(cells));
}

}  // namespace nianbao
