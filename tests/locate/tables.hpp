// Random tables that hold, and the ways clerks spoil them: shared by the tests and the benchmark of core/check/locate.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/check/check.hpp"
#include "core/form.hpp"
#include "core/report.hpp"

namespace nianbao::locate_test {

/// SplitMix64: the same figures on every machine (the standard distributions are not).
class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed) {}
    std::uint64_t next() {
        std::uint64_t z = (state_ += 0x9e3779b97f4a7c15ULL);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }
    std::int64_t below(std::int64_t bound) { return static_cast<std::int64_t>(next() % static_cast<std::uint64_t>(bound)); }
    bool chance(int percent) { return below(100) < percent; }

private:
    std::uint64_t state_;
};

/// Figures of a form's cells; empty = blank.
using Figures = std::vector<std::optional<std::int64_t>>;

/// One table of the form as indices: cells[row][column]; the last column is the total.
struct Layout {
    std::vector<std::vector<CellIndex>> rows;
    bool one_line = false;  ///< table four: drawn as one line
    std::size_t row_of(const Form& form, std::string_view id) const {
        for (std::size_t r = 0; r < rows.size(); ++r)
            if (cells_of(form)[rows[r].front()].row->id == id) return r;
        return rows.size();
    }
};
inline Layout layout_of(const Form& form, Table table) {
    Layout layout;
    layout.one_line = table == Table::four;
    const Row* last = nullptr;
    const std::vector<FormCell>& cells = cells_of(form);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (cells[i].table() != table) continue;
        if (cells[i].row != last) layout.rows.emplace_back();
        last = cells[i].row;
        layout.rows.back().push_back(static_cast<CellIndex>(i));
    }
    return layout;
}

inline std::int64_t figure(const Figures& figures, CellIndex cell) { return figures[cell].value_or(0); }

/// A count as reports have them: mostly 0, small for most bodies, large for a few.
inline std::int64_t random_count(Random& random, std::int64_t scale, int percent_filled) {
    if (!random.chance(percent_filled)) return 0;
    return random.chance(60) ? 1 + random.below(scale > 9 ? 9 : scale) : 1 + random.below(scale);
}

/// A table three and four whose relations all hold.
inline Figures random_report(const Form& form, Random& random) {
    Figures figures(cells_of(form).size(), 0);
    const std::int64_t scales[] = {4, 20, 100, 900};
    const std::int64_t scale = scales[random.below(4)];
    const Layout three = layout_of(form, Table::three);
    const std::size_t in = three.row_of(form, "carried_in"), handled = three.row_of(form, "handled");
    const std::size_t out = three.row_of(form, "carried_out"), fresh = three.row_of(form, "new");
    for (std::size_t column = 0; column + 1 < three.rows[0].size(); ++column) {
        const int filled = column == 0 ? 60 : column == 1 ? 30 : 8;
        std::int64_t sum = 0;
        for (std::size_t row = 0; row < three.rows.size(); ++row) {
            if (row == in || row == handled || row == out || row == fresh) continue;
            const std::int64_t value = random_count(random, column == 0 ? scale : scale / 4 + 1, filled);
            figures[three.rows[row][column]] = value;
            sum += value;
        }
        const std::int64_t left = random_count(random, scale / 4 + 1, filled);
        const std::int64_t carried = random.below(sum + left + 1) % (scale / 4 + 2);
        figures[three.rows[handled][column]] = sum;
        figures[three.rows[out][column]] = left;
        figures[three.rows[in][column]] = carried;
        figures[three.rows[fresh][column]] = sum + left - carried;
    }
    for (const Layout& layout : {three, layout_of(form, Table::four)})
        for (const std::vector<CellIndex>& row : layout.rows) {
            std::int64_t sum = 0;
            for (std::size_t column = 0; column + 1 < row.size(); ++column) {
                if (cells_of(form)[row[column]].table() == Table::four)
                    figures[row[column]] = random_count(random, scale / 4 + 1, 40);
                sum += figure(figures, row[column]);
            }
            figures[row.back()] = sum;
        }
    return figures;
}

enum class Fault {
    digit_dropped, digit_doubled, digits_transposed, six_for_nine, one_for_seven, extra_zero, pasted_neighbour,
    swapped, row_shifted, neighbour_cell, total_stale, total_blank, wrong_applicant
};
inline constexpr std::array<Fault, 13> all_faults = {
    Fault::digit_dropped, Fault::digit_doubled, Fault::digits_transposed, Fault::six_for_nine, Fault::one_for_seven,
    Fault::extra_zero, Fault::pasted_neighbour, Fault::swapped, Fault::row_shifted, Fault::neighbour_cell,
    Fault::total_stale, Fault::total_blank, Fault::wrong_applicant};
inline std::string_view fault_name(Fault fault) {
    constexpr std::string_view names[] = {
        "a digit dropped", "a digit doubled", "two digits transposed", "6 for 9", "1 for 7", "an extra 0",
        "a pasted neighbour", "two cells swapped", "a row shifted by one column", "a value in the neighbouring row or column",
        "a total not updated", "a blank total", "a case under the wrong applicant"};
    return names[static_cast<std::size_t>(fault)];
}
/// Whether a fault spoils exactly one cell.
inline bool single_cell(Fault fault) {
    return fault != Fault::swapped && fault != Fault::row_shifted && fault != Fault::neighbour_cell &&
           fault != Fault::wrong_applicant;
}

