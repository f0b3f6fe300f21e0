#include "core/match/labels.hpp"

#include <algorithm>
#include <unordered_map>

#include "core/forms/per_form.hpp"
#include "core/match/segments.hpp"
#include "core/sort.hpp"
#include "core/text/ascii.hpp"
#include "core/text/fold.hpp"

namespace nianbao {

namespace {

bool is_numeral(char32_t c) {
    constexpr std::u32string_view numerals = U"0123456789一二三四五六七八九十";
    return numerals.find(c) != std::u32string_view::npos;
}

/// Length of the numbering a folded text may begin with ("1", "十二"): at most two numerals.
std::size_t numbering_length(std::string_view folded) {
    std::size_t length = 0;
    for (int i = 0; i < 2 && length < folded.size(); ++i) {
        const CodePoint c = decode_at(folded, length);
        if (!is_numeral(c.value)) break;
        length += c.length;
    }
    return length;
}

void add_spelling(std::vector<std::string>& spellings, std::string folded) {
    if (folded.size() < 6) return;
    if (std::find(spellings.begin(), spellings.end(), folded) == spellings.end()) spellings.push_back(std::move(folded));
}

Item make_item(const FormBlock& block, int row, std::string_view label, Labels variants) {
    Item item;
    item.block = &block;
    item.row = row;
    item.label = label;
    item.printed = fold_label(label);
    add_spelling(item.spellings, item.printed);
    add_spelling(item.spellings, fold_label(without_numbering(label)));
    for (const std::string_view variant : variants) {
        add_spelling(item.spellings, fold_label(variant));
        add_spelling(item.spellings, fold_label(without_numbering(variant)));
    }
    sort_by(item.spellings, [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
    return item;
}

/// How many columns a row's label cell spans in the official drawing.
int label_columns(const std::vector<DrawnTable>& drawn, const Form& form, const FormBlock& block, const Row& row) {
    for (const DrawnTable& table : drawn) {
        if (table.table != block.table) continue;
        for (const auto& cells : table.rows)
            for (std::size_t i = 1; i < cells.size(); ++i) {
                if (cells[i].cell < 0 || cells[i - 1].cell >= 0) continue;
                const FormCell& cell = cells_of(form)[static_cast<std::size_t>(cells[i].cell)];
                if (cell.row == &row && cell.block == &block) return cells[i - 1].column_span;
            }
    }
    return 1;
}

/// Spellings by their first three bytes (one ideograph, or numbering and part of one).
class Spellings {
  public:
    explicit Spellings(const std::vector<Item>& items) {
        for (std::size_t i = 0; i < items.size(); ++i)
            for (const std::string& spelling : items[i].spellings) by_start_[start_of(spelling)].push_back({static_cast<int>(i), &spelling});
    }

    struct Entry {
        int item;
        const std::string* spelling;
    };

    /// Entries that stand at the beginning of `text`.
    template <typename Visit>
    void each_at(std::string_view text, Visit visit) const {
        if (text.size() < 6) return;
        const auto found = by_start_.find(start_of(text));
        if (found == by_start_.end()) return;
        for (const Entry& entry : found->second)
            if (text.starts_with(*entry.spelling)) visit(entry);
    }

    bool any_at(std::string_view text) const {
        bool any = false;
        each_at(text, [&](const Entry&) { any = true; });
        return any;
    }

  private:
    static std::uint32_t start_of(std::string_view text) {
        const auto byte = [&](std::size_t i) { return std::uint32_t{static_cast<unsigned char>(text[i])}; };
        return byte(0) << 16 | byte(1) << 8 | byte(2);
    }

    std::unordered_map<std::uint32_t, std::vector<Entry>> by_start_;
};

/// A form's table: its items with their spellings.
struct Labelled {
    explicit Labelled(std::vector<Item> made) : items(std::move(made)), spellings(items) {}
    std::vector<Item> items;
    Spellings spellings;
};

class Finder {
  public:
    Finder(const Slots& slots, const Labelled& labelled, const HeadWords& heads)
        : slots_(slots), items_(labelled.items), spellings_(labelled.spellings), heads_(heads) {}

    std::vector<Occurrence> find() {
        for (std::size_t s = 0; s < slots_.size(); ++s) {
            const Slot& slot = slots_.list[s];
            if (slot.kind != Slot::Kind::text && slot.kind != Slot::Kind::odd) continue;
            find_at(s, slot.fold_begin, 0);
        }
        sort_by(found_, [](const Occurrence& a, const Occurrence& b) { return a.fold_begin < b.fold_begin; });
        return std::move(found_);
    }

  private:
    void find_at(std::size_t s, std::uint32_t begin, int depth) {
        const std::string_view rest = std::string_view(slots_.folded).substr(begin, 400);
        const std::size_t numbering = numbering_length(rest.substr(0, slots_.list[s].fold_end - begin));
        std::vector<int> seen;
        const auto visit_after = [&](std::size_t skipped) {
            spellings_.each_at(rest.substr(skipped), [&](const Spellings::Entry& entry) {
                if (std::find(seen.begin(), seen.end(), entry.item) != seen.end()) return;
                if (add(s, begin, skipped, entry, depth)) seen.push_back(entry.item);
            });
        };
        visit_after(0);
        if (numbering > 0) visit_after(numbering);
    }

    bool add(std::size_t s, std::uint32_t begin, std::size_t skipped, const Spellings::Entry& entry, int depth) {
        const Item& item = items_[static_cast<std::size_t>(entry.item)];
        Occurrence found;
        found.item = entry.item;
        found.first = static_cast<std::uint32_t>(s);
        found.fold_begin = begin;
        found.fold_end = begin + static_cast<std::uint32_t>(skipped + entry.spelling->size());
        std::size_t last = s;
        while (slots_.list[last].fold_end < found.fold_end) {
            if (++last >= slots_.size() || last > s + 8 || slots_.list[last].kind == Slot::Kind::number ||
                slots_.list[last].kind == Slot::Kind::prose)
                return false;
        }
        found.last = static_cast<std::uint32_t>(last);
        const std::string_view left_over = std::string_view(slots_.folded).substr(found.fold_end, slots_.list[last].fold_end - found.fold_end);
        const bool label_follows = !left_over.empty() && spellings_.any_at(std::string_view(slots_.folded).substr(found.fold_end, 400));
        found.whole = left_over.empty() || label_follows || is_digit(left_over[0]);
        found.printed = skipped == 0 || item.printed.compare(0, skipped, slots_.folded, begin, skipped) == 0;
        const bool short_core = entry.spelling->size() <= 6 && item.printed != *entry.spelling;
        if (short_core && (!found.whole || is_in_head(s))) return false;
        found.weight = (item.is_row() ? 1.0f : 0.7f) * (found.whole ? 1.0f : 0.4f) * (found.printed ? 1.0f : 0.8f) * (short_core ? 0.3f : 1.0f);
        found_.push_back(found);
        if (label_follows && depth < 3) find_at(last, found.fold_end, depth + 1);
        return true;
    }

    /// Behind the title of a column in its row: "法律服务机构 | 其他" of a head that a page repeats.
    bool is_in_head(std::size_t s) const {
        return s > 0 && !slots_.list[s].starts_row && slots_.list[s - 1].kind == Slot::Kind::text && heads_.contains(slots_.fold_of(s - 1));
    }

    const Slots& slots_;
    const std::vector<Item>& items_;
    const Spellings& spellings_;
    const HeadWords& heads_;
    std::vector<Occurrence> found_;
};

/// The best chain among the occurrences that are not yet `used`.
Chain best_chain(const std::vector<Occurrence>& occurrences, const std::vector<Item>& items, const std::vector<bool>& used) {
    constexpr std::size_t none = static_cast<std::size_t>(-1);
    std::vector<double> score(occurrences.size(), 0);
    std::vector<std::size_t> before(occurrences.size(), none);
    std::vector<std::size_t> latest(items.size(), none);  // best chain that ends in an item
    std::size_t best = none;
    for (std::size_t i = 0; i < occurrences.size(); ++i) {
        if (used[i]) continue;
        const Occurrence& here = occurrences[i];
        score[i] = here.weight;
        for (int j = 0; j < here.item; ++j) {
            const std::size_t k = latest[static_cast<std::size_t>(j)];
            if (k == none || occurrences[k].fold_end > here.fold_begin) continue;
            const auto skipped = static_cast<double>(here.item - j);
            const double gap = static_cast<double>(here.first) - static_cast<double>(occurrences[k].last);
            const double bytes = static_cast<double>(here.fold_begin) - static_cast<double>(occurrences[k].fold_end);
            if (gap > 60 + 30 * skipped || bytes > 900 + 300 * skipped) continue;
            const double sum = score[k] + here.weight - 0.002 * gap - 0.02 * (skipped - 1);
            if (sum <= score[i]) continue;
            score[i] = sum;
            before[i] = k;
        }
        const auto item = static_cast<std::size_t>(here.item);
        const std::size_t old = latest[item];
        const bool far = old != none && here.first > occurrences[old].last + 400;
        if (old == none || far || score[i] >= score[old]) latest[item] = i;
        if (best == none || score[i] > score[best]) best = i;
    }
    Chain chain;
    if (best == none) return chain;
    chain.score = score[best];
    for (std::size_t i = best; i != none; i = before[i]) {
        chain.links.push_back(occurrences[i]);
        chain.rows += items[static_cast<std::size_t>(occurrences[i].item)].is_row() ? 1 : 0;
    }
    std::reverse(chain.links.begin(), chain.links.end());
    return chain;
}

}  // namespace

std::string_view leading_numerals(std::string_view folded) { return folded.substr(0, numbering_length(folded)); }

std::string_view without_numbering(std::string_view label) {
    constexpr std::string_view ends[] = {"）", "、", "."};
    for (const std::string_view end : ends) {
        const std::size_t at = label.find(end);
        if (at == std::string_view::npos || at > 9) continue;
        const std::string numbering = fold(label.substr(0, at));
        if (!numbering.empty() && numbering_length(numbering) == numbering.size()) return label.substr(at + end.size());
    }
    return label;
}

namespace {

std::vector<Item> make_items(const Form& form, Table table) {
    const std::vector<DrawnTable> drawn = drawn_tables(form);
    std::vector<Item> items;
    std::vector<std::string_view> parents;
    for (const FormBlock& block : form.blocks) {
        if (block.table != table) continue;
        if (!block.heading.empty()) items.push_back(make_item(block, -1, block.heading, {}));
        for (std::size_t r = 0; r < block.rows.size(); ++r) {
            const Row& row = block.rows[r];
            if (!row.group.empty() && std::find(parents.begin(), parents.end(), row.group) == parents.end()) {
                parents.push_back(row.group);
                items.push_back(make_item(block, -1, row.group, {}));
            }
            items.push_back(make_item(block, static_cast<int>(r), row.label, row.variants));
            items.back().label_columns = label_columns(drawn, form, block, row);
        }
    }
    return items;
}

/// Built once for every form: tables two and three.
const Labelled& labelled(const Form& form, Table table) {
    static const PerForm<Labelled> two([](const Form& each) { return Labelled(make_items(each, Table::two)); });
    static const PerForm<Labelled> three([](const Form& each) { return Labelled(make_items(each, Table::three)); });
    return (table == Table::two ? two : three).of(form);
}

}  // namespace

const std::vector<Item>& items_of(const Form& form, Table table) { return labelled(form, table).items; }

std::vector<Occurrence> find_occurrences(const Slots& slots, const Form& form, Table table) { return Finder(slots, labelled(form, table), head_words(form, table)).find(); }

std::vector<Chain> find_chains(const std::vector<Occurrence>& occurrences, const std::vector<Item>& items) {
    constexpr int most_chains = 4;
    std::vector<bool> used(occurrences.size(), false);
    std::vector<Chain> chains;
    for (int round = 0; round < most_chains; ++round) {
        Chain chain = best_chain(occurrences, items, used);
        if (chain.empty() || (!chains.empty() && (chain.rows < 3 || chain.rows * 10 < chains.front().rows * 6))) break;
        for (std::size_t i = 0; i < occurrences.size(); ++i)
            if (occurrences[i].fold_begin >= chain.links.front().fold_begin && occurrences[i].fold_end <= chain.links.back().fold_end)
                used[i] = true;
        chains.push_back(std::move(chain));
    }
    sort_by(chains, [](const Chain& a, const Chain& b) { return a.links.front().fold_begin < b.links.front().fold_begin; });
    return chains;
}

}  // namespace nianbao
