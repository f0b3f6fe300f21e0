// Every case of tests/rules/cases finds exactly what it says: severity, rule and cells, no more and no less.
#include <algorithm>
#include <catch2/catch.hpp>
#include <set>
#include <tuple>

#include "core/check/families.hpp"
#include "tests/rules/case_file.hpp"

using namespace nianbao;
using namespace nianbao::testing;

namespace {

const std::string folder = std::string(NIANBAO_SOURCE_DIR) + "/tests/rules/cases";

const char* word(Severity severity) {
    return severity == Severity::error ? "error" : severity == Severity::warning ? "warning" : "note";
}

std::string text_of(const Finding& finding, const Report& report) {
    Expected expected{word(finding.severity), std::string(finding.rule), {}, {}};
    for (const CellIndex cell : finding.cells) expected.cells.push_back(cells_of(*report.form)[cell].id);
    return expected.to_string();
}

std::vector<Finding> run(const RuleCase& rule_case) {
    const BuiltReport built = build(rule_case.draft);
    if (!rule_case.previous) return findings_of({built.document, built.report});
    const BuiltReport previous = build(*rule_case.previous);
    return findings_of({built.document, built.report, &previous.document, &previous.report});
}

/// Rules of the prose have case files of their own (prose_cases.txt, stale_year_cases.txt) and prose_test.cpp.
bool has_own_cases(std::string_view id) { return id == "text-table-mismatch" || id == "stale-year" || id == "copied-sections"; }

}  // namespace

TEST_CASE("each case finds exactly what it says") {
    for (const RuleCase& rule_case : read_cases(folder)) {
        INFO(rule_case.file << ":" << rule_case.line << " " << rule_case.title);
        CHECK(rule_case.trouble == "");
        const BuiltReport built = build(rule_case.draft);
        const std::vector<Finding> findings = run(rule_case);
        std::multiset<std::string> found, expected;
        for (const Finding& finding : findings) {
            found.insert(text_of(finding, built.report));
            if (!has_own_cases(finding.rule)) continue;
            found.erase(found.find(text_of(finding, built.report)));
        }
        for (const Expected& each : rule_case.expected) expected.insert(each.to_string());
        CHECK(found == expected);
        for (const Expected& each : rule_case.expected)
            for (const std::string& sentence : each.says) {
                INFO("says " << sentence);
                std::string said;
                for (const Finding& finding : findings)
                    if (text_of(finding, built.report) == each.to_string()) said += finding.message.zh + " [" + finding.clause + "]\n";
                INFO("said " << said);
                CHECK(said.find(sentence) != std::string::npos);
            }
        for (const std::string& id : rule_case.silent) {
            INFO("silent " << id);
            CHECK(rule_by_id(id) != nullptr);
            CHECK(std::none_of(findings.begin(), findings.end(), [&](const Finding& finding) { return finding.rule == id; }));
        }
    }
}

TEST_CASE("findings come by place, then severity, then rule") {
    const auto place = [](const Finding& finding) {
        std::uint32_t first = finding.spans.empty() ? 0 : finding.spans[0].span.begin;
        for (const FindingSpan& marked : finding.spans) first = std::min(first, marked.span.begin);
        return first;
    };
    const auto key = [&](const Finding& finding) { return std::tuple(place(finding), finding.severity, finding.rule); };
    bool several = false;
    for (const RuleCase& rule_case : read_cases(folder)) {
        INFO(rule_case.file << ":" << rule_case.line << " " << rule_case.title);
        const std::vector<Finding> findings = run(rule_case);
        for (std::size_t i = 1; i < findings.size(); ++i) CHECK(key(findings[i - 1]) <= key(findings[i]));
        several = several || (findings.size() > 1 && place(findings.front()) < place(findings.back()));
    }
    CHECK(several);
}

TEST_CASE("each rule has a case that fires and a case that stays silent") {
    std::set<std::string> fired, silent;
    for (const RuleCase& rule_case : read_cases(folder)) {
        for (const Expected& each : rule_case.expected) fired.insert(each.rule);
        silent.insert(rule_case.silent.begin(), rule_case.silent.end());
    }
    for (const Rule* rule : catalogue()) {
        if (has_own_cases(rule->id)) continue;
        INFO(rule->id);
        CHECK(fired.count(std::string(rule->id)) == 1);
        CHECK(silent.count(std::string(rule->id)) == 1);
    }
}

TEST_CASE("messages of every case are complete in both languages") {
    for (const RuleCase& rule_case : read_cases(folder)) {
        INFO(rule_case.file << ":" << rule_case.line << " " << rule_case.title);
        for (const Finding& finding : run(rule_case)) {
            INFO(finding.rule << ": " << finding.message.zh << " | " << finding.message.en);
            CHECK(finding.message.zh.find('{') == std::string::npos);
            CHECK(finding.message.en.find('{') == std::string::npos);
            CHECK(finding.message.zh.size() > 6);
            CHECK(finding.message.en.size() > 6);
        }
    }
}
