#include "core/write/json_text.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <string>

using namespace nianbao;

namespace {

template <class Value> std::string written(const Value& value) {
    JsonText json;
    json.add(value);
    return json.take();
}

}  // namespace

TEST_CASE("members and values stand in the order they are put, commas between them", "[json]") {
    JsonText json;
    json.object([&] {
        json.put("a", 1);
        json.put_null("b");
        json.array("c", [&] {
            json.add("x:");
            json.add(true);
            json.array([] {});
        });
        json.object("d", [] {});
        json.put_text_or_null("e", "");
        json.put_text_or_null("f", "文");
    });
    CHECK(json.take() == R"({"a":1,"b":null,"c":["x:",true,[]],"d":{},"e":null,"f":"文"})");
}

TEST_CASE("text ending in a bracket or colon is followed by a comma all the same", "[json]") {
    JsonText json;
    json.array([&] {
        for (const char* const text : {"{", "[", ":", ""}) json.add(text);
    });
    CHECK(json.take() == R"(["{","[",":",""])");
}

TEST_CASE("strings are escaped as JSON wants and bytes that are no UTF-8 replaced, as another writer has it", "[json]") {
    std::string all;
    for (int byte = 1; byte < 0x80; ++byte) all += static_cast<char>(byte);
    const std::string texts[] = {all, "附件\n\t\"a\\b\"", std::string("\0", 1), "€é中𠀀", "\xE4\xB8", "\xE4\xB8z", "\xFF\xFE", "\xED\xA0\x80",
                                 "\xF0\x9F\x98", "\xC0\xAF", "中\xE4中", "\xF4\x90\x80\x80"};
    for (const std::string& text : texts) {
        const std::string expected = nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
        CHECK(written(std::string_view(text)) == expected);
    }
}

TEST_CASE("decimals are written with all their digits, whole ones as integers", "[json]") {
    CHECK(written(Decimal{6784, 2}) == "67.84");
    CHECK(written(Decimal{-50, 2}) == "-0.5");
    CHECK(written(Decimal{300, 2}) == "3");
    CHECK(written(Decimal{0, 2}) == "0");
    CHECK(written(Decimal{-208, 0}) == "-208");
    CHECK(written(Decimal{999'999'999'999'999, 6}) == "999999999.999999");
}
