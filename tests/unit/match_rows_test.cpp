// Rows of tables two and three: which figure belongs to which cell, whatever happened to the table on its way.
#include <catch2/catch.hpp>

#include <string>

#include "tests/unit/match_support.hpp"

using namespace nianbao;
using namespace nianbao::testing;

namespace {

const Filled& filled() {
    static const Filled f = numbered_2021();
    return f;
}
std::string pipes() { return render_pipes(filled()); }

/// Every row of one label's neighbours is still right.
void check_neighbours(const Read& read) {
    CHECK(read.row("t3.denied_secret") == "14 0 0 0 0 0 14");
    CHECK(read.row("t3.denied_stability") == "16 0 0 0 0 0 16");
    CHECK(read.row("t3.carried_out") == "34 0 0 0 0 0 34");
    CHECK(read.row("t3.new") == "10 0 0 0 0 0 10");
}

}  // namespace

TEST_CASE("an undamaged report reads whole, with nothing to observe") {
    const Read read(pipes());
    CHECK(read.different(filled()) == Texts{});
    CHECK(read.report.observations.empty());
}

TEST_CASE("a misspelt label is matched by likeness in its place and said so") {
    const Read read(replace_all(pipes(), "2.其他法律行政法规禁止公开", "2.其他法律行政止公开"));
    CHECK(read.different(filled()) == Texts{});
    CHECK(read.observed("label-altered") == Texts{"2.其他法律行政止公开 → 2.其他法律行政法规禁止公开"});
}

TEST_CASE("a label with a wrong number is matched and said so; a missing number is nothing to say") {
    CHECK(Read(replace_all(pipes(), "7.属于行政执法案卷", "8.属于行政执法案卷")).observed("label-altered").size() == 1);
    const Read without(replace_all(pipes(), "7.属于行政执法案卷", "属于行政执法案卷"));
    CHECK(without.different(filled()) == Texts{});
    CHECK(without.report.observations.empty());
    const Read other(replace_all(pipes(), "1.属于国家秘密", "1、属于国家秘密"));
    CHECK(other.report.observations.empty());
}

TEST_CASE("automatic numbering lost everywhere is nothing to say") {
    for (auto* render : {render_pipes, render_word_text, render_paragraphs, render_html}) {
        std::string text = render(filled());
        for (const char* mark : {"1.", "2.", "3.", "4.", "5.", "6.", "7.", "8.", "（一）", "（二）", "（三）", "（四）", "（五）", "（六）", "（七）"})
            text = replace_all(text, mark, "");
        const Read read(text);
        CHECK(read.different(filled()) == Texts{});
        CHECK(read.observed("label-altered") == Texts{});
    }
}

TEST_CASE("a missing row is absent and shifts nothing") {
    const Read read(replaced_line(pipes(), "2.其他法律行政法规禁止公开", ""));
    CHECK(read.row("t3.denied_law") == ". . . . . . .");
    check_neighbours(read);
    CHECK(read.different(filled()).size() == 7);
}

TEST_CASE("several missing rows and a misspelt one among them") {
    std::string text = replaced_line(pipes(), "4.保护第三方合法权益", "");
    text = replaced_line(text, "6.属于四类过程性信息", "");
    text = replace_all(text, "5.属于三类内部事务信息", "5.属于三类内务信息");
    const Read read(text);
    CHECK(read.row("t3.denied_third_party") == ". . . . . . .");
    CHECK(read.row("t3.denied_internal") == "18 0 0 0 0 0 18");
    CHECK(read.row("t3.denied_process") == ". . . . . . .");
    check_neighbours(read);
}

TEST_CASE("tables whose figures all run together with their titles keep their form; none of their cells is read") {
    for (const Filled& filled : {numbered_2019(), numbered_2021()}) {
        CAPTURE(filled.form->id);
        const Read read(replace_all(replace_all(render_pipes(filled), " | ", ""), "|", ""));
        REQUIRE(read.report.form == filled.form);
        for (const char* row : {"t2.rules", "t2.normative", "t3.new", "t3.handled"}) CHECK(read.row(row).find_first_not_of("? ") == std::string::npos);
    }
}

