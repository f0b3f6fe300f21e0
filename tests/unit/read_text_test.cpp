// The layouts in which a table travels as text.
#include <catch2/catch.hpp>

#include "core/read/text_tables.hpp"
#include "tests/unit/drawn.hpp"

using namespace nianbao;
using namespace nianbao::testing;

TEST_CASE("one row a line: a pipe ends a cell, padding of a span is blank cells") {
    CHECK(drawn("二、主动公开政府信息情况\n"
                "第二十条第(一)项 | |||\n"
                "信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n"
                "规章 | 0 | 7 | 12 |\n"
                "行政许可 | 9737 | ||\n"
                "行政事业性收费 | 0 |\n"
                "三、收到和处理政府信息公开申请情况\n") ==
          Lines{"二、主动公开政府信息情况",
                "[第二十条第(一)项|||/信息内容|本年制发件数|本年废止件数|现行有效件数/规章|0|7|12/行政许可|9737||/"
                "行政事业性收费|0]",
                "三、收到和处理政府信息公开申请情况"});
}

TEST_CASE("a row whose last cell has no pipe after it keeps that cell") {
    CHECK(drawn("0 | 1 | 2\n3 | 4 | 5 |\n") == Lines{"[0|1|2/3|4|5]"});
}

TEST_CASE("markdown: the leading pipe and the ruled line are no cells, a blank row stays") {
    CHECK(drawn("| 规章 | 0 | |\n|---|:-:|--:|\n| 规范 | 1 | 2 |\n| | | |\n| 许可 | | 3 |\n") ==
          Lines{"[规章|0|/规范|1|2/||/许可||3]"});
}

TEST_CASE("a first cell left blank keeps its place where rows do not all begin with a pipe") {
    CHECK(drawn("标题 | 甲 | 乙 |\n| 自然人 | 总计 |\n规章 | 1 | 2 |\n") == Lines{"[标题|甲|乙/|自然人|总计/规章|1|2]"});
}

TEST_CASE("a row of dashes between pipes is a row of blank values, not a rule") {
    CHECK(drawn("规章 | - | - |\n- | - | - |\n许可 | 1 | 2 |\n") == Lines{"[规章|-|-/-|-|-/许可|1|2]"});
    CHECK(drawn("规章\t-\t-\n-\t-\t-\n许可\t1\t2\n") == Lines{"[规章|-|-/-|-|-/许可|1|2]"});
}

TEST_CASE("box-drawing and full-width pipes part cells, too") {
    CHECK(drawn("┌──┬──┐\n│规章│ 3│\n├──┼──┤\n│许可│ 4│\n└──┴──┘\n") == Lines{"[规章|3/许可|4]"});
    CHECK(drawn("规章｜3｜4\n许可｜5｜6\n") == Lines{"[规章|3|4/许可|5|6]"});
}

TEST_CASE("one cell a line: pipes alone are blank cells and end the row") {
    CHECK(drawn("第二十条第(五)项 |\n|||\n信息内容 |\n本年处理决定数量 |\n||\n行政许可 |\n|\n||\n行政处罚 |\n440 |\n||\n") ==
          Lines{"[第二十条第(五)项|||/信息内容|本年处理决定数量||/行政许可|||/行政处罚|440||]"});
}

TEST_CASE("one cell a line: a heading between two tables is no cell") {
    CHECK(drawn("行政强制 |\n53 |\n||\n行政事业性收费 |\n1798.66 |\n三、收到和处理政府信息公开申请情况\n"
                "(本列数据的勾稽关系) |\n申请人情况 |\n||\n自然人 |\n总计 |\n") ==
          Lines{"[行政强制|53||/行政事业性收费|1798.66]", "三、收到和处理政府信息公开申请情况",
                "[(本列数据的勾稽关系)|申请人情况||/自然人|总计]"});
}

TEST_CASE("one cell a line: a label broken over lines is one cell") {
    CHECK(drawn("信息内容 |\n本年新\n制作数量 |\n规章 |\n0 |\n许可 |\n") == Lines{"[信息内容|本年新~制作数量|规章|0|许可]"});
}

