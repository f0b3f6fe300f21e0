#include "core/match/slots.hpp"

#include <algorithm>
#include <utility>

#include "core/text/ascii.hpp"
#include "core/text/contains.hpp"
#include "core/text/fold.hpp"
#include "core/text/number.hpp"
#include "core/text/page_number.hpp"

namespace nianbao {

namespace {

/// A label's text is shorter, a paragraph of prose longer.
constexpr std::size_t longest_cell = 420;
/// Of prose only the beginning is compared (a heading and its text in one paragraph).
constexpr std::size_t prose_prefix = 180;
/// No row of a statutory table is that wide; longer runs of blanks carry nothing.
constexpr std::size_t longest_blank_run = 64;
/// A page's frame fills every row up to its own width, hundreds of columns: what a blank row of table four may need is enough.
constexpr std::size_t longest_padding = 16;

std::size_t count_characters(std::string_view folded) {
    std::size_t count = 0;
    for (const char c : folded) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    return count;
}

bool has_digit(std::string_view folded) { return folded.find_first_of("0123456789") != std::string_view::npos; }

class Builder {
  public:
    explicit Builder(const Document& document) : document_(document) {}

    Slots build() {
        for (const Block& block : document_.blocks) {
            if (block.is_grid())
                add_grid(block.grid);
            else
                add_paragraph(block.span);
        }
        return std::move(slots_);
    }

  private:
    void add_grid(std::size_t index) {
        const Grid& grid = document_.grids[index];
        int row = -1;
        for (const GridCell& cell : grid.cells) {
            Slot slot;
            slot.span = cell.span;
            slot.grid = static_cast<int>(index);
            slot.row = cell.row;
            slot.column = cell.column;
            slot.column_span = cell.column_span;
            slot.exact = grid.kind == Grid::Kind::exact;
            slot.loose = cell.loose;
            slot.padding = cell.padding;
            slot.starts_row = cell.row != row;
            row = cell.row;
            add(slot);
        }
    }

    void add_paragraph(Span span) {
        const std::string_view text = slice(document_.text, span);
        Slot slot;
        slot.span = span;
        slot.starts_row = true;
        if (text.size() > longest_cell || text.find("。") != std::string_view::npos || is_page_mark(text)) {
            add(slot);
            return;
        }
        for (const Span piece : pieces_of(span)) {
            slot.span = piece;
            add(slot);
            slot.starts_row = false;
        }
    }

    /// A line's pieces between white space; a unit or remark stays with its figure, and words spelt with spaces stay whole.
    std::vector<Span> pieces_of(Span span) const {
        std::vector<Span> pieces;
        constexpr int widest_in_word = 2;  // white space, in characters; more parts columns
        bool spelt = false;  // the last piece is single ideographs
        const std::string_view text = document_.text;
        std::uint32_t at = span.begin;
        while (at < span.end) {
            int apart = 0;
            for (; at < span.end && is_space(decode_at(text, at).value); ++apart) at += decode_at(text, at).length;
            const std::uint32_t begin = at;
            while (at < span.end && !parts_words(decode_at(text, at).value)) at += decode_at(text, at).length;
            if (at == begin) continue;
            const Span joined{pieces.empty() ? begin : pieces.back().begin, at};
            const bool single = is_single({begin, at});
            if (!pieces.empty() && ((spelt && single && apart <= widest_in_word) || continues_number(pieces.back(), {begin, at}, joined)))
                pieces.back() = joined;
            else
                pieces.push_back({begin, at});
            spelt = single;
        }
        return pieces;
    }

    /// One ideograph that is no value, or a bracket of "（ 四 ） 无 法 提 供".
    bool is_single(Span piece) const {
        const std::string_view text = slice(document_.text, piece);
        const CodePoint c = decode_at(text, 0);
        const bool bracket = c.value == U'（' || c.value == U'）' || c.value == '(' || c.value == ')';
        return c.length == text.size() && (bracket || (c.value >= 0x2E80 && c.value <= 0x9FFF)) && read_number(text).reading == Reading::not_a_number;
    }

    bool continues_number(Span left, Span right, Span joined) const {
        if (joined.size() > 80) return false;
        const auto reading = [&](Span s) { return read_number(slice(document_.text, s)).reading; };
        return reading(left) == Reading::number && reading(right) == Reading::not_a_number && reading(joined) == Reading::number;
    }

    void add(Slot slot) {
        std::string_view text = slice(document_.text, slot.span);
        if (text.size() > longest_cell) text = text.substr(0, prose_prefix);
        slot.fold_begin = static_cast<std::uint32_t>(slots_.folded.size());
        fold_onto(slots_.folded, text);
        say_as_on_the_mainland(slots_.folded, slot.fold_begin);
        slot.kind = kind_of(slot, std::string_view(slots_.folded).substr(slot.fold_begin));
        // A blank, a stroke or a page number never interrupts a label that is broken around it.
        if (slot.kind == Slot::Kind::blank || slot.kind == Slot::Kind::stroke || slot.kind == Slot::Kind::mark) slots_.folded.resize(slot.fold_begin);
        slot.fold_end = static_cast<std::uint32_t>(slots_.folded.size());
        blank_run_ = slot.kind == Slot::Kind::blank ? blank_run_ + 1 : 0;
        if (blank_run_ <= (slot.padding ? longest_padding : longest_blank_run) || slot.exact) slots_.list.push_back(slot);
    }

