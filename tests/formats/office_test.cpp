// Word, Excel and RTF features one by one, in files written by hand.
#include <catch2/catch.hpp>

#include <string>

#include "core/read/office/cell_format.hpp"
#include "core/read/office/numbering.hpp"
#include "core/read/read.hpp"
#include "tests/formats/office_files.hpp"

using namespace nianbao;
using namespace nianbao::testing;

TEST_CASE("Word: changes are accepted, field codes and hidden text are left out") {
    const std::string body = paragraph(run("收到") + "<w:ins>" + run("申请") + "</w:ins><w:del><w:r><w:delText>二</w:delText></w:r></w:del>" + run("27件") +
                                       run("密", "<w:vanish/>") + "<w:moveFrom>" + run("旧") + "</w:moveFrom><w:moveTo>" + run("新") + "</w:moveTo>") +
                             paragraph("<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>HYPERLINK \"x\"</w:instrText></w:r>" + run("代码") +
                                       "<w:r><w:fldChar w:fldCharType='separate'/></w:r>" + run("结果") + "<w:r><w:fldChar w:fldCharType='end'/></w:r>");
    CHECK(text_of(docx(body)) == "收到申请27件新\n结果\n");
}

TEST_CASE("Word: a paragraph whose mark is deleted goes on with the next") {
    CHECK(text_of(docx(paragraph(run("政府信息"), "<w:rPr><w:del/></w:rPr>") + paragraph(run("公开")))) == "政府信息公开\n");
}

TEST_CASE("Word: a text box is read once, after its paragraph") {
    const std::string box = "<w:txbxContent>" + paragraph(run("框内")) + "</w:txbxContent>";
    const std::string body = paragraph(run("正文") + "<w:r><mc:AlternateContent><mc:Choice><w:drawing><a>" + box + "</a></w:drawing></mc:Choice><mc:Fallback><w:pict>" + box +
                                       "</w:pict></mc:Fallback></mc:AlternateContent></w:r>");
    CHECK(text_of(docx(body)) == "正文\n框内\n");
}

TEST_CASE("Word: merged cells, blank columns before a row, a deleted row") {
    const std::string table = "<w:tbl><w:tr>" + cell("头", "<w:gridSpan w:val='2'/>") + cell("总计", "<w:vMerge w:val='restart'/>") + "</w:tr><w:tr>" + cell("甲") + cell("1") +
                              cell("", "<w:vMerge/>") + "</w:tr><w:tr><w:trPr><w:del/></w:trPr>" + cell("删") + "</w:tr><w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>" + cell("2") +
                              cell("3") + "</w:tr></w:tbl>";
    const Document document = read(docx(table), {});
    REQUIRE(document.grids.size() == 1);
    CHECK(document.grids[0].kind == Grid::Kind::exact);
    CHECK(cells_of_grid(document) == "头@0,0x1x2 总计@0,2x2x1 甲@1,0 1@1,1 2@2,1 3@2,2 ");
}

TEST_CASE("Word: a layout table is no grid, the table inside is") {
    const std::string inner = "<w:tbl><w:tr>" + cell("行政许可办理数量") + cell("10") + "</w:tr></w:tbl>";
    const Document document = read(docx("<w:tbl><w:tr><w:tc>" + paragraph(run("题")) + inner + paragraph("") + "</w:tc>" + cell("") + "</w:tr></w:tbl>"), {});
    REQUIRE(document.grids.size() == 1);
    CHECK(cells_of_grid(document) == "行政许可办理数量@0,0 10@0,1 ");
}

