// Stage three: Report (and last year's) → findings.
#pragma once

#include <vector>

#include "core/document.hpp"
#include "core/finding.hpp"
#include "core/report.hpp"

namespace nianbao {

struct Readings;  // core/check/readings.hpp

/// What the rules look at. `previous` is last year's report, or null.
struct Case {
    const Document& document;
    const Report& report;
    const Document* previous_document = nullptr;
    const Report* previous = nullptr;
    Readings* readings = nullptr;  ///< kept for the next who asks; may be null
};

/// Every finding of every rule of the catalogue, sorted by place, then severity, then rule.
std::vector<Finding> findings_of(const Case& c);

/// How the form's relations fared.
Checks count_checks(const Case& c);

/// unreadable: no such report, or none of its tables can be read. Never `ok` then.
Verdict verdict_of(const Case& c, const std::vector<Finding>& findings);

}  // namespace nianbao
