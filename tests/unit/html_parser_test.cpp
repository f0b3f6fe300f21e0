#include "core/read/html_parser.hpp"

#include <catch2/catch.hpp>
#include <string_view>

extern "C" std::size_t match_named_char_ref(const char* text, std::size_t size, int output[2]);

namespace {

struct Match {
    std::size_t length = 0;
    int characters[2] = {};
    bool operator==(const Match& other) const {
        return length == other.length && characters[0] == other.characters[0] && characters[1] == other.characters[1];
    }
};

Match match(std::string_view text) {
    Match found;
    found.length = match_named_char_ref(text.data(), text.size(), found.characters);
    return found;
}

}  // namespace

TEST_CASE("named characters are read as HTML has it: the longest name, some without a semicolon", "[html]") {
    CHECK(match("nbsp;x") == Match{5, {0xA0, -1}});
    CHECK(match("amp") == Match{3, {'&', -1}});
    CHECK(match("ampx;") == Match{3, {'&', -1}});
    CHECK(match("notin;") == Match{6, {0x2209, -1}});
    CHECK(match("notit;") == Match{3, {0xAC, -1}});      // "not" needs no semicolon
    CHECK(match("nGt;") == Match{4, {0x226B, 0x20D2}});  // two characters
    CHECK(match("nGt") == Match{0, {-1, -1}});           // needs one
    CHECK(match("CounterClockwiseContourIntegral;") == Match{32, {0x2233, -1}});
    CHECK(match("Tab;") == Match{4, {'\t', -1}});
    CHECK(match("") == Match{0, {-1, -1}});
    CHECK(match(";") == Match{0, {-1, -1}});
    CHECK(match("没有;") == Match{0, {-1, -1}});
}
