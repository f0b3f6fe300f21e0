// Text layouts L1–L9, L12, L15.
#include "tests/support/layouts.hpp"

#include <algorithm>
#include <sstream>
#include <utility>

namespace nianbao::testing {
namespace {

constexpr std::string_view nbsp = "\xC2\xA0";

/// The largest cut at or before `at` that does not split a character.
std::size_t cut(const std::string& text, std::size_t at) {
    while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
    return at;
}

/// The cells that begin in a row, in order.
std::vector<const Slot*> origins(const std::vector<Slot>& row) {
    std::vector<const Slot*> cells;
    for (const Slot& slot : row)
        if (slot.origin) cells.push_back(&slot);
    return cells;
}

std::string pipes(const Filled& filled, Table table) {
    std::string text;
    for (const auto& row : matrix_of(filled, table)) {
        const auto cells = origins(row);
        for (const Slot* cell : cells) text += cell->text + (cell->text.empty() ? "| " : " | ");
        text += std::string(row.size() - cells.size(), '|') + "\n";
    }
    return text;
}

std::string pipes_unpadded(const Filled& filled, Table table) {
    std::string text;
    for (const auto& row : matrix_of(filled, table)) {
        for (const Slot* cell : origins(row)) text += "| " + cell->text + " ";
        text += "|\n";
    }
    return text;
}

std::string cell_a_line(const Filled& filled, Table table) {
    std::string text;
    for (const auto& row : matrix_of(filled, table)) {
        const auto cells = origins(row);
        for (const Slot* cell : cells) text += cell->text.empty() ? "|\n" : cell->text + " |\n";
        if (cells.size() < row.size()) text += std::string(row.size() - cells.size(), '|') + "\n";
    }
    return text;
}

/// With the tabs that the page's source stands in by, and a last cell whose pipe comes after its own line break.
std::string cell_a_line_by_tabs(const Filled& filled, Table table) {
    std::string text;
    for (const auto& row : matrix_of(filled, table)) {
        const auto cells = origins(row);
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const bool closes_late = i > 0 && i + 1 == cells.size() && !cells[i]->text.empty();
            text += (i > 0 ? "\t\t\t" : "") + cells[i]->text + (closes_late ? "\n   | \n" : "  | \n");
        }
        text += "\t\t\n";
    }
    return text;
}

/// Long labels wrap; the rest of the cell goes on without TAB.
std::string wrapped(const std::string& text) {
    constexpr std::size_t six_characters = 18;
    return text.rfind("本年新", 0) == 0 && text.size() > six_characters ? text.substr(0, 9) + "\n" + text.substr(9) : text;
}

std::string word_text(const Filled& filled, Table table) {
    std::string text = "\n";
    const Matrix matrix = matrix_of(filled, table);
    std::vector<int> covered(matrix.front().size(), 0);  // rows a span above still covers, by column
    for (const auto& row : matrix) {
        const std::vector<int> above = covered;
        for (std::size_t c = 0; c < row.size(); ++c) {
            if (row[c].origin) {
                const std::string gap(row[c].head || row[c].text.empty() ? std::string_view{} : nbsp);
                text += "\t" + gap + (row[c].head ? wrapped(row[c].text) : row[c].text) + "\n";
                for (std::size_t k = c; k < c + static_cast<std::size_t>(row[c].column_span); ++k) covered[k] = row[c].row_span;
            } else if (above[c] > 0) {
                text += "\t\n";  // under a vertical merge
            }
        }
        for (int& left : covered) left = left > 0 ? left - 1 : 0;
        text += "\n";
    }
    return text;
}

std::string tsv(const Filled& filled, Table table) {
    std::string text;
    for (const auto& row : matrix_of(filled, table)) {
        for (std::size_t c = 0; c < row.size(); ++c) text += (c > 0 ? "\t" : "") + (row[c].origin ? row[c].text : "");
        text += "\n";
    }
    return text;
}

constexpr std::size_t csv_columns = 15;

std::string csv_field(const std::string& text) {
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    return '"' + replace_all(text, "\"", "\"\"") + '"';
}

std::string csv(const Filled& filled, Table table) {
    std::string text;
    for (const auto& row : matrix_of(filled, table)) {
        for (std::size_t c = 0; c < csv_columns; ++c) text += (c > 0 ? "," : "") + (c < row.size() && row[c].origin ? csv_field(row[c].text) : "");
        text += "\r\n";
    }
    return text;
}

std::string spaced_head(const std::string& text) {
    if (text.size() > 12) return text;
    std::string apart;
    for (std::size_t i = 0; i < text.size(); i += 3) apart += (i > 0 ? " " : "") + text.substr(i, 3);
    return apart;
}

/// Table three breaks over a page: a page number, the head again, and the row goes on.
std::string pdf_tsv(const Filled& filled, Table table) {
    std::string text, head;
    int row_number = 0;
    for (const auto& row : matrix_of(filled, table)) {
        std::string line;
        const bool is_head = row_number < 3;
        for (std::size_t c = 0; c < row.size(); ++c) {
            const std::string content = row[c].origin ? (row[c].head && is_head ? spaced_head(row[c].text) : row[c].text) : "";
            line += (c > 0 ? "\t" : "") + content;
        }
        line += "\t\n";
        if (table == Table::three && is_head) head += line;
        if (table == Table::three && row_number == 12) text += "\n- 3 -\n\n" + head;
        if (table == Table::three && row_number == 20) text += "\n— 4 —\n\n";
        text += line;
        ++row_number;
    }
    return text + "\n";
}

std::string excel_text(const Filled& filled, Table table) {
    std::string text;
    for (const auto& row : matrix_of(filled, table)) {
        for (std::size_t c = 0; c < row.size(); ++c) {
            std::string content = row[c].origin ? row[c].text : "";
            if (row[c].head && content.size() > 12 && content.size() < 40)
                content = "\"" + content.substr(0, cut(content, 6)) + "\n" + content.substr(cut(content, 6)) + "\"";
            text += (c > 0 ? "\t" : "") + content;
        }
        text += "\n";
    }
    return text;
}

std::string paragraphs(const Filled& filled, Table table) {
    std::string text;
    for (const auto& row : matrix_of(filled, table))
        for (const Slot* cell : origins(row)) {
            if (cell->text == "商业企业" || cell->text == "科研机构") text += cell->text.substr(0, 6) + "\n" + cell->text.substr(6) + "\n";
            else if (cell->head && cell->text.size() > 60) text += cell->text.substr(0, cut(cell->text, 30)) + "\n" + cell->text.substr(cut(cell->text, 30)) + "\n";
            else text += cell->text + "\n";
        }
    return text;
}

std::string pipe_lines(const Filled& filled, Table table) {
    std::string text;
    for (const auto& row : matrix_of(filled, table)) {
        const auto cells = origins(row);
        for (const Slot* cell : cells) text += cell->text.empty() ? "|\n" : cell->text + "\n|\n";
        for (std::size_t i = cells.size(); i < row.size(); ++i) text += "|\n";
    }
    return text;
}

std::string markdown(const Filled& filled, Table table) {
    std::string text = "\n";
    bool first = true;
    for (const auto& row : matrix_of(filled, table)) {
        text += "|";
        for (const Slot& slot : row) text += " " + (slot.origin ? replace_all(slot.text, "新", "新<br>") : "") + " |";
        text += "\n";
        if (first)
            for (std::size_t c = 0; c < row.size(); ++c) text += c == 0 ? "| --- |" : " --- |";
        if (first) text += "\n";
        first = false;
    }
    return replace_all(text, "<br>", "") + "\n";
}

/// Every place that a merged cell covers repeats its text, as data frames have it.
std::string written_out(const Filled& filled, Table table) {
    Matrix matrix = matrix_of(filled, table);
    for (std::size_t r = 0; r < matrix.size(); ++r)
        for (std::size_t c = 0; c < matrix[r].size(); ++c) {
            const Slot cell = matrix[r][c];
            if (!cell.origin) continue;
            for (std::size_t below = r; below < r + static_cast<std::size_t>(cell.row_span); ++below)
                for (std::size_t beside = c; beside < c + static_cast<std::size_t>(cell.column_span); ++beside) matrix[below][beside].text = cell.text;
        }
    std::string text;
    for (const auto& row : matrix) {
        for (std::size_t c = 0; c < row.size(); ++c) text += (c > 0 ? " | " : "") + row[c].text;
        text += " |\n";
    }
    return text;
}

std::string spaced_lines(const Filled& filled, Table table) {
    std::string text;
    for (const auto& row : matrix_of(filled, table)) {
        std::string line;
        for (const Slot* cell : origins(row)) line += (line.empty() ? "" : " ") + cell->text;
        text += line + "\n";
    }
    return text;
}

}  // namespace

