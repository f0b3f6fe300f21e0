#include "core/match/wrapped_titles.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/form.hpp"
#include "core/match/labels.hpp"
#include "core/text/fold.hpp"

namespace nianbao {

namespace {

constexpr std::size_t ideograph = 3;         ///< bytes
constexpr std::size_t most_before = 8;       ///< pieces looked at before a row's figures
constexpr std::size_t most_after = 14;       ///< and behind them: a title of five lines, with a merged one of four beside it
constexpr std::size_t least_begun = 2 * ideograph;  ///< of a title, before its figures
constexpr std::size_t longest_parent = 10 * ideograph;

/// The titles of every form's rows, and those of the merged cells beside them.
class Titles {
  public:
    struct Title {
        std::string text;  ///< folded
        std::size_t columns = 0;
    };

    Titles() {
        for (const Form* form : forms())
            for (const Table table : {Table::two, Table::three})
                for (const Item& item : items_of(*form, table)) add(item);
        parents_.push_back(fold_label("三、本年度办理结果"));
    }

    /// Titles that begin with the same ideograph, or number and ideograph, as `piece`.
    const std::vector<Title>& begun_by(std::string_view piece) const {
        static const std::vector<Title> none;
        const auto found = by_start_.find(std::string(piece.substr(0, ideograph)));
        return found == by_start_.end() ? none : found->second;
    }

    bool is_title(std::string_view text) const {
        const std::vector<Title>& same = begun_by(text);
        return std::any_of(same.begin(), same.end(), [&](const Title& title) { return title.text == text; });
    }

    bool is_piece_of_parent(std::string_view piece) const {
        if (piece.empty() || piece.size() > longest_parent) return false;
        return std::any_of(parents_.begin(), parents_.end(), [&](const std::string& parent) { return parent.find(piece) != std::string::npos; });
    }

  private:
    void add(const Item& item) {
        if (!item.is_row()) {
            parents_.push_back(item.printed);
            return;
        }
        for (const std::string& spelling : item.spellings) {
            std::vector<Title>& same = by_start_[spelling.substr(0, ideograph)];
            const bool known = std::any_of(same.begin(), same.end(), [&](const Title& t) { return t.text == spelling && t.columns == item.block->columns.size(); });
            if (!known) same.push_back({spelling, item.block->columns.size()});
        }
    }

    std::unordered_map<std::string, std::vector<Title>> by_start_;
    std::vector<std::string> parents_;
};

const Titles& titles() {
    static const Titles all;
    return all;
}

/// Slots [begin, end).
struct Stretch {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// Pieces in order: those that spell a title, and those that belong to merged titles beside it.
struct Spelt {
    std::vector<std::size_t> title;
    std::vector<std::size_t> beside;
    std::size_t length = 0;  ///< bytes of the title that are spelt
};

class Joiner {
  public:
    Joiner(std::string_view text, Slots slots) : text_(text), slots_(std::move(slots)) {}

    Slots run() {
        for (std::size_t s = 0; s < slots_.size();) {
            if (!is_figure(s)) {
                ++s;
                continue;
            }
            Stretch figures{s, s};
            while (figures.end < slots_.size() && is_figure(figures.end)) ++figures.end;
            join(figures);
            s = figures.end;
        }
        if (!changed_) return std::move(slots_);
        take({written_, slots_.size()});
        return rebuilt();
    }

  private:
    bool is_figure(std::size_t s) const { return slots_.list[s].grid < 0 && (slots_.list[s].kind == Slot::Kind::number || slots_.list[s].kind == Slot::Kind::stroke); }
    bool is_piece(std::size_t s) const {
        const Slot& slot = slots_.list[s];
        return slot.grid < 0 && (slot.kind == Slot::Kind::text || slot.kind == Slot::Kind::odd);
    }
    /// A piece of a merged title, a bracket of it, or pieces of several: single ideographs of neighbouring columns are one piece ("理 开").
    bool is_beside(std::size_t s) const {
        std::string_view rest = slice(text_, slots_.list[s].span);
        if (titles().is_piece_of_parent(slots_.fold_of(s))) return true;
        std::string part;
        while (!rest.empty()) {
            const CodePoint c = decode_at(rest, 0);
            rest.remove_prefix(c.length);
            if (!parts_words(c.value)) fold_character(c.value, part);
            if (!parts_words(c.value) && !rest.empty()) continue;
            if (!part.empty() && !titles().is_piece_of_parent(part)) return false;
            part.clear();
        }
        return true;
    }

