// The failing relations as linear equations over cells: what the search works on.
//
// A case falls into models that share no cell: table three, and each group of table four. Every equation is
// sum(coefficient * cell) = constant; last year's figures are constants. Relations with an operand that can't be read
// are unknown and left out. Warnings' relations (>=, table two) are no part of it.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/check/check.hpp"

namespace nianbao {

struct ModelCell {
    CellIndex cell = 0;
    std::int64_t value = 0;    ///< blank counts as 0; a fraction as its whole part
    bool must_change = false;  ///< negative or a fraction: no count can be that
    bool may_keep = false;     ///< the whole part may stay (a fraction that must change)
};

struct ModelTerm {
    std::uint16_t cell = 0;  ///< index into Model::cells
    int coefficient = 1;
};

struct ModelRelation {
    std::vector<ModelTerm> terms;
    std::int64_t residual = 0;  ///< constant - sum: what the changes have to add up to
    std::string_view place;     ///< the row or column it speaks of
};

struct Model {
    std::vector<ModelCell> cells;
    std::vector<ModelRelation> relations;
};

/// The models with at least one failing relation, in the order of their first cell.
std::vector<Model> failing_models(const Case& c);

/// What a cell of this report counts as in a sum; empty where it can't be read.
bool counts(const CellValue& value);

}  // namespace nianbao
