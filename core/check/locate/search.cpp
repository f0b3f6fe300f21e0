#include "core/check/locate/search.hpp"

#include <algorithm>
#include <cstdlib>

#include "core/check/locate/searcher.hpp"
#include "core/check/locate/support.hpp"
#include "core/sort.hpp"

namespace nianbao {
namespace {

constexpr std::int64_t work_of_a_step = 20;  // a state is copied
constexpr std::size_t values_per_support = 8;  ///< where a set's numbers are not determined

}  // namespace

void Search::prepare() {
    usable_ = model_.cells.size() <= CellSet::capacity && model_.relations.size() <= most_relations;
    for (const ModelRelation& relation : model_.relations)
        for (const ModelTerm& term : relation.terms) usable_ = usable_ && std::abs(term.coefficient) == 1;
    if (!usable_) return;
    masks_.resize(model_.relations.size());
    all_uses_.reserve(4 * model_.cells.size());
    first_use_.assign(model_.cells.size() + 1, 0);
    relations_of_.assign(model_.cells.size(), 0);
    for (std::size_t r = 0; r < model_.relations.size(); ++r)
        for (const ModelTerm& term : model_.relations[r].terms) {
            (term.coefficient > 0 ? masks_[r].positive : masks_[r].negative).add(term.cell);
            masks_[r].all.add(term.cell);
            relations_of_[term.cell] |= std::uint64_t{1} << r;
        }
    for (std::size_t cell = 0; cell < model_.cells.size(); ++cell) {
        first_use_[cell] = all_uses_.size();
        for (std::uint64_t left = relations_of_[cell]; left != 0; left &= left - 1) {
            const auto r = static_cast<std::size_t>(__builtin_ctzll(left));
            all_uses_.push_back({static_cast<std::uint16_t>(r), sign(cell, r)});
        }
    }
    first_use_.back() = all_uses_.size();
}

State Search::start() const {
    State s;
    for (std::size_t cell = 0; cell < model_.cells.size(); ++cell) {
        s.open.add(cell);
        s.up.add(cell);
        if (model_.cells[cell].value > 0) s.down.add(cell);
    }
    for (std::size_t r = 0; r < model_.relations.size(); ++r) {
        s.residual[r] = model_.relations[r].residual;
        s.dirty |= std::uint64_t{1} << r;
    }
    return s;
}

bool Search::start_possible(State& s) const {
    for (std::size_t cell = 0; cell < model_.cells.size(); ++cell)
        if (model_.cells[cell].must_change && !choose(s, cell)) return false;
    return true;
}

bool Search::choose(State& s, std::size_t cell) const {
    if (++s.chosen > budget_) return false;
    s.open.remove(cell);
    s.loose.add(cell);
    s.dirty |= relations_of_[cell];
    return true;
}

void Search::drop(State& s, const CellSet& cells) const {
    const CellSet gone = cells & s.open;
    s.open -= gone;
    for (std::size_t r = 0; r < masks_.size(); ++r)
        if (masks_[r].all.meets(gone)) s.dirty |= std::uint64_t{1} << r;
}

/// The last unknown of a relation takes what is left of it.
bool Search::fix(State& s, std::size_t cell, std::size_t relation) const {
    const std::int64_t delta = s.residual[relation] * sign(cell, relation);
    if (!possible_delta(cell, delta)) return false;
    s.loose.remove(cell);
    s.fixed[s.fixed_count++] = {static_cast<std::uint16_t>(cell), delta};
    for (const Use& use : uses(cell)) s.residual[use.relation] -= use.coefficient * delta;
    s.dirty |= relations_of_[cell];
    return true;
}

/// Follows relations with nothing left to decide to the end; false where one can't hold.
bool Search::settle(State& s) {
    while (s.dirty != 0) {
        ++result_.work;
        const auto r = static_cast<std::size_t>(__builtin_ctzll(s.dirty));
        s.dirty &= s.dirty - 1;
        const CellSet open = masks_[r].all & s.open, loose = masks_[r].all & s.loose;
        const int opens = open.few(), looses = loose.few();
        if (opens == 0 && looses == 0 && s.residual[r] != 0) return false;
        if (opens == 0 && looses == 1 && !fix(s, loose.first(), r)) return false;
        if (opens == 1 && looses == 0 && s.residual[r] != 0 && !choose(s, open.first())) return false;
        if (opens == 1 && looses == 1 && s.residual[r] == 0 && !model_.cells[loose.first()].may_keep &&
            !choose(s, open.first()))
            return false;
    }
    return true;
}

// ---- The tree ----

void Search::descend(State& s) {
    if (!result_.complete) return;
    ++result_.steps;
    result_.work += work_of_a_step;
    if (result_.work > limits_.work) {
        result_.complete = false;
        return;
    }
    if (!prune(s)) return;
    if (s.chosen == budget_) return finish(s);
    if (!demands_.empty()) return branch(s, demands_.front().cells);
    // Nothing is demanded, yet a smaller set was ruled out before: one more cell beside those not settled must change.
    CellSet near;
    for (std::size_t r = 0; r < model_.relations.size(); ++r)
        if (masks_[r].all.meets(s.loose)) near |= masks_[r].all & s.open;
    branch(s, near);
}

/// Some cell of `cells` changes: the first that does is each in turn.
void Search::branch(State& s, CellSet cells) {
    while (!cells.empty()) {
        const std::size_t cell = cells.take_first();
        State next = s;
        if (choose(next, cell)) descend(next);
        CellSet gone;
        gone.add(cell);
        drop(s, gone);
    }
}

void Search::finish(State& s) {
    if (!s.loose.empty()) return finish_cycle(s);
    record(Explanation(s.fixed.begin(), s.fixed.begin() + static_cast<std::ptrdiff_t>(s.fixed_count)));
}

void Search::finish_cycle(const State& s) {
    std::vector<std::size_t> cells;
    for (CellSet loose = s.loose; !loose.empty();) cells.push_back(loose.take_first());
    std::vector<SupportUnknown> unknowns;
    for (const std::size_t cell : cells) unknowns.push_back({-model_.cells[cell].value, model_.cells[cell].may_keep});
    std::vector<SupportEquation> equations;
    for (std::size_t r = 0; r < model_.relations.size(); ++r) {
        if (!masks_[r].all.meets(s.loose)) continue;
        SupportEquation equation{std::vector<std::int64_t>(cells.size(), 0), s.residual[r]};
        for (std::size_t i = 0; i < cells.size(); ++i)
            if (masks_[r].all.has(cells[i])) equation.coefficients[i] = sign(cells[i], r);
        equations.push_back(std::move(equation));
    }
    const SupportValues values = solve_support(std::move(equations), unknowns, values_per_support);
    if (!values.complete && values.solutions.empty()) result_.complete = false;
    for (const std::vector<std::int64_t>& solution : values.solutions) {
        Explanation explanation(s.fixed.begin(), s.fixed.begin() + static_cast<std::ptrdiff_t>(s.fixed_count));
        for (std::size_t i = 0; i < cells.size(); ++i)
            explanation.push_back({static_cast<std::uint16_t>(cells[i]), solution[i]});
        record(std::move(explanation));
    }
}

void Search::record(Explanation explanation) {
    if (result_.explanations.size() >= limits_.explanations) {
        result_.complete = false;
        return;
    }
    sort_by(explanation, [](const ModelChange& a, const ModelChange& b) { return a.cell < b.cell; });
    result_.explanations.push_back(std::move(explanation));
}

SearchResult search(const Model& model, const SearchLimits& limits) { return Search(model, limits).run(); }

}  // namespace nianbao
