// Pages and the clipboards of Word, WPS, Excel, LibreOffice and browsers.
#include <catch2/catch.hpp>

#include "core/read/formats.hpp"
#include "core/read/gb18030.hpp"
#include "core/read/html_source.hpp"
#include "tests/unit/drawn.hpp"

using namespace nianbao;
using namespace nianbao::testing;

namespace {

Lines page(std::string_view html) { return drawn(html, "html"); }

std::string cells(std::string_view inside) {
    const Lines lines = page("<table><tr><td>甲</td><td>" + std::string(inside) + "</td></tr></table>");
    return lines.empty() ? "" : lines[0];
}

std::string text_of(std::string_view html) {
    Options options;
    options.format = "html";
    return read(html, options).text;
}

}  // namespace

TEST_CASE("HTML is known by its content, not by a tag that is talked about") {
    CHECK(is_html("<!DOCTYPE html><p>x"));
    CHECK(is_html("  <html><body>x"));
    CHECK(is_html("<table border=1><tr><td>规章</td></tr></table>"));
    CHECK(is_html("Version:0.9\r\nStartHTML:0000000105\r\nEndHTML:00000200\r\n<html>"));
    CHECK_FALSE(is_html("详见网站（<http://nxyjglt.nx.gov.cn/>），页面中的<p>标签"));
    CHECK_FALSE(is_html("规章 | 0 | 0 |\n商业<br>企业 | 科研<br>机构 | <b>x</b> |\n"));
    CHECK_FALSE(is_html("1 < 2 > 0"));
    CHECK(is_html(to_gb18030("<html><body>规章")));
    using namespace std::string_view_literals;
    const std::string_view wide = "<\0h\0t\0m\0l\0>\0<\0p\0>\0\x3A\x4E<\0/\0p\0>\0"sv;
    CHECK(is_html(wide));
    CHECK(drawn(wide) == Lines{"为"});
}

TEST_CASE("a table's cells stand where its spans put them") {
    Options options;
    const Document document = read("<html><table><tr><td rowspan=2 colspan=2>头</td><td>甲</td></tr><tr><td>乙</td></tr>"
                                   "<tr><td>丙</td><td colspan=2>丁</td></tr></table>", options);
    CHECK(drawn(document) == Lines{"[头{2,2}|甲/乙/丙|丁{1,2}]"});
    const Grid& grid = document.grids[0];
    CHECK(grid.kind == Grid::Kind::exact);
    CHECK(grid.rows == 3);
    CHECK(grid.columns == 3);
    CHECK(grid.cells[2].row == 1);
    CHECK(grid.cells[2].column == 2);
    CHECK(grid.cells[4].column == 1);
}

TEST_CASE("spans beyond all measure are cut to the table") {
    const Document document =
        read("<html><table><tr><td rowspan=1000000000 colspan=99999>甲<td>乙<tr><td>丙</table>", {});
    REQUIRE(document.grids.size() == 1);
    CHECK(document.grids[0].columns == 256);
    CHECK(document.grids[0].cells[0].row_span == 2);
    CHECK(noticed(document) == Lines{"input-too-large"});
    CHECK(page("<table><tr><td rowspan=0>甲<td rowspan=9>乙<td>丙<tr><td>丁<tbody><tr><td>戊<td>己</table>") ==
          Lines{"[甲{2,1}|乙{2,1}|丙/丁/戊|己]"});
    CHECK(page("<table><tr><td rowspan=-3 colspan=abc>甲<td rowspan='' colspan=0>乙</table>") == Lines{"[甲|乙]"});
}

TEST_CASE("elements inside a cell, and inside a word, do not part its text") {
    CHECK(cells("<p class=MsoNormal><span>2</span><span lang=EN-US>7<o:p></o:p></span></p>") == "[甲|27]");
    CHECK(cells("<b>总</b><font color=red>计</font>") == "[甲|总计]");
    CHECK(cells("本年新<br>制作数量") == "[甲|本年新~制作数量]");
    CHECK(cells("<p>商业</p>\n<p>企业</p>") == "[甲|商业~企业]");
    CHECK(cells("\n  <p align=center\n  style='x'>行政\n  许可</p>\n ") == "[甲|行政许可]");
    CHECK(cells("政府<!-- x -->信息") == "[甲|政府信息]");
}