TEST_CASE("Word: automatic numbers stand before their paragraphs") {
    const std::string numbering = "<w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='chineseCounting'/><w:lvlText w:val='%1、'/></w:lvl>"
                                  "<w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='japaneseCounting'/><w:lvlText w:val='（%2）'/></w:lvl>"
                                  "<w:lvl w:ilvl='2'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%3.'/></w:lvl></w:abstractNum>"
                                  "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>";
    const auto numbered = [](int level, const std::string& text) {
        return paragraph(run(text), "<w:numPr><w:ilvl w:val='" + std::to_string(level) + "'/><w:numId w:val='1'/></w:numPr>");
    };
    const std::string body = numbered(0, "总体情况") + numbered(1, "主动公开") + numbered(1, "依申请公开") + numbered(2, "收到") + numbered(0, "主动公开政府信息情况") + numbered(1, "规章");
    CHECK(text_of(docx(body, numbering)) == "一、总体情况\n（一）主动公开\n（二）依申请公开\n1. 收到\n二、主动公开政府信息情况\n（一）规章\n");
}

TEST_CASE("Numbers in the formats lists use") {
    CHECK(format_number(NumberFormat::chinese, 10) == "十");
    CHECK(format_number(NumberFormat::chinese, 12) == "十二");
    CHECK(format_number(NumberFormat::chinese, 20) == "二十");
    CHECK(format_number(NumberFormat::chinese, 105) == "一百零五");
    CHECK(format_number(NumberFormat::chinese_digits, 105) == "一〇五");
    CHECK(format_number(NumberFormat::chinese_financial, 21) == "贰拾壹");
    CHECK(format_number(NumberFormat::upper_roman, 14) == "XIV");
    CHECK(format_number(NumberFormat::lower_letter, 28) == "bb");
    CHECK(format_number(NumberFormat::decimal_circled, 3) == "③");
    CHECK(format_number(NumberFormat::decimal_circled, 21) == "21");
}

TEST_CASE("Excel shows numbers as their formats say") {
    CHECK(shown_number("27", "General", false) == "27");
    CHECK(shown_number("67.840000000000003", "General", false) == "67.84");
    CHECK(shown_number("1798.66", "0.00", false) == "1798.66");
    CHECK(shown_number("3", "0.00", false) == "3.00");
    CHECK(shown_number("3.7", "0", false) == "4");
    CHECK(shown_number("2.675", "0.00", false) == "2.68");
    CHECK(shown_number("21321", "#,##0", false) == "21,321");
    CHECK(shown_number("7", "000", false) == "007");
    CHECK(shown_number("5", "0\"件\"", false) == "5件");
    CHECK(shown_number("-5", "0_ ", false) == "-5");
    CHECK(shown_number("-5", "0;(0)", false) == "(5)");
    CHECK(shown_number("0", "0;-0;;@", false) == "");
    CHECK(shown_number("0.125", "0.0%", false) == "12.5%");
    CHECK(shown_number("12345678901234567", "0", false) == "12345678901234567");
    CHECK(shown_number("1.5E3", "General", false) == "1500");
    CHECK(shown_number("44562", "yyyy\"年\"m\"月\"d\"日\"", false) == "2022年1月1日");
    CHECK(shown_number("12", "# ?/?", false) == "12");
}

TEST_CASE("Excel: shared strings, merges, hidden rows and sheets, headings between tables") {
    ZipWriter zip;
    zip.add("_rels/.rels", "<Relationships><Relationship Id='a' Type='http://x/officeDocument' Target='xl/workbook.xml'/></Relationships>");
    zip.add("xl/workbook.xml", "<workbook xmlns:r='r'><sheets><sheet name='甲' sheetId='1' r:id='s1'/><sheet name='乙' sheetId='2' state='hidden' r:id='s2'/></sheets></workbook>");
    zip.add("xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id='s1' Type='http://x/worksheet' Target='worksheets/sheet1.xml'/>"
                                          "<Relationship Id='s2' Type='http://x/worksheet' Target='worksheets/sheet2.xml'/>"
                                          "<Relationship Id='t' Type='http://x/sharedStrings' Target='sharedStrings.xml'/></Relationships>");
    zip.add("xl/sharedStrings.xml", "<sst><si><t>一、总体情况</t></si><si><r><t>行政</t></r><r><t>许可</t></r><rPh><t>x</t></rPh></si><si><t>信息内容</t></si></sst>");
    zip.add("xl/worksheets/sheet1.xml",
            "<worksheet><sheetData><row r='1'><c r='A1' t='s'><v>0</v></c></row><row r='2'><c r='A2' t='s'><v>2</v></c><c r='B2' t='inlineStr'><is><t>本年处理决定数量</t></is></c><c r='C2'/></row>"
            "<row r='3' hidden='1'><c r='A3'><v>99</v></c></row><row r='4'><c r='A4' t='s'><v>1</v></c><c r='B4'><v>10</v></c><c r='C4' t='str'><v>备注</v></c></row></sheetData>"
            "<mergeCells><mergeCell ref='B2:C2'/></mergeCells></worksheet>");
    zip.add("xl/worksheets/sheet2.xml", "<worksheet><sheetData><row r='1'><c r='A1'><v>5</v></c></row></sheetData></worksheet>");
    const Document document = read(zip.finish(), {});
    CHECK(document.format == Format::xlsx);
    CHECK(document.text == "一、总体情况\n信息内容\t本年处理决定数量\n行政许可\t10\t备注\n");
    CHECK(cells_of_grid(document) == "信息内容@0,0 本年处理决定数量@0,1x1x2 行政许可@1,0 10@1,1 备注@1,2 ");
}

