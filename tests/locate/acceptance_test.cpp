// How often the first repairs are the true ones, against the bars set for them.
#include <catch2/catch.hpp>

#include "tests/locate/scoring.hpp"

using namespace nianbao;
using namespace nianbao::locate_test;

namespace {

Fault random_single_cell_fault(Random& random) {
    for (;;) {
        const Fault fault = all_faults[static_cast<std::size_t>(random.below(all_faults.size()))];
        if (single_cell(fault)) return fault;
    }
}

const Form& random_form(Random& random) {
    return *forms()[static_cast<std::size_t>(random.below(static_cast<std::int64_t>(forms().size())))];
}

}  // namespace

TEST_CASE("one wrong cell in table three is always named, with its figure, and nothing else is proposed") {
    Random random(1);
    for (int i = 0; i < 2000; ++i) {
        const Form& form = random_form(random);
        const Figures right = random_report(form, random);
        Figures spoiled = right;
        if (!spoil_somewhere(layout_of(form, Table::three), spoiled, random_single_cell_fault(random), random)) continue;
        const Trial trial = try_to_mend(form, spoiled, right);
        REQUIRE(trial.localisation.repairs.size() == 1);
        REQUIRE(changes_of(trial.localisation.repairs.front()) == difference(spoiled, right));
        REQUIRE(trial.localisation.note.zh.empty());
    }
}

TEST_CASE("any cell of table three, given any other figure, is named") {
    Random random(2);
    for (const Form* form : forms()) {
        const Figures right = random_report(*form, random);
        const Layout layout = layout_of(*form, Table::three);
        for (const std::vector<CellIndex>& row : layout.rows)
            for (const CellIndex cell : row)
                for (const std::int64_t wrong : {std::int64_t{0}, figure(right, cell) + 1, std::int64_t{123456789012}}) {
                    Figures spoiled = right;
                    spoiled[cell] = wrong;
                    if (wrong == figure(right, cell)) continue;
                    const Trial trial = try_to_mend(*form, spoiled, right);
                    REQUIRE_FALSE(trial.localisation.repairs.empty());
                    REQUIRE(changes_of(trial.localisation.repairs.front()) == difference(spoiled, right));
                }
    }
}

TEST_CASE("two wrong cells in different rows and columns: mended with two changes, the true ones where determined") {
    Random random(3);
    Score score;
    while (score.cases < 2000) {
        const Form& form = random_form(random);
        const Figures right = random_report(form, random);
        Figures spoiled = right;
        for (int i = 0; i < 2; ++i) spoil_somewhere(layout_of(form, Table::three), spoiled, random_single_cell_fault(random), random);
        const Difference truth = difference(spoiled, right);
        if (truth.size() != 2) continue;
        const FormCell &a = cells_of(form)[truth.begin()->first], &b = cells_of(form)[truth.rbegin()->first];
        if (a.row == b.row || a.column == b.column) continue;
        const Trial trial = try_to_mend(form, spoiled, right);
        REQUIRE_FALSE(trial.localisation.repairs.empty());
        REQUIRE(trial.localisation.repairs.front().changes.size() == 2);
        if (trial.sets == 1) REQUIRE(changes_of(trial.localisation.repairs.front()) == truth);
        count(score, trial, truth);
    }
    CHECK(score.first_three * 100 >= score.cases * 99);
}

TEST_CASE("a wrong cell of table four has up to five equally small explanations, and the true one is listed") {
    Random random(4);
    Score score;
    while (score.cases < 1000) {
        const Form& form = random_form(random);
        const Figures right = random_report(form, random);
        Figures spoiled = right;
        if (!spoil_somewhere(layout_of(form, Table::four), spoiled, random_single_cell_fault(random), random)) continue;
        const Difference truth = difference(spoiled, right);
        const Trial trial = try_to_mend(form, spoiled, right);
        const std::vector<Repair>& repairs = trial.localisation.repairs;
        REQUIRE_FALSE(repairs.empty());
        REQUIRE(trial.sets <= 5);
        REQUIRE(repairs.size() == trial.sets);
        REQUIRE(std::any_of(repairs.begin(), repairs.end(), [&](const Repair& repair) { return changes_of(repair) == truth; }));
        if (repairs.size() > 1) REQUIRE_FALSE(trial.localisation.note.zh.empty());
        count(score, trial, truth);
    }
    // Plausibility has to be worth more than drawing lots.
    CHECK(score.first > 1.5 * score.by_chance);
}

TEST_CASE("a table that holds gets no repair and no note") {
    Random random(5);
    for (int i = 0; i < 200; ++i) {
        const Form& form = random_form(random);
        const Figures right = random_report(form, random);
        const Trial trial = try_to_mend(form, right, right);
        CHECK(trial.localisation.repairs.empty());
        CHECK(trial.localisation.note.zh.empty());
    }
}

TEST_CASE("a table of random figures ends within the bound, honestly") {
    Random random(6);
    for (int i = 0; i < 20; ++i) {
        const Form& form = random_form(random);
        Figures figures(cells_of(form).size(), 0);
        for (std::optional<std::int64_t>& cell : figures) cell = random.below(1000);
        const Trial trial = try_to_mend(form, figures, figures);
        CHECK(trial.work <= 4 * (SearchLimits{}.work + 2000));
        CHECK_FALSE(trial.localisation.note.zh.empty());
        CHECK_FALSE(trial.localisation.note.en.empty());
    }
}

TEST_CASE("the same report gives the same repairs") {
    Random random(7);
    for (int i = 0; i < 100; ++i) {
        const Form& form = random_form(random);
        const Figures right = random_report(form, random);
        Figures spoiled = right;
        for (int fault = 0; fault < 3; ++fault)
            spoil_somewhere(layout_of(form, Table::three), spoiled, all_faults[static_cast<std::size_t>(random.below(all_faults.size()))], random);
        const Localisation once = try_to_mend(form, spoiled, right).localisation, again = try_to_mend(form, spoiled, right).localisation;
        REQUIRE(once.repairs.size() == again.repairs.size());
        for (std::size_t k = 0; k < once.repairs.size(); ++k) {
            CHECK(changes_of(once.repairs[k]) == changes_of(again.repairs[k]));
            CHECK(once.repairs[k].message.zh == again.repairs[k].message.zh);
        }
        CHECK(once.note.zh == again.note.zh);
    }
}
