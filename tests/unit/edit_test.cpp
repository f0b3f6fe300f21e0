// Edits a person makes to a report as read.
#include <catch2/catch.hpp>

#include "core/read/edit.hpp"

using namespace nianbao;

namespace {

/// "甲\t\t12\n乙": a table row of three cells, the middle one blank, then a paragraph.
Document small() {
    Document document;
    document.text = "甲\t\t12\n乙";
    Grid grid;
    grid.kind = Grid::Kind::exact;
    grid.rows = 1;
    grid.columns = 3;
    grid.cells = {{{0, 3}, 0, 0, 1, 1}, {{4, 4}, 0, 1, 1, 1}, {{5, 7}, 0, 2, 1, 1}};
    document.grids.push_back(grid);
    document.blocks = {{{0, 7}, 0}, {{8, 11}, Block::no_grid}};
    return document;
}

std::string cell(const Document& document, std::size_t index) {
    return std::string(slice(document.text, document.grids[0].cells[index].span));
}

}  // namespace

TEST_CASE("an edit replaces a cell's text and moves what follows", "[edit]") {
    Document document = small();
    const std::vector<TextEdit> edits = {{3, 5, "108"}};
    apply_edits(edits, document);
    CHECK(document.text == "甲\t\t108\n乙");
    CHECK(cell(document, 0) == "甲");
    CHECK(cell(document, 1).empty());
    CHECK(cell(document, 2) == "108");
    CHECK(slice(document.text, document.blocks[1].span) == "乙");
}

TEST_CASE("a blank cell can be filled, and emptied again", "[edit]") {
    Document document = small();
    const std::vector<TextEdit> fill = {{2, 2, "7"}};
    apply_edits(fill, document);
    CHECK(document.text == "甲\t7\t12\n乙");
    CHECK(cell(document, 1) == "7");
    CHECK(cell(document, 2) == "12");
    const std::vector<TextEdit> empty = {{2, 3, ""}};
    apply_edits(empty, document);
    CHECK(document.text == small().text);
    CHECK(document.grids[0].cells[1].span == Span{4, 4});
    CHECK(document.blocks[0].span == Span{0, 7});
}

TEST_CASE("edits follow one another and are cut to the text", "[edit]") {
    Document document = small();
    const std::vector<TextEdit> edits = {{3, 5, "1"}, {2, 2, "0"}, {900, 1000, "。"}};
    apply_edits(edits, document);
    CHECK(document.text == "甲\t0\t1\n乙。");
    CHECK(cell(document, 1) == "0");
    CHECK(cell(document, 2) == "1");
}

TEST_CASE("offsets count UTF-16 units: a character beyond the basic plane counts two", "[edit]") {
    Document document;
    document.text = "𠮷3";
    document.blocks = {{{0, 5}, Block::no_grid}};
    const std::vector<TextEdit> edits = {{2, 3, "4"}};
    apply_edits(edits, document);
    CHECK(document.text == "𠮷4");
    CHECK(document.blocks[0].span == Span{0, 5});
}
