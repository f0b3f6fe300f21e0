// Formulas are data; here they become instances over cells.
#include <array>
#include <optional>

#include "core/form.hpp"
#include "core/forms/per_form.hpp"

namespace nianbao {
namespace {

/// "t3.*.natural" with its sign; `previous.` removed.
struct Pattern {
    std::string_view table, row, column;
    bool previous = false;
    int sign = 1;

    bool by_row() const { return row == "*"; }
};

struct Parsed {
    std::vector<Pattern> left, right;
    bool at_least = false;
    bool with_previous = false;
};

std::string_view take_word(std::string_view& text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    const std::size_t end = text.find(' ');
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(word.size());
    return word;
}

Pattern parse_pattern(std::string_view word, int sign) {
    Pattern pattern;
    pattern.sign = sign;
    constexpr std::string_view prefix = "previous.";
    if (word.substr(0, prefix.size()) == prefix) {
        pattern.previous = true;
        word.remove_prefix(prefix.size());
    }
    const std::size_t first = word.find('.'), second = word.find('.', first + 1);
    pattern.table = word.substr(0, first);
    pattern.row = word.substr(first + 1, second - first - 1);
    pattern.column = word.substr(second + 1);
    return pattern;
}

Parsed parse(std::string_view text) {
    Parsed parsed;
    std::vector<Pattern>* side = &parsed.left;
    int sign = 1;
    for (std::string_view word = take_word(text); !word.empty(); word = take_word(text)) {
        if (word == "+") sign = 1;
        else if (word == "-") sign = -1;
        else if (word == "=" || word == ">=") {
            parsed.at_least = word == ">=";
            side = &parsed.right;
            sign = 1;
        } else {
            side->push_back(parse_pattern(word, sign));
            parsed.with_previous |= side->back().previous;
        }
    }
    return parsed;
}

std::optional<Term> bind(const Form& form, const Pattern& pattern, std::string_view bound) {
    std::string id(pattern.table);
    id.append(".").append(pattern.by_row() ? bound : pattern.row);
    id.append(".").append(pattern.by_row() ? pattern.column : bound);
    const int cell = cell_index(form, id);
    if (cell < 0) return std::nullopt;
    return Term{static_cast<CellIndex>(cell), pattern.previous, pattern.sign};
}

std::optional<std::vector<Term>> bind_side(const Form& form, const std::vector<Pattern>& side, std::string_view bound) {
    std::vector<Term> terms;
    for (const Pattern& pattern : side) {
        const std::optional<Term> term = bind(form, pattern, bound);
        if (!term) return std::nullopt;
        terms.push_back(*term);
    }
    return terms;
}

/// What * can stand for in the first pattern: the rows or columns of its table that have such a cell.
std::vector<std::string_view> bindings(const Form& form, const Pattern& pattern) {
    std::vector<std::string_view> names;
    const std::string prefix = std::string(pattern.table) + ".";
    for (const FormCell& cell : cells_of(form)) {
        if (cell.id.compare(0, prefix.size(), prefix) != 0) continue;
        if (pattern.by_row() && cell.column->id == pattern.column) names.push_back(cell.row->id);
        if (!pattern.by_row() && cell.row->id == pattern.row) names.push_back(cell.column->id);
    }
    return names;
}

std::vector<Relation> make_relations(const Form& form) {
    std::vector<Relation> relations;
    for (const Formula& formula : form.formulas) {
        const Parsed parsed = parse(formula.text);
        for (const std::string_view bound : bindings(form, parsed.left.front())) {
            auto left = bind_side(form, parsed.left, bound);
            auto right = bind_side(form, parsed.right, bound);
            if (left && right)
                relations.push_back({formula.rule, parsed.at_least, parsed.with_previous, std::move(*left), std::move(*right), bound});
        }
    }
    return relations;
}

}  // namespace

const std::vector<Relation>& relations_of(const Form& form) {
    static const PerForm<std::vector<Relation>> all(make_relations);
    return all.of(form);
}

}  // namespace nianbao
