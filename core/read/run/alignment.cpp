#include "core/read/run/alignment.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "core/read/run/measure.hpp"
#include "core/sort.hpp"
#include "core/text/ascii.hpp"
#include "core/text/fold.hpp"

namespace nianbao {

namespace {

constexpr Align all_alignments[] = {Align::left, Align::centre, Align::right};
constexpr double exact = 0.06;          ///< font sizes: what still is one place
constexpr std::size_t most_characters = 80, most_columns = 64;

bool is_digits(const Piece& piece) { return all_digits(piece.text); }

double digit_width(const std::vector<PieceLine>& lines, const Zone& zone) {
    std::vector<double> widths;
    for (const std::size_t row : zone.rows)
        for (const Piece& piece : lines[row].pieces)
            if (is_digits(piece)) widths.push_back(piece.width() / static_cast<double>(piece.text.size()));
    return median(std::move(widths));
}

/// The width of one character where all are equally wide: figures, or ideographs alone. 0 for anything else.
double unit_of(const Piece& piece, double& em) {
    std::size_t count = 0, digits = 0, wide = 0;
    for (std::size_t at = 0; at < piece.text.size(); ++count) {
        const CodePoint c = decode_at(piece.text, at);
        const WidthClass kind = width_class(c.value);
        digits += kind == WidthClass::figure ? 1u : 0u;
        wide += kind == WidthClass::ideograph ? 1u : 0u;
        at += c.length;
    }
    if (count == 0 || count > most_characters || (digits != count && wide != count)) return 0;
    const double unit = piece.width() / static_cast<double>(count);
    em = digits == count ? 2 * unit : unit;
    return unit;
}

std::size_t byte_of(const std::string& text, std::size_t character) {
    std::size_t at = 0;
    for (; character > 0 && at < text.size(); --character) at += decode_at(text, at).length;
    return at;
}

std::vector<Piece> cut_at(const Piece& whole, double unit, const std::vector<std::size_t>& cuts) {
    std::vector<Piece> parts;
    std::size_t begin = 0;
    const auto add = [&](std::size_t end, bool last) {
        const auto place = [&](std::size_t character) { return whole.left + unit * static_cast<double>(character); };
        parts.push_back(whole.part(byte_of(whole.text, begin), last ? std::string::npos : byte_of(whole.text, end), place(begin), last ? whole.right : place(end)));
        begin = end;
    };
    for (const std::size_t cut : cuts) add(cut, false);
    add(0, true);
    return parts;
}

}  // namespace

double place_of(const Piece& piece, Align align) {
    return align == Align::left ? piece.left : align == Align::right ? piece.right : piece.centre_x();
}

std::vector<Extent> aligned_columns(const std::vector<PieceLine>& lines, const Zone& zone, std::size_t columns_by_middles) {
    const double slack = 0.6 * digit_width(lines, zone);
    if (zone.rows.size() < 3 || slack <= 0) return {};
    struct Cluster {
        double left = 1e9, right = -1e9;
        std::size_t figures = 0;
    };
    std::vector<Cluster> best;
    for (const Align align : {Align::right, Align::left}) {
        std::vector<const Piece*> figures;
        for (const std::size_t row : zone.rows)
            for (const Piece& piece : lines[row].pieces)
                if (piece.value) figures.push_back(&piece);
        sort_by(figures, [&](const Piece* a, const Piece* b) { return place_of(*a, align) < place_of(*b, align); });
        std::vector<Cluster> clusters;
        double last = -1e9;
        for (const Piece* figure : figures) {
            if (place_of(*figure, align) - last > slack) clusters.emplace_back();
            last = place_of(*figure, align);
            Cluster& cluster = clusters.back();
            cluster.left = std::min(cluster.left, figure->left);
            cluster.right = std::max(cluster.right, figure->right);
            ++cluster.figures;
        }
        // Columns stand apart, and each has a figure in most rows.
        const bool sound = std::all_of(clusters.begin(), clusters.end(), [&](const Cluster& c) {
            const std::size_t at = static_cast<std::size_t>(&c - clusters.data());
            return c.figures * 2 > zone.rows.size() && (at == 0 || clusters[at - 1].right <= c.left + slack / 6);
        });
        if (sound && clusters.size() < columns_by_middles && (best.empty() || clusters.size() < best.size())) best = std::move(clusters);
    }
    std::vector<Extent> extents;
    for (const Cluster& cluster : best) extents.push_back({cluster.left, cluster.right});
    return extents;
}

Alignment::Alignment(const std::vector<PieceLine>& lines, const Zone& zone, const Columns& columns) : columns_(columns.size()) {
    ways_.fill(columns.size() <= most_columns);
    if (columns.size() > most_columns) return;
    const double slack = 2 * exact * digit_width(lines, zone);
    std::vector<std::vector<const Piece*>> figures(columns.size());
    for (const std::size_t row : zone.rows)
        for (const Piece& piece : lines[row].pieces)
            if (const std::size_t column = columns.at(piece.centre_x()); is_digits(piece) && column < columns.size()) figures[column].push_back(&piece);
    for (std::size_t c = 0; c < columns.size(); ++c) {
        if (figures[c].empty()) continue;
        // Most figures of a column agree; those that ran together stand elsewhere.
        std::array<std::size_t, 3> agree{};
        std::array<double, 3> middle{};
        for (const Align align : all_alignments) {
            const auto a = static_cast<std::size_t>(align);
            std::vector<double> places;
            for (const Piece* figure : figures[c]) places.push_back(place_of(*figure, align));
            middle[a] = median(std::move(places));
            agree[a] = static_cast<std::size_t>(std::count_if(figures[c].begin(), figures[c].end(), [&](const Piece* f) { return std::fabs(place_of(*f, align) - middle[a]) <= slack; }));
        }
        const std::size_t most = *std::max_element(agree.begin(), agree.end());
        for (std::size_t a = 0; a < 3; ++a)
            if (agree[a] < most) ways_[a] = false;
        if (most * 10 < figures[c].size() * 7) ways_.fill(false);
        columns_[c].places = middle;
        columns_[c].seen = true;
    }
    for (std::size_t c = 0; c < columns.size(); ++c) {
        for (const Piece* figure : figures[c]) {
            const bool own = std::any_of(std::begin(all_alignments), std::end(all_alignments), [&](Align a) { return may_be(a) && std::fabs(place_of(*figure, a) - place(c, a)) <= slack; });
            if (!own || reaches_over(*figure, c, slack)) continue;
            columns_[c].left = std::min(columns_[c].left, figure->left);
            columns_[c].right = std::max(columns_[c].right, figure->right);
        }
    }
}

/// Whether the figures of another column have their place within the text.
bool Alignment::reaches_over(const Piece& figure, std::size_t own, double slack) const {
    for (std::size_t c = 0; c < columns_.size(); ++c)
        for (const Align a : all_alignments)
            if (c != own && seen(c) && may_be(a) && figure.left + slack < place(c, a) && place(c, a) < figure.right - slack) return true;
    return false;
}

void Alignment::learn(const std::vector<Piece>& titles) {
    std::array<std::size_t, 3> fits{};
    const std::array<bool, 3> ways = ways_;
    for (std::size_t a = 0; a < 3; ++a) {
        if (!ways[a]) continue;
        ways_.fill(false);
        ways_[a] = true;
        for (const Piece& title : titles) fits[a] += std::max<std::size_t>(exact_words(title).size(), column_of(title) < columns_.size() ? 1 : 0);
    }
    ways_ = ways;
    const std::size_t most = *std::max_element(fits.begin(), fits.end());
    for (std::size_t a = 0; a < 3 && most >= 2; ++a)
        if (fits[a] * 2 < most) ways_[a] = false;
}

bool Alignment::is_surely(Align align) const { return may_be(align) && std::count(ways_.begin(), ways_.end(), true) == 1; }

/// Whether a text of the column leaves the columns beside it their figures' room.
bool Alignment::apart(std::size_t column, double left, double right, double slack) const {
    return (column == 0 || columns_[column - 1].right <= left + slack) && (column + 1 == columns_.size() || columns_[column + 1].left >= right - slack);
}

/// Cuts the text, from the column `first` on, where the alignment says each part ends. False where it does not come out.
bool Alignment::cut_from(const Piece& piece, double unit, double slack, Align align, std::size_t first, std::vector<std::size_t>& cuts) const {
    cuts.clear();
    double x = piece.left;
    for (std::size_t column = first; column < columns_.size() && seen(column); ++column) {
        double end = align == Align::right ? place(column, align) : 2 * place(column, Align::centre) - x;
        if (align == Align::left) {
            if (std::fabs(x - place(column, align)) > slack) return false;
            const bool last = column + 1 == columns_.size() || place(column + 1, align) > piece.right + slack;
            end = last ? piece.right : place(column + 1, align);
        }
        if (!apart(column, x, std::min(end, piece.right), slack)) return false;
        if (std::fabs(end - piece.right) <= slack) return true;
        const double characters = std::round((end - piece.left) / unit);
        const double cut = piece.left + unit * characters;
        if (end > piece.right || cut <= x + unit / 2 || std::fabs(cut - end) > slack) return false;
        cuts.push_back(static_cast<std::size_t>(characters));
        x = cut;
    }
    return false;
}

std::vector<Piece> Alignment::parted(const Piece& piece) const {
    double em = 0;
    const double unit = unit_of(piece, em);
    if (unit <= 0 || columns_.size() < 2) return {piece};
    std::vector<std::size_t> found, cuts;
    bool any = false;
    for (const Align align : all_alignments) {
        for (std::size_t first = 0; may_be(align) && first < columns_.size(); ++first) {
            if (!cut_from(piece, unit, exact * em, align, first, cuts)) continue;
            if (any && cuts != found) return {piece};
            any = true;
            found = cuts;
        }
    }
    return cut_at(piece, unit, found);
}

/// A figure at the end of a label, set apart by too little: it is the column's where it stands as its others do.
bool Alignment::part_label(PieceLine& line, std::size_t at) const {
    Piece& piece = line.pieces[at];
    const std::size_t end = piece.text.find_last_not_of("0123456789") + 1;
    if (end == 0 || end == piece.text.size()) return false;
    const Piece::Gap* cut = nullptr;
    for (const auto* places : {&piece.gaps, &piece.joints})
        for (const Piece::Gap& gap : *places)
            if (gap.at == end || gap.at + 1 == end) cut = &gap;
    if (!cut) return false;
    Piece figure = piece.part(end, std::string::npos, cut->right, piece.right);
    figure.value = true;
    if (column_of(figure) == columns_.size()) return false;
    piece.end_at(*cut);
    line.pieces.insert(line.pieces.begin() + static_cast<std::ptrdiff_t>(at) + 1, std::move(figure));
    return true;
}

std::size_t Alignment::column_of(const Piece& piece, std::size_t first) const {
    double em = piece.em();
    unit_of(piece, em);
    const double slack = exact * em;
    for (std::size_t column = first; column < columns_.size(); ++column) {
        const auto in_place = [&](Align a) { return may_be(a) && std::fabs(place_of(piece, a) - place(column, a)) <= slack; };
        if (seen(column) && apart(column, piece.left, piece.right, slack) && std::any_of(std::begin(all_alignments), std::end(all_alignments), in_place)) return column;
    }
    return columns_.size();
}

std::vector<Piece> Alignment::exact_words(const Piece& piece) const {
    for (const std::vector<Piece::Gap>& places : {piece.gaps, piece.parting_places()}) {
        std::vector<Piece> words;
        for (const Piece& word : piece.parted_at(places))
            for (Piece& part : parted(word)) words.push_back(std::move(part));
        std::size_t next = 0;
        const bool in_place = words.size() > 1 && std::all_of(words.begin(), words.end(), [&](const Piece& word) {
            const std::size_t column = column_of(word, next);
            next = column + 1;
            return column < columns_.size();
        });
        if (in_place) return words;
    }
    return {};
}

bool Alignment::part_row(PieceLine& line) const {
    bool changed = false;
    std::vector<Piece> pieces;
    for (Piece& piece : line.pieces) {
        std::vector<Piece> parts = is_digits(piece) ? exact_words(piece) : std::vector<Piece>{};
        if (parts.empty()) parts.push_back(piece);
        changed = changed || parts.size() > 1;
        for (Piece& part : parts) {
            part.value = part.value || parts.size() > 1;
            pieces.push_back(std::move(part));
        }
    }
    // A row that stands otherwise than the rest says nothing about where its figures part.
    const bool in_place = std::all_of(pieces.begin(), pieces.end(), [&](const Piece& p) { return !is_digits(p) || column_of(p) < columns_.size(); });
    if (changed && !in_place) return false;
    line.pieces = std::move(pieces);
    for (std::size_t at = 0; at < line.pieces.size(); ++at)
        if (!line.pieces[at].value && (at + 1 == line.pieces.size() || line.pieces[at + 1].value)) changed = part_label(line, at) || changed;
    return changed;
}

}  // namespace nianbao
