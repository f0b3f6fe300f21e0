#include "core/read/run/label_blocks.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "core/read/run/measure.hpp"
#include "core/sort.hpp"
#include "core/text/ascii.hpp"
#include "core/text/fold.hpp"

namespace nianbao {

namespace {

bool is_numbered(const Piece& piece) { return label_rank(piece.text) != LabelRank::none; }

/// Texts that touch: a section's or an item's number within a text begins the next cell.
void cut_at_numbers(const Piece& whole, std::vector<Piece>& out) {
    Piece rest = whole;
    bool again = true;
    while (again) {
        again = false;
        for (std::size_t at = decode_at(rest.text, 0).length; at < rest.text.size(); at += decode_at(rest.text, at).length) {
            const char before = rest.text[at - 1];
            const LabelRank rank = is_digit(before) ? LabelRank::none : label_rank(std::string_view(rest.text).substr(at));
            if (rest.text[at] == ' ' || (rank != LabelRank::section && rank != LabelRank::item)) continue;
            const double x = rest.left + rest.width() * static_cast<double>(at) / static_cast<double>(rest.text.size());
            out.push_back(rest.part(0, at, rest.left, x));
            rest = rest.part(at, std::string::npos, x, rest.right);
            again = true;
            break;
        }
    }
    out.push_back(std::move(rest));
}

/// How far a line stands out of line with one above: by its left end, its middle or its right end, whichever fits.
double out_of_line(const Piece& above, const Piece& below) {
    return std::min({std::fabs(above.left - below.left), std::fabs(above.centre_x() - below.centre_x()), std::fabs(above.right - below.right)});
}

bool overlap_x(const Piece& a, const Piece& b) { return a.left < b.right && b.left < a.right; }

}  // namespace

std::vector<Piece> part_label_cells(const std::vector<Piece>& touching) {
    std::vector<Piece> pieces;
    for (const Piece& piece : touching) cut_at_numbers(piece, pieces);
    double starts[] = {1e9, 1e9};  // of the sections' and the items' column
    std::vector<double> lefts[2];
    const auto see = [&](LabelRank rank, double left) {
        if (rank != LabelRank::section && rank != LabelRank::item) return;
        const std::size_t column = rank == LabelRank::item ? 1 : 0;
        starts[column] = std::min(starts[column], left);
        lefts[column].push_back(left);
    };
    // Whether the column's labels begin flush left, so that its cells' further lines do, too.
    const auto is_flush = [&](std::size_t column, double slack) {
        const auto at_start = std::count_if(lefts[column].begin(), lefts[column].end(), [&](double left) { return left - starts[column] < slack; });
        return at_start >= 2 && static_cast<std::size_t>(at_start) * 2 > lefts[column].size();
    };
    const auto rank_behind = [](const Piece& piece, const Piece::Gap& gap) { return label_rank(std::string_view(piece.text).substr(gap.at + 1)); };
    for (const Piece& piece : pieces) {
        see(label_rank(piece.text), piece.left);
        for (const Piece::Gap& gap : piece.gaps) see(rank_behind(piece, gap), gap.right);
    }
    std::vector<Piece> out;
    for (Piece& piece : pieces) {
        const double slack = 0.4 * std::max(piece.em(), 6.0);
        // Nothing of a column stands left of its numbers: a gap over their place parts two cells.
        const auto parts_cells = [&](const Piece::Gap& gap) {
            const auto over = [&](double start) { return gap.left < start + slack && gap.right > start - slack; };
            return rank_behind(piece, gap) != LabelRank::none || std::any_of(std::begin(starts), std::end(starts), over);
        };
        std::vector<Piece::Gap> borders;
        std::copy_if(piece.gaps.begin(), piece.gaps.end(), std::back_inserter(borders), parts_cells);
        for (const Piece::Gap& joint : std::vector<Piece::Gap>(piece.joints)) {
            const bool apart = joint.right - joint.left > 0.08 * slack;
            bool begins = false;
            for (std::size_t column = 0; column < 2; ++column) {
                const double off = std::fabs(joint.right - starts[column]);
                begins = begins || (apart ? off < slack : off < 0.15 * slack && is_flush(column, 0.15 * slack));
            }
            if (!begins || !piece.gaps.empty() || label_rank(piece.text) != LabelRank::none) continue;
            out.push_back(piece.part(0, joint.at, piece.left, joint.left));
            piece = piece.part(joint.at, std::string::npos, joint.right, piece.right);
            break;
        }
        for (Piece& part : piece.parted_at(borders)) out.push_back(std::move(part));
    }
    sort_by(out, [](const Piece& a, const Piece& b) { return a.centre_y() < b.centre_y(); });
    return out;
}

double line_pitch(const std::vector<Piece>& pieces) {
    std::vector<double> steps;
    std::vector<double> sizes;
    for (const Piece& piece : pieces) {
        const double em = std::max(piece.em(), 6.0);
        sizes.push_back(em);
        if (is_numbered(piece)) continue;
        double nearest = 1e9;
        for (const Piece& above : pieces) {
            const double step = piece.centre_y() - above.centre_y();
            if (step > 0.6 * em && overlap_x(above, piece) && out_of_line(above, piece) < em) nearest = std::min(nearest, step);
        }
        if (nearest < 2.2 * em) steps.push_back(nearest);
    }
    if (!steps.empty()) return quantile(std::move(steps), 4);
    return sizes.empty() ? 14 : 1.3 * median(std::move(sizes));
}

std::vector<Label> numbered_blocks(std::vector<Piece>& pieces, double pitch) {
    struct Chain {
        std::size_t first;
        std::vector<std::size_t> lines;
    };
    std::vector<Chain> blocks;
    std::vector<bool> taken(pieces.size());
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (is_numbered(pieces[i])) {
            blocks.push_back({i, {i}});
            taken[i] = true;
            continue;
        }
        // The block it is best in line with, of those whose last line is the one above it.
        Chain *best = nullptr, *beside = nullptr;
        double least = 1e9;
        for (Chain& block : blocks) {
            const Piece &first = pieces[block.first], &last = pieces[block.lines.back()];
            const double step = pieces[i].centre_y() - last.centre_y(), em = std::max(first.em(), 6.0);
            if (std::fabs(step) < 0.3 * pitch && pieces[i].left > last.right - 0.4 * em && pieces[i].left - last.right < em) beside = &block;
            if (std::fabs(step - pitch) > 0.3 * pitch || !(overlap_x(first, pieces[i]) || overlap_x(last, pieces[i]))) continue;
            const double off = std::min(out_of_line(first, pieces[i]), out_of_line(last, pieces[i]));
            if (off < 1.5 * em && off < least) least = off, best = &block;
        }
        if (!best) best = beside;
        if (!best) continue;
        best->lines.push_back(i);
        taken[i] = true;
    }
    std::vector<Label> labels;
    for (const Chain& block : blocks) {
        Label& label = labels.emplace_back();
        for (const std::size_t line : block.lines) add_piece(label, pieces[line]);
        label.first_y = pieces[block.first].centre_y();
        label.lines = 1 + static_cast<std::size_t>(std::count_if(block.lines.begin(), block.lines.end(), [&](std::size_t line) { return pieces[line].centre_y() > label.first_y + 0.5 * pitch; }));
    }
    std::vector<Piece> left;
    for (std::size_t i = 0; i < pieces.size(); ++i)
        if (!taken[i]) left.push_back(std::move(pieces[i]));
    pieces = std::move(left);
    return labels;
}

}  // namespace nianbao
