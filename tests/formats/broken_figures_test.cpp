// Figures too long for their cells, which a page shows on two lines, and rows that a page's edge cuts in two.
#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include "core/read/read.hpp"
#include "core/read/runs.hpp"

using namespace nianbao;

namespace {

constexpr double digit = 5.25, size = 10.5, line = 13, label_at = 60, columns_at = 200;
constexpr std::size_t columns = 4;

using Texts = std::vector<std::string>;
using Lines = std::vector<Texts>;  ///< by column, the label first: a cell's lines

/// A table drawn with lines, or without them; every column of figures is so wide.
struct Page {
    RunPages pages;
    double width;
    bool drawn;
    double y = 60;

    Page(double column_width, bool with_lines) : width(column_width), drawn(with_lines) { turn(); }
    void turn() {
        pages.pages.push_back({595, 842, {}, {}});
        y = 60;
    }
    double left(std::size_t column) const { return column == 0 ? label_at : columns_at + width * static_cast<double>(column - 1); }
    void rule(double x1, double y1, double x2, double y2) {
        if (drawn) pages.pages.back().rulings.push_back({x1, y1, x2, y2});
    }
    /// The upright lines once more, from the page's first row to its last, as some programs draw them.
    void rule_columns() {
        for (std::size_t c = 0; c <= columns; ++c) rule(left(c), 60, left(c), y);
    }
    void row(const Lines& cells) {
        std::size_t most = 1;
        for (const Texts& cell : cells) most = std::max(most, cell.size());
        const double top = y, bottom = y + line * static_cast<double>(most) + 2;
        for (std::size_t c = 0; c < cells.size(); ++c)
            for (std::size_t i = 0; i < cells[c].size(); ++i) {
                const bool figure = cells[c][i].find_first_not_of("0123456789") == std::string::npos;
                const double wide = figure ? digit * static_cast<double>(cells[c][i].size()) : size * static_cast<double>(cells[c][i].size()) / 3;
                pages.pages.back().runs.push_back({left(c) + 5.4, top + 1 + line * static_cast<double>(i), wide, size, cells[c][i]});
            }
        rule(left(0), top, left(columns), top);
        rule(left(0), bottom, left(columns), bottom);
        for (std::size_t c = 0; c <= columns; ++c) rule(left(c), top, left(c), bottom);
        y = bottom;
    }
    /// Rows as "规章数 1 22 333"; a blank cell is "_".
    Texts rows() const {
        Document document;
        read_run_pages(pages, document);
        Texts rows;
        for (const Grid& grid : document.grids) {
            int row = -1;
            for (const GridCell& cell : grid.cells) {
                if (cell.row != row) rows.emplace_back();
                else rows.back() += ' ';
                row = cell.row;
                rows.back() += cell.span.empty() ? "_" : std::string(slice(document.text, cell.span));
            }
        }
        return rows;
    }
};

constexpr double narrow = 27, wide = 60;

Page page_with(const Lines& broken, double width, bool drawn) {
    Page page(width, drawn);
    page.row({{"规章数"}, {"1"}, {"22"}, {"333"}});
    page.row(broken);
    page.row({{"处罚数"}, {"77"}, {"888"}, {"9"}});
    page.row({{"收费数"}, {"10"}, {"200"}, {"300"}});
    page.rule_columns();
    return page;
}

bool has_row(const Texts& rows, const std::string& row) { return std::find(rows.begin(), rows.end(), row) != rows.end(); }

}  // namespace

TEST_CASE("A figure on two lines of a drawn cell that has no room for it is one figure") {
    CHECK(has_row(page_with({{"许可数"}, {"387", "0"}, {"5"}, {"66"}}, narrow, true).rows(), "许可数 3870 5 66"));
    CHECK(has_row(page_with({{"许可", "总数"}, {"4"}, {"5"}, {"448", "35"}}, narrow, true).rows(), "许可总数 4 5 44835"));
}