std::string render_pipes(const Filled& f) { return whole_report(f, pipes); }
std::string render_pipes_unpadded(const Filled& f) { return whole_report(f, pipes_unpadded); }
std::string render_cell_a_line(const Filled& f) { return whole_report(f, cell_a_line); }
std::string render_cell_a_line_by_tabs(const Filled& f) { return whole_report(f, cell_a_line_by_tabs); }
std::string render_framed_lines(const Filled& f) {
    std::string framed, line;
    for (const char c : render_cell_a_line(f)) {
        if (c == '\n' && !line.empty() && line.find('|') == std::string::npos) line += " |";
        framed += c == '\n' ? std::exchange(line, {}) + "\n" : "";
        if (c != '\n') line += c;
    }
    return framed;
}
std::string render_word_text(const Filled& f) { return whole_report(f, word_text, "\r\n"); }
std::string render_tsv(const Filled& f) { return whole_report(f, tsv); }
std::string render_csv(const Filled& f) {
    std::string text;
    std::istringstream lines(whole_report(f, csv, "\r\n"));
    for (std::string line; std::getline(lines, line);) {
        const bool row = static_cast<std::size_t>(std::count(line.begin(), line.end(), ',')) + 1 >= csv_columns;
        if (!row && !line.empty()) line = csv_field(line.substr(0, line.size() - 1)) + std::string(csv_columns - 1, ',') + "\r";
        text += line + "\n";
    }
    return text;
}
std::string render_pdf_tsv(const Filled& f) { return replace_all(whole_report(f, pdf_tsv), "主动公开。通过", "**主动公开。**通过"); }
std::string render_excel_text(const Filled& f) { return whole_report(f, excel_text, "\r\n"); }
std::string render_paragraphs(const Filled& f) { return whole_report(f, paragraphs); }
std::string in_one_line(std::string text) { return replace_all(std::move(text), "\n", " "); }
std::string with_tables_in_one_line(std::string text) {
    std::string joined;
    std::istringstream lines(text);
    bool in_table = false;
    for (std::string line; std::getline(lines, line);) {
        const bool heading = line.find("、") == 3;  // "二、": a section's, and table three's own rows
        const bool section = heading && line.find("情况") != std::string::npos;
        joined += in_table && !section ? ' ' : '\n';
        joined += line;
        if (section) joined += '\n';
        in_table = section ? line.rfind("一", 0) != 0 && line.rfind("五", 0) != 0 : in_table && !section;
    }
    return joined;
}
std::string render_pipe_lines(const Filled& f) { return whole_report(f, pipe_lines); }
std::string render_markdown(const Filled& f) { return whole_report(f, markdown); }
std::string render_written_out(const Filled& f) { return whole_report(f, written_out); }
std::string render_spaced_lines(const Filled& f) { return whole_report(f, spaced_lines); }

