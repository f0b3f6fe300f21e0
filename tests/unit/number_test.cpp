// What a cell's text says as a number.
#include <catch2/catch.hpp>

#include "core/text/number.hpp"

using namespace nianbao;

namespace {

/// The value as unscaled digits and scale, or a word for what else the text is.
std::string says(std::string_view text) {
    const NumberText n = read_number(text);
    if (n.reading == Reading::blank) return "blank";
    if (n.reading == Reading::not_a_number) return "no number";
    return std::to_string(n.value.unscaled) + (n.value.scale ? "e-" + std::to_string(n.value.scale) : "");
}

}  // namespace

TEST_CASE("plain and full-width digits, with any white space around them") {
    CHECK(says("27") == "27");
    CHECK(says("\xC2\xA0" "0") == "0");
    CHECK(says("\xE3\x80\x80１２３\n") == "123");
    CHECK(says("**5**") == "5");
}

TEST_CASE("signs of every width") {
    CHECK(says("-208") == "-208");
    CHECK(says("－2") == "-2");
    CHECK(says("−7") == "-7");
    CHECK(says("+19") == "19");
    CHECK(says("＋19") == "19");
    CHECK(says("—5") == "no number");
    CHECK(says("--5") == "no number");
}

TEST_CASE("a change's sign may be a word") {
    CHECK(says("增10") == "10");
    CHECK(says("增加 3项") == "3");
    CHECK(says("新增1,204") == "1204");
    CHECK(says("减5") == "-5");
    CHECK(says("減少２") == "-2");
    CHECK(says("减-5") == "no number");
    CHECK(says("-减5") == "no number");
    CHECK(says("增") == "no number");
    CHECK(says("加5") == "no number");
    CHECK(read_number("减5").change);
    CHECK_FALSE(read_number("-5").change);
}

TEST_CASE("thousands separators only where every group has three digits") {
    CHECK(says("1,234") == "1234");
    CHECK(says("12，345，678") == "12345678");
    CHECK(says("1,23") == "no number");
    CHECK(says("1234,567") == "no number");
    CHECK(says(",123") == "no number");
    CHECK(says("1,234,") == "no number");
    CHECK(says("1,,234") == "no number");
}

TEST_CASE("decimals keep their digits") {
    CHECK(says("1798.66") == "179866e-2");
    CHECK(says("0.00") == "0e-2");
    CHECK(says("1,798.660000") == "1798660000e-6");
    CHECK(says("1.2345678") == "no number");
    CHECK(says("5.") == "no number");
    CHECK(says(".5") == "no number");
    CHECK(says("1.2.3") == "no number");
    CHECK(read_number("3.0").fraction);
    CHECK_FALSE(read_number("3").fraction);
}

TEST_CASE("units and remarks stand after the figure") {
    CHECK(says("32 项") == "32");
    CHECK(read_number("32 项").unit == "项");
    CHECK(read_number("6423.03 万").unit == "万");
    CHECK(read_number("67.84万元").unit == "万元");
    CHECK(says("251000元") == "251000");
    CHECK(says("22（其中修订16件）") == "22");
    CHECK(read_number("22（其中修订16件）").remark == "（其中修订16件）");
    CHECK(read_number("22件 (其中(a)修订)").unit == "件");
    CHECK(says("22（其中") == "no number");
    CHECK(says("22（）件") == "no number");
    CHECK(says("67.84萬元") == says("67.84"));
    CHECK(read_number("67.84萬元").unit == "万元");
    CHECK(read_number("32 條").unit == "条");
    CHECK(read_number("3億（其中（一）2億）").unit == "亿");
    CHECK(says("32吨") == "no number");
    CHECK(says("32噸") == "no number");
    CHECK(says("12%") == "no number");
}

TEST_CASE("white space between digits is not guessed away") {
    CHECK(says("1 2") == "no number");
    CHECK(says("1\xC2\xA0" "2") == "no number");
    CHECK(says("1 .5") == "no number");
    CHECK(says("- 5") == "no number");
}

TEST_CASE("what takes no room parts no figure") {
    constexpr const char* invisible[] = {"\u200B", "\uFEFF", "\u2060", "\u200D", "\u00AD"};
    for (const std::string mark : invisible) {
        INFO(mark.size());
        CHECK(says("1" + mark + "2") == "12");
        CHECK(says(mark + "1" + mark + "," + mark + "234" + mark) == "1234");
        CHECK(says("-" + mark + "7") == "-7");
        CHECK(says("12" + mark + "." + mark + "36" + mark + "万" + mark + "元" + mark) == "1236e-2");
        CHECK(says("0" + mark + "3") == "3");
        CHECK(read_number("0" + mark + "3").leading_zero);
        CHECK(says("—" + mark + "—") == "blank");
        CHECK(says("1" + mark + "," + mark + "23") == "no number");
        CHECK(says("1" + mark + " " + mark + "2") == "no number");
    }
}

TEST_CASE("blanks as reports write them") {
    for (const char* blank : {"", "  ", "\xC2\xA0", "/", "／", "\\", "＼", "-", "—", "——", "－", "无", "無"}) CHECK(says(blank) == "blank");
}

TEST_CASE("leading zeros are a number and are noted") {
    CHECK(says("00") == "0");
    CHECK(read_number("00").leading_zero);
    CHECK(read_number("007").leading_zero);
    CHECK_FALSE(read_number("0").leading_zero);
    CHECK_FALSE(read_number("0.5").leading_zero);
}

TEST_CASE("fifteen digits fit, sixteen are refused") {
    CHECK(says("999999999999999") == "999999999999999");
    CHECK(says("1000000000000000") == "no number");
    CHECK(says("99999999999999.99") == "no number");
}

TEST_CASE("words are no numbers") {
    CHECK(says("行政许可") == "no number");
    CHECK(says("O") == "no number");
    CHECK(says("五") == "no number");
    CHECK(says("3 1 0") == "no number");
}
