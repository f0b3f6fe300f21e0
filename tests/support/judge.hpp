// How the cells of a report that was damaged on its way came out: right, declared unreadable, or wrong.
#pragma once

#include "core/nianbao.hpp"
#include "tests/support/filled.hpp"

namespace nianbao::testing {

struct Tally {
    long right = 0;         ///< the text and the figure that were filled in
    long unread = 0;        ///< missing, unreadable or no number: said so, and no sum is made of it
    long blank_named = 0;   ///< blank where a figure was filled in; cell-blank says so
    long wrong_named = 0;   ///< another figure; a finding names the cell
    long wrong_silent = 0;  ///< another figure or a blank, and no finding names the cell: must not happen

    long all() const { return right + unread + blank_named + wrong_named + wrong_silent; }
    Tally& operator+=(const Tally& other);
};

/// Judges every cell of the form that was filled in.
Tally judge(const Filled& filled, const Result& result);

/// The first cell read wrong, or wrong in silence, as "t3.new.natural reads 12, not 21"; empty where there is none.
std::string first_wrong(const Filled& filled, const Result& result);
std::string first_silent(const Filled& filled, const Result& result);

}  // namespace nianbao::testing