std::string render_page_text(const Filled& f) {
    std::string page = "首页 | 政务公开 | 政务服务 | 互动交流 | 数据开放\n当前位置：首页 > 政务公开 > 年度报告\n";
    page += "索引号 | 11220000-2022-00031 | 主题分类 | 综合政务\n发文机关 | " + f.organization + " | 成文日期 | " +
            std::to_string(f.year + 1) + "年1月20日\n";
    page += render_pipes(f);
    page += "扫一扫在手机打开当前页 | 打印 | 关闭\n上一篇：2018年政务公开工作要点\n主办单位：" + f.organization +
            " | 网站标识码：2203820001 | 备案号：吉ICP备05001688号 | 联系我们 | 网站地图\n";
    return page;
}

std::string render_traditional(const Filled& f) {
    constexpr std::pair<std::string_view, std::string_view> pairs[] = {
        {"数量", "數量"}, {"总计", "總計"}, {"结果", "結果"}, {"处理", "處理"}, {"规章", "規章"}, {"规范", "規範"}, {"开", "開"},
        {"制发件数", "制發件數"}, {"行政处罚", "行政處罰"}, {"许可", "許可"}, {"强制", "強制"}, {"国", "國"}, {"机构", "機構"},
        {"组织", "組織"}, {"业", "業"}, {"务", "務"}, {"诉讼", "訴訟"}, {"复议", "復議"}, {"维持", "維持"}, {"结转", "結轉"},
        {"纠正", "糾正"}, {"审结", "審結"}, {"关", "關"}, {"没", "沒"}, {"请", "請"}, {"报", "報"}, {"总体", "總體"}, {"文件", "檔案"},
    };
    std::string text = render_pipes(f);
    for (const auto& [simplified, traditional] : pairs) text = replace_all(std::move(text), simplified, traditional);
    return text;
}

std::string render_radicals(const Filled& f) {
    constexpr std::pair<std::string_view, std::string_view> pairs[] = {
        {"一", "⼀"}, {"二", "⼆"}, {"人", "⼈"}, {"行", "⾏"}, {"自", "⾃"}, {"见", "⻅"}, {"长", "⻓"},
        {"门", "⻔"}, {"页", "⻚"}, {"民", "⺠"}, {"西", "⻄"}, {"力", "⼒"}, {"工", "⼯"}, {"用", "⽤"},
    };
    std::string text = render_pipes(f);
    for (const auto& [plain, radical] : pairs) text = replace_all(std::move(text), plain, radical);
    return text;
}

}  // namespace nianbao::testing
