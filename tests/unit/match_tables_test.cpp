// Heads, table four, the form, and more than one report in a text.
#include <catch2/catch.hpp>

#include "tests/unit/match_support.hpp"

using namespace nianbao;
using namespace nianbao::testing;

namespace {

const Filled& filled() {
    static const Filled f = numbered_2021();
    return f;
}
std::string pipes() { return render_pipes(filled()); }

/// The part of a text from one line to the line before another.
std::string between(const std::string& text, const std::string& from, const std::string& to) {
    const std::size_t begin = text.find(from);
    return text.substr(begin, text.find(to, begin) - begin);
}

}  // namespace

TEST_CASE("column titles may be broken and spaced, cut ones are named with their cells") {
    std::string text = replace_all(pipes(), "商业企业", "商业 企业");
    text = replace_all(text, "尚未审结", "尚 未 审 结");
    CHECK(Read(text).report.observations.empty());

    const Read cut(replace_all(pipes(), "本年废止件数", "本年废止"));
    REQUIRE(cut.observed("header-altered") == Texts{"本年废止 → 本年废止件数"});
    const Observation& observation = cut.report.observations.front();
    CHECK(observation.cells == std::vector<CellIndex>{1, 4});
    CHECK(slice(cut.document.text, observation.spans.front()) == "本年废止");
    CHECK(cut.different(filled()) == Texts{});
}

TEST_CASE("a lost column title is missing, a renamed one is matched by place") {
    const Read lost(replace_all(pipes(), "科研机构 |", "|"));
    CHECK(lost.observed("header-altered") == Texts{" → 科研机构"});
    const Read renamed(replace_all(pipes(), "本年收费金额（单位：万元）", "收费总金额（单位：万元）"));
    CHECK(renamed.observed("header-altered") == Texts{"收费总金额（单位：万元） → 本年收费金额（单位：万元）"});
    CHECK(renamed.different(filled()) == Texts{});
}

TEST_CASE("column titles in another's place are named, and the values stay by place") {
    const auto swapped = [](const std::string& text, const std::string& one, const std::string& other) {
        return replace_all(replace_all(replace_all(text, one, "@@"), other, one), "@@", other);
    };
    const Texts applicants{"科研机构 → 商业企业", "商业企业 → 科研机构"};
    for (const auto render : {render_pipes, render_cell_a_line, render_word_text, render_tsv, render_markdown, render_html, render_word_html, render_excel_html}) {
        const Read read(swapped(render(filled()), "商业企业", "科研机构"));
        CHECK(read.observed("header-altered") == applicants);
        CHECK(read.different(filled()) == Texts{});
    }
    const Read table_two(swapped(render_html(filled()), "本年制发件数", "本年废止件数"));
    CHECK(table_two.observed("header-altered") == Texts{"本年废止件数 → 本年制发件数", "本年制发件数 → 本年废止件数"});
    const Read groups(swapped(pipes(), "未经复议直接起诉", "复议后起诉"));
    CHECK(groups.observed("header-altered") == Texts{"复议后起诉 → 未经复议直接起诉", "未经复议直接起诉 → 复议后起诉"});
    const Read halves(replace_all(pipes(), "行政复议 | 行政诉讼", "行政诉讼 | 行政复议"));
    CHECK(halves.observed("header-altered") == Texts{"行政诉讼 → 行政复议", "行政复议 → 行政诉讼"});
    CHECK(halves.different(filled()) == Texts{});
}

TEST_CASE("totals renamed in every table are named, and their figures are read") {
    for (const auto render : {render_pipes, render_tsv, render_markdown, render_html, render_word_html}) {
        const Read read(replace_all(render(filled()), "总计", "合计"));
        CHECK(read.different(filled()) == Texts{});
        CHECK(read.observed("header-altered").size() == 4);
        CHECK(read.observed("label-altered") == Texts{"（七）合计 → （七）总计"});
        CHECK(read.report.observations.size() == 5);
        CHECK(read.report.stated_sums.empty());
    }
}

