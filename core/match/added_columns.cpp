#include "core/match/added_columns.hpp"

#include <algorithm>
#include <iterator>
#include <optional>

#include "core/text/number.hpp"

namespace nianbao {

namespace {

/// "件", "万元": a unit without a figure.
bool is_bare_unit(std::string_view text) {
    if (text.empty() || read_number(text).reading != Reading::not_a_number) return false;
    const NumberText figure = read_number(std::string("0").append(text));
    return figure.reading == Reading::number && !figure.unit.empty() && figure.remark.empty();
}

class AddedColumns {
  public:
    AddedColumns(const Document& document, Slots& slots, const std::vector<Item>& items, const Chain& chain)
        : document_(document), slots_(slots), items_(items), chain_(chain) {}

    void set_aside() {
        if (has_title_of_numbers()) set_aside_numbers();
        set_aside_units();
    }

  private:
    Slot& slot(std::size_t s) { return slots_.list[s]; }
    std::string_view text(std::size_t s) const { return slice(document_.text, slots_.list[s].span); }
    bool is_row(const Occurrence& link) const { return items_[static_cast<std::size_t>(link.item)].is_row(); }

    /// In the table's head, or that of one of its blocks.
    bool has_title_of_numbers() {
        constexpr std::string_view titles[] = {"序号", "行次", "项次"};
        constexpr std::size_t head_slots = 60;
        const std::size_t first = chain_.links.front().first;
        for (std::size_t s = first > head_slots ? first - head_slots : 0; s < chain_.links.back().first; ++s)
            if (std::find(std::begin(titles), std::end(titles), slots_.fold_of(s)) != std::end(titles)) return true;
        return false;
    }

    /// The number before a row's titles, or nothing. `after` is where the row before ends.
    std::optional<std::size_t> number_before(std::size_t title, std::size_t after) {
        for (std::size_t s = title; s-- > after;) {
            if (slot(s).kind == Slot::Kind::number) return s;
            if (slot(s).kind != Slot::Kind::text && slot(s).kind != Slot::Kind::blank) break;
        }
        return std::nullopt;
    }

    std::int64_t most_rows_until(int item) const {
        return std::count_if(items_.begin(), items_.begin() + item + 1, [](const Item& i) { return i.is_row() || i.block->table == Table::three; });
    }

    std::int64_t number_at(std::size_t s) const { return read_number(text(s)).value.integer(); }

    /// Most rows' number is one more than the last's, and no more than there can be rows so far: the form's, and one of totals in
    /// a group. Where it is not, it may be the last figure of the row before, which then lacks one; a row whose title was not
    /// found has a number between its neighbours'.
    void set_aside_numbers() {
        std::vector<std::size_t> numbers;
        std::size_t after = 0;
        int counted = 0;
        std::int64_t last = 0;
        for (const Occurrence& link : chain_.links) {
            if (!is_row(link)) continue;
            if (const std::optional<std::size_t> s = number_before(link.first, after); s && !slot(*s).exact) {
                const std::int64_t number = number_at(*s);
                counted += number == last + 1 && number <= most_rows_until(link.item) ? 1 : 0;
                for (std::size_t between = after; between < *s && !numbers.empty(); ++between)
                    if (slot(between).kind == Slot::Kind::number && slot(between).starts_row && last < number_at(between) && number_at(between) < number) numbers.push_back(between);
                numbers.push_back(*s);
                last = number;
            }
            after = link.last + 1;
        }
        if (counted < 3 || counted * 2 < chain_.rows) return;
        for (const std::size_t s : numbers) {
            slot(s).kind = Slot::Kind::mark;
            if (slot(s).starts_row) slot(s + 1).starts_row = true;
        }
    }

    void set_aside_units() {
        std::vector<std::size_t> units;
        for (std::size_t i = 0; i < chain_.links.size(); ++i) {
            if (!is_row(chain_.links[i])) continue;
            const std::size_t end = i + 1 < chain_.links.size() ? chain_.links[i + 1].first : slots_.size();
            std::size_t s = chain_.links[i].last + 1;
            while (s < end && slot(s).kind == Slot::Kind::blank) ++s;
            if (s < end && is_bare_unit(text(s))) units.push_back(s);
        }
        if (units.size() * 2 <= static_cast<std::size_t>(chain_.rows)) return;
        for (const std::size_t s : units) slot(s).kind = Slot::Kind::mark;
    }

    const Document& document_;
    Slots& slots_;
    const std::vector<Item>& items_;
    const Chain& chain_;
};

}  // namespace

void set_aside_added_columns(const Document& document, Slots& slots, const std::vector<Item>& items, const Chain& chain) {
    AddedColumns(document, slots, items, chain).set_aside();
}

}  // namespace nianbao
