// The labels left of columns of figures: lines put together to labels, each given to its row, labels of groups of rows
// put before the first row of their group.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/read/run/pieces.hpp"

namespace nianbao {

/// How a label is numbered: "一、", "（一）", "1.", or not.
enum class LabelRank : unsigned char { chapter, section, item, none };

LabelRank label_rank(std::string_view text);

struct Label {
    std::string text;
    LabelRank rank = LabelRank::none;
    int number = 0;  ///< 1 of "（一）"; 0 without
    double left = 0, right = 0, top = 0, bottom = 0;
    double first_y = 0;     ///< the middle of its first line
    std::size_t lines = 1;
    double anchor = 0;      ///< where its row's figures stand: at its middle, or beside its first line

    double centre_y() const { return (top + bottom) / 2; }
};

/// One row of the table: a line of figures, or a label without any.
struct LabelledRow {
    double centre_y = 0;
    std::size_t line = static_cast<std::size_t>(-1);  ///< of the figures; -1 for a row of blanks
    std::vector<Label> groups;                        ///< labels of groups that begin here, outer first
    Label own;
    bool torn = false;                                ///< a label whose figures can't be told from those of its neighbours
};

/// Rows from top to bottom. `row_lines` are the lines with figures and their middles, `pieces` all texts left of the
/// columns from the first row's label on; `head` takes texts that stand above the first label.
std::vector<LabelledRow> assign_labels(const std::vector<std::pair<std::size_t, double>>& row_lines, std::vector<Piece> pieces,
                                       std::vector<Piece>& head);

}  // namespace nianbao
