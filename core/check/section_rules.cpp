// The six sections: there, in order, numbered, titled as the form says, and not empty.
#include <algorithm>

#include "core/check/families.hpp"
#include "core/check/naming.hpp"
#include "core/check/readings.hpp"
#include "core/check/report_kind.hpp"
#include "core/text/fold.hpp"

namespace nianbao {
namespace {

void check_missing(const Rule& rule, const Case& c, std::vector<Finding>& out) {
    if (!is_report(c) || predates_forms(c)) return;
    std::vector<Message> names;
    std::uint32_t before = 0, place = 0;
    for (int number = 1; number <= 6; ++number) {
        if (const Section* section = c.report.section(number)) {
            before = section->title.end;
            continue;
        }
        if (names.empty()) place = before;
        names.push_back(section_name(number));
    }
    if (names.empty()) return;
    constexpr Text tables_only = {"这里只有统计表，没有读到报告的正文和各部分的标题", "There are only tables here: no text and no section of the report was found"};
    Finding finding = c.report.sections.empty() ? found(rule, c.report, tables_only, {}) : found(rule, c.report, {joined(names)});
    mark(finding, Span{place, place});
    out.push_back(std::move(finding));
}

/// "（一）存在的主要问题", "2.改进情况", "本年度无": a line of nothing but the words headings are made of.
bool is_bare_heading(std::string_view line) {
    constexpr std::string_view numerals[] = {"一", "二", "三", "四", "五", "1", "2", "3", "4", "5"};
    constexpr std::string_view words[] = {"政府信息公开", "依申请公开", "主动公开", "政府信息", "存在", "主要", "问题", "不足", "改进", "整改", "情况", "措施",
                                          "下一步", "工作", "打算", "计划", "管理", "平台", "建设", "监督", "保障", "方面", "本年度", "暂", "无", "略", "的", "及", "和", "与"};
    const std::string folded = fold(line);
    std::string_view rest = folded;
    for (const std::string_view numeral : numerals)
        if (rest.substr(0, numeral.size()) == numeral) {
            rest.remove_prefix(numeral.size());
            break;
        }
    while (!rest.empty()) {
        const auto* word = std::find_if(std::begin(words), std::end(words), [&](std::string_view w) { return rest.substr(0, w.size()) == w; });
        if (word == std::end(words)) return false;
        rest.remove_prefix(word->size());
    }
    return true;
}

bool says_nothing(const Case& c, const Section& section) {
    constexpr std::size_t longest = 600;  // five headings at most
    std::string_view text = slice(c.document.text, section.content);
    if (trim(text).size() > longest) return false;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        if (!is_bare_heading(text.substr(0, end))) return false;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return true;
}

/// One that begins there: a sheet that holds the whole report is none of the section.
bool holds_a_table(const Case& c, Span content) {
    return std::any_of(c.document.blocks.begin(), c.document.blocks.end(), [&](const Block& block) {
        return block.is_grid() && block.span.begin >= content.begin && block.span.begin < content.end;
    });
}

void check_empty(const Rule& rule, const Case& c, std::vector<Finding>& out) {
    if (!is_report(c)) return;
    for (const int number : {1, 5}) {
        const Section* section = c.report.section(number);
        if (!section || !says_nothing(c, *section) || holds_a_table(c, section->content)) continue;
        Finding finding = found(rule, c.report, {section_name(number)});
        mark(finding, section->title, "section");
        out.push_back(std::move(finding));
    }
}

void check_order(const Rule& rule, const Case& c, std::vector<Finding>& out) {
    if (!is_report(c)) return;
    int highest = 0;
    for (const Section& section : c.report.sections) {
        if (section.number < highest) {
            Finding finding = found(rule, c.report, {section_name(section.number), section_name(highest)});
            mark(finding, section.title, "section");
            out.push_back(std::move(finding));
        }
        highest = std::max(highest, section.number);
    }
}

void check_title_altered(const Rule& rule, const Case& c, std::vector<Finding>& out) {
    if (!is_report(c)) return;
    std::vector<Message> texts;
    Finding marks;
    for (const Section& section : c.report.sections) {
        if (!section.altered) continue;
        const Message text = quoted(slice(c.document.text, section.title)), official = section_name(section.number);
        texts.push_back({text.zh + "（格式为" + official.zh + "）", text.en + " (" + official.en + ")"});
        mark(marks, section.title, "section");
    }
    if (texts.empty()) return;
    Finding finding = found(rule, c.report, {joined(texts)});
    finding.spans = std::move(marks.spans);
    out.push_back(std::move(finding));
}

void check_number_missing(const Rule& rule, const Case& c, std::vector<Finding>& out) {
    if (!is_report(c)) return;
    std::vector<Message> texts;
    Finding marks;
    for (const Section& section : c.report.sections) {
        if (section.numbered) continue;
        texts.push_back(quoted(slice(c.document.text, section.title)));
        mark(marks, section.title, "section");
    }
    if (texts.empty()) return;
    Finding finding = found(rule, c.report, {joined(texts)});
    finding.spans = std::move(marks.spans);
    out.push_back(std::move(finding));
}

/// The number printed before a title ("四、"), or 0.
int printed_number(std::string_view text, Span title) {
    constexpr std::string_view numerals[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
    std::size_t line = text.rfind('\n', title.begin);
    line = line == std::string_view::npos ? 0 : line + 1;
    constexpr std::size_t longest_number = 40;
    if (title.begin - line > longest_number) return 0;
    const std::string before = fold(text.substr(line, title.begin - line));
    for (std::size_t i = 0; i < std::size(numerals); ++i)
        if (before == numerals[i]) return static_cast<int>(i) + 1;
    return 0;
}

void check_number_wrong(const Rule& rule, const Case& c, std::vector<Finding>& out) {
    if (!is_report(c)) return;
    std::vector<Message> texts;
    Finding marks;
    for (const Section& section : c.report.sections) {
        const int printed = section.numbered ? printed_number(c.document.text, section.title) : 0;
        if (printed == 0 || printed == section.number) continue;
        const Message text = quoted(slice(c.document.text, section.title)), official = section_name(section.number);
        texts.push_back({text.zh + "编成了第" + std::to_string(printed) + "部分（格式为" + official.zh + "）",
                         text.en + " is numbered " + std::to_string(printed) + " (" + official.en + ")"});
        mark(marks, section.title, "section");
    }
    if (texts.empty()) return;
    Finding finding = found(rule, c.report, {joined(texts)});
    finding.spans = std::move(marks.spans);
    out.push_back(std::move(finding));
}

constexpr std::string_view clause = "国办公开办函〔2021〕30号";

constexpr Rule rules[] = {
    {"section-missing", Severity::error,
     {"缺少规定的部分", "A prescribed section is missing"},
     {"年度报告由六个部分组成，《政府信息公开条例》第五十条规定了应当包括的内容，缺一不可。",
      "The report has six sections; what they must cover stands in article 50 of the Regulations."},
     {"补上缺少的部分。没有内容可写的，也应当保留标题并说明。如果原文有而这里说没有，请检查复制是否完整。",
      "Add what is missing; where there is nothing to say keep the title and say so. If the original has it, check that all of it was copied."},
     "《政府信息公开条例》第五十条", {"没有找到{0}", "Not found: {0}"}, check_missing},
    {"section-empty", Severity::warning,
     {"这一部分没有内容", "A section says nothing"},
     {"总体情况和存在的主要问题及改进情况是报告的正文，应当写明本机关一年来的实际情况，不能空着。",
      "The overview and the problems are the body of the report and tell what really happened in the year."},
     {"补写这一部分。", "Write the section."},
     "《政府信息公开条例》第五十条", {"{0}没有内容", "Nothing is written under {0}"}, check_empty},
    {"section-order", Severity::note,
     {"各部分的顺序同格式不一致", "The sections are in another order than the form's"},
     {"六个部分的顺序是统一规定的，便于查阅和汇总。", "The order of the six sections is prescribed."},
     {"按格式调整顺序。", "Put them in order."},
     clause, {"{0}排在{1}之后", "{0} comes after {1}"}, check_order},
    {"section-title-altered", Severity::note,
     {"部分标题同格式不一致", "Section titles differ from the form"},
     {"各部分的标题由格式统一规定；意思相同的写法不影响核对。", "The titles are prescribed; other words for the same thing do no harm to the check."},
     {"有条件的，改成格式规定的标题。", "Where possible, use the prescribed title."},
     clause, {"标题写成了{0}", "Titles read {0}"}, check_title_altered},
    {"section-number-missing", Severity::note,
     {"部分标题没有编号", "Section titles lack their number"},
     {"各部分标题应当有“一、”至“六、”的编号。自动编号在转成网页或文本时容易丢失。", "The titles are numbered 一 to 六. Automatic numbering is easily lost on the way to a web page."},
     {"补上编号。", "Add the number."},
     clause, {"没有编号：{0}", "Without a number: {0}"}, check_number_missing},
    {"section-number-wrong", Severity::note,
     {"部分标题的编号不对", "Section titles carry the wrong number"},
     {"各部分的编号由格式统一规定；编号重复或跳号多半是增删内容时忘了改。", "The numbers are prescribed; a repeated or skipped one is usually left over from an edit."},
     {"改正编号。", "Correct the number."},
     clause, {"{0}", "{0}"}, check_number_wrong},
};

}  // namespace

std::span<const Rule> section_rules() { return rules; }

}  // namespace nianbao
