#include "core/check/locate/search.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <span>

#include "core/check/locate/balance.hpp"
#include "core/check/locate/cell_set.hpp"
#include "core/check/locate/support.hpp"

namespace nianbao {
namespace {

constexpr std::size_t most_relations = 64;
constexpr std::size_t most_changes = 40;
constexpr std::int64_t steps_before_balance = 40;
constexpr std::int64_t work_of_a_step = 20;    // a state is copied
constexpr std::size_t values_per_support = 8;  ///< where a set's numbers are not determined

/// A relation as masks: the cells with a positive and with a negative coefficient.
struct Masks {
    CellSet positive, negative, all;
};

/// At least one cell of `cells` must change. `relation` is set where a relation without a changed cell demands it.
struct Demand {
    CellSet cells;
    int relation = -1;
    int size = 0;  ///< known once they are sorted by it
};

struct State {
    CellSet open;           ///< not decided
    CellSet loose;          ///< must change, value not known yet
    CellSet up, down;       ///< ways an open cell may still go
    std::uint64_t dirty = 0;  ///< relations to look at again
    std::size_t chosen = 0;
    std::size_t fixed_count = 0;
    std::array<ModelChange, most_changes> fixed;
    std::array<std::int64_t, most_relations> residual;
};

/// A relation of a cell. The relations of all cells stand in one list, cell by cell.
struct Use {
    std::uint16_t relation;
    int coefficient;
};

class Search {
public:
    Search(const Model& model, const SearchLimits& limits) : model_(model), limits_(limits) { prepare(); }

    SearchResult run() {
        if (!usable_) {
            result_.complete = false;
            return result_;
        }
        const std::size_t most = std::min(most_changes, static_cast<std::size_t>(std::max(limits_.changes, 0)));
        for (budget_ = 1; budget_ <= most && result_.complete && result_.explanations.empty(); ++budget_) {
            State root = start();
            if (start_possible(root) && settle(root)) descend(root);
            result_.changes = static_cast<int>(budget_);
        }
        if (result_.explanations.empty()) result_.complete = false;
        return std::move(result_);
    }

private:
    void prepare();
    State start() const;
    bool start_possible(State& s) const;

    bool choose(State& s, std::size_t cell) const;
    bool fix(State& s, std::size_t cell, std::size_t relation) const;
    bool settle(State& s);
    bool possible_delta(std::size_t cell, std::int64_t delta) const;
    void drop(State& s, const CellSet& cells) const;

    bool prune(State& s);
    void gather(const State& s);
    void demand_of_relation(const State& s, std::size_t relation, const CellSet& open);
    void demands_of_disagreement(const State& s);
    void add_demand(const CellSet& cells, int relation);
    std::span<const Use> uses(std::size_t cell) const {
        return {all_uses_.data() + first_use_[cell], first_use_[cell + 1] - first_use_[cell]};
    }
    int sign(std::size_t cell, std::size_t relation) const { return masks_[relation].positive.has(cell) ? 1 : -1; }
    CellSet way(const State& s, std::size_t relation, const CellSet& open, bool rising) const;
    enum class Step { fail, again, done };
    Step bound(State& s, int order);
    void sort_demands();
    Step balance(State& s);
    Step tighten(State& s, const Demand& demand) const;
    bool supported(const State& s, std::size_t cell, std::int64_t delta, std::size_t except) const;

    void descend(State& s);
    void branch(State& s, CellSet cells);
    void finish(State& s);
    void finish_cycle(const State& s);
    void record(Explanation explanation);

    const Model& model_;
    SearchLimits limits_;
    std::vector<Masks> masks_;
    std::vector<Use> all_uses_;
    std::vector<std::size_t> first_use_;
    std::vector<std::uint64_t> relations_of_;
    bool usable_ = false;  ///< every coefficient is 1 or -1, and the model fits the masks
    std::size_t budget_ = 0;
    SearchResult result_;
    std::optional<Balance> balance_;

