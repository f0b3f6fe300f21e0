// One search for wrong cells: its tree (search.cpp), and what bounds it from below (search_bounds.cpp).
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "core/check/locate/balance.hpp"
#include "core/check/locate/cell_set.hpp"
#include "core/check/locate/search.hpp"

namespace nianbao {

constexpr std::size_t most_relations = 64;
constexpr std::size_t most_changes = 40;

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
    bool possible_delta(std::size_t cell, std::int64_t delta) const {
        const ModelCell& c = model_.cells[cell];
        return (delta != 0 || c.may_keep) && c.value + delta >= 0;
    }
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

}  // namespace nianbao
