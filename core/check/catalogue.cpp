// The list of rules, and one run of all of them.
#include <algorithm>
#include <array>

#include "core/check/families.hpp"
#include "core/check/readings.hpp"
#include "core/check/relation.hpp"
#include "core/check/report_kind.hpp"
#include "core/sort.hpp"

namespace nianbao {
namespace {

std::vector<const Rule*> listed() {
    std::vector<const Rule*> all;
    for (const std::span<const Rule> family : {document_rules(), table_rules(), value_rules(), relation_rules(), previous_rules(),
                                               section_rules(), statement_rules(), prose_rules()})
        for (const Rule& rule : family) all.push_back(&rule);
    return all;
}

const std::vector<const Rule*>& rules() {
    static const std::vector<const Rule*> all = listed();
    return all;
}

/// A rule without a check of its own reports what a stage observed, as it stands.
void report_observations(const Rule& rule, const Case& c, std::vector<Finding>& out) {
    for (const Observation* observation : observations(rule, c)) {
        std::vector<Message> arguments;
        for (const std::string& detail : observation->details) arguments.push_back({detail, detail});
        Finding finding = found(rule, c.report, arguments);
        finding.cells = observation->cells;
        for (const Span span : observation->spans) mark(finding, span);
        out.push_back(std::move(finding));
    }
}

/// Where a finding begins; one without a place speaks of the whole report and comes first.
std::uint32_t place_of(const Finding& finding) {
    std::uint32_t place = 0;
    for (std::size_t i = 0; i < finding.spans.size(); ++i)
        place = i == 0 ? finding.spans[i].span.begin : std::min(place, finding.spans[i].span.begin);
    return place;
}

bool comes_before(const Finding& a, const Finding& b) {
    const std::uint32_t place_a = place_of(a), place_b = place_of(b);
    if (place_a != place_b) return place_a < place_b;
    if (a.severity != b.severity) return a.severity < b.severity;
    return a.rule < b.rule;
}

}  // namespace

std::span<const Rule* const> catalogue() { return rules(); }

const Rule* rule_by_id(std::string_view id) {
    for (const Rule* rule : rules())
        if (rule->id == id) return rule;
    return nullptr;
}

std::vector<Finding> findings_of(const Case& given) {
    const ReadCase read(given);
    const Case& c = read;
    std::vector<Finding> all;
    for (const Rule* rule : rules()) {
        if (rule->check) rule->check(*rule, c, all);
        else report_observations(*rule, c, all);
    }
    sort_by(all, comes_before);
    return all;
}

Checks count_checks(const Case& c) {
    Checks checks;
    if (!c.report.form) return checks;
    for (const Relation& relation : relations_of(*c.report.form)) {
        if (relation.at_least) continue;
        switch (evaluate(relation, c).outcome) {
            case Outcome::holds: ++checks.held; break;
            case Outcome::fails:
            case Outcome::unfilled: ++checks.failed; break;
            case Outcome::unknown: ++checks.unknown; break;
            case Outcome::not_applicable: break;
        }
    }
    return checks;
}

Verdict verdict_of(const Case& c, const std::vector<Finding>& findings) {
    const auto readable = [](const CellValue& cell) { return cell.reading == Reading::number || cell.reading == Reading::blank; };
    if (!is_report(c) || std::none_of(c.report.cells.begin(), c.report.cells.end(), readable)) return Verdict::unreadable;
    Verdict verdict = Verdict::ok;
    for (const Finding& finding : findings) {
        if (finding.severity == Severity::error) return Verdict::errors;
        if (finding.severity == Severity::warning) verdict = Verdict::warnings;
    }
    return verdict;
}

}  // namespace nianbao
