// What the writer puts down, and that broken text can't break the JSON.
#include <catch2/catch.hpp>

#include "core/write/json_writer.hpp"

using namespace nianbao;

namespace {

std::string written(std::string_view text) {
    JsonWriter json;
    json.string(text);
    return json.take();
}

std::string written(Decimal value) {
    JsonWriter json;
    json.number(value);
    return json.take();
}

}  // namespace

TEST_CASE("members and elements are separated, names come in their order") {
    JsonWriter json;
    json.begin_object();
    json.key("a").number(1);
    json.key("list").begin_array();
    json.null();
    json.boolean(true);
    json.begin_array();
    json.end_array();
    json.begin_object();
    json.end_object();
    json.end_array();
    json.key("z").string("公开");
    json.end_object();
    CHECK(json.take() == R"({"a":1,"list":[null,true,[],{}],"z":"公开"})");
}

TEST_CASE("quotes, backslashes and control characters are escaped, everything else goes out as it is") {
    CHECK(written("a\"b\\c/") == R"("a\"b\\c/")");
    CHECK(written("\b\f\n\r\t\x01\x1F\x7F") == "\"\\b\\f\\n\\r\\t\\u0001\\u001f\x7F\"");
    CHECK(written(std::string_view("\0", 1)) == R"("\u0000")");
    CHECK(written("é年𠮷\xEF\xBF\xBF") == "\"é年𠮷\xEF\xBF\xBF\"");
}

TEST_CASE("a broken sequence becomes one replacement character, what follows it stays") {
    const std::string mark = "\xEF\xBF\xBD";
    CHECK(written("\xE5\xB9") == '"' + mark + '"');                    // cut at the end
    CHECK(written("\xE5\xB9" "a") == '"' + mark + "a\"");
    CHECK(written("\x80\xBF") == '"' + mark + mark + '"');             // continuation bytes alone
    CHECK(written("\xC0\xAF") == '"' + mark + mark + '"');             // overlong
    CHECK(written("\xED\xA0\x80") == '"' + mark + mark + mark + '"');  // a surrogate
    CHECK(written("\xF4\x90\x80\x80") == '"' + mark + mark + mark + mark + '"');  // beyond U+10FFFF
    CHECK(written("\xF0\x9F\x98" "年") == '"' + mark + "年\"");
}

TEST_CASE("numbers are exact") {
    CHECK(written(Decimal{-208, 0}) == "-208");
    CHECK(written(Decimal{6784, 2}) == "67.84");
    CHECK(written(Decimal{6780, 2}) == "67.8");
    CHECK(written(Decimal{300, 2}) == "3");
    CHECK(written(Decimal{-5, 1}) == "-0.5");
    CHECK(written(Decimal{999'999'999'999'999, 6}) == "999999999.999999");
}