TEST_CASE("Two figures in a drawn cell are not one") {
    const auto joins = [](const Lines& row, double width) {
        for (const std::string& read : page_with(row, width, true).rows())
            if (read.find("3870") != std::string::npos) return true;
        return false;
    };
    SECTION("where the cell has room for both on one line") { CHECK_FALSE(joins({{"许可数"}, {"387", "0"}, {"5"}, {"66"}}, wide)); }
    SECTION("where the lower one is longer") { CHECK_FALSE(joins({{"许可数"}, {"387", "0123"}, {"5"}, {"66"}}, narrow)); }
    SECTION("where every cell of the row has two: a line is missing") {
        CHECK_FALSE(joins({{"许可数", "强制数"}, {"387", "0"}, {"555", "1"}, {"666", "2"}}, narrow));
    }
}

TEST_CASE("A row whose figures are all on two lines may be two rows: it alone is unread") {
    const Texts rows = page_with({{"许可数"}, {"387", "0"}, {"555", "1"}, {"666", "2"}}, narrow, true).rows();
    CHECK(rows == Texts{"规章数 1 22 333", "许可数", "处罚数 77 888 9", "收费数 10 200 300"});
}

TEST_CASE("A row where figures run over their cells into others is unread, the others are read") {
    // 27 points hold five digits of 5.25.
    CHECK(page_with({{"许可数"}, {"1234512345"}, {}, {"66"}}, narrow, true).rows() == Texts{"规章数 1 22 333", "许可数", "处罚数 77 888 9", "收费数 10 200 300"});
    CHECK(has_row(page_with({{"许可数"}, {"12345"}, {"5"}, {"66"}}, narrow, true).rows(), "许可数 12345 5 66"));
}

TEST_CASE("A row that ran together stays so where it goes on overleaf") {
    Page page(narrow, true);
    page.row({{"规章数"}, {"1"}, {"22"}, {"333"}});
    page.row({{"行政规范性"}, {"1234512345"}, {}, {"6"}});
    page.rule_columns();
    page.turn();
    page.row({{"文件数"}, {}, {}, {}});
    page.row({{"处罚数"}, {"77"}, {"888"}, {"9"}});
    CHECK(page.rows() == Texts{"规章数 1 22 333", "行政规范性文件数", "处罚数 77 888 9"});
}

TEST_CASE("Without lines the end of a figure below its row makes the row unreadable") {
    const Texts rows = page_with({{"许可数"}, {"387", "0"}, {"5"}, {"66"}}, narrow, false).rows();
    CHECK(has_row(rows, "规章数 1 22 333"));
    CHECK(has_row(rows, "处罚数 77 888 9"));
    for (const std::string& row : rows) {
        CAPTURE(row);
        CHECK(row.find("387 ") == std::string::npos);
    }
}

TEST_CASE("A row that a page's edge cuts goes on overleaf, in the head, too") {
    Page page(narrow, true);
    page.row({{"信息内容"}, {"制发"}, {"废止"}, {"现行"}});
    page.turn();
    page.row({{}, {"件数"}, {"件数"}, {"有效"}});
    page.row({{"规章数"}, {"1"}, {"22"}, {"333"}});
    page.row({{"行政规范性"}, {"4"}, {"5"}, {"6"}});
    page.turn();
    page.row({{"文件数"}, {}, {}, {}});
    page.row({{"处罚数"}, {"77"}, {"888"}, {"9"}});
    CHECK(page.rows() == Texts{"信息内容 制发件数 废止件数 现行有效", "规章数 1 22 333", "行政规范性文件数 4 5 6", "处罚数 77 888 9"});
}

TEST_CASE("Figures that a page's edge parts from their label are its row's, whether or not the label goes on beside them") {
    for (const std::string rest : {"文件数", ""}) {
        Page page(narrow, true);
        page.row({{"规章数"}, {"1"}, {"22"}, {"333"}});
        page.row({{"行政规范性"}, {}, {}, {}});
        page.turn();
        page.row({rest.empty() ? Texts{} : Texts{rest}, {"4"}, {"5"}, {"6"}});
        page.row({{"处罚数"}, {"77"}, {"888"}, {"9"}});
        CHECK(page.rows() == Texts{"规章数 1 22 333", "行政规范性" + rest + " 4 5 6", "处罚数 77 888 9"});
    }
}

