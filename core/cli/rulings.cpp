#include "core/cli/rulings.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace nianbao {

namespace {

constexpr int contrast = 14;             ///< grey levels a line is darker than what lies on both its sides
constexpr int same_grey = 12;            ///< grey levels one line may vary by: less than what parts it from shading
constexpr std::size_t bridged = 3;       ///< pixels of a line that may look otherwise: another crosses it, or it is dotted
constexpr double long_line = 24;         ///< points; no stroke of a character is longer
constexpr double dotted_line = 60;       ///< … and no row of strokes, of characters one beside the other, that stand in a line
constexpr double short_line = 9;
constexpr double thickest = 4;
constexpr double touching = 3.6;         ///< cells set apart by a little space

/// A stretch of ink along one row (or column) of pixels, and how many neighbouring rows show the same.
struct Stroke {
    std::size_t begin = 0, end = 0, first = 0, last = 0;
};

/// Takes out of `ink` the strokes that are as dark from end to end and give at least some of it: characters that touch a line on
/// both sides hide that it is darker than these.
template <typename Grey>
void take_even(std::vector<bool>& ink, std::size_t line, std::size_t least, Grey grey, std::vector<Stroke>& found) {
    constexpr std::size_t share = 3;  // of a stroke is ink
    for (std::size_t begin = 0, end = 0; begin < ink.size(); begin = end) {
        const int own = grey(line, begin);
        const auto is_same = [&](std::size_t at) { return std::abs(grey(line, at) - own) <= same_grey; };
        const auto goes_on = [&](std::size_t from) {  // over a darker crossing
            for (std::size_t i = from; i < std::min(from + bridged + 1, ink.size()) && grey(line, i) <= own + same_grey; ++i)
                if (is_same(i)) return i + 1;
            return from;
        };
        std::size_t shown = 0;
        end = begin;
        for (std::size_t next = begin + 1; next != end; next = goes_on(end)) {
            shown += ink[next - 1] ? 1 : 0;
            end = next;
        }
        if (end - begin < least || shown * share < end - begin) continue;
        found.push_back({begin, end, line, line});
        std::fill(ink.begin() + static_cast<std::ptrdiff_t>(begin), ink.begin() + static_cast<std::ptrdiff_t>(end), false);
    }
}

/// Takes the dotted lines.
void take_dotted(const std::vector<bool>& ink, std::size_t line, std::size_t least, std::vector<Stroke>& found) {
    std::size_t begin = 0, end = 0;
    const auto close = [&] {
        if (end - begin >= least) found.push_back({begin, end, line, line});
    };
    for (std::size_t at = 0; at < ink.size(); ++at) {
        if (!ink[at]) continue;
        if (at > end + bridged) close(), begin = at;
        end = at + 1;
    }
    close();
}

/// Strokes of at least `least` pixels, dotted ones of at least `dotted`. `grey(line, at)` is how dark the picture is there,
/// is_ink(line, at) whether it is darker than on both sides of the line.
template <typename Grey, typename IsInk>
std::vector<Stroke> strokes_of(std::size_t across, std::size_t along, std::size_t least, std::size_t dotted, Grey grey, IsInk is_ink) {
    std::vector<Stroke> done, open;
    std::vector<bool> ink(along);
    for (std::size_t line = 0; line < across; ++line) {
        std::vector<Stroke> now;
        for (std::size_t at = 0; at < along; ++at) ink[at] = is_ink(line, at);
        take_even(ink, line, least, grey, now);
        take_dotted(ink, line, dotted, now);
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
    const auto grey_across = [&](std::size_t y, std::size_t x) { return grey(x, y); };
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
    for (const Stroke& s : strokes_of(picture.height, picture.width, pixels(short_line), pixels(dotted_line), grey_across, flat_ink)) {
        if (!thin(s)) continue;
        const Ruling r{static_cast<double>(s.begin) * unit, middle(s), static_cast<double>(s.end) * unit, middle(s)};
        (r.x2 - r.x1 >= long_line ? flat : short_flat).push_back(r);
    }
    for (const Stroke& s : strokes_of(picture.width, picture.height, pixels(short_line), pixels(dotted_line), grey, upright_ink)) {
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
