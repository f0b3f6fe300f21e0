#include "core/read/run/head.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/sort.hpp"

namespace nianbao {

namespace {

/// A text over several columns, one line of it.
struct Spanning {
    Piece piece;
    int level = 0;
    std::size_t first = 0, last = 0;
};

double right_border(const Columns& columns, std::size_t column) {
    if (column + 1 < columns.size()) return columns.borders[column + 1];
    return columns.centres[column] + (columns.centres[column] - columns.borders[column]);
}

/// Whether the text begins (or ends) where the column's figures do and leaves its neighbours theirs.
bool is_flush(const Piece& piece, const Columns& columns, std::size_t column) {
    const double slack = 0.25 * piece.em();
    const double before = column > 0 ? columns.rights[column - 1] : -1e9, after = column + 1 < columns.size() ? columns.lefts[column + 1] : 1e9;
    const bool ends_meet = std::fabs(piece.left - columns.lefts[column]) < slack || std::fabs(piece.right - columns.rights[column]) < slack;
    return ends_meet && piece.left > before - slack && piece.right < after + slack;
}

/// Whether the text fits into the column under its centre and stands in its middle.
bool fits_column(const Piece& piece, const Columns& columns, std::size_t column) {
    const double slack = 0.3 * piece.em();
    const double left = columns.size() == 1 ? -1e9 : columns.borders[column], right = columns.size() == 1 ? 1e9 : right_border(columns, column);
    if (piece.left < left - slack || piece.right > right + slack) return false;
    return columns.size() == 1 || std::fabs(piece.centre_x() - columns.centres[column]) < 0.3 * (right - left);
}

/// The column a text titles, or size(): the one under its middle, or one it is flush with.
std::size_t column_of(const Piece& piece, const Columns& columns) {
    const std::size_t under = columns.at(piece.centre_x());
    if (under < columns.size() && fits_column(piece, columns, under)) return under;
    for (std::size_t column = 0; columns.size() > 1 && column < columns.size(); ++column)
        if (is_flush(piece, columns, column)) return column;
    return columns.size();
}

/// The words of a text, each with those that stand over no column's middle next to it: titles of narrow columns that
/// ran together, however they stand in their columns.
std::vector<Piece> over_columns(const Piece& piece, const Columns& columns) {
    const auto covers_one = [&](double left, double right) {
        return std::any_of(columns.centres.begin(), columns.centres.end(), [&](double c) { return left < c && c < right; });
    };
    std::vector<Piece::Gap> between;
    double left = piece.left;
    for (const Piece::Gap& gap : piece.parting_places()) {
        if (!covers_one(left, gap.left) || !covers_one(gap.right, piece.right)) continue;
        between.push_back(gap);
        left = gap.right;
    }
    return piece.parted_at(between);
}

/// The words of a text, parted where a gap lies over the border of two columns and each part fits its column.
std::vector<Piece> at_borders(const Piece& piece, const Columns& columns) {
    std::vector<Piece::Gap> over_border;
    for (const Piece::Gap& gap : piece.gaps)
        if (std::any_of(columns.borders.begin(), columns.borders.end(), [&](double b) { return gap.left - 2 < b && b < gap.right + 2; })) over_border.push_back(gap);
    std::vector<Piece> parts = piece.parted_at(over_border);
    const bool fit = std::all_of(parts.begin(), parts.end(), [&](const Piece& part) {
        const std::size_t column = columns.at(part.centre_x());
        return column < columns.size() && fits_column(part, columns, column);
    });
    return fit ? parts : over_columns(piece, columns);
}

/// The words of a text where each stands in a column of its own the way that column's figures do; else as they stand over
/// the columns.
std::vector<Piece> words_over_columns(const Piece& piece, const Columns& columns, const Alignment& alignment) {
    std::vector<Piece> words = alignment.exact_words(piece);
    return words.empty() ? at_borders(piece, columns) : words;
}

/// Whether below a text there are titles on the very lines on which a column that is none of its own has its title: then
/// the text is a title over those columns, not the first line of theirs.
bool stands_above_titles(const std::vector<Piece>& words, const Columns& columns, const std::vector<std::vector<Piece>>& below) {
    std::vector<std::size_t> own;
    for (const Piece& word : words) own.push_back(column_of(word, columns));
    const auto same_lines = [](const std::vector<Piece>& a, const std::vector<Piece>& b) {
        return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](const Piece& x, const Piece& y) { return std::fabs(x.centre_y() - y.centre_y()) < 0.3 * x.em(); });
    };
    return std::any_of(own.begin(), own.end(), [&](std::size_t column) {
        if (column >= below.size() || below[column].empty()) return false;
        for (std::size_t other = 0; other < below.size(); ++other)
            if (std::find(own.begin(), own.end(), other) == own.end() && same_lines(below[column], below[other])) return true;
        return false;
    });
}

