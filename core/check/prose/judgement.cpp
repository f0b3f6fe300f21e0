#include "core/check/prose/judgement.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "core/check/prose/evidence.hpp"
#include "core/check/readings.hpp"

namespace nianbao::prose {

namespace {

constexpr std::int64_t telling = 10;  // an agreement on this many is no chance

Judgement judge(const Statement& statement, const std::vector<Amount>& amounts) {
    Judgement j{statement, amounts.front(), false};
    const auto says = [&](std::int64_t value) { return value == statement.figure || value == statement.figure - statement.withdrawn; };
    for (const Amount& amount : amounts) {
        if (!says(amount.value) && !says(amount.by_columns)) continue;
        j.amount = amount;
        j.agrees = true;
        break;
    }
    return j;
}

/// 收到27件，均已答复, 收到27件，办结25件: applications carried over from last year may have been answered beside those received.
void add_carried_in(const Statement& statement, bool of_received, std::vector<Amount>& amounts, const Report& report) {
    const Meaning& meaning = statement.meaning;
    const bool leans = of_received && !statement.named && meaning.subject == Subject::handled && meaning.applicant == Applicant::all;
    if ((!meaning.all_of_received && !leans) || amounts.empty()) return;
    Meaning carried;
    carried.subject = Subject::carried_in;
    const std::vector<Amount> more = amounts_of(carried, report);
    if (more.empty() || more[0].value <= 0) return;
    Amount less = amounts[0];
    less.value -= more[0].value;
    less.by_columns = less.value;
    amounts.push_back(less);
}

std::set<int> borne_out(const std::vector<Judgement>& judgements) {
    std::map<int, std::set<std::int64_t>> agreed;
    for (const Judgement& j : judgements)
        if (j.agrees && j.statement.figure > 0) agreed[j.statement.passage].insert(j.statement.figure);
    std::set<int> passages;
    for (const auto& [passage, figures] : agreed)
        if (figures.size() >= 2 || *figures.rbegin() >= telling) passages.insert(passage);
    return passages;
}

bool same_meaning(const Meaning& a, const Meaning& b) {
    return a.subject == b.subject && a.applicant == b.applicant && a.groups == b.groups && a.leaves == b.leaves &&
           a.lawsuit == b.lawsuit && a.paper == b.paper && a.change == b.change;
}

/// 收到申请9件，答复9件…办理120件: once a passage has given a figure that agrees, another one that only leans on the words
/// before it counts something else, and so does what leans on that.
void drop_second_counts(std::vector<Judgement>& judgements) {
    std::vector<Judgement> kept;
    bool astray = false;
    for (Judgement& j : judgements) {
        const auto agreed = [&](const Judgement& before) {
            return before.agrees && before.statement.passage == j.statement.passage &&
                   same_meaning(before.statement.meaning, j.statement.meaning);
        };
        const bool new_passage = kept.empty() || kept.back().statement.passage != j.statement.passage;
        if (j.statement.named || new_passage) astray = false;
        const bool leans = !j.statement.named && !j.statement.meaning.all_of_received;
        if (leans && !j.agrees && (astray || std::any_of(kept.begin(), kept.end(), agreed))) {
            astray = true;
            continue;
        }
        kept.push_back(std::move(j));
    }
    judgements = std::move(kept);
}

std::vector<Judgement> read_judgements(const Case& c) {
    std::vector<Judgement> judgements;
    bool received = false;  // the figure 均 refers to agrees
    int passage = 0;        // and where it stands
    for (const Statement& statement : statements_of(c.document, c.report, prose_paragraphs(c))) {
        if (statement.meaning.all_of_received && !received) continue;
        std::vector<Amount> amounts = amounts_of(statement.meaning, c.report);
        add_carried_in(statement, received && statement.passage == passage, amounts, c.report);
        if (!amounts.empty()) judgements.push_back(judge(statement, amounts));
        if (statement.meaning.subject == Subject::received && !statement.meaning.all_of_received) {
            received = !amounts.empty() && judgements.back().agrees;
            passage = statement.passage;
        }
    }
    drop_second_counts(judgements);
    const std::set<int> sure = borne_out(judgements);
    std::vector<Judgement> out;
    for (Judgement& j : judgements)
        if (j.statement.plain || sure.count(j.statement.passage) > 0) out.push_back(std::move(j));
    return out;
}

}  // namespace

const std::vector<Judgement>& judgements_of(const Case& c) {
    if (!c.readings->judgements) c.readings->judgements = read_judgements(c);
    return *c.readings->judgements;
}

}  // namespace nianbao::prose

namespace nianbao {

std::vector<ProseEvidence> prose_evidence(const Case& c) {
    std::vector<ProseEvidence> evidence;
    const ReadCase read(c);
    for (const prose::Judgement& j : prose::judgements_of(read))
        if (!j.statement.meaning.all_of_received)
            evidence.push_back({j.amount.summed, j.statement.figure, j.statement.figure_span});
    return evidence;
}

}  // namespace nianbao
