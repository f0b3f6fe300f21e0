// Single cases, worked out by hand.
#include <catch2/catch.hpp>

#include <initializer_list>
#include <string>
#include <utility>

#include "core/check/locate.hpp"
#include "core/check/locate/support.hpp"
#include "core/check/locate/typing.hpp"
#include "core/check/locate/weights.hpp"
#include "core/nianbao.hpp"
#include "tests/locate/scoring.hpp"

using namespace nianbao;
using namespace nianbao::locate_test;

namespace {

const Form& form() { return *form_by_id("2021"); }
CellIndex cell(std::string_view id) { return static_cast<CellIndex>(cell_index(form(), id)); }

using Setting = std::pair<std::string_view, std::int64_t>;

/// All cells 0 but these.
Report report_with(std::initializer_list<Setting> settings) {
    Figures figures(cells_of(form()).size(), 0);
    for (const auto& [id, value] : settings) figures[cell(id)] = value;
    return report_of(form(), figures);
}

void set(Report& report, std::string_view id, Reading reading, Decimal value = {}) {
    report.cells[cell(id)].reading = reading;
    report.cells[cell(id)].value = value;
}

Localisation located(const Report& report) {
    const Document document;
    return locate({document, report});
}

Difference changes(std::initializer_list<Setting> settings) {
    Difference result;
    for (const auto& [id, value] : settings) result[cell(id)] = value;
    return result;
}

bool lists(const Localisation& localisation, const Difference& wanted) {
    for (const Repair& repair : localisation.repairs)
        if (changes_of(repair) == wanted) return true;
    return false;
}

/// 27 new, 1 carried in, 27 handled, none carried out: one case is nowhere (as in a report of 2021).
Report one_case_nowhere() {
    return report_with({{"t3.new.natural", 27}, {"t3.new.total", 27}, {"t3.carried_in.natural", 1}, {"t3.carried_in.total", 1},
                        {"t3.granted.natural", 12}, {"t3.granted.total", 12}, {"t3.partial.natural", 3}, {"t3.partial.total", 3},
                        {"t3.unable_not_held.natural", 12}, {"t3.unable_not_held.total", 12},
                        {"t3.handled.natural", 27}, {"t3.handled.total", 27}});
}

/// Ten granted to natural persons, all sums right.
Report ten_granted() {
    return report_with({{"t3.new.natural", 10}, {"t3.new.total", 10}, {"t3.granted.natural", 10}, {"t3.granted.total", 10},
                        {"t3.handled.natural", 10}, {"t3.handled.total", 10}});
}

}  // namespace

TEST_CASE("one case nowhere: carried over first, the other two ways listed, the other reading told") {
    const Localisation found = located(one_case_nowhere());
    REQUIRE(found.repairs.size() == 3);
    CHECK(changes_of(found.repairs[0]) == changes({{"t3.carried_out.natural", 1}, {"t3.carried_out.total", 1}}));
    CHECK(lists(found, changes({{"t3.carried_in.natural", 0}, {"t3.carried_in.total", 0}})));
    CHECK(lists(found, changes({{"t3.new.natural", 26}, {"t3.new.total", 26}})));
    CHECK(found.note.zh.find("另一种读法") != std::string::npos);
    CHECK(found.note.en.find("other reading") != std::string::npos);
}

TEST_CASE("a repair says which cells, old → new, and why, in both languages") {
    Report report = ten_granted();
    set(report, "t3.granted.natural", Reading::number, Decimal::of(100));
    const Localisation found = located(report);
    REQUIRE(found.repairs.size() == 1);
    CHECK(found.repairs[0].changes[0].from == 100);
    CHECK(found.repairs[0].changes[0].to == 10);
    for (const std::string& text : {found.repairs[0].message.zh, found.repairs[0].message.en})
        CHECK(text.find("100→10") != std::string::npos);
    CHECK(found.repairs[0].message.zh.find("多打了一个 0") != std::string::npos);
    CHECK(found.repairs[0].message.zh.find("（一）予以公开") != std::string::npos);
}

TEST_CASE("a blank total is filled in, and its old value is none") {
    Report report = ten_granted();
    set(report, "t3.granted.total", Reading::blank);
    const Localisation found = located(report);
    REQUIRE(found.repairs.size() == 1);
    CHECK(changes_of(found.repairs[0]) == changes({{"t3.granted.total", 10}}));
    CHECK_FALSE(found.repairs[0].changes[0].from.has_value());
    CHECK(found.repairs[0].message.zh.find("空白") != std::string::npos);
}

TEST_CASE("a row of which only the total was filled in is not called wrong") {
    Report report = report_with({});
    for (const std::string_view row : {"new", "granted", "handled"}) {
        for (const std::string_view column : {"natural", "business", "research", "welfare", "legal", "other"})
            set(report, "t3." + std::string(row) + "." + std::string(column), Reading::blank);
        set(report, "t3." + std::string(row) + ".total", Reading::number, Decimal::of(5));
    }
    CHECK(located(report).repairs.empty());
}

