// docs/rules.md is the catalogue as people read it: generated, and current.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "core/write/catalogue.hpp"

using namespace nianbao;

TEST_CASE("docs/rules.md is what `nianbao rules --markdown` prints") {
    const std::string path = std::string(NIANBAO_SOURCE_DIR) + "/docs/rules.md";
    if (std::getenv("NIANBAO_RECORD")) std::ofstream(path) << rules_markdown();
    std::ostringstream text;
    text << std::ifstream(path).rdbuf();
    INFO("NIANBAO_RECORD=1 build/dev/test_rules writes it anew; look at the diff");
    CHECK(text.str() == rules_markdown());
}
