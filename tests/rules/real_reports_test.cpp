// The real reports, where they are at hand: precisely the errors and warnings a careful reviewer finds (expected values
// are his, worked out by hand), and no note but those that are fine.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "core/nianbao.hpp"

using namespace nianbao;

namespace {

std::string reports_folder() {
    const char* folder = std::getenv("NIANBAO_REPORTS");
    return folder ? folder : NIANBAO_REPORTS_DEFAULT;
}

/// The file's bytes; empty, with a message, where the folder is absent.
std::string bytes_of(const std::string& name) {
    std::ifstream file(reports_folder() + "/" + name, std::ios::binary);
    if (!file) WARN("skipped: no " << reports_folder() << "/" << name);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

std::string cells_text(const Finding& finding, const Report& report) {
    std::string text;
    for (const CellIndex cell : finding.cells) text += " " + cells_of(*report.form)[cell].id;
    return text;
}

/// "rule" for every finding of a severity, with its cells where `with_cells` names the rule.
std::multiset<std::string> found(const Result& result, Severity severity, const std::set<std::string>& with_cells = {}) {
    std::multiset<std::string> all;
    for (const Finding& finding : result.findings) {
        if (finding.severity != severity) continue;
        const std::string rule(finding.rule);
        all.insert(with_cells.count(rule) ? rule + cells_text(finding, result.report) : rule);
    }
    return all;
}

using Rules = std::multiset<std::string>;

void check_report(const std::string& name, std::size_t cells, const Rules& errors, const Rules& warnings, const std::set<std::string>& notes,
                  const std::set<std::string>& with_cells = {}) {
    const std::string bytes = bytes_of(name);
    if (bytes.empty()) return;
    Options options;
    options.name = name;
    const Result result = check(bytes, options);
    std::string said;
    for (const Finding& finding : result.findings) said += std::string(finding.rule) + ": " + finding.message.zh + "\n";
    INFO(name << "\n" << said);
    const auto read = [](const CellValue& cell) { return cell.reading == Reading::number || cell.reading == Reading::blank; };
    CHECK(static_cast<std::size_t>(std::count_if(result.report.cells.begin(), result.report.cells.end(), read)) == cells);
    CHECK(found(result, Severity::error, with_cells) == errors);
    CHECK(found(result, Severity::warning, with_cells) == warnings);
    for (const std::string& note : found(result, Severity::note)) {
        INFO("note " << note);
        CHECK(notes.count(note) == 1);
    }
    CHECK(result.verdict == (!errors.empty() ? Verdict::errors : !warnings.empty() ? Verdict::warnings : Verdict::ok));
}

}  // namespace

TEST_CASE("000: last year's form, columns misread") {
    check_report("000_7c4e194db34bfb77.txt", 198, {"form-outdated"},
                 {"header-altered", "items-as-decisions", "fee-statement-missing", "applications-not-described"}, {});
}

TEST_CASE("001: two broken balances, two needless zeros, 28 against 27") {
    check_report("001_b58532c6c9d423bb.txt", 200,
                 {"t3-balance t3.new.natural t3.carried_in.natural t3.handled.natural t3.carried_out.natural",
                  "t3-balance t3.new.total t3.carried_in.total t3.handled.total t3.carried_out.total"},
                 {"leading-zero t3.denied_internal.legal", "leading-zero t3.denied_enforcement.other", "text-table-mismatch", "fee-statement-missing"},
                 {"title-missing"}, {"t3-balance", "leading-zero"});
}

TEST_CASE("002: a cut head in table four, requests not described") {
    check_report("002_3e15cfd4bb50aca3.txt", 200, {}, {"header-altered", "applications-not-described"}, {"period-missing"});
}

TEST_CASE("003: nothing wrong") {
    check_report("003_870b2d41ea6f263b.txt", 198, {}, {}, {"section-number-missing", "period-missing", "field-residue"});
}

TEST_CASE("004: a renamed column and two units") {
    check_report("004_a53a1aafad74cc7a.txt", 198, {}, {"header-altered"}, {"unit-in-cell", "field-residue"});
}

TEST_CASE("a page of 2019 with its totals left blank") {
    check_report("more/shanghai_office_2019.html", 198, {}, {"cell-blank", "text-table-mismatch", "text-table-mismatch"},
                 {"title-missing", "overview-incomplete"});
}

TEST_CASE("a page of a content system with five blank columns and a plan for the wrong year") {
    check_report("more/shuyang_drc_2023.html", 200, {}, {"cell-blank", "stale-year"}, {"section-title-altered", "overview-incomplete"});
}

TEST_CASE("an empty form has blanks, and is no report without errors") {
    const std::string bytes = bytes_of("more/template_2021form.docx");
    if (bytes.empty()) return;
    const Result result = check(bytes, {});
    REQUIRE(result.report.form != nullptr);
    CHECK(result.report.form->id == "2021");
    CHECK(found(result, Severity::warning).count("cell-blank") == 1);
    CHECK(result.verdict != Verdict::ok);
}