TEST_CASE("a relation with a figure that can't be read takes no part") {
    Report report = ten_granted();
    set(report, "t3.granted.natural", Reading::unreadable);
    CHECK(located(report).repairs.empty());
    // Another wrong cell is still found by the relations that are left.
    set(report, "t3.handled.business", Reading::number, Decimal::of(3));
    const Localisation found = located(report);
    REQUIRE_FALSE(found.repairs.empty());
    CHECK(changes_of(found.repairs[0]) == changes({{"t3.handled.business", 0}}));
}

TEST_CASE("a negative figure and a fraction are among what changes") {
    Report negative = ten_granted();
    set(negative, "t3.granted.natural", Reading::number, Decimal::of(-10));
    CHECK(changes_of(located(negative).repairs.at(0)) == changes({{"t3.granted.natural", 10}}));
    CHECK(located(negative).repairs.at(0).changes.at(0).from == -10);

    Report fraction = ten_granted();
    set(fraction, "t3.granted.natural", Reading::number, Decimal{105, 1});
    const Localisation found = located(fraction);
    REQUIRE_FALSE(found.repairs.empty());
    CHECK(changes_of(found.repairs[0]) == changes({{"t3.granted.natural", 10}}));
    CHECK_FALSE(found.repairs[0].changes[0].from.has_value());
}

TEST_CASE("a row shifted by one column is one slip and comes first") {
    Report report = report_with({{"t3.new.natural", 12}, {"t3.new.business", 5}, {"t3.new.research", 3}, {"t3.new.total", 20},
                                 {"t3.granted.natural", 12}, {"t3.granted.business", 5}, {"t3.granted.research", 3},
                                 {"t3.granted.total", 20}, {"t3.handled.natural", 12}, {"t3.handled.business", 5},
                                 {"t3.handled.research", 3}, {"t3.handled.total", 20}});
    // 12 5 3 0 0 0 20 became 0 12 5 3 0 0 0.
    const std::int64_t shifted[] = {0, 12, 5, 3, 0, 0, 0};
    std::size_t at = 0;
    for (const std::string_view column : {"natural", "business", "research", "welfare", "legal", "other", "total"})
        set(report, "t3.granted." + std::string(column), Reading::number, Decimal::of(shifted[at++]));
    const Localisation found = located(report);
    REQUIRE_FALSE(found.repairs.empty());
    CHECK(changes_of(found.repairs[0]) == changes({{"t3.granted.natural", 12}, {"t3.granted.business", 5}, {"t3.granted.research", 3},
                                                   {"t3.granted.welfare", 0}, {"t3.granted.total", 20}}));
    CHECK(found.repairs[0].message.zh.find("错了一列") != std::string::npos);
    CHECK(found.note.zh.find("没有小的改法") == std::string::npos);
}

TEST_CASE("figures of two rows swapped in one column, and a case under the wrong applicant, are named as such") {
    Report report = report_with({{"t3.new.natural", 45}, {"t3.new.business", 1}, {"t3.new.total", 46}, {"t3.granted.natural", 30}, {"t3.granted.business", 1}, {"t3.granted.total", 31},
                                 {"t3.partial.natural", 15}, {"t3.partial.total", 15}, {"t3.handled.natural", 45}, {"t3.handled.business", 1}, {"t3.handled.total", 46}});
    set(report, "t3.granted.total", Reading::number, Decimal::of(15));
    set(report, "t3.partial.total", Reading::number, Decimal::of(31));
    const Localisation found = located(report);
    CHECK(changes_of(found.repairs.at(0)) == changes({{"t3.granted.total", 31}, {"t3.partial.total", 15}}));
    CHECK(found.repairs.at(0).message.zh.find("填反") != std::string::npos);

    Report applicant = ten_granted();
    set(applicant, "t3.granted.natural", Reading::number, Decimal::of(8));
    set(applicant, "t3.granted.legal", Reading::number, Decimal::of(2));
    const Localisation misplaced = located(applicant);
    CHECK(changes_of(misplaced.repairs.at(0)) == changes({{"t3.granted.natural", 10}, {"t3.granted.legal", 0}}));
    CHECK(misplaced.repairs.at(0).message.zh.find("申请人类别") != std::string::npos);
}

TEST_CASE("last year's report settles what was carried in") {
    const Report report = one_case_nowhere();
    Report previous = report_with({{"t3.carried_out.natural", 0}, {"t3.carried_out.total", 0}});
    previous.tables[1].found = true;
    const Document document;
    const Localisation found = locate({document, report, &document, &previous});
    REQUIRE(found.repairs.size() == 1);
    CHECK(changes_of(found.repairs[0]) == changes({{"t3.carried_in.natural", 0}, {"t3.carried_in.total", 0}}));
}

