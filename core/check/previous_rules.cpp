// This year's report beside last year's.
#include "core/check/body.hpp"
#include "core/check/families.hpp"
#include "core/check/naming.hpp"
#include "core/check/previous.hpp"
#include "core/check/relation.hpp"

namespace nianbao {
namespace {

bool has_table_three(const Report& report) { return report.form && report.table(Table::three).found; }

bool years_disagree(const Case& c) { return c.previous && c.report.year && c.previous->year && *c.previous->year + 1 != *c.report.year; }

bool is_other_body(const Case& c) { return c.previous && bodies_disagree(c.report.organization, c.previous->organization); }

void mark_title(Finding& finding, const Report& report) {
    if (report.title) mark(finding, *report.title);
}

void check_unreadable(const Rule& rule, const Case& c, std::vector<Finding>& out) {
    if (!c.previous || has_table_three(*c.previous)) return;
    out.push_back(found(rule, c.report));
}

void check_year(const Rule& rule, const Case& c, std::vector<Finding>& out) {
    if (!years_disagree(c)) return;
    Finding finding = found(rule, c.report, {same(std::to_string(*c.report.year)), same(std::to_string(*c.previous->year)), same(std::to_string(*c.report.year - 1))});
    mark_title(finding, c.report);
    out.push_back(std::move(finding));
}

void check_body(const Rule& rule, const Case& c, std::vector<Finding>& out) {
    if (!is_other_body(c)) return;
    Finding finding = found(rule, c.report, {same(c.report.organization), same(c.previous->organization)});
    mark_title(finding, c.report);
    out.push_back(std::move(finding));
}

constexpr Rule rules[] = {
    {"carry-over", Severity::error,
     {"上年结转数与去年报告的结转下年度数不一致", "Carried over from last year is not what last year's report carried over"},
     {"去年没有办完的申请，今年必须接着办，今年“二、上年结转”应当等于去年“四、结转下年度继续办理”，每一列都是如此。",
      "What was left open last year goes on this year, so item II equals last year's item IV in every column."},
     {"对照去年公布的报告核对。去年的数有误的，应当说明更正情况，不要只改今年的数。",
      "Compare with last year's published report. If last year's figure was wrong, say so rather than changing this year's alone."},
     "国办公开办函〔2021〕30号 表三 第二项", {"{0}：今年的{1}，{2}，相差 {3}", "{0}: this year's {1}, {2}, off by {3}"}, check_relations},
    {"in-force-carry", Severity::warning,
     {"现行有效件数与去年报告接不上", "Documents in force don't follow from last year's report"},
     {"今年现行有效件数一般等于去年现行有效件数加本年制发、减本年废止。对不上，多半是某一年的统计口径不同或漏计。",
      "The number in force usually is last year's plus those made minus those repealed. A gap means another way of counting, or an omission."},
     {"对照文件清单核对。因集中清理、机构改革调整的，可以在正文中说明。", "Check against the list of documents; explain a clean-up or a reorganisation in the text."},
     {}, {"{0}：{1}，{2}，相差 {3}", "{0}: {1}, {2}, off by {3}"}, check_relations},
    {"previous-unreadable", Severity::warning,
     {"去年的报告没有读到统计表", "Last year's report has no table that can be read"},
     {"没有读到去年报告的表三，不能核对结转数。", "Without its table three nothing can be carried over."},
     {"换一份去年的报告：粘贴网页全文，或使用 Word、HTML 文件。", "Give another copy of last year's report: the whole page pasted, or a Word or HTML file."},
     {}, {"作为去年报告的这份材料里没有读到表三，结转数没有核对", "No table three was found in what was given as last year's report; nothing was compared"}, check_unreadable},
    {"previous-year-mismatch", Severity::warning,
     {"两份报告的年度不相连", "The two reports are not of consecutive years"},
     {"结转数只能同上一年度的报告核对。", "Figures carry over only from the year before."},
     {"换上正确年度的报告。", "Give the report of the right year."},
     {}, {"这份是 {0} 年度报告，用来对照的是 {1} 年度报告，应当用 {2} 年度的；结转数没有核对",
          "This report is on {0}, the one beside it on {1}; it should be on {2}. Nothing was compared"}, check_year},
    {"previous-body-mismatch", Severity::warning,
     {"两份报告不是同一个机关的", "The two reports are of different bodies"},
     {"结转数只能同本机关的上一年度报告核对。", "Figures carry over only within one body."},
     {"换上本机关去年的报告；机构改革更名的，可以不理会。", "Give the same body's report of last year; ignore this after a change of name."},
     {}, {"这份是{0}的报告，用来对照的是{1}的报告；结转数没有核对", "This report is of {0}, the one beside it of {1}. Nothing was compared"}, check_body},
};

}  // namespace

bool previous_is_usable(const Case& c) {
    return c.previous && has_table_three(*c.previous) && !years_disagree(c) && !is_other_body(c);
}

std::span<const Rule> previous_rules() { return rules; }

}  // namespace nianbao
