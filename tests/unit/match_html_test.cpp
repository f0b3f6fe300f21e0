// Tables whose columns the markup tells: fillers, merges gone, pieces, sheets that hold everything.
#include <catch2/catch.hpp>

#include "tests/unit/match_support.hpp"

using namespace nianbao;
using namespace nianbao::testing;

namespace {

const Filled& filled() {
    static const Filled f = numbered_2021();
    return f;
}
std::string html() { return render_html(filled()); }

/// Inserts `by` before every `</tr>` of the table that holds `part`.
std::string widened(std::string text, const std::string& part, const std::string& by) {
    std::size_t at = text.rfind("<table", text.find(part));
    for (;;) {
        const std::size_t row = text.find("</tr>", at), end = text.find("</table>", at);
        if (row == std::string::npos || row > end) return text;
        text.insert(row, by);
        at = row + by.size() + 5;
    }
}

}  // namespace

TEST_CASE("a filler column at the right of a table changes nothing") {
    const Read three(widened(html(), "申请人情况", "<td></td>"));
    CHECK(three.different(filled()) == Texts{});
    CHECK(three.report.observations.empty());
    const Read two(widened(html(), "信息内容", "<td>&nbsp;</td>"));
    CHECK(two.different(filled()) == Texts{});
    const Read four(widened(html(), "行政诉讼", "<td></td>"));
    CHECK(four.different(filled()) == Texts{});
}

TEST_CASE("a filler column with blank cells beside it still tells places by the head") {
    Filled blanks = filled();
    blanks.at("t3.new.natural").clear();
    blanks.at("t3.denied_law.total").clear();
    blanks.at("t3.handled.business").clear();
    CHECK(Read(widened(render_html(blanks), "申请人情况", "<td></td>")).different(blanks) == Texts{});
}

TEST_CASE("cells of table two that are not merged are padding") {
    CHECK(Read(replace_all(html(), "<td colspan=3>7</td>", "<td>7</td><td></td><td></td>")).different(filled()) == Texts{});
}

TEST_CASE("table three in pieces, page numbers between them") {
    std::string text = html();
    for (const char* label : {"3.危及", "8.属于行政查询事项", "2.没有现成信息", "4.无正当理由", "四、结转下年度"}) {
        const std::size_t row = text.rfind("<tr", text.find(label));
        text.insert(row, "</table><p>- 3 -</p><table border=1>");
    }
    const Read read(text);
    CHECK(read.different(filled()) == Texts{});
    CHECK(read.report.observations.empty());
    CHECK(read.report.sections.size() == 6);
}

TEST_CASE("last year's table three inside the report is noted and not read") {
    const std::string text = html();
    const std::size_t begin = text.rfind("<table", text.find("申请人情况")), end = text.find("</table>", begin) + 8;
    const std::string table = replace_all(text.substr(begin, end - begin), ">10<", ">99<");
    const Read read(text.substr(0, end) + "<p>上年度数据</p>" + table + text.substr(end));
    CHECK(read.different(filled()) == Texts{});
    CHECK(read.observed("other-year-tables") == Texts{"1"});
    CHECK(read.observed("several-reports") == Texts{});
}

TEST_CASE("a value merged away makes its row unreadable") {
    std::string text = html();
    const std::size_t row = text.find("2.其他法律行政法规禁止公开");
    const std::size_t cell = text.find("<td>0</td>", row);
    text.replace(cell, 10, "");
    const Read read(text);
    CHECK(read.row("t3.denied_law") == "? ? ? ? ? ? ?");
    CHECK(read.row("t3.denied_stability") == "16 0 0 0 0 0 16");
}

TEST_CASE("one grid for everything: headings, prose and tables of a sheet") {
    std::string text = html();
    const auto cell_a_row = [&](const std::string& open, const std::string& close) {
        text = replace_all(replace_all(text, open, "<tr><td colspan=15>"), close, "</td></tr>");
    };
    text = replace_all(replace_all(text, "<table border=1>", ""), "</table>", "");
    cell_a_row("<p>", "</p>");
    text = replace_all(replace_all(text, "<body>", "<body><table border=1>"), "</body>", "</table></body>");
    const Read read(text);
    REQUIRE(read.report.form != nullptr);
    CHECK(read.different(filled()) == Texts{});
    CHECK(read.report.sections.size() == 6);
    CHECK(read.report.title.has_value());
    CHECK(read.report.year == 2022);
    CHECK(read.report.prose.size() >= 8);
    CHECK(read.report.observations.empty());
}

TEST_CASE("a cell too many makes a row unreadable, also where its last cell is blank") {
    Filled blanks = filled();
    blanks.at("t3.denied_law.total").clear();
    blanks.at("t3.denied_law.natural") = "0";
    const std::string text = render_html(blanks);
    REQUIRE(Read(text).different(blanks) == Texts{});
    const std::string label = "<td>2.其他法律行政法规禁止公开</td>\n";
    const Read read(replace_all(text, label, label + "<td>0</td>\n"));
    CHECK(read.row("t3.denied_law") == "? ? ? ? ? ? ?");
    CHECK(read.row("t3.denied_stability") == "16 0 0 0 0 0 16");
}

TEST_CASE("a row that a page's edge cuts within its title is one row") {
    const std::string text = html(), title = "2.其他法律行政法规禁止公开";
    const std::size_t at = text.find(title), begin = text.rfind("<tr", at), end = text.find("</tr>", at) + 5;
    const std::string row = text.substr(begin, end - begin), figures = row.substr(row.find("</td>", row.find(title)) + 5);
    std::string blanks;
    for (int i = 0; i < 7; ++i) blanks += "<td></td>";
    const auto cut = [&](const std::string& above, const std::string& below, const char* edge) {
        std::string cut_row = row.substr(0, row.find(title)) + above + edge + "<tr><td></td><td></td><td>" + below;
        return Read(text.substr(0, begin) + cut_row + text.substr(end));
    };
    for (const char* edge : {"</table><table border=1>", "</table><p>- 3 -</p><table border=1>", ""}) {
        const Read before(cut("2.其他法</td>" + figures, "律行政法规禁止公开</td>" + blanks + "</tr>", edge));
        const Read behind(cut("2.其他法</td>" + blanks + "</tr>", "律行政法规禁止公开</td>" + figures, edge));
        for (const Read* read : {&before, &behind}) {
            CHECK(read->row("t3.denied_law") == "15 0 0 0 0 0 15");
            CHECK(read->observed("label-altered") == Texts{});
            CHECK(read->observed("row-extra") == Texts{});
        }
        // Figures in both parts, or an end that does not complete the title: two rows.
        CHECK(cut("2.其他法</td>" + figures, "律行政法规禁止公开</td>" + figures, edge).report.observations.size() > 0);
        CHECK(cut("2.其他法</td>" + figures, "律行政法规</td>" + blanks + "</tr>", edge).report.observations.size() > 0);
    }
}
