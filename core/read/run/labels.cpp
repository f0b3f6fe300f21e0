#include "core/read/run/labels.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

#include "core/read/run/label_blocks.hpp"
#include "core/read/run/measure.hpp"
#include "core/sort.hpp"
#include "core/text/fold.hpp"

namespace nianbao {

namespace {

constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

struct Numbering {
    LabelRank rank = LabelRank::none;
    int number = 0;
};

int chinese_digit(char32_t c) {
    constexpr std::u32string_view digits = U"一二三四五六七八九十", radicals = U"⼀⼆三四五六七⼋九⼗";
    const std::size_t at = std::min(digits.find(c), radicals.find(c));
    return at == std::u32string_view::npos ? 0 : static_cast<int>(at) + 1;
}

Numbering numbering_of(std::string_view text) {
    std::u32string start;
    for (std::size_t at = 0; at < text.size() && start.size() < 4;) {
        const CodePoint c = decode_at(text, at);
        if (!is_space(c.value)) start += c.value;
        at += c.length;
    }
    start.resize(4);
    const auto is_point = [](char32_t c) { return c == U'.' || c == U'．' || c == U'、' || c == U'，'; };
    if ((start[0] == U'（' || start[0] == U'(') && chinese_digit(start[1]) && (start[2] == U'）' || start[2] == U')')) return {LabelRank::section, chinese_digit(start[1])};
    if (chinese_digit(start[0]) && is_point(start[1])) return {LabelRank::chapter, chinese_digit(start[0])};
    const auto digit = [](char32_t c) { return c >= U'0' && c <= U'9' ? static_cast<int>(c - U'0') : c >= U'０' && c <= U'９' ? static_cast<int>(c - U'０') : -1; };
    if (digit(start[0]) > 0 && is_point(start[1])) return {LabelRank::item, digit(start[0])};
    return {};
}

/// Texts of one or two characters one below the other are a label written downwards. Taken out of `pieces`.
std::vector<Label> take_upright(std::vector<Piece>& pieces) {
    std::vector<Label> labels;
    std::vector<bool> taken(pieces.size());
    for (std::size_t first = 0; first < pieces.size(); ++first) {
        const auto short_text = [](const Piece& p) { return p.width() < 2.4 * std::max(p.em(), 6.0) && p.text.size() <= 9; };
        // The last line of a label stands close below a longer one.
        const auto narrow = [&](const Piece& p) {
            return short_text(p) && (label_rank(p.text) != LabelRank::none || std::none_of(pieces.begin(), pieces.end(), [&](const Piece& above) {
                const double em = std::max(p.em(), 6.0), gap = p.top - above.bottom;
                return !short_text(above) && gap > -0.5 * em && gap < 0.8 * em && (std::fabs(p.left - above.left) < em || std::fabs(p.centre_x() - above.centre_x()) < em);
            }));
        };
        if (taken[first] || !narrow(pieces[first])) continue;
        std::vector<std::size_t> chain{first};
        for (std::size_t next = first + 1; next < pieces.size(); ++next) {
            const Piece &last = pieces[chain.back()], &piece = pieces[next];
            if (taken[next] || !narrow(piece) || std::fabs(piece.centre_x() - last.centre_x()) > 0.8 * std::max(last.em(), 6.0)) continue;
            const bool numbered = numbering_of(piece.text).rank != LabelRank::none;
            if (!numbered && piece.top >= last.centre_y() && piece.top - last.bottom < 2.2 * std::max(last.em(), 6.0)) chain.push_back(next);
        }
        std::size_t characters = 0;
        for (const std::size_t at : chain) characters += pieces[at].text.size() / 3;
        if (chain.size() < 3 || characters < 4) continue;
        Label label;
        for (const std::size_t at : chain) {
            add_piece(label, pieces[at]);
            taken[at] = true;
        }
        labels.push_back(std::move(label));
    }
    std::vector<Piece> left;
    for (std::size_t i = 0; i < pieces.size(); ++i)
        if (!taken[i]) left.push_back(std::move(pieces[i]));
    pieces = std::move(left);
    return labels;
}

/// Numbered lines begin labels, lines in line with them go on with them; every other line is a label so far.
std::vector<Label> labels_of(std::vector<Piece> pieces, double pitch) {
    std::vector<Label> labels = numbered_blocks(pieces, pitch);
    for (const Piece& piece : pieces) add_piece(labels.emplace_back(), piece);
    return labels;
}

double nearest_row(const std::vector<double>& rows, double y) {
    double nearest = 1e9;
    for (const double row : rows)
        if (std::fabs(row - y) < std::fabs(nearest - y)) nearest = row;
    return nearest;
}

/// Where labels stand beside their rows' figures: in the middle, as most tables have it, or with their first lines. A
/// font may set the text of labels a little higher or lower than the figures: labels of one line show how much.
void set_anchors(std::vector<Label>& labels, const std::vector<double>& rows, double pitch) {
    std::vector<double> offsets;
    std::size_t middle = 0, first = 0;
    for (const Label& label : labels) {
        const auto off = [&](double y) { return y - nearest_row(rows, y); };
        if (label.rank == LabelRank::none) continue;
        if (label.lines == 1 && std::fabs(off(label.first_y)) < 0.4 * pitch) offsets.push_back(off(label.first_y));
        if (label.lines < 2) continue;
        middle += std::fabs(off(label.centre_y())) < 0.25 * pitch ? 1u : 0u;
        first += std::fabs(off(label.first_y)) < 0.25 * pitch ? 1u : 0u;
    }
    const double bias = offsets.size() >= 3 ? median(std::move(offsets)) : 0;
    for (Label& label : labels) label.anchor = (first > middle ? label.first_y : label.centre_y()) - bias;
}

/// Whether the figures at y are the label's without doubt: they stand at its anchor, or beside it and beside no other
/// label, and no other figures stand beside it.
bool is_certain(const Label& label, double y, const std::vector<double>& rows, const std::vector<Label>& labels, double pitch) {
    if (std::fabs(label.anchor - y) <= 0.4 * pitch) return true;
    const auto beside = [](const Label& l, double row) { return l.top <= row && row <= l.bottom; };
    if (!beside(label, y) || std::count_if(rows.begin(), rows.end(), [&](double row) { return beside(label, row); }) != 1) return false;
    return std::count_if(labels.begin(), labels.end(), [&](const Label& other) { return beside(other, y); }) == 1;
}

/// Labels above the first numbered one belong to the head where labels are numbered.
void take_head(std::vector<Label>& labels, std::vector<Piece>& head) {
    double first = 1e9;
    std::size_t numbered = 0;
    for (const Label& label : labels)
        if (label.rank != LabelRank::none) first = std::min(first, label.top), ++numbered;
    if (numbered * 2 < labels.size()) return;
    for (std::size_t i = 0; i < labels.size();) {
        if (labels[i].rank != LabelRank::none || labels[i].centre_y() > first) {
            ++i;
            continue;
        }
        head.push_back({labels[i].left, labels[i].right, labels[i].top, labels[i].bottom, labels[i].text, false, {}, {}});
        labels.erase(labels.begin() + static_cast<std::ptrdiff_t>(i));
    }
}

/// Gives labels to rows, both from top to bottom, so that they are least apart in all; a label that stands far from
/// every row left stays without one. Labels without numbers may share a row.
std::vector<std::size_t> match_rows(const std::vector<Label>& labels, const std::vector<double>& rows, double pitch) {
    const std::size_t n = labels.size(), m = rows.size();
    const double skip_label = pitch * 0.75;
    constexpr double skip_row = 4;
    std::vector<std::vector<double>> cost(n + 1, std::vector<double>(m + 1, 1e18));
    std::vector<std::vector<std::size_t>> used(n + 1, std::vector<std::size_t>(m + 1, 0));
    enum : std::size_t { start, drop_label = nowhere, drop_row = nowhere - 1 };
    cost[0][0] = 0;
    for (std::size_t i = 0; i <= n; ++i) {
        for (std::size_t j = 0; j <= m; ++j) {
            const double here = cost[i][j];
            if (here >= 1e18) continue;
            const auto offer = [&](std::size_t a, std::size_t b, double more, std::size_t how) {
                if (here + more < cost[a][b]) cost[a][b] = here + more, used[a][b] = how;
            };
            if (i < n) offer(i + 1, j, skip_label, drop_label);
            if (j < m) offer(i, j + 1, skip_row, drop_row);
            if (i >= n || j >= m) continue;
            double top = labels[i].top, bottom = labels[i].bottom;
            for (std::size_t take = 1; i + take <= n && take <= 8; ++take) {
                const Label& last = labels[i + take - 1];
                if (take > 1 && last.rank != LabelRank::none) break;
                if (take > 1 && last.top - bottom > pitch) break;
                top = std::min(top, last.top), bottom = std::max(bottom, last.bottom);
                // More than one line to a row needs the figures in the middle of them.
                const double middle = take > 1 ? (top + bottom) / 2 : labels[i].anchor;
                offer(i + take, j + 1, std::fabs(middle - rows[j]) + (take > 1 ? 0.5 : 0), take);
            }
        }
    }
    std::vector<std::size_t> row_of(n, nowhere);
    for (std::size_t i = n, j = m; i > 0 || j > 0;) {
        const std::size_t how = used[i][j];
        if (how == drop_label) --i;
        else if (how == drop_row) --j;
        else {
            for (std::size_t k = 0; k < how; ++k) row_of[i - 1 - k] = j - 1;
            i -= how;
            --j;
        }
    }
    return row_of;
}

void join(Label& label, const Label& more) {
    if (label.text.empty()) {
        label = more;
        return;
    }
    label.text += more.text;
    label.left = std::min(label.left, more.left);
    label.right = std::max(label.right, more.right);
    label.bottom = std::max(label.bottom, more.bottom);
}

double usual_pitch(const std::vector<double>& rows) {
    std::vector<double> steps;
    for (std::size_t i = 1; i < rows.size(); ++i) steps.push_back(rows[i] - rows[i - 1]);
    std::sort(steps.begin(), steps.end());
    return steps.empty() ? 24 : std::clamp(steps[steps.size() / 3], 8.0, 60.0);
}

bool inside_row(const std::vector<LabelledRow>& rows, const Label& label, double pitch) {
    return std::any_of(rows.begin(), rows.end(), [&](const LabelledRow& row) {
        if (row.own.text.empty()) return false;
        const double top = std::min(row.own.top, row.centre_y - pitch * 0.55), bottom = std::max(row.own.bottom, row.centre_y + pitch * 0.55);
        return top < label.centre_y() && label.centre_y() < bottom && !(label.left < row.own.right && row.own.left < label.right);
    });
}

/// A label without figures next to figures that may be its own is no row of blanks: the figures have no label, or one
/// without a number where the others are numbered, or stand beside the section that the label is the first item of.
void mark_torn(std::vector<LabelledRow>& rows) {
    const auto has_figures = [&](std::size_t i) { return rows[i].line != nowhere; };
    const auto is_numbered = [&](const LabelledRow& row) { return row.own.rank != LabelRank::none; };
    const bool numbered = static_cast<std::size_t>(std::count_if(rows.begin(), rows.end(), is_numbered)) * 2 > rows.size();
    const auto whole = [&](std::size_t i) { return has_figures(i) && (numbered ? is_numbered(rows[i]) : !rows[i].own.text.empty()); };
    for (std::size_t begin = 0; begin < rows.size();) {
        std::size_t end = begin;
        bool figures = false;
        for (; end < rows.size() && !whole(end); ++end) figures = figures || has_figures(end);
        for (std::size_t i = begin; i < end; ++i) rows[i].torn = figures && !has_figures(i);
        begin = end + 1;
    }
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const Label &own = rows[i].own, &above = rows[i - 1].own;
        if (own.rank == LabelRank::item && own.number == 1 && above.rank == LabelRank::section && has_figures(i - 1) && !has_figures(i)) rows[i].torn = true;
    }
}

/// The first row of the group: from the row nearest to the label's middle back to where the numbers below start at one.
std::size_t group_start(const std::vector<LabelledRow>& rows, const Label& group) {
    std::size_t at = 0;
    for (std::size_t i = 1; i < rows.size(); ++i)
        if (std::fabs(rows[i].centre_y - group.centre_y()) < std::fabs(rows[at].centre_y - group.centre_y())) at = i;
    for (std::size_t i = at + 1; i-- > 0;) {
        const Label& own = rows[i].own;
        const bool higher = own.rank <= group.rank && i != at;
        if (higher) return std::min(i + 1, at);
        if (own.rank == LabelRank::item && own.number == 1 && group.rank == LabelRank::section) return i;
        const auto first_section = [](const Label& l) { return l.rank == LabelRank::section && l.number == 1; };
        if (group.rank == LabelRank::chapter && (first_section(own) || std::any_of(rows[i].groups.begin(), rows[i].groups.end(), first_section))) return i;
    }
    return at;
}

}  // namespace

