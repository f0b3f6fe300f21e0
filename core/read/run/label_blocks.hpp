// The lines of labels put together to blocks: a numbered line begins a label, lines without a number go on with the
// label they stand below, one line's pitch apart and in line with it.
#pragma once

#include <vector>

#include "core/read/run/labels.hpp"
#include "core/read/run/pieces.hpp"

namespace nianbao {

/// Words of neighbouring label cells that were joined to one text, parted where a number or the next column begins.
std::vector<Piece> part_label_cells(const std::vector<Piece>& pieces);

/// The pitch of the lines of one cell, from what stands closest below one another; by the font where nothing does.
double line_pitch(const std::vector<Piece>& pieces);

/// Labels that begin with a number, with their further lines. What goes on with none is left in `pieces`.
std::vector<Label> numbered_blocks(std::vector<Piece>& pieces, double pitch);

/// Appends a text to a label, or begins it.
void add_piece(Label& label, const Piece& piece);

}  // namespace nianbao
