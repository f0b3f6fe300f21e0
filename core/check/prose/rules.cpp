#include "core/check/prose/rules.hpp"

#include "core/check/families.hpp"

namespace nianbao {

std::span<const Rule> prose_rules() {
    static const Rule rules[] = {
        {"text-table-mismatch",
         Severity::warning,
         {"正文中的数字与表格不一致", "A figure in the text disagrees with the tables"},
         {"同一件事在正文和表格里是两个数，读者不知道该信哪一个。只比对说得明白的句子：本机关的、本报告年度的、只有一种理解的。",
          "The same thing is counted twice with different results, and readers can't tell which is right. Only plain sentences "
          "are "
          "compared: about this body, about the report's year, with one reading."},
         {"核对台账后改正文或者改表格；句子如果另有范围或口径，请在句中写明。",
          "Check the register, then correct the text or the table; if the sentence counts something else, say so in it."},
         "",
         {"正文写“{0}”（{1}），{2}为 {3}{4}", "The text says “{0}” ({1}); {2} is {3}{4}"},
         check_text_table},
        {"stale-year",
         Severity::warning,
         {"句子说的不是报告年度", "A sentence speaks of another year"},
         {"报告常以上一年的为底稿，年份容易漏改；读者会以为报的是另一年的情况。",
          "Reports are often written over last year's, and a year is easily left behind; readers then take it for another year's "
          "account."},
         {"把年份改成报告年度；如果确实在说另一年，请写明是回顾、比较还是计划。",
          "Correct the year; if another year is meant, say that it is a review, a comparison or a plan."},
         "",
         {"正文写“{0}”，说的是 {1} 年，本报告是 {2} 年度的{3}", "The text says “{0}”: that is {1}, and this report is on {2}{3}"},
         check_stale_year},
        {"copied-sections",
         Severity::note,
         {"正文与上一年的报告雷同", "The text repeats last year's report"},
         {"年度报告要反映这一年的工作。只换了数字的正文，通知点名为“内容雷同、敷衍塞责”。",
          "The report is an account of its year. A text in which only figures were changed is what the notice calls repetitive "
          "and perfunctory."},
         {"看标出的句子，写出这一年实际做了什么、还有什么问题。",
          "Look at the marked sentences and write what was done this year and what remains to be done."},
         "《政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）（四）明确责任",
         {"{0}与上一年的报告相同（不计数字）：{1} 句，占 {2}%",
          "{0}: the same as last year's report but for figures: {1} sentences, {2}%"},
         check_copied_sections},
    };
    return rules;
}

}  // namespace nianbao
