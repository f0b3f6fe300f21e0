// Columns that a report adds: what they hold is no figure of the form, and only they are set aside.
#include <catch2/catch.hpp>

#include <string>

#include "tests/unit/match_support.hpp"

using namespace nianbao;
using namespace nianbao::testing;

namespace {

Filled with_numbers() {
    Filled filled = numbered_2021();
    filled.numbered = true;
    return filled;
}

/// The text without the line of a row's own, in a layout of a cell a line.
std::string without_line(std::string text, const std::string& line, const std::string& before) {
    const std::size_t at = text.find(line + before);
    REQUIRE(at != std::string::npos);
    return text.erase(at, line.size());
}

}  // namespace

TEST_CASE("A running number that lost its place is no figure of the row before") {
    const Filled filled = with_numbers();
    const std::string text = render_cell_a_line(filled);
    // The row before is read as it stands, without a figure it may have lost to the missing number.
    const Read lost(without_line(text, "2 |\n", "行政规范性文件"));
    CHECK(lost.row("t2.rules") != "1 2 2");
    CHECK(lost.row("t2.normative") == "4 5 6");
    CHECK(lost.row("t2.licensing") == "7");
}

TEST_CASE("The number of a row whose title is lost is no figure") {
    const Filled filled = with_numbers();
    const Read lost(replace_all(render_tsv(filled), "2\t行政规范性文件", "2\t"));
    CHECK(lost.row("t2.rules") == "1 2 3");
    CHECK(lost.row("t2.licensing") == "7");
}

TEST_CASE("Figures that count up are figures where no column is called 序号, and where they do not go on with it") {
    Filled filled = numbered_2021();
    int count = 0;
    for (const char* id : {"t2.rules.in_force", "t2.normative.in_force", "t2.licensing.decisions", "t2.penalty.decisions", "t2.compulsion.decisions"}) filled.at(id) = std::to_string(++count);
    CHECK(Read(render_paragraphs(filled)).different(filled) == Texts{});
    // A list before the report has running numbers of its own.
    const Filled other = numbered_2021();
    CHECK(Read("序号\n标题\n1\n2022年年报\n" + render_paragraphs(other)).different(other) == Texts{});
}

TEST_CASE("A unit in one row's place of a figure is no column of units") {
    const Filled filled = numbered_2021();
    const Read read(replaced_line(render_tsv(filled), "规章\t", "规章\t件\t2\t3\n"));
    CHECK(read.row("t2.rules") == "! 2 3");
    CHECK(read.row("t2.normative") == "4 5 6");
}