TEST_CASE("one cell a line, led by the pipe") {
    CHECK(drawn("| 规章\n| 0\n|\n| 2\n") == Lines{"[规章|0||2]"});
}

TEST_CASE("pipes on lines of their own") {
    CHECK(drawn("二、主动公开政府信息情况\n规章\n|\n0\n|\n|\n12\n|\n||\n许可\n|\n3\n\n三、收到和处理政府信息公开申请情况\n") ==
          Lines{"二、主动公开政府信息情况", "[规章|0||12||/许可|3]", "三、收到和处理政府信息公开申请情况"});
}

TEST_CASE("pipes on lines of their own: what follows the table is text") {
    CHECK(drawn("规章\n|\n0\n|\n7\n附件下载\n本报告电子版可在网站查阅，如有疑问请与办公室联系，电话为八位数字。欢迎监督，谢谢。\n") ==
          Lines{"[规章|0|7]", "附件下载", "本报告电子版可在网站查阅，如有疑问请与办公室联系，电话为八位数字。欢迎监督，谢谢。"});
}

TEST_CASE("pipes on lines of their own: a stray line before a value is no part of it") {
    CHECK(drawn("规章\n|\n0\n|\n（此页无正文）\n7\n|\n22\n（其中修订16件）\n|\n1\n") ==
          Lines{"[规章|0]", "（此页无正文）", "[7|22~（其中修订16件）|1]"});
}

TEST_CASE("tab-separated rows keep every slot, trailing ones too") {
    CHECK(drawn("三、收到和处理政府信息公开申请情况\n\n标题\t\t申请人情况\t\n\t\t自 然 人\t总 计\n规章\t0\t\t7\n\n\t许可\t1\t2\n") ==
          Lines{"三、收到和处理政府信息公开申请情况", "[标题||申请人情况|/||自 然 人|总 计/规章|0||7/|许可|1|2]"});
}

TEST_CASE("a row of one cell without tabs stands in its table") {
    CHECK(drawn("信息内容\t甲\t乙\n第二十条第（五）项\n许可\t1\t2\n") == Lines{"[信息内容|甲|乙/第二十条第（五）项/许可|1|2]"});
}

TEST_CASE("Excel's plain text: a quoted cell may hold line breaks and doubled quotes") {
    CHECK(drawn("信息内容\t\"本年新\n制作数量\"\t\"危及\"\"三安全\"\"\"\r\n规章\t0\t1\r\n\"行政\r\n许可\"\t2\t3\r\n") ==
          Lines{"[信息内容|本年新~制作数量|危及\"\"三安全\"\"/规章|0|1/行政\r~许可|2|3]"});
}

TEST_CASE("a quote that is never closed stays in its own cell") {
    CHECK(drawn("规章\t\"0\t1\n许可\t2\t3\n") == Lines{"[规章|\"0|1/许可|2|3]"});
}

TEST_CASE("Word's text: a tab leads each cell, a blank line ends the row, a wrapped cell goes on without tab") {
    CHECK(drawn("二、主动公开政府信息情况\r\n\r\n\t信息内容\r\n\t本年新\r\n制作数量\r\n\t\r\n\r\n\t规章\r\n\t\xC2\xA0" "0\r\n\t-2\r\n\r\n\r\n"
                "三、收到和处理政府信息公开申请情况\r\n") ==
          Lines{"二、主动公开政府信息情况", "[信息内容|本年新\r~制作数量|/规章|0|-2]", "三、收到和处理政府信息公开申请情况"});
}

TEST_CASE("a figure does not go on in the next line, unless it is a remark on it") {
    CHECK(drawn("\t规章\n\t22\n（其中修订16件）\n\t3\n") == Lines{"[规章|22~（其中修订16件）|3]"});
    CHECK(drawn("\t规章\n\t22\n\t3\n下一步打算\n") == Lines{"[规章|22|3]", "下一步打算"});
}

TEST_CASE("a browser's plain text: cells as lines with tabs between, rows apart by blank lines") {
    CHECK(drawn("信息内容\n\n\t\n\n本年制发件数\n\n\t\n\n现行有效件数\n\n规章\n\n\t\n\n0\n\n\t\n\n4\n") ==
          Lines{"[信息内容|本年制发件数|现行有效件数/规章|0|4]"});
}

