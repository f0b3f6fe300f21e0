#include "core/read/html_characters.hpp"

#include <catch2/catch.hpp>
#include <string_view>

using namespace nianbao;

namespace {

struct Match {
    std::size_t length = 0;
    char32_t first = 0, second = 0;
    bool operator==(const Match& other) const { return length == other.length && first == other.first && second == other.second; }
};

Match match(std::string_view text) {
    const CharacterReference found = character_reference(text, 0);
    return {found.length, found.first, found.second};
}

}  // namespace

TEST_CASE("named characters are read as HTML has it: the longest name, some without a semicolon", "[html]") {
    CHECK(match("&nbsp;x") == Match{6, 0xA0, 0});
    CHECK(match("&amp") == Match{4, '&', 0});
    CHECK(match("&ampx;") == Match{4, '&', 0});
    CHECK(match("&notin;") == Match{7, 0x2209, 0});
    CHECK(match("&notit;") == Match{4, 0xAC, 0});      // "not" needs no semicolon
    CHECK(match("&nGt;") == Match{5, 0x226B, 0x20D2});  // two characters
    CHECK(match("&nGt") == Match{0, 0, 0});           // needs one
    CHECK(match("&CounterClockwiseContourIntegral;") == Match{33, 0x2233, 0});
    CHECK(match("&Tab;") == Match{5, '\t', 0});
    CHECK(match("&") == Match{0, 0, 0});
    CHECK(match("&;") == Match{0, 0, 0});
    CHECK(match("&没有;") == Match{0, 0, 0});
}

TEST_CASE("numbered characters: decimal, hexadecimal, as Windows-1252 has them, and those that are none", "[html]") {
    CHECK(match("&#19968;") == Match{8, 0x4E00, 0});
    CHECK(match("&#x4e00;x") == Match{8, 0x4E00, 0});
    CHECK(match("&#X20bb7") == Match{8, 0x20BB7, 0});
    CHECK(match("&#150;") == Match{6, 0x2013, 0});
    CHECK(match("&#0;") == Match{4, 0xFFFD, 0});
    CHECK(match("&#xD800;") == Match{8, 0xFFFD, 0});
    CHECK(match("&#99999999999;") == Match{14, 0xFFFD, 0});
    CHECK(match("&#;") == Match{0, 0, 0});
    CHECK(match("&#xyz") == Match{0, 0, 0});
    CHECK(match("&") == Match{0, 0, 0});
}

TEST_CASE("an attribute's value: names without a semicolon are none within an address", "[html]") {
    CHECK(without_references("a&nbsp;b&amp;c") == "a\u00A0b&c");
    CHECK(without_references("?x=1&copy=2&copyright&#49") == "?x=1&copy=2&copyright1");
    CHECK(without_references("12&copy") == "12\u00A9");
}
