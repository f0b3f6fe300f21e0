// What the text owes apart from the tables: title, year, statistics period, the statements the form asks for, and
// nothing left over from a template.
#include <algorithm>

#include "core/check/body.hpp"
#include "core/check/families.hpp"
#include "core/check/naming.hpp"
#include "core/check/readings.hpp"
#include "core/check/report_kind.hpp"
#include "core/check/residue.hpp"
#include "core/text/contains.hpp"
#include "core/text/fold.hpp"

namespace nianbao {
namespace {

/// Where only the tables were pasted, one finding says so (section-missing).
bool has_text(const Case& c) { return is_report(c) && !c.report.sections.empty(); }

void check_title_missing(const Rule& rule, const Case& c, std::vector<Finding>& out) {
    if (has_text(c) && !c.report.title) out.push_back(found(rule, c.report));
}

void check_year_missing(const Rule& rule, const Case& c, std::vector<Finding>& out) {
    if (is_report(c) && !c.report.year) out.push_back(found(rule, c.report));
}

void check_period_missing(const Rule& rule, const Case& c, std::vector<Finding>& out) {
    if (has_text(c) && !c.report.period) out.push_back(found(rule, c.report));
}

void check_body(const Rule& rule, const Case& c, std::vector<Finding>& out) {
    if (!c.report.title || !c.report.introduction) return;
    const Introduction& introduction = *c.report.introduction;
    if (!bodies_unrelated(c.report.organization, introduction.organization)) return;
    Finding finding = found(rule, c.report, {same(introduction.organization), same(c.report.organization)});
    mark(finding, introduction.name);
    mark(finding, *c.report.title);
    out.push_back(std::move(finding));
}

bool is_plausible(Date date) { return date.year >= 2008 && date.year <= 2099 && date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= 31; }

Message date_text(Date date) {
    return same(std::to_string(date.year) + "-" + (date.month < 10 ? "0" : "") + std::to_string(date.month) + "-" + (date.day < 10 ? "0" : "") + std::to_string(date.day));
}

void check_period_year(const Rule& rule, const Case& c, std::vector<Finding>& out) {
    if (!is_report(c) || !c.report.period || !c.report.year) return;
    const Period& period = *c.report.period;
    if (!is_plausible(period.from) || !is_plausible(period.to)) return;
    if (period.from.year == *c.report.year && period.to.year == *c.report.year) return;
    Finding finding = found(rule, c.report, {date_text(period.from), date_text(period.to), same(std::to_string(*c.report.year))});
    mark(finding, period.span);
    out.push_back(std::move(finding));
}

void check_period_incomplete(const Rule& rule, const Case& c, std::vector<Finding>& out) {
    if (!is_report(c) || !c.report.period) return;
    const Period& period = *c.report.period;
    if (!is_plausible(period.from) || !is_plausible(period.to) || period.from.year != period.to.year) return;
    if (period.from.month == 1 && period.from.day == 1 && period.to.month == 12 && period.to.day == 31) return;
    Finding finding = found(rule, c.report, {date_text(period.from), date_text(period.to)});
    mark(finding, period.span);
    out.push_back(std::move(finding));
}

/// Form 2021 onwards. [?] The notice's own words were not at hand, so this is a warning and stays silent wherever a
/// charge is spoken of in section six, or in the other sections the fee by its name or what was charged for disclosure.
void check_fee_statement(const Rule& rule, const Case& c, std::vector<Finding>& out) {
    constexpr int first_year = 2021;
    const bool applies = c.report.year ? *c.report.year >= first_year : c.report.form && c.report.form->first_year >= first_year;
    const Section* section = c.report.section(6);
    if (!applies || !section) return;
    if (contains_any(folded_text(c).of(section->content), {"处理费", "收费", "收取", "费用", "缴费"})) return;
    const std::uint32_t first = c.report.sections.front().content.begin;
    for (const Span paragraph : c.report.prose) {
        const std::string_view text = folded_text(c).of(paragraph);
        if (contains_any(text, {"信息处理费", "信息公开处理费", "公开信息处理费"})) return;
        if (paragraph.begin >= first && contains_any(text, {"信息公开收费", "信息公开的收费", "信息公开费用", "信息公开相关费用", "依申请公开收费", "未收取", "没有收取", "无收取", "未收费", "收取费用", "任何费用"})) return;
    }
    Finding finding = found(rule, c.report);
    mark(finding, section->title, "section");
    out.push_back(std::move(finding));
}

void check_applications_described(const Rule& rule, const Case& c, std::vector<Finding>& out) {
    const Section* section = c.report.section(1);
    if (!is_report(c) || !section) return;
    const std::string_view text = folded_text(c).of(section->content);
    if (text.empty() || contains(text, "申请")) return;
    Finding finding = found(rule, c.report);
    mark(finding, section->title, "section");
    out.push_back(std::move(finding));
}

struct Subject {
    Text name;
    std::initializer_list<std::string_view> words;  ///< any of them is enough
};

/// The other four of section one's five subjects; requests have a rule of their own. Any related word will do.
void check_overview_subjects(const Rule& rule, const Case& c, std::vector<Finding>& out) {
    static const Subject subjects[] = {
        {{"主动公开", "proactive disclosure"}, {"主动公开", "公开", "发布"}},
        {{"政府信息管理", "management"}, {"管理", "审核", "审查", "审签", "目录", "清理", "保密", "更新", "制度", "规范"}},
        {{"平台建设", "platforms"}, {"平台", "网站", "网页", "微信", "公众号", "新媒体", "微博", "公开栏", "公示栏", "专栏", "栏目", "公报", "客户端"}},
        {{"监督保障", "supervision"}, {"监督", "保障", "考核", "培训", "领导", "责任", "评议", "检查", "投诉", "学习", "机制", "组织"}}};
    const Section* section = c.report.section(1);
    if (!is_report(c) || !section) return;
    const std::string_view text = folded_text(c).of(section->content);
    if (text.empty()) return;
    std::vector<Message> missing;
    for (const Subject& subject : subjects)
        if (!contains_any(text, subject.words)) missing.push_back({std::string(subject.name.zh), std::string(subject.name.en)});
    if (missing.empty()) return;
    Finding finding = found(rule, c.report, {joined(missing)});
    mark(finding, section->title, "section");
    out.push_back(std::move(finding));
}

void check_rules_without_power(const Rule& rule, const Case& c, std::vector<Finding>& out) {
    if (!c.report.form || !lacks_rule_power(c.report.organization)) return;
    std::vector<CellIndex> cells;
    const std::vector<FormCell>& form_cells = cells_of(*c.report.form);
    for (std::size_t i = 0; i < form_cells.size() && i < c.report.cells.size(); ++i) {
        const CellValue& cell = c.report.cells[i];
        if (form_cells[i].table() == Table::two && form_cells[i].row->id == "rules" && cell.reading == Reading::number && cell.value.unscaled > 0)
            cells.push_back(static_cast<CellIndex>(i));
    }
    if (cells.empty()) return;
    Finding finding = found(rule, c.report, {same(c.report.organization), cells_name(*c.report.form, cells)});
    mark(finding, c.report, cells);
    out.push_back(std::move(finding));
}

void report_spans(const Rule& rule, const Case& c, const std::vector<Span>& spans, std::vector<Finding>& out) {
    if (spans.empty()) return;
    std::vector<Message> texts;
    constexpr std::size_t most = 4;
    for (const Span span : spans) {
        const Message text = quoted(slice(c.document.text, span));
        const auto same_text = [&](const Message& known) { return known.zh == text.zh; };
        if (texts.size() < most && std::none_of(texts.begin(), texts.end(), same_text)) texts.push_back(text);
    }
    Finding finding = found(rule, c.report, {joined(texts), number(spans.size())});
    for (const Span span : spans) mark(finding, span);
    out.push_back(std::move(finding));
}

void check_notice(const Rule& rule, const Case& c, std::vector<Finding>& out) {
    constexpr int first_year = 2021;
    if (c.report.year && *c.report.year >= first_year) report_spans(rule, c, misquoted_notices(c), out);
}

void check_template(const Rule& rule, const Case& c, std::vector<Finding>& out) {
    if (is_report(c)) report_spans(rule, c, template_residue(c), out);
}

void check_fields(const Rule& rule, const Case& c, std::vector<Finding>& out) {
    if (is_report(c)) report_spans(rule, c, field_residue(c), out);
}

constexpr std::string_view clause = "国办公开办函〔2021〕30号";

constexpr Rule rules[] = {
    {"period-year", Severity::error,
     {"统计期限不在报告年度内", "The statistics period is not in the report's year"},
     {"年度报告统计的是报告年度 1 月 1 日至 12 月 31 日的数据。期限写成别的年份，多半是套用往年报告时忘了改，读者也无法判断数据是哪一年的。",
      "The report covers 1 January to 31 December of its year. Another year is usually left over from an older report, and leaves open which year the figures are of."},
     {"核对统计期限和报告年度，改正写错的一处；同时确认表里的数据是报告年度的。", "Correct the period or the year, and make sure the figures are the year's."},
     "《政府信息公开条例》第四十九条", {"统计期限是 {0} 至 {1}，报告年度是 {2} 年", "The period is {0} to {1}, the report is on {2}"}, check_period_year},
    {"period-incomplete", Severity::warning,
     {"统计期限不是全年", "The statistics period is not the whole year"},
     {"统计期限应当是 1 月 1 日至 12 月 31 日。期限不足一年，结转数就接不上。", "The period is 1 January to 31 December; otherwise what is carried over doesn't fit."},
     {"写成全年；机构当年新设或撤销的，在正文中说明。", "Make it the whole year; say so if the body was set up or dissolved during it."},
     {}, {"统计期限是 {0} 至 {1}，不是全年", "The period is {0} to {1}, not the whole year"}, check_period_incomplete},
    {"fee-statement-missing", Severity::warning,
     {"第六部分没有说明信息处理费", "Section six says nothing about the information fee"},
     {"2021 年度起，收取信息处理费的情况在第六部分报告，没有收取的也应当说明。",
      "From the report on 2021 on, section six reports on the 信息处理费, also where none was charged."},
     {"在第六部分加一句，如“本年度未收取政府信息公开信息处理费”。", "Add a sentence there, for instance that no fee was charged."},
     "《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）", {"“六、其他需要报告的事项”没有说明收取信息处理费的情况", "Section 6 (other matters) does not say whether information fees were charged"}, check_fee_statement},
    {"applications-not-described", Severity::warning,
     {"总体情况没有写依申请公开", "The overview says nothing about requests"},
     {"总体情况应当写明主动公开、依申请公开、政府信息管理、平台建设、监督保障五个方面；没有收到申请的，也应当说明。",
      "The overview covers proactive disclosure, requests, management, platforms and supervision; also that no request came in."},
     {"补写依申请公开情况，如“本年度未收到政府信息公开申请”。", "Add what happened, for instance that no request was received."},
     "《政府信息公开条例》第五十条第（二）项", {"“一、总体情况”没有写依申请公开的情况", "Section 1 (overview) does not mention requests for information"}, check_applications_described},
    {"overview-incomplete", Severity::note,
     {"总体情况没有写全五个方面", "The overview leaves out some of its five subjects"},
     {"总体情况应当写明主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障五个方面。",
      "The overview covers proactive disclosure, requests, management, platforms and supervision."},
     {"看看是否漏写；换了说法的，可以不理会。", "See whether something was left out; ignore this if it was put in other words."},
     clause, {"“一、总体情况”好像没有写到：{0}", "Section 1 (overview) seems to leave out: {0}"}, check_overview_subjects},
    {"notice-misquoted", Severity::warning,
     {"引用的格式文件不对", "The notice that prescribes the form is misquoted"},
     {"2021 年度起的报告依据国办公开办函〔2021〕30号；2019 年试行格式（国办公开办函〔2019〕60号）已经停用。",
      "Reports on 2021 and later follow 国办公开办函〔2021〕30号; the trial form of 2019 is no longer in force."},
     {"改为《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）。",
      "Quote 国办公开办函〔2021〕30号."},
     clause, {"引用的格式文件有误：{0}。2021 年度起适用国办公开办函〔2021〕30号", "Misquoted: {0}. Reports on 2021 and later follow 国办公开办函〔2021〕30号"}, check_notice},
    {"template-residue", Severity::warning,
     {"有没有填写的模板文字", "Text of a template was left over"},
     {"“XX”“□”等占位符号说明这一处还没有填写。", "“XX”, “□” and the like mark places that were not filled in."},
     {"填上实际内容，或者删去。", "Fill them in or remove them."},
     {}, {"有 {1} 处像是没有填写的模板文字：{0}", "Places that look like an unfilled template ({1}): {0}"}, check_template},
    {"rules-without-power", Severity::warning,
     {"没有规章制定权的机关填了规章", "Regulations are counted for a body that can't issue them"},
     {"规章只能由国务院部门，省级和设区的市、自治州的人民政府制定（《立法法》）；县级以下政府和地方各部门没有这项权力。多半是把规范性文件或内部规章制度填成了规章。",
      "规章 are issued by ministries and by the governments of provinces, cities with districts and autonomous prefectures; not below, and not by local departments. Usually normative documents or house rules were counted."},
     {"改填到“规范性文件”一行，规章填 0。", "Count them as normative documents and put 0 here."},
     "《立法法》第九十一条、第九十三条", {"{0}没有规章制定权，{1}不应当大于 0", "{0} can't issue regulations, so these should be 0: {1}"}, check_rules_without_power},
    {"body-mismatch", Severity::warning,
     {"标题和开头写的不是同一个机关", "Title and opening name different bodies"},
     {"开头“现公布某某局……年度报告”的机关应当就是标题里的机关。不一致多半是套用别的单位的报告时忘了改，这时表里的数据也可能是别人的。",
      "The body in the opening sentence should be the title's. Usually another body's report served as a template; then the figures may be another's, too."},
     {"改正写错的一处，并确认表里的数据是本机关的。", "Correct the wrong one, and make sure the figures are this body's."},
     {}, {"开头写的是“{0}”，标题写的是“{1}”", "The opening names {0}, the title {1}"}, check_body},
    {"title-missing", Severity::note,
     {"没有找到报告标题", "No title was found"},
     {"标题写明机关名称和年度，便于查阅。复制时漏掉标题的，可以不理会。", "The title names the body and the year. Ignore this if it was left out in copying."},
     {"确认公布的页面上有标题，如“某某局2024年政府信息公开工作年度报告”。", "Make sure the published page has one."},
     clause, {"没有找到报告标题", "The report has no title"}, check_title_missing},
    {"year-missing", Severity::note,
     {"没有找到报告年度", "No year was found"},
     {"不知道是哪一年的报告，就不能核对它应当使用哪种格式。", "Without the year, which form it should use can't be checked."},
     {"在标题或开头写明年度。", "Name the year in the title or the opening."},
     clause, {"没有找到报告年度，没有核对格式是否适用", "No year was found; which form it should use was not checked"}, check_year_missing},
    {"period-missing", Severity::note,
     {"没有写明统计期限", "The statistics period is not stated"},
     {"写明“本报告所列数据的统计期限自某年1月1日起至12月31日止”，读者才知道数据的范围。", "The period tells the reader what the figures cover."},
     {"在开头补一句统计期限。", "Add a sentence at the beginning."},
     {}, {"没有读到统计期限", "No statistics period was found"}, check_period_missing},
    {"field-residue", Severity::note,
     {"有排版代码残留", "Codes of a word processor or web editor were left over"},
     {"“HYPERLINK”“**”等是转换格式时留下的代码，不应当出现在公布的正文里。", "“HYPERLINK”, “**” and the like come from a conversion and don't belong in the text."},
     {"删去这些代码。", "Remove them."},
     {}, {"有 {1} 处排版代码残留：{0}", "Codes left over ({1}): {0}"}, check_fields},
};

}  // namespace

std::span<const Rule> statement_rules() { return rules; }

}  // namespace nianbao