TEST_CASE("A row of titles overleaf is a row of its own where rows of figures end the page") {
    Page page(narrow, true);
    page.row({{"规章数"}, {"1"}, {"22"}, {"333"}});
    page.turn();
    page.row({{"处罚数"}, {"77"}, {"888"}, {"9"}});
    CHECK(page.rows() == Texts{"规章数 1 22 333", "处罚数 77 888 9"});
}

TEST_CASE("One word overleaf between the same edges ends the cell above") {
    Page page(narrow, true);
    page.row({{"规章数"}, {"1"}, {"22"}, {"333"}});
    page.row({{"行政规范性"}, {"4"}, {"5"}, {"6"}});
    page.turn();
    page.row({{"文件数"}, {}, {}, {}});
    CHECK(page.rows() == Texts{"规章数 1 22 333", "行政规范性文件数 4 5 6"});
}

TEST_CASE("The last line of one title overleaf ends it, a label does not") {
    Page title(narrow, true), label(narrow, true);
    for (Page* page : {&title, &label}) {
        page->row({{"信息内容"}, {"制发"}, {"废止"}, {"现行"}});
        page->turn();
        page->row(page == &title ? Lines{{}, {"件数"}, {}, {}} : Lines{{"规章数"}, {}, {}, {}});
        page->row({{"处罚数"}, {"77"}, {"888"}, {"9"}});
    }
    CHECK(title.rows() == Texts{"信息内容 制发件数 废止 现行", "处罚数 77 888 9"});
    CHECK(label.rows() == Texts{"信息内容 制发 废止 现行", "规章数 _ _ _", "处罚数 77 888 9"});
}

TEST_CASE("A title over columns and the columns' titles overleaf are two rows, also where the edge cuts the table open") {
    Page page(narrow, true);
    page.row({{"规章数"}, {"1"}, {"22"}, {"333"}});
    auto& rulings = page.pages.pages.back().rulings;
    // A row of the label and one cell over all columns, without a line below it.
    for (const std::size_t c : {std::size_t{0}, std::size_t{1}, columns}) rulings.push_back({page.left(c), page.y, page.left(c), page.y + 30});
    page.pages.pages.back().runs.push_back({page.left(0) + 5, page.y + 5, 40, size, "信息内容"});
    page.pages.pages.back().runs.push_back({page.left(1) + 5, page.y + 5, 40, size, "本年件数"});
    page.turn();
    page.row({{}, {"制发"}, {"废止"}, {"现行"}});
    page.row({{"处罚数"}, {"77"}, {"888"}, {"9"}});
    const Texts rows = page.rows();
    CHECK(has_row(rows, "信息内容 本年件数"));
    CHECK(has_row(rows, "_ 制发 废止 现行"));
}

TEST_CASE("The edge of a merged cell that reaches from a page's top to its end is the table's") {
    Page page(narrow, true);
    page.row({{"规章数"}, {"1"}, {"22"}, {"333"}});
    page.turn();
    const double top = page.y;
    page.row({{"许可数"}, {"4"}, {"5"}, {"6"}});
    page.row({{"处罚数"}, {"77"}, {"888"}, {"9"}});
    auto& rulings = page.pages.pages.back().rulings;
    // Only the line between the two rows is left of those across, right of the labels; the upright ones go on over the page's edges.
    rulings.erase(std::remove_if(rulings.begin(), rulings.end(), [](const Ruling& r) { return r.y1 == r.y2; }), rulings.end());
    for (Ruling& r : rulings) r.y1 = top - 10, r.y2 = page.y + 10;
    rulings.push_back({page.left(1), (top + page.y) / 2, page.left(columns), (top + page.y) / 2});
    const Texts rows = page.rows();
    REQUIRE(rows.size() == 3);
    CHECK(rows[1] == "许可数处罚数 4 5 6");  // one cell, as it is drawn
    CHECK(rows[2] == "77 888 9");
}
