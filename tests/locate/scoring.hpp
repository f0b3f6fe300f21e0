// How well the right figures are found again: for the tests' bars and the benchmark's table.
#pragma once

#include <vector>

#include "core/check/locate.hpp"
#include "core/check/locate/search.hpp"
#include "tests/locate/tables.hpp"

namespace nianbao::locate_test {

struct Score {
    int cases = 0;
    int spoken = 0;       ///< a repair was proposed
    int smallest = 0;     ///< the true cells are among the smallest sets: the limit of any such method
    int determined = 0;   ///< … and no other set is as small
    int first = 0;        ///< the first repair is the true one
    int first_three = 0;
    double by_chance = 0;        ///< sum of 1/n over the n smallest sets: what the relations alone give
    double three_by_chance = 0;  ///< sum of min(3, n)/n
};

inline Difference changes_of(const Repair& repair) {
    Difference changes;
    for (const Change& change : repair.changes) changes[change.cell] = change.to;
    return changes;
}

struct Trial {
    Localisation localisation;
    std::size_t sets = 0;  ///< smallest sets over all tables (their product)
    std::size_t changes = 0;
    std::int64_t steps = 0, work = 0;
    bool complete = true;
    bool smallest = false;
};

inline Trial try_to_mend(const Form& form, const Figures& spoiled, const Figures& right) {
    Trial trial;
    const Document document;
    const Report report = report_of(form, spoiled);
    const Case c{document, report};
    trial.localisation = locate(c);
    const Difference truth = difference(spoiled, right);
    trial.sets = 1;
    trial.smallest = true;
    std::size_t covered = 0;
    for (const Model& model : failing_models(c)) {
        const SearchResult found = search(model);
        trial.sets *= found.explanations.size();
        trial.changes += static_cast<std::size_t>(found.changes);
        trial.steps += found.steps;
        trial.work += found.work;
        trial.complete = trial.complete && found.complete;
        bool among = false;
        for (const Explanation& explanation : found.explanations) {
            std::size_t same = 0;
            for (const ModelChange& change : explanation) {
                const ModelCell& cell = model.cells[change.cell];
                const auto true_change = truth.find(cell.cell);
                same += true_change != truth.end() && true_change->second == cell.value + change.delta ? 1 : 0;
            }
            if (same != explanation.size()) continue;
            among = true;
            covered += same;
        }
        trial.smallest = trial.smallest && among;
    }
    trial.smallest = trial.smallest && covered == truth.size();
    return trial;
}

inline void count(Score& score, const Trial& trial, const Difference& truth) {
    ++score.cases;
    const std::vector<Repair>& repairs = trial.localisation.repairs;
    if (!repairs.empty()) ++score.spoken;
    if (trial.smallest) {
        ++score.smallest;
        score.determined += trial.sets == 1 ? 1 : 0;
        score.by_chance += 1.0 / static_cast<double>(trial.sets);
        score.three_by_chance += trial.sets <= 3 ? 1.0 : 3.0 / static_cast<double>(trial.sets);
    }
    for (std::size_t i = 0; i < repairs.size() && i < 3; ++i) {
        if (changes_of(repairs[i]) != truth) continue;
        ++score.first_three;
        score.first += i == 0 ? 1 : 0;
        return;
    }
}

}  // namespace nianbao::locate_test
