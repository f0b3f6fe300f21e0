// Positioned text: what a PDF or OFD page holds, as pieces of text with a box each, and the reader that rebuilds
// paragraphs and tables from their places.
//
// Adapters outside the core (pdf.js in the page, poppler in the command line) hand the pieces over as text, so that
// the boundary stays bytes in, one result out. It is UTF-8, one record a line, fields set apart by one space:
//
//   nianbao-runs 1                   first line: names the format and its version
//   page WIDTH HEIGHT                a page begins
//   run X Y WIDTH HEIGHT TEXT        a piece of text: the left and top of its box, its size, and the rest of the line
//   line X1 Y1 X2 Y2                 a ruling line (optional; thin filled boxes may be given as lines)
//   problem ID                       why there is no text: an observation id, see below
//
// Units are points (1/72 inch), decimals allowed, at most two are needed. Origin: the left top of the page as it is
// shown (rotation applied), y grows downwards. A box is as wide as the text and about as high as its font size; the top
// is the baseline less 0.88 of the font size where only the baseline is known. A rotated piece has the box it covers
// on the page. Line breaks inside TEXT are written as spaces. TEXT keeps its inner spaces; pieces that are only white
// space may be left out. Records the reader does not know are skipped.
//
// Problems an adapter can meet: file-encrypted (a password is needed), file-unreadable (damaged), input-too-large
// (more than max_run_pages pages). The adapter then writes the first line and the problem, no pages.
// A document of pages without text needs no problem record: the reader sees that itself (pdf-scanned).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/document.hpp"

namespace nianbao {

inline constexpr std::string_view runs_magic = "nianbao-runs 1";
inline constexpr std::size_t max_run_pages = 500;
inline constexpr std::size_t max_runs = 400'000;

struct Run {
    double x = 0, y = 0, width = 0, height = 0;
    std::string text;

    double right() const { return x + width; }
    double bottom() const { return y + height; }
    double centre_y() const { return y + height / 2; }
};

struct Ruling {
    double x1 = 0, y1 = 0, x2 = 0, y2 = 0;
};

struct RunPage {
    double width = 0, height = 0;
    std::vector<Run> runs;
    std::vector<Ruling> rulings;
};

struct RunPages {
    std::vector<RunPage> pages;
    std::string_view problem;  ///< static storage: one of the observations above and in formats.hpp; may be empty
};

/// Writes the format above; a page with `runs` in any order.
std::string write_runs(const RunPages& pages);

/// Reads the format above. Damaged records are skipped; what exceeds the caps sets problem to "input-too-large".
RunPages parse_runs(std::string_view text);

/// Rebuilds paragraphs and grids and fills document.text, blocks, grids and observations (format stays as it is).
void read_run_pages(const RunPages& pages, Document& document);

/// Whether bytes are the format above.
bool is_runs(std::string_view bytes);

/// Reads bytes in the format above as the PDF they were taken from.
void read_runs(std::string_view bytes, Document& document);

}  // namespace nianbao
