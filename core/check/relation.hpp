// How one relation of a form fares in a report.
#pragma once

#include "core/check/check.hpp"
#include "core/decimal.hpp"
#include "core/form.hpp"

namespace nianbao {

enum class Outcome : std::uint8_t {
    holds,
    fails,
    unfilled,       ///< fails only because a total, or all but a total, was left blank: cell-blank reports it
    unknown,        ///< an operand can't be read
    not_applicable  ///< speaks of last year's report, which was not given, is no match, or has no such cell
};

struct Evaluation {
    Outcome outcome = Outcome::unknown;
    Decimal left, right;  ///< the two sides; meaningful where it holds or fails
};

/// Exact. A blank counts as 0. Two failures are told apart because they are no broken sum but something forgotten, which
/// has its own warning: a total left blank beside figures that are not 0, and a row where only the total was filled in.
Evaluation evaluate(const Relation& relation, const Case& c);

/// Form 2021's “（六）其他处理” as one undivided row: it is read as “3.其他”, and rows 1 and 2 are not there. What they would
/// hold is in the one row, so a sum of results goes without them, and their own sums don't apply.
bool is_in_undivided_row(const Report& report, CellIndex cell);

/// A blank cell that stands alone on one side of a sum whose other side is not 0.
bool is_omitted_total(const Report& report, CellIndex cell);

/// The cell a term speaks of, or null where the report has none.
const CellValue* operand(const Term& term, const Case& c);

}  // namespace nianbao
