// Rules about a report's text where one sheet holds all of it, text and tables.
#include <catch2/catch.hpp>

#include <algorithm>

#include "core/nianbao.hpp"
#include "tests/support/layouts.hpp"

using namespace nianbao;
using namespace nianbao::testing;

namespace {

constexpr std::string_view emptied = "五、存在的主要问题及改进情况";

/// A report as one table, a line of text a row.
std::string sheet(bool with_problems) {
    std::string rows = "<table>";
    const std::string text = sample("clean", "2021");
    bool skips = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        std::string line = text.substr(at, end - at);
        at = end + 1;
        if (line.rfind("六、", 0) == 0) skips = false;
        if (!skips && !line.empty()) {
            if (line.back() == '|') line.pop_back();
            rows += "<tr><td>" + replace_all(line, " | ", "</td><td>") + "</td></tr>";
        }
        if (line.rfind(emptied, 0) == 0) skips = !with_problems;
    }
    return rows + "</table>";
}

std::size_t count(const Result& result, std::string_view rule) {
    return static_cast<std::size_t>(std::count_if(result.findings.begin(), result.findings.end(), [&](const Finding& f) { return f.rule == rule; }));
}

}  // namespace

TEST_CASE("A section without content is empty in a sheet that holds the whole report, too") {
    CHECK(count(check(sheet(true), {}), "section-empty") == 0);
    CHECK(count(check(sheet(false), {}), "section-empty") == 1);
}
