#include "tests/support/layouts.hpp"

namespace nianbao::testing {

Matrix matrix_of(const Filled& filled, Table table) {
    for (const DrawnTable& drawn : drawn_tables(*filled.form)) {
        if (drawn.table != table) continue;
        Matrix matrix(drawn.rows.size(), std::vector<Slot>(static_cast<std::size_t>(drawn.columns)));
        std::vector<std::vector<bool>> taken(drawn.rows.size(), std::vector<bool>(static_cast<std::size_t>(drawn.columns)));
        for (std::size_t row = 0; row < drawn.rows.size(); ++row) {
            std::size_t column = 0;
            for (const DrawnCell& cell : drawn.rows[row]) {
                while (taken[row][column]) ++column;
                const std::string text = cell.cell < 0 ? cell.text : filled.values[static_cast<std::size_t>(cell.cell)];
                matrix[row][column] = {text, true, cell.cell < 0, cell.column_span, cell.row_span};
                for (std::size_t r = row; r < row + static_cast<std::size_t>(cell.row_span); ++r)
                    for (std::size_t c = column; c < column + static_cast<std::size_t>(cell.column_span); ++c) taken[r][c] = true;
            }
        }
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
        {"L2 a cell a line", true, render_cell_a_line},
        {"L3 Word to text", true, render_word_text},
        {"L4 TSV", true, render_tsv},
        {"L4 PDF to TSV, page breaks", true, render_pdf_tsv},
        {"Excel text with quoted cells", true, render_excel_text},
        {"L5 a paragraph a cell", false, render_paragraphs},
        {"L6 pipes on their own lines", true, render_pipe_lines},
        {"L7 markdown", true, render_markdown},
        {"L9 PDF text, spaces between figures", false, render_spaced_lines},
        {"L11 HTML", true, render_html},
        {"L11 Word HTML", true, render_word_html},
        {"L11 WPS HTML", true, render_wps_html},
        {"L11 Excel HTML", true, render_excel_html},
        {"L12 whole page as text", true, render_page_text},
        {"L12 whole page as HTML", true, render_page_html},
        {"L15 traditional script", true, render_traditional},
        {"radicals", true, render_radicals},
    };
    return all;
}

}  // namespace nianbao::testing
