#include "core/match/wrapped_titles.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/match/row_titles.hpp"
#include "core/text/fold.hpp"

namespace nianbao {

namespace {

constexpr std::size_t ideograph = 3;         ///< bytes
constexpr std::size_t most_before = 8;       ///< pieces looked at before a row's figures
constexpr std::size_t most_after = 14;       ///< and behind them: a title of five lines, with a merged one of four beside it
constexpr std::size_t least_begun = 2 * ideograph;  ///< of a title, before its figures

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
            Range figures{s, s};
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
        if (row_titles().is_piece_of_parent(slots_.fold_of(s))) return true;
        std::string part;
        while (!rest.empty()) {
            const CodePoint c = decode_at(rest, 0);
            rest.remove_prefix(c.length);
            if (!parts_words(c.value)) fold_character(c.value, part);
            if (!parts_words(c.value) && !rest.empty()) continue;
            if (!part.empty() && !row_titles().is_piece_of_parent(part)) return false;
            part.clear();
        }
        return true;
    }

    /// Goes through pieces as long as they spell the title from `spelt.length` on, or belong to merged ones.
    void spell(std::string_view title, Range pieces, Spelt& spelt) const {
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

    void join(Range figures) {
        Range before{figures.begin, figures.begin};
        while (before.begin > written_ && before.end - before.begin < most_before && is_piece(before.begin - 1)) --before.begin;
        Range after{figures.end, figures.end};
        while (after.end < slots_.size() && after.end - after.begin < most_after && is_piece(after.end)) ++after.end;
        for (std::size_t first = before.end; first-- > before.begin;)
            for (const RowTitle& title : row_titles().begun_by(slots_.fold_of(first))) {
                if (title.columns != figures.end - figures.begin) continue;
                if (join(title.text, {first, before.end}, figures, after)) return;
            }
    }

    /// Whether the pieces before the figures begin this title, and those behind them end it.
    bool join(std::string_view title, Range before, Range figures, Range after) {
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

    void take(Range stretch) {
        for (std::size_t s = stretch.begin; s < stretch.end; ++s) order_.push_back(s);
    }

    void set_beside(const std::vector<std::size_t>& pieces) {
        for (const std::size_t s : pieces) {
            slots_.list[s].kind = Slot::Kind::mark;
            slots_.list[s].fold_end = slots_.list[s].fold_begin;
            order_.push_back(s);
        }
    }

    /// The slots in their new order. A row that a mark begins, begins with what follows it.
    Slots rebuilt() const {
        Slots joined;
        bool starts = false;
        for (const std::size_t s : order_) {
            joined.append(slots_, s);
            Slot& slot = joined.list.back();
            starts = starts || slot.starts_row;
            if (slot.kind != Slot::Kind::mark) slot.starts_row = std::exchange(starts, false);
        }
        return joined;
    }

    std::string_view text_;
    Slots slots_;
    std::vector<std::size_t> order_;  ///< of the slots up to `written_`
    std::size_t written_ = 0;
    bool changed_ = false;
};

}  // namespace

Slots join_wrapped_titles(std::string_view text, Slots slots) { return Joiner(text, std::move(slots)).run(); }

}  // namespace nianbao