    Slot::Kind kind_of(const Slot& slot, std::string_view folded) const {
        const std::string_view text = slice(document_.text, slot.span);
        if (text.size() > longest_cell) return Slot::Kind::prose;
        if (is_page_mark(text)) return Slot::Kind::mark;
        const Reading reading = read_number(text).reading;
        if (reading == Reading::blank) return slot.loose || trim(text).empty() ? Slot::Kind::blank : Slot::Kind::stroke;
        if (reading == Reading::number) return Slot::Kind::number;
        if (slot.grid < 0 && text.find("。") != std::string_view::npos) return Slot::Kind::prose;
        const std::size_t characters = count_characters(folded);
        // A label whose number slipped among its words is one still: "危及三3安全一稳定".
        const auto digits = static_cast<std::size_t>(std::count_if(folded.begin(), folded.end(), is_digit));
        if (slot.grid < 0 && digits == 0 && characters == 1 && is_ideograph(folded)) return Slot::Kind::text;
        const bool label_like = characters > 12 || (characters >= 2 && digits == 0) || (characters >= 8 && digits == 1);
        return label_like || starts_like_label(folded) || is_numbered(text) ? Slot::Kind::text : Slot::Kind::odd;
    }

    /// "息": the end of a title that a line cut off. A numeral may stand for a figure.
    static bool is_ideograph(std::string_view folded) {
        constexpr std::string_view numerals = "零〇一二三四五六七八九十百两几";
        constexpr std::size_t ideograph = 3;
        return folded.size() == ideograph && static_cast<unsigned char>(folded[0]) >= 0xE4 && numerals.find(folded) == std::string_view::npos;
    }

    /// "（三）", "（七", "四、": what is left of a numbered label that was cut short.
    static bool is_numbered(std::string_view text) {
        constexpr std::string_view openings[] = {"（", "("}, closings[] = {"）", ")", "、"};
        constexpr std::string_view numerals = "一二三四五六七八九";
        constexpr std::size_t ideograph = 3;
        text = trim(text);
        const std::size_t whole = text.size();
        for (const std::string_view mark : openings)
            if (text.starts_with(mark)) text.remove_prefix(mark.size());
        for (const std::string_view mark : closings)
            if (text.size() > mark.size() && text.ends_with(mark)) text.remove_suffix(mark.size());
        return text.size() == ideograph && text.size() < whole && numerals.find(text) != std::string_view::npos;
    }

    /// "1属于国家秘密": digits, then at least two ideographs.
    static bool starts_like_label(std::string_view folded) {
        std::size_t at = 0;
        while (at < folded.size() && is_digit(folded[at])) ++at;
        const std::string_view rest = folded.substr(at);
        return at <= 2 && rest.size() >= 6 && !has_digit(rest);
    }

    const Document& document_;
    Slots slots_;
    std::size_t blank_run_ = 0;
};

}  // namespace

void Slots::append(const Slots& from, std::size_t slot) {
    Slot& own = list.emplace_back(from.list[slot]);
    own.fold_begin = static_cast<std::uint32_t>(folded.size());
    folded += from.fold_of(slot);
    own.fold_end = static_cast<std::uint32_t>(folded.size());
}

Slots slots_of(const Document& document) { return Builder(document).build(); }

void say_as_on_the_mainland(std::string& folded, std::size_t from) {
    constexpr std::string_view regional = "档案";
    constexpr std::string_view mainland = "文件";
    for (std::size_t at = find_word(folded, regional, from); at != std::string::npos; at = find_word(folded, regional, at + regional.size()))
        folded.replace(at, regional.size(), mainland);
}

std::string fold_label(std::string_view text) {
    std::string folded = fold(text);
    say_as_on_the_mainland(folded, 0);
    return folded;
}

std::uint32_t original_length(std::string_view text, std::size_t folded_length) {
    if (folded_length == 0) return 0;
    const Folded folded = fold_with_origin(text);
    if (folded_length >= folded.text.size()) return folded.origin.back();
    const std::uint32_t last = folded.origin[folded_length - 1];
    return last + decode_at(text, last).length;
}

bool is_page_mark(std::string_view text) {
    const auto is_emphasis = [](char c) { return c == '*' || c == '_' || c == ' '; };
    return !text.empty() && (std::all_of(text.begin(), text.end(), is_emphasis) || is_page_number(text));
}

}  // namespace nianbao