TEST_CASE("glued and dropped figures make a row unreadable, never a guess") {
    for (const char* values : {"15000015", "15 | 0", "15 | 0 | 0 | 0 | 0 | 15", "15 | 0 | 0 | 0 | 0 | 0 | 0 | 15", "1 | 5 | 0 | 0 | 0 | 0 | 0 | 15"}) {
        CAPTURE(values);
        const Read read(replaced_line(pipes(), "2.其他法律行政法规禁止公开", "2.其他法律行政法规禁止公开 | " + std::string(values) + " |\n"));
        CHECK(read.row("t3.denied_law") == "? ? ? ? ? ? ?");
        check_neighbours(read);
        CHECK(read.different(filled()).size() == 7);
    }
}

TEST_CASE("text where a figure should stand is no number, in its own cell") {
    const Read read(replaced_line(pipes(), "2.其他法律行政法规禁止公开", "2.其他法律行政法规禁止公开 | 15 | O | 0 | 0 | 1 2 | 0 | 15 | ||\n"));
    CHECK(read.row("t3.denied_law") == "15 ! 0 0 ! 0 15");
}

TEST_CASE("a figure torn in two by a line break is not read as one half") {
    const std::string line = line_with(pipes(), "2.其他法律行政法规禁止公开");
    const Read last(replace_all(pipes(), line, "2.其他法律行政法规禁止公开 | 15 | 0 | 0 | 0 | 0 | 0 | 1\n5 | ||\n"));
    CHECK(last.row("t3.denied_law") == "? ? ? ? ? ? ?");
    const std::string tsv = render_tsv(filled());
    const std::string tabs = line_with(tsv, "2.其他法律行政法规禁止公开");
    const Read torn(replace_all(tsv, tabs, tabs.substr(0, tabs.size() - 2) + "\n5\n"));
    CHECK(torn.row("t3.denied_law") == "? ? ? ? ? ? ?");
    check_neighbours(torn);
}

TEST_CASE("a label broken over lines is one label") {
    const Read read(replace_all(pipes(), "4.无正当理由大量反复申请", "4.无正当理由\n大量反复申请"));
    CHECK(read.different(filled()) == Texts{});
    CHECK(read.report.observations.empty());
}

TEST_CASE("page numbers, a repeated head and stray titles between rows change nothing") {
    const std::string head = line_with(pipes(), "自然人") + line_with(pipes(), "商业企业");
    const std::string row = line_with(pipes(), "3.危及");
    for (const std::string& between : {std::string("\n- 3 -\n\n"), std::string("— 4 —\n"), std::string("**\n"), head, "\n— 3 —\n" + head, std::string("第 3 页 共 9 页\n")}) {
        CAPTURE(between);
        const Read read(replace_all(pipes(), row, between + row));
        CHECK(read.different(filled()) == Texts{});
        CHECK(read.report.observations.empty());
    }
}

TEST_CASE("a row goes on after a page number and a repeated head") {
    const std::string text = render_paragraphs(filled());
    const std::string row = "2.其他法律行政法规禁止公开\n15\n0\n0\n0\n0\n0\n15\n";
    REQUIRE(text.find(row) != std::string::npos);
    const Read read(replace_all(text, row, "2.其他法律行政法规禁止公开\n15\n0\n0\n- 3 -\n自然人\n法人或其他组织\n总计\n商业企业\n0\n0\n0\n15\n"));
    CHECK(read.different(filled()) == Texts{});
}

TEST_CASE("a row whose label was lost behind a repeated head is the next row, not more of the one before") {
    for (auto* render : {render_pipes_unpadded, render_paragraphs}) {
        const std::string text = render(filled());
        const std::string label = "4.保护第三方合法权益";
        const std::string cell = text.find(label + " | ") != std::string::npos ? label + " | " : label + "\n";
        const Read read(replace_all(text, cell, "自然人\n法人或其他组织\n总计\n商业企业\n"));
        CHECK(read.different(filled()) == Texts{});
        CHECK(read.observed("label-altered") == Texts{" → " + label});
    }
}

