#include "core/read/office/edge_table.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace nianbao {

namespace {

constexpr int same_edge = 113;  // 2 mm: nothing is written in a narrower column
constexpr std::size_t max_cells_of_row = 4096;

std::vector<int> edges_of(const std::vector<EdgeRow>& rows) {
    std::vector<int> all, edges;
    for (const EdgeRow& row : rows)
        for (const EdgeCell& cell : row)
            if (cell.left < cell.right) all.insert(all.end(), {cell.left, cell.right});
    std::sort(all.begin(), all.end());
    for (const int edge : all)
        if (edges.empty() || edge - edges.back() > same_edge) edges.push_back(edge);
    return edges;
}

int column_at(const std::vector<int>& edges, int edge) {
    const auto after = std::upper_bound(edges.begin(), edges.end(), edge);
    return static_cast<int>(after - edges.begin()) - (after == edges.begin() ? 0 : 1);
}

}  // namespace

FlowItem table_from_edges(std::vector<EdgeRow> rows) {
    const std::vector<int> edges = edges_of(rows);
    std::vector<FlowCell> cells;
    std::map<int, std::size_t> above;
    int row_number = 0;
    for (EdgeRow& row : rows) {
        const bool placed = !edges.empty() && std::all_of(row.begin(), row.end(), [](const EdgeCell& c) { return c.left < c.right; });
        std::map<int, std::size_t> current;
        std::size_t last = static_cast<std::size_t>(-1);
        int next = 0;
        for (EdgeCell& from : row) {
            const int column = placed ? std::max(next, column_at(edges, from.left)) : next;
            const int end = placed ? std::max(column + 1, column_at(edges, from.right)) : column + 1;
            next = end;
            if (from.joins_left && last < cells.size()) {
                cells[last].column_span = end - cells[last].column;
                continue;
            }
            if (const auto top = above.find(column); from.joins_above && top != above.end()) {
                cells[top->second].row_span = row_number - cells[top->second].row + 1;
                current[column] = top->second;
                last = static_cast<std::size_t>(-1);
                continue;
            }
            FlowCell cell;
            cell.row = row_number;
            cell.column = column;
            cell.column_span = end - column;
            cell.content = std::move(from.content);
            last = cells.size();
            current[column] = last;
            cells.push_back(std::move(cell));
        }
        above = std::move(current);
        ++row_number;
    }
    return flow_table(std::move(cells));
}

void OpenTables::to_depth(std::size_t depth) {
    while (tables_.size() > depth) {
        std::vector<Flow> cells = take_cells();
        if (!cells.empty()) {
            EdgeRow rest(cells.size());
            for (std::size_t i = 0; i < rest.size(); ++i) rest[i].content = std::move(cells[i]);
            add_row(std::move(rest));
        }
        FlowItem made = table_from_edges(std::move(tables_.back().rows));
        tables_.pop_back();
        if (!made.cells.empty()) add(std::move(made));
    }
    tables_.resize(depth);
}

void OpenTables::end_cell() {
    Table& table = tables_.back();
    if (table.cells.size() < max_cells_of_row) table.cells.push_back(std::exchange(table.content, {}));
}

std::vector<Flow> OpenTables::take_cells() {
    Table& table = tables_.back();
    if (!table.content.empty()) table.cells.push_back(std::exchange(table.content, {}));
    return std::exchange(table.cells, {});
}

Flow OpenTables::finish() {
    to_depth(0);
    return std::move(flow_);
}

}  // namespace nianbao
