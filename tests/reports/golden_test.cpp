// Golden reports of our own making, one in each layout. FILE.cells says what stands in every cell; FILE.expected says,
// a line each, "severity rule place": a cell id the finding names, a part of the id ("t3.handled", "natural") that all
// of its cells share, or "-" for a finding without cells. Both were written from the report, not from the program's output.
#include <catch2/catch.hpp>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "core/nianbao.hpp"
#include "core/write/names.hpp"

namespace {

using namespace nianbao;
namespace fs = std::filesystem;

const fs::path folder = fs::path(NIANBAO_SOURCE_DIR) / "tests/reports/golden";

std::string contents(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

std::vector<std::string> lines_of(const fs::path& path) {
    std::vector<std::string> lines;
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);)
        if (!line.empty()) lines.push_back(line);
    return lines;
}

bool stands_at(const Finding& finding, const Form& form, const std::string& place) {
    const auto id = [&](CellIndex cell) { return "." + cells_of(form)[cell].id + "."; };
    const std::string part = "." + place + ".";
    const auto has = [&](CellIndex cell) { return id(cell).find(part) != std::string::npos; };
    const bool one_cell = std::count(place.begin(), place.end(), '.') == 2;
    if (finding.cells.empty()) return place == "-";
    return one_cell ? std::any_of(finding.cells.begin(), finding.cells.end(), has)
                    : std::all_of(finding.cells.begin(), finding.cells.end(), has);
}

/// Takes the findings a line of FILE.expected describes out of `left`; true if there was exactly one.
bool take(std::vector<Finding>& left, const Form& form, const std::string& line) {
    std::istringstream words(line);
    std::string severity, rule, place;
    words >> severity >> rule >> place;
    const auto found = std::find_if(left.begin(), left.end(), [&](const Finding& finding) {
        return finding.rule == rule && severity_name(finding.severity) == severity && stands_at(finding, form, place);
    });
    if (found == left.end()) return false;
    left.erase(found);
    return true;
}

}  // namespace

TEST_CASE("golden reports read cell for cell and give exactly their findings", "[golden]") {
    int files = 0;
    for (const auto& entry : fs::directory_iterator(folder)) {
        const fs::path path = entry.path();
        if (path.extension() != ".txt" && path.extension() != ".html") continue;
        ++files;
        DYNAMIC_SECTION(path.filename().string()) {
            const std::string bytes = contents(path);
            const Result result = check(bytes, {});
            REQUIRE(result.report.form != nullptr);
            for (const std::string& line : lines_of(path.string() + ".cells")) {
                const std::size_t tab = line.find('\t');
                const int cell = cell_index(*result.report.form, line.substr(0, tab));
                CAPTURE(line);
                REQUIRE(cell >= 0);
                REQUIRE(slice(result.document.text, result.report.cells[static_cast<std::size_t>(cell)].span) == line.substr(tab + 1));
            }
            std::vector<Finding> left = result.findings;
            for (const std::string& line : lines_of(path.string() + ".expected")) {
                CAPTURE(line);
                CHECK(take(left, *result.report.form, line));
            }
            for (const Finding& finding : left) FAIL_CHECK("unexpected: " << finding.rule << " " << finding.message.zh);
        }
    }
    REQUIRE(files >= 20);
}