TEST_CASE("eleven cut cells of table four are eleven places with one cell each") {
    std::string head = between(pipes(), "结果维持", "\n1 |");
    std::string altered = replace_all(replace_all(replace_all(replace_all(head, "结果维持", "结果"), "结果纠正", "结果"), "其他结果", "其他"), "尚未审结", "尚未");
    altered.replace(0, 6, "结果维持");
    const Read read(replace_all(pipes(), head, altered));
    CHECK(read.observed("header-altered").size() == 11);
    for (const Observation& o : read.report.observations) CHECK(o.cells.size() == 1);
    CHECK(read.different(filled()) == Texts{});
}

TEST_CASE("vertical heads read line by line are no alteration") {
    const std::string head = between(pipes(), "行政复议 |", "\n1 |");
    const Read read(replace_all(render_spaced_lines(filled()), between(render_spaced_lines(filled()), "行政复议 行政诉讼", "\n1 2"),
                                "行政复议 行政诉讼\n未经复议直接起诉 复议后起诉\n结果 结果 其他 尚未\n总计 结果 结果 其他 尚未\n结果 结果 其他 尚未\n维持 纠正 结果 审结\n"
                                "总计\n维持 纠正 结果 审结 维持 纠正 结果 审结\n总计"));
    CHECK(read.report.observations.empty());
    CHECK(read.different(filled()) == Texts{});
}

TEST_CASE("table four as three small tables") {
    const std::string text = pipes();
    const std::string own = between(text, "行政复议 |", "五、存在");
    const std::string leaves = "结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n";
    const std::string small = "行政复议 |\n" + leaves + "1 | 2 | 3 | 4 | 5 |\n\n行政诉讼 |\n未经复议直接起诉 |\n" + leaves +
                              "6 | 7 | 8 | 9 | 10 |\n\n复议后起诉 |\n" + leaves + "11 | 12 | 13 | 14 | 15 |\n";
    const Read read(replace_all(text, own, small));
    CHECK(read.different(filled()) == Texts{});
    CHECK(read.report.observations.empty());
}

TEST_CASE("table four with too few, too many or torn figures is unreadable") {
    const std::string row = line_with(pipes(), "\n1 | 2 | 3 | 4 | 5 | 6");
    const std::string figures = "1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 | ";
    REQUIRE(pipes().find(figures) != std::string::npos);
    for (const char* damaged : {"1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | ", "12 | 3 | 4 | 5 |", "1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 1\n5 | "}) {
        CAPTURE(damaged);
        const Read read(replace_all(pipes(), figures, damaged));
        CHECK(read.row("t4.review") == "? ? ? ? ?");
        CHECK(read.row("t4.after_review") == "? ? ? ? ?");
        CHECK(read.different(filled()).size() == 15);
    }
}

TEST_CASE("a row of table four that lost a delimiter is not mended by what closes its line") {
    // Tabs close every line: fourteen cells and the blank after the last tab are not fifteen.
    const std::string closed = replace_all(render_tsv(filled()), "\n", "\t\n");
    REQUIRE(Read(closed).different(filled()) == Texts{});
    const Read glued(replace_all(closed, "\t9\t10\t", "\t910\t"));
    CHECK(glued.row("t4.after_review") == "? ? ? ? ?");
    CHECK(glued.row("t4.direct") == "? ? ? ? ?");
}

TEST_CASE("padding of table four's head is not taken for the values that a stray line cut off") {
    const std::string text = render_pipe_lines(filled());
    const Read read(replace_all(text, "\n10\n|\n", "\n10\n|\n续表\n"));
    CHECK(read.row("t4.review") == "? ? ? ? ?");
    CHECK(read.row("t4.direct") == "? ? ? ? ?");
}

TEST_CASE("blank cells of table four keep their places") {
    Filled blanks = filled();
    for (const char* id : {"t4.review.upheld", "t4.review.other", "t4.direct.pending", "t4.after_review.total"}) blanks.at(id).clear();
    for (auto* render : {render_pipes, render_tsv, render_cell_a_line, render_word_text, render_markdown, render_html}) CHECK(Read(render(blanks)).different(blanks) == Texts{});
}

TEST_CASE("the form is told by table two where table three can't tell") {
    const Filled older = numbered_2019();
    CHECK(Read(render_pipes(older)).report.form->id == "2019");
    CHECK(Read(pipes()).report.form->id == "2021");
    // Without table two: (6) undivided is form 2019's.
    const auto without_two = [](const std::string& text) { return replace_all(text, between(text, "第二十条第（一）项", "三、收到"), ""); };
    CHECK(Read(without_two(render_pipes(older))).report.form->id == "2019");
    CHECK(Read(without_two(pipes())).report.form->id == "2021");
}

