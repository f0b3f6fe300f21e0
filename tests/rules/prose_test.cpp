#include <catch2/catch.hpp>
#include <cstdlib>

#include "core/check/prose/rules.hpp"
#include "prose_support.hpp"

using namespace nianbao;
using namespace nianbao::testing;

namespace {

std::string cases_path() { return std::string(NIANBAO_SOURCE_DIR) + "/tests/rules/prose_cases.txt"; }

std::vector<Finding> findings(const Rule& rule, const Case& c) {
    std::vector<Finding> out;
    rule.check(rule, c, out);
    return out;
}

/// "t3.handled.total 28 27": the first cell meant, the prose's figure, the tables'.
std::string shown(const Finding& f, const Report& report) {
    return cells_of(*report.form)[f.cells.at(0)].id + " " + f.left->to_string() + " " + f.right->to_string();
}

}  // namespace

TEST_CASE("A figure in the prose is compared only where its sentence is plain", "[prose]") {
    int fires = 0, silent = 0;
    for (const ProseCase& c : read_prose_cases(cases_path())) {
        const Made made = make_prose(c.sentence, c.year, c.tables);
        std::vector<std::string> found;
        for (const Finding& f : findings(text_table_mismatch, made.as_case())) found.push_back(shown(f, made.report));
        INFO("prose_cases.txt:" << c.line << ": " << c.sentence << "   [" << c.tables << "]");
        CHECK(found == c.expected);
        ++(c.fires ? fires : silent);
    }
    CHECK(fires >= 120);
    CHECK(silent >= 120);
}
