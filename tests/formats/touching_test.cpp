// Figures and titles of neighbouring columns that touch: parted where the columns' other figures show exactly where, left
// unread where they don't.
#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "tests/formats/run_page.hpp"

using namespace nianbao;
using namespace nianbao::testing;

namespace {

/// Of "强制数" the figures touch, two points beside where the other rows' stand.
Page page_of_one_unparted_row() {
    Page page;
    page.row("规章数", Stands::centre, {"1", "22", "333"});
    page.row("许可数", Stands::centre, {"4444", "5", "66"});
    page.row("处罚数", Stands::centre, {"77", "888", "9"});
    page.text(40, "强制数", 36);
    page.text(columns_at + 2, "12345678901234", 14 * digit);
    page.y += 20;
    page.row("收费数", Stands::centre, {"10", "200", "3000"});
    return page;
}

}  // namespace

TEST_CASE("Figures that touch are parted where their columns' other figures show exactly where") {
    for (const Stands stands : {Stands::left, Stands::centre, Stands::right}) {
        Page page;
        page.row("规章数", stands, {"1", "22", "333"});
        page.row("许可数", stands, {"4444", "5", "66"});
        page.row("处罚数", stands, {"77", "888", "9"});
        // Three figures of five digits fill their columns: one text of fifteen digits.
        page.text(40, "强制数", 36);
        page.text(columns_at, "123456789012345", 15 * digit);
        page.y += 20;
        page.row("收费数", stands, {"10", "200", "3000"});
        CHECK(page.cells("强制数") == Texts{"12345", "67890", "12345"});
        CHECK(page.cells("收费数") == Texts{"10", "200", "3000"});
    }
}

TEST_CASE("Figures that touch and don't stand as their columns' others do are not parted") {
    const Texts cells = page_of_one_unparted_row().cells("强制数");
    REQUIRE(!cells.empty());
    for (const std::string& cell : cells) CHECK((cell.empty() || cell.find("12345678901234") != std::string::npos));
}

TEST_CASE("Titles of narrow columns that touch are each over their own column") {
    Page page;
    page.text(40, "项目", 24);
    page.text(columns_at, "制发废止有效", 72);  // 24 in a column of 30: they would touch at 24, columns lie at 30
    page.y += 20;
    page.row("规章数", Stands::left, {"1", "22", "333"});
    page.row("许可数", Stands::left, {"4444", "5", "66"});
    page.row("处罚数", Stands::left, {"77", "888", "9"});
    // What can't be said stays one text, not three made up.
    CHECK(page.cells("项目") != Texts{"制发", "废止", "有效"});

    Page exact;
    exact.text(40, "项目", 24);
    exact.text(columns_at, "制发数废止数有效数", 90);  // ten points a character, three to a column
    exact.y += 20;
    exact.row("规章数", Stands::left, {"1", "22", "333"});
    exact.row("许可数", Stands::left, {"4444", "5", "66"});
    exact.row("处罚数", Stands::left, {"77", "888", "9"});
    CHECK(exact.cells("项目") == Texts{"制发数", "废止数", "有效数"});
}

TEST_CASE("A row whose figures can't be parted says its label once") {
    for (const std::string& cell : page_of_one_unparted_row().cells("强制数")) CHECK(cell.find("强制数") == std::string::npos);
}

TEST_CASE("The head of a block is a row of its own, wherever in its columns it stands") {
    for (const int over : {0, 1}) {
        Page page;
        page.text(columns_at + column_width * over - 33, "第二十条第（八）项", 108);
        page.y += 14;
        page.text(40, "信息内容", 48);
        page.text(columns_at, "数", 12);
        page.text(columns_at + column_width, "额", 12);
        page.y += 14;
        page.row("收费数", Stands::left, {"48", "0"});
        CHECK(page.cells("第二十条第（八）项").empty());
        CHECK(page.cells("信息内容") == Texts{"数", "额"});
    }
}

TEST_CASE("Figures that all lie on one another are read as no table's, and end nothing") {
    Page page;
    for (const char* label : {"行政许可", "行政处罚"}) {
        page.text(40, label, 48);
        for (int i = 0; i < 3; ++i) page.text(200 + 10 * i, std::to_string(i + 1), 300);
        page.y += 20;
    }
    Document document;
    read_run_pages(page.pages, document);
    CHECK(document.text.find("行政许可") != std::string::npos);
}
