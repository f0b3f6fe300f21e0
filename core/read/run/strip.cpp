#include "core/read/run/strip.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "core/read/lines.hpp"
#include "core/read/run/boxes.hpp"
#include "core/text/ascii.hpp"
#include "core/text/page_number.hpp"

namespace nianbao {

namespace {

constexpr double page_gap = 4;  ///< points between the last line of a page and the first of the next

/// One after the other, with a break where two figures would run together.
std::string cell_text(const std::vector<PieceLine>& lines) {
    const auto may_be_of_figure = [](char c) { return is_digit(c) || c == '-'; };
    std::string out;
    for (const PieceLine& line : lines) {
        const std::string text = line.text();
        if (!out.empty() && may_be_of_figure(out.back()) && may_be_of_figure(text.front())) out += '\n';
        if (!out.empty() && is_letter(out.back()) && is_letter(text.front())) out += ' ';
        out += text;
    }
    return out;
}

/// Lines that hold figures.
std::size_t count_figure_lines(const std::vector<PieceLine>& lines) {
    return static_cast<std::size_t>(std::count_if(lines.begin(), lines.end(), [](const PieceLine& line) { return line.count_values() > 0; }));
}

/// One figure that its narrow cell breaks over lines: digits alone, the lines close to one another, and beside every line but
/// the last no room for a digit more.
bool is_broken_figure(const RuledCell& cell, const std::vector<PieceLine>& lines) {
    constexpr double line_pitch = 1.7, cell_margin = 6;  // font sizes; points
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Piece& piece = lines[i].pieces.front();
        if (lines[i].pieces.size() > 1 || !all_digits(piece.text)) return false;
        if (i + 1 == lines.size()) return i > 0 && piece.text.size() <= lines[i - 1].pieces.front().text.size();
        const double digit = piece.width() / static_cast<double>(piece.text.size());
        const double room = cell.right - cell.left - piece.width() - 2 * cell_margin;
        if (piece.text.size() < 2 || room > digit || lines[i + 1].centre_y() - lines[i].centre_y() > line_pitch * piece.em()) return false;
    }
    return false;
}

/// The text of a broken figure.
std::string joined_figure(const std::vector<PieceLine>& lines) {
    std::string figure;
    for (const PieceLine& line : lines) figure += line.text();
    return figure;
}

/// A figure over the middle of a cell beside its own: it is too wide, or several ran together.
bool runs_over(const Piece& word, const RuledTable& shape, const RuledCell& own) {
    const auto covers = [&](double edge) {
        const std::size_t beside = shape.cell_at(edge, word.centre_y());
        if (beside == shape.cells.size()) return false;
        const double middle = (shape.cells[beside].left + shape.cells[beside].right) / 2;
        return &shape.cells[beside] != &own && word.left < middle && middle < word.right;
    };
    return (word.left < own.left && covers(own.left - 1)) || (word.right > own.right && covers(own.right + 1));
}

/// Moves the words that stand in the table into its cells. Not where a cell holds several figures: then lines are
/// missing, and the columns must be found another way. Where a row's figures have two lines for want of room, they are broken:
/// some of them are one figure each, all of them may be two rows. A table holds texts in two cells at least; overleaf one word
/// may be left of it.
bool fill(PageTable& table, std::vector<Piece>& words, const PageTable* before) {
    std::vector<std::vector<Piece>> cells(table.shape.cells.size());
    std::vector<Piece> left;
    for (const Piece& word : words) {
        const std::size_t cell = table.shape.cell_at(word.centre_x(), word.centre_y());
        if (cell < cells.size() && is_digit(word.text.back()) && runs_over(word, table.shape, table.shape.cells[cell])) table.torn.insert(table.shape.cells[cell].row);
        (cell < cells.size() ? cells[cell] : left).push_back(word);
    }
    std::vector<std::vector<PieceLine>> lines;
    std::map<int, int> whole;  // by row: figures of one line, less those of several
    for (std::size_t i = 0; i < cells.size(); ++i) {
        lines.push_back(lines_of_words(std::move(cells[i])));
        if (std::any_of(lines[i].begin(), lines[i].end(), [](const PieceLine& line) { return line.count_values() > 1; })) return false;
        const std::size_t figures = count_figure_lines(lines[i]);
        if (figures > 0) whole[table.shape.cells[i].row] += figures > 1 ? -1 : 1;
    }
    std::size_t filled = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const bool several = count_figure_lines(lines[i]) > 1;
        if (several && !is_broken_figure(table.shape.cells[i], lines[i])) return false;
        if (several && whole[table.shape.cells[i].row] < 1) table.torn.insert(table.shape.cells[i].row);
        table.texts.push_back(several ? joined_figure(lines[i]) : cell_text(lines[i]));
        filled += table.texts.back().empty() ? 0u : 1u;
    }
    if (filled < (before && is_as_wide_overleaf(*before, table) ? 1u : 2u)) return false;
    words = std::move(left);
    return true;
}

