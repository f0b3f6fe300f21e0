// No smaller repair exists, and none of the smallest is left out.
#include <catch2/catch.hpp>

#include <set>

#include "core/check/locate.hpp"
#include "core/check/locate/search.hpp"
#include "tests/locate/oracle.hpp"
#include "tests/locate/scoring.hpp"

using namespace nianbao;
using namespace nianbao::locate_test;

namespace {

Figures mended(const Figures& figures, const Repair& repair) {
    Figures result = figures;
    for (const Change& change : repair.changes) result[change.cell] = change.to;
    return result;
}

bool all_hold(const Form& form, const Figures& figures) {
    for (const Table table : {Table::three, Table::four})
        for (const Relation* relation : table_relations(form, table, false))
            if (imbalance(*relation, figures, nullptr) != 0) return false;
    return true;
}

/// 1 to 4 wrong cells of one table, by faults of random kinds.
Figures with_wrong_cells(const Layout& layout, const Figures& right, std::size_t most, Random& random) {
    Figures spoiled = right;
    const std::int64_t faults = 1 + random.below(4);
    for (std::int64_t i = 0; i < faults; ++i) {
        Figures next = spoiled;
        const Fault fault = all_faults[static_cast<std::size_t>(random.below(all_faults.size()))];
        if (spoil_somewhere(layout, next, fault, random) && difference(next, right).size() <= most) spoiled = next;
    }
    return spoiled;
}

/// Every pair of cells tried by plain arithmetic: the repairs of at most two cells, as sets of (cell, value).
std::set<std::vector<std::pair<CellIndex, std::int64_t>>> repairs_by_trial(const Form& form, const Figures& figures, std::size_t cells) {
    const std::vector<const Relation*> relations = table_relations(form, Table::three, false);
    std::vector<std::vector<int>> sign(figures.size(), std::vector<int>(relations.size(), 0));
    std::vector<std::int64_t> lacking(relations.size());
    std::set<std::int64_t> amounts;
    for (std::size_t r = 0; r < relations.size(); ++r) {
        lacking[r] = -imbalance(*relations[r], figures, nullptr);
        if (lacking[r] != 0) amounts.insert({lacking[r], -lacking[r]});
        for (const Term& term : relations[r]->left) sign[term.cell][r] = 1;
        for (const Term& term : relations[r]->right) sign[term.cell][r] = -1;
    }
    std::vector<CellIndex> all;
    for (std::size_t i = 0; i < figures.size(); ++i)
        if (cells_of(form)[i].table() == Table::three) all.push_back(static_cast<CellIndex>(i));
    std::set<std::vector<std::pair<CellIndex, std::int64_t>>> found;
    const auto holds = [&](CellIndex a, std::int64_t da, CellIndex b, std::int64_t db) {
        for (std::size_t r = 0; r < relations.size(); ++r)
            if (sign[a][r] * da + sign[b][r] * db != lacking[r]) return false;
        return figure(figures, a) + da >= 0 && figure(figures, b) + db >= 0;
    };
    // Two cells never stand in the very same row and column, so one of them is alone in some failing relation.
    for (const CellIndex a : all)
        for (const std::int64_t da : amounts) {
            if (cells == 1) {
                if (holds(a, da, a, 0)) found.insert({{a, figure(figures, a) + da}});
                continue;
            }
            for (const CellIndex b : all) {
                if (a == b) continue;
                std::size_t r = 0;
                while (r < relations.size() && sign[b][r] == 0) ++r;
                const std::int64_t db = sign[b][r] * (lacking[r] - sign[a][r] * da);
                if (db == 0 || !holds(a, da, b, db)) continue;
                std::vector<std::pair<CellIndex, std::int64_t>> repair = {{a, figure(figures, a) + da}, {b, figure(figures, b) + db}};
                std::sort(repair.begin(), repair.end());
                found.insert(repair);
            }
        }
    return found;
}

}  // namespace

TEST_CASE("the number of changes is the optimum of an integer program, on 2000 tables with one to four wrong cells") {
    Random random(2019);
    int compared = 0, given_up = 0;
    while (compared < 2000) {
        const Form& form = *forms()[static_cast<std::size_t>(random.below(static_cast<std::int64_t>(forms().size())))];
        const Table table = random.chance(85) ? Table::three : Table::four;
        const Figures right = random_report(form, random);
        const Figures spoiled = with_wrong_cells(layout_of(form, table), right, 4, random);
        if (all_hold(form, spoiled)) continue;
        const Document document;
        const Report report = report_of(form, spoiled);
        const Localisation localisation = locate({document, report});
        INFO("table " << compared << " of form " << form.id);
        const std::optional<Optimum> optimum = least_changes(form, table, spoiled);
        REQUIRE(optimum);
        REQUIRE(all_hold(form, optimum->figures));
        ++compared;
        if (localisation.repairs.empty()) {
            ++given_up;
            continue;
        }
        for (const Repair& repair : localisation.repairs) {
            REQUIRE(static_cast<int>(repair.changes.size()) == optimum->changes);
            REQUIRE(all_hold(form, mended(spoiled, repair)));
        }
    }
    CHECK(given_up == 0);
}

TEST_CASE("every smallest set of one or two cells is found, and nothing else") {
    Random random(77);
    for (int i = 0; i < 150; ++i) {
        const Form& form = *forms()[static_cast<std::size_t>(i) % forms().size()];
        const Figures right = random_report(form, random);
        const Figures spoiled = with_wrong_cells(layout_of(form, Table::three), right, 2, random);
        const Document document;
        const Report report = report_of(form, spoiled);
        for (const Model& model : failing_models({document, report})) {
            const SearchResult result = search(model);
            REQUIRE(result.complete);
            if (result.changes > 2) continue;
            std::set<std::vector<std::pair<CellIndex, std::int64_t>>> found;
            for (const Explanation& explanation : result.explanations) {
                std::vector<std::pair<CellIndex, std::int64_t>> repair;
                for (const ModelChange& change : explanation)
                    repair.emplace_back(model.cells[change.cell].cell, model.cells[change.cell].value + change.delta);
                found.insert(repair);
            }
            CHECK(found.size() == result.explanations.size());
            CHECK(found == repairs_by_trial(form, spoiled, static_cast<std::size_t>(result.changes)));
        }
    }
}

TEST_CASE("last year's figures are fixed, and the optimum with them is the same as the integer program's") {
    Random random(31);
    int compared = 0;
    while (compared < 100) {
        const Form& form = *forms().back();
        const Figures right = random_report(form, random);
        Figures last = right;
        const Layout layout = layout_of(form, Table::three);
        const std::vector<CellIndex>&in = layout.rows[layout.row_of(form, "carried_in")], &out = layout.rows[layout.row_of(form, "carried_out")];
        for (std::size_t column = 0; column < in.size(); ++column) last[out[column]] = right[in[column]];
        const Figures spoiled = with_wrong_cells(layout, right, 3, random);
        const Document document;
        Report report = report_of(form, spoiled), previous = report_of(form, last);
        previous.tables[1].found = true;
        const Localisation localisation = locate({document, report, &document, &previous});
        const std::optional<Optimum> optimum = least_changes(form, Table::three, spoiled, &last);
        REQUIRE(optimum);
        if (optimum->changes == 0) continue;
        ++compared;
        REQUIRE_FALSE(localisation.repairs.empty());
        CHECK(static_cast<int>(localisation.repairs.front().changes.size()) == optimum->changes);
    }
}