TEST_CASE("rows of a small table that all lost a comma show no width: what is left is not read as the first columns'") {
    const Filled filled = numbered_2021();
    for (const std::size_t which : {1u, 2u}) {
        std::string text = render_csv(filled);
        for (const char* label : {"规章", "行政规范性文件"}) {
            const std::string row = line_with(text, std::string(label) + ",");
            std::size_t comma = row.find(',');
            for (std::size_t i = 0; i < which; ++i) comma = row.find(',', comma + 1);
            text = replace_all(text, row, row.substr(0, comma) + row.substr(comma + 1));
        }
        const Read read(text);
        CHECK(read.row("t2.rules") == "? ? ?");
        CHECK(read.row("t2.normative") == "? ? ?");
    }
}

TEST_CASE("without delimiters, a lost label's figures are taken by count and said so; a stray figure makes the row unreadable") {
    const std::string text = render_paragraphs(filled());
    const Read lost(replaced_line(text, "2.其他法律行政法规禁止公开", ""));
    CHECK(lost.different(filled()) == Texts{});
    CHECK(lost.observed("label-altered") == Texts{" → 2.其他法律行政法规禁止公开"});
    const Read stray(replaced_line(text, "2.其他法律行政法规禁止公开", "2.其他法律行政法规禁止公开\n17\n"));
    CHECK(stray.row("t3.denied_law") == "? ? ? ? ? ? ?");
    check_neighbours(stray);
}

TEST_CASE("prose that names rows and cells is no table") {
    const std::string prose = "行政许可\n行政处罚\n一、本年新收政府信息公开申请数量12件。\n（一）予以公开5件，\n";
    const Read read(replace_all(pipes(), "一、总体情况\n", "一、总体情况\n" + prose));
    CHECK(read.different(filled()) == Texts{});
    CHECK(read.report.observations.empty());
}

TEST_CASE("an undivided (6) of form 2021 is its last row; the other two are absent") {
    std::string text = replaced_line(pipes(), "1.申请人无正当理由", "（六）其他处理 | 30 | 0 | 0 | 0 | 0 | 0 | 30 | ||\n");
    text = replaced_line(replaced_line(text, "2.申请人逾期", ""), "3.其他 |", "");
    const Read read(text);
    REQUIRE(read.report.form->id == "2021");
    CHECK(read.row("t3.other_no_correction") == ". . . . . . .");
    CHECK(read.row("t3.other_unpaid") == ". . . . . . .");
    CHECK(read.row("t3.other_rest") == "30 0 0 0 0 0 30");
    CHECK(read.row("t3.handled") == "33 0 0 0 0 0 33");
    CHECK(read.report.observations.empty());
}

TEST_CASE("rows of group totals are no rows of the form") {
    std::string text = pipes();
    const std::string denied = line_with(text, "1.属于国家秘密");
    text = replace_all(text, denied, "（三）不予公开 | 小计 | 99 | 0 | 0 | 0 | 0 | 0 | 99 | |\n1.属于国家秘密 | 14 | 0 | 0 | 0 | 0 | 0 | 14 | ||\n");
    const std::string unable = line_with(text, "1.本机关不掌握");
    text = replace_all(text, unable, "（四）无法提供 | 88 | 0 | 0 | 0 | 0 | 0 | 88 | |\n1.本机关不掌握相关政府信息 | 22 | 0 | 0 | 0 | 0 | 0 | 22 | ||\n");
    const Read read(text);
    CHECK(read.different(filled()) == Texts{});
}