    /// Goes through pieces as long as they spell the title from `spelt.length` on, or belong to merged ones.
    void spell(std::string_view title, Stretch pieces, Spelt& spelt) const {
        for (std::size_t s = pieces.begin; s < pieces.end && spelt.length < title.size(); ++s) {
            const std::string_view piece = slots_.fold_of(s);
            if (!piece.empty() && title.substr(spelt.length, piece.size()) == piece) {
                spelt.title.push_back(s);
                spelt.length += piece.size();
            } else if (is_beside(s)) {
                spelt.beside.push_back(s);
            } else {
                return;
            }
        }
    }

    void join(Stretch figures) {
        Stretch before{figures.begin, figures.begin};
        while (before.begin > written_ && before.end - before.begin < most_before && is_piece(before.begin - 1)) --before.begin;
        Stretch after{figures.end, figures.end};
        while (after.end < slots_.size() && after.end - after.begin < most_after && is_piece(after.end)) ++after.end;
        for (std::size_t first = before.end; first-- > before.begin;)
            for (const Titles::Title& title : titles().begun_by(slots_.fold_of(first))) {
                if (title.columns != figures.end - figures.begin) continue;
                if (join(title.text, {first, before.end}, figures, after)) return;
            }
    }

    /// Whether the pieces before the figures begin this title, and those behind them end it.
    bool join(std::string_view title, Stretch before, Stretch figures, Stretch after) {
        Spelt begun;
        spell(title, before, begun);
        const bool all = begun.title.size() + begun.beside.size() == before.end - before.begin;
        if (!all || begun.length < least_begun) return false;
        Spelt ended;
        ended.length = begun.length;
        spell(title, after, ended);
        if (ended.length != title.size()) return false;
        const std::size_t end = end_of_leftovers(last_of(ended, figures.end), after.end, figures.end - figures.begin);
        if (end == figures.end) return true;  // a title of one line, and nothing behind its figures
        for (std::size_t s = ended.title.empty() ? figures.end : ended.title.back() + 1; s < end; ++s) ended.beside.push_back(s);
        take({written_, before.begin});
        set_beside(begun.beside);
        order_.insert(order_.end(), begun.title.begin(), begun.title.end());
        order_.insert(order_.end(), ended.title.begin(), ended.title.end());
        take(figures);
        set_beside(ended.beside);
        written_ = end;
        changed_ = true;
        return true;
    }

    /// Behind the title's last piece, or its figures.
    static std::size_t last_of(const Spelt& spelt, std::size_t end) { return spelt.title.empty() ? end : spelt.title.back() + 1; }

    /// Behind single ideographs of merged titles that stand below the row: no figures of it. And behind whatever of merged titles
    /// stands before fewer figures than the row has: they are the ends of its own, on the next line, and leave it unreadable.
    std::size_t end_of_leftovers(std::size_t from, std::size_t end, std::size_t columns) const {
        std::size_t last = from;
        while (from < end && is_beside(from)) {
            if (slots_.list[from].kind == Slot::Kind::odd && last == from) ++last;
            ++from;
        }
        std::size_t figures = from;
        const auto stands_for_figure = [&](std::size_t s) { return figures > from && slots_.list[s].grid < 0 && slots_.list[s].kind == Slot::Kind::odd; };
        while (figures < slots_.size() && (is_figure(figures) || stands_for_figure(figures))) ++figures;
        return from > last && figures > from && figures - from < columns ? from : last;
    }

    void take(Stretch stretch) {
        for (std::size_t s = stretch.begin; s < stretch.end; ++s) order_.push_back(s);
    }

