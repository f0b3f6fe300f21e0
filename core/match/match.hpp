// Stage two: Document × forms → Report.
#pragma once

#include "core/document.hpp"
#include "core/report.hpp"

namespace nianbao {

/// What the rules need to know beside the Report's own fields. Missing tables, rows, sections, title and period, rows
/// that can't be told apart and cells that are no number show in those fields; observations are only:
///
///   header-altered    one a column label that is cut, renamed or missing: the cells under it, its place (empty where it
///                     is missing), details {found, expected}
///   label-altered     one a row label matched by likeness or place: the row's cells, its place (empty where it is
///                     missing), details {found, expected}
///   row-misplaced     one a row read where the form has another: its cells, its label's place; details {label}
///   row-extra         one a row of figures that the form does not have, or a second one of a name: the cells of the row so
///                     named, its label's place; details {label}
///   several-reports   the tables of a second report: where they begin; details {their number}
///   other-year-tables tables that are captioned with another year than the report's: where they begin; details {their number}
///
/// Finds title, sections, period, the form, and every cell of the three tables with its span.
Report match(const Document& document);

}  // namespace nianbao
