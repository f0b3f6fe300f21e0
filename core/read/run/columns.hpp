// Tables among lines of positioned text: which lines belong to one, and where its columns of figures stand.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "core/read/run/pieces.hpp"

namespace nianbao {

/// Lines [begin, end): a head, rows with figures and the labels around them. `rows` are the lines that hold figures.
struct Zone {
    std::size_t begin = 0, end = 0;
    std::vector<std::size_t> rows;
};

std::vector<Zone> find_zones(const std::vector<PieceLine>& lines);

/// "第二十条第（五）项": the head of a block of table two, a cell of its own.
bool names_clause(std::string_view text);

/// Columns of figures: `borders` has one more entry than there are columns; text left of the first is labels.
struct Columns {
    std::vector<double> centres;
    std::vector<double> borders;
    std::vector<double> lefts, rights;  ///< where the figures of each begin and end; 1e9 and -1e9 without any
    bool certain = true;  ///< no row has two figures in one column

    std::size_t size() const { return centres.size(); }
    /// The column that holds x, or size() for one of the labels.
    std::size_t at(double x) const;
};

Columns find_columns(const std::vector<PieceLine>& lines, const Zone& zone);

}  // namespace nianbao
