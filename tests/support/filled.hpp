// Filled forms of our own making: random figures that satisfy every relation of their form.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "core/form.hpp"

namespace nianbao::testing {

using Random = std::mt19937_64;

/// A report before it is laid out. `values` is parallel to cells_of(*form): each cell's text.
struct Filled {
    const Form* form = nullptr;
    int year = 0;
    std::string organization;
    std::vector<std::string> values;
    bool group_totals = false;     ///< table three has a row 小计 in each of （三）, （四） and （五）
    bool legal_subtotals = false;  ///< … and a column 小计 of the legal persons
    int subtotal_slip = 0;         ///< by which the first of these is wrong
    bool numbered = false;         ///< tables two and three begin with a column 序号
    bool units = false;            ///< … and have one 单位 between titles and figures

    std::string& at(std::string_view id) { return values[static_cast<std::size_t>(cell_index(*form, id))]; }
    const std::string& at(std::string_view id) const { return values[static_cast<std::size_t>(cell_index(*form, id))]; }
};

/// How large a report's figures are.
enum class Size { zero, small, large };

/// Consistent figures: sometimes all zero, mostly small, now and then in the thousands. No blank cells.
Filled random_filled(const Form& form, Random& random);
Filled random_filled(const Form& form, Random& random, Size size);

/// The same with the zeros of whole columns or single cells left blank.
Filled with_blanks(Filled filled, Random& random);

/// Its prose, agreeing with the figures: paragraphs of sections one, five and six.
std::string overview_of(const Filled& filled);
std::string problems_of(const Filled& filled);
std::string matters_of(const Filled& filled);
std::string title_of(const Filled& filled);
std::string preamble_of(const Filled& filled);

int below(Random& random, int bound);  ///< 0 … bound-1, the same on every platform

}  // namespace nianbao::testing
