// How likely each way of getting a figure wrong is: data, one line a fault, each with its reason.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "core/check/rule.hpp"

namespace nianbao {

enum class FaultKind : std::uint8_t {
    total_blank, cell_blank,
    digit_dropped, digit_doubled, digits_transposed, six_for_nine, one_for_seven, extra_zero, extra_digit, other_digit,
    pasted_neighbour, total_stale, not_entered, entered_wrongly, miscounted, other_figure,
    swapped_neighbours, swapped_in_line, neighbour_cell, row_shifted, wrong_applicant, wrong_row, cases_missing,
    cases_too_many
};

/// Costs are tenths of a power of ten: 10 more is ten times less likely. Lower is likelier; equal sizes are compared.
struct FaultWeight {
    FaultKind kind;
    int cost;
    std::string_view reason;  ///< why this cost, for people who want to change it
    Text sentence;            ///< {0} the cells with old → new, {1} a count or a neighbour's name
};

std::span<const FaultWeight> fault_weights();
const FaultWeight& weight_of(FaultKind kind);

/// The prose gave this very figure before the change and no longer does; or gives it only after the change.
inline constexpr int prose_contradicts = 12;
inline constexpr int prose_supports = 8;
/// Explanations this close are called equally good.
inline constexpr int indistinct = 2;

}  // namespace nianbao
