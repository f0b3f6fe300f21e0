#include "core/read/run/pieces.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/sort.hpp"
#include "core/text/fold.hpp"
#include "core/text/number.hpp"

namespace nianbao {

namespace {

constexpr double touching = 0.16;   ///< gap, in font sizes, inside a word
constexpr double one_figure = 0.07; ///< … inside a figure: those of two narrow columns stand hardly farther apart
constexpr double figure_gap = 0.2;  ///< … between a label and the figure after it, at least
constexpr double cell_gap = 0.7;    ///< gap that parts two cells of text

/// Widths of characters as far as they matter for cutting a run: half for what is not full width.
double weight(char32_t c) { return c < 0x1100 ? 0.5 : 1.0; }

bool on_line(const Piece& piece, const PieceLine& line) {
    const double em = std::min(piece.em(), line.pieces.front().em());
    return std::fabs(piece.centre_y() - line.pieces.front().centre_y()) < 0.4 * std::max(em, 4.0);
}

bool is_digit_like(std::string_view text) { return read_number(text).reading == Reading::number; }

/// Whether the right neighbour goes on with the piece.
bool goes_on(const Piece& left, const Piece& right) {
    const double em = std::max(4.0, std::min(left.em(), right.em()));
    const double gap = (right.left - left.right) / em;
    if (gap < (is_digit_like(left.text) && is_digit_like(right.text) ? one_figure : touching)) return gap > -1.5;
    if (is_digit_like(left.text) && is_digit_like(right.text)) return false;
    return gap < cell_gap;
}

void join_words(PieceLine& line) {
    std::vector<Piece>& pieces = line.pieces;
    sort_by(pieces, [](const Piece& a, const Piece& b) { return a.left < b.left; });
    std::vector<Piece> joined;
    // First what touches (a figure may come in pieces), then what stands near.
    for (const double limit : {touching, cell_gap}) {
        joined.clear();
        for (Piece& piece : pieces) {
            const bool first = limit == touching;
            const double gap = joined.empty() ? 0 : (piece.left - joined.back().right) / std::max(4.0, std::min(piece.em(), joined.back().em()));
            const bool upright = piece.bottom - piece.top > 1.5 * piece.width() && piece.text.size() > 4;
            if (!joined.empty() && !upright && goes_on(joined.back(), piece) && (!first || gap < touching)) {
                Piece& last = joined.back();
                if (gap > touching) {
                    last.gaps.push_back({last.right, piece.left, last.text.size()});
                    last.text += ' ';
                } else {
                    last.joints.push_back({last.right, piece.left, last.text.size()});
                }
                for (const Piece::Gap& joint : piece.joints) last.joints.push_back({joint.left, joint.right, joint.at + last.text.size()});
                last.text += piece.text;
                last.right = std::max(last.right, piece.right);
                last.top = std::min(last.top, piece.top);
                last.bottom = std::max(last.bottom, piece.bottom);
            } else {
                joined.push_back(std::move(piece));
            }
        }
        pieces = std::move(joined);
    }
    line.top = pieces.front().top;
    line.bottom = pieces.front().bottom;
    for (Piece& piece : pieces) {
        piece.value = is_value(piece.text);
        line.top = std::min(line.top, piece.top);
        line.bottom = std::max(line.bottom, piece.bottom);
    }
}

/// Cuts a figure off the end of a text that another figure follows. The first text of a line is a label, which never ends
/// with one; of others only what stands a little apart is cut.
bool cut_figure(PieceLine& line, std::size_t at) {
    Piece& piece = line.pieces[at];
    if (piece.value || !line.pieces[at + 1].value) return false;
    const std::size_t end = piece.text.find_last_not_of("0123456789.") + 1;
    const bool set_apart = !piece.gaps.empty() && piece.gaps.back().at + 1 == end;
    if (end == 0 || end == piece.text.size() || (!set_apart && at > 0)) return false;
    if (set_apart && at > 0 && piece.gaps.back().right - piece.gaps.back().left < figure_gap * piece.em()) return false;
    Piece figure = piece;
    figure.text = piece.text.substr(end);
    if (!is_digit_like(figure.text)) return false;
    // Digits are half as wide as ideographs, which have three bytes.
    const double digits = static_cast<double>(figure.text.size()), all = digits / 2 + static_cast<double>(end) / 3;
    figure.left = set_apart ? piece.gaps.back().right : piece.right - piece.width() * digits / 2 / all;
    figure.value = true;
    figure.gaps.clear();
    figure.joints.clear();
    piece.joints.clear();
    piece.right = set_apart ? piece.gaps.back().left : figure.left;
    piece.text.resize(set_apart ? piece.gaps.back().at : end);
    if (set_apart) piece.gaps.pop_back();
    line.pieces.insert(line.pieces.begin() + static_cast<std::ptrdiff_t>(at) + 1, std::move(figure));
    return true;
}

/// Among other figures a label's last word that is one is the first column's: their gap may be as small as in a text.
void part_figures(PieceLine& line) {
    const std::size_t values = line.count_values();
    const std::size_t most = values >= 3 ? line.pieces.size() : values == 2 ? 2 : 0;
    for (std::size_t at = 0; at + 1 < most; ++at)
        while (cut_figure(line, at)) {}
}

}  // namespace

void cut_run(const Run& run, std::vector<Piece>& out) {
    double total = 0;
    for (std::size_t at = 0; at < run.text.size();) {
        const CodePoint c = decode_at(run.text, at);
        total += weight(c.value);
        at += c.length;
    }
    if (total <= 0) return;
    const bool upright = run.height > run.width * 1.5 && total > 1.1;
    const double unit = (upright ? run.height : run.width) / total;
    double passed = 0, begin = 0;
    std::string word;
    const auto close = [&] {
        if (!trim(word).empty()) {
            Piece piece;
            piece.left = upright ? run.x : run.x + begin * unit;
            piece.right = upright ? run.right() : run.x + passed * unit;
            piece.top = upright ? run.y + begin * unit : run.y;
            piece.bottom = upright ? run.y + passed * unit : run.bottom();
            piece.text = std::exchange(word, {});
            out.push_back(std::move(piece));
        }
        word.clear();
    };
    for (std::size_t at = 0; at < run.text.size();) {
        const CodePoint c = decode_at(run.text, at);
        const bool space = parts_words(c.value);
        if (space) close();
        else if (word.empty()) begin = passed;
        if (!space) word += run.text.substr(at, c.length);
        passed += weight(c.value);
        at += c.length;
    }
    close();
}

std::vector<PieceLine> lines_of_words(std::vector<Piece> words) {
    sort_by(words, [](const Piece& a, const Piece& b) { return a.centre_y() < b.centre_y(); });
    std::vector<PieceLine> lines;
    for (Piece& piece : words) {
        std::size_t home = lines.size();
        for (std::size_t back = 0; back < 4 && back < lines.size(); ++back)
            if (on_line(piece, lines[lines.size() - 1 - back])) {
                home = lines.size() - 1 - back;
                break;
            }
        if (home == lines.size()) lines.emplace_back();
        lines[home].pieces.push_back(std::move(piece));
    }
    for (PieceLine& line : lines) {
        join_words(line);
        part_figures(line);
    }
    return lines;
}

bool Piece::has_two_characters() const { return text.size() > decode_at(text, 0).length; }

std::vector<Piece::Gap> Piece::parting_places() const {
    std::vector<Gap> places = gaps;
    for (const Gap& joint : joints)
        if (joint.right - joint.left > 0.03 * em()) places.push_back(joint);
    sort_by(places, [](const Gap& a, const Gap& b) { return a.at < b.at; });
    return places;
}

Piece Piece::part(std::size_t begin, std::size_t end, double from, double to) const {
    return {from, to, top, bottom, text.substr(begin, end == std::string::npos ? end : end - begin), value, {}, {}};
}

std::vector<Piece> Piece::parted_at(const std::vector<Gap>& places) const {
    std::vector<Piece> parts;
    std::size_t begin = 0;
    double from = left;
    for (const Gap& place : places) {
        parts.push_back(part(begin, place.at, from, place.left));
        from = place.right;
        begin = place.at + (text[place.at] == ' ' ? 1 : 0);
    }
    parts.push_back(part(begin, std::string::npos, from, right));
    return parts;
}

void Piece::end_at(Gap gap) {
    text.resize(gap.at);
    right = gap.left;
    const auto gone = [&gap](const Gap& g) { return g.at >= gap.at; };
    gaps.erase(std::remove_if(gaps.begin(), gaps.end(), gone), gaps.end());
    joints.erase(std::remove_if(joints.begin(), joints.end(), gone), joints.end());
}

std::size_t PieceLine::count_values() const {
    return static_cast<std::size_t>(std::count_if(pieces.begin(), pieces.end(), [](const Piece& piece) { return piece.value; }));
}

std::string PieceLine::text() const {
    std::string out;
    for (const Piece& piece : pieces) {
        if (!out.empty()) out += ' ';
        out += piece.text;
    }
    return out;
}

}  // namespace nianbao