TEST_CASE("a subtotal column of legal persons is recognised by the head and left out") {
    std::string text = pipes();
    text = replace_all(text, "法律服务机构 | 其他 |", "法律服务机构 | 其他 | 小计 |");
    for (int value = 10; value <= 34; ++value) {
        const std::string figure = std::to_string(value);
        text = replace_all(text, figure + " | 0 | 0 | 0 | 0 | 0 | " + figure + " |", figure + " | 0 | 0 | 0 | 0 | 0 | 77 | " + figure + " |");
    }
    const Read read(text);
    CHECK(read.different(filled()) == Texts{});
    // Eight figures without such a head are too many.
    const Read without(replace_all(text, " | 小计 |", " |"));
    CHECK(without.row("t3.new") == "? ? ? ? ? ? ?");
}

TEST_CASE("blank cells count by place: padding at the end, or under the merged label") {
    Filled blanks = filled();
    for (std::size_t i = 0; i < blanks.values.size(); ++i)
        if (cells_of(*blanks.form)[i].table() == Table::three && blanks.values[i] == "0") blanks.values[i].clear();
    blanks.at("t3.carried_in.total").clear();
    blanks.at("t3.granted.natural").clear();
    blanks.at("t3.denied_law.natural").clear();
    for (auto* render : {render_pipes, render_tsv, render_cell_a_line, render_word_text, render_markdown, render_pipe_lines}) {
        const Read read(render(blanks));
        CHECK(read.different(blanks) == Texts{});
    }
}

TEST_CASE("a blank cell lost from a row with blanks makes it unreadable") {
    Filled blanks = filled();
    for (const char* column : {"business", "research", "welfare"}) blanks.at("t3.denied_law." + std::string(column)).clear();
    for (auto* render : {render_pipes, render_cell_a_line}) {
        const std::string text = render(blanks);
        const std::size_t label = text.find("2.其他法律行政法规禁止公开");
        const std::size_t pipe = text.find("|", text.find("15", label) + 4);
        const std::size_t end = text.find('|', pipe) + (text[text.find('|', pipe) + 1] == '\n' ? 2 : 1);
        const Read read(text.substr(0, pipe) + text.substr(end));
        CHECK(read.row("t3.denied_law") == "? ? ? ? ? ? ?");
    }
}

TEST_CASE("table two's blocks have their own number of columns") {
    const Filled older = numbered_2019();
    const std::string text = render_pipes(older);
    CHECK(Read(text).different(older) == Texts{});
    const Read fees(replaced_line(text, "行政事业性收费 |", "行政型事业性收费 | 21 | 22 | |\n"));
    CHECK(fees.row("t2.fees") == Read(text).row("t2.fees").replace(0, 2, "21").replace(3, 2, "22"));
    CHECK(fees.observed("label-altered") == Texts{"行政型事业性收费 → 行政事业性收费"});
    const Read glued(replaced_line(text, "行政处罚 |", "行政处罚 | 1314 | 15 |\n"));
    CHECK(glued.row("t2.penalty") == "? ? ?");
}

TEST_CASE("an empty document, a word, pipes: nothing is found") {
    for (const std::string& text : {std::string(), std::string("年报"), std::string(5000, '|'), std::string("规章 | 0 | 0 | 0 |\n")}) {
        const Read read(text);
        CHECK(read.report.form == nullptr);
        CHECK(read.report.sections.empty());
        CHECK(read.report.observations.empty());
    }
}

TEST_CASE("a row whose label is empty is read by its place and said so") {
    const std::string label = "2.其他法律行政法规禁止公开";
    for (auto* render : {render_pipes, render_pipes_unpadded, render_tsv, render_cell_a_line, render_word_text, render_markdown, render_pipe_lines,
                         render_html, render_word_html, render_excel_html}) {
        const std::string text = render(filled());
        REQUIRE(text.find(label) != std::string::npos);
        const Read read(replace_all(text, label, ""));
        CAPTURE(text);
        CHECK(read.different(filled()) == Texts{});
        CHECK(read.observed("label-altered") == Texts{" → " + label});
    }
}

