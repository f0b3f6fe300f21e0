// The document as one row of slots: what a table cell, or a line that may be one, holds, in reading order.
//
// Every layout becomes the same thing here: a cell of a grid is a slot, a paragraph is one (or one a piece, where a
// short line holds a label and figures set apart by white space). The rest of the matcher looks at slots only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/document.hpp"

namespace nianbao {

struct Slot {
    enum class Kind : std::uint8_t {
        blank,    ///< nothing: a value left out, or a merged cell's place
        stroke,   ///< "/", "-", "无" …: a value left out for certain, padding holds none
        number,   ///< a figure as read_number accepts it
        odd,      ///< too short or too full of digits to be a label: what stands where a figure should
        text,     ///< a label, a title, a stray line
        prose,    ///< a long paragraph: never a cell
        mark      ///< a page number, "**": never a cell
    };

    Span span;
    Kind kind = Kind::blank;
    bool starts_row = false;    ///< the text shows a row break before it
    bool exact = false;         ///< in a grid whose columns can be trusted
    bool loose = false;         ///< a line without delimiter in a table that has them
    bool padding = false;       ///< blank: fills its row up, for a merged cell or a lost one
    int grid = -1;              ///< index into Document::grids, -1 in a paragraph
    int row = 0;
    int column = 0;
    int column_span = 1;
    std::uint32_t fold_begin = 0;  ///< its folded text in Slots::folded
    std::uint32_t fold_end = 0;

    bool holds_value() const { return kind == Kind::number || kind == Kind::stroke || kind == Kind::odd; }
    bool is_text() const { return kind == Kind::text || kind == Kind::prose; }
};

/// Slots [begin, end).
struct Range {
    std::size_t begin = 0;
    std::size_t end = 0;
};

struct Slots {
    std::vector<Slot> list;
    std::string folded;  ///< the folded texts, one after the other

    /// Appends a slot of others, its folded text included.
    void append(const Slots& from, std::size_t slot);

    std::string_view fold_of(std::size_t slot) const {
        return std::string_view(folded).substr(list[slot].fold_begin, list[slot].fold_end - list[slot].fold_begin);
    }
    std::size_t size() const { return list.size(); }
};

Slots slots_of(const Document& document);

/// Puts the mainland's word for another region's in folded text, from byte `from` on: "文件" for "档案". Lengths stay the same.
void say_as_on_the_mainland(std::string& folded, std::size_t from);

/// A label folded for comparison: fold(), then say_as_on_the_mainland().
std::string fold_label(std::string_view text);

/// Folded bytes [0, folded_length) of `text` are the original bytes [0, result).
std::uint32_t original_length(std::string_view text, std::size_t folded_length);

/// A page number, or emphasis left over from markdown: "**".
bool is_page_mark(std::string_view text);

}  // namespace nianbao
