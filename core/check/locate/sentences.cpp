#include "core/check/locate/sentences.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "core/check/naming.hpp"

namespace nianbao {
namespace {

constexpr std::size_t small_repair = 4;  ///< cells; more is called small only where few slips explain them
constexpr std::size_t few_slips = 3;

void append(Message& text, const Message& more) {
    text.zh += more.zh;
    text.en += more.en;
}

Message cases(std::int64_t count) {
    const std::string digits = std::to_string(count < 0 ? -count : count);
    return {digits, digits + (count == 1 || count == -1 ? " case" : " cases")};
}

Message change_of(const Case& c, const Amendment& a) {
    const CellValue& value = c.report.cells[a.cell];
    const std::string to = "→" + std::to_string(a.to);
    if (value.reading == Reading::blank) return {"（空白）" + to, " (blank)" + to};
    return same(" " + value.value.to_string() + to);
}

/// 表三“（一）予以公开”的自然人 12→21、总计 12→21 · table three, (1) granted: natural persons 12→21, total 12→21
Message changes_by_row(const Case& c, std::span<const Amendment> amendments, const std::vector<std::size_t>& members) {
    Message text;
    const FormCell* last = nullptr;
    for (const std::size_t member : members) {
        const FormCell& cell = cells_of(*c.report.form)[amendments[member].cell];
        const bool same_row = last && last->row == cell.row && last->block == cell.block;
        if (same_row) {
            append(text, {"、", ", "});
        } else {
            const Message table = table_word(cell.table()), row = row_name(cell);
            const bool same_table = last && last->table() == cell.table();
            if (last) append(text, {"，", "; "});
            append(text, {(same_table ? "" : table.zh) + "“" + row.zh + "”的", (same_table ? "" : table.en + ", ") + row.en + ": "});
        }
        append(text, column_name(cell));
        append(text, change_of(c, amendments[member]));
        last = &cell;
    }
    return text;
}

Message figures_of(const std::vector<ProseEvidence>& evidence, const std::vector<std::size_t>& chosen) {
    std::vector<Message> figures;
    for (const std::size_t i : chosen) {
        const std::string figure = std::to_string(evidence[i].figure);
        const bool told = std::any_of(figures.begin(), figures.end(), [&](const Message& m) { return m.en == figure; });
        if (!told) figures.push_back(same(figure));
    }
    return joined(figures);
}

bool speaks_of(const ProseEvidence& evidence, int cell) {
    return evidence.cells.size() == 1 && static_cast<int>(evidence.cells.front()) == cell;
}

/// Slips of one cell and one kind are told together.
std::vector<Fault> told_together(const std::vector<Fault>& faults) {
    std::vector<Fault> told;
    for (const Fault& fault : faults) {
        const auto alike = std::find_if(told.begin(), told.end(), [&](const Fault& other) {
            return other.kind == fault.kind && fault.members.size() == 1 && fault.kind != FaultKind::miscounted;
        });
        if (alike == told.end()) told.push_back(fault);
        else alike->members.insert(alike->members.end(), fault.members.begin(), fault.members.end());
    }
    return told;
}

}  // namespace

Message repair_sentence(const Case& c, std::span<const Amendment> amendments, const Appraisal& appraisal,
                        const std::vector<ProseEvidence>& evidence, bool only) {
    Message text;
    for (const Fault& fault : told_together(appraisal.faults)) {
        const Amendment& first = amendments[fault.members.front()];
        if (!text.zh.empty()) append(text, {"；", "; "});
        append(text, fill(weight_of(fault.kind).sentence,
                          {changes_by_row(c, amendments, fault.members), cases(first.to - first.from)}));
    }
    append(text, {"。", "."});
    if (!appraisal.supporting.empty()) {
        const Message figures = figures_of(evidence, appraisal.supporting);
        append(text, {"改后与文字部分的 " + figures.zh + " 相符。", " The text says " + figures.en + ", which agrees after the change."});
    }
    if (!appraisal.contradicting.empty()) {
        const Message figures = figures_of(evidence, appraisal.contradicting);
        append(text, {"但文字部分写的是 " + figures.zh + "，改后就不相符了。", " But the text says " + figures.en + ", which would no longer agree."});
    }
    if (only) {
        const std::string count = std::to_string(amendments.size());
        const bool one = amendments.size() == 1;
        append(text, {"只改 " + count + " 格就使全部关系成立的，只有这一种改法。",
                      one ? " No other single cell mends every relation." : " No other " + count + " cells mend every relation."});
    }
    return text;
}

std::size_t slips_of(const Appraisal& appraisal) {
    std::size_t slips = 0;
    bool blank = false;
    for (const Fault& fault : appraisal.faults) {
        if (fault.kind != FaultKind::total_blank) ++slips;
        else if (!std::exchange(blank, true)) ++slips;
    }
    return slips;
}

Message standing_sentence(const Standings& standings) {
    Message text;
    const std::string changes = std::to_string(standings.changes);
    if (standings.changes > small_repair && standings.slips > few_slips)
        append(text, {"没有小的改法：至少要改 " + changes + " 格，才能使全部关系成立，可能多处出错或表格错位，下面的改法仅供参考。",
                      "No explanation is small: at least " + changes + " cells must change, so several figures are wrong or the table has slipped; take the repairs as hints. "});
    if (standings.count < 2) return text;
    const std::string count = std::to_string(standings.count), shown = std::to_string(standings.shown);
    const std::string good = std::to_string(standings.equally_good);
    append(text, {"改 " + changes + " 格就能使全部关系成立的改法" + (standings.complete ? "共有 " : "至少有 ") + count + " 种",
                  (standings.complete ? "There are " : "There are at least ") + count + " ways to mend every relation by changing " +
                      changes + (standings.changes == 1 ? " cell" : " cells")});
    if (standings.count > standings.shown) append(text, {"，这里列出 " + shown + " 种", ", of which " + shown + " are listed"});
    if (standings.equally_good > 1)
        append(text, {"，其中前 " + good + " 种同样可信，要对照原始登记才能确定。", "; the first " + good + " are equally good, and only the original records can tell."});
    else
        append(text, {"，第一种最可能，请核对原始登记后再改。", "; the first is the likeliest. Check the original records before changing anything."});
    return text;
}

Message other_reading(const Case& c, std::span<const Amendment> first, const Appraisal& appraisal,
                      const std::vector<ProseEvidence>& evidence) {
    const Form& form = *c.report.form;
    if (appraisal.faults.size() != 1 || appraisal.faults.front().kind != FaultKind::cases_missing ||
        cells_of(form)[first.front().cell].row->id != "carried_out")
        return {};
    const std::int64_t missing = first.front().to - first.front().from;
    const Message count = cases(missing);
    Message text = {"另一种读法：这 " + count.zh + " 件已经办结，只是办理结果漏计，那就要改某一结果行和（七）总计（共 4 格）。",
                    " The other reading: " + count.en + " handled, but the result not counted; then a row of results and (7) must change (4 cells)."};
    const int handled = cell_index(form, "t3.handled.total");
    std::vector<std::size_t> supporting, agreeing;
    for (std::size_t i = 0; i < evidence.size(); ++i) {
        const auto total = [&](std::string_view id) {
            const int cell = cell_index(form, id);
            return cell >= 0 && speaks_of(evidence[i], cell) && c.report.cells[static_cast<std::size_t>(cell)].reading == Reading::number &&
                   c.report.cells[static_cast<std::size_t>(cell)].value == Decimal::of(evidence[i].figure);
        };
        if (handled >= 0 && speaks_of(evidence[i], handled) && c.report.cells[static_cast<std::size_t>(handled)].reading == Reading::number &&
            Decimal::of(evidence[i].figure - missing) == c.report.cells[static_cast<std::size_t>(handled)].value)
            supporting.push_back(i);
        if (total("t3.new.total") || total("t3.carried_in.total")) agreeing.push_back(i);
    }
    if (!supporting.empty()) {
        const Message figures = figures_of(evidence, supporting);
        append(text, {"文字部分写办结 " + figures.zh + " 件，支持这一读法。", " The text says " + figures.en + " were handled, which supports it."});
    }
    if (!agreeing.empty()) {
        const Message figures = figures_of(evidence, agreeing);
        append(text, {"文字部分的 " + figures.zh + " 与本年新收、上年结转一致，不像是这两行多计。",
                      " The text's " + figures.en + " agree with rows I and II, so these hardly count too many."});
    }
    return text;
}

Message too_many_sentence() {
    return {"不成立的关系太多，说不准是哪几格填错了。请对照原始登记逐行核对，改正一部分后再检查。",
            "Too many relations fail to say which cells are wrong. Check the table row by row against the original records, mend what you find, and check again."};
}

}  // namespace nianbao
