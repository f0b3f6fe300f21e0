#include "core/read/run/columns.hpp"

#include <algorithm>
#include <cmath>

#include "core/read/lines.hpp"
#include "core/read/run/alignment.hpp"
#include "core/text/fold.hpp"
#include "core/text/page_number.hpp"

namespace nianbao {

namespace {

constexpr double row_distance = 130;  ///< points between two rows of one table at most
constexpr std::size_t most_head_lines = 16;

double first_value(const PieceLine& line) {
    for (const Piece& piece : line.pieces)
        if (piece.value) return piece.left;
    return line.right();
}

bool near(const PieceLine& line, const PieceLine& other, double limit) {
    const double gap = std::max(line.top, other.top) - std::min(line.bottom, other.bottom);
    return gap < limit;
}

/// A line of one or two figures whose label stands on the lines around it.
bool has_label_beside(const std::vector<PieceLine>& lines, std::size_t at) {
    const double left = first_value(lines[at]);
    for (const std::size_t other : {at - 1, at + 1}) {
        if (other >= lines.size() || !near(lines[at], lines[other], 6)) continue;
        const Piece& label = lines[other].pieces.front();
        if (!label.value && label.right < left && !is_prose(lines[other].text())) return true;
    }
    return false;
}

/// Where the label ends whose lines stand half a line above and below the row's figures; none is far to the left.
double labels_beside(const std::vector<PieceLine>& lines, const Zone& zone, std::size_t row) {
    double right = -1e9;
    for (const std::size_t other : {row - 1, row + 1}) {
        if (other < zone.begin || other >= zone.end || !near(lines[row], lines[other], 0)) continue;
        for (const Piece& piece : lines[other].pieces)
            if (!piece.value && piece.right < first_value(lines[row])) right = std::max(right, piece.right);
    }
    return right;
}

bool is_figure_line(const std::vector<PieceLine>& lines, std::size_t at) {
    const PieceLine& line = lines[at];
    const std::size_t values = line.count_values();
    if (values == 0 || is_page_number(line.text())) return false;
    if (values >= 3) return true;
    if (values == line.pieces.size()) return has_label_beside(lines, at);
    if (line.pieces.front().value || !line.pieces.back().value) return false;
    const std::string_view label = line.pieces[line.pieces.size() - values - 1].text;
    return !label.ends_with(":") && !label.ends_with("：") && !is_prose(line.text());
}

/// Where the labels of a zone end and its figures begin.
struct Area {
    double labels_right = -1e9, figures_left = 1e9;
};

bool is_text_over(const PieceLine& line, const Area& area) {
    const double middle = area.labels_right > -1e9 ? (area.labels_right + area.figures_left) / 2 : area.figures_left;
    return std::any_of(line.pieces.begin(), line.pieces.end(), [&](const Piece& piece) {
        return !piece.value && (piece.left > area.figures_left - 2 || piece.right > area.figures_left + 1.5 * piece.em() || piece.centre_x() > middle);
    });
}

bool ends_zone(const PieceLine& line) {
    const std::string text = line.text();
    return is_heading(text) || (line.pieces.size() == 1 && is_prose(text));
}

Area area_of(const std::vector<PieceLine>& lines, const Zone& zone) {
    Area area;
    for (const std::size_t row : zone.rows) {
        area.figures_left = std::min(area.figures_left, first_value(lines[row]));
        for (const Piece& piece : lines[row].pieces)
            if (!piece.value && piece.right < first_value(lines[row])) area.labels_right = std::max(area.labels_right, piece.right);
    }
    return area;
}

bool continues(const std::vector<PieceLine>& lines, const Zone& zone, std::size_t at) {
    const std::size_t last = zone.rows.back();
    if (lines[at].page == lines[last].page && lines[at].top - lines[last].bottom > row_distance) return false;
    const Area area = area_of(lines, zone);
    for (std::size_t between = last + 1; between < at; ++between)
        if (ends_zone(lines[between]) || is_text_over(lines[between], area)) return false;
    return true;
}

/// Lines above the first row that can be its head, and below the last that go on with its label.
void take_surroundings(const std::vector<PieceLine>& lines, std::size_t free_from, Zone& zone) {
    zone.begin = zone.rows.front();
    while (zone.begin > free_from && zone.rows.front() - zone.begin < most_head_lines) {
        const PieceLine& above = lines[zone.begin - 1];
        if (ends_zone(above) || lines[zone.begin].top - above.bottom > 60) break;
        --zone.begin;
    }
    zone.end = zone.rows.back() + 1;
    const Area area = area_of(lines, zone);
    while (zone.end < lines.size()) {
        const PieceLine& below = lines[zone.end];
        if (ends_zone(below) || names_clause(below.text()) || is_text_over(below, area) || below.count_values() > 0) break;
        if (!near(lines[zone.end - 1], below, below.pieces.front().em() * 0.9)) break;
        ++zone.end;
    }
}

/// One figure alone is a table only under a head.
bool is_table(const std::vector<PieceLine>& lines, const Zone& zone) {
    if (zone.rows.size() > 1 || lines[zone.rows.front()].count_values() > 1) return true;
    const double x = lines[zone.rows.front()].pieces.back().centre_x();
    double labels_left = 1e9;  // the row's own label may stand on the lines around it
    for (std::size_t at = zone.begin; at < zone.end; ++at) labels_left = std::min(labels_left, lines[at].left());
    for (std::size_t at = zone.begin; at < zone.rows.front(); ++at)
        for (const Piece& piece : lines[at].pieces)
            if (piece.left < x && x < piece.right && piece.left > labels_left) return true;
    return false;
}

std::vector<double> cluster(std::vector<double> centres, double limit) {
    std::sort(centres.begin(), centres.end());
    std::vector<double> means;
    double sum = 0;
    std::size_t count = 0;
    for (std::size_t i = 0; i < centres.size(); ++i) {
        if (count > 0 && centres[i] - centres[i - 1] > limit) {
            means.push_back(sum / static_cast<double>(count));
            sum = 0, count = 0;
        }
        sum += centres[i];
        ++count;
    }
    if (count > 0) means.push_back(sum / static_cast<double>(count));
    return means;
}

/// Figures of neighbouring columns that ran together stand between the columns' middles and over both: no column. Where that is
/// true of all figures, they lie on one another and tell nothing.
void drop_glued(const std::vector<PieceLine>& lines, const Zone& zone, double limit, std::vector<double>& centres) {
    struct Seen {
        std::size_t all = 0, over = 0;
    };
    std::vector<Seen> seen(centres.size());
    for (const std::size_t row : zone.rows) {
        for (const Piece& piece : lines[row].pieces) {
            if (!piece.value) continue;
            std::size_t own = 0, under = 0;
            for (std::size_t c = 0; c < centres.size(); ++c) {
                if (std::fabs(centres[c] - piece.centre_x()) < std::fabs(centres[own] - piece.centre_x())) own = c;
                under += piece.left < centres[c] && centres[c] < piece.right ? 1u : 0u;
            }
            ++seen[own].all;
            seen[own].over += under >= 3 && std::fabs(centres[own] - piece.centre_x()) < limit ? 1u : 0u;
        }
    }
    std::vector<double> kept;
    for (std::size_t c = 0; c < centres.size(); ++c)
        if (seen[c].over == 0 || seen[c].over < seen[c].all) kept.push_back(centres[c]);
    if (!kept.empty()) centres = std::move(kept);
}

/// Centres of the lowest texts of the head: columns without any figure show only there.
std::vector<double> head_centres(const std::vector<PieceLine>& lines, const Zone& zone, double left) {
    std::vector<const Piece*> pieces, lowest;
    for (std::size_t at = zone.begin; at < zone.rows.front(); ++at) {
        const std::size_t before = pieces.size();
        for (const Piece& piece : lines[at].pieces)
            if (piece.centre_x() > left) pieces.push_back(&piece);
        // A text alone on its line above others names the table, not a column.
        if (pieces.size() == before + 1 && at + 1 < zone.rows.front()) pieces.pop_back();
    }
    for (const Piece* piece : pieces) {
        const bool covered = std::any_of(pieces.begin(), pieces.end(), [&](const Piece* other) {
            return other->centre_y() > piece->bottom - 1 && other->left < piece->right && piece->left < other->right;
        });
        if (!covered) lowest.push_back(piece);
    }
    std::vector<double> centres;
    for (const Piece* piece : lowest) centres.push_back(piece->centre_x());
    std::sort(centres.begin(), centres.end());
    return centres;
}

/// The head's columns where it shows more of them than the figures do, and every figure stands under one.
void add_blank_columns(std::vector<double>& centres, const std::vector<double>& heads) {
    if (heads.size() <= centres.size() || heads.size() < 3) return;
    double step = 1e9;
    for (std::size_t i = 1; i < heads.size(); ++i) step = std::min(step, heads[i] - heads[i - 1]);
    for (const double centre : centres)
        if (std::none_of(heads.begin(), heads.end(), [&](double head) { return std::fabs(head - centre) < step * 0.4; })) return;
    centres = heads;
}

}  // namespace

bool names_clause(std::string_view text) { return fold(text).starts_with("第二十条第"); }

std::vector<Zone> find_zones(const std::vector<PieceLine>& lines) {
    std::vector<Zone> zones;
    std::size_t free_from = 0;
    for (std::size_t at = 0; at < lines.size(); ++at) {
        if (at < free_from || !is_figure_line(lines, at)) continue;
        Zone zone;
        zone.rows.push_back(at);
        for (std::size_t next = at + 1; next < lines.size(); ++next) {
            if (next - zone.rows.back() > 40) break;
            if (!is_figure_line(lines, next)) continue;
            if (!continues(lines, zone, next)) break;
            zone.rows.push_back(next);
        }
        take_surroundings(lines, free_from, zone);
        if (!is_table(lines, zone)) continue;
        free_from = zone.end;
        zones.push_back(std::move(zone));
    }
    return zones;
}

std::size_t Columns::at(double x) const {
    if (borders.empty() || x < borders.front()) return size();
    const auto after = std::upper_bound(borders.begin(), borders.end(), x);
    return std::min(static_cast<std::size_t>(after - borders.begin()) - 1, size() - 1);
}

Columns find_columns(const std::vector<PieceLine>& lines, const Zone& zone) {
    std::vector<double> all, steps;
    double label_right = -1e9, value_left = 1e9;
    for (const std::size_t row : zone.rows) {
        const Piece* before = nullptr;
        if (lines[row].pieces.front().value) label_right = std::max(label_right, labels_beside(lines, zone, row));
        for (const Piece& piece : lines[row].pieces) {
            if (!piece.value) {
                if (!before) label_right = std::max(label_right, piece.right);
                continue;
            }
            all.push_back(piece.centre_x());
            value_left = std::min(value_left, piece.left);
            if (before) steps.push_back(piece.centre_x() - before->centre_x());
            before = &piece;
        }
    }
    Columns columns;
    std::sort(steps.begin(), steps.end());
    const double step = steps.empty() ? 60 : steps[steps.size() / 10];
    columns.centres = cluster(std::move(all), step * 0.4);
    auto& centres = columns.centres;
    const std::vector<Extent> aligned = aligned_columns(lines, zone, centres.size());
    if (!aligned.empty()) {
        centres.clear();
        for (const Extent& extent : aligned) centres.push_back((extent.left + extent.right) / 2);
    }
    drop_glued(lines, zone, step * 0.4, centres);
    const double labels_end = label_right > -1e9 && label_right < value_left ? (label_right + value_left) / 2 : -1e9;
    add_blank_columns(centres, head_centres(lines, zone, labels_end));
    const double first_step = centres.size() > 1 ? centres[1] - centres[0] : 0;
    double start = centres.front() - first_step / 2;
    if (labels_end > -1e9) start = std::min(labels_end, centres.front() - 1);
    else if (centres.size() == 1) start = value_left - 20;
    columns.borders.push_back(start);
    const bool flush = !aligned.empty() && aligned.size() == centres.size();
    for (std::size_t i = 1; i < centres.size(); ++i)
        columns.borders.push_back(flush ? (aligned[i - 1].right + aligned[i].left) / 2 : (centres[i - 1] + centres[i]) / 2);
    columns.borders.push_back(1e9);
    columns.lefts.assign(columns.size(), 1e9);
    columns.rights.assign(columns.size(), -1e9);
    for (const std::size_t row : zone.rows) {
        std::vector<int> held(columns.size() + 1);
        for (const Piece& piece : lines[row].pieces) {
            if (!piece.value) continue;
            const std::size_t column = columns.at(piece.centre_x());
            if (++held[column] > 1) columns.certain = false;
            if (column == columns.size()) continue;
            columns.lefts[column] = std::min(columns.lefts[column], piece.left);
            columns.rights[column] = std::max(columns.rights[column], piece.right);
        }
        if (held.back() > 0) columns.certain = false;
    }
    return columns;
}

}  // namespace nianbao