TEST_CASE("a missing table is not found, the others are") {
    const std::string text = pipes();
    const Read two(replace_all(text, between(text, "第二十条第（一）项", "三、收到"), "本年制发规范性文件2件，行政许可3件。\n"));
    CHECK_FALSE(two.report.table(Table::two).found);
    CHECK(two.row("t2.licensing") == ".");
    CHECK(two.row("t3.new") == "10 0 0 0 0 0 10");
    CHECK(two.row("t4.review") == "1 2 3 4 5");
    const Read three(replace_all(text, between(text, "（本列数据", "四、政府信息"), ""));
    CHECK_FALSE(three.report.table(Table::three).found);
    CHECK(three.row("t2.licensing") == "7");
    CHECK(three.row("t4.direct") == "6 7 8 9 10");
    const Read four(replace_all(text, between(text, "行政复议 |", "五、存在"), ""));
    CHECK_FALSE(four.report.table(Table::four).found);
    CHECK(four.row("t3.carried_out") == "34 0 0 0 0 0 34");
}

TEST_CASE("table four before the others is found, and takes nothing of theirs") {
    for (auto* render : {render_pipes, render_tsv, render_markdown, render_cell_a_line, render_paragraphs, render_html}) {
        const std::string text = render(filled());
        const auto line_of = [&](const char* heading) { return text.rfind('\n', text.find(heading)) + 1; };
        const std::size_t two = line_of("二、主动公开"), three = line_of("三、收到"), four = line_of("四、政府信息公开行政复议"), five = line_of("五、存在");
        const std::string before = text.substr(0, two), second = text.substr(two, three - two), third = text.substr(three, four - three),
                          fourth = text.substr(four, five - four), rest = text.substr(five);
        CHECK(Read(before + second + fourth + third + rest).different(filled()) == Texts{});
        CHECK(Read(before + fourth + second + third + rest).different(filled()) == Texts{});
        CHECK(Read(before + fourth + third + second + rest).different(filled()) == Texts{});
    }
    // Words of its head without figures are no table.
    const std::string text = pipes();
    const std::string menu = "行政复议\n结果维持\n结果纠正\n其他结果\n尚未审结\n总计\n";
    const Read none(menu + replace_all(text, between(text, "行政复议 |", "五、存在"), ""));
    CHECK_FALSE(none.report.table(Table::four).found);
}

TEST_CASE("of two reports in one text the first is read, and the other is noted") {
    Filled other = filled();
    other.year = 2023;
    other.at("t2.licensing.decisions") = "777";
    other.at("t3.new.natural") = "888";
    other.at("t4.review.upheld") = "999";
    const Read read(pipes() + render_pipes(other));
    CHECK(read.different(filled()) == Texts{});
    CHECK(read.report.year == 2022);
    CHECK(read.observed("several-reports") == Texts{"2"});
}

TEST_CASE("menus that name the rows are no tables") {
    const std::string menu = "规章\n规范性文件\n行政许可\n行政处罚\n行政强制\n行政事业性收费\n政府集中采购\n";
    const std::string bar = "规章 | 行政规范性文件 | 行政许可 | 行政处罚 | 行政强制 | 行政事业性收费\n";
    for (const std::string& text : {menu + pipes(), bar + pipes(), pipes() + "\n" + menu, pipes() + "\n" + bar}) {
        const Read read(text);
        CHECK(read.different(filled()) == Texts{});
        CHECK(read.report.observations.empty());
    }
    CHECK(Read(menu + bar + menu).report.form == nullptr);
}