TEST_CASE("blanks of every kind leave a blank cell at its place") {
    for (const std::string_view blank : {"", " ", "&nbsp;", "<p>&nbsp;</p>", "<br>", "<o:p>&nbsp;</o:p>", "&#12288;", "<p><span></span></p>",
                                         "<span style='mso-spacerun:yes'>&nbsp; </span>"}) {
        CAPTURE(blank);
        CHECK(cells(blank) == "[甲|]");
    }
    CHECK(cells("&nbsp;0") == "[甲|0]");
}

TEST_CASE("a superscript after a figure is no digit of it") {
    CHECK(cells("12<sup>1</sup>") == "[甲|12 1]");
    CHECK(cells("12<a href='#_ftn1'><sup><span>[1]</span></sup></a>") == "[甲|12 [1]]");
}

TEST_CASE("what is hidden is not read") {
    for (const std::string_view hidden : {"<span style='display:none'>9</span>", "<span style=\"color:red; DISPLAY : none\">9</span>", "<span style='color:red;\n display:\tnone'>9</span>",
                                          "<span style='visibility:hidden'>9</span>", "<span style='mso-hide:all'>9</span>",
                                          "<span hidden>9</span>", "<script>9</script>", "<style>9</style>", "<noscript>9</noscript>",
                                          "<template>9</template>", "<textarea>9</textarea>", "<select><option>9</option></select>",
                                          "<del>9</del>", "<input type=hidden value=9>", "<input type=button value=9>",
                                          "<svg><text>9</text></svg>", "<xml>9</xml>"}) {
        CAPTURE(hidden);
        CHECK(cells("2" + std::string(hidden) + "7") == "[甲|27]");
    }
    CHECK(cells("2<span style='mso-display:none;display:inline'>7</span>") == "[甲|27]");
    CHECK(cells("<input value=27>") == "[甲|27]");
    CHECK(page("<table><tr><td>甲<td>乙<tr style='display:none'><td>丙<td>丁<tr><td>戊<td style='display:none'>己<td>庚</table>") ==
          Lines{"[甲|乙/戊|庚]"});
}

TEST_CASE("paragraphs and headings are lines; source line breaks are not") {
    CHECK(page("<h1>年度\n报告</h1><div>一、总体情况</div><p>2021\n年，共收到\n26 件<br>均已\n办结。</p>word\nword") ==
          Lines{"年度报告", "一、总体情况", "2021年，共收到26 件", "均已办结。", "word word"});
}

TEST_CASE("tables that lay out the page are no grids; a data table inside is one, between its neighbours' text") {
    CHECK(page("<table><tr><td>导航</td><td><p>一、总体情况</p><table><tr><td>规章</td><td>0</td></tr><tr><td>许可</td><td>1</td></tr></table>"
               "<p>二、其他</p></td></tr></table>") == Lines{"导航", "一、总体情况", "[规章|0/许可|1]", "二、其他"});
    CHECK(page("<table><tr><td><p>第一段</p><p>第二段</p></td></tr><tr><td>第三段</td></tr></table>") == Lines{"第一段", "第二段", "第三段"});
    std::string article;
    for (int i = 0; i < 60; ++i) article += "<p>我局认真贯彻落实条例要求。</p>";
    const Lines lines = page("<table><tr><td>首页</td><td>" + article + "</td></tr></table>");
    CHECK(lines.size() == 61);
}

TEST_CASE("a data table keeps a cell that holds a small table") {
    CHECK(page("<table><tr><td>索引号</td><td>11220000</td><td>分类</td><td><table><tr><td>年报</td></tr></table></td></tr>"
               "<tr><td>发布机构</td><td>县政府办</td><td>日期</td><td>2022-01-20</td></tr></table>") ==
          Lines{"[索引号|11220000|分类|年报/发布机构|县政府办|日期|2022-01-20]"});
}

