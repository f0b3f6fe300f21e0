#include "core/match/disputes_head.hpp"

#include <algorithm>

#include "core/forms/per_form.hpp"
#include "core/text/fold.hpp"

namespace nianbao {

namespace {

constexpr std::size_t farthest = 45;  ///< slots between two words of one head: a row of values, and padding

bool has(const std::vector<std::string>& words, std::string_view text) { return std::find(words.begin(), words.end(), text) != words.end(); }

/// The last slot of the lines of vertical titles that follow the head's word `last`.
std::size_t last_of_titles(const Slots& slots, std::size_t last, std::size_t limit, const std::vector<bool>& walls, const DisputesWords& words) {
    const auto goes_on = [&](std::size_t s) {
        const Slot& slot = slots.list[s];
        return slot.grid == slots.list[last].grid && (slot.kind == Slot::Kind::odd || slot.kind == Slot::Kind::text) && words.is_of_titles(slots.fold_of(s));
    };
    while (last + 1 < limit && !walls[last + 1] && goes_on(last + 1)) ++last;
    return last;
}

/// Behind the head whose last known word is `last`: unknown words after it in its table belong to it where values follow.
std::size_t end_of_head(const Slots& slots, std::size_t last, std::size_t limit, const std::vector<bool>& walls) {
    const Slot& known = slots.list[last];
    const std::size_t most_unknown = known.grid >= 0 ? 4 : 1;
    std::size_t end = last + 1;
    const auto goes_on = [&](const Slot& slot) { return slot.kind == Slot::Kind::text && slot.grid == known.grid && !slot.loose; };
    while (end < limit && end <= last + most_unknown && !walls[end] && goes_on(slots.list[end])) ++end;
    return end < limit && !slots.list[end].is_text() ? end : last + 1;
}

/// Where the head begins whose first known word is `first`: titles before it may have been broken over lines ("行政", "复议").
std::size_t begin_of_titles(const Slots& slots, std::size_t first, std::size_t limit, const std::vector<bool>& walls, const DisputesWords& words) {
    constexpr std::size_t most_parts = 4;
    std::size_t begin = first;
    std::string title;
    for (std::size_t s = first; s > limit && begin - s < most_parts;) {
        --s;
        if (slots.list[s].kind != Slot::Kind::text || walls[s]) break;
        title.insert(0, slots.fold_of(s));
        if (!words.is_whole(title)) continue;
        begin = s;
        title.clear();
    }
    return begin;
}

}  // namespace

const FormBlock& disputes_block(const Form& form) {
    const FormBlock* found = &form.blocks.back();
    for (const FormBlock& block : form.blocks)
        if (block.table == Table::four) found = &block;
    return *found;
}

DisputesWords::DisputesWords(const Form& form) {
    const FormBlock& block = disputes_block(form);
    for (const Row& row : block.rows) {
        whole_.push_back(fold_label(row.label));
        if (!row.group.empty()) whole_.push_back(fold_label(row.group));
    }
    for (const Column& column : block.columns) {
        const std::string label = fold_label(column.label);
        if (label.size() < 12) {
            pieces_.push_back(label);
            continue;
        }
        whole_.push_back(label);
        pieces_.push_back(label.substr(0, 6));
        pieces_.push_back(label.substr(6));
    }
}

bool DisputesWords::is_whole(std::string_view text) const { return has(whole_, text); }
bool DisputesWords::is_piece(std::string_view text) const { return has(pieces_, text); }

bool DisputesWords::has_piece(std::string_view text) const {
    const auto holds = [&](const std::string& word) { return word.find(text) != std::string::npos; };
    return !text.empty() && (std::any_of(whole_.begin(), whole_.end(), holds) || std::any_of(pieces_.begin(), pieces_.end(), holds));
}

bool DisputesWords::is_of_titles(std::string_view text) const {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = decode_at(text, at).length;
        if (!has_piece(text.substr(at, length))) return false;
        at += length;
    }
    return !text.empty();
}

