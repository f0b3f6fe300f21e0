#include "core/match/heads.hpp"

#include <algorithm>
#include <map>

#include "core/forms/per_form.hpp"
#include "core/sort.hpp"
#include "core/text/fold.hpp"
#include "core/text/similarity.hpp"

namespace nianbao {

namespace {

constexpr std::size_t most_tokens = 80;  ///< of a head; more is what stands before it
constexpr std::size_t most_merged = 4;  ///< slots one label may be broken over

bool spells(const HeadLabel& label, std::string_view text) {
    return std::find(label.spellings.begin(), label.spellings.end(), text) != label.spellings.end();
}

std::size_t find_bracket(std::string_view text) { return std::min(text.find("（"), text.find('(')); }

/// What stands before an explanation in brackets that ends the text, folded; empty without one.
std::string explained_title(std::string_view text) {
    text = trim(text);
    const std::size_t bracket = find_bracket(text);
    if (bracket == text.npos || !(text.ends_with("）") || text.ends_with(")"))) return {};
    return fold(text.substr(0, bracket));
}

double likeness(const HeadLabel& label, std::string_view text) {
    double best = 0;
    for (const std::string& spelling : label.spellings) best = std::max(best, similarity(spelling, text));
    return best;
}

void count_characters(std::string_view text, int sign, std::map<char32_t, int>& counts) {
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode_at(text, at);
        counts[c.value] += sign;
        at += c.length;
    }
}

/// Files that place pieces of text on pages.
bool is_positioned(Format format) { return format == Format::pdf || format == Format::ofd; }

/// One head against its labels.
class Comparison {
  public:
    Comparison(const Matching& m, Range head, const std::vector<HeadLabel>& labels)
        : m_(m), labels_(labels), tokens_(head_texts(m, head)) {
        for (const std::size_t token : tokens_) explained_.push_back(explained_title(slice(m.document.text, m.slots.list[token].span)));
    }

    /// Every label is there as printed, wherever: heads are read in many orders.
    bool all_spelt() {
        std::vector<bool> used(tokens_.size(), false);
        places_.assign(labels_.size(), {});
        for (std::size_t merged = most_merged; merged > 0; --merged)
            for (std::size_t t = 0; t + merged <= tokens_.size(); ++t) {
                if (std::any_of(used.begin() + static_cast<std::ptrdiff_t>(t), used.begin() + static_cast<std::ptrdiff_t>(t + merged), [](bool u) { return u; })) continue;
                const std::string text = text_of(t, merged);
                for (std::size_t l = 0; l < labels_.size(); ++l) {
                    if (places_[l].merged > 0 || !is_spelt(l, t, merged, text)) continue;
                    places_[l] = {t, merged};
                    std::fill(used.begin() + static_cast<std::ptrdiff_t>(t), used.begin() + static_cast<std::ptrdiff_t>(t + merged), true);
                    break;
                }
            }
        bool all = true;
        std::map<char32_t, int> counts;           // of what is left over: vertical heads read line by line
        std::map<char32_t, int> optional_counts;  // the same without labels that need not be there
        for (std::size_t l = 0; l < labels_.size(); ++l) {
            if (places_[l].merged > 0) continue;
            all = all && labels_[l].optional;
            count_characters(labels_[l].spellings.front(), 1, counts);
            if (!labels_[l].optional) count_characters(labels_[l].spellings.front(), 1, optional_counts);
        }
        if (all) return true;
        for (std::size_t t = 0; t < tokens_.size(); ++t) {
            if (used[t]) continue;
            count_characters(m_.slots.fold_of(tokens_[t]), -1, counts);
            count_characters(m_.slots.fold_of(tokens_[t]), -1, optional_counts);
        }
        const auto none = [](const std::map<char32_t, int>& c) { return std::all_of(c.begin(), c.end(), [](const auto& e) { return e.second == 0; }); };
        return none(counts) || none(optional_counts);
    }

    /// Notes the labels that stand in another's place. Only of heads whose labels stand there one by one, and not on pages:
    /// in what order their pieces of text are to be read was found by likelihood.
    void compare_order(std::vector<Observation>& altered) const {
        if (is_positioned(m_.document.format)) return;
        constexpr int sequences = 2;
        for (int sequence = 0; sequence < sequences; ++sequence) {
            std::vector<std::size_t> labels;
            for (std::size_t l = 0; l < labels_.size(); ++l)
                if (labels_[l].sequence == sequence && !(labels_[l].optional && places_[l].merged == 0)) labels.push_back(l);
            const auto alone = [&](std::size_t l) { return places_[l].merged > 0; };
            if (!std::all_of(labels.begin(), labels.end(), alone) || are_in_order(labels)) continue;
            const std::vector<Place> found = places_in_order(labels);
            for (std::size_t i = 0; i < found.size(); ++i)
                if (!is_spelt(labels[i], found[i].first, found[i].merged)) note(altered, labels_[labels[i]], spans_of(found[i].first, found[i].merged));
        }
    }

