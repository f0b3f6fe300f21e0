// Numbers Word makes itself, by lists, their overrides and styles; characters of symbol fonts; whole documents in one XML.
#include <catch2/catch.hpp>

#include <string>

#include "core/read/office/numbering.hpp"
#include "tests/formats/office_files.hpp"

using namespace nianbao;
using namespace nianbao::testing;

namespace {

const std::string chinese_level = "<w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='chineseCounting'/><w:lvlText w:val='%1、'/></w:lvl>";

std::string definition(int id, const std::string& inside) { return "<w:abstractNum w:abstractNumId='" + std::to_string(id) + "'>" + inside + "</w:abstractNum>"; }
std::string list(int id, int of, const std::string& changes = {}) {
    return "<w:num w:numId='" + std::to_string(id) + "'><w:abstractNumId w:val='" + std::to_string(of) + "'/>" + changes + "</w:num>";
}
std::string item(int list, const std::string& text) { return paragraph(run(text), "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='" + std::to_string(list) + "'/></w:numPr>"); }
std::string symbol(const std::string& font, const std::string& code) { return "<w:r><w:sym w:font='" + font + "' w:char='" + code + "'/></w:r>"; }

/// A document with a part of styles, as Word writes it in one XML file.
std::string flat(const std::string& body, const std::string& styles, const std::string& numbering) {
    const auto part = [](const std::string& name, const std::string& xml) { return "<pkg:part pkg:name='" + name + "'><pkg:xmlData>" + xml + "</pkg:xmlData></pkg:part>"; };
    return "<?xml version='1.0'?><pkg:package xmlns:pkg='http://schemas.microsoft.com/office/2006/xmlPackage' " + std::string(word_names) + ">" + part("/_rels/.rels", to_document) +
           part("/word/document.xml", "<w:document><w:body>" + body + "</w:body></w:document>") + part("/word/styles.xml", "<w:styles>" + styles + "</w:styles>") +
           part("/word/numbering.xml", "<w:numbering>" + numbering + "</w:numbering>") + "</pkg:package>";
}

}  // namespace

TEST_CASE("Word: a list starts where its override says, and in the format the override gives") {
    const std::string start = "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='3'/></w:lvlOverride>";
    const std::string own = "<w:lvlOverride w:ilvl='0'><w:lvl w:ilvl='0'><w:start w:val='2'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl></w:lvlOverride>";
    const std::string numbering = definition(0, chinese_level) + list(1, 0) + list(2, 0, start) + definition(1, chinese_level) + list(3, 1, own);
    CHECK(text_of(docx(item(1, "总体情况") + item(1, "主动公开") + item(2, "收到") + item(2, "行政复议") + item(3, "存在问题"), numbering)) ==
          "一、总体情况\n二、主动公开\n三、收到\n四、行政复议\n2. 存在问题\n");
}

TEST_CASE("Word: a list that is defined by its style, and a format newer than the schema") {
    const std::string newer = "<w:lvl w:ilvl='0'><w:start w:val='7'/><mc:AlternateContent><mc:Choice Requires='w14'><w:numFmt w:val='custom' w:format='001'/></mc:Choice>"
                              "<mc:Fallback><w:numFmt w:val='decimalZero'/></mc:Fallback></mc:AlternateContent><w:lvlText w:val='%1.'/></w:lvl>";
    const std::string numbering = definition(0, "<w:styleLink w:val='章节'/>" + chinese_level) + definition(1, "<w:numStyleLink w:val='章节'/>") + definition(2, newer) + list(1, 1) + list(2, 2);
    CHECK(text_of(docx(item(1, "总体情况") + item(1, "主动公开") + item(2, "收到"), numbering)) == "一、总体情况\n二、主动公开\n07. 收到\n");
}

TEST_CASE("Word: one XML file with all parts; a style's number stands before its paragraphs") {
    const std::string styles = "<w:style w:type='paragraph' w:styleId='标题'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>"
                               "<w:style w:type='paragraph' w:styleId='子标题'><w:basedOn w:val='标题'/></w:style>";
    const std::string body = paragraph(run("总体情况"), "<w:pStyle w:val='标题'/>") + paragraph(run("正文")) + paragraph(run("主动公开"), "<w:pStyle w:val='子标题'/>") +
                             "<w:tbl><w:tr>" + cell("规章") + cell("1") + "</w:tr></w:tbl>";
    const Document document = read(flat(body, styles, definition(0, chinese_level) + list(1, 0)), {});
    CHECK(document.format == Format::wordml);
    CHECK(document.text == "一、总体情况\n正文\n二、主动公开\n规章\t1\n");
    CHECK(cells_of_grid(document) == "规章@0,0 1@0,1 ");
}

TEST_CASE("XML of Word 2003: what was deleted, a comment and a change of format are left out, what was inserted is not") {
    const auto annotation = [](const std::string& type, const std::string& inside) { return "<aml:annotation w:type='Word." + type + "'><aml:content>" + inside + "</aml:content></aml:annotation>"; };
    const std::string body = paragraph(run("收到") + annotation("Deletion", run("26")) + annotation("Insertion", run("27")) + run("件") + annotation("Comment", run("对吗")) +
                                       annotation("Formatting", run("加粗"))) +
                             annotation("Insertion", paragraph(run("新段"))) + annotation("Deletion", paragraph(run("旧段")));
    const std::string file = "<?xml version='1.0'?><w:wordDocument xmlns:w='http://schemas.microsoft.com/office/word/2003/wordml' xmlns:aml='http://schemas.microsoft.com/aml/2001/core'><w:body>" + body +
                             "</w:body></w:wordDocument>";
    CHECK(text_of(file) == "收到27件\n新段\n");
}

TEST_CASE("Word: boxes and ticks of symbol fonts are shown, letters of other symbol fonts as themselves") {
    const std::string marks = symbol("Wingdings", "F0FE") + symbol("Wingdings", "F0A8") + symbol("Wingdings 2", "F0FC") + symbol("Wingdings", "F06E") + symbol("Wingdings", "F0FD");
    CHECK(text_of(docx(paragraph(marks + symbol("Symbol", "F041") + symbol("宋体", "4EF6") + symbol("Symbol", "F0B7")))) == "☑□✓■☒A件\n");
}

TEST_CASE("Numbers in the formats only some lists use") {
    using F = NumberFormat;
    CHECK(format_number(F::decimal_zero, 3) == "03");
    CHECK(format_number(F::decimal_zero, 12) == "12");
    CHECK(format_number(F::decimal_full_width, 21) == "２１");
    CHECK(format_number(F::decimal_parenthesised, 3) == "⑶");
    CHECK(format_number(F::decimal_full_stop, 20) == "⒛");
    CHECK(format_number(F::upper_letter, 27) == "AA");
    CHECK(format_number(F::lower_roman, 9) == "ix");
    CHECK(format_number(F::chinese_financial_traditional, 12) == "壹拾貳");
    CHECK(format_number(F::heavenly_stems, 11) == "甲");
    CHECK(format_number(F::earthly_branches, 12) == "亥");
    CHECK(format_number(F::bullet, 5).empty());
    // The codes of .doc and of Word 2003 for the same formats (MSONFC).
    CHECK(number_format_of(22) == number_format_of("decimalZero"));
    CHECK(number_format_of(14) == number_format_of("decimalFullWidth"));
    CHECK(number_format_of(27) == number_format_of("decimalEnclosedParen"));
    CHECK(number_format_of(38) == number_format_of("chineseLegalSimplified"));
    CHECK(number_format_of(30) == number_format_of("ideographTraditional"));
    CHECK(number_format_of(255) == number_format_of("none"));
}
