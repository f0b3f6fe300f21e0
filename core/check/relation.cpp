#include "core/check/relation.hpp"

#include <algorithm>

#include "core/check/previous.hpp"

namespace nianbao {
namespace {

bool is_known(const CellValue& cell) { return cell.reading == Reading::number || cell.reading == Reading::blank; }

bool is_zero(Decimal d) { return d.unscaled == 0; }

bool row_is_absent(const Report& report, std::string_view row) {
    const std::vector<FormCell>& cells = cells_of(*report.form);
    bool known = false;
    for (std::size_t i = 0; i < cells.size() && i < report.cells.size(); ++i) {
        if (cells[i].table() != Table::three || cells[i].row->id != row) continue;
        if (report.cells[i].reading != Reading::absent) return false;
        known = true;
    }
    return known;
}

enum class Side : std::uint8_t { known, unknown, not_applicable };

Side sum_of(const std::vector<Term>& terms, const Case& c, Decimal& sum) {
    sum = Decimal::of(0);
    Side side = Side::known;
    for (const Term& term : terms) {
        const CellValue* cell = operand(term, c);
        if (!cell) return Side::not_applicable;
        if (!term.previous && is_in_undivided_row(c.report, term.cell)) continue;
        if (!is_known(*cell)) side = Side::unknown;
        if (cell->reading == Reading::number) sum = sum + (term.sign < 0 ? cell->value.negated() : cell->value);
    }
    return side;
}

bool bound_to_row(const Relation& relation, const Form& form) { return cells_of(form)[relation.left.front().cell].row->id == relation.bound; }

bool all_blank(const std::vector<Term>& terms, const Case& c) {
    return std::all_of(terms.begin(), terms.end(), [&](const Term& term) {
        const CellValue* cell = operand(term, c);
        return cell && cell->reading == Reading::blank;
    });
}

bool has_omitted_total(const std::vector<Term>& terms, const Case& c) {
    return std::any_of(terms.begin(), terms.end(), [&](const Term& term) {
        const Report& report = term.previous ? *c.previous : c.report;
        const std::string& id = cells_of(*c.report.form)[term.cell].id;
        const int cell = cell_index(*report.form, id);
        return cell >= 0 && is_omitted_total(report, static_cast<CellIndex>(cell));
    });
}

/// A failure that only says that a total, or everything but the total, was not filled in.
bool left_unfilled(const Relation& relation, const Case& c) {
    if (relation.at_least)
        return std::any_of(relation.left.begin(), relation.left.end(), [&](const Term& term) {
            return operand(term, c)->reading == Reading::blank;
        });
    if (has_omitted_total(relation.left, c) || has_omitted_total(relation.right, c)) return true;
    return (relation.right.size() == 1 && relation.left.size() > 1 && all_blank(relation.left, c)) ||
           (relation.left.size() == 1 && relation.right.size() > 1 && all_blank(relation.right, c));
}

/// Whether `cell` alone is one side, and the other, read with blank = 0, is not 0, as far as it can be read.
bool sums_to_more(const std::vector<Term>& alone, const std::vector<Term>& others, CellIndex cell, const Case& c) {
    if (alone.size() != 1 || others.size() < 2 || alone.front().cell != cell) return false;
    Decimal sum;
    return sum_of(others, c, sum) != Side::not_applicable && !is_zero(sum);
}

}  // namespace

const CellValue* operand(const Term& term, const Case& c) {
    const Report* report = term.previous ? c.previous : &c.report;
    if (!report || !report->form || !c.report.form) return nullptr;
    if (report->form == c.report.form) return term.cell < report->cells.size() ? &report->cells[term.cell] : nullptr;
    const int cell = cell_index(*report->form, cells_of(*c.report.form)[term.cell].id);
    return cell >= 0 && static_cast<std::size_t>(cell) < report->cells.size() ? &report->cells[static_cast<std::size_t>(cell)] : nullptr;
}

bool is_in_undivided_row(const Report& report, CellIndex cell) {
    constexpr std::string_view parts[] = {"other_no_correction", "other_unpaid"}, whole = "other_rest";
    if (!report.form || cell >= report.cells.size() || report.cells[cell].reading != Reading::absent) return false;
    const FormCell& form_cell = cells_of(*report.form)[cell];
    if (form_cell.table() != Table::three || std::find(std::begin(parts), std::end(parts), form_cell.row->id) == std::end(parts)) return false;
    return row_is_absent(report, parts[0]) && row_is_absent(report, parts[1]) && !row_is_absent(report, whole);
}

bool is_omitted_total(const Report& report, CellIndex cell) {
    if (!report.form || cell >= report.cells.size() || report.cells[cell].reading != Reading::blank) return false;
    const Document none;
    const Case c{none, report};
    const std::vector<Relation>& relations = relations_of(*report.form);
    return std::any_of(relations.begin(), relations.end(), [&](const Relation& relation) {
        return !relation.at_least && !relation.with_previous &&
               (sums_to_more(relation.right, relation.left, cell, c) || sums_to_more(relation.left, relation.right, cell, c));
    });
}

Evaluation evaluate(const Relation& relation, const Case& c) {
    Evaluation evaluation;
    if (relation.with_previous && !previous_is_usable(c)) {
        evaluation.outcome = Outcome::not_applicable;
        return evaluation;
    }
    if (is_in_undivided_row(c.report, relation.left.front().cell) && bound_to_row(relation, *c.report.form)) {
        evaluation.outcome = Outcome::not_applicable;
        return evaluation;
    }
    const Side left = sum_of(relation.left, c, evaluation.left);
    const Side right = sum_of(relation.right, c, evaluation.right);
    if (left == Side::not_applicable || right == Side::not_applicable) {
        evaluation.outcome = Outcome::not_applicable;
        return evaluation;
    }
    if (left == Side::unknown || right == Side::unknown) return evaluation;
    const int order = compare(evaluation.left, evaluation.right);
    if (relation.at_least ? order >= 0 : order == 0) evaluation.outcome = Outcome::holds;
    else evaluation.outcome = left_unfilled(relation, c) ? Outcome::unfilled : Outcome::fails;
    return evaluation;
}

}  // namespace nianbao