TEST_CASE("a report of another body settles nothing") {
    const Report report = one_case_nowhere();
    Report previous = report_with({{"t3.carried_out.natural", 0}, {"t3.carried_out.total", 0}});
    previous.tables[1].found = true;
    previous.organization = "丹水县教育局";
    Report ours = report;
    ours.organization = "青禾县水务局";
    const Document document;
    const Localisation found = locate({document, ours, &document, &previous}), alone = locate({document, ours});
    CHECK(found.repairs.size() == alone.repairs.size());
    CHECK(found.repairs.size() > 1);
}

TEST_CASE("two tables at fault are mended together") {
    Report report = ten_granted();
    set(report, "t3.granted.natural", Reading::number, Decimal::of(1));
    set(report, "t4.review.total", Reading::number, Decimal::of(2));
    const Localisation found = located(report);
    REQUIRE(found.repairs.size() == 5);  // one way in table three, five in the group of table four
    for (const Repair& repair : found.repairs) {
        CHECK(repair.changes.size() == 2);
        CHECK(changes_of(repair).at(cell("t3.granted.natural")) == 10);
    }
}

TEST_CASE("slips of the keyboard") {
    CHECK(typing_fault(1, 12) == FaultKind::digit_dropped);
    CHECK(typing_fault(122, 12) == FaultKind::digit_doubled);
    CHECK(typing_fault(21, 12) == FaultKind::digits_transposed);
    CHECK(typing_fault(16, 19) == FaultKind::six_for_nine);
    CHECK(typing_fault(7, 1) == FaultKind::one_for_seven);
    CHECK(typing_fault(120, 12) == FaultKind::extra_zero);
    CHECK(typing_fault(132, 12) == FaultKind::extra_digit);
    CHECK(typing_fault(13, 12) == FaultKind::other_digit);
    CHECK_FALSE(typing_fault(0, 12));
    CHECK_FALSE(typing_fault(12, 12));
    CHECK_FALSE(typing_fault(5, 8));
    CHECK_FALSE(typing_fault(99, 1234));
}

TEST_CASE("every fault has one weight, a reason and a sentence in both languages") {
    for (const FaultWeight& weight : fault_weights()) {
        CHECK(&weight_of(weight.kind) == &weight);
        CHECK(weight.cost > 0);
        CHECK_FALSE(weight.reason.empty());
        CHECK(weight.sentence.zh.find("{0}") == 0);
        CHECK(weight.sentence.en.find("{0}") == 0);
    }
    CHECK(fault_weights().size() == static_cast<std::size_t>(FaultKind::cases_too_many) + 1);
}

TEST_CASE("a closed set of cells is solved in whole numbers within its bounds") {
    // x + y = 5, x - y = 1
    CHECK(solve_support({{{1, 1}, 5}, {{1, -1}, 1}}, {{0, false}, {0, false}}, 9).solutions == std::vector<std::vector<std::int64_t>>{{3, 2}});
    // x + y = 4, x - y = 1 has no whole solution
    CHECK(solve_support({{{1, 1}, 4}, {{1, -1}, 1}}, {{0, false}, {0, false}}, 9).solutions.empty());
    // x + y = 3 with x >= 1, y >= 1: two ways
    CHECK(solve_support({{{1, 1}, 3}}, {{1, false}, {1, false}}, 9).solutions == std::vector<std::vector<std::int64_t>>{{2, 1}, {1, 2}});
    // x + y = 0 with x, y >= 0 would leave both as they are
    CHECK(solve_support({{{1, 1}, 0}}, {{0, false}, {0, false}}, 9).solutions.empty());
    // x = 2 and x = 3
    CHECK(solve_support({{{1}, 2}, {{1}, 3}}, {{0, false}}, 9).solutions.empty());
}

TEST_CASE("A repair that a figure of the text bears out says so, one that the text speaks against says that") {
    const std::string clean = sample("clean", "2021");
    const std::string row = "（七）总计 | 23 | 4 | 0 | 0 | 0 | 0 | 27 |";
    const std::size_t at = clean.find(row);
    REQUIRE(at != std::string::npos);
    std::string broken = clean;
    broken.replace(at, row.size(), "（七）总计 | 23 | 4 | 0 | 0 | 0 | 0 | 37 |");
    const auto first_repair = [](const std::string& text) {
        const Result result = check(text, {});
        REQUIRE(!result.repairs.empty());
        CHECK(changes_of(result.repairs.front()) == changes({{"t3.handled.total", 27}}));
        return result.repairs.front().message.zh;
    };
    REQUIRE(broken.find("办结27件") != std::string::npos);
    CHECK(first_repair(broken).find("改后与文字部分的 27 相符") != std::string::npos);
    broken.replace(broken.find("办结27件"), std::string("办结27件").size(), "办结37件");
    CHECK(first_repair(broken).find("但文字部分写的是 37，改后就不相符了") != std::string::npos);
}