/// What running heads of several pages have in common: their text but for digits, and how high they stand.
std::string running_key(const PieceLine& line) {
    constexpr double height = 6;
    std::string out = std::to_string(std::lround(line.centre_y() / height)) + ' ';
    for (const char c : line.text())
        if (!is_digit(c)) out += c;
    return out;
}

/// Short, and no row of a table, which may look like another's.
bool may_run(const PieceLine& line) {
    return line.pieces.size() <= 3 && line.count_values() < 2;
}

bool is_bare_number(const PieceLine& line) {
    const std::string text = line.text();
    return text.size() <= 4 && all_digits(text);
}

bool in_margin(const PieceLine& line, const RunPage& page) {
    return line.bottom < page.height * 0.09 || line.top > page.height * 0.9;
}

/// Page numbers, and lines at the edge of pages that come again on others.
void drop_running(std::vector<std::vector<PieceLine>>& pages, const RunPages& source) {
    std::map<std::string, int> seen;
    for (std::size_t i = 0; i < pages.size(); ++i)
        for (const PieceLine& line : pages[i])
            if (in_margin(line, source.pages[i])) ++seen[running_key(line)];
    std::map<std::string, int> kept;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const RunPage& page = source.pages[i];
        std::vector<PieceLine> left;
        for (std::size_t at = 0; at < pages[i].size(); ++at) {
            PieceLine& line = pages[i][at];
            const std::string text = line.text();
            const bool low = line.top > page.height * 0.82 || line.bottom < page.height * 0.14;
            const bool edge = at == 0 || at + 1 == pages[i].size();
            bool running = low && is_page_number(text);
            if (in_margin(line, page)) {
                const std::string key = running_key(line);
                running = running || text.find("://") != std::string::npos || (edge && is_bare_number(line));
                running = running || (may_run(line) && seen[key] > 1 && kept[key]++ > 0);
            }
            if (!running) left.push_back(std::move(line));
        }
        pages[i] = std::move(left);
    }
}

}  // namespace

bool is_as_wide_overleaf(const PageTable& first, const PageTable& second) {
    const std::vector<double>&a = first.shape.xs, &b = second.shape.xs;
    return second.page == first.page + 1 && std::fabs(a.front() - b.front()) < same_table_edge && std::fabs(a.back() - b.back()) < same_table_edge;
}

Strip lay_out(const RunPages& source) {
    Strip strip;
    std::vector<std::vector<PieceLine>> pages;
    const RunPages tight = with_tight_boxes(source);
    for (const RunPage& page : source.pages) {
        std::vector<Piece> words;
        for (const Run& run : tight.pages[pages.size()].runs) cut_run(run, words);
        for (RuledTable& shape : find_ruled_tables(page)) {
            PageTable table{0, static_cast<int>(pages.size()), std::move(shape), {}, {}};
            if (fill(table, words, strip.tables.empty() ? nullptr : &strip.tables.back())) strip.tables.push_back(std::move(table));
        }
        pages.push_back(lines_of_words(std::move(words)));
    }
    drop_running(pages, source);
    double end = 0;
    std::size_t table = 0;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const double shift = pages[i].empty() ? 0 : end + page_gap - pages[i].front().top;
        for (PieceLine& line : pages[i]) {
            for (; table < strip.tables.size() && strip.tables[table].page == static_cast<int>(i) && strip.tables[table].shape.ys.front() < line.centre_y(); ++table)
                strip.tables[table].before = strip.lines.size();
            line.page = static_cast<int>(i);
            line.top += shift;
            line.bottom += shift;
            for (Piece& piece : line.pieces) {
                piece.top += shift;
                piece.bottom += shift;
            }
            end = std::max(end, line.bottom);
            strip.lines.push_back(std::move(line));
        }
        for (; table < strip.tables.size() && strip.tables[table].page == static_cast<int>(i); ++table) strip.tables[table].before = strip.lines.size();
    }
    return strip;
}

}  // namespace nianbao
