// The relations against an oracle of its own: random consistent forms, random figures changed, sums added up here by
// hand. Precisely the broken sums are found, and every changed cell of tables three and four is named by one of them.
#include <catch2/catch.hpp>
#include <set>

#include "core/check/families.hpp"
#include "tests/rules/built_report.hpp"
#include "tests/support/filled.hpp"

using namespace nianbao;
using namespace nianbao::testing;

namespace {

std::int64_t value(const Filled& filled, const std::string& id) { return std::stoll(filled.at(id)); }

bool is_result(const Row& row) { return !row.group.empty() && row.id != "handled"; }

/// "rule bound" for every sum of the form that does not add up.
std::set<std::string> broken_sums(const Filled& filled) {
    std::set<std::string> broken;
    for (const FormBlock& block : filled.form->blocks) {
        if (block.table == Table::two) continue;
        const std::string table = block.table == Table::three ? "t3." : "t4.";
        for (const Row& row : block.rows) {
            std::int64_t sum = 0;
            for (const Column& column : block.columns)
                if (column.id != "total") sum += value(filled, table + std::string(row.id) + "." + std::string(column.id));
            if (sum != value(filled, table + std::string(row.id) + ".total"))
                broken.insert((block.table == Table::three ? "t3-row-sum " : "t4-sum ") + std::string(row.id));
        }
        if (block.table != Table::three) continue;
        for (const Column& column : block.columns) {
            const std::string in = "." + std::string(column.id);
            std::int64_t results = 0;
            for (const Row& row : block.rows)
                if (is_result(row)) results += value(filled, "t3." + std::string(row.id) + in);
            if (results != value(filled, "t3.handled" + in)) broken.insert("t3-handled-sum " + std::string(column.id));
            if (value(filled, "t3.new" + in) + value(filled, "t3.carried_in" + in) != value(filled, "t3.handled" + in) + value(filled, "t3.carried_out" + in))
                broken.insert("t3-balance " + std::string(column.id));
        }
    }
    return broken;
}

std::vector<Finding> findings_for(const BuiltReport& built) {
    std::vector<Finding> findings;
    const Case c{built.document, built.report};
    for (const char* id : {"t3-row-sum", "t3-handled-sum", "t3-balance", "t4-sum"}) check_relations(*rule_by_id(id), c, findings);
    return findings;
}

BuiltReport built_from(const Filled& filled) {
    Draft draft;
    draft.use_form(*filled.form, filled.year);
    const std::vector<FormCell>& cells = cells_of(*filled.form);
    for (std::size_t i = 0; i < cells.size(); ++i) draft.cells[cells[i].id].text = filled.values[i];
    return build(draft);
}

std::set<std::string> found_sums(const std::vector<Finding>& findings, const Form& form) {
    std::set<std::string> found;
    for (const Finding& finding : findings) {
        const FormCell& cell = cells_of(form)[finding.cells.front()];
        const bool by_row = finding.rule == "t3-row-sum" || finding.rule == "t4-sum";
        found.insert(std::string(finding.rule) + " " + std::string(by_row ? cell.row->id : cell.column->id));
    }
    return found;
}

/// A cell of table three or four.
std::size_t random_cell(const Form& form, Random& random) {
    for (;;) {
        const auto at = static_cast<std::size_t>(below(random, static_cast<int>(cells_of(form).size())));
        if (cells_of(form)[at].table() != Table::two) return at;
    }
}

}  // namespace

TEST_CASE("a consistent form has no broken sum, and every instance is counted as held") {
    Random random(7);
    for (int i = 0; i < 10; ++i) {
        const Filled filled = random_filled(*forms()[static_cast<std::size_t>(i % 2)], random);
        const BuiltReport built = built_from(filled);
        REQUIRE(broken_sums(filled).empty());
        CHECK(findings_for(built).empty());
        const Checks checks = count_checks({built.document, built.report});
        const int rows = filled.form->id == "2019" ? 23 : 25, columns = 7, groups = 3;
        CHECK(checks.held == rows + 2 * columns + groups);
        CHECK(checks.failed == 0);
        CHECK(checks.unknown == 0);
    }
}

TEST_CASE("precisely the broken sums are found, whichever figures are changed") {
    Random random(11);
    for (int i = 0; i < 60; ++i) {
        Filled filled = random_filled(*forms()[static_cast<std::size_t>(i % 2)], random);
        std::set<CellIndex> changed;
        for (int k = below(random, 3); k >= 0; --k) {
            const std::size_t cell = random_cell(*filled.form, random);
            if (!changed.insert(static_cast<CellIndex>(cell)).second) continue;
            filled.values[cell] = std::to_string(std::stoll(filled.values[cell]) + 1 + below(random, 9));
        }
        const BuiltReport built = built_from(filled);
        const std::vector<Finding> findings = findings_for(built);
        const std::set<std::string> expected = broken_sums(filled);
        CHECK(found_sums(findings, *filled.form) == expected);
        CHECK(findings.size() == expected.size());
        CHECK(count_checks({built.document, built.report}).failed == static_cast<int>(expected.size()));
        for (const Finding& finding : findings) {
            REQUIRE(finding.left.has_value());
            CHECK(*finding.left != *finding.right);
        }
    }
}

TEST_CASE("one changed figure, wherever it stands, is named by a broken sum that says so") {
    Random random(13);
    const Filled consistent = random_filled(*forms()[1], random);
    for (std::size_t cell = 0; cell < consistent.values.size(); ++cell) {
        if (cells_of(*consistent.form)[cell].table() == Table::two) continue;
        Filled filled = consistent;
        filled.values[cell] = std::to_string(std::stoll(filled.values[cell]) + 1);
        const BuiltReport built = built_from(filled);
        INFO(cells_of(*consistent.form)[cell].id);
        bool named = false;
        for (const Finding& finding : findings_for(built))
            for (const CellIndex each : finding.cells) named = named || each == cell;
        CHECK(named);
    }
}
