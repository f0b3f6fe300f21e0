// How many changes a state still needs at least, and which cells they can't be.
#include <algorithm>

#include "core/check/locate/searcher.hpp"

namespace nianbao {
namespace {

constexpr std::int64_t steps_before_balance = 40;

}  // namespace

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

}  // namespace nianbao
