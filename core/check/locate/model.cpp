#include "core/check/locate/model.hpp"

#include <algorithm>
#include <numeric>
#include <optional>

#include "core/check/previous.hpp"
#include "core/check/relation.hpp"
#include "core/forms/per_form.hpp"

namespace nianbao {
namespace {

/// A relation over the report's own cells, last year's on the side.
struct Equation {
    std::string_view place;
    std::vector<std::pair<CellIndex, int>> terms;     ///< left - right, a cell once
    std::vector<std::pair<CellIndex, int>> previous;  ///< cells of last year's report
    std::optional<CellIndex> total;                   ///< of a sum: the cell that alone has its sign
};

void add_term(Equation& equation, const Term& term, int side) {
    auto& terms = term.previous ? equation.previous : equation.terms;
    const auto same = std::find_if(terms.begin(), terms.end(), [&](const auto& other) { return other.first == term.cell; });
    if (same == terms.end()) terms.emplace_back(term.cell, side * term.sign);
    else same->second += side * term.sign;
}

std::optional<CellIndex> total_of(const Equation& equation) {
    if (equation.terms.size() < 3) return std::nullopt;
    for (const int sign : {1, -1}) {
        const auto alone = [sign](const auto& term) { return term.second == sign; };
        if (std::count_if(equation.terms.begin(), equation.terms.end(), alone) == 1)
            return std::find_if(equation.terms.begin(), equation.terms.end(), alone)->first;
    }
    return std::nullopt;
}

bool is_request_or_dispute(const Form& form, const Relation& relation) {
    const auto inside = [&](const Term& term) { return cells_of(form)[term.cell].table() != Table::two; };
    return !relation.at_least && std::all_of(relation.left.begin(), relation.left.end(), inside) &&
           std::all_of(relation.right.begin(), relation.right.end(), inside);
}

std::vector<Equation> make_equations(const Form& form) {
    std::vector<Equation> equations;
    for (const Relation& relation : relations_of(form)) {
        if (!is_request_or_dispute(form, relation)) continue;
        Equation equation;
        equation.place = relation.bound;
        for (const Term& term : relation.left) add_term(equation, term, 1);
        for (const Term& term : relation.right) add_term(equation, term, -1);
        equation.total = total_of(equation);
        equations.push_back(std::move(equation));
    }
    return equations;
}

/// Built once for every form.
const std::vector<Equation>& equations_of(const Form& form) {
    static const PerForm<std::vector<Equation>> all(make_equations);
    return all.of(form);
}

std::int64_t whole(const CellValue& value) {
    return value.reading != Reading::number ? 0 : value.value.scale == 0 ? value.value.unscaled : value.value.integer();
}

/// What last year's report carries over; null where it can't be compared or its own figure is missing.
const CellValue* previous_cell(const Case& c, CellIndex cell) {
    const CellValue* value = operand({cell, true, 1}, c);
    if (!value || !counts(*value) || value->value.scale != 0) return nullptr;
    const int index = cell_index(*c.previous->form, cells_of(*c.report.form)[cell].id);
    return is_omitted_total(*c.previous, static_cast<CellIndex>(index)) ? nullptr : value;
}

/// How an equation fares with this report's figures.
struct Standing {
    bool known = true;
    bool fails = false;         ///< by the exact figures
    std::int64_t residual = 0;  ///< over whole parts: right - left
};

/// Only the total of a sum was filled in: what it is made of was not counted, which is no wrong figure.
bool only_total_filled(const Case& c, const Equation& equation) {
    return equation.total && std::all_of(equation.terms.begin(), equation.terms.end(), [&](const auto& term) {
        return (c.report.cells[term.first].reading == Reading::blank) != (term.first == *equation.total);
    });
}

Standing standing_of(const Case& c, const Equation& equation) {
    Standing standing;
    std::int64_t sum = 0;
    Decimal fractions;
    const auto add = [&](const CellValue* value, int coefficient) {
        if (!value || !counts(*value)) return standing.known = false;
        sum += coefficient * whole(*value);
        if (value->reading != Reading::number || value->value.scale == 0) return true;
        const Decimal part = value->value + Decimal::of(-whole(*value));
        fractions = fractions + (coefficient > 0 ? part : part.negated());
        return true;
    };
    for (const auto& [cell, coefficient] : equation.terms)
        if (!add(&c.report.cells[cell], coefficient)) return standing;
    if (!equation.previous.empty() && !previous_is_usable(c)) standing.known = false;
    for (const auto& [cell, coefficient] : equation.previous)
        if (!standing.known || !add(previous_cell(c, cell), coefficient)) return standing;
    if (only_total_filled(c, equation)) standing.known = false;
    standing.residual = -sum;
    standing.fails = compare(fractions, Decimal::of(-sum)) != 0;
    return standing;
}

ModelCell model_cell(const Case& c, CellIndex cell) {
    const CellValue& value = c.report.cells[cell];
    ModelCell made{cell, whole(value), value.reading == Reading::number && whole(value) < 0, false};
    if (value.reading != Reading::number || value.value.scale == 0) return made;
    made.may_keep = !value.value.is_integer() && !value.value.is_negative();
    made.must_change = !value.value.is_integer() || value.value.is_negative();
    return made;
}

/// Cells that share an equation belong together.
class Groups {
public:
    explicit Groups(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), std::size_t{0}); }
    std::size_t find(std::size_t at) {
        while (parent_[at] != at) at = parent_[at] = parent_[parent_[at]];
        return at;
    }
    void join(std::size_t a, std::size_t b) {
        a = find(a);
        b = find(b);
        parent_[std::max(a, b)] = std::min(a, b);
    }

private:
    std::vector<std::size_t> parent_;
};

}  // namespace