/// The pieces of one column from top to bottom; those that belong to a wider cell above are moved to `spanning`.
void cut_chain(std::vector<Piece>& chain, std::vector<Spanning>& spanning) {
    sort_by(chain, [](const Piece& a, const Piece& b) { return a.top < b.top; });
    std::size_t begin = 0;
    for (std::size_t at = chain.size(); at-- > 1;) {
        const double gap = chain[at].top - chain[at - 1].bottom;
        const bool parted = std::any_of(spanning.begin(), spanning.end(), [&](const Spanning& s) {
            return s.piece.centre_y() > chain[at - 1].centre_y() && s.piece.centre_y() < chain[at].centre_y() &&
                   s.piece.left < chain[at].right && chain[at].left < s.piece.right;
        });
        if (gap > chain[at].em() * 1.1 || parted) {
            begin = at;
            break;
        }
    }
    for (std::size_t at = 0; at < begin; ++at) spanning.push_back({chain[at], 0, 0, 0});
    chain.erase(chain.begin(), chain.begin() + static_cast<std::ptrdiff_t>(begin));
}

/// A column whose text begins a whole line above its neighbours' and ends where they end holds a wider cell's text on top.
void cut_overhang(std::vector<std::vector<Piece>>& chains, std::vector<Spanning>& spanning) {
    std::vector<std::pair<double, double>> extents(chains.size());
    for (std::size_t c = 0; c < chains.size(); ++c)
        if (!chains[c].empty()) extents[c] = {chains[c].front().top, chains[c].back().bottom};
    for (std::size_t c = 0; c < chains.size(); ++c) {
        if (chains[c].size() < 2) continue;
        int neighbours = 0, overhung = 0;
        for (const std::size_t other : {c - 1, c + 1}) {
            if (other >= chains.size() || chains[other].empty()) continue;
            ++neighbours;
            const double above = extents[other].first - extents[c].first, below = extents[c].second - extents[other].second;
            const double em = chains[c].front().em();
            if (above > em * 0.8 && above > below + em * 0.6) ++overhung;
        }
        if (neighbours == 0 || overhung < neighbours) continue;
        spanning.push_back({chains[c].front(), 0, 0, 0});
        chains[c].erase(chains[c].begin());
    }
}

/// The head of a block in the middle of its columns stands above the title of one of them like a line of it.
void take_block_head(std::vector<Piece>& chain, std::vector<Spanning>& spanning) {
    if (chain.size() < 2 || !names_clause(chain.front().text)) return;
    spanning.push_back({chain.front(), 0, 0, 0});
    chain.erase(chain.begin());
}

void set_levels(std::vector<Spanning>& spanning) {
    sort_by(spanning, [](const Spanning& a, const Spanning& b) { return a.piece.centre_y() < b.piece.centre_y(); });
    int level = 0;
    for (std::size_t i = 0; i < spanning.size(); ++i) {
        if (i > 0 && spanning[i].piece.centre_y() - spanning[i - 1].piece.centre_y() > spanning[i].piece.em() * 0.7) ++level;
        spanning[i].level = level;
    }
    sort_by(spanning, [](const Spanning& a, const Spanning& b) {
        return a.level != b.level ? a.level < b.level : a.piece.left < b.piece.left;
    });
}

/// Whether a column's title stands below the text, not beside it and its other titles.
bool is_below(const Piece& text, const std::vector<Piece>& chain, double bottom) {
    if (chain.empty()) return true;
    const double middle = (chain.front().top + chain.back().bottom) / 2;
    return chain.front().top > text.centre_y() && middle > (text.centre_y() + bottom) / 2;
}

/// Where all texts are flush left (or right), a text over columns begins where its first column does and reaches over those
/// whose titles stand below it.
bool set_flush_range(Spanning& own, std::size_t low, std::size_t high, const std::vector<std::vector<Piece>>& chains, const Alignment& alignment) {
    const bool left = alignment.is_surely(Align::left);
    if (!left && !alignment.is_surely(Align::right)) return false;
    const Align align = left ? Align::left : Align::right;
    double bottom = -1e9;
    for (const auto& chain : chains)
        if (!chain.empty()) bottom = std::max(bottom, chain.back().bottom);
    for (std::size_t column = low; column <= high && column < chains.size(); ++column) {
        if (!alignment.seen(column) || std::fabs(alignment.place(column, align) - place_of(own.piece, align)) > 0.2 * own.piece.em()) continue;
        own.first = own.last = column;
        const auto reaches = [&](std::size_t next) { return is_below(own.piece, chains[next], bottom); };
        while (left && own.last < high && own.last + 1 < chains.size() && reaches(own.last + 1)) ++own.last;
        while (!left && own.first > low && reaches(own.first - 1)) --own.first;
        return true;
    }
    return false;
}

