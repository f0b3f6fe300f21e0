#include "core/check/locate.hpp"

#include <algorithm>

#include "core/check/locate/model.hpp"
#include "core/check/locate/plausibility.hpp"
#include "core/check/locate/search.hpp"
#include "core/check/locate/sentences.hpp"
#include "core/sort.hpp"

namespace nianbao {
namespace {

constexpr std::size_t most_repairs = 5;

struct Candidate {
    std::vector<Amendment> amendments;
    int cost = 0;
};

std::vector<Amendment> amendments_of(const Model& model, const Explanation& explanation) {
    std::vector<Amendment> amendments;
    for (const ModelChange& change : explanation) {
        const ModelCell& cell = model.cells[change.cell];
        amendments.push_back({cell.cell, cell.value, cell.value + change.delta});
    }
    return amendments;
}

/// Likelier first; equally likely ones in the order of their cells and values.
bool before(const Candidate& a, const Candidate& b) {
    if (a.cost != b.cost) return a.cost < b.cost;
    return std::lexicographical_compare(
        a.amendments.begin(), a.amendments.end(), b.amendments.begin(), b.amendments.end(),
        [](const Amendment& x, const Amendment& y) { return x.cell != y.cell ? x.cell < y.cell : x.to < y.to; });
}

void keep_best(std::vector<Candidate>& candidates) {
    sort_by(candidates, before);
    if (candidates.size() > most_repairs) candidates.resize(most_repairs);
}

std::vector<Candidate> candidates_of(const Model& model, const SearchResult& found, const Plausibility& plausibility) {
    std::vector<Candidate> candidates;
    for (const Explanation& explanation : found.explanations) {
        Candidate& candidate = candidates.emplace_back();
        candidate.amendments = amendments_of(model, explanation);
        candidate.cost = plausibility.cost(candidate.amendments);
    }
    keep_best(candidates);
    return candidates;
}

/// Models share no cell, so a repair of the whole is one of each. One slip may still explain cells of two of them.
std::vector<Candidate> combined(const std::vector<Candidate>& left, const std::vector<Candidate>& right, const Plausibility& plausibility) {
    if (left.empty()) return right;
    std::vector<Candidate> all;
    for (const Candidate& a : left)
        for (const Candidate& b : right) {
            Candidate& candidate = all.emplace_back(a);
            candidate.amendments.insert(candidate.amendments.end(), b.amendments.begin(), b.amendments.end());
            sort_by(candidate.amendments, [](const Amendment& x, const Amendment& y) { return x.cell < y.cell; });
            candidate.cost = plausibility.cost(candidate.amendments);
        }
    keep_best(all);
    return all;
}

Change change_of(const Case& c, const Amendment& amendment) {
    Change change{amendment.cell, std::nullopt, amendment.to};
    const CellValue& value = c.report.cells[amendment.cell];
    if (value.reading == Reading::number && value.value.is_integer()) change.from = value.value.integer();
    return change;
}

}  // namespace

Localisation locate(const Case& c) {
    Localisation localisation;
    const std::vector<Model> models = failing_models(c);
    if (models.empty()) return localisation;
    const Plausibility plausibility(c);
    std::vector<Candidate> candidates;
    Standings standings;
    standings.count = 1;
    for (const Model& model : models) {
        const SearchResult found = search(model);
        if (found.explanations.empty()) {
            localisation.note = too_many_sentence();
            return localisation;
        }
        candidates = combined(candidates, candidates_of(model, found, plausibility), plausibility);
        standings.changes += found.explanations.front().size();
        standings.count *= found.explanations.size();
        standings.complete = standings.complete && found.complete;
    }
    standings.shown = candidates.size();
    standings.equally_good = static_cast<std::size_t>(std::count_if(candidates.begin(), candidates.end(), [&](const Candidate& other) {
        return other.cost - candidates.front().cost <= indistinct;
    }));

    const bool only = standings.count == 1 && standings.complete;
    for (const Candidate& candidate : candidates) {
        const Appraisal appraisal = plausibility.appraise(candidate.amendments);
        Repair& repair = localisation.repairs.emplace_back();
        for (const Amendment& amendment : candidate.amendments) repair.changes.push_back(change_of(c, amendment));
        repair.message = repair_sentence(c, candidate.amendments, appraisal, plausibility.evidence(), only);
        if (&candidate != &candidates.front()) continue;
        standings.slips = slips_of(appraisal);
        localisation.note = standing_sentence(standings);
        const Message other = other_reading(c, candidate.amendments, appraisal, plausibility.evidence());
        localisation.note.zh += other.zh;
        localisation.note.en += other.en;
    }
    return localisation;
}

}  // namespace nianbao