TEST_CASE("attributes are read however they are written") {
    CHECK(page("<table><tr><td\n title='a > b' COLSPAN = \"2\" class=\"<td>\">甲<td rowspan='2'/>乙<tr><td colspan=1align=x>丙<td>丁</table>") ==
          Lines{"[甲{1,2}|乙{2,1}/丙|丁]"});
    CHECK(cells("<p title=\"display:none\" alt='<script>'>2</p>") == "[甲|2]");
    CHECK(cells("<p STYLE = 'color:red;Display:None'>9</p>2<p style=display:none>9</p>") == "[甲|2]");
    CHECK(cells("2<span \"'= class=>7</span>") == "[甲|27]");
    CHECK(page("<p>甲</p><p title=\"never closed>乙</p>") == Lines{"甲"});
}

TEST_CASE("a caption is a line before its table") {
    CHECK(page("<table><caption>表一</caption><tr><td>甲<td>乙</table>") == Lines{"表一", "[甲|乙]"});
}

TEST_CASE("filler cells and ragged rows are kept as drawn") {
    CHECK(page("<table><tr><td colspan=3></td><td>自然人</td></tr><tr><td>规章</td></tr><tr></tr><tr><td>0</td><td>1</td></tr></table>") ==
          Lines{"[{1,3}|自然人/规章//0|1]"});
}

TEST_CASE("Word's clipboard") {
    CHECK(page("Version:1.0\r\nStartHTML:0000000105\r\nEndHTML:0000009999\r\nStartFragment:0000000141\r\nEndFragment:0000009963\r\n\r\n"
               "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"><head>\r\n"
               "<meta http-equiv=Content-Type content=\"text/html; charset=utf-8\">\r\n"
               "<!--[if gte mso 9]><xml>\r\n <w:WordDocument>9</w:WordDocument>\r\n</xml><![endif]-->\r\n"
               "<style>\r\n<!--\r\n p.MsoNormal {mso-style-name:\"<table>\";}\r\n-->\r\n</style>\r\n</head>\r\n"
               "<body lang=ZH-CN style='tab-interval:21.0pt'>\r\n<!--StartFragment-->\r\n\r\n"
               "<p class=MsoListParagraph style='margin-left:36.0pt'><![if !supportLists]><span\r\nstyle='mso-list:Ignore'>一、</span>"
               "<![endif]>总体情况</p>\r\n"
               "<table class=MsoTableGrid border=1>\r\n <tr style='mso-yfti-irow:0;mso-yfti-firstrow:yes'>\r\n"
               "  <td width=277 valign=top style='border:solid windowtext 1.0pt'>\r\n  <p class=MsoNormal>行政<span\r\n  lang=EN-US><o:p></o:p></span></p>\r\n  </td>\r\n"
               "  <td><p class=MsoNormal><span lang=EN-US>12<o:p></o:p></span></p></td>\r\n </tr>\r\n"
               " <tr>\r\n  <td><p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p></td><td><p class=MsoNormal>0</p></td>\r\n </tr>\r\n"
               " <![if !supportMisalignedColumns]>\r\n <tr height=0>\r\n  <td width=277 style='border:none'></td>\r\n  <td></td>\r\n </tr>\r\n <![endif]>\r\n"
               "</table>\r\n<p class=MsoNormal><![if !supportEmptyParas]>&nbsp;<![endif]><o:p></o:p></p>\r\n<!--EndFragment-->\r\n</body>\r\n</html>") ==
          Lines{"一、总体情况", "[行政|12/|0]"});
}

TEST_CASE("WPS: conditional comments left unclosed hide nothing of the report") {
    for (const std::string_view broken : {"<!--[if gte mso 9]><xml><w:WordDocument></w:WordDocument></xml><![endif]>",
                                          "<!--[if gte mso 9]><xml><w:WordDocument></w:WordDocument></xml>",
                                          "<!--[if gte mso 9]><xml><o:x>1</o:x></xml><![endif]--><!--[if gte mso 10]>",
                                          "<!--[if !mso]><!--><!--<![endif]-->", "<!-- "}) {
        CAPTURE(broken);
        const std::string html = "<html><head>" + std::string(broken) +
                                 "<style>@font-face{}</style></head><body>"
                                 "<table><tr><td>规章</td><td>3</td></tr></table><p>一、总体情况</p></body></html>";
        CHECK(page(html) == Lines{"[规章|3]", "一、总体情况"});
        const std::string fragment = "<html><head>" + std::string(broken) +
                                     "</head><body><!--StartFragment--><table><tr><td>规章</td><td>3</td></tr></table><!--EndFragment--></body></html>";
        if (broken != "<!-- ") CHECK(page(fragment) == Lines{"[规章|3]"});
    }
}

