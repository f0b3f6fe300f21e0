// The same report in every layout is the same Report; a damaged one is never misread in silence.
#include <catch2/catch.hpp>
#include <algorithm>
#include <cstdlib>

#include "core/nianbao.hpp"
#include "tests/support/damage.hpp"
#include "tests/support/judge.hpp"
#include "tests/support/layouts.hpp"

namespace {

using namespace nianbao;
using namespace nianbao::testing;

int reports_to_try(int usual) {
    const char* wanted = std::getenv("NIANBAO_PROPERTY_REPORTS");
    return wanted ? std::atoi(wanted) : usual;
}

const Form& random_form(Random& random) { return *forms()[static_cast<std::size_t>(below(random, 2))]; }

/// The first difference between what was filled in and what was read; empty when every cell is right.
std::string difference(const Filled& filled, const Result& result) {
    if (result.report.form != filled.form) return "form not recognised";
    const std::vector<FormCell>& cells = cells_of(*filled.form);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const CellValue& cell = result.report.cells[i];
        const std::string_view raw = slice(result.document.text, cell.span);
        if (raw != filled.values[i]) return cells[i].id + " reads \"" + std::string(raw) + "\", not \"" + filled.values[i] + "\"";
        if ((cell.reading == Reading::blank) != filled.values[i].empty()) return cells[i].id + " blank or not";
        if (cell.reading == Reading::unreadable || cell.reading == Reading::absent) return cells[i].id + " not read";
    }
    return {};
}

/// The first finding that is neither `allowed` nor a note on residue the layout itself leaves in the text.
std::string first_finding(const Layout& layout, const Result& result, std::string_view allowed = {}) {
    const bool leaves_residue = layout.lines == render_pdf_tsv;
    for (const Finding& finding : result.findings)
        if (finding.rule != allowed && !(leaves_residue && finding.rule == "field-residue")) return std::string(finding.rule) + ": " + finding.message.zh;
    return {};
}

}  // namespace

TEST_CASE("a filled form reads back cell for cell in every layout, without a finding", "[properties]") {
    for (const Layout& layout : layouts()) {
        DYNAMIC_SECTION(layout.name) {
            Random random(20211);
            for (int i = 0; i < reports_to_try(20); ++i) {
                const Filled filled = random_filled(random_form(random), random);
                const std::string text = layout.render(filled);
                const Result result = check(text, {});
                CAPTURE(i, text);
                REQUIRE(difference(filled, result) == "");
                REQUIRE(first_finding(layout, result) == "");
                REQUIRE(result.verdict == Verdict::ok);
            }
        }
    }
}

TEST_CASE("blank cells keep their places in every layout that shows them", "[properties]") {
    for (const Layout& layout : layouts()) {
        if (!layout.blanks) continue;
        DYNAMIC_SECTION(layout.name) {
            Random random(77);
            for (int i = 0; i < reports_to_try(10); ++i) {
                const Filled filled = with_blanks(random_filled(random_form(random), random), random);
                const std::string text = layout.render(filled);
                const Result result = check(text, {});
                CAPTURE(i, text);
                REQUIRE(difference(filled, result) == "");
                REQUIRE(first_finding(layout, result, "cell-blank") == "");
            }
        }
    }
}

TEST_CASE("subtotals that a report adds are no cells, and are checked, in every layout", "[properties]") {
    for (const Layout& layout : layouts()) {
        DYNAMIC_SECTION(layout.name) {
            Random random(28);
            for (int i = 0; i < reports_to_try(8); ++i) {
                Filled filled = random_filled(random_form(random), random);
                filled.group_totals = i % 4 != 0;
                filled.legal_subtotals = i % 4 < 2;
                const std::string text = layout.render(filled);
                const Result result = check(text, {});
                CAPTURE(i, text);
                REQUIRE(difference(filled, result) == "");
                REQUIRE(first_finding(layout, result) == "");
                filled.subtotal_slip = 1 + below(random, 9);
                const Result wrong = check(layout.render(filled), {});
                REQUIRE(difference(filled, wrong) == "");
                const auto stated = [](const Finding& f) { return f.rule == "subtotal-sum"; };
                REQUIRE(std::count_if(wrong.findings.begin(), wrong.findings.end(), stated) == 1);
                REQUIRE(first_finding(layout, wrong, "subtotal-sum") == "");
            }
        }
    }
}

TEST_CASE("running numbers and units that a report adds are no cells, in every layout", "[properties]") {
    for (const Layout& layout : layouts()) {
        DYNAMIC_SECTION(layout.name) {
            Random random(51);
            for (int i = 0; i < reports_to_try(9); ++i) {
                Filled filled = random_filled(random_form(random), random);
                filled.numbered = i % 3 != 0;
                filled.units = i % 3 != 1;
                if (filled.units && layout.lines == render_pdf_tsv) continue;  // a row broken over pages stays unread there
                const std::string text = layout.render(filled);
                const Result result = check(text, {});
                CAPTURE(i, text);
                REQUIRE(difference(filled, result) == "");
                REQUIRE(first_finding(layout, result) == "");
            }
        }
    }
}

TEST_CASE("a damaged report is never misread in silence", "[properties]") {
    for (const Layout& layout : layouts()) {
        for (const Damage damage : all_damages) {
            DYNAMIC_SECTION(layout.name << ", " << damage_name(damage)) {
                Random random(4242);
                for (int i = 0; i < reports_to_try(12); ++i) {
                    Filled filled = random_filled(random_form(random), random, i % 2 == 0 ? Size::large : Size::small);
                    if (layout.blanks && i % 3 == 0) filled = with_blanks(std::move(filled), random);
                    std::string text = layout.lines(filled);
                    for (int k = below(random, 3); k >= 0; --k) text = damaged(std::move(text), damage, random);
                    text = layout.joined(std::move(text));
                    const Result result = check(text, {});
                    CAPTURE(i, text);
                    REQUIRE(first_silent(filled, result) == "");
                }
            }
        }
    }
}
