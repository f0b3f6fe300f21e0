#include "tests/support/judge.hpp"

#include <algorithm>
#include <set>

#include "core/text/number.hpp"

namespace nianbao::testing {
namespace {

enum class Outcome { right, unread, blank, wrong };

Outcome outcome_of(const CellValue& cell, std::string_view raw, const std::string& filled) {
    switch (cell.reading) {
        case Reading::absent:
        case Reading::unreadable:
        case Reading::not_a_number: return Outcome::unread;
        case Reading::blank: return filled.empty() ? Outcome::right : Outcome::blank;
        case Reading::number: break;
    }
    const NumberText wanted = read_number(filled);
    const bool same = raw == filled || (wanted.reading == Reading::number && wanted.value == cell.value);
    return same ? Outcome::right : Outcome::wrong;
}

/// Calls visit(cell, outcome, named) for every cell; of a blank, `named` means that it is said to be blank.
template <typename Visit>
void each_cell(const Filled& filled, const Result& result, Visit visit) {
    std::set<CellIndex> named, blank;
    for (const Finding& finding : result.findings) {
        named.insert(finding.cells.begin(), finding.cells.end());
        if (finding.rule == "cell-blank") blank.insert(finding.cells.begin(), finding.cells.end());
    }
    for (std::size_t i = 0; i < filled.values.size(); ++i) {
        const CellValue& cell = result.report.cells[i];
        const Outcome outcome = outcome_of(cell, slice(result.document.text, cell.span), filled.values[i]);
        visit(i, outcome, (outcome == Outcome::blank ? blank : named).count(static_cast<CellIndex>(i)) > 0);
    }
}

std::string first(const Filled& filled, const Result& result, bool also_named) {
    std::string text;
    if (result.report.form != filled.form) return judge(filled, result).wrong_silent > 0 ? "another form, not said" : "";
    each_cell(filled, result, [&](std::size_t i, Outcome outcome, bool named) {
        const bool counts = (outcome == Outcome::wrong && (also_named || !named)) || (outcome == Outcome::blank && !named);
        if (!counts || !text.empty()) return;
        const Span span = result.report.cells[i].span;
        text = cells_of(*filled.form)[i].id + " reads \"" + std::string(slice(result.document.text, span)) + "\", not \"" + filled.values[i] + "\"";
    });
    return text;
}

}  // namespace

Tally& Tally::operator+=(const Tally& other) {
    right += other.right;
    unread += other.unread;
    blank_named += other.blank_named;
    wrong_named += other.wrong_named;
    wrong_silent += other.wrong_silent;
    return *this;
}

Tally judge(const Filled& filled, const Result& result) {
    Tally tally;
    if (result.report.form != filled.form) {
        // Read as no report, or as the other form, which is one error for the whole report.
        const bool said = result.verdict == Verdict::unreadable || result.verdict == Verdict::errors;
        (said ? tally.unread : tally.wrong_silent) = static_cast<long>(filled.values.size());
        return tally;
    }
    each_cell(filled, result, [&](std::size_t, Outcome outcome, bool named) {
        if (outcome == Outcome::right) ++tally.right;
        else if (outcome == Outcome::unread) ++tally.unread;
        else if (outcome == Outcome::blank && named) ++tally.blank_named;
        else ++(named ? tally.wrong_named : tally.wrong_silent);
    });
    return tally;
}

std::string first_wrong(const Filled& filled, const Result& result) { return first(filled, result, true); }
std::string first_silent(const Filled& filled, const Result& result) { return first(filled, result, false); }

}  // namespace nianbao::testing