/// A figure misread or mistyped; the figure itself where the fault can't happen to it.
inline std::int64_t mistyped(std::int64_t value, Fault fault, Random& random) {
    std::string digits = std::to_string(value);
    const auto at = static_cast<std::size_t>(random.below(static_cast<std::int64_t>(digits.size())));
    const auto flip = [&](char a, char b) {
        for (std::size_t i = 0; i < digits.size(); ++i) {
            char& digit = digits[(at + i) % digits.size()];
            if (digit != a && digit != b) continue;
            digit = digit == a ? b : a;
            return;
        }
    };
    switch (fault) {
        case Fault::digit_dropped: if (digits.size() > 1) digits.erase(at, 1); break;
        case Fault::digit_doubled: if (value != 0) digits.insert(at, 1, digits[at]); break;
        case Fault::digits_transposed: if (at + 1 < digits.size()) std::swap(digits[at], digits[at + 1]); break;
        case Fault::six_for_nine: flip('6', '9'); break;
        case Fault::one_for_seven: flip('1', '7'); break;
        case Fault::extra_zero: if (value != 0) digits += '0'; break;
        default: break;
    }
    return std::stoll(digits);
}

/// Applies one fault at a random place of the table; false where the place does not allow it.
inline bool spoil(const Layout& table, Figures& figures, Fault fault, Random& random) {
    const Figures before = figures;
    const auto rows = static_cast<std::int64_t>(table.rows.size());
    const auto columns = static_cast<std::int64_t>(table.rows[0].size());
    const std::int64_t r = random.below(rows), c = random.below(columns);
    const auto at = [&](std::int64_t row, std::int64_t column) {
        return table.rows[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)];
    };
    const CellIndex cell = at(r, c);
    std::int64_t nr = r, nc = c;
    const std::int64_t step = random.chance(50) ? 1 : -1;
    if (table.one_line) {  // the groups stand side by side
        const std::int64_t beside = r * columns + c + step;
        nr = beside < 0 ? -1 : beside / columns;
        nc = beside < 0 ? -1 : beside % columns;
    } else {
        (random.chance(50) ? nr : nc) += step;
    }
    const bool inside = nr >= 0 && nc >= 0 && nr < rows && nc < columns;
    switch (fault) {
        case Fault::pasted_neighbour: if (inside) figures[cell] = figures[at(nr, nc)]; break;
        case Fault::swapped: if (inside) std::swap(figures[cell], figures[at(nr, nc)]); break;
        case Fault::neighbour_cell:
            if (inside && figure(figures, cell) != 0 && figure(figures, at(nr, nc)) == 0) std::swap(figures[cell], figures[at(nr, nc)]);
            break;
        case Fault::row_shifted: {
            const bool right = random.chance(50);
            for (std::int64_t column = 0; column < columns; ++column) {
                const std::int64_t from = right ? column - 1 : column + 1;
                figures[at(r, column)] = from < 0 || from >= columns ? 0 : before[at(r, from)];
            }
            break;
        }
        case Fault::total_stale: {
            const std::int64_t by = 1 + random.below(3);
            const CellIndex total = at(r, columns - 1);
            figures[total] = random.chance(50) || figure(figures, total) < by ? figure(figures, total) + by : figure(figures, total) - by;
            break;
        }
        case Fault::total_blank:
            if (figure(figures, at(r, columns - 1)) != 0) figures[at(r, columns - 1)] = std::nullopt;
            break;
        case Fault::wrong_applicant: {
            const std::int64_t other = random.below(columns - 1);
            if (c == columns - 1 || other == c || figure(figures, cell) == 0) break;
            const std::int64_t moved = 1 + random.below(figure(figures, cell) > 2 ? 2 : figure(figures, cell));
            figures[cell] = figure(figures, cell) - moved;
            figures[at(r, other)] = figure(figures, at(r, other)) + moved;
            break;
        }
        default: figures[cell] = mistyped(figure(figures, cell), fault, random); break;
    }
    for (std::size_t i = 0; i < figures.size(); ++i)
        if (figure(figures, static_cast<CellIndex>(i)) != figure(before, static_cast<CellIndex>(i))) return true;
    figures = before;
    return false;
}

/// Draws places until the fault can happen; false where the whole table does not allow it.
inline bool spoil_somewhere(const Layout& table, Figures& figures, Fault fault, Random& random) {
    for (int attempt = 0; attempt < 400; ++attempt)
        if (spoil(table, figures, fault, random)) return true;
    return false;
}

/// The figures as a report that was read.
inline Report report_of(const Form& form, const Figures& figures) {
    Report report;
    report.form = &form;
    report.cells.resize(figures.size());
    for (std::size_t i = 0; i < figures.size(); ++i) {
        report.cells[i].reading = figures[i] ? Reading::number : Reading::blank;
        report.cells[i].value = Decimal::of(figures[i].value_or(0));
    }
    return report;
}

/// Cells whose figure differs, with the right figure.
using Difference = std::map<CellIndex, std::int64_t>;
inline Difference difference(const Figures& spoiled, const Figures& right) {
    Difference changes;
    for (std::size_t i = 0; i < right.size(); ++i)
        if (figure(spoiled, static_cast<CellIndex>(i)) != figure(right, static_cast<CellIndex>(i)))
            changes[static_cast<CellIndex>(i)] = figure(right, static_cast<CellIndex>(i));
    return changes;
}

}  // namespace nianbao::locate_test
