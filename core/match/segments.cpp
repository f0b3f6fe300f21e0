#include "core/match/segments.hpp"

#include <algorithm>

#include "core/forms/per_form.hpp"

namespace nianbao {

HeadWords::HeadWords(const Form& form, Table table) {
    const auto add = [&](std::string_view label) {
        if (!label.empty()) words_.push_back(fold_label(label));
    };
    for (const FormBlock& block : form.blocks) {
        if (block.table != table) continue;
        for (const Column& column : block.columns) {
            add(column.label);
            add(column.group);
            for (const std::string_view variant : column.variants) add(variant);
        }
        for (const Row& row : block.rows)
            for (const std::string_view label : {row.group, row.label})
                if (!label.empty()) labels_.push_back(fold_label(label));
    }
    add("信息内容");
    add("申请人情况");
    add(form.balance_note);
}

bool HeadWords::contains(std::string_view folded) const {
    if (folded.size() < 6) return false;
    return std::any_of(words_.begin(), words_.end(), [&](const std::string& word) { return word.find(folded) != std::string::npos; });
}

bool HeadWords::is_label(std::string_view folded) const {
    return folded.size() >= 6 && std::any_of(labels_.begin(), labels_.end(), [&](const std::string& word) { return word.find(folded) != std::string::npos; });
}

const HeadWords& head_words(const Form& form, Table table) {
    static const PerForm<HeadWords> two([](const Form& each) { return HeadWords(each, Table::two); });
    static const PerForm<HeadWords> three([](const Form& each) { return HeadWords(each, Table::three); });
    return (table == Table::two ? two : three).of(form);
}

Figure figure_of(const Slot& slot) {
    return {slot.span, slot.kind, slot.starts_row, slot.exact, slot.loose, slot.padding, slot.grid, slot.row, slot.column, slot.column_span};
}

namespace {

class Reader {
  public:
    Reader(const Slots& slots, std::vector<Figure> own, const HeadWords& heads, bool resumes, std::size_t expected, bool parent)
        : slots_(slots), heads_(heads), resumes_(resumes), expected_(expected), parent_(parent) {
        segment_.groups.emplace_back();
        segment_.groups.back().figures = std::move(own);
    }

    Segment read(std::size_t begin, std::size_t end) {
        for (std::size_t s = begin; s < end; ++s) {
            const Slot& slot = slots_.list[s];
            if (slot.starts_row) in_head_row_ = false;
            if (slot.kind == Slot::Kind::mark) continue;
            if (slot.is_text() && stands_for_figure(s, end)) {
                add_figure(slot);
                group().figures.back().kind = Slot::Kind::odd;
            } else if (slot.is_text() || is_cut_label(s)) {
                add_text(s);
            } else if (!(in_head_row_ && slot.kind == Slot::Kind::blank)) {
                add_figure(slot);
            }
        }
        const bool next_starts_row = end < slots_.size() && slots_.list[end].starts_row;
        segment_.lead = next_starts_row ? 0 : take_lead();
        group().ends = next_starts_row || end >= slots_.size() || segment_.lead > 0;
        return std::move(segment_);
    }

  private:
    Group& group() { return segment_.groups.back(); }

    bool is_word_in_row(const Slot& slot, std::size_t s) const {
        return slot.kind == Slot::Kind::text && !heads_.contains(slots_.fold_of(s)) && !heads_.is_label(slots_.fold_of(s));
    }

    /// "规": one character of a label before its row's figures.
    bool is_cut_label(std::size_t s) const {
        constexpr std::size_t ideograph = 3;
        const Slot& slot = slots_.list[s];
        if (slot.kind != Slot::Kind::odd || slot.grid < 0 || slot.loose || !slot.starts_row || slots_.fold_of(s).size() != ideograph) return false;
        if (s + 1 >= slots_.size() || slots_.list[s + 1].starts_row) return false;
        return slots_.list[s + 1].kind == Slot::Kind::number || slots_.list[s + 1].kind == Slot::Kind::stroke;
    }

