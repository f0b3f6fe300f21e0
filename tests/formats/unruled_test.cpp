// Tables without ruling lines: labels broken over lines around their figures, rows and tables broken over pages.
#include <catch2/catch.hpp>

#include <string>

#include "tests/formats/run_page.hpp"

using namespace nianbao;
using namespace nianbao::testing;

namespace {

/// Figures of one row, every third column one, half a line below the label's first line and half a line above its second.
void row_of_two_lines(Page& page, double left, const std::string& above, const std::string& below, const Texts& figures) {
    page.text(left, above, 12.0 * static_cast<double>(above.size()) / 3);
    page.y += 8;
    for (std::size_t i = 0; i < figures.size(); ++i) page.figure(static_cast<int>(3 * i), Stands::centre, figures[i]);
    page.y += 8;
    page.text(left, below, 12.0 * static_cast<double>(below.size()) / 3);
    page.y += 20;
}

void numbered_rows(Page& page) {
    page.row("1.属于秘密", Stands::centre, {"1", "0", "1"});
    page.row("2.禁止公开", Stands::centre, {"0", "2", "2"});
    page.row("3.危及稳定", Stands::centre, {"3", "0", "3"});
}

}  // namespace

TEST_CASE("A single figure between the two lines of its label is that label's row under its head") {
    Page page;
    page.text(100, "信息内容", 48);
    page.text(190, "本年收费金额（单位：万元）", 156);
    page.y += 20;
    row_of_two_lines(page, 100, "行政事业", "性收费", {"1140.9"});
    CHECK(page.cells("行政事业性收费") == Texts{"1140.9"});
    CHECK(page.cells("信息内容") == Texts{"本年收费金额（单位：万元）"});
}

TEST_CASE("The only row of a block has its label also where that stands on the lines around its figures") {
    Page page;
    page.text(140, "信息内容", 48);
    page.text(columns_at + 3, "数量", 24);
    page.text(columns_at + 3 * column_width + 3, "金额", 24);
    page.y += 20;
    row_of_two_lines(page, 140, "政府集中", "采购", {"7", "35"});
    CHECK(page.cells("政府集中采购") == Texts{"7", "35"});
    CHECK(page.cells("信息内容") == Texts{"数量", "金额"});
}

TEST_CASE("A head stands above its figures, not beside them, and names no label") {
    Page page;
    page.text(columns_at, "维", 12);
    page.text(columns_at + column_width, "纠", 12);
    page.text(columns_at + 2 * column_width, "总", 12);
    page.y += 12;
    for (int column = 0; column < 3; ++column) page.figure(column, Stands::right, std::to_string(35 + column));
    CHECK(page.cells("35") == Texts{"36", "37"});
}

TEST_CASE("A row broken over two pages is one row") {
    Page page;
    page.y = 640;
    numbered_rows(page);
    page.text(40, "4.保护第三方合法", 108);
    page.next_page();
    page.row("权益", Stands::centre, {"4", "5", "9"});
    page.row("5.内部事务", Stands::centre, {"0", "6", "6"});
    CHECK(page.cells("4.保护第三方合法权益") == Texts{"4", "5", "9"});
    CHECK(page.cells("5.内部事务") == Texts{"0", "6", "6"});
}

TEST_CASE("A numbered label whose figures may be those of a line without a number is no row of blanks") {
    Page page;
    numbered_rows(page);
    page.text(40, "4.保护第三方合法", 108);
    page.y += 70;
    page.row("权益", Stands::centre, {"4", "5", "9"});
    page.row("5.内部事务", Stands::centre, {"0", "6", "6"});
    CHECK(page.cells("4.保护第三方合法").empty());
    CHECK(page.cells("权益") == Texts{"4", "5", "9"});
    CHECK(page.cells("3.危及稳定") == Texts{"3", "0", "3"});
}

TEST_CASE("The first item of a section whose figures stand beside the section is no row of blanks") {
    Page page;
    page.row("（一）予以公开", Stands::centre, {"1", "0", "1"});
    page.row("（二）部分公开", Stands::centre, {"2", "0", "2"});
    page.row("（三）不予公开", Stands::centre, {"3", "4", "7"});
    page.text(60, "1.属于秘密", 66);
    page.y += 60;
    page.row("2.禁止公开", Stands::centre, {"0", "0", "0"});
    page.row("（四）无法提供", Stands::centre, {"5", "0", "5"});
    CHECK(page.cells("1.属于秘密").empty());
    CHECK(page.cells("2.禁止公开") == Texts{"0", "0", "0"});
    CHECK(page.cells("（四）无法提供") == Texts{"5", "0", "5"});
}

TEST_CASE("A section and its first item that stand a narrow gap apart are two labels") {
    Page page;
    page.row("（一）予以公开", Stands::centre, {"1", "0", "1"});
    page.text(40, "（二）不予公开", 84);
    page.row_at(127, "1.属于秘密", {"2", "3", "5"});
    page.row_at(127, "2.禁止公开", {"0", "4", "4"});
    page.row("（三）无法提供", Stands::centre, {"5", "0", "5"});
    CHECK(page.cells("1.属于秘密") == Texts{"2", "3", "5"});
    CHECK(page.cells("2.禁止公开") == Texts{"0", "4", "4"});
    CHECK(page.cells("（二）不予公开").front() == "1.属于秘密");
}

TEST_CASE("A row without figures between rows with theirs is a row of blanks") {
    Page page;
    numbered_rows(page);
    page.text(40, "4.第三方权", 60);
    page.y += 20;
    page.row("5.内部事务", Stands::centre, {"0", "6", "6"});
    page.row("6.过程信息", Stands::centre, {"7", "0", "7"});
    CHECK(page.cells("4.第三方权") == Texts{"", "", ""});
}

TEST_CASE("What comes again at the edge of pages is left out at the same height, and a table's where it stands elsewhere") {
    const auto printed = [](double second_at) {
        Page page;
        page.y = 30;
        page.text(40, "临江县年报", 60);
        page.y = 780;
        page.row("数量甲", Stands::centre, {"1", "2", "3"});
        page.text(40, "数量", 24);
        page.y += 2;
        page.next_page();
        page.y = second_at;
        page.text(40, second_at == 30 ? "临江县年报" : "数量", second_at == 30 ? 60 : 24);
        page.y = 60;
        page.row("数量乙", Stands::centre, {"4", "5", "6"});
        Document document;
        read_run_pages(page.pages, document);
        return document.text;
    };
    const auto count = [](const std::string& text, const std::string& what) {
        std::size_t n = 0;
        for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + what.size())) ++n;
        return n;
    };
    CHECK(count(printed(30), "临江县年报") == 1);
    CHECK(count(printed(42), "数量") == 4);
}
