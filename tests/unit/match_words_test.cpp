// Words where a figure should be are that cell's, and no number; they never move the figures beside them.
#include <catch2/catch.hpp>

#include "tests/unit/match_support.hpp"

using namespace nianbao;
using namespace nianbao::testing;

TEST_CASE("a word in place of a figure is a cell that is no number", "[match]") {
    Filled filled = numbered_2021();
    filled.at("t3.rejected_repeat.business") = "若干";
    filled.at("t2.licensing.decisions") = "详见附件";
    for (std::string (*render)(const Filled&) : {render_pipes, render_cell_a_line, render_tsv, render_html}) {
        const Read read(render(filled));
        CHECK(read.row("t3.rejected_repeat") == filled.at("t3.rejected_repeat.natural") + " ! 0 0 0 0 " + filled.at("t3.rejected_repeat.total"));
        CHECK(read.cell("t2.licensing.decisions").reading == Reading::not_a_number);
    }
}

TEST_CASE("where columns can be trusted, words are their cell's beside blanks, too", "[match]") {
    Filled filled = numbered_2021();
    for (const char* column : {"research", "welfare", "total"}) filled.at(std::string("t3.rejected_repeat.") + column) = "";
    filled.at("t3.rejected_repeat.natural") = "见附件";
    filled.at("t3.denied_secret.legal") = "若干";  // behind its group's title
    filled.at("t3.denied_secret.other") = "";
    filled.at("t4.direct.other") = "";
    filled.at("t4.review.upheld") = "若干";
    for (std::string (*render)(const Filled&) : {render_html, render_word_html}) {
        const Read read(render(filled));
        CHECK(read.row("t3.rejected_repeat") == "! 0 _ _ 0 0 _");
        CHECK(read.row("t3.denied_secret") == "14 0 0 0 ! _ 14");
        CHECK(read.row("t4.direct") == "6 7 _ 9 10");
        CHECK(read.row("t4.review") == "! 2 3 4 5");
    }
    // A renamed title of table four is none.
    const Read renamed(replace_all(render_html(numbered_2021()), "结果纠正", "撤销决定"));
    CHECK(renamed.different(numbered_2021()) == Texts{});
    // Text does not place a blank: the row may as well have lost a figure.
    CHECK(Read(render_cell_a_line(filled)).row("t3.rejected_repeat").find_first_of("0123456789") == std::string::npos);
    // In HTML, too, where a cell is gone.
    const std::string html = render_html(numbered_2021());
    const std::size_t label = html.find("2.重复申请"), first = html.find("<td", label), second = html.find("<td", first + 1);
    const Read lost(html.substr(0, first) + "<td>若干</td>" + html.substr(html.find("<td", second + 1)));
    CHECK(lost.row("t3.rejected_repeat").find_first_of("0123456789") == std::string::npos);
}

TEST_CASE("a row that lost a figure before the next group's title is unreadable, and the title is no figure", "[match]") {
    std::string text = render_cell_a_line(numbered_2021());
    const std::size_t label = text.find("8.属于行政查询事项 |\n");
    const std::size_t figure = text.find('\n', label) + 1;
    text.erase(figure, text.find('\n', figure) + 1 - figure);
    const Read read(text);
    CHECK(read.row("t3.denied_inquiry") == "? ? ? ? ? ? ?");
    CHECK(read.row("t3.unable_not_held") == "22 0 0 0 0 0 22");
}

TEST_CASE("words spelt with spaces stay whole where every cell is a line of its own") {
    std::string text = render_paragraphs(numbered_2021());
    for (const char* word : {"自然人", "总计", "商业企业", "尚未审结", "结果维持", "行政许可", "一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量"}) {
        std::string spelt;
        for (std::size_t at = 0; at < std::string(word).size(); at += 3) spelt += (at ? " " : "") + std::string(word).substr(at, 3);
        text = replace_all(text, std::string("\n") + word + "\n", "\n" + spelt + "\n");
    }
    const Read read(text);
    CHECK(read.different(numbered_2021()) == Texts{});
    CHECK(read.observed("header-altered") == Texts{});
}

TEST_CASE("a label of which one character is left is read by its place") {
    for (const char* left : {"规", "章"})
        for (auto* render : {render_pipes, render_tsv, render_csv, render_markdown, render_html}) {
            const Read read(replace_all(render(numbered_2021()), "规章", left));
            CHECK(read.different(numbered_2021()) == Texts{});
            CHECK(read.observed("label-altered") == Texts{std::string(left) + " → 规章"});
        }
}

TEST_CASE("a change's sign in words is one where changes stand, and nowhere else") {
    Filled old = numbered_2019();
    old.at("t2.licensing.change") = "减3";
    old.at("t2.penalty.change") = "新增12";
    old.at("t2.licensing.decisions") = "增加21";
    for (const Layout& layout : layouts()) {
        CAPTURE(layout.name);
        const Read read(layout.render(old));
        CHECK(read.row("t2.licensing") == "7 减3 !");
        CHECK(read.row("t2.penalty") == "13 新增12 15");
    }
}

TEST_CASE("a misspelt title behind its group's is no word in place of a figure, whichever figures were left out") {
    for (const char* id : {"natural", "legal", "other"})
        for (auto* render : {render_pipes, render_tsv, render_markdown, render_html}) {
            Filled gap = numbered_2021();
            gap.at(std::string("t3.rejected_petition.") + id) = "";
            const Read read(replace_all(render(gap), "1.信访举报投诉类申请", "1.信访举报投类申请"));
            CAPTURE(id);
            CHECK(read.different(gap) == Texts{});
            CHECK(read.observed("label-altered") == Texts{"1.信访举报投类申请 → 1.信访举报投诉类申请"});
        }
    // Where columns can be trusted, a blank total too.
    Filled total = numbered_2021();
    total.at("t3.rejected_petition.total") = "";
    CHECK(Read(replace_all(render_html(total), "1.信访举报投诉类申请", "1.信访举报投类申请")).different(total) == Texts{});
    // An undivided group has no title below its own.
    Filled undivided = numbered_2019();
    undivided.at("t3.other.natural") = "若干";
    for (auto* render : {render_pipes, render_tsv, render_html}) CHECK(Read(render(undivided)).row("t3.other").substr(0, 3) == "! 0");
}