/// The widest run of columns whose middle is the text's, that leaves the texts beside it their own columns and is
/// narrower than the cell above with the same middle.
void set_ranges(std::vector<Spanning>& spanning, const Columns& columns, const std::vector<std::vector<Piece>>& chains, const Alignment& alignment) {
    const std::size_t count = columns.size();
    for (std::size_t i = 0; i < spanning.size(); ++i) {
        Spanning& own = spanning[i];
        const double centre = own.piece.centre_x();
        std::size_t low = 0, high = count - 1;
        bool inside = false;
        for (std::size_t j = 0; j < i; ++j) {
            const Spanning& other = spanning[j];
            if (other.level == own.level) {
                low = std::max(low, other.last + 1);
            } else if (columns.at(centre) >= other.first && columns.at(centre) <= other.last && other.level < own.level) {
                low = std::max(low, other.first);
                high = std::min(high, other.last);
                inside = true;
            }
        }
        for (std::size_t j = i + 1; j < spanning.size() && spanning[j].level == own.level; ++j) {
            const std::size_t next = columns.at(spanning[j].piece.left);
            if (next > 0 && next < count) high = std::min(high, next - 1);
        }
        if (set_flush_range(own, low, high, chains, alignment)) continue;
        const std::size_t parent_low = low, parent_high = high;
        const double step = count > 1 ? (columns.centres.back() - columns.centres.front()) / static_cast<double>(count - 1) : 60;
        double best = -1;
        own.first = own.last = std::min(columns.at(centre), count - 1);
        for (std::size_t first = low; first < count && first <= high; ++first) {
            for (std::size_t last = first; last <= high; ++last) {
                const double by_centres = (columns.centres[first] + columns.centres[last]) / 2;
                const double by_borders = (columns.borders[first] + right_border(columns, last)) / 2;
                const double off = std::min(std::fabs(by_centres - centre), std::fabs(by_borders - centre));
                if (off > step * 0.5 || (inside && first == parent_low && last == parent_high && last > first)) continue;
                const double merit = columns.centres[last] - columns.centres[first] - 3 * off + step * 2;
                if (merit > best) best = merit, own.first = first, own.last = last;
            }
        }
    }
}

}  // namespace

std::vector<HeadCell> build_head(const std::vector<Piece>& pieces, const Columns& columns, Alignment alignment) {
    std::vector<std::vector<Piece>> chains(columns.size());
    std::vector<Spanning> spanning;
    alignment.learn(pieces);
    // From the lowest line up: what stands below a text tells whether it is one title over several columns.
    std::vector<const Piece*> upwards;
    for (const Piece& piece : pieces) upwards.push_back(&piece);
    sort_by(upwards, [](const Piece* a, const Piece* b) { return a->centre_y() > b->centre_y(); });
    for (const Piece* whole : upwards) {
        std::vector<Piece> words = words_over_columns(*whole, columns, alignment);
        if (words.size() > 1 && whole->gaps.empty() && stands_above_titles(words, columns, chains)) words = {*whole};
        for (Piece& piece : words) {
            const std::size_t column = column_of(piece, columns);
            if (column < columns.size()) chains[column].push_back(std::move(piece));
            else spanning.push_back({std::move(piece), 0, 0, 0});
        }
    }
    for (auto& chain : chains) cut_chain(chain, spanning);
    for (auto& chain : chains) take_block_head(chain, spanning);
    cut_overhang(chains, spanning);
    set_levels(spanning);
    set_ranges(spanning, columns, chains, alignment);

    std::vector<HeadCell> cells;
    for (const Spanning& s : spanning) cells.push_back({s.piece.text, s.level, s.first, s.last, false});
    // Alone on top and in the middle of no columns, or the head of a block: the middle is that of the labels and columns together.
    const bool alone = spanning.size() == 1 || (spanning.size() > 1 && spanning[1].level > 0);
    const bool over_all = !spanning.empty() && columns.size() > 1 && spanning.front().first == 0 && spanning.front().last + 1 == columns.size();
    if (alone && (!over_all || names_clause(cells.front().text))) {
        cells.front().across = true;
        spanning.front().first = 0;
        spanning.front().last = columns.size() - 1;
    }
    for (std::size_t c = 0; c < chains.size(); ++c) {
        if (chains[c].empty()) continue;
        HeadCell cell;
        for (const Piece& piece : chains[c]) cell.text += (cell.text.empty() ? "" : "\n") + piece.text;
        for (const Spanning& s : spanning)
            if (s.first <= c && c <= s.last) cell.level = std::max(cell.level, s.level + 1);
        cell.first = cell.last = c;
        cells.push_back(std::move(cell));
    }
    sort_by(cells, [](const HeadCell& a, const HeadCell& b) { return a.level != b.level ? a.level < b.level : a.first < b.first; });
    return cells;
}

}  // namespace nianbao