    /// Words where a figure should be ("若干"): in the label's own row, which has exactly as many filled cells as figures are
    /// due, or cells at all where they can be trusted. Anything else stays text, and the row is short of a figure.
    bool stands_for_figure(std::size_t s, std::size_t end) {
        const Slot& slot = slots_.list[s];
        if (slot.grid < 0 || slot.loose || slot.starts_row || segment_.groups.size() > 1 || !is_word_in_row(slot, s)) return false;
        const Places places = count_places(s, end);
        const std::size_t before = group().figures.size();
        if (parent_ && before == 0 && (slot.exact ? places.all : places.to_last_filled) > expected_) return false;
        if (slot.exact && (before + places.all == expected_ || before + places.to_last_filled == expected_)) return true;
        std::size_t due = count_filled(group().figures);
        for (std::size_t next = s; next < end && due <= expected_; ++next) {
            const Slot& other = slots_.list[next];
            if (next > s && other.starts_row) break;
            if (other.is_text() ? is_word_in_row(other, next) : other.kind != Slot::Kind::blank && other.kind != Slot::Kind::mark) ++due;
        }
        return due == expected_;
    }

    /// Cells from `s` to its row's end. Behind a parent's title one more than figures are due is the title of the parent's
    /// first row; in text the blanks behind the last filled one may be padding.
    struct Places {
        std::size_t all = 0, to_last_filled = 0;
    };
    Places count_places(std::size_t s, std::size_t end) const {
        Places places;
        for (std::size_t next = s; next < end && (next == s || !slots_.list[next].starts_row); ++next) {
            if (slots_.list[next].kind == Slot::Kind::mark) continue;
            ++places.all;
            if (slots_.list[next].kind != Slot::Kind::blank) places.to_last_filled = places.all;
        }
        return places;
    }

    /// Blanks after the last row break stand before a label of the next row: merged cells' places. Returns how many.
    int take_lead() {
        std::vector<Figure>& figures = group().figures;
        std::size_t at = figures.size();
        while (at > 0 && figures[at - 1].blank() && !figures[at - 1].starts_row) --at;
        if (at == 0 || !figures[at - 1].blank()) return 0;
        --at;  // the blank that starts the row
        if (at == 0 && segment_.groups.size() == 1 && figures.size() == 1) return 0;
        const auto lead = static_cast<int>(figures.size() - at);
        figures.resize(at);
        return lead;
    }

    void add_text(std::size_t s) {
        const Slot& slot = slots_.list[s];
        const bool head = heads_.contains(slots_.fold_of(s));
        if (head && resumes_ && !group().figures.empty()) {
            take_lead();
            skipped_head_ = true;
            in_head_row_ = true;
            return;
        }
        if (head && resumes_ && skipped_head_) {
            in_head_row_ = true;
            return;
        }
        skipped_head_ = false;
        const bool opens = !group().figures.empty() || segment_.groups.size() == 1;
        if (opens) {
            const int lead = slot.starts_row ? 0 : take_lead();
            group().ends = slot.starts_row || lead > 0;
            segment_.groups.emplace_back();
            group().lead = lead;
        }
        group().texts.push_back(s);
        group().unlabelled = head;
    }

    void add_figure(const Slot& slot) {
        if (skipped_head_) {
            skipped_head_ = false;
            const std::size_t so_far = count_filled(group().figures);
            if (so_far == 0 || so_far >= expected_) {
                segment_.groups.emplace_back();
                group().unlabelled = true;
            }
        }
        group().figures.push_back(figure_of(slot));
    }

    const Slots& slots_;
    const HeadWords& heads_;
    bool resumes_;
    std::size_t expected_;
    bool parent_;
    Segment segment_;
    bool skipped_head_ = false;
    bool in_head_row_ = false;
};

}  // namespace

Segment read_segment(const Slots& slots, std::size_t begin, std::size_t end, std::vector<Figure> own, const HeadWords& heads,
                     bool resumes, std::size_t expected, bool parent) {
    return Reader(slots, std::move(own), heads, resumes, expected, parent).read(begin, end);
}

}  // namespace nianbao
