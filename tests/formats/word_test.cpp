// Word documents as people leave them: content controls around cells and rows, notes, text boxes, tracked moves, hidden
// text, chunks of other files.
#include <catch2/catch.hpp>

#include <string>

#include "tests/formats/office_files.hpp"

using namespace nianbao;
using namespace nianbao::testing;

namespace {

std::string control(const std::string& inside) { return "<w:sdt><w:sdtPr><w:alias w:val='不是文字'/></w:sdtPr><w:sdtContent>" + inside + "</w:sdtContent></w:sdt>"; }

}  // namespace

TEST_CASE("Word: content controls around a row, a cell and a run are only wrappings") {
    const std::string table = "<w:tbl>" + control("<w:tr>" + control(cell("规章")) + cell("1") + "</w:tr>") + "<w:tr>" + cell("行政许可") + "<w:tc>" +
                              control(paragraph(control(run("2")))) + "</w:tc></w:tr></w:tbl>";
    CHECK(cells_of_grid(read(docx(control(table)), {})) == "规章@0,0 1@0,1 行政许可@1,0 2@1,1 ");
}

TEST_CASE("Word: a note's mark in a cell is no part of its figure") {
    const std::string marked = "<w:tc>" + paragraph(run("22") + "<w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:footnoteReference w:id='1'/></w:r>"
                                                                "<w:r><w:endnoteReference w:id='2'/></w:r><w:r><w:commentReference w:id='3'/></w:r>") + "</w:tc>";
    CHECK(cells_of_grid(read(docx("<w:tbl><w:tr>" + cell("规章") + marked + "</w:tr></w:tbl>"), {})) == "规章@0,0 22@0,1 ");
}

TEST_CASE("Word: text boxes of Word 2010 and of Word 2003 are read once each, also side by side") {
    const auto box = [](const std::string& text) { return "<w:txbxContent>" + paragraph(run(text)) + "</w:txbxContent>"; };
    const std::string modern = "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor><a:graphic><wps:wsp><wps:txbx>" + box("新框") +
                               "</wps:txbx></wps:wsp></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>" + box("新框") +
                               "</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>";
    const std::string old = "<w:r><w:pict><v:shape><v:textbox>" + box("旧框") + "</v:textbox></v:shape></w:pict></w:r>";
    CHECK(text_of(docx(paragraph(run("正文") + modern + old))) == "正文\n新框\n旧框\n");
    // A choice this program can't show falls back.
    CHECK(text_of(docx(paragraph("<w:r><mc:AlternateContent><mc:Choice Requires='x'/><mc:Fallback><w:t>后备</w:t></mc:Fallback></mc:AlternateContent></w:r>"))) == "后备\n");
}

TEST_CASE("Word: rows that were moved away or inserted, cells that were deleted") {
    const std::string table = "<w:tbl><w:tr><w:trPr><w:ins w:id='1'/></w:trPr>" + cell("新行") + cell("1") + "</w:tr><w:tr>" + cell("甲") + "<w:tc>" +
                              paragraph("<w:del><w:r><w:delText>7</w:delText></w:r></w:del><w:ins>" + run("8") + "</w:ins>") + "</w:tc></w:tr><w:tr><w:trPr><w:del w:id='2'/></w:trPr>" +
                              cell("旧行") + cell("9") + "</w:tr></w:tbl>";
    CHECK(cells_of_grid(read(docx(table), {})) == "新行@0,0 1@0,1 甲@1,0 8@1,1 ");
    const std::string moved = "<w:moveFromRangeStart w:id='1'/>" + paragraph("<w:moveFrom>" + run("搬走的") + "</w:moveFrom>", "<w:rPr><w:moveFrom/></w:rPr>") + "<w:moveFromRangeEnd w:id='1'/>";
    CHECK(text_of(docx(moved + paragraph("<w:moveTo>" + run("搬来的") + "</w:moveTo>"))) == "搬来的\n");
}

TEST_CASE("Word: fields in fields, simple fields, and links keep their results only") {
    const std::string mark = "<w:r><w:fldChar w:fldCharType='";
    const std::string inner = mark + "begin'/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>" + mark + "separate'/></w:r>" + run("页") + mark + "end'/></w:r>";
    const std::string outer = mark + "begin'/></w:r><w:r><w:instrText>IF </w:instrText></w:r>" + inner + mark + "separate'/></w:r>" + run("27") + mark + "end'/></w:r>";
    CHECK(text_of(docx(paragraph(run("共") + outer + run("件")))) == "共27件\n");
    CHECK(text_of(docx(paragraph("<w:fldSimple w:instr='DATE'>" + run("2022年") + "</w:fldSimple><w:hyperlink>" + run("网站") + "</w:hyperlink>"))) == "2022年网站\n");
}

TEST_CASE("Word: hidden text is left out wherever it is hidden, unless it is shown again") {
    CHECK(text_of(docx(paragraph(run("1") + run("9", "<w:vanish/>") + run("2", "<w:vanish w:val='0'/>") + run("8", "<w:vanish w:val='1'/>")))) == "12\n");
}

TEST_CASE("Word: columns left out before and after a row keep the others in place") {
    const std::string table = "<w:tbl><w:tr>" + cell("甲") + cell("乙") + cell("丙") + "</w:tr><w:tr><w:trPr><w:gridBefore w:val='1'/><w:gridAfter w:val='1'/></w:trPr>" + cell("5") +
                              "</w:tr></w:tbl>";
    CHECK(cells_of_grid(read(docx(table), {})) == "甲@0,0 乙@0,1 丙@0,2 5@1,1 ");
}

TEST_CASE("Word: a part of another file that is not written out is said to be missing") {
    CHECK(observes(docx(paragraph(run("正文")) + "<w:altChunk r:id='x'/>"), "part-unread"));
    CHECK(!observes(docx(paragraph(run("正文"))), "part-unread"));
}