TEST_CASE("the last row, and a row of table two, are read by their place, too") {
    for (const char* label : {"四、结转下年度继续办理", "行政强制", "8.属于行政查询事项", "二、上年结转政府信息公开申请数量"})
        for (auto* render : {render_pipes, render_tsv, render_html}) {
            const Read read(replace_all(render(filled()), label, ""));
            CAPTURE(label);
            CHECK(read.different(filled()) == Texts{});
            CHECK(read.observed("label-altered") == Texts{std::string(" → ") + label});
        }
}

TEST_CASE("two rows without labels where one is missing, or one where two are, are nobody's") {
    const std::string row = line_with(pipes(), "2.其他法律行政法规禁止公开");
    const std::string bare = replace_all(row, "2.其他法律行政法规禁止公开", "");
    const Read twice(replace_all(pipes(), row, bare + bare));
    CHECK(twice.row("t3.denied_law") == ". . . . . . .");
    check_neighbours(twice);
    const Read one(replaced_line(replace_all(pipes(), row, bare), "3.危及", ""));
    CHECK(one.row("t3.denied_law") == ". . . . . . .");
    CHECK(one.row("t3.denied_stability") == ". . . . . . .");
    CHECK(one.row("t3.denied_secret") == "14 0 0 0 0 0 14");
}

TEST_CASE("a row without label that lacks a figure is nobody's") {
    const std::string row = line_with(pipes(), "2.其他法律行政法规禁止公开");
    for (const char* bare : {" | 15 | 0 | 0 | 0 | 0 | 15 | ||\n", " | 15 | 0 | 0 | 0 | 0 | 0 | 0 | 15 | ||\n", " | 15 | 0 | 0 | 0 | 某 | 0 | 15 | ||\n"}) {
        const Read read(replace_all(pipes(), row, bare));
        CAPTURE(bare);
        CHECK(read.row("t3.denied_law") == ". . . . . . .");
        check_neighbours(read);
    }
}

TEST_CASE("a figure cut by a line break is not read as its first half when the rest is lost") {
    const std::string text = render_tsv(filled());
    const std::string row = line_with(text, "行政处罚");
    const Read read(replace_all(text, row, "行政处罚\t8\n\t\t\n"));
    CHECK(read.row("t2.penalty") == "?");
}

TEST_CASE("a cell repeated in a row of table two makes the row too long, not another value blank") {
    Filled older = numbered_2019();
    older.at("t2.rules.total").clear();
    const std::string html = render_html(older);
    REQUIRE(Read(html).different(older) == Texts{});
    const Read read(replace_all(html, "<td>规章</td>\n<td>1</td>\n", "<td>规章</td>\n<td>1</td>\n<td>1</td>\n"));
    CHECK(read.row("t2.rules") == "? ? ?");
}

TEST_CASE("group totals are kept to be checked, wherever the row stands and however it is called") {
    const std::string last = line_with(pipes(), "8.属于行政查询事项");
    const std::string figures = " | 140 | 0 | 0 | 0 | 0 | 0 | 140 | ||\n";
    for (const char* label : {"小计", "合计", "不予公开小计", "（三）不予公开合计"}) {
        const Read read(replace_all(pipes(), last, last + label + figures));
        CAPTURE(label);
        CHECK(read.different(filled()) == Texts{});
        CHECK(read.report.observations.empty());
        REQUIRE(read.report.stated_sums.size() == 7);
        const StatedSum& first = read.report.stated_sums.front();
        CHECK(first.of == "（三）不予公开");
        CHECK(slice(read.document.text, first.value.span) == "140");
        CHECK(first.parts.size() == 8);
    }
    // The parent's own figures, and those of “三、本年度办理结果” for all results.
    const std::string first = line_with(pipes(), "1.属于国家秘密");
    const Read parent(replace_all(pipes(), first, "（三）不予公开" + figures + first.substr(first.find("1.属于"))));
    CHECK(parent.different(filled()) == Texts{});
    CHECK(parent.report.stated_sums.size() == 7);
    const std::string granted = line_with(pipes(), "（一）予以公开");
    const Read results(replace_all(pipes(), granted, "三、本年度办理结果" + figures + granted.substr(granted.find("（一）"))));
    CHECK(results.different(filled()) == Texts{});
    REQUIRE(results.report.stated_sums.size() == 7);
    CHECK(results.report.stated_sums.front().parts.size() == 21);
    // Behind （三）, whose total was stated before it, a 小计 is the next group's: its title is out of place.
    const std::string stated = replace_all(pipes(), first, "（三）不予公开 | 小计" + figures + first.substr(first.find("1.属于")));
    CHECK(Read(stated).report.stated_sums.size() == 7);
    const Read twice(replace_all(stated, last, last + "小计" + figures));
    CHECK(twice.different(filled()) == Texts{});
    CHECK(twice.report.stated_sums.size() == 7);
}

