#include "core/read/run/ruled.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <utility>

#include "core/sort.hpp"

namespace nianbao {

namespace {

constexpr double same_line = 5;      ///< points: nearer than this, lines meet
constexpr double next_line = 3.3;    ///< double borders and cell spacing make one line,
constexpr double widest_line = 8;    ///< but not more than this
constexpr double least_length = 6;
constexpr std::size_t max_lines = 4000, max_slots = 40'000, most_comparisons = 4'000'000;

/// A horizontal (place is y) or vertical (place is x) line from begin to end.
struct Line {
    double place = 0, begin = 0, end = 0;
    std::size_t group = 0;
};

struct Lines {
    std::vector<Line> horizontal, vertical;
};

/// Pieces of one line joined; parallel lines next to one another become one.
std::vector<Line> merged(std::vector<Line> lines) {
    sort_by(lines, [](const Line& a, const Line& b) { return a.place < b.place; });
    std::vector<Line> out;
    for (std::size_t first = 0; first < lines.size();) {
        std::size_t end = first;
        double sum = 0;
        while (end < lines.size() && (end == first || lines[end].place - lines[end - 1].place < next_line) && lines[end].place - lines[first].place < widest_line)
            sum += lines[end++].place;
        std::sort(lines.begin() + static_cast<std::ptrdiff_t>(first), lines.begin() + static_cast<std::ptrdiff_t>(end),
                  [](const Line& a, const Line& b) { return a.begin < b.begin; });
        const double place = sum / static_cast<double>(end - first);
        const std::size_t start = out.size();
        for (; first < end; ++first) {
            if (out.size() > start && lines[first].begin <= out.back().end + same_line) out.back().end = std::max(out.back().end, lines[first].end);
            else out.push_back({place, lines[first].begin, lines[first].end, 0});
        }
    }
    out.erase(std::remove_if(out.begin(), out.end(), [](const Line& l) { return l.end - l.begin < least_length; }), out.end());
    if (out.size() > max_lines) out.clear();
    return out;
}

/// A stroke of a character, not a ruling: short, and in the midst of a piece of text.
bool is_in_text(const Ruling& r, const RunPage& page) {
    const double x1 = std::min(r.x1, r.x2), x2 = std::max(r.x1, r.x2), y1 = std::min(r.y1, r.y2), y2 = std::max(r.y1, r.y2);
    return std::any_of(page.runs.begin(), page.runs.end(), [&](const Run& run) {
        // A box is as wide as its text, but a font's height may reach over the line above or below.
        const double em = std::min(run.width, run.height), edge_x = 0.02 * em, edge_y = 0.15 * em;
        if (x2 - x1 > 1.6 * em || y2 - y1 > 1.6 * em) return false;
        const double inside_x = std::min(x2, run.right()) - std::max(x1, run.x), inside_y = std::min(y2, run.bottom()) - std::max(y1, run.y);
        const double centre_x = (x1 + x2) / 2, centre_y = (y1 + y2) / 2;
        return inside_x >= 0.5 * (x2 - x1) && inside_y >= 0.5 * (y2 - y1) && centre_x > run.x + edge_x && centre_x < run.right() - edge_x &&
               centre_y > run.y + edge_y && centre_y < run.bottom() - edge_y;
    });
}

Lines lines_of(const RunPage& page) {
    Lines lines;
    const bool few = page.rulings.size() * page.runs.size() < most_comparisons;
    for (const Ruling& r : page.rulings) {
        if (few && is_in_text(r, page)) continue;
        const double width = std::fabs(r.x1 - r.x2), height = std::fabs(r.y1 - r.y2);
        if (height < 1.5 && width > height) lines.horizontal.push_back({(r.y1 + r.y2) / 2, std::min(r.x1, r.x2), std::max(r.x1, r.x2), 0});
        else if (width < 1.5 && height > width) lines.vertical.push_back({(r.x1 + r.x2) / 2, std::min(r.y1, r.y2), std::max(r.y1, r.y2), 0});
    }
    lines.horizontal = merged(std::move(lines.horizontal));
    lines.vertical = merged(std::move(lines.vertical));
    return lines;
}

bool cross(const Line& horizontal, const Line& vertical) {
    return vertical.place > horizontal.begin - same_line && vertical.place < horizontal.end + same_line &&
           horizontal.place > vertical.begin - same_line && horizontal.place < vertical.end + same_line;
}

std::size_t root(std::vector<std::size_t>& parent, std::size_t at) {
    while (parent[at] != at) at = parent[at] = parent[parent[at]];
    return at;
}

/// Lines that cross, directly or by others, are of one group.
void set_groups(Lines& lines) {
    const std::size_t across = lines.horizontal.size();
    std::vector<std::size_t> parent(across + lines.vertical.size());
    std::iota(parent.begin(), parent.end(), std::size_t{0});
    for (std::size_t h = 0; h < across; ++h)
        for (std::size_t v = 0; v < lines.vertical.size(); ++v)
            if (cross(lines.horizontal[h], lines.vertical[v])) parent[root(parent, h)] = root(parent, across + v);
    for (std::size_t h = 0; h < across; ++h) lines.horizontal[h].group = root(parent, h);
    for (std::size_t v = 0; v < lines.vertical.size(); ++v) lines.vertical[v].group = root(parent, across + v);
}

std::vector<double> places(const std::vector<Line>& lines) {
    std::vector<double> out;
    for (const Line& line : lines)
        if (out.empty() || line.place - out.back() > 0.01) out.push_back(line.place);
    return out;
}

/// Whether one of the lines passes the middle between two others; it may end a little early, but no line of the row (or column)
/// beside a narrow one reaches into that.
bool covers(const std::vector<Line>& lines, double place, double from, double to) {
    const double at = (from + to) / 2, slack = std::min(same_line, (to - from) / 4);
    return std::any_of(lines.begin(), lines.end(), [&](const Line& l) { return std::fabs(l.place - place) < 0.01 && l.begin - slack < at && at < l.end + slack; });
}

RuledTable table_of(const std::vector<Line>& horizontal, const std::vector<Line>& vertical) {
    RuledTable table;
    table.xs = places(vertical);
    table.ys = places(horizontal);
    if (table.xs.size() < 2 || table.ys.size() < 2 || (table.xs.size() - 1) * (table.ys.size() - 1) > max_slots) return table;
    const std::size_t columns = table.xs.size() - 1, rows = table.ys.size() - 1;
    std::vector<std::size_t> parent(columns * rows);
    std::iota(parent.begin(), parent.end(), std::size_t{0});
    for (std::size_t r = 0; r < rows; ++r) {
        for (std::size_t c = 0; c < columns; ++c) {
            if (c + 1 < columns && !covers(vertical, table.xs[c + 1], table.ys[r], table.ys[r + 1])) parent[root(parent, r * columns + c + 1)] = root(parent, r * columns + c);
            if (r + 1 < rows && !covers(horizontal, table.ys[r + 1], table.xs[c], table.xs[c + 1])) parent[root(parent, (r + 1) * columns + c)] = root(parent, r * columns + c);
        }
    }
    struct Extent {
        std::size_t top, left, bottom, right, slots;
    };
    std::map<std::size_t, Extent> extents;
    for (std::size_t at = 0; at < parent.size(); ++at) {
        const std::size_t r = at / columns, c = at % columns;
        Extent& e = extents.try_emplace(root(parent, at), Extent{r, c, r, c, 0}).first->second;
        e = {std::min(e.top, r), std::min(e.left, c), std::max(e.bottom, r), std::max(e.right, c), e.slots + 1};
    }
    const auto add = [&](std::size_t top, std::size_t left, std::size_t bottom, std::size_t right) {
        table.cells.push_back({static_cast<int>(top), static_cast<int>(left), static_cast<int>(bottom - top) + 1, static_cast<int>(right - left) + 1,
                               table.xs[left], table.xs[right + 1], table.ys[top], table.ys[bottom + 1]});
    };
    for (std::size_t at = 0; at < parent.size(); ++at) {
        const Extent& e = extents.at(root(parent, at));
        const bool rectangle = e.slots == (e.bottom - e.top + 1) * (e.right - e.left + 1);
        const std::size_t r = at / columns, c = at % columns;
        if (!rectangle) add(r, c, r, c);
        else if (r == e.top && c == e.left) add(e.top, e.left, e.bottom, e.right);
    }
    return table;
}

/// Draws the lines a page's edge has cut off. Says whether there were any at the top and at the bottom.
std::pair<bool, bool> close_ends(Lines& lines) {
    if (lines.vertical.size() < 3 || lines.horizontal.empty()) return {false, false};
    std::vector<double> begins, ends;
    for (const Line& line : lines.vertical) {
        begins.push_back(line.begin);
        ends.push_back(line.end);
    }
    std::sort(begins.begin(), begins.end());
    std::sort(ends.begin(), ends.end());
    const double left = lines.vertical.front().place, right = lines.vertical.back().place;
    // Three lines ending together: a stray one is no edge.
    const double top = begins[2], bottom = ends[ends.size() - 3];
    const bool open_top = top < lines.horizontal.front().place - widest_line && begins[2] - begins[0] < same_line;
    const bool open_bottom = bottom > lines.horizontal.back().place + widest_line && ends.back() - bottom < same_line;
    const std::size_t group = lines.horizontal.front().group;
    if (open_top) lines.horizontal.insert(lines.horizontal.begin(), {top, left, right, group});
    if (open_bottom) lines.horizontal.push_back({bottom, left, right, group});
    return {open_top, open_bottom};
}

/// The edge of a merged cell that reaches from a page's top to its end crosses no line there: an upright line on its own that
/// begins and ends where all of a table's do is that table's.
void add_lone_edges(std::map<std::size_t, Lines>& groups) {
    const auto reaches_as_far = [](const Line& a, const Line& b) { return std::fabs(a.begin - b.begin) < same_line && std::fabs(a.end - b.end) < same_line; };
    for (auto lone = groups.begin(); lone != groups.end();) {
        const std::vector<Line>& own = lone->second.vertical;
        const auto takes = [&](const auto& entry) {
            const std::vector<Line>& others = entry.second.vertical;
            return !entry.second.horizontal.empty() && others.size() > 2 && std::all_of(others.begin(), others.end(), [&](const Line& other) { return reaches_as_far(own.front(), other); });
        };
        const auto home = lone->second.horizontal.empty() ? std::find_if(groups.begin(), groups.end(), takes) : groups.end();
        if (home == groups.end()) {
            ++lone;
            continue;
        }
        std::vector<Line>& all = home->second.vertical;
        all.insert(std::find_if(all.begin(), all.end(), [&](const Line& line) { return line.place > own.front().place; }), own.front());
        lone = groups.erase(lone);
    }
}

}  // namespace

std::size_t RuledTable::cell_at(double x, double y) const {
    for (std::size_t i = 0; i < cells.size(); ++i)
        if (cells[i].holds(x, y)) return i;
    return cells.size();
}

std::vector<RuledTable> find_ruled_tables(const RunPage& page) {
    Lines lines = lines_of(page);
    set_groups(lines);
    std::map<std::size_t, Lines> groups;
    for (const Line& line : lines.horizontal) groups[line.group].horizontal.push_back(line);
    for (const Line& line : lines.vertical) groups[line.group].vertical.push_back(line);
    add_lone_edges(groups);
    std::vector<RuledTable> tables;
    for (const auto& [group, own] : groups) {
        Lines whole = own;
        const auto [open_top, open_bottom] = close_ends(whole);
        RuledTable table = table_of(whole.horizontal, whole.vertical);
        table.open_top = open_top;
        table.open_bottom = open_bottom;
        if (table.cells.size() > 1) tables.push_back(std::move(table));
    }
    sort_by(tables, [](const RuledTable& a, const RuledTable& b) { return a.ys.front() < b.ys.front(); });
    return tables;
}

}  // namespace nianbao
