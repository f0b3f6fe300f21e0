#include "core/match/explanation.hpp"

#include <algorithm>

#include "core/forms/per_form.hpp"
#include "core/text/ascii.hpp"

namespace nianbao {

namespace {

/// A list of links or menu entries names rows, too, but has no values.
bool has_values(const Slots& slots, const Chain& chain) {
    constexpr std::size_t last_row = 9;
    const std::size_t end = std::min<std::size_t>(slots.size(), chain.links.back().last + last_row);
    int values = 0;
    for (std::size_t s = chain.links.front().first; s < end; ++s) {
        values += slots.list[s].holds_value() || slots.list[s].kind == Slot::Kind::blank ? 1 : 0;
    }
    for (const Occurrence& link : chain.links) {
        const bool glued = link.fold_end < slots.list[link.last].fold_end && is_digit(slots.folded[link.fold_end]);
        values += glued ? 1 : 0;  // "规章000"
    }
    return values >= chain.rows;
}

double score_of(const std::vector<Chain>& chains) {
    double best = 0;
    for (const Chain& chain : chains) best = std::max(best, chain.score);
    return best;
}

/// Column labels of table two that only this form has, folded.
std::vector<std::string> make_own_labels(const Form& form) {
    std::vector<std::string> foreign, own;
    for (const Form* other : forms())
        for (const FormBlock& block : other->blocks)
            for (const Column& column : block.columns)
                if (other != &form) foreign.push_back(fold_label(column.label));
    for (const FormBlock& block : form.blocks) {
        if (block.table != Table::two) continue;
        for (const Column& column : block.columns) {
            const std::string label = fold_label(column.label);
            const auto holds = [&](const std::string& other) { return other.find(label) != std::string::npos; };
            if (std::none_of(foreign.begin(), foreign.end(), holds)) own.push_back(label);
        }
    }
    return own;
}

/// Built once for every form.
const std::vector<std::string>& own_labels(const Form& form) {
    static const PerForm<std::vector<std::string>> all(make_own_labels);
    return all.of(form);
}

/// How many of the form's own column labels the chains' surroundings show.
double own_columns(const Slots& slots, const Form& form, const std::vector<Chain>& chains) {
    constexpr std::uint32_t head_bytes = 240;
    double count = 0;
    for (const Chain& chain : chains) {
        const std::uint32_t first = chain.links.front().fold_begin;
        const std::uint32_t begin = first > head_bytes ? first - head_bytes : 0;
        const std::string_view text = std::string_view(slots.folded).substr(begin, chain.links.back().fold_end - begin);
        for (const std::string& label : own_labels(form))
            if (text.find(label) != std::string_view::npos) count += 1;
    }
    return count;
}

/// The chains with so many rows and so high a score, and with values beside their titles. Two of table two's titles may stand in
/// any list; a heading of article 20 with them, a third title, or several of the form's own column titles in none.
Explained explain(const Slots& slots, const Form& form, Table table, int fewest_rows, double least_score) {
    constexpr double enough_columns = 2;
    Explained explained;
    explained.items = &items_of(form, table);
    explained.chains = find_chains(find_occurrences(slots, form, table), *explained.items);
    const auto told_by_columns = [&](const Chain& chain) { return table == Table::two && own_columns(slots, form, {chain}) >= enough_columns; };
    const auto weak = [&](const Chain& chain) {
        return chain.rows < fewest_rows || (chain.score < least_score && !told_by_columns(chain)) || !has_values(slots, chain);
    };
    explained.chains.erase(std::remove_if(explained.chains.begin(), explained.chains.end(), weak), explained.chains.end());
    return explained;
}

}  // namespace

Explanation best_explanation(const Slots& slots) {
    Explanation best;
    double best_score = 0;
    for (const Form* form : forms()) {
        Explanation e;
        e.form = form;
        // Table three's titles are many, so that some of five may be cut.
        e.two = explain(slots, *form, Table::two, 2, 2.5);
        e.three = explain(slots, *form, Table::three, 5, 4);
        if (e.two.chains.empty() && e.three.chains.empty()) continue;
        const double score = score_of(e.two.chains) + score_of(e.three.chains) + own_columns(slots, *form, e.two.chains);
        if (score < best_score) continue;  // of equals the newer form: it is the one in force
        best_score = score;
        best = std::move(e);
    }
    for (Explained* table : {&best.two, &best.three})
        if (!table->chains.empty()) table->chosen = &table->chains.front();
    return best;
}

}  // namespace nianbao
