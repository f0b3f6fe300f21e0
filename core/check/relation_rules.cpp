// The sums of tables three and four, and what table two can't be. The formulas are the form's own; here are their sentences.
#include <algorithm>
#include <optional>

#include "core/check/families.hpp"
#include "core/check/naming.hpp"
#include "core/check/relation.hpp"

namespace nianbao {
namespace {

bool bound_by_column(const Relation& relation, const Form& form) {
    return cells_of(form)[relation.left.front().cell].column->id == relation.bound;
}

Message bound_name(const Relation& relation, const Form& form) {
    const FormCell& cell = cells_of(form)[relation.left.front().cell];
    return bound_by_column(relation, form) ? column_name(cell) : row_name(cell);
}

/// The balance is spoken of by the numbers the form itself uses: 一 + 二 = 三 + 四.
bool is_balance(const Relation& relation) { return relation.left.size() == 2 && relation.right.size() == 2; }

Message term_name(const Term& term, const Relation& relation, const Form& form) {
    const FormCell& cell = cells_of(form)[term.cell];
    Message name = !bound_by_column(relation, form) ? column_name(cell) : is_balance(relation) ? row_number(cell) : row_name(cell);
    if (term.previous) name = {"去年的" + name.zh, "last year's " + name.en};
    return name;
}

Message shown(const CellValue& cell) {
    if (cell.reading == Reading::blank) return {"空白", "blank"};
    return same(cell.value.to_string());
}

/// "一（27）+ 二（1）= 28". In a long sum only what is not 0 is named.
Message side(const std::vector<Term>& terms, const Relation& relation, const Case& c, Decimal sum) {
    Message text;
    bool first = true, left_out = false;
    for (const Term& term : terms) {
        const CellValue& cell = *operand(term, c);
        if (!term.previous && is_in_undivided_row(c.report, term.cell)) continue;
        if (terms.size() > 2 && cell.value.unscaled == 0) {
            left_out = true;
            continue;
        }
        const Message name = term_name(term, relation, *c.report.form), value = shown(cell);
        text.zh += (first ? (term.sign < 0 ? "−" : "") : term.sign < 0 ? "− " : "+ ") + name.zh + "（" + value.zh + "）";
        text.en += (first ? (term.sign < 0 ? "−" : "") : term.sign < 0 ? " − " : " + ") + name.en + " (" + value.en + ")";
        first = false;
    }
    if (first) return {"各项都是 0，合计 0", "every summand is 0, which makes 0"};
    if (left_out) {
        text.zh += "+ 其余（0）";
        text.en += " + the others (0)";
    }
    if (terms.size() > 1) {
        text.zh += "= " + sum.to_string();
        text.en += " = " + sum.to_string();
    }
    return text;
}

/// What would have to be added to `cell` for the relation to hold; empty where it has no such cell.
std::optional<Decimal> missing_from(const Relation& relation, const Evaluation& evaluation, CellIndex cell) {
    const Decimal lack = evaluation.right + evaluation.left.negated();
    for (const Term& term : relation.left)
        if (!term.previous && term.cell == cell) return term.sign < 0 ? lack.negated() : lack;
    for (const Term& term : relation.right)
        if (!term.previous && term.cell == cell) return term.sign < 0 ? lack : lack.negated();
    return std::nullopt;
}

struct Evaluated {
    const Relation* relation;
    Evaluation evaluation;
};

/// How many broken sums one other value of `cell` would mend; 0 where it would break another or mend only one.
std::size_t mended_by(CellIndex cell, const std::vector<Evaluated>& all) {
    std::optional<Decimal> change;
    std::size_t count = 0;
    for (const Evaluated& each : all) {
        const std::optional<Decimal> needed = missing_from(*each.relation, each.evaluation, cell);
        if (!needed || each.evaluation.outcome == Outcome::unknown || each.evaluation.outcome == Outcome::unfilled) continue;
        if (each.evaluation.outcome == Outcome::holds || (change && *change != *needed)) return 0;
        change = needed;
        ++count;
    }
    return count > 1 ? count : 0;
}

struct CommonCell {
    CellIndex cell = 0;
    std::size_t sums = 0;  ///< broken sums that meet in it
};

/// "One cause, one finding": two broken sums that meet in one cell say so.
std::optional<CommonCell> common_cell(const Relation& relation, const Case& c) {
    std::vector<Evaluated> all;
    for (const Relation& other : relations_of(*c.report.form)) {
        const Evaluation evaluation = evaluate(other, c);
        if (!other.at_least && evaluation.outcome != Outcome::not_applicable && other.rule != "carry-over" && other.rule != "in-force-carry")
            all.push_back({&other, evaluation});
    }
    std::optional<CommonCell> best;
    std::size_t most = 1;
    const auto consider = [&](const Term& term) {
        const std::size_t count = mended_by(term.cell, all);
        if (count > most) best = CommonCell{term.cell, count}, most = count;
        else if (count == most) best.reset();
    };
    std::for_each(relation.left.begin(), relation.left.end(), consider);
    std::for_each(relation.right.begin(), relation.right.end(), consider);
    return best;
}

void mark_side(Finding& finding, const std::vector<Term>& terms, const Report& report, std::string_view role) {
    for (const Term& term : terms) {
        if (term.previous || is_in_undivided_row(report, term.cell)) continue;
        finding.cells.push_back(term.cell);
        if (const CellValue& cell = report.cells[term.cell]; cell.span.end > 0) finding.spans.push_back({cell.span, role});
    }
}

}  // namespace

void check_relations(const Rule& rule, const Case& c, std::vector<Finding>& out) {
    if (!c.report.form) return;
    for (const Relation& relation : relations_of(*c.report.form)) {
        if (relation.rule != rule.id) continue;
        const Evaluation evaluation = evaluate(relation, c);
        if (evaluation.outcome != Outcome::fails) continue;
        Finding finding = found(rule, c.report, {bound_name(relation, *c.report.form), side(relation.left, relation, c, evaluation.left),
                                       side(relation.right, relation, c, evaluation.right),
                                       same(distance(evaluation.left, evaluation.right).to_string())});
        if (!relation.at_least)
            if (const std::optional<CommonCell> common = common_cell(relation, c)) {
                const Message name = cell_name(*c.report.form, common->cell);
                const std::string others = std::to_string(common->sums - 1);
                finding.message.zh += "。另有 " + others + " 处不符也牵涉" + name.zh + "，可能是同一个原因，请先核对这一格";
                finding.message.en += ". Other broken sums that meet in the same cell (" + name.en + "): " + others + "; look at that cell first";
            }
        mark_side(finding, relation.left, c.report, "left");
        mark_side(finding, relation.right, c.report, "right");
        finding.left = evaluation.left;
        finding.right = evaluation.right;
        out.push_back(std::move(finding));
    }
}

namespace {

/// What a stated sum adds up, and whether that can be said.
std::optional<Decimal> sum_of(const StatedSum& sum, const Report& report) {
    if (sum.value.reading != Reading::number) return std::nullopt;
    Decimal total;
    for (const CellIndex part : sum.parts) {
        const CellValue& cell = report.cells[part];
        const bool missing_row = cell.reading == Reading::absent && is_in_undivided_row(report, part);
        if (cell.reading == Reading::number) total = total + cell.value;
        else if (cell.reading != Reading::blank && !missing_row) return std::nullopt;
    }
    return total;
}

Message stated_name(const StatedSum& sum, const Form& form) {
    const std::vector<FormCell>& cells = cells_of(form);
    const bool one_row = cells[sum.parts.front()].row == cells[sum.parts.back()].row;
    return one_row ? row_name(cells[sum.parts.front()]) : column_name(cells[sum.parts.front()]);
}

/// Sums the form does not ask for. Of one row or column of them, all that are wrong are one finding.
void check_stated_sums(const Rule& rule, const Case& c, std::vector<Finding>& out) {
    constexpr std::size_t most = 6;
    std::vector<std::string_view> done;
    for (const StatedSum& first : c.report.stated_sums) {
        if (std::find(done.begin(), done.end(), first.of) != done.end()) continue;
        done.push_back(first.of);
        Finding marks;
        std::vector<Message> texts;
        for (const StatedSum& sum : c.report.stated_sums) {
            const std::optional<Decimal> adds_up = sum.of == first.of ? sum_of(sum, c.report) : std::nullopt;
            if (!adds_up || *adds_up == sum.value.value) continue;
            const Message name = stated_name(sum, *c.report.form);
            const std::string right = adds_up->to_string(), stated = sum.value.value.to_string();
            texts.push_back({name.zh + "各项相加 " + right + "，写的是 " + stated, name.en + " add up to " + right + ", stated " + stated});
            mark(marks, c.report, sum.parts, "left");
            marks.spans.push_back({sum.value.span, "right"});
            marks.left = *adds_up;
            marks.right = sum.value.value;
        }
        if (texts.empty()) continue;
        const std::size_t count = texts.size();
        if (count > most) texts.resize(most);
        Message list = joined(texts);
        if (count > most) list = {list.zh + "等 " + std::to_string(count) + " 处", list.en + " and more, " + std::to_string(count) + " in all"};
        Finding finding = found(rule, c.report, {quoted(first.of), list});
        finding.cells = std::move(marks.cells);
        finding.spans = std::move(marks.spans);
        if (count == 1) finding.left = marks.left, finding.right = marks.right;
        out.push_back(std::move(finding));
    }
}

constexpr Text sum_message = {"{0}：{1}，{2}，相差 {3}", "{0}: {1}, {2}, off by {3}"};

constexpr Rule rules[] = {
    {"t3-row-sum", Severity::error,
     {"表三某一行的各栏相加不等于总计", "A row of table three does not add up to its total"},
     {"表三每一行的“自然人”和五栏“法人或其他组织”互不重叠，相加应当等于该行“总计”。对不上，说明至少有一格填错。",
      "The six applicant columns of a row do not overlap, so they add up to the row's total. If they don't, at least one cell is wrong."},
     {"对照申请台账核对这一行的七个数，改正填错的一格。", "Check the row's seven figures against the request register and mend the wrong one."},
     "国办公开办函〔2021〕30号 表三 总计栏", sum_message, check_relations},
    {"t3-handled-sum", Severity::error,
     {"表三（七）总计不等于（一）至（六）各项之和", "Total handled in table three is not the sum of the results above it"},
     {"每件办结的申请只计入一种办理结果，（一）至（六）各项相加应当等于（七）总计。",
      "Every handled request counts under exactly one result, so the results (1) to (6) add up to total (7)."},
     {"核对这一列各种办理结果的件数和（七）总计，看是否漏计、重计或加错。", "Check the column's results and its total (7) for something left out, counted twice or added wrongly."},
     "国办公开办函〔2021〕30号 表三 第三项第（七）目", sum_message, check_relations},
    {"t3-balance", Severity::error,
     {"表三不符合勾稽关系：一＋二 ≠ 三＋四", "Table three breaks its balance: I + II ≠ III + IV"},
     {"表三表头写明了勾稽关系：第一项加第二项之和，等于第三项加第四项之和。收到的申请要么已经办结，要么结转下年，不会多也不会少。",
      "The head of table three states it: item one plus item two equals item three plus item four. A request that came in was either handled or carried over."},
     {"核对本年新收、上年结转、办结总计和结转下年度四个数；上年结转的申请常被漏计在办理结果里。",
      "Check the four figures; requests carried over from last year are often left out of the results."},
     "国办公开办函〔2021〕30号 表三 勾稽关系", sum_message, check_relations},
    {"t4-sum", Severity::error,
     {"表四某一组的四种结果相加不等于总计", "A group of table four does not add up to its total"},
     {"行政复议、未经复议直接起诉、复议后起诉三组各有四种结果，相加应当等于该组“总计”。",
      "Each of the three groups has four outcomes, which add up to the group's total."},
     {"核对这一组的五个数，改正填错的一格。", "Check the group's five figures and mend the wrong one."},
     "国办公开办函〔2021〕30号 表四 总计栏", sum_message, check_relations},
    {"subtotal-sum", Severity::warning,
     {"表三自行增加的小计同各项之和不符", "A subtotal added to table three is not the sum of its parts"},
     {"格式没有要求填小计。报告自己加了小计行或小计栏的，也应当等于各项之和；对不上，说明小计或者其中一项填错了。",
      "The form asks for no subtotals. Where a report adds a row or column of them, they are the sums of their parts; if not, one of the figures is wrong."},
     {"核对小计和它所包括的各项。按格式也可以删去小计。", "Check the subtotal and its parts, or leave the subtotals out, as the form does."},
     {}, {"表三{0}的小计不符：{1}", "Table three, subtotal of {0}: {1}"}, check_stated_sums},
    {"in-force-too-small", Severity::warning,
     {"现行有效件数少于本年制发减去废止的件数", "Fewer documents in force than were made less those repealed"},
     {"本年制发、未被废止的文件到年底应当都是现行有效的，“现行有效件数”一般不会小于“本年制发件数”减“本年废止件数”。",
      "What was made this year and not repealed is in force at its end, so the number in force is hardly smaller than made minus repealed."},
     {"核对“现行有效件数”是否只填了一部分（例如只填了本年制发的），或者制发、废止件数填反。",
      "Check whether the number in force covers only part of the documents, or whether made and repealed were swapped."},
     {}, {"{0}：{1}，少于 {2}，差 {3}", "{0}: {1} is less than {2}, short by {3}"}, check_relations},
    {"disclosed-total-too-small", Severity::warning,
     {"对外公开总数量少于本年新公开数量", "Total disclosed is smaller than what was disclosed this year"},
     {"“对外公开总数量”包括本年新公开的，不应当小于“本年新公开数量”。",
      "The total disclosed includes what was disclosed this year and can't be smaller."},
     {"核对这两个数是否填反，或者总数量没有包括本年新公开的。", "Check whether the two were swapped or the total leaves out this year's."},
     {}, {"{0}：{1}，少于{2}，差 {3}", "{0}: {1} is less than {2}, short by {3}"}, check_relations},
};

}  // namespace

std::span<const Rule> relation_rules() { return rules; }

}  // namespace nianbao
