#include "core/match/cut_rows.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "core/match/row_titles.hpp"

namespace nianbao {

namespace {

class CutRows {
  public:
    explicit CutRows(Slots slots) : slots_(std::move(slots)) {}

    Slots run() {
        for (Range row = row_from(0); row.begin < slots_.size();) {
            Range next = row_from(row.end);
            while (next.begin < next.end && slots_.list[next.begin].grid < 0 && is_mark(next)) next = row_from(next.end);
            row = join(row, next) ? row_from(next.end) : next;
        }
        if (joins_.empty()) return std::move(slots_);
        return rebuilt();
    }

  private:
    struct Join {
        std::size_t begun = 0, ended = 0;  ///< slots
    };

    Range row_from(std::size_t begin) const {
        Range row{begin, begin};
        const std::vector<Slot>& list = slots_.list;
        while (row.end < list.size() && list[row.end].grid == list[begin].grid && list[row.end].row == list[begin].row) ++row.end;
        return row;
    }

    bool holds_only(Slot::Kind kind, Range row) const {
        return std::all_of(slots_.list.begin() + static_cast<std::ptrdiff_t>(row.begin), slots_.list.begin() + static_cast<std::ptrdiff_t>(row.end),
                           [&](const Slot& slot) { return slot.kind == kind; });
    }
    bool is_blank(Range row) const { return holds_only(Slot::Kind::blank, row); }
    bool is_mark(Range row) const { return holds_only(Slot::Kind::mark, row); }  // a page number

    /// The row's last text, or its end.
    std::size_t last_text(Range row) const {
        std::size_t last = row.end;
        for (std::size_t s = row.begin; s < row.end; ++s)
            if (slots_.list[s].kind == Slot::Kind::text) last = s;
        return last;
    }

    bool join(Range above, Range below) {
        if (below.begin == below.end || !slots_.list[above.begin].exact || !slots_.list[below.begin].exact) return false;
        const std::size_t begun = last_text(above), ended = last_text(below);
        if (begun == above.end || ended == below.end || !is_blank({below.begin, ended})) return false;
        const bool figures_above = is_blank({ended + 1, below.end}), figures_below = is_blank({begun + 1, above.end});
        if (figures_above == figures_below || row_titles().is_title(slots_.fold_of(ended))) return false;
        if (!row_titles().is_title(std::string(slots_.fold_of(begun)) + std::string(slots_.fold_of(ended)))) return false;
        Slot& first = slots_.list[begun];
        Slot& second = slots_.list[ended];
        Slot& moved = figures_above ? second : first;
        const Slot& kept = figures_above ? first : second;
        moved.grid = kept.grid, moved.row = kept.row, moved.column = kept.column;
        for (std::size_t s = begun + 1; s < below.end; ++s)
            if (s != ended && (s < above.end) == figures_below && slots_.list[s].kind == Slot::Kind::blank) slots_.list[s].kind = Slot::Kind::mark;
        joins_.push_back({begun, ended});
        return true;
    }

    Slots rebuilt() const {
        Slots joined;
        std::size_t next = 0;
        for (std::size_t s = 0; s < slots_.size(); ++s) {
            if (next < joins_.size() && joins_[next].ended == s) {
                ++next;
                continue;
            }
            joined.append(slots_, s);
            if (next == joins_.size() || joins_[next].begun != s) continue;
            joined.append(slots_, joins_[next].ended);
            joined.list.back().starts_row = false;
        }
        return joined;
    }

    Slots slots_;
    std::vector<Join> joins_;  ///< in order
};

}  // namespace

Slots join_cut_rows(Slots slots) { return CutRows(std::move(slots)).run(); }

}  // namespace nianbao
