#include "core/cli/rulings.hpp"

#include <algorithm>
#include <cmath>

namespace nianbao {

namespace {

constexpr int contrast = 14;             ///< grey levels a line is darker than what lies on both its sides
constexpr double long_line = 24;         ///< points; no stroke of a character is longer
constexpr double short_line = 9;
constexpr double thickest = 4;
constexpr double touching = 3.6;         ///< cells set apart by a little space

/// A stretch of ink along one row (or column) of pixels, and how many neighbouring rows show the same.
struct Stroke {
    std::size_t begin = 0, end = 0, first = 0, last = 0;
};

template <typename IsInk>
std::vector<Stroke> strokes_of(std::size_t across, std::size_t along, std::size_t least, IsInk is_ink) {
    std::vector<Stroke> done, open;
    for (std::size_t line = 0; line < across; ++line) {
        std::vector<Stroke> now;
        for (std::size_t at = 0; at < along;) {
            if (!is_ink(line, at)) {
                ++at;
                continue;
            }
            std::size_t end = at + 1;
            const auto soon = [&](std::size_t from) {  // gaps of three pixels are bridged
                for (std::size_t i = from; i < std::min(from + 4, along); ++i)
                    if (is_ink(line, i)) return i + 1;
                return from;
            };
            for (std::size_t next = soon(end); next != end; next = soon(end)) end = next;
            if (end - at >= least) now.push_back({at, end, line, line});
            at = end;
        }
        for (Stroke& stroke : now) {
            for (Stroke& above : open) {
                const std::size_t shared = std::min(above.end, stroke.end) - std::min(std::max(above.begin, stroke.begin), std::min(above.end, stroke.end));
                const bool same = above.first <= above.last && shared * 10 >= (above.end - above.begin) * 8 && shared * 10 >= (stroke.end - stroke.begin) * 8;
                if (!same) continue;
                stroke.first = above.first;
                above.first = above.last + 1;  // carried on
                break;
            }
        }
        for (const Stroke& above : open)
            if (above.first <= above.last) done.push_back(above);
        open = std::move(now);
    }
    for (const Stroke& above : open) done.push_back(above);
    return done;
}

bool meets(const Ruling& line, double x, double y) {
    return std::min(line.x1, line.x2) - touching < x && x < std::max(line.x1, line.x2) + touching && std::min(line.y1, line.y2) - touching < y &&
           y < std::max(line.y1, line.y2) + touching;
}

/// Moves to `found` what begins and ends at lines of `across`.
void take_joined(std::vector<Ruling>& from, const std::vector<Ruling>& across, std::vector<Ruling>& found) {
    const auto joined = [&](const Ruling& r) {
        const auto at = [&](double x, double y) { return std::any_of(across.begin(), across.end(), [&](const Ruling& line) { return meets(line, x, y); }); };
        return at(r.x1, r.y1) && at(r.x2, r.y2);
    };
    const auto rest = std::partition(from.begin(), from.end(), [&](const Ruling& r) { return !joined(r); });
    found.insert(found.end(), rest, from.end());
    from.erase(rest, from.end());
}

}  // namespace

std::vector<Ruling> find_rulings(const GreyPicture& picture) {
    const double unit = picture.points_per_pixel;
    const auto grey = [&](std::size_t x, std::size_t y) -> int {
        return x < picture.width && y < picture.height ? picture.data[y * picture.bytes_per_row + x] : 255;
    };
    // Darker than both sides, so that lines show on shaded cells and shading itself does not. Beyond the edge is paper.
    const auto flat_ink = [&](std::size_t y, std::size_t x) {
        const int own = grey(x, y);
        return own < 250 && std::min(std::max(grey(x, y - 3), grey(x, y - 6)), std::max(grey(x, y + 3), grey(x, y + 6))) - own >= contrast;
    };
    const auto upright_ink = [&](std::size_t x, std::size_t y) {
        const int own = grey(x, y);
        return own < 250 && std::min(std::max(grey(x - 3, y), grey(x - 6, y)), std::max(grey(x + 3, y), grey(x + 6, y))) - own >= contrast;
    };
    const auto pixels = [&](double points) { return static_cast<std::size_t>(points / unit); };
    const auto thin = [&](const Stroke& s) { return static_cast<double>(s.last - s.first + 1) * unit <= thickest; };
    const auto middle = [&](const Stroke& s) { return static_cast<double>(s.first + s.last + 1) / 2 * unit; };

    std::vector<Ruling> flat, upright, short_flat, short_upright;
    for (const Stroke& s : strokes_of(picture.height, picture.width, pixels(short_line), flat_ink)) {
        if (!thin(s)) continue;
        const Ruling r{static_cast<double>(s.begin) * unit, middle(s), static_cast<double>(s.end) * unit, middle(s)};
        (r.x2 - r.x1 >= long_line ? flat : short_flat).push_back(r);
    }
    for (const Stroke& s : strokes_of(picture.width, picture.height, pixels(short_line), upright_ink)) {
        if (!thin(s)) continue;
        const Ruling r{middle(s), static_cast<double>(s.begin) * unit, middle(s), static_cast<double>(s.end) * unit};
        (r.y2 - r.y1 >= long_line ? upright : short_upright).push_back(r);
    }
    // Short ones count where both ends meet lines already found: from long lines on, so strokes of characters never do.
    for (int round = 0; round < 2; ++round) {
        take_joined(short_upright, flat, upright);
        take_joined(short_flat, upright, flat);
    }
    flat.insert(flat.end(), upright.begin(), upright.end());
    return flat;
}

}  // namespace nianbao
