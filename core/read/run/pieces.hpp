// Positioned text joined to words, words to lines. The rest of the reader of positioned text works on these.
#pragma once

#include <string>
#include <vector>

#include "core/read/runs.hpp"

namespace nianbao {

/// Text that stands together: a cell's line, a figure, a stretch of prose. Places in points down the strip.
struct Piece {
    double left = 0, right = 0, top = 0, bottom = 0;
    std::string text;
    bool value = false;  ///< is_value(text), see number.hpp

    /// A gap between two words of the text: the words end and begin there.
    struct Gap {
        double left = 0, right = 0;
        std::size_t at = 0;  ///< the space in `text`
    };
    std::vector<Gap> gaps;
    std::vector<Gap> joints;  ///< where the runs of a word touch; `at` is the right one's begin
    /// All gaps, and the joints that are a little apart, from left to right.
    std::vector<Gap> parting_places() const;
    /// The bytes from `begin` to `end` as a text of their own between two places, without gaps and joints.
    Piece part(std::size_t begin, std::size_t end, double from, double to) const;
    /// The texts between some of its gaps and joints, which come from left to right.
    std::vector<Piece> parted_at(const std::vector<Gap>& places) const;
    /// Drops the gap and what follows it.
    void end_at(Gap gap);

    double width() const { return right - left; }
    double centre_x() const { return (left + right) / 2; }
    double centre_y() const { return (top + bottom) / 2; }
    /// Font size: the height, or the width of text written downwards.
    double em() const { return bottom - top > 1.8 * width() && has_two_characters() ? width() : bottom - top; }
    bool has_two_characters() const;
};

struct PieceLine {
    std::vector<Piece> pieces;  ///< from left to right
    double top = 0, bottom = 0;
    int page = 0;

    double centre_y() const { return (top + bottom) / 2; }
    double left() const { return pieces.front().left; }
    double right() const { return pieces.back().right; }
    std::size_t count_values() const;
    std::string text() const;  ///< the pieces with spaces where they stand apart
};

/// Appends the words of a run, cut at its inner spaces: one run may hold the figures of several columns.
void cut_run(const Run& run, std::vector<Piece>& out);

/// Words joined to texts, texts to lines, from top to bottom.
std::vector<PieceLine> lines_of_words(std::vector<Piece> words);

}  // namespace nianbao
