// The public surface: bytes in, one result out. Read this first.
//
//   bytes ──read──▶ Document ──match──▶ Report ──check──▶ Findings ──write──▶ JSON
//
// Nothing here throws, prints, or touches files; bad input is a finding.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/document.hpp"
#include "core/finding.hpp"
#include "core/options.hpp"
#include "core/report.hpp"

namespace nianbao {

struct Result {
    Document document;
    Report report;
    std::vector<Finding> findings;  ///< by place, then severity, then rule
    std::vector<Repair> repairs;    ///< best first
    Message repair_note;            ///< why there is no repair or several equally good ones; may be empty
    Checks checks;
    Verdict verdict = Verdict::unreadable;
};

/// Last year's report, checked beside this year's.
struct Previous {
    std::string_view bytes;
    Options options;
};

Result check(std::string_view bytes, const Options& options, const std::optional<Previous>& previous = {});

/// Whether document.text, the whole text that positions point into, is part of the JSON.
enum class TextMember : bool { left_out, written };

/// The contract's JSON object (one line, no trailing newline).
std::string to_json(const Result& result, TextMember text = TextMember::written);

/// The catalogue of rules and the forms (drawn tables, labels) as JSON.
std::string rules_json();
std::string forms_json();

/// A report of our own making to try: kind "clean", "errors" or "blank", form "2021" or "2019"; empty for other names.
std::string sample(std::string_view kind, std::string_view form);

std::string_view version();

}  // namespace nianbao