const DisputesWords& disputes_words(const Form& form) {
    static const PerForm<DisputesWords> all([](const Form& each) { return DisputesWords(each); });
    return all.of(form);
}

bool stands_for_figure(const Slots& slots, std::size_t s, const DisputesWords& words) {
    constexpr std::size_t in_one_row = 15, in_three_tables = 5;
    const Slot& slot = slots.list[s];
    if (slot.kind != Slot::Kind::text || slot.grid < 0 || slot.loose || (slot.starts_row && !slot.exact) || words.has_piece(slots.fold_of(s))) return false;
    std::size_t filled = 0, cells = 0, figures = 0, titles = 0;
    const auto count = [&](std::size_t i) {
        const Slot& other = slots.list[i];
        if (other.kind == Slot::Kind::mark) return;
        ++cells;
        filled += other.kind != Slot::Kind::blank ? 1 : 0;
        figures += other.holds_value() ? 1 : 0;
        titles += other.is_text() && words.has_piece(slots.fold_of(i)) ? 1 : 0;
    };
    std::size_t begin = s;
    while (filled <= in_one_row && begin > 0 && !slots.list[begin].starts_row && slots.list[begin - 1].grid == slot.grid) count(--begin);
    for (std::size_t i = s; filled <= in_one_row && i < slots.size() && slots.list[i].grid == slot.grid && (i == s || !slots.list[i].starts_row); ++i) count(i);
    const auto is_due = [](std::size_t n) { return n == in_one_row || n == in_three_tables; };
    return (slot.exact && is_due(cells) && figures > 0 && titles == 0) || (slots.list[begin].holds_value() && is_due(filled));
}

std::vector<DisputesPlace> find_disputes(const Slots& slots, const Form& form, Range range, const std::vector<bool>& walls) {
    constexpr std::size_t more_than_a_group = 10;
    const DisputesWords& words = disputes_words(form);
    std::vector<DisputesPlace> places;
    DisputesPlace open;
    int strong = 0;
    std::size_t last = 0;
    std::size_t figures = 0;  // since the last word
    const auto close = [&] {
        if (strong >= 2 && open.score >= 3) {
            // The values after the head, up to the next text, or what is no figure outside of their table. The head's last
            // titles may be others than the form's.
            last = last_of_titles(slots, last, range.end, walls, words);
            std::size_t end = end_of_head(slots, last, range.end, walls);
            const auto goes_on = [&](std::size_t s) {
                const Slot& slot = slots.list[s];
                if (slot.is_text()) return stands_for_figure(slots, s, words);
                return slot.kind != Slot::Kind::odd || (slot.grid == slots.list[last].grid && !slot.loose);
            };
            while (end < range.end && end < last + 1 + farthest && !walls[end] && goes_on(end)) ++end;
            open.range.end = end;
            places.push_back(open);
        }
        open.score = 0;
        strong = 0;
    };
    for (std::size_t s = range.begin; s < range.end; ++s) {
        const bool of_title = slots.list[s].kind == Slot::Kind::odd && words.is_of_titles(slots.fold_of(s));
        figures += slots.list[s].holds_value() && !of_title ? 1 : 0;
        if (slots.list[s].kind != Slot::Kind::text) continue;
        if (walls[s]) {
            close();
            continue;
        }
        const std::string_view text = slots.fold_of(s);
        const bool whole = words.is_whole(text);
        if (!whole && !words.is_piece(text)) continue;
        if (open.score > 0 && (s > last + farthest || figures > more_than_a_group)) close();
        if (open.score <= 0) open.range.begin = begin_of_titles(slots, s, range.begin, walls, words);
        open.score += whole ? 1 : 0.3;
        strong += whole ? 1 : 0;
        last = s;
        figures = 0;
    }
    close();
    return places;
}

}  // namespace nianbao