    void set_beside(const std::vector<std::size_t>& pieces) {
        for (const std::size_t s : pieces) {
            slots_.list[s].kind = Slot::Kind::mark;
            order_.push_back(s);
        }
    }

    /// The slots in their new order. A row that a mark begins, begins with what follows it.
    Slots rebuilt() const {
        Slots joined;
        bool starts = false;
        for (const std::size_t s : order_) {
            Slot slot = slots_.list[s];
            const bool mark = slot.kind == Slot::Kind::mark;
            slot.fold_begin = static_cast<std::uint32_t>(joined.folded.size());
            if (!mark) joined.folded += slots_.fold_of(s);
            slot.fold_end = static_cast<std::uint32_t>(joined.folded.size());
            starts = starts || slot.starts_row;
            if (!mark) slot.starts_row = std::exchange(starts, false);
            joined.list.push_back(slot);
        }
        return joined;
    }

    std::string_view text_;
    Slots slots_;
    std::vector<std::size_t> order_;  ///< of the slots up to `written_`
    std::size_t written_ = 0;
    bool changed_ = false;
};

/// In grids, a row that a page's edge cuts in two within its title: the title's end stands in the next row, overleaf in the
/// next grid, and the figures in one of the two.
class CutRows {
  public:
    explicit CutRows(Slots slots) : slots_(std::move(slots)) {}

    Slots run() {
        for (Stretch row = row_from(0); row.begin < slots_.size();) {
            Stretch next = row_from(row.end);
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

    Stretch row_from(std::size_t begin) const {
        Stretch row{begin, begin};
        const std::vector<Slot>& list = slots_.list;
        while (row.end < list.size() && list[row.end].grid == list[begin].grid && list[row.end].row == list[begin].row) ++row.end;
        return row;
    }

    bool holds_only(Slot::Kind kind, Stretch row) const {
        return std::all_of(slots_.list.begin() + static_cast<std::ptrdiff_t>(row.begin), slots_.list.begin() + static_cast<std::ptrdiff_t>(row.end),
                           [&](const Slot& slot) { return slot.kind == kind; });
    }
    bool is_blank(Stretch row) const { return holds_only(Slot::Kind::blank, row); }
    bool is_mark(Stretch row) const { return holds_only(Slot::Kind::mark, row); }  // a page number

    /// The row's last text, or its end.
    std::size_t last_text(Stretch row) const {
        std::size_t last = row.end;
        for (std::size_t s = row.begin; s < row.end; ++s)
            if (slots_.list[s].kind == Slot::Kind::text) last = s;
        return last;
    }

    bool join(Stretch above, Stretch below) {
        if (below.begin == below.end || !slots_.list[above.begin].exact || !slots_.list[below.begin].exact) return false;
        const std::size_t begun = last_text(above), ended = last_text(below);
        if (begun == above.end || ended == below.end || !is_blank({below.begin, ended})) return false;
        const bool figures_above = is_blank({ended + 1, below.end}), figures_below = is_blank({begun + 1, above.end});
        if (figures_above == figures_below || titles().is_title(slots_.fold_of(ended))) return false;
        if (!titles().is_title(std::string(slots_.fold_of(begun)) + std::string(slots_.fold_of(ended)))) return false;
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
            append(s, joined);
            if (next == joins_.size() || joins_[next].begun != s) continue;
            append(joins_[next].ended, joined);
            joined.list.back().starts_row = false;
        }
        return joined;
    }

    void append(std::size_t s, Slots& to) const {
        Slot slot = slots_.list[s];
        slot.fold_begin = static_cast<std::uint32_t>(to.folded.size());
        to.folded += slots_.fold_of(s);
        slot.fold_end = static_cast<std::uint32_t>(to.folded.size());
        to.list.push_back(slot);
    }

    Slots slots_;
    std::vector<Join> joins_;  ///< in order
};

}  // namespace

Slots join_wrapped_titles(std::string_view text, Slots slots) { return CutRows(Joiner(text, std::move(slots)).run()).run(); }

}  // namespace nianbao
