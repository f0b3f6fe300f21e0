// The values of a labelled row: which of the slots after its label are its cells.
//
// A row's slots hold its n values and, by layout, padding for merged cells before or after them. Which it is shows in
// the table as a whole; a row that does not fit is unreadable, never guessed.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "core/match/slots.hpp"

namespace nianbao {

/// What may be a value: a slot, or the figures that share a slot with their label.
struct Figure {
    Span span;
    Slot::Kind kind = Slot::Kind::blank;
    bool starts_row = false;
    bool exact = false;
    bool loose = false;
    bool padding = false;
    int grid = -1;
    int row = 0;
    int column = 0;
    int column_span = 1;

    bool blank() const { return kind == Slot::Kind::blank; }
    int last_column() const { return column + column_span - 1; }
};

/// The filled ones among some figures: those that are no blanks.
struct Extent {
    std::size_t first = 0, last = 0;
    std::size_t filled = 0;  ///< how many; the places tell nothing where 0

    /// Whether they are as many as are due, with no blank between them.
    bool is_full(std::size_t expected) const { return filled == expected && last - first + 1 == expected; }
};
Extent extent_of(const std::vector<Figure>& figures);
std::size_t count_filled(const std::vector<Figure>& figures);

/// From the first filled figure to the last; empty without one.
Span span_of(const std::vector<Figure>& figures);

/// A label and what follows it up to the next label.
struct RowSlots {
    std::vector<Figure> figures;
    std::size_t expected = 0;   ///< n, the form's columns
    int label_columns = 1;      ///< columns the label's cell spans as drawn
    int lead = 0;               ///< blank slots before the label in its row
    int labels = 1;             ///< label slots in its row: parents and leaf
    int grid = -1;              ///< the leaf label's
    int row = 0;
    int column = 0;
    bool exact = false;
    bool open = false;          ///< the label's cell is not closed on its line: the blank after it may be what closes it
    bool ends = true;           ///< a row break, or the table's end, stands right after the figures
};

/// How one table pads its rows, seen from all of them.
class RowModel {
  public:
    explicit RowModel(const std::vector<RowSlots>& rows);

    /// Columns of the values in an exact grid, where its head shows them.
    void set_columns(std::vector<int> columns, int grid) { columns_ = std::move(columns), columns_grid_ = grid; }

    /// The row's `expected` values, or nothing where it can't be said which they are.
    std::optional<std::vector<Figure>> values_of(const RowSlots& row) const;

  private:
    std::optional<std::vector<Figure>> exact_values(const RowSlots& row) const;
    std::optional<std::vector<Figure>> window(const RowSlots& row, std::size_t offset) const;
    std::optional<std::vector<Figure>> apart_values(const RowSlots& row) const;
    void find_columns_apart(const std::vector<RowSlots>& rows);
    void count_exact(const std::vector<RowSlots>& rows);
    bool ends_as_usual(const std::vector<Figure>& own) const;
    bool is_placed(const RowSlots& row, std::size_t offset) const;
    bool is_complete(const RowSlots& row) const;
    bool breaks_after_figure(const RowSlots& row) const;
    bool has_usual_width(const RowSlots& row) const;

    int width_ = 0;          ///< slots of nearly every row, label and padding included; 0 = they differ
    std::optional<int> surplus_;  ///< slots nearly every row has beyond its values after the label; 0: just these
    bool in_place_ = false;  ///< padding of a merged label stands before the values
    bool irregular_ = false; ///< here so, there so
    bool breaks_tell_ = false;  ///< nearly every row ends with a row break, and few hold one
    int last_column_ = 0;    ///< of nearly every exact row, else of those that have just their values; 0 = there are none
    int usual_end_ = -1;     ///< last column of nearly every exact row; -1 = they differ
    int deepest_label_ = -1; ///< the last column a label stands in, among the exact rows that end there
    std::vector<int> columns_;
    int columns_grid_ = -1;
    struct Apart {
        int grid = 0;
        std::vector<int> columns;
        int rows = 0;  ///< that show them
    };
    std::vector<Apart> apart_;  ///< columns of a text's values that merged cells' places part
};

}  // namespace nianbao
