// The statutory tables as officially drawn, derived from a form's blocks.
#include "core/form.hpp"

namespace nianbao {
namespace {

DrawnCell head(std::string_view text, int column_span = 1, int row_span = 1) {
    return {std::string(text), column_span, row_span, true, -1};
}

DrawnCell value(const Form& form, Table table, std::string_view row, std::string_view column, int column_span = 1) {
    std::string id = "t" + std::to_string(static_cast<int>(table));
    id.append(".").append(row).append(".").append(column);
    return {{}, column_span, 1, false, cell_index(form, id)};
}

/// Where a block has fewer columns than the table, its cells share the width; the last takes what is left over.
std::vector<int> shared_widths(int columns, int cells) {
    std::vector<int> widths(static_cast<std::size_t>(cells), columns / cells);
    widths.back() += columns % cells;
    return widths;
}

DrawnTable draw_two(const Form& form) {
    DrawnTable drawn{Table::two, 4, {}};
    for (const FormBlock& block : form.blocks) {
        if (block.table != Table::two) continue;
        const std::vector<int> widths = shared_widths(drawn.columns - 1, static_cast<int>(block.columns.size()));
        drawn.rows.push_back({head(block.heading, drawn.columns)});
        std::vector<DrawnCell> titles = {head("信息内容")};
        for (std::size_t i = 0; i < block.columns.size(); ++i)
            titles.push_back(head(block.columns[i].label, widths[i]));
        drawn.rows.push_back(std::move(titles));
        for (const Row& row : block.rows) {
            std::vector<DrawnCell> cells = {head(row.label)};
            for (std::size_t i = 0; i < block.columns.size(); ++i)
                cells.push_back(value(form, Table::two, row.id, block.columns[i].id, widths[i]));
            drawn.rows.push_back(std::move(cells));
        }
    }
    return drawn;
}

int rows_in_group(const FormBlock& block, std::string_view group) {
    int count = 0;
    for (const Row& row : block.rows) count += row.group == group ? 1 : 0;
    return count;
}

void draw_three_heads(const Form& form, const FormBlock& block, DrawnTable& drawn) {
    int grouped = 0;
    std::string_view group;
    for (const Column& column : block.columns)
        if (!column.group.empty()) ++grouped, group = column.group;
    drawn.rows.push_back({head(form.balance_note, 3, 3), head("申请人情况", static_cast<int>(block.columns.size()))});
    std::vector<DrawnCell> upper, lower;
    for (const Column& column : block.columns) {
        if (column.group.empty()) {
            upper.push_back(head(column.label, 1, 2));
        } else {
            if (lower.empty()) upper.push_back(head(group, grouped));
            lower.push_back(head(column.label));
        }
    }
    drawn.rows.push_back(std::move(upper));
    drawn.rows.push_back(std::move(lower));
}

DrawnTable draw_three(const Form& form) {
    DrawnTable drawn{Table::three, 10, {}};
    constexpr std::string_view results = "三、本年度办理结果";
    for (const FormBlock& block : form.blocks) {
        if (block.table != Table::three) continue;
        draw_three_heads(form, block, drawn);
        int result_rows = 0;
        for (const Row& row : block.rows) result_rows += row.group.empty() ? 0 : 1;
        bool in_results = false;
        std::string_view group;
        for (const Row& row : block.rows) {
            std::vector<DrawnCell> cells;
            if (!row.group.empty() && !in_results) {
                cells.push_back(head(results, 1, result_rows));
                in_results = true;
            }
            if (row.group.empty()) {
                cells.push_back(head(row.label, 3));
            } else if (row.group == results) {
                cells.push_back(head(row.label, 2));
            } else {
                if (row.group != group) cells.push_back(head(row.group, 1, rows_in_group(block, row.group)));
                cells.push_back(head(row.label));
            }
            group = row.group;
            for (const Column& column : block.columns)
                cells.push_back(value(form, Table::three, row.id, column.id));
            drawn.rows.push_back(std::move(cells));
        }
    }
    return drawn;
}

DrawnTable draw_four(const Form& form) {
    DrawnTable drawn{Table::four, 15, {}};
    for (const FormBlock& block : form.blocks) {
        if (block.table != Table::four) continue;
        const int width = static_cast<int>(block.columns.size());
        std::vector<DrawnCell> top, groups, titles, values;
        std::string_view group;
        for (const Row& row : block.rows) {
            if (row.group.empty()) {
                top.push_back(head(row.label, width));
            } else {
                if (row.group != group) top.push_back(head(row.group, width * rows_in_group(block, row.group)));
                groups.push_back(head(row.label, width));
            }
            group = row.group;
            for (const Column& column : block.columns) {
                // A group without a parent spans the row of group titles as well.
                if (row.group.empty()) groups.push_back(head(column.label, 1, 2));
                else titles.push_back(head(column.label));
                values.push_back(value(form, Table::four, row.id, column.id));
            }
        }
        drawn.rows = {std::move(top), std::move(groups), std::move(titles), std::move(values)};
    }
    return drawn;
}

}  // namespace

std::vector<DrawnTable> drawn_tables(const Form& form) { return {draw_two(form), draw_three(form), draw_four(form)}; }

}  // namespace nianbao
