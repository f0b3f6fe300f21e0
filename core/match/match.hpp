// Stage two: Document × forms → Report.
#pragma once

#include "core/document.hpp"
#include "core/report.hpp"

namespace nianbao {

/// Finds title, sections, period, the form, and every cell of the three tables with its span. What was matched loosely,
/// is missing or can't be told apart is an observation of the Report (label-altered, row-missing, cells-unreadable, …).
Report match(const Document& document);

}  // namespace nianbao
