// What a cell may hold: counts are integers >= 0, changes are signed, money is a decimal >= 0 (domain: 条例 article 50).
#include <algorithm>
#include <map>

#include "core/check/families.hpp"
#include "core/check/naming.hpp"
#include "core/check/relation.hpp"
#include "core/text/number.hpp"

namespace nianbao {
namespace {

std::string_view raw(const Case& c, CellIndex cell) { return slice(c.document.text, c.report.cells[cell].span); }

/// Above this many cells of one table, the same slip is one finding that names them all: it has one cause.
constexpr std::size_t most_single = 3;

using Test = bool (*)(const Case& c, const FormCell& form_cell, CellIndex cell);

std::vector<CellIndex> cells_where(const Case& c, Test test) {
    std::vector<CellIndex> cells;
    if (!c.report.form) return cells;
    const std::vector<FormCell>& form_cells = cells_of(*c.report.form);
    for (std::size_t i = 0; i < form_cells.size() && i < c.report.cells.size(); ++i)
        if (test(c, form_cells[i], static_cast<CellIndex>(i))) cells.push_back(static_cast<CellIndex>(i));
    return cells;
}

/// {0} the cells' names, {1} what they say.
void report_cells(const Rule& rule, const Case& c, const Text& sentence, const std::vector<CellIndex>& cells, std::vector<Finding>& out) {
    if (cells.empty()) return;
    const std::vector<FormCell>& form_cells = cells_of(*c.report.form);
    std::map<Table, std::vector<CellIndex>> by_table;
    for (const CellIndex cell : cells) by_table[form_cells[cell].table()].push_back(cell);
    const auto add = [&](const std::vector<CellIndex>& group) {
        std::vector<Message> texts;
        for (const CellIndex cell : group) {
            const Message text = quoted(raw(c, cell));
            const auto same_text = [&](const Message& known) { return known.zh == text.zh; };
            if (texts.size() < most_single && std::none_of(texts.begin(), texts.end(), same_text)) texts.push_back(text);
        }
        Finding finding = found(rule, c.report, sentence, {cells_name(*c.report.form, group), joined(texts)});
        mark(finding, c.report, group);
        out.push_back(std::move(finding));
    };
    for (const auto& [table, group] : by_table) {
        if (group.size() > most_single) add(group);
        else for (const CellIndex cell : group) add({cell});
    }
}

bool is_number(const Case& c, CellIndex cell) { return c.report.cells[cell].reading == Reading::number; }

void check_not_a_number(const Rule& rule, const Case& c, std::vector<Finding>& out) {
    report_cells(rule, c, rule.message, cells_where(c, [](const Case& k, const FormCell&, CellIndex cell) {
        return k.report.cells[cell].reading == Reading::not_a_number;
    }), out);
    constexpr Text not_whole = {"{0}写的是{1}，件数不是整数", "{0} says {1}, which is no whole number"};
    report_cells(rule, c, not_whole, cells_where(c, [](const Case& k, const FormCell& form_cell, CellIndex cell) {
        return is_number(k, cell) && form_cell.quantity() != Quantity::money && !k.report.cells[cell].value.is_integer();
    }), out);
}

void check_count_negative(const Rule& rule, const Case& c, std::vector<Finding>& out) {
    report_cells(rule, c, rule.message, cells_where(c, [](const Case& k, const FormCell& form_cell, CellIndex cell) {
        return is_number(k, cell) && form_cell.quantity() != Quantity::change && k.report.cells[cell].value.is_negative();
    }), out);
}

void check_leading_zero(const Rule& rule, const Case& c, std::vector<Finding>& out) {
    report_cells(rule, c, rule.message, cells_where(c, [](const Case& k, const FormCell&, CellIndex cell) {
        return is_number(k, cell) && read_number(raw(k, cell)).leading_zero;
    }), out);
}

void check_count_fraction(const Rule& rule, const Case& c, std::vector<Finding>& out) {
    report_cells(rule, c, rule.message, cells_where(c, [](const Case& k, const FormCell& form_cell, CellIndex cell) {
        return is_number(k, cell) && form_cell.quantity() != Quantity::money && k.report.cells[cell].value.is_integer() &&
               read_number(raw(k, cell)).fraction;
    }), out);
}

void check_unit_in_cell(const Rule& rule, const Case& c, std::vector<Finding>& out) {
    report_cells(rule, c, rule.message, cells_where(c, [](const Case& k, const FormCell& form_cell, CellIndex cell) {
        return is_number(k, cell) && form_cell.quantity() != Quantity::money && !k.report.cells[cell].unit.empty();
    }), out);
    constexpr Text short_unit = {"{0}写的是{1}，“万”后面少了“元”", "{0} says {1}: 万 is short for 万元"};
    report_cells(rule, c, short_unit, cells_where(c, [](const Case& k, const FormCell& form_cell, CellIndex cell) {
        const std::string& unit = k.report.cells[cell].unit;
        return is_number(k, cell) && form_cell.quantity() == Quantity::money && !unit.empty() && unit.find("元") == std::string::npos;
    }), out);
    constexpr Text other_unit = {"{0}写的是{1}，表头的单位是万元", "{0} says {1}, but the head of the column says 万元"};
    report_cells(rule, c, other_unit, cells_where(c, [](const Case& k, const FormCell& form_cell, CellIndex cell) {
        const std::string& unit = k.report.cells[cell].unit;
        return is_number(k, cell) && form_cell.quantity() == Quantity::money && unit.find("元") != std::string::npos && unit != "万元" &&
               form_cell.column->label.find("万元") != std::string_view::npos;
    }), out);
}

/// What is blank in one table: "表三的法人或其他组织五栏全部空白（125 格）", or the cells.
Message blank_cells_of(const Form& form, Table table, const std::vector<CellIndex>& cells) {
    std::size_t all = 0;
    for (const FormCell& cell : cells_of(form)) all += cell.table() == table ? 1 : 0;
    const Message word = table_word(table);
    if (cells.size() == all) return {word.zh + "全部空白（" + std::to_string(all) + " 格）", "all of " + word.en + " (" + std::to_string(all) + " cells)"};

    std::map<std::string_view, std::vector<CellIndex>> by_column;
    std::size_t rows = 0;
    for (const FormCell& cell : cells_of(form)) rows += cell.table() == table && cell.column->id == "total" ? 1 : 0;
    for (const CellIndex cell : cells) by_column[cells_of(form)[cell].column->id].push_back(cell);
    std::vector<CellIndex> single;
    std::vector<Message> columns;
    std::size_t in_columns = 0;
    for (const FormBlock& block : form.blocks)
        for (const Column& column : block.columns) {
            if (block.table != table || table != Table::three || by_column[column.id].size() != rows) continue;
            columns.push_back(column_name(cells_of(form)[by_column[column.id].front()]));
            in_columns += rows;
            by_column[column.id].clear();
        }
    for (const CellIndex cell : cells) {
        const std::vector<CellIndex>& left = by_column[cells_of(form)[cell].column->id];
        if (std::find(left.begin(), left.end(), cell) != left.end()) single.push_back(cell);
    }
    constexpr std::size_t many = 20, few_rows = 3, rows_named = 6;
    const std::size_t most = cells.size() > many ? few_rows : rows_named;
    if (columns.empty()) return cells_name(form, single, most);
    const Message names = joined(columns), count = number(in_columns);
    Message text = {word.zh + names.zh + "整列空白（" + count.zh + " 格）", "whole columns of " + word.en + ": " + names.en + " (" + count.en + " cells)"};
    if (!single.empty()) {
        const Message rest = cells_name(form, single, most);
        text = {text.zh + "；" + rest.zh, text.en + "; " + rest.en};
    }
    return text;
}

void check_cell_blank(const Rule& rule, const Case& c, std::vector<Finding>& out) {
    const std::vector<CellIndex> cells = cells_where(c, [](const Case& k, const FormCell&, CellIndex cell) {
        return k.report.cells[cell].reading == Reading::blank;
    });
    if (cells.empty()) return;
    const Form& form = *c.report.form;
    std::map<Table, std::vector<CellIndex>> by_table;
    std::vector<CellIndex> omitted;
    for (const CellIndex cell : cells) {
        by_table[cells_of(form)[cell].table()].push_back(cell);
        if (is_omitted_total(c.report, cell)) omitted.push_back(cell);
    }
    Message where;
    for (const auto& [table, group] : by_table) {
        const Message text = blank_cells_of(form, table, group);
        where = where.zh.empty() ? text : Message{where.zh + "；" + text.zh, where.en + "; " + text.en};
    }
    Finding finding = found(rule, c.report, {number(cells.size()), where});
    if (!omitted.empty()) {
        constexpr std::size_t rows_named = 3;
        const Message names = cells_name(form, omitted, rows_named);
        finding.message.zh += "。其中" + names.zh + "应当填合计数，因为相加的各项不是 0";
        finding.message.en += ". Totals left blank although their summands are not 0: " + names.en;
    }
    mark(finding, c.report, cells);
    out.push_back(std::move(finding));
}

/// Form 2019: 上一年项目数量 + 本年增/减 = 处理决定数量 is no relation of the form. Where it holds in several rows, the
/// columns were read as one sum and the caseload was never filled in.
void check_items_as_decisions(const Rule& rule, const Case& c, std::vector<Finding>& out) {
    if (!c.report.form) return;
    const Form& form = *c.report.form;
    std::vector<Message> fits, breaks;
    std::vector<CellIndex> cells;
    for (const FormBlock& block : form.blocks)
        for (const Row& row : block.rows) {
            const std::string prefix = "t2." + std::string(row.id);
            const int indices[] = {cell_index(form, prefix + ".previous"), cell_index(form, prefix + ".change"), cell_index(form, prefix + ".decisions")};
            const auto usable = [&](int i) { return i >= 0 && is_number(c, static_cast<CellIndex>(i)); };
            if (block.table != Table::two || !std::all_of(std::begin(indices), std::end(indices), usable)) continue;
            const auto value = [&](int i) { return c.report.cells[static_cast<std::size_t>(indices[i])].value; };
            if (value(1).unscaled == 0) continue;
            const bool fit = value(0) + value(1) == value(2);
            const std::string change = value(1).is_negative() ? "−" + value(1).negated().to_string() : "+" + value(1).to_string();
            const std::string sum = value(0).to_string() + change + (fit ? "=" : "≠") + value(2).to_string();
            const Message name = row_name(cells_of(form)[static_cast<std::size_t>(indices[0])]);
            (fit ? fits : breaks).push_back({name.zh + "（" + sum + "）", name.en + " (" + sum + ")"});
            for (const int i : indices) cells.push_back(static_cast<CellIndex>(i));
        }
    if (fits.size() < 2) return;
    Finding finding = found(rule, c.report, {joined(fits)});
    if (!breaks.empty()) {
        const Message names = joined(breaks);
        finding.message.zh += "；" + names.zh + "又不合这种算法，前后也不一致";
        finding.message.en += "; " + names.en + " does not even fit that reading";
    }
    mark(finding, c.report, cells);
    out.push_back(std::move(finding));
}

constexpr std::string_view counts_clause = "国办公开办函〔2021〕30号 表二、表三、表四";

constexpr Rule rules[] = {
    {"not-a-number", Severity::error,
     {"格子里写的不是数", "A cell holds no number"},
     {"统计表的每一格都应当是一个数：件数是不小于 0 的整数，金额可以有小数。写成别的，这一格参与的合计都无法核对。",
      "Every cell of the tables is a number: counts are whole and not negative, money may have decimals. Otherwise the sums it takes part in can't be checked."},
     {"把这一格改成数字；没有发生的填 0，需要说明的写到正文里。", "Write a number; 0 where nothing happened; explanations belong in the text."},
     counts_clause, {"{0}写的是{1}，不是数", "{0} says {1}, which is no number"}, check_not_a_number},
    {"count-negative", Severity::error,
     {"件数或金额是负数", "A count or an amount is negative"},
     {"件数和金额不会小于 0；只有 2019 年格式的“本年增/减”可以是负数。",
      "Counts and amounts are not negative; only form 2019's column for the change may be."},
     {"核对原始数据，改成实际发生数。", "Check the source and write what really happened."},
     counts_clause, {"{0}写的是{1}，不能是负数", "{0} says {1}, which can't be negative"}, check_count_negative},
    {"cell-blank", Severity::warning,
     {"统计表有空白格", "Cells of the tables are blank"},
     {"没有发生的应当填 0。空白、“/”、“-”、“无”会让人分不清是 0 还是漏填；本工具核对合计时把空白当作 0。",
      "Where nothing happened the form wants 0. A blank, “/”, “-” or “无” leaves open whether it is 0 or was forgotten; sums are checked with blank as 0."},
     {"逐格确认：确实没有的填 0，漏填的补上。", "Go through the cells: 0 where there was nothing, the figure where it was forgotten."},
     counts_clause, {"有 {0} 格没有填数：{1}", "Cells without a figure ({0}): {1}"}, check_cell_blank},
    {"leading-zero", Severity::warning,
     {"数字前面多了 0", "A figure begins with a needless 0"},
     {"“00”“007”这样的写法多半是录入失误，容易让人怀疑少录了一位数。",
      "“00” or “007” is almost always a typing slip, and makes one wonder whether a digit is missing."},
     {"核对后改成不带前导 0 的数字。", "Check it and write the figure without the leading zero."},
     {}, {"{0}写的是{1}，前面多了 0", "{0} says {1}, with a needless leading zero"}, check_leading_zero},
    {"count-fraction", Severity::warning,
     {"件数写成了小数", "A count is written with decimals"},
     {"件数是整数，“3.0”“0.00”多半是电子表格的格式带过来的。", "Counts are whole numbers; “3.0” or “0.00” usually comes from a spreadsheet's format."},
     {"去掉小数点和后面的 0。", "Drop the decimals."},
     {}, {"{0}写的是{1}，件数应当写成整数", "{0} says {1}; a count is a whole number"}, check_count_fraction},
    {"items-as-decisions", Severity::warning,
     {"“处理决定数量”像是用上年项目数加本年增减算出来的", "The caseload looks computed from the number of items"},
     {"“上一年项目数量”和“本年增/减”统计的是事项的种类数，“处理决定数量”是全年办理的件数，三者之间没有加减关系。多行都恰好相等，说明可能把三栏误读成了一个算式。",
      "Two columns count kinds of items, the third counts the year's decisions; they are not related. If several rows add up exactly, the columns were probably misread as a sum."},
     {"按事项目录填写项目数和增减数，按全年实际作出的决定填写“处理决定数量”。",
      "Take the items from the catalogue of matters and the decisions from the year's caseload."},
     "国办公开办函〔2019〕60号 表二", {"“上一年项目数量”加“本年增/减”恰好等于“处理决定数量”：{0}", "Items last year plus change equal the decisions: {0}"},
     check_items_as_decisions},
    {"unit-in-cell", Severity::note,
     {"格子里写了计量单位", "A cell carries a unit"},
     {"表头已经说明统计的是数量，格子里只填数字更便于汇总。", "The head says what is counted; figures alone are easier to add up."},
     {"去掉单位，只留数字；金额的单位写全，如“万元”。", "Keep the figure alone; write units of money in full."},
     {}, {"{0}写的是{1}，带了单位", "{0} says {1}, with a unit"}, check_unit_in_cell},
};

}  // namespace

std::span<const Rule> value_rules() { return rules; }

}  // namespace nianbao
