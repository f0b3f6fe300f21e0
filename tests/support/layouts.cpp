#include "tests/support/layouts.hpp"

#include <algorithm>

namespace nianbao::testing {

namespace {

std::int64_t figure_of(const Filled& filled, const DrawnCell& cell) {
    const std::string& text = cell.cell < 0 ? cell.text : filled.values[static_cast<std::size_t>(cell.cell)];
    return text.empty() ? 0 : std::stoll(text);
}

DrawnCell stated(std::int64_t sum, int& slip) {
    DrawnCell cell;
    cell.text = std::to_string(sum + slip);
    cell.head = false;
    slip = 0;
    return cell;
}

/// A column 小计 after the legal persons' five.
void add_legal_subtotals(const Filled& filled, DrawnTable& drawn, int& slip) {
    ++drawn.columns;
    ++drawn.rows[0].back().column_span;
    ++drawn.rows[1][1].column_span;
    drawn.rows[2].push_back({"小计"});
    for (std::size_t r = 3; r < drawn.rows.size(); ++r) {
        std::vector<DrawnCell>& row = drawn.rows[r];
        std::int64_t sum = 0;
        for (std::size_t c = row.size() - 6; c + 1 < row.size(); ++c) sum += figure_of(filled, row[c]);
        row.insert(row.end() - 1, stated(sum, slip));
    }
}

/// A row 小计 at the head of every group of rows but （六）.
void add_group_totals(const Filled& filled, DrawnTable& drawn, int& slip) {
    std::size_t results = 0;
    for (std::size_t r = 3; r < drawn.rows.size(); ++r) {
        std::vector<DrawnCell>& row = drawn.rows[r];
        if (row.front().text.rfind("三、", 0) == 0) results = r;
        if (row.front().row_span < 2 || results == r || row.front().text.rfind("（六）", 0) == 0) continue;
        const auto rows = static_cast<std::size_t>(row.front().row_span);
        std::vector<DrawnCell> total = {row.front(), {"小计"}};
        ++total.front().row_span;
        row.erase(row.begin());
        for (std::size_t c = 1; c < row.size(); ++c) {
            std::int64_t sum = 0;
            for (std::size_t k = r; k < r + rows; ++k) sum += figure_of(filled, drawn.rows[k][c]);
            total.push_back(stated(sum, slip));
        }
        drawn.rows.insert(drawn.rows.begin() + static_cast<std::ptrdiff_t>(r), std::move(total));
        ++drawn.rows[results].front().row_span;
        r += rows;
    }
}

bool has_values(const std::vector<Slot>& row) {
    return std::any_of(row.begin(), row.end(), [](const Slot& slot) { return slot.origin && !slot.head; });
}

/// A column before column `at`, under one title for every run of head rows; `cell` makes a row's own.
template <typename Cell>
void add_column(Matrix& matrix, std::size_t at, const std::string& title, Cell cell) {
    std::size_t title_row = matrix.size();
    for (std::size_t r = 0; r < matrix.size(); ++r) {
        std::vector<Slot>& row = matrix[r];
        const bool heading = row[0].origin && row[0].column_span == static_cast<int>(row.size());  // over all columns
        Slot slot;
        if (has_values(row)) {
            slot = cell(row);
            title_row = matrix.size();
        } else if (heading) {
            ++row[0].column_span;
        } else if (title_row < matrix.size()) {
            ++matrix[title_row][at].row_span;
        } else {
            slot = {title, true, true, 1, 1};
            title_row = r;
        }
        row.insert(row.begin() + static_cast<std::ptrdiff_t>(heading ? std::max<std::size_t>(at, 1) : at), slot);
    }
}

}  // namespace

Matrix matrix_of(const Filled& filled, Table table) {
    std::vector<DrawnTable> tables = drawn_tables(*filled.form);
    for (DrawnTable& drawn : tables) {
        if (drawn.table != table) continue;
        int slip = filled.subtotal_slip;
        if (table == Table::three && filled.legal_subtotals) add_legal_subtotals(filled, drawn, slip);
        if (table == Table::three && filled.group_totals) add_group_totals(filled, drawn, slip);
        Matrix matrix(drawn.rows.size(), std::vector<Slot>(static_cast<std::size_t>(drawn.columns)));
        std::vector<std::vector<bool>> taken(drawn.rows.size(), std::vector<bool>(static_cast<std::size_t>(drawn.columns)));
        for (std::size_t row = 0; row < drawn.rows.size(); ++row) {
            std::size_t column = 0;
            for (const DrawnCell& cell : drawn.rows[row]) {
                while (taken[row][column]) ++column;
                const std::string text = cell.cell < 0 ? cell.text : filled.values[static_cast<std::size_t>(cell.cell)];
                matrix[row][column] = {text, true, cell.head, cell.column_span, cell.row_span};
                for (std::size_t r = row; r < row + static_cast<std::size_t>(cell.row_span); ++r)
                    for (std::size_t c = column; c < column + static_cast<std::size_t>(cell.column_span); ++c) taken[r][c] = true;
            }
        }
        const std::size_t first_value = table == Table::three ? 3 : 1;
        if (filled.units && table != Table::four)
            add_column(matrix, first_value, "单位", [](const std::vector<Slot>& row) { return Slot{row[0].text == "行政事业性收费" || row[0].text == "政府集中采购" ? "万元" : "件", true, false, 1, 1}; });
        int number = 0;
        if (filled.numbered && table != Table::four)
            add_column(matrix, 0, "序号", [&](const std::vector<Slot>&) { return Slot{std::to_string(++number), true, false, 1, 1}; });
        return matrix;
    }
    return {};
}

std::string whole_report(const Filled& filled, std::string (*table)(const Filled&, Table), std::string_view line_end) {
    const auto section = [&](std::size_t number) {
        constexpr std::string_view numerals[] = {"一", "二", "三", "四", "五", "六"};
        return std::string(numerals[number - 1]) + "、" + std::string(filled.form->sections[number - 1].title) + "\n";
    };
    std::string text = title_of(filled) + "\n" + preamble_of(filled) + "\n" + section(1) + overview_of(filled) + "\n";
    text += section(2) + table(filled, Table::two);
    text += section(3) + table(filled, Table::three);
    text += section(4) + table(filled, Table::four);
    text += section(5) + problems_of(filled) + "\n" + section(6) + matters_of(filled) + "\n";
    return line_end == "\n" ? text : replace_all(std::move(text), "\n", line_end);
}

std::string replace_all(std::string text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

const std::vector<Layout>& layouts() {
    static const std::vector<Layout> all = {
        {"L1 pipes, padding at the end", true, render_pipes},
        {"L1 pipes, no padding", true, render_pipes_unpadded},
        {"L1 pipes, all in one line", false, render_pipes, in_one_line},
        {"L2 a cell a line", true, render_cell_a_line},
        {"L2 a cell a line, by tabs", true, render_cell_a_line_by_tabs},
        {"L2 framed: text in cells, too", true, render_framed_lines},
        {"L3 Word to text", true, render_word_text},
        {"L4 TSV", true, render_tsv},
        {"L4 CSV", true, render_csv},
        {"L4 PDF to TSV, page breaks", true, render_pdf_tsv},
        {"Excel text with quoted cells", true, render_excel_text},
        {"L5 a paragraph a cell", false, render_paragraphs},
        {"L5 all in one line", false, render_paragraphs, in_one_line},
        {"L5 each table in one line", false, render_paragraphs, with_tables_in_one_line},
        {"L6 pipes on their own lines", true, render_pipe_lines},
        {"L7 markdown", true, render_markdown},
        {"L7 merged cells written out", true, render_written_out},
        {"L9 PDF text, spaces between figures", false, render_spaced_lines},
        {"L11 HTML", true, render_html},
        {"L11 Word HTML", true, render_word_html},
        {"L11 WPS HTML", true, render_wps_html},
        {"L11 Excel HTML", true, render_excel_html},
        {"L11 framed: one table for all", true, render_framed_html},
        {"L12 whole page as text", true, render_page_text},
        {"L12 whole page as HTML", true, render_page_html},
        {"L15 traditional script", true, render_traditional},
        {"radicals", true, render_radicals},
    };
    return all;
}

}  // namespace nianbao::testing