TEST_CASE("text without delimiters is paragraphs") {
    CHECK(drawn("规章\n0\n1\n\n一、本年新收政府信息公开申请数量 0 0 0 0 0 0 0\n") ==
          Lines{"规章", "0", "1", "一、本年新收政府信息公开申请数量 0 0 0 0 0 0 0"});
}

TEST_CASE("prose with a stray pipe or tab is a paragraph") {
    const std::string sentence =
        "2021年，我局认真贯彻落实上级要求，围绕重点领域加大主动公开力度，通过网站|微信公众号发布信息523条，群众反映良好。";
    CHECK(drawn(sentence + "\n") == Lines{sentence});
    CHECK(drawn("\t2021年，我局未收到申请。今后将加强管理，提高工作人员的业务水平，做好信息公开工作。\n\t一、总体情况\n") ==
          Lines{"2021年，我局未收到申请。今后将加强管理，提高工作人员的业务水平，做好信息公开工作。", "一、总体情况"});
    CHECK(drawn("一、\t总体情况\n（一）\t主动公开\n1.\t概述\n") == Lines{"一、\t总体情况", "（一）\t主动公开", "1.\t概述"});
    CHECK(drawn("\t\t\t\t2022年1月20日\n") == Lines{"2022年1月20日"});
}

TEST_CASE("the borders of a frame are no part of a sentence, a title or a section's heading, and a heading ends a grid") {
    const std::string sentence = "2022年，本机关认真贯彻落实条例，围绕重点领域加大主动公开力度，群众反映良好。今后将继续完善制度。";
    CHECK(drawn("| 一、总体情况 |\n| " + sentence + " |\n" + sentence + "|\n") == Lines{"一、总体情况", sentence, sentence});
    CHECK(drawn("规章 |\n0 |\n1 |\n三、收到和处理政府信息公开申请情况 |\n许可 |\n2 |\n3 |\n") == Lines{"[规章|0|1]", "三、收到和处理政府信息公开申请情况", "[许可|2|3]"});
    CHECK(drawn("年度报告 ｜\n") == Lines{"年度报告"});
    CHECK(drawn("一、本年新收政府信息公开申请数量 |\n0 |\n1 |\n") == Lines{"[一、本年新收政府信息公开申请数量|0|1]"});
}

TEST_CASE("a page number ends a grid and is text of its own") {
    CHECK(drawn("规章\t0\t1\n- 3 -\n许可\t2\t3\n") == Lines{"[规章|0|1]", "- 3 -", "[许可|2|3]"});
    CHECK(drawn("规章 | 0 |\n— 4 —\n许可 | 2 |\n处罚 | 3 |\n") == Lines{"[规章|0]", "— 4 —", "[许可|2/处罚|3]"});
}

TEST_CASE("a negative figure on a line of its own is no page number") {
    CHECK(drawn("许可 |\n-208 |\n247 |\n处罚 |\n") == Lines{"[许可|-208|247|处罚]"});
}

TEST_CASE("a blank cell's span is empty and stands at its place") {
    const Document document = read("甲|  |乙|\n", {});
    REQUIRE(document.grids.size() == 1);
    const GridCell& blank = document.grids[0].cells[1];
    CHECK(blank.span.empty());
    CHECK(blank.span.begin == std::string("甲|").size());
}

TEST_CASE("the text of a text is the input as decoded, line breaks and all") {
    CHECK(read("\xEF\xBB\xBF" "甲\r\n\r\n乙|\t丙\r\n", {}).text == "甲\r\n\r\n乙|\t丙\r\n");
}

TEST_CASE("every kind of line break ends a line") {
    CHECK(drawn("甲\r乙\n丙\r\n丁\f戊\u2028己") == Lines{"甲", "乙", "丙", "丁", "戊", "己"});
}

TEST_CASE("NUL bytes are no trouble") {
    using namespace std::string_view_literals;
    const std::string_view text = "规章 | 0 | 1 |\n许\0可 | 2 | 3 |\n这里是一段足够长的说明文字\n"sv;
    CHECK(read(text, {}).grids.size() == 1);
}

