// How the figures of a table stand in their columns (flush left, in the middle, flush right), and what follows from it
// exactly: where texts of neighbouring columns that touch one another are to be parted. Nothing here is a guess: a text
// is parted where every part stands in its column the way all its figures do, and only if there is one such way.
#pragma once

#include <array>
#include <vector>

#include "core/read/run/columns.hpp"
#include "core/read/run/pieces.hpp"

namespace nianbao {

enum class Align : unsigned char { left, centre, right };

double place_of(const Piece& piece, Align align);

struct Extent {
    double left = 0, right = 0;
};

/// The columns of figures that are flush left or right, where that makes fewer columns than their middles do; else empty.
std::vector<Extent> aligned_columns(const std::vector<PieceLine>& lines, const Zone& zone, std::size_t columns_by_middles);

class Alignment {
public:
    Alignment(const std::vector<PieceLine>& lines, const Zone& zone, const Columns& columns);

    /// The text's words and their parts where each stands in a column of its own; else empty.
    std::vector<Piece> exact_words(const Piece& piece) const;

    /// The column, `first` or a later one, in which the text stands exactly as the figures do; the number of columns if none.
    std::size_t column_of(const Piece& piece, std::size_t first = 0) const;

    /// Parts the figures of a row that touch one another or the row's label. Says whether it changed the row.
    bool part_row(PieceLine& line) const;

    /// Whether this is one of the ways all columns' figures stand; all three hold where all are equally long.
    bool may_be(Align align) const { return ways_[static_cast<std::size_t>(align)]; }
    bool is_surely(Align align) const;

    /// Figures that are all equally long leave it open how they stand; titles of the columns may tell.
    void learn(const std::vector<Piece>& titles);

    /// Where the column's figures begin, have their middle, end.
    double place(std::size_t column, Align align) const { return columns_[column].places[static_cast<std::size_t>(align)]; }
    bool seen(std::size_t column) const { return columns_[column].seen; }

private:
    struct Column {
        std::array<double, 3> places{};
        double left = 1e9, right = -1e9;
        bool seen = false;
    };
    std::vector<Piece> parted(const Piece& piece) const;
    bool cut_from(const Piece& piece, double unit, double slack, Align align, std::size_t first, std::vector<std::size_t>& cuts) const;
    bool reaches_over(const Piece& figure, std::size_t own, double slack) const;
    bool apart(std::size_t column, double left, double right, double slack) const;
    bool part_label(PieceLine& line, std::size_t at) const;

    std::vector<Column> columns_;
    std::array<bool, 3> ways_{};
};

}  // namespace nianbao
