// Cuts decoded text into paragraphs and ragged grids: the layouts in which a table travels as text.
//
//   one row a line, "规章 | 0 | 0 | 0 |": a pipe ends a cell, or parts two; markdown's leading pipe and |---| are dropped
//   one cell a line, "规章 |": lines of nothing but pipes are blank cells, two or more end the row
//   delimiters (pipes or tabs) on lines of their own between the cells
//   tab-separated rows, with Excel's quoted cells of several lines
//   one cell a line led by a tab; a line without one goes on with the cell; a blank line ends the row
//
// Text without delimiters is paragraphs. A heading, a sentence or a page number ends a grid.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/document.hpp"

namespace nianbao {

inline constexpr std::size_t max_text = 8u << 20;  ///< bytes of text read from a text file or a page
inline constexpr std::size_t max_lines = 1'000'000;
inline constexpr std::size_t max_cells = 1'000'000;

/// Appends the blocks and grids of document.text[begin, end). What exceeds the caps becomes one paragraph and an
/// observation.
void cut_text(Document& document, std::uint32_t begin, std::uint32_t end);

/// Whether a text is comma-separated values throughout: several of its records are rows of figures.
bool is_comma_separated(std::string_view text);

/// Does as cut_text for a whole document of comma-separated values. A record with one field is a paragraph where it is a
/// heading or prose, or where no table has begun.
void cut_records(Document& document);

}  // namespace nianbao
