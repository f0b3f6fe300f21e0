// An independent judge: the same question as an integer program, solved by GLPK. Built from the form's relations alone;
// shares nothing with core/check/locate.
#pragma once

#include <glpk.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <vector>

#include "core/form.hpp"
#include "tests/locate/tables.hpp"

namespace nianbao::locate_test {

struct Optimum {
    int changes = 0;
    Figures figures;  ///< one optimal mending
};

/// Relations between counts of one table, with last year's figures as constants where given.
inline std::vector<const Relation*> table_relations(const Form& form, Table table, bool with_previous) {
    std::vector<const Relation*> chosen;
    for (const Relation& relation : relations_of(form)) {
        if (relation.at_least || cells_of(form)[relation.left.front().cell].table() != table) continue;
        const bool previous = relation.right.front().previous;
        if (!previous || with_previous) chosen.push_back(&relation);
    }
    return chosen;
}

/// left - right, with the terms of last year's report taken from `previous`.
inline std::int64_t imbalance(const Relation& relation, const Figures& figures, const Figures* previous) {
    std::int64_t sum = 0;
    for (const Term& term : relation.left) sum += term.sign * figure(term.previous ? *previous : figures, term.cell);
    for (const Term& term : relation.right) sum -= term.sign * figure(term.previous ? *previous : figures, term.cell);
    return sum;
}

inline void add_consequences(glp_prob* problem, const std::vector<const Relation*>& relations, const std::vector<int>& place,
                             const Figures& figures, const Figures* previous) {
    for (const Relation* relation : relations) {
        std::vector<int> changed;
        for (const auto* side : {&relation->left, &relation->right})
            for (const Term& term : *side)
                if (!term.previous) changed.push_back(place[term.cell] - 1);
        const bool fails = imbalance(*relation, figures, previous) != 0;
        for (std::size_t alone = 0; alone < (fails ? 1 : changed.size()); ++alone) {
            std::vector<int> columns = {0};
            std::vector<double> values = {0};
            for (std::size_t i = 0; i < changed.size(); ++i) {
                columns.push_back(changed[i]);
                values.push_back(!fails && i == alone ? -1 : 1);
            }
            const int row = glp_add_rows(problem, 1);
            glp_set_row_bnds(problem, row, GLP_LO, fails ? 1 : 0, 0);
            glp_set_mat_row(problem, row, static_cast<int>(changed.size()), columns.data(), values.data());
        }
    }
}

/// min sum(changed): figure + risen - fallen takes part in the relations, risen <= M * changed, fallen <= figure * changed.
/// Two plain consequences help the solver: a relation that fails has a changed cell, and one that holds has none or two.
inline std::optional<Optimum> least_changes(const Form& form, Table table, const Figures& figures,
                                            const Figures* previous = nullptr) {
    const std::vector<const Relation*> relations = table_relations(form, table, previous != nullptr);
    std::vector<CellIndex> cells;
    std::int64_t big = 1;
    for (std::size_t i = 0; i < figures.size(); ++i)
        if (cells_of(form)[i].table() == table) cells.push_back(static_cast<CellIndex>(i));
    for (const CellIndex cell : cells) big = std::max(big, figure(figures, cell));
    for (const Relation* relation : relations) big += std::abs(imbalance(*relation, figures, previous));

    glp_term_out(GLP_OFF);
    glp_prob* problem = glp_create_prob();
    glp_set_obj_dir(problem, GLP_MIN);
    const int count = static_cast<int>(cells.size());
    std::vector<int> place(figures.size(), 0);
    glp_add_cols(problem, 3 * count);
    glp_add_rows(problem, 2 * count + static_cast<int>(relations.size()));
    for (int i = 0; i < count; ++i) {
        const CellIndex cell = cells[static_cast<std::size_t>(i)];
        const auto value = static_cast<double>(figure(figures, cell));
        const int changed = 3 * i + 1, risen = 3 * i + 2, fallen = 3 * i + 3;
        place[cell] = risen;
        glp_set_col_kind(problem, changed, GLP_BV);
        glp_set_obj_coef(problem, changed, 1);
        glp_set_col_kind(problem, risen, GLP_IV);
        glp_set_col_bnds(problem, risen, GLP_DB, 0, static_cast<double>(big));
        glp_set_col_kind(problem, fallen, GLP_IV);
        glp_set_col_bnds(problem, fallen, value > 0 ? GLP_DB : GLP_FX, 0, value);
        const int up[] = {0, risen, changed}, down[] = {0, fallen, changed};
        const double up_values[] = {0, 1, -static_cast<double>(big)}, down_values[] = {0, 1, -value};
        glp_set_row_bnds(problem, 2 * i + 1, GLP_UP, 0, 0);
        glp_set_mat_row(problem, 2 * i + 1, 2, up, up_values);
        glp_set_row_bnds(problem, 2 * i + 2, GLP_UP, 0, 0);
        glp_set_mat_row(problem, 2 * i + 2, 2, down, down_values);
    }
    int row = 2 * count;
    for (const Relation* relation : relations) {
        std::vector<int> columns = {0};
        std::vector<double> values = {0};
        for (const auto* side : {&relation->left, &relation->right})
            for (const Term& term : *side) {
                if (term.previous) continue;
                const double sign = (side == &relation->left ? 1 : -1) * term.sign;
                columns.insert(columns.end(), {place[term.cell], place[term.cell] + 1});
                values.insert(values.end(), {sign, -sign});
            }
        const auto needed = -static_cast<double>(imbalance(*relation, figures, previous));
        glp_set_row_bnds(problem, ++row, GLP_FX, needed, needed);
        glp_set_mat_row(problem, row, static_cast<int>(columns.size()) - 1, columns.data(), values.data());
    }
    add_consequences(problem, relations, place, figures, previous);
    glp_iocp options;
    glp_init_iocp(&options);
    options.presolve = GLP_ON;
    options.msg_lev = GLP_MSG_OFF;
    options.tm_lim = 60'000;
    const bool solved = glp_intopt(problem, &options) == 0 && glp_mip_status(problem) == GLP_OPT;
    std::optional<Optimum> optimum;
    if (solved) {
        optimum.emplace();
        optimum->changes = static_cast<int>(std::lround(glp_mip_obj_val(problem)));
        optimum->figures = figures;
        for (const CellIndex cell : cells) {
            const auto delta = std::llround(glp_mip_col_val(problem, place[cell])) - std::llround(glp_mip_col_val(problem, place[cell] + 1));
            if (delta != 0) optimum->figures[cell] = figure(figures, cell) + delta;
        }
    }
    glp_delete_prob(problem);
    return optimum;
}

}  // namespace nianbao::locate_test