TEST_CASE("a subtotal column has its place among the others, or the rows can't be read") {
    Filled with = filled();
    with.legal_subtotals = true;
    const std::string text = render_pipes(with);
    const Read last(text);
    CHECK(last.different(filled()) == Texts{});
    CHECK(last.report.stated_sums.size() == 25);
    const Read first(replace_all(text, "商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 小计 |", "小计 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 |"));
    CHECK(first.different(filled()) == Texts{});
    // Without the place in the head, figures that bear it out tell; zeros are the same in any, and a single figure is anybody's.
    const auto cut = [&] { return Read(replace_all(render_pipes(with), "社会公益组织 | 法律服务机构 | 其他 | 小计 |", "社会公益 | 法律服务机构 | 其他 | 小计 |")); };
    CHECK(cut().different(with) == Texts{});
    with.at("t3.new.business") = "4";
    CHECK(cut().row("t3.new") == "? ? ? ? ? ? ?");
    for (const char* row : {"t3.new", "t3.granted", "t3.handled"}) {
        with.at(std::string(row) + ".business") = "40";
        with.at(std::string(row) + ".legal") = "50";
    }
    CHECK(cut().different(with) == Texts{});
    CHECK(cut().report.stated_sums.size() == 25);
    // The head shows another column's place.
    const Read shifted(replace_all(render_pipes(with), "法律服务机构 | 其他 | 小计 |", "法律服务机构 | 小计 | 其他 |"));
    CHECK(shifted.different(with) == Texts{});
    // A subtotal that is wrong in some rows keeps its place, and is checked.
    const std::string wrong = replace_all(render_pipes(with), "| 90 |", "| 80 |");
    CHECK(Read(wrong).different(with) == Texts{});
}

TEST_CASE("two rows' labels in one cell: whose the figures after them are can't be said") {
    for (auto* render : {render_pipes, render_html}) {
        const std::string text = render(filled());
        const Read read(replace_all(text, "1.本机关不掌握相关政府信息", "1.本机关不掌握相关政府信息没有现成信息需要另行制作"));
        CHECK(read.row("t3.unable_not_held") == "? ? ? ? ? ? ?");
        CHECK(read.row("t3.unable_unclear") == "24 0 0 0 0 0 24");
        const std::string own = read.row("t3.unable_not_ready");
        CHECK((own == "? ? ? ? ? ? ?" || own == "23 0 0 0 0 0 23"));
        const Read mixed(replace_all(text, "一、本年新收政府信息公开申请数量", "一、本年新收政府信息公开申请数量度办（二）部分公开"));
        CHECK(mixed.row("t3.new") == "? ? ? ? ? ? ?");
    }
}

TEST_CASE("a label that stands there twice is no word in place of a figure") {
    Filled blanks = filled();
    blanks.at("t3.rejected_confirm.total").clear();
    const std::string text = render_cell_a_line(blanks);
    const std::string label = line_with(text, "5.要求行政机关确认");
    REQUIRE(Read(text).different(blanks) == Texts{});
    const Read read(replace_all(text, label, label + label));
    CHECK(read.row("t3.rejected_confirm") == "? ? ? ? ? ? ?");
}