TEST_CASE("RTF: characters in every coding, hidden and deleted text, destinations") {
    CHECK(text_of("{\\rtf1\\ansi\\ansicpg936 \\'b9\\'ab\\'bf\\'aa\\par}") == "公开\n");
    CHECK(text_of("{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset134 x;}}\\f0 \\'b9\\'ab\\par}") == "公\n");
    CHECK(text_of("{\\rtf1\\uc1 \\u20844?\\u-10179?\\u-8704?{\\uc2\\u24320\\'bf\\'aa}27\\par}") == "公\xF0\x9F\x98\x80开27\n");
    CHECK(text_of("{\\rtf1 a{\\v hidden}b{\\deleted gone}c{\\*\\unknown x}{\\pict 00ff}{\\footnote note}\\par}") == "abc\n");
    CHECK(text_of("{\\rtf1{\\field{\\*\\fldinst HYPERLINK \"x\"}{\\fldrslt result}}\\par}") == "result\n");
    CHECK(text_of("{\\rtf1 1\\~2\\_3\\{4\\}\\\\5{\\*\\x \\bin5 }}}}}6}7\\\nnext\\par}") == "1\u00A02-3{4}\\57\nnext\n");
    CHECK(text_of("{\\rtf1{\\listtext 1.\\tab}item\\par}") == "1.\titem\n");
}

TEST_CASE("RTF: cells by their edges, merged down and across") {
    const std::string head = "\\trowd\\cellx1000\\cellx3000 ";
    const Document document = read("{\\rtf1 \\trowd\\clvmgf\\cellx1000\\clmgf\\cellx2000\\clmrg\\cellx3000 \\intbl A\\cell B\\cell\\cell\\row "
                                   "\\trowd\\clvmrg\\cellx1000\\cellx2000\\cellx3000 \\intbl\\cell 1\\cell 2\\cell\\row " + head + "\\intbl C\\cell 3\\cell\\row\\pard end\\par}", {});
    CHECK(cells_of_grid(document) == "A@0,0x2x1 B@0,1x1x2 1@1,1 2@1,2 C@2,0 3@2,1x1x2 ");
}

TEST_CASE("A file is what its content says") {
    const std::string wordml = "<?xml version='1.0'?><?mso-application progid='Word.Document'?><w:wordDocument xmlns:w='http://schemas.microsoft.com/office/word/2003/wordml' xmlns:wx='x'>"
                               "<w:body><wx:sect><w:p><w:pPr><w:listPr><wx:t wx:val='一、'/></w:listPr></w:pPr><w:r><w:t>总体情况</w:t></w:r></w:p></wx:sect></w:body></w:wordDocument>";
    Options options;
    options.name = "report.doc";
    CHECK(read(wordml, options).format == Format::wordml);
    CHECK(read(wordml, options).text == "一、总体情况\n");
    CHECK(read(docx(paragraph(run("甲"))), options).format == Format::docx);
    CHECK(read("{\\rtf1 a}", options).format == Format::rtf);
}