    // Rebuilt at every node; kept here to spare allocation.
    std::vector<Demand> demands_;
    struct Implied {
        std::size_t relation, cell;
        std::int64_t delta;
    };
    std::vector<Implied> implied_;
};

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

bool Search::possible_delta(std::size_t cell, std::int64_t delta) const {
    const ModelCell& c = model_.cells[cell];
    return (delta != 0 || c.may_keep) && c.value + delta >= 0;
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

// ---- Demands and bounds ----

/// The open cells that can move a relation's sum up (or down).
CellSet Search::way(const State& s, std::size_t relation, const CellSet& open, bool rising) const {
    const Masks& m = masks_[relation];
    return rising ? open & ((m.positive & s.up) | (m.negative & s.down))
                  : open & ((m.positive & s.down) | (m.negative & s.up));
}

void Search::add_demand(const CellSet& cells, int relation) { demands_.push_back({cells, relation}); }

void Search::demand_of_relation(const State& s, std::size_t r, const CellSet& open) {
    const CellSet loose = masks_[r].all & s.loose;
    const std::int64_t residual = s.residual[r];
    if (loose.empty()) {
        if (residual != 0) add_demand(way(s, r, open, residual > 0), static_cast<int>(r));
        return;
    }
    if (loose.few() > 1) return;
    const std::size_t cell = loose.first();
    const int coefficient = sign(cell, r);
    const std::int64_t delta = residual * coefficient;
    if (possible_delta(cell, delta)) return implied_.push_back({r, cell, delta});
    // The cell alone would have to fall below zero, or not change: it ends higher, so the others make up for that.
    if (model_.cells[cell].value <= 0 || delta != 0) return add_demand(way(s, r, open, coefficient < 0), -1);
    add_demand(open, -1);
}

/// Two relations that would give the same cell different values need one more change between them.
void Search::demands_of_disagreement(const State& s) {
    for (std::size_t i = 0; i < implied_.size(); ++i)
        for (std::size_t j = i + 1; j < implied_.size(); ++j)
            if (implied_[i].cell == implied_[j].cell && implied_[i].delta != implied_[j].delta)
                add_demand((masks_[implied_[i].relation].all | masks_[implied_[j].relation].all) & s.open, -1);
}

void Search::gather(const State& s) {
    demands_.clear();
    implied_.clear();
    result_.work += static_cast<std::int64_t>(model_.relations.size());
    for (std::size_t r = 0; r < model_.relations.size(); ++r) {
        const CellSet open = masks_[r].all & s.open;
        if (!open.empty()) demand_of_relation(s, r, open);
    }
    demands_of_disagreement(s);
}

/// Whether every other relation of `cell` could still hold if it changed by `delta`.
bool Search::supported(const State& s, std::size_t cell, std::int64_t delta, std::size_t except) const {
    for (const Use& use : uses(cell)) {
        const std::int64_t left = s.residual[use.relation] - use.coefficient * delta;
        if (use.relation == except || left == 0 || masks_[use.relation].all.meets(s.loose)) continue;
        CellSet others = masks_[use.relation].all & s.open;
        others.remove(cell);
        if (way(s, use.relation, others, left > 0).empty()) return false;
    }
    return true;
}

/// Exactly one cell of the demand changes, so each candidate's value is known: keep those that can take it.
Search::Step Search::tighten(State& s, const Demand& demand) const {
    const auto r = static_cast<std::size_t>(demand.relation);
    if (!((masks_[r].all & s.open) - demand.cells).empty()) return Step::done;
    CellSet impossible, cells = demand.cells;
    bool narrowed = false;
    while (!cells.empty()) {
        const std::size_t cell = cells.take_first();
        const std::int64_t delta = s.residual[r] * sign(cell, r);
        if (!possible_delta(cell, delta) || !supported(s, cell, delta, r)) {
            impossible.add(cell);
            continue;
        }
        CellSet& other_way = delta > 0 ? s.down : s.up;
        narrowed = narrowed || other_way.has(cell);
        other_way.remove(cell);
    }
    if (!impossible.empty()) drop(s, impossible);
    return narrowed || !impossible.empty() ? Step::again : Step::done;
}

/// Disjoint demands need a change each. Drops cells the rest of the budget can't reach.
Search::Step Search::bound(State& s, int order) {
    const std::size_t left = budget_ - s.chosen;
    CellSet used;
    std::array<const Demand*, most_changes> picked{};
    std::size_t count = 0;
    result_.work += static_cast<std::int64_t>(demands_.size());
    for (std::size_t i = 0; i < demands_.size(); ++i) {
        const Demand& demand = demands_[order == 1 ? demands_.size() - 1 - i : i];
        if (demand.cells.meets(used)) continue;
        if (count == left) return Step::fail;
        used |= demand.cells;
        picked[count++] = &demand;
    }
    if (count < left) {
        if (count + 1 < left) return Step::done;
        // One change to spare: it can't break a relation that holds, for that would need another.
        CellSet beyond;
        for (std::size_t r = 0; r < model_.relations.size(); ++r)
            if (s.residual[r] == 0 && !masks_[r].all.meets(s.loose) && !(masks_[r].all & s.open).meets(used))
                beyond |= masks_[r].all & s.open;
        if (beyond.empty()) return Step::done;
        drop(s, beyond);
        return Step::again;
    }
    const CellSet beyond = s.open - used;
    if (!beyond.empty()) {
        drop(s, beyond);
        return Step::again;
    }
    for (std::size_t i = 0; i < count; ++i)
        if (picked[i]->relation >= 0 && tighten(s, *picked[i]) == Step::again) return Step::again;
    return Step::done;
}

/// Smaller ones first, equal ones as they are. There are few, and they are nearly in order the next time.
void Search::sort_demands() {
    for (Demand& demand : demands_) demand.size = demand.cells.size();
    for (std::size_t i = 1; i < demands_.size(); ++i) {
        if (demands_[i - 1].size <= demands_[i].size) continue;
        const Demand moved = demands_[i];
        std::size_t at = i;
        for (; at > 0 && demands_[at - 1].size > moved.size; --at) demands_[at] = demands_[at - 1];
        demands_[at] = moved;
    }
}

/// Leaves demands_ up to date; false where the budget can't suffice.
bool Search::prune(State& s) {
    for (;;) {
        if (!settle(s)) return false;
        if (s.chosen == budget_ && !s.open.empty()) {
            drop(s, s.open);
            continue;
        }
        gather(s);
        if (std::any_of(demands_.begin(), demands_.end(), [](const Demand& d) { return d.cells.empty(); })) return false;
        Step step = bound(s, 0);
        if (step == Step::done) step = bound(s, 1);
        if (step == Step::done) {
            sort_demands();
            step = bound(s, 2);
        }
        if (step == Step::fail) return false;
        if (step == Step::done) step = balance(s);
        if (step == Step::fail) return false;
        if (step == Step::done) return true;
    }
}

/// Worth its cost only where the search is wide.
Search::Step Search::balance(State& s) {
    if (result_.steps < steps_before_balance) return Step::done;
    if (!balance_) balance_.emplace(model_);
    const Balance::Bound bound = balance_->bound(s.residual.data(), s.loose);
    result_.work += bound.work;
    const std::size_t left = budget_ - s.chosen, needed = static_cast<std::size_t>(bound.needed);
    if (needed > left) return Step::fail;
    if (left - needed > 1) return Step::done;
    const CellSet beyond = (left == needed ? bound.costly : bound.very_costly) & s.open;
    if (beyond.empty()) return Step::done;
    drop(s, beyond);
    return Step::again;
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
    std::sort(explanation.begin(), explanation.end(),
              [](const ModelChange& a, const ModelChange& b) { return a.cell < b.cell; });
    result_.explanations.push_back(std::move(explanation));
}

}  // namespace

SearchResult search(const Model& model, const SearchLimits& limits) { return Search(model, limits).run(); }

}  // namespace nianbao