bool counts(const CellValue& value) { return value.reading == Reading::number || value.reading == Reading::blank; }

std::vector<Model> failing_models(const Case& c) {
    std::vector<Model> models;
    if (!c.report.form || c.report.cells.size() != cells_of(*c.report.form).size()) return models;
    const std::vector<Equation>& equations = equations_of(*c.report.form);
    std::vector<Standing> standings;
    standings.reserve(equations.size());
    for (const Equation& equation : equations) standings.push_back(standing_of(c, equation));
    const auto fails = [](const Standing& standing) { return standing.known && standing.fails; };
    if (std::none_of(standings.begin(), standings.end(), fails)) return models;

    const std::size_t size = c.report.cells.size();
    Groups groups(size);
    std::vector<bool> failing(size, false), used(size, false);
    for (std::size_t i = 0; i < equations.size(); ++i) {
        if (!standings[i].known) continue;
        for (const auto& term : equations[i].terms) {
            groups.join(equations[i].terms.front().first, term.first);
            used[term.first] = true;
        }
    }
    for (std::size_t i = 0; i < equations.size(); ++i)
        if (fails(standings[i]) && !equations[i].terms.empty()) failing[groups.find(equations[i].terms.front().first)] = true;

    constexpr std::size_t none = static_cast<std::size_t>(-1);
    std::vector<std::size_t> model_of(size, none), place(size, 0);
    for (std::size_t cell = 0; cell < size; ++cell) {
        const std::size_t root = groups.find(cell);
        if (!used[cell] || !failing[root]) continue;
        if (model_of[root] == none) {
            model_of[root] = models.size();
            models.emplace_back().cells.reserve(size);
        }
        Model& model = models[model_of[cell] = model_of[root]];
        place[cell] = model.cells.size();
        model.cells.push_back(model_cell(c, static_cast<CellIndex>(cell)));
    }
    for (std::size_t i = 0; i < equations.size(); ++i) {
        if (!standings[i].known || equations[i].terms.empty()) continue;
        const std::size_t model = model_of[equations[i].terms.front().first];
        if (model == none) continue;
        ModelRelation& relation = models[model].relations.emplace_back();
        relation.residual = standings[i].residual;
        relation.place = equations[i].place;
        relation.terms.reserve(equations[i].terms.size());
        for (const auto& [cell, coefficient] : equations[i].terms)
            if (coefficient != 0) relation.terms.push_back({static_cast<std::uint16_t>(place[cell]), coefficient});
    }
    return models;
}

}  // namespace nianbao