TEST_CASE("Excel's clipboard") {
    CHECK(page("<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><head><meta name=ProgId content=Excel.Sheet>"
               "<style><!--table {mso-displayed-decimal-separator:\"\\.\";}--></style></head><body link=blue vlink=purple>\r\n"
               "<table border=0 cellpadding=0 style='border-collapse:collapse'>\r\n<!--StartFragment-->\r\n <col width=72>\r\n"
               " <tr height=19 style='height:14.4pt'>\r\n  <td height=19 class=xl65 colspan=2 style='mso-ignore:colspan'>本年新<br>\r\n    制作数量</td>\r\n"
               "  <td class=xl66 align=right x:num>27</td>\r\n </tr>\r\n"
               " <tr height=0 style='display:none'><td width=72></td></tr>\r\n<!--EndFragment-->\r\n</table>\r\n</body></html>") ==
          Lines{"[本年新~制作数量{1,2}|27]"});
}

TEST_CASE("LibreOffice's and the browsers' clipboards") {
    CHECK(page("<html><head><meta http-equiv=\"content-type\" content=\"text/html; charset=utf-8\"/></head><body><table cellspacing=\"0\">"
               "<colgroup width=\"85\"></colgroup><tr><td height=\"17\" align=\"left\">规章<br></td>"
               "<td align=\"right\" sdval=\"27\" sdnum=\"1033;\"><font face=\"宋体\">27</font></td></tr></table></body></html>") ==
          Lines{"[规章|27]"});
    CHECK(page("<html>\r\n<body>\r\n<!--StartFragment--><table style=\"color: rgb(0, 0, 0); white-space: normal;\"><tbody><tr>"
               "<td style=\"padding: 0px;\"><p style=\"margin: 0px;\">规章</p></td><td>0</td></tr></tbody></table><br class=\"Apple-interchange-newline\">"
               "<!--EndFragment-->\r\n</body>\r\n</html>") == Lines{"[规章|0]"});
}

TEST_CASE("a cell outside a table, a table never closed, tags in a wild order") {
    CHECK(page("<td>甲</td><td>乙</td>") == Lines{"甲乙"});
    CHECK(page("<table><tr><td>甲<td>乙<tr><td>丙<td>丁") == Lines{"[甲|乙/丙|丁]"});
    CHECK(page("<p><table><tr><td>甲</p></td><td><b>乙</table></b>丙") == Lines{"[甲|乙]", "丙"});
}

TEST_CASE("a text report inside pre, and a markdown text with an HTML table, keep their lines") {
    CHECK(page("<html><body><pre>一、总体情况\n规章 | 0 | 1 |\n许可 | 2 | 3 |\n</pre></body></html>") ==
          Lines{"一、总体情况", "[规章|0|1/许可|2|3]"});
    CHECK(page("# 一、总体情况\n\n我局。\n<table><tr><td>规章</td>\n<td>0</td></tr></table>\n## 二、其他\n") ==
          Lines{"# 一、总体情况", "我局。", "[规章|0]", "## 二、其他"});
}

TEST_CASE("pipes and tabs in a page's paragraphs are cut as in text") {
    CHECK(page("<p>规章 | 0 | 1 |</p><p>许可 | 2 | 3 |</p>") == Lines{"[规章|0|1/许可|2|3]"});
}

TEST_CASE("a page in GBK, whatever its head says") {
    const std::string html = "<html><head><meta charset=utf-8></head><body><table><tr><td>规章</td><td>０</td></tr></table></body></html>";
    const Document document = read(to_gb18030(html), {});
    CHECK(document.encoding == "GB18030");
    CHECK(drawn(document) == Lines{"[规章|０]"});
    CHECK(declared_charset("<meta http-equiv=Content-Type content=\"text/html; charset=gb2312\">") == "gb2312");
    CHECK(declared_charset("<META CHARSET='GBK'>") == "GBK");
    CHECK(declared_charset("<p>charset</p>").empty());
}