void add_piece(Label& label, const Piece& piece) {
    if (label.text.empty()) {
        label = {piece.text, LabelRank::none, 0, piece.left, piece.right, piece.top, piece.bottom, piece.centre_y(), 1, 0};
    } else {
        label.text += piece.text;
        label.left = std::min(label.left, piece.left);
        label.right = std::max(label.right, piece.right);
        label.top = std::min(label.top, piece.top);
        label.bottom = std::max(label.bottom, piece.bottom);
    }
    const Numbering numbering = numbering_of(label.text);
    label.rank = numbering.rank;
    label.number = numbering.number;
}

LabelRank label_rank(std::string_view text) { return numbering_of(text).rank; }

std::vector<LabelledRow> assign_labels(const std::vector<std::pair<std::size_t, double>>& row_lines, std::vector<Piece> pieces,
                                       std::vector<Piece>& head) {
    std::vector<LabelledRow> rows;
    std::vector<double> middles;
    for (const auto& [line, middle] : row_lines) {
        rows.push_back({middle, line, {}, {}, false});
        middles.push_back(middle);
    }
    const double pitch = usual_pitch(middles);
    std::vector<Label> upright = take_upright(pieces);
    pieces = part_label_cells(pieces);
    const double line = line_pitch(pieces);
    std::vector<Label> labels = labels_of(std::move(pieces), line);
    take_head(labels, head);
    set_anchors(labels, middles, line);
    sort_by(labels, [](const Label& a, const Label& b) { return a.centre_y() < b.centre_y(); });

    // Items first, then what numbers groups as well as rows: of two labels beside a row the inner one is its own.
    std::vector<Label> groups;
    for (const LabelRank rank : {LabelRank::item, LabelRank::section, LabelRank::chapter}) {
        const bool items = rank == LabelRank::item;
        std::vector<Label> now;
        for (const Label& label : labels)
            if (label.rank == rank || (items && label.rank == LabelRank::none)) now.push_back(label);
        std::vector<std::size_t> free;
        std::vector<double> places;
        for (std::size_t i = 0; i < rows.size(); ++i)
            if (rows[i].own.text.empty()) free.push_back(i), places.push_back(rows[i].centre_y);
        const std::vector<std::size_t> chosen = match_rows(now, places, pitch);
        std::vector<Label> homeless;
        for (std::size_t i = 0; i < now.size(); ++i) {
            const bool shared = chosen[i] != nowhere && (now[i].rank == LabelRank::none || std::count(chosen.begin(), chosen.end(), chosen[i]) > 1);
            if (chosen[i] != nowhere && (shared || is_certain(now[i], places[chosen[i]], middles, now, line))) join(rows[free[chosen[i]]].own, now[i]);
            else homeless.push_back(now[i]);
        }
        for (Label& label : homeless) {
            if (!items && inside_row(rows, label, pitch)) groups.push_back(std::move(label));
            else rows.push_back({label.centre_y(), nowhere, {}, std::move(label), false});
        }
        sort_by(rows, [](const LabelledRow& a, const LabelledRow& b) { return a.centre_y < b.centre_y; });
    }
    mark_torn(rows);
    for (const Label& group : groups)
        if (!rows.empty() && group.rank == LabelRank::section) rows[group_start(rows, group)].groups.push_back(group);
    for (const std::vector<Label>* outer : {&groups, &upright})
        for (const Label& group : *outer) {
            if (rows.empty() || (outer == &groups && group.rank == LabelRank::section)) continue;
            auto& at = rows[group_start(rows, group)].groups;
            at.insert(at.begin(), group);
        }
    return rows;
}

}  // namespace nianbao
