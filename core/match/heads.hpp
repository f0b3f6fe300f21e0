// Heads of the tables: whether their columns are named as the form names them.
#pragma once

#include <cstddef>
#include <vector>

#include "core/match/table.hpp"

namespace nianbao {

/// The slots that hold a head's texts, in reading order; of very many the last ones.
std::vector<std::size_t> head_texts(const Matching& matching, Range head);

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