    /// Aligns texts with labels in order and notes those that differ.
    void align(std::vector<Observation>& altered) {
        const std::size_t n = tokens_.size();
        const std::size_t k = labels_.size();
        std::vector<double> cost((n + 1) * (k + 1), 0);
        std::vector<std::size_t> step((n + 1) * (k + 1), 0);  // 0 skip text, 1…4 merge so many, 5 skip label
        const auto at = [&](std::size_t t, std::size_t l) { return t * (k + 1) + l; };
        for (std::size_t t = n + 1; t-- > 0;)
            for (std::size_t l = k + 1; l-- > 0;) {
                if (t == n && l == k) continue;
                double best = 1e9;
                const auto consider = [&](double c, std::size_t s) {
                    if (c < best - 1e-9) best = c, step[at(t, l)] = s;
                };
                if (l < k)
                    for (std::size_t merged = 1; merged <= most_merged && t + merged <= n; ++merged)
                        consider(match_cost(l, t, merged) + cost[at(t + merged, l + 1)], merged);
                if (l < k) consider((labels_[l].optional ? 0.05 : 0.9) + cost[at(t, l + 1)], 5);
                if (t < n) consider(0.6 + cost[at(t + 1, l)], 0);
                cost[at(t, l)] = best;
            }
        for (std::size_t t = 0, l = 0; t < n || l < k;) {
            const std::size_t s = step[at(t, l)];
            if (s == 0) {
                ++t;
            } else if (s == 5) {
                if (!labels_[l].optional) note(altered, labels_[l], {});
                ++l;
            } else {
                if (!labels_[l].optional && !is_spelt(l, t, s)) note(altered, labels_[l], spans_of(t, s));
                t += s;
                ++l;
            }
        }
    }

  private:
    /// The texts that spell a label.
    struct Place {
        std::size_t first = 0;
        std::size_t merged = 0;
    };

    const Slot& slot_at(const Place& place) const { return m_.slots.list[tokens_[place.first]]; }

    /// Where the labels stand, from left to right: by column where columns can be trusted, else as they are read.
    std::vector<Place> places_in_order(const std::vector<std::size_t>& labels) const {
        std::vector<Place> places;
        for (const std::size_t l : labels) places.push_back(places_[l]);
        const int grid = slot_at(places.front()).grid;
        const bool exact = std::all_of(places.begin(), places.end(), [&](const Place& p) { return slot_at(p).exact && slot_at(p).grid == grid; });
        sort_by(places, [&](const Place& a, const Place& b) {
            return exact ? slot_at(a).column < slot_at(b).column : a.first < b.first;
        });
        return places;
    }

    /// Whether the labels can be read one after the other, whatever stands between them.
    bool are_in_order(const std::vector<std::size_t>& labels) const {
        // They mostly stand so where they were found first; a stray word of the same spelling may have been taken for one.
        if (std::is_sorted(labels.begin(), labels.end(), [&](std::size_t a, std::size_t b) { return places_[a].first < places_[b].first; })) return true;
        std::size_t next = 0;
        for (const std::size_t l : labels) {
            std::size_t end = 0;
            for (std::size_t t = next; t < tokens_.size() && end == 0; ++t)
                for (std::size_t merged = 1; merged <= most_merged && t + merged <= tokens_.size() && end == 0; ++merged)
                    if (is_spelt(l, t, merged)) end = t + merged;
            if (end == 0) return false;
            next = end;
        }
        return true;
    }

    std::string text_of(std::size_t t, std::size_t merged) const {
        std::string text;
        for (std::size_t i = t; i < t + merged; ++i) text += m_.slots.fold_of(tokens_[i]);
        return text;
    }

    bool is_spelt(std::size_t l, std::size_t t, std::size_t merged) const { return is_spelt(l, t, merged, text_of(t, merged)); }

    /// As printed, or as printed with an explanation behind it. A label that ends in brackets itself names its unit there.
    bool is_spelt(std::size_t l, std::size_t t, std::size_t merged, std::string_view text) const {
        if (spells(labels_[l], text)) return true;
        return merged == 1 && !explained_[t].empty() && find_bracket(labels_[l].label) == std::string_view::npos && spells(labels_[l], explained_[t]);
    }