TEST_CASE("every span lies in the text, and the text is written as it is read") {
    CHECK(text_of("<p>甲</p><table><tr><td>1</td><td>2<br>3</td></tr><tr><td></td><td>4</td></tr></table><p>乙</p>") ==
          "甲\n1\t2\n3\n\t4\n乙\n");
}

TEST_CASE("nesting and tags beyond the caps are cut and said to be") {
    std::string deep;
    for (int i = 0; i < 100'000; ++i) deep += "<div>";
    CHECK(noticed(read("<html>甲" + deep + "乙", {})) == Lines{"input-too-large"});
    std::string unclosed;
    for (int i = 0; i < 1500; ++i) unclosed += "<span>甲<br>";
    CHECK(noticed(read("<html>" + unclosed, {})).empty());
    std::string many;
    for (int i = 0; i < 450'000; ++i) many += "<p>x";
    CHECK(noticed(read("<html>" + many, {})) == Lines{"input-too-large"});
}

TEST_CASE("a table within a paragraph is read whatever the document type says of old browsers") {
    const std::string page = "<html><body><p>表二<table><tr><td>规章</td><td>1</td></tr></table></p></body></html>";
    const Lines whole{"表二", "[规章|1]"};
    CHECK(drawn(page) == whole);
    CHECK(drawn("<!DOCTYPE html>" + page) == whole);
    CHECK(drawn("<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Transitional//EN\" \"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd\">" + page) == whole);
    CHECK(drawn("<!doctype HTML public '-//W3C//DTD HTML 3.2//EN'>" + page) == whole);
    CHECK(drawn("<!DOCTYPE html SYSTEM 'about:legacy-compat'>" + page) == whole);
    CHECK(drawn("<!DOCTYPE html PUBLIC \"never closed>" + page) == whole);
}

TEST_CASE("no page at all") {
    CHECK(page("").empty());
    CHECK(page("<").empty());
    CHECK(page("<!--").empty());
    CHECK(page("<html><body></body></html>").empty());
}

TEST_CASE("text is taken over as the page spells it: characters by name and number, stray signs, broken ends") {
    CHECK(text_of("<p>a&lt;b &amp; c&nbsp;d&#19968;&#x4e8c;&nGt;e</p>") == "a<b & c\u00A0d一二\u226B\u20D2e\n");
    CHECK(text_of("<p>1 < 2 & 3 > 0, <3</p>") == "1 < 2 & 3 > 0, <3\n");
    CHECK(text_of("<p>规章<br/>和</br>其他</p>完<") == "规章\n和\n其他\n完\n");
    CHECK(text_of(std::string("<p>\xF0\xA0\xAE\xB7" "a\xF4\x8F\xBF\xBF</p><p>规\0章</p>", 26)) == "\xF0\xA0\xAE\xB7" "a\xF4\x8F\xBF\xBF\n规章\n");
    CHECK(text_of("<title>年报 <p>二</title><p>正文<textarea><table></textarea>后</p>") == "正文后\n");
    CHECK(text_of("<p>前<!x><?y><![CDATA[z]]></ q>后</p>") == "前后\n");
}

TEST_CASE("white space is kept where an element keeps it, line breaks of every kind as one") {
    CHECK(text_of("<p>x</p><pre>\na  b\r\n <b>c</b>\r\r d</pre>") == "x\na  b\n c\n\n d\n");
    CHECK(text_of("<div>x</div><div style='white-space: pre'>1  2 <i> </i> 3</div>") == "x\n1  2   3\n");
}

TEST_CASE("of an attribute given twice the first counts, a value may spell its characters") {
    const Document document = read("<body><table><tr><td colspan=2 colspan='3'>a<td>b<tr><td>1<td>2<td><input value='3&#52;'></table>", {});
    REQUIRE(document.grids.size() == 1);
    CHECK(document.grids[0].columns == 3);
    CHECK(document.grids[0].cells[0].column_span == 2);
    CHECK(slice(document.text, document.grids[0].cells.back().span) == "34");
}