TEST_CASE("table two whose titles lost characters is told by its columns, a list of two titles is not") {
    const Filled form = filled();
    std::string text = render_paragraphs(form);
    for (const auto& [whole, left] : {std::pair{"第二十条第（一）项", "第二十条第()"}, {"第二十条第（五）项", "第二十条第()"}, {"第二十条第（六）项", "第二十条第()"}, {"第二十条第（八）项", "第二十条第()"},
                                     {"\n规章\n", "\n"}, {"行政许可", "政许可"}, {"行政处罚", "政处罚"}, {"行政强制", "政强制"}})
        text = replace_all(text, whole, left);
    REQUIRE(text.find("规章") == std::string::npos);
    CHECK(Read(text).different(form) == Texts{});
    const std::string heads[] = {"本年制发件数", "本年废止件数", "现行有效件数", "本年处理决定数量", "本年收费金额（单位：万元）"};
    for (const std::string& head : heads) text = replace_all(text, head, "数量");
    CHECK_FALSE(Read(text).report.table(Table::two).found);
}

TEST_CASE("a table's span begins with its head and ends with its last figure") {
    const Read read(pipes());
    const std::string_view text = read.document.text;
    CHECK(slice(text, read.report.table(Table::two).span).substr(0, 12) == "第二十条");
    CHECK(text.substr(read.report.table(Table::four).span.end - 2, 2) == "15");
    CHECK(text.substr(read.report.table(Table::three).span.end - 2, 2) == "34");
}

namespace {

/// What stands between the lines of two headings.
std::string body(const std::string& text, const std::string& heading, const std::string& next) {
    const std::size_t begin = text.find('\n', text.find(heading)) + 1;
    return text.substr(begin, text.rfind('\n', text.find(next, begin)) + 1 - begin);
}

/// A report of 2022 whose tables stand beside last year's, which have other figures.
std::string with_last_year(std::string (*render)(const Filled&), const std::string& paragraph, bool last_year_first, const std::string& own, const std::string& last) {
    std::string text = render(filled());
    Filled before = filled();
    for (std::string& value : before.values) value = std::to_string(std::stoi(value) + 500);
    const std::string other = render(before);
    const auto caption = [&](const std::string& words) { return words.empty() ? "" : replace_all(paragraph, "*", words); };
    const char* headings[] = {"二、主动公开", "三、收到和", "四、政府信息公开行政复议", "五、存在"};
    for (int i = 0; i < 3; ++i) {
        const std::string mine = body(text, headings[i], headings[i + 1]), theirs = body(other, headings[i], headings[i + 1]);
        const std::string captioned = caption(own) + mine, others = caption(last) + theirs;
        text.replace(text.find(mine), mine.size(), last_year_first ? others + captioned : captioned + others);
    }
    return text;
}

}  // namespace

TEST_CASE("of last year's tables and this year's, those of the report's year are read, whichever come first") {
    const std::pair<std::string, std::string> captions[] = {{"2022年度", "2021年度"}, {"", "附：2021年情况"}, {"2022年情况如下：", ""}, {"本年度情况", "上年度情况"}, {"", "（去年数据）"}};
    for (const bool first : {true, false})
        for (const auto& [own, last] : captions) {
            CAPTURE(first, own, last);
            const Read pipes_read(with_last_year(render_pipes, "*\n", first, own, last));
            CHECK(pipes_read.different(filled()) == Texts{});
            CHECK(pipes_read.observed("other-year-tables") == Texts{"3"});
            CHECK(pipes_read.observed("several-reports") == Texts{});
            const Read html_read(with_last_year(render_html, "<p>*</p>\n", first, own, last));
            CHECK(html_read.different(filled()) == Texts{});
            CHECK(html_read.observed("other-year-tables") == Texts{"3"});
        }
}

TEST_CASE("where captions do not tell the years apart, the first tables are read and that is said") {
    const Read read(with_last_year(render_pipes, "*\n", false, "", ""));
    CHECK(read.different(filled()) == Texts{});
    CHECK(read.observed("several-reports").size() == 1);
    CHECK(read.observed("other-year-tables") == Texts{});
}

TEST_CASE("words in a cell of table four are no number; the other cells are read") {
    const Filled filled = numbered_2021();
    for (auto* render : {render_pipes, render_tsv, render_markdown, render_html}) {
        Filled odd = filled;
        odd.at("t4.review.pending") = "若干";
        const Read read(render(odd));
        CHECK(read.row("t4.review") == "1 2 3 ! 5");
        CHECK(read.row("t4.direct") == "6 7 8 9 10");
        CHECK(read.row("t4.after_review") == "11 12 13 14 15");
    }
}
