// Tables two and three: from a chain of labels to the cells of their rows.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/match/labels.hpp"
#include "core/match/rows.hpp"
#include "core/report.hpp"

namespace nianbao {

/// What every part of the matcher works on.
struct Matching {
    const Document& document;
    const Slots& slots;
    const Form& form;
    Report& report;
};

/// Reads the cells of table two or three, which may take the slots of `range`, into the report: those of a missing row stay absent, those of a row that can't
/// be told apart are unreadable, and a label matched loosely is an observation label-altered.
void read_table(Matching& matching, Table table, const std::vector<Item>& items, const Chain& chain, Range range);

/// Indices of a row's cells in cells_of(form), in the columns' order.
std::vector<CellIndex> cells_of_row(const Form& form, const FormBlock& block, int row);

/// What a cell says that holds a figure of the quantity.
CellValue value_of(const Matching& matching, const Figure& figure, Quantity quantity = Quantity::count);

/// Fills one cell from what stands in its place.
void fill_cell(Matching& matching, CellIndex cell, const Figure& figure);

/// Marks cells unreadable; their figures stand at `place`.
void mark_unreadable(Matching& matching, const std::vector<CellIndex>& cells, Span place);

}  // namespace nianbao