    std::vector<Span> spans_of(std::size_t t, std::size_t merged) const {
        std::vector<Span> spans;
        for (std::size_t i = t; i < t + merged; ++i) spans.push_back(m_.slots.list[tokens_[i]].span);
        return spans;
    }

    double match_cost(std::size_t l, std::size_t t, std::size_t merged) const {
        const std::string text = text_of(t, merged);
        if (is_spelt(l, t, merged, text)) return 0;
        const double alike = likeness(labels_[l], text);
        return alike <= 0 ? 1e6 : 0.15 + 1.2 * (1 - alike) + 0.1 * static_cast<double>(merged - 1);
    }

    void note(std::vector<Observation>& altered, const HeadLabel& label, const std::vector<Span>& spans) const {
        Span place;
        if (!spans.empty()) place = {spans.front().begin, spans.back().end};
        else if (!tokens_.empty()) place.begin = place.end = m_.slots.list[tokens_.front()].span.begin;
        altered.push_back({"header-altered", label.cells, {place}, {std::string(slice(m_.document.text, place)), std::string(label.label)}});
    }

    const Matching& m_;
    const std::vector<HeadLabel>& labels_;
    std::vector<std::size_t> tokens_;
    std::vector<std::string> explained_;  ///< parallel to tokens_: the title before an explanation in brackets
    std::vector<Place> places_;  ///< of the labels
};

}  // namespace

std::vector<std::size_t> head_texts(const Matching& m, Range head) {
    std::vector<std::size_t> tokens;
    for (std::size_t s = head.begin; s < head.end && s < m.slots.size(); ++s) {
        const Slot& slot = m.slots.list[s];
        if ((slot.kind == Slot::Kind::text || slot.kind == Slot::Kind::odd) && slot.fold_end > slot.fold_begin) tokens.push_back(s);
    }
    if (tokens.size() > most_tokens) tokens.erase(tokens.begin(), tokens.end() - static_cast<std::ptrdiff_t>(most_tokens));
    return tokens;
}

HeadLabel head_label(std::string_view label, Labels variants, std::vector<CellIndex> cells, bool optional, int sequence) {
    HeadLabel head{label, {fold_label(label)}, std::move(cells), optional, sequence};
    for (const std::string_view variant : variants) head.spellings.push_back(fold_label(variant));
    return head;
}

namespace {

std::vector<HeadLabel> make_head_labels(const Form& form, const FormBlock& block) {
    std::vector<HeadLabel> labels;
    const auto under = [&](auto wanted) {
        std::vector<CellIndex> cells;
        for (std::size_t i = 0; i < cells_of(form).size(); ++i) {
            const FormCell& cell = cells_of(form)[i];
            if (cell.block == &block && wanted(*cell.column)) cells.push_back(static_cast<CellIndex>(i));
        }
        return cells;
    };
    if (!block.heading.empty()) labels.push_back(head_label(block.heading, {}, {}, true));
    if (block.table == Table::two) labels.push_back(head_label("信息内容", {}, {}, true));
    if (block.table == Table::three) {
        labels.push_back(head_label(form.balance_note, {}, {}, true));
        labels.push_back(head_label("申请人情况", {}, {}, true));
    }
    // The first row of a two-row head shows groups and columns without one; the second the columns of the groups.
    std::string_view group;
    for (const Column& column : block.columns) {
        if (column.group.empty()) {
            labels.push_back(head_label(column.label, column.variants, under([&](const Column& c) { return &c == &column; }), false, 0));
        } else if (column.group != group) {
            group = column.group;
            labels.push_back(head_label(group, {}, under([&](const Column& c) { return c.group == group; }), false));
        }
    }
    for (const Column& column : block.columns)
        if (!column.group.empty())
            labels.push_back(head_label(column.label, column.variants, under([&](const Column& c) { return &c == &column; }), false, 1));
    return labels;
}

std::vector<std::vector<HeadLabel>> make_all_head_labels(const Form& form) {
    std::vector<std::vector<HeadLabel>> all;
    for (const FormBlock& block : form.blocks) all.push_back(make_head_labels(form, block));
    return all;
}

}  // namespace

const std::vector<HeadLabel>& head_labels(const Form& form, const FormBlock& block) {
    static const PerForm<std::vector<std::vector<HeadLabel>>> all(make_all_head_labels);
    return all.of(form)[static_cast<std::size_t>(&block - form.blocks.data())];
}

void compare_head(const Matching& matching, Range head, const std::vector<HeadLabel>& labels, std::vector<Observation>& altered) {
    Comparison comparison(matching, head, labels);
    if (comparison.all_spelt()) comparison.compare_order(altered);
    else comparison.align(altered);
}

}  // namespace nianbao
