// Ruling lines found on a page's picture: beside characters that touch them, and not among the strokes of characters.
#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdint>
#include <vector>

#include "core/cli/rulings.hpp"

using namespace nianbao;

namespace {

/// A white page of 200 × 200 pixels, two a point, drawn on with boxes of black or grey.
struct Picture {
    static constexpr std::size_t size = 200;
    std::vector<std::uint8_t> pixels = std::vector<std::uint8_t>(size * size, 255);

    void box(std::size_t left, std::size_t top, std::size_t right, std::size_t bottom, std::uint8_t grey = 0) {
        for (std::size_t y = top; y < bottom; ++y)
            for (std::size_t x = left; x < right; ++x) pixels[y * size + x] = grey;
    }
    /// Upright lines as (place, begin, end), level ones likewise; in points.
    std::vector<Ruling> lines(bool upright) const {
        std::vector<Ruling> found = find_rulings({pixels.data(), size, size, size, 0.5});
        found.erase(std::remove_if(found.begin(), found.end(), [&](const Ruling& r) { return upright != (r.x1 == r.x2); }), found.end());
        return found;
    }
};

constexpr std::uint8_t pale = 150;  ///< a hair line that lies across two pixels

}  // namespace

TEST_CASE("A line beside characters that touch it on both sides is a line from end to end") {
    for (const std::uint8_t grey : {std::uint8_t{0}, pale}) {
        Picture picture;
        picture.box(100, 20, 101, 180, grey);
        picture.box(70, 20, 99, 70);    // the characters left of it …
        picture.box(102, 20, 131, 70);  // … and right of it, down to a third of its length
        picture.box(20, 60, 180, 61);   // another line crosses it there
        const std::vector<Ruling> lines = picture.lines(true);
        REQUIRE(lines.size() == 1);
        CHECK(lines[0].x1 == Approx(50.25));
        CHECK(lines[0].y1 == Approx(10));
        CHECK(lines[0].y2 == Approx(90));
    }
}

TEST_CASE("The edge of something dark is no line") {
    Picture picture;
    picture.box(60, 20, 140, 180, pale);
    CHECK(picture.lines(true).empty());
    CHECK(picture.lines(false).empty());
}

TEST_CASE("Strokes of small characters one beside the other are no line, a dotted line is one") {
    Picture characters, dotted;
    dotted.box(0, 80, 200, 120, 238);  // on a shaded cell
    for (std::size_t x = 20; x < 80; x += 14) characters.box(x, 100, x + 12, 101);  // 30 points, 一 beside 一
    for (std::size_t x = 20; x < 180; x += 4) dotted.box(x, 100, x + 2, 101);
    CHECK(characters.lines(false).empty());
    REQUIRE(dotted.lines(false).size() == 1);
    CHECK(dotted.lines(false)[0].x1 == Approx(10));
    CHECK(dotted.lines(false)[0].x2 == Approx(89));
}
