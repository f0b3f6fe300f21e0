// A lower bound from balances: changed cells link the rows and columns they stand in, and what is missing in the linked
// rows must be what is missing in the linked columns.
//
// Every cell of a table stands in one row and one column (relations that speak of the same row or column are one
// *place* here). The places touched by a set of changes fall into linked parts; a part of n places takes at least n - 1
// changes, and its differences must balance. So at least (failing places) - (most balanced parts they can be cut into)
// changes are needed: the bound known from settling debts with the fewest payments.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "core/check/locate/cell_set.hpp"
#include "core/check/locate/model.hpp"

namespace nianbao {

class Balance {
public:
    explicit Balance(const Model& model);

    static constexpr std::size_t most_counted = 9;  ///< up to here the parts are counted exactly, by subsets

    struct Bound {
        int needed = 0;      ///< changes still needed at least
        CellSet costly;      ///< cells whose change leaves `needed` as it is: they only pay with one change to spare
        CellSet very_costly; ///< … that need two to spare
        std::int64_t work = 0;  ///< what it took, in the search's units
    };
    /// `residual` by relation; `loose` cells are changed by an amount not yet known. Says nothing (needed 0, no costly
    /// cells) of a model that is no such table.
    Bound bound(const std::int64_t* residual, CellSet loose) const;

private:
    static constexpr std::size_t most_places = 64;
    static constexpr std::size_t most_balances = 4;

    /// What a place lacks, once for every way in which the relations depend on each other.
    using Difference = std::array<std::int64_t, most_balances>;

    void find_weights(const Model& model);
    void mark_costly(const std::array<std::uint8_t, most_places>& part,
                     const std::array<Difference, most_places>& difference, Bound& result) const;

    bool usable_ = true;
    std::vector<Difference> weight_;     ///< by relation; a place's difference is the weighted sum of its residuals
    std::vector<std::uint8_t> place_;    ///< by relation
    std::vector<std::array<std::uint8_t, 2>> ends_;  ///< by cell: its two places
    std::array<CellSet, most_places> cells_at_;      ///< by place
    std::size_t places_ = 0;
};

}  // namespace nianbao
