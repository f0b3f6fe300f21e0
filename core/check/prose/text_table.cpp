#include <algorithm>
#include <map>

#include "core/check/families.hpp"
#include "core/check/naming.hpp"
#include "core/check/prose/judgement.hpp"
#include "core/check/prose/rules.hpp"

namespace nianbao {

namespace {

using prose::Judgement;

constexpr std::size_t excerpt_length = 48;  // bytes, on a character border
constexpr std::size_t many = 3;             // so many that disagree, and none that agrees: one cause

std::string excerpt(std::string_view text, Span span) {
    std::string out;
    for (const char c : slice(text, span)) {
        if (out.size() >= excerpt_length && (static_cast<unsigned char>(c) & 0xC0) != 0x80) return out + "…";
        if (c != '\n' && c != '\r' && c != '\t') out += c;
    }
    return out;
}

void add_span(Finding& finding, Span span, std::string_view role) {
    const bool known = std::any_of(finding.spans.begin(), finding.spans.end(),
                                   [&](const FindingSpan& s) { return s.span == span && s.role == role; });
    if (!known) finding.spans.push_back({span, role});
}

void add_cell(Finding& finding, CellIndex cell, const Report& report) {
    if (std::find(finding.cells.begin(), finding.cells.end(), cell) != finding.cells.end()) return;
    finding.cells.push_back(cell);
    const Span span = report.cells[cell].span;
    if (!span.empty()) add_span(finding, span, "cell");
}

void add_places(Finding& finding, const Judgement& j, const Report& report) {
    add_span(finding, j.statement.sentence_span, "sentence");
    for (const CellIndex cell : j.amount.cells) add_cell(finding, cell, report);
    for (const CellIndex cell : j.amount.summed) add_cell(finding, cell, report);
}

Message namesake(const Judgement& j, const Report& report) {
    if (j.statement.meaning.all_of_received) return {};
    const auto other = prose::namesake_of(j.statement.meaning, j.statement.figure, report);
    if (!other) return {};
    const std::string figure = std::to_string(j.statement.figure);
    return {"；" + figure + " 恰是" + other->zh, "; " + figure + " happens to be " + other->en};
}

Finding finding_of(const Rule& rule, const Judgement& j, const Case& c, const Message& more) {
    Finding finding = found(rule, c.report,
                            {same(excerpt(c.document.text, j.statement.clause_span)), same(std::to_string(j.statement.figure)),
                             prose::name_of(j.statement.meaning, c.report), same(std::to_string(j.amount.value)), more});
    finding.left = Decimal::of(j.statement.figure);
    finding.right = Decimal::of(j.amount.value);
    add_places(finding, j, c.report);
    return finding;
}

/// Passages in which several figures disagree and not one that is not 0 agrees: they have one cause.
std::map<int, std::vector<const Judgement*>> by_passage(const std::vector<Judgement>& judgements) {
    std::map<int, std::vector<const Judgement*>> passages;
    for (const Judgement& j : judgements)
        if (!j.agrees) passages[j.statement.passage].push_back(&j);
    for (const Judgement& j : judgements)
        if (j.agrees && j.statement.figure != 0) passages.erase(j.statement.passage);
    for (auto at = passages.begin(); at != passages.end();) at = at->second.size() < many ? passages.erase(at) : std::next(at);
    return passages;
}

}  // namespace

void check_text_table(const Rule& rule, const Case& c, std::vector<Finding>& out) {
    if (!c.report.form) return;
    const std::vector<Judgement>& judgements = prose::judgements_of(c);
    const auto together = by_passage(judgements);
    for (const auto& [passage, members] : together) {
        const std::string others = std::to_string(members.size() - 1);
        Finding finding = finding_of(rule, *members[0], c,
                                     {"；这一段另有 " + others + " 个数字也与表不符，没有一个相符",
                                      "; " + others + " more figures of this passage disagree with the tables, and none agrees"});
        for (const Judgement* j : members) add_places(finding, *j, c.report);
        out.push_back(std::move(finding));
    }

    std::map<std::pair<std::vector<CellIndex>, std::int64_t>, std::size_t> said;  // the same slip in two places is one
    for (const Judgement& j : judgements) {
        if (j.agrees || together.count(j.statement.passage) > 0) continue;
        const auto [at, fresh] = said.try_emplace({j.amount.cells, j.statement.figure}, out.size());
        if (fresh)
            out.push_back(finding_of(rule, j, c, namesake(j, c.report)));
        else
            add_places(out[at->second], j, c.report);
    }
}

}  // namespace nianbao
