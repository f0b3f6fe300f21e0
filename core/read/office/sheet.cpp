#include "core/read/office/sheet.hpp"

#include <algorithm>
#include <string_view>

#include "core/sort.hpp"
#include "core/text/fold.hpp"

namespace nianbao {

namespace {

constexpr std::size_t max_cells = 300'000;
constexpr std::size_t max_merges = 50'000;

/// A sheet without what is hidden.
struct Shown {
    std::map<std::pair<int, int>, std::string> cells;
    std::vector<SheetArea> merges;
};

/// Where a row or column stands once the hidden ones before it are gone.
int shown_place(int place, const std::vector<int>& hidden) {
    return place - static_cast<int>(std::lower_bound(hidden.begin(), hidden.end(), place) - hidden.begin());
}

Shown without_hidden(const Sheet& sheet) {
    Shown shown;
    const std::vector<int> rows(sheet.hidden_rows.begin(), sheet.hidden_rows.end());
    const std::vector<int> columns(sheet.hidden_columns.begin(), sheet.hidden_columns.end());
    for (const auto& [place, text] : sheet.cells) {
        if (sheet.hidden_rows.count(place.first) || sheet.hidden_columns.count(place.second)) continue;
        shown.cells[{shown_place(place.first, rows), shown_place(place.second, columns)}] = text;
    }
    for (const SheetArea& area : sheet.merges) {
        if (sheet.hidden_rows.count(area.top) || sheet.hidden_columns.count(area.left)) continue;
        const SheetArea left{shown_place(area.top, rows), shown_place(area.left, columns), shown_place(area.bottom + 1, rows) - 1,
                             shown_place(area.right + 1, columns) - 1};
        if (left.bottom >= left.top && left.right >= left.left) shown.merges.push_back(left);
    }
    return shown;
}

struct Row {
    std::vector<FlowCell> cells;
    int listed = 0;   ///< cells the file lists, blank ones too
    int filled = 0;
    bool covered = false;  ///< a filled merge from above reaches into it
};

bool is_chinese_numbered(std::string_view text) {
    constexpr std::string_view numbers[] = {"一、", "二、", "三、", "四、", "五、", "六、"};
    return std::any_of(std::begin(numbers), std::end(numbers), [&](std::string_view n) { return text.starts_with(n); });
}

/// A row with one filled cell over more than half of the sheet, or alone in its row, that reads like a heading or running text.
/// Another table of the sheet may be wider than what it is merged over.
bool is_running_text(const Row& row, int columns) {
    if (row.filled != 1 || row.covered) return false;
    for (const FlowCell& cell : row.cells) {
        const std::string_view text = trim(cell.content.front().text);
        if (text.empty()) continue;
        const bool alone = row.listed <= 1 && cell.column_span == 1;
        const bool wide = cell.column == 0 && cell.column_span * 2 > columns;
        if (cell.row_span > 1 && !wide) return false;
        return (alone || wide) && (is_chinese_numbered(text) || text.size() > 90 || text.find("年度报告") != std::string_view::npos);
    }
    return false;
}

std::map<int, Row> rows_of(Shown& sheet, int columns) {
    std::map<int, Row> rows;
    std::map<std::pair<int, int>, SheetArea> spans;
    std::set<std::pair<int, int>> covered;
    const int last_row = sheet.cells.empty() ? 0 : sheet.cells.rbegin()->first.first;
    std::size_t budget = max_cells;
    for (SheetArea area : sheet.merges) {
        area.right = std::min(area.right, columns - 1);
        area.bottom = std::min(area.bottom, last_row);
        spans[{area.top, area.left}] = area;
        const auto origin = sheet.cells.find({area.top, area.left});
        const bool filled = origin != sheet.cells.end() && !trim(origin->second).empty();
        for (int r = area.top; r <= area.bottom && budget > 0; ++r) {
            if (filled && r > area.top) rows[r].covered = true;
            for (int c = area.left; c <= area.right && budget > 0; ++c, --budget)
                if (r != area.top || c != area.left) covered.insert({r, c});
        }
    }
    for (auto& [place, text] : sheet.cells) {
        const auto [r, c] = place;
        if (c >= columns || covered.count(place)) continue;
        FlowCell cell;
        cell.row = r;
        cell.column = c;
        if (const auto span = spans.find(place); span != spans.end()) {
            cell.row_span = std::max(1, span->second.bottom - r + 1);
            cell.column_span = std::max(1, span->second.right - c + 1);
        }
        Row& row = rows[r];
        ++row.listed;
        if (!trim(text).empty()) ++row.filled;
        cell.content.push_back(flow_paragraph(std::move(text)));
        row.cells.push_back(std::move(cell));
    }
    return rows;
}

/// A place that the file does not list is a blank cell all the same, up to the last column anything stands in. `most`: places
/// that may still be looked at.
void add_unlisted(std::vector<FlowCell>& cells, std::size_t& most) {
    int left = cells.front().column, right = 0;
    for (const FlowCell& cell : cells) {
        left = std::min(left, cell.column);
        if (!trim(cell.content.front().text).empty()) right = std::max(right, cell.column + cell.column_span);
    }
    const auto width = static_cast<std::size_t>(std::max(0, right - left)), rows = static_cast<std::size_t>(cells.back().row) + 1;
    if (width * rows > most) return;
    most -= width * rows;
    std::vector<bool> taken(width * rows);
    for (const FlowCell& cell : cells)
        for (auto r = static_cast<std::size_t>(cell.row); r < std::min(rows, static_cast<std::size_t>(cell.row + cell.row_span)); ++r)
            for (int c = cell.column; c < std::min(right, cell.column + cell.column_span); ++c) taken[r * width + static_cast<std::size_t>(c - left)] = true;
    for (std::size_t place = 0; place < taken.size(); ++place) {
        if (taken[place]) continue;
        FlowCell blank;
        blank.row = static_cast<int>(place / width);
        blank.column = left + static_cast<int>(place % width);
        blank.content.push_back(flow_paragraph({}));
        cells.push_back(std::move(blank));
    }
    sort_by(cells, [](const FlowCell& a, const FlowCell& b) { return a.row < b.row || (a.row == b.row && a.column < b.column); });
}

void close_table(std::vector<FlowCell>& cells, std::size_t& most, Flow& flow) {
    if (cells.empty()) return;
    const int top = cells.front().row;
    for (FlowCell& cell : cells) cell.row -= top;
    add_unlisted(cells, most);
    flow.push_back(flow_table(std::exchange(cells, {})));
}

void flow_of(Shown& sheet, Flow& flow) {
    int columns = 0;
    for (const auto& [place, text] : sheet.cells)
        if (!trim(text).empty()) columns = std::max(columns, place.second + 1);
    std::vector<FlowCell> table;
    std::size_t most = max_cells;
    int previous = -2;
    for (auto& [place, row] : rows_of(sheet, columns)) {
        const bool blank = row.filled == 0 && !row.covered;
        const bool text = is_running_text(row, columns);
        if (blank || text || place != previous + 1) close_table(table, most, flow);
        previous = blank ? -2 : place;
        if (blank) continue;
        for (FlowCell& cell : row.cells) {
            if (!text) table.push_back(std::move(cell));
            else flow.push_back(std::move(cell.content.front()));
        }
    }
    close_table(table, most, flow);
}

}  // namespace

bool Sheet::add(int row, int column, std::string text) {
    text_size += text.size();
    if (cells.size() >= max_cells || text_size > max_sheet_text) return false;
    if (row < max_sheet_rows && column < max_sheet_columns) cells[{row, column}] = std::move(text);
    return true;
}

bool Sheet::merge(const SheetArea& area) {
    if (merges.size() >= max_merges) return false;
    merges.push_back(area);
    return true;
}

void write_sheet(const Sheet& sheet, Flow& flow) {
    Shown shown = without_hidden(sheet);
    flow_of(shown, flow);
}

}  // namespace nianbao
