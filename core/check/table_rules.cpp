// The form used, and whether its tables, rows and heads are all there.
#include <algorithm>

#include "core/check/families.hpp"
#include "core/check/naming.hpp"
#include "core/check/relation.hpp"
#include "core/check/report_kind.hpp"

namespace nianbao {
namespace {

constexpr Table tables[] = {Table::two, Table::three, Table::four};

const Form* prescribed(const Report& report) { return report.year ? form_for_year(*report.year) : nullptr; }

void mark_title(Finding& finding, const Report& report) {
    if (report.title) mark(finding, *report.title);
}

/// The cells that the prescribed form does not have.
std::vector<CellIndex> cells_not_in(const Form& right, const Report& report) {
    std::vector<CellIndex> cells;
    const std::vector<FormCell>& all = cells_of(*report.form);
    for (std::size_t i = 0; i < all.size() && i < report.cells.size(); ++i)
        if (report.cells[i].reading != Reading::absent && cell_index(right, all[i].id) < 0) cells.push_back(static_cast<CellIndex>(i));
    return cells;
}

void check_other_form(const Rule& rule, const Case& c, std::vector<Finding>& out, bool older) {
    const Form* right = prescribed(c.report);
    const Form* used = c.report.form;
    if (!right || !used || right == used || (used->first_year < right->first_year) != older) return;
    Finding finding = found(rule, c.report, {same(std::to_string(*c.report.year)), same(std::string(right->notice)), same(std::string(used->notice))});
    finding.clause = right->notice;
    finding.cells = cells_not_in(*right, c.report);
    mark_title(finding, c.report);
    out.push_back(std::move(finding));
}

void check_outdated(const Rule& rule, const Case& c, std::vector<Finding>& out) { check_other_form(rule, c, out, true); }
void check_premature(const Rule& rule, const Case& c, std::vector<Finding>& out) { check_other_form(rule, c, out, false); }

void check_not_yet_required(const Rule& rule, const Case& c, std::vector<Finding>& out) {
    if (!is_report(c) || !predates_forms(c)) return;
    Finding finding = found(rule, c.report, {same(std::to_string(*c.report.year))});
    mark_title(finding, c.report);
    out.push_back(std::move(finding));
}

void check_table_missing(const Rule& rule, const Case& c, std::vector<Finding>& out) {
    if (!is_report(c) || predates_forms(c)) return;
    std::vector<Message> names;
    Finding marks;
    for (const Table table : tables) {
        if (c.report.table(table).found) continue;
        const Message word = table_word(table), title = section_name(static_cast<int>(table));
        names.push_back({word.zh + "（" + title.zh + "）", word.en + " (" + title.en + ")"});
        if (const Section* section = c.report.section(static_cast<int>(table))) mark(marks, section->title, "section");
    }
    if (names.empty()) return;
    Finding finding = found(rule, c.report, {joined(names)});
    finding.spans = std::move(marks.spans);
    out.push_back(std::move(finding));
}

/// Cells of one table with a reading, by row of the form.
struct RowCells {
    const FormBlock* block;
    const Row* row;
    std::vector<CellIndex> cells;
};

std::vector<RowCells> rows_of(const Form& form, Table table) {
    std::vector<RowCells> rows;
    const std::vector<FormCell>& cells = cells_of(form);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (cells[i].table() != table) continue;
        if (rows.empty() || rows.back().row != cells[i].row) rows.push_back({cells[i].block, cells[i].row, {}});
        rows.back().cells.push_back(static_cast<CellIndex>(i));
    }
    return rows;
}

bool all_are(const Report& report, const std::vector<CellIndex>& cells, Reading reading) {
    return std::all_of(cells.begin(), cells.end(), [&](CellIndex cell) { return report.cells[cell].reading == reading; });
}

/// Where a row ends in the text: the end of its last cell.
std::uint32_t end_of(const Report& report, const RowCells& row) {
    std::uint32_t end = 0;
    for (const CellIndex cell : row.cells) end = std::max(end, report.cells[cell].span.end);
    return end;
}

void check_row_missing(const Rule& rule, const Case& c, std::vector<Finding>& out) {
    if (!c.report.form) return;
    for (const Table table : tables) {
        if (!c.report.table(table).found) continue;
        std::vector<Message> names;
        std::vector<CellIndex> cells;
        std::uint32_t place = c.report.table(table).span.begin, before = place;
        for (const RowCells& row : rows_of(*c.report.form, table)) {
            if (all_are(c.report, row.cells, Reading::absent)) {
                if (names.empty()) place = before;
                names.push_back(row_name(cells_of(*c.report.form)[row.cells.front()]));
                cells.insert(cells.end(), row.cells.begin(), row.cells.end());
            } else {
                before = std::max(before, end_of(c.report, row));
            }
        }
        if (names.empty()) continue;
        Finding finding = found(rule, c.report, {table_word(table), joined(names)});
        if (std::all_of(cells.begin(), cells.end(), [&](CellIndex cell) { return is_in_undivided_row(c.report, cell); })) {
            finding.message.zh += "。“（六）其他处理”只有一行，按“3.其他”核对";
            finding.message.en += ". “(6) otherwise handled” is one undivided row, which is checked as “3. other”";
        }
        finding.cells = std::move(cells);
        mark(finding, Span{place, place});
        out.push_back(std::move(finding));
    }
}

/// A cell of a row that was found, missing by itself, is as unreadable as one among too many values.
bool is_lost(const Report& report, const RowCells& row, CellIndex cell) {
    const Reading reading = report.cells[cell].reading;
    return reading == Reading::unreadable || (reading == Reading::absent && !all_are(report, row.cells, Reading::absent));
}

void check_cells_unreadable(const Rule& rule, const Case& c, std::vector<Finding>& out) {
    if (!c.report.form) return;
    for (const Table table : tables) {
        if (!c.report.table(table).found) continue;
        std::vector<Message> names;
        std::vector<CellIndex> cells;
        for (const RowCells& row : rows_of(*c.report.form, table)) {
            const std::size_t known = cells.size();
            for (const CellIndex cell : row.cells)
                if (is_lost(c.report, row, cell)) cells.push_back(cell);
            if (cells.size() > known) names.push_back(row_name(cells_of(*c.report.form)[row.cells.front()]));
        }
        if (cells.empty()) continue;
        constexpr std::size_t most = 6;
        const std::size_t count = names.size();
        if (count > most) names.resize(most);
        Message where = joined(names);
        if (count > most) where = {where.zh + "等 " + std::to_string(count) + " 行", where.en + " and more, " + std::to_string(count) + " rows in all"};
        Finding finding = found(rule, c.report, {table_word(table), where, number(cells.size())});
        mark(finding, c.report, cells);
        out.push_back(std::move(finding));
    }
}

/// The table an observation speaks of: that of its cells, else the one it stands in.
int table_of(const Observation& observation, const Report& report) {
    if (!observation.cells.empty() && report.form) return static_cast<int>(cells_of(*report.form)[observation.cells.front()].table());
    for (const Table table : tables)
        for (const Span span : observation.spans)
            if (report.table(table).found && span.begin >= report.table(table).span.begin && span.begin <= report.table(table).span.end)
                return static_cast<int>(table);
    return 0;
}

/// “本年新”（应为“本年新公开数量”）, or what is missing.
Message as_altered(std::string_view found_text, std::string_view official) {
    const std::string whole(official);
    if (found_text.empty()) return {"缺少“" + whole + "”", "“" + whole + "” is missing"};
    const Message text = quoted(found_text);
    if (official.empty()) return text;
    return {text.zh + "（应为“" + whole + "”）", text.en + " (should be “" + whole + "”)"};
}

/// Whether the report says anything in the table; where nothing could be read its titles are as torn as its figures.
bool says_anything(Table table, const Case& c) {
    for (CellIndex cell = 0; cell < c.report.cells.size(); ++cell) {
        const Reading reading = c.report.cells[cell].reading;
        if (cells_of(*c.report.form)[cell].table() == table && reading != Reading::unreadable && reading != Reading::absent) return true;
    }
    return false;
}

/// One finding a table: a head cut in eleven places was cut once.
void check_altered(const Rule& rule, const Case& c, std::vector<Finding>& out) {
    for (const int table : {2, 3, 4, 0}) {
        if (table != 0 && !says_anything(static_cast<Table>(table), c)) continue;
        Finding marks;
        std::vector<Message> texts;
        std::vector<CellIndex> cells;
        for (const Observation* observation : observations(rule, c)) {
            if (table_of(*observation, c.report) != table) continue;
            cells.insert(cells.end(), observation->cells.begin(), observation->cells.end());
            const std::string_view official = observation->details.size() < 2 ? std::string_view{} : std::string_view(observation->details[1]);
            for (const Span span : observation->spans) {
                mark(marks, span, "label");
                const Message text = as_altered(slice(c.document.text, span), official);
                const auto known = [&](const Message& other) { return other.zh == text.zh; };
                if (std::none_of(texts.begin(), texts.end(), known)) texts.push_back(text);
            }
        }
        if (marks.spans.empty() && cells.empty()) continue;
        const Message where = table == 0 ? Message{"表格", "a table"} : table_word(static_cast<Table>(table));
        Finding finding = found(rule, c.report, {where, joined(texts), number(marks.spans.size())});
        std::sort(cells.begin(), cells.end());
        cells.erase(std::unique(cells.begin(), cells.end()), cells.end());
        finding.cells = std::move(cells);
        finding.spans = std::move(marks.spans);
        out.push_back(std::move(finding));
    }
}

constexpr std::string_view form_clause = "国办公开办函〔2021〕30号";

constexpr Rule rules[] = {
    {"form-outdated", Severity::error,
     {"用的是已经停用的旧格式", "The report uses a form no longer in force"},
     {"2021 年度起的报告应当使用国办公开办函〔2021〕30号的格式：表二的栏目全部改过，表三“（六）其他处理”分为三行。沿用旧格式，统计口径不同，无法汇总。",
      "Reports on 2021 and later use the form of 国办公开办函〔2021〕30号: table two has other columns, and (6) in table three has three rows. Figures on the old form can't be added up."},
     {"按新格式重新填报表二、表三，不要只改标题。报告以下各项仍按它所用的旧格式核对。",
      "Fill in tables two and three anew on the form in force. The rest of this report was checked against the form it uses."},
     form_clause, {"{0} 年度报告应当使用{1}的格式，这份报告用的是{2}的旧格式", "A report on {0} uses the form of {1}; this one uses the older form of {2}"}, check_outdated},
    {"form-premature", Severity::warning,
     {"用的是报告年度之后才施行的格式", "The report uses a form that came later"},
     {"2019、2020 年度的报告适用国办公开办函〔2019〕60号的格式。", "Reports on 2019 and 2020 follow 国办公开办函〔2019〕60号."},
     {"核对报告年度是否写错；年度无误的，保留原样即可。", "Check whether the year is right; if it is, leave the report as it is."},
     "国办公开办函〔2019〕60号", {"{0} 年度报告适用{1}的格式，这份报告用的是后来{2}的格式", "A report on {0} follows {1}; this one uses the later form of {2}"}, check_premature},
    {"form-not-required", Severity::note,
     {"这一年度还没有要求使用统一格式", "No form was required for this year yet"},
     {"统一格式自 2020 年度报告起施行，2019 年度为鼓励使用。没有采用的，本工具没有表格可以核对。",
      "The common form is required from the report on 2020 on and was encouraged for 2019. Without it there are no tables to check."},
     {"不需要修改。", "Nothing needs changing."},
     "国办公开办函〔2019〕60号", {"{0} 年度报告没有采用统一格式的三张统计表，表格没有核对", "This report on {0} does not use the common form; no tables were checked"}, check_not_yet_required},
    {"table-missing", Severity::error,
     {"缺少统计表", "A statutory table is missing"},
     {"第二、三、四部分各有一张法定统计表，缺一不可。表格是图片、放在附件里或者写成文字的，读者无法查阅和汇总，本工具也读不出来。",
      "Sections two, three and four each hold a statutory table. A picture, an attachment or prose instead of it can't be read or added up."},
     {"页面上有表格而这里说没有的，多半是图片，或者复制时丢了：换成真正的表格，或改用 Word、HTML 文件再查一次。",
      "If the page shows a table, it is probably a picture or was lost in copying: use a real table, or try the Word or HTML file."},
     form_clause, {"没有读到{0}", "Not found: {0}"}, check_table_missing},
    {"row-missing", Severity::error,
     {"统计表缺行", "A table lacks rows"},
     {"统计表的行次是统一规定的，没有发生的填 0，不能删行。", "The rows are prescribed; where nothing happened they say 0 and are not left out."},
     {"按格式补上缺少的行，没有发生的填 0。", "Add the missing rows, with 0 where nothing happened."},
     form_clause, {"{0}缺少：{1}", "Missing from {0}: {1}"}, check_row_missing},
    {"cells-unreadable", Severity::error,
     {"一行里数字的个数同栏数对不上", "A row has more or fewer figures than columns"},
     {"数字粘连、漏填或者错列时，分不清哪个数属于哪一栏。本工具不猜，这些格子没有参与核对。",
      "Where figures run together or are lost, which belongs to which column can't be said. Nothing is guessed; these cells were not checked."},
     {"对照原件检查这几行；如果原件没有问题，多半是复制时丢了格子，请改用 Word 或 HTML 文件再查一次。",
      "Look at these rows in the original; if they are fine there, copying lost cells: try the Word or HTML file."},
     form_clause, {"{0}有 {2} 格读不出来，一行里数字的个数同栏数对不上：{1}", "Cells of {0} that can't be read ({2}), the figures of a row don't match the columns: {1}"}, check_cells_unreadable},
    {"header-altered", Severity::warning,
     {"统计表的栏目名称被改动或截断", "Column titles of a table were altered or cut"},
     {"栏目名称由格式统一规定。名称残缺或改写，读者会弄不清这一栏统计的是什么。本工具按位置认出了这一栏。",
      "The column titles are prescribed; a cut or changed one leaves open what is counted. The column was recognised by its place."},
     {"恢复成格式规定的栏目名称。", "Restore the prescribed titles."},
     form_clause, {"{0}的栏目名称同格式不一致，共 {2} 处：{1}", "Column titles of {0} that differ from the form ({2}): {1}"}, check_altered},
    {"label-altered", Severity::warning,
     {"统计表的行名称被改动或写错", "Row titles of a table were altered or misspelt"},
     {"行名称由格式统一规定，是法定的分类。缺字、错字会改变分类的意思。本工具按位置认出了这一行。",
      "The row titles are prescribed and are legal categories; a missing or wrong character changes what they mean. The row was recognised by its place."},
     {"恢复成格式规定的名称。", "Restore the prescribed titles."},
     form_clause, {"{0}的行名称同格式不一致，共 {2} 处：{1}", "Row titles of {0} that differ from the form ({2}): {1}"}, check_altered},
    {"row-misplaced", Severity::warning,
     {"统计表的行没有按规定的顺序排列", "Rows of a table are out of order"},
     {"行次由格式统一规定，汇总时按位置取数，换了顺序容易取错。本工具按行名称认出了这些行。",
      "The order of the rows is prescribed; whoever adds up reports takes figures by place. The rows were recognised by their titles."},
     {"按格式规定的顺序排列。", "Restore the prescribed order."},
     form_clause, {"{0}有 {2} 行不在规定的位置：{1}", "Rows of {0} that are out of place ({2}): {1}"}, check_altered},
    {"row-extra", Severity::warning,
     {"统计表有格式里没有的行", "A table has rows that the form does not have"},
     {"行次由格式统一规定，不能自行增加或者重复。多出来的行没有对应的分类，汇总时会被漏掉；本工具没有核对这些行的数。",
      "The rows are prescribed; none is added or repeated. What an added row counts is lost where reports are added up; its figures were not checked."},
     {"把数并入格式规定的行，删去多出来的行；重复的行核对后留一行。", "Move the figures to the prescribed rows and delete the others; of a repeated row keep the right one."},
     form_clause, {"{0}有 {2} 行是格式里没有的，或者出现了两次：{1}。这些行的数没有参加核对",
                   "Rows of {0} that the form does not have, or has once ({2}): {1}. Their figures were not checked"}, check_altered},
};

}  // namespace

std::span<const Rule> table_rules() { return rules; }

}  // namespace nianbao