TEST_CASE("nothing, and hardly anything") {
    CHECK(drawn("").empty());
    CHECK(drawn("\n \t\n|||\n").empty());
    CHECK(drawn("你好") == Lines{"你好"});
}

TEST_CASE("a text beyond the cap ends at its last whole line") {
    std::string text;
    while (text.size() < 9'000'000) text += "一、总体情况，这里是很长的一段话\n";
    const Document document = read(text, {});
    CHECK(noticed(document) == Lines{"input-too-large"});
    CHECK(document.text.size() <= 8u << 20);
    CHECK(text.compare(0, document.text.size(), document.text) == 0);
    CHECK(text[document.text.size()] == '\n');
}

TEST_CASE("a text too large to cut is said to be so, and its rest is one paragraph") {
    std::string text;
    for (int i = 0; i < 500'000; ++i) text += "a|b|c\n";
    const Document document = read(text, {});
    CHECK(noticed(document) == Lines{"input-too-large"});
    REQUIRE(document.grids.size() == 1);
    CHECK(document.grids[0].cells.size() == 1'000'000);
    CHECK(document.blocks.back().span.end == text.size() - 1);
}

TEST_CASE("comma-separated: records are rows, a record of one text is a paragraph until a table begins, then where it is a heading") {
    CHECK(drawn("三、收到和处理政府信息公开申请情况,,,\r\n规章,0,7,12\r\n第二十条第（五）项,,,\r\n\"行政规范性文件\",\"1,234\",\"\",-5\r\n许可,1,2,3,\r\n处罚,3,4,5\r\n"
                "四、政府信息公开行政复议、行政诉讼情况,,,\r\n1,2,3,4\r\n") ==
          Lines{"三、收到和处理政府信息公开申请情况", "[规章|0|7|12/第二十条第（五）项|||/行政规范性文件|1,234||-5/许可|1|2|3|/处罚|3|4|5]",
                "四、政府信息公开行政复议、行政诉讼情况", "[1|2|3|4]"});
}

namespace {
const std::string three_rows = "a,1,2,3,4,5,6\nb,1,2,3,4,5,6\nc,1,2,3,4,5,6\n", three_drawn = "a|1|2|3|4|5|6/b|1|2|3|4|5|6/c|1|2|3|4|5|6]";
}

TEST_CASE("comma-separated: a quoted field holds commas, doubled quotes and line breaks; an open quote is a character, as is a quoted word") {
    CHECK(drawn("\"甲,\"\"乙\"\"\n丙\",1,2,3\n\"丁,4,5,6\n戊,7,8,9\n" + three_rows) == Lines{"[甲,\"\"乙\"\"~丙|1|2|3/\"丁|4|5|6/戊|7|8|9/" + three_drawn});
    CHECK(drawn("\"丁\"类,4,5,6\n\"戊\",7,8,9\n" + three_rows) == Lines{"[\"丁\"类|4|5|6/戊|7|8|9/" + three_drawn});
    CHECK(drawn("\"第一段。\n\n第二段,完。\",,,\n" + three_rows) == Lines{"第一段。", "第二段,完。", "[" + three_drawn});
}

TEST_CASE("comma-separated: a sentence whose commas are not quoted stays one") {
    CHECK(drawn("全年收到申请3件,办结2件,结转1件。\n" + three_rows) == Lines{"全年收到申请3件,办结2件,结转1件。", "[" + three_drawn});
}

TEST_CASE("prose with commas is not comma-separated, nor are rows of other delimiters with thousands in them") {
    for (const char* line : {"2021年,全局共收到申请3件,其中自然人2件,法人1件,均已办结", "一、本年新收 | 1,234 | 2,345 | 3,456 | 7,035 |",
                             "一、本年新收\t1,234\t2,345\t3,456\t7,035", "规章 1,234 2,345 3,456", "1,234,567", "公开了1,2,3类信息和4,5,6项清单"}) {
        std::string text;
        for (int i = 0; i < 20; ++i) text += std::string(line) + "\n";
        CAPTURE(line);
        CHECK_FALSE(is_comma_separated(text));
    }
}
