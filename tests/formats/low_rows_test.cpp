// Drawn tables with rows hardly higher than their text.
#include <catch2/catch.hpp>

#include <string>

#include "core/read/runs.hpp"
#include "tests/unit/drawn.hpp"

using namespace nianbao;
using namespace nianbao::testing;

TEST_CASE("A title merged over the columns of a low row is one cell") {
    for (const double height : {7.5, 9.0, 20.0}) {
        CAPTURE(height);
        constexpr double left = 60, width = 40, columns = 3;
        RunPages pages;
        pages.pages.push_back({595, 842, {}, {}});
        RunPage& page = pages.pages.back();
        const double tops[] = {60, 60 + height, 60 + 2 * height, 60 + 3 * height};
        for (const double y : tops) page.rulings.push_back({left, y, left + columns * width, y});
        for (int c = 0; c <= columns; ++c) page.rulings.push_back({left + c * width, c == 0 || c == columns ? tops[0] : tops[1], left + c * width, tops[3]});
        page.runs.push_back({left + 46, tops[0] + 0.5, 28, 7, "行政复议"});
        const char* const cells[][3] = {{"结果维持", "结果纠正", "总计"}, {"1", "2", "3"}};
        for (int r = 0; r < 2; ++r)
            for (int c = 0; c < columns; ++c) page.runs.push_back({left + c * width + 4, tops[r + 1] + 0.5, r == 0 ? 28.0 : 3.5, 7, cells[r][c]});
        CHECK(drawn(write_runs(pages)) == Lines{"[行政复议{1,3}/结果维持|结果纠正|总计/1|2|3]"});
    }
}
