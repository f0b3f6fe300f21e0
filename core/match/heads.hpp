// Heads of the tables: whether their columns are named as the form names them, and what they tell about the columns.
#pragma once

#include <cstddef>
#include <vector>

#include "core/match/table.hpp"

namespace nianbao {

/// A subtotal column ("法人小计") among the applicants of table three.
struct Subtotal {
    bool found = false;
    bool named = false;     ///< the head says 小计, whether its place was found or not
    std::size_t place = 0;  ///< index among the eight columns
};
Subtotal find_subtotal(const Matching& matching, Range head);

/// The grid columns of a block's values where an exact grid's head shows every one of them; else empty.
struct ExactColumns {
    std::vector<int> columns;
    int grid = -1;
};
ExactColumns find_exact_columns(const Matching& matching, const FormBlock& block, Range head);

/// A label a head should show, and the cells under it.
struct HeadLabel {
    std::string_view label;
    std::vector<std::string> spellings;  ///< folded
    std::vector<CellIndex> cells;
    bool optional = false;               ///< not missed where it is not there
    int sequence = -1;                   ///< those of one sequence stand in the form's order in whatever order a head is read
};

/// Compares a head with the labels it should show, in reading order. Every label that is cut, renamed, missing or in
/// another's place is one observation header-altered more, for the cells under it; its details are what was found and
/// what was expected.
void compare_head(const Matching& matching, Range head, const std::vector<HeadLabel>& labels,
                  std::vector<Observation>& altered);

/// The labels of one block of table two or three, in the official drawing's order. Built once.
const std::vector<HeadLabel>& head_labels(const Form& form, const FormBlock& block);
HeadLabel head_label(std::string_view label, Labels variants, std::vector<CellIndex> cells, bool optional, int sequence = -1);

}  // namespace nianbao
