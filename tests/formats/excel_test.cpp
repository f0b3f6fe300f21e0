// Sheets as people leave them: numbers kept as text, formats that show a number otherwise, phonetic guides, formulas; in
// workbooks of Excel 2007, in XML of Excel 2003 and in OpenDocument sheets.
#include <catch2/catch.hpp>

#include <cstdint>
#include <initializer_list>
#include <string>

#include "tests/formats/doc_writer.hpp"
#include "tests/formats/office_files.hpp"

using namespace nianbao;
using namespace nianbao::testing;

namespace {

std::string row(const std::string& cells) { return "<row>" + cells + "</row>"; }
std::string value(const std::string& text, const std::string& attributes = {}) { return "<c " + attributes + "><v>" + text + "</v></c>"; }
std::string words(const std::string& text) { return "<c t='inlineStr'><is><t>" + text + "</t></is></c>"; }
std::string shown(const std::string& cells, const std::string& styles = {}, const std::string& strings = {}) {
    return text_of(xlsx("<sheetData>" + row(words("信息内容") + words("数量")) + row(cells) + "</sheetData>", styles, strings));
}

/// A little-endian number.
std::string le(std::uint64_t value, int size) {
    std::string out;
    for (int i = 0; i < size; ++i) out += static_cast<char>(i < 8 ? (value >> (8 * i)) & 0xFF : 0);
    return out;
}
std::string record(unsigned type, const std::string& data) { return le(type, 2) + le(data.size(), 2) + data; }
std::string place(unsigned row, unsigned column, unsigned style = 0) { return le(row, 2) + le(column, 2) + le(style, 2); }

/// A workbook of Excel 97 with one shown and one hidden sheet; `globals` and `sheet` are their records.
std::string xls(const std::string& globals, const std::string& sheet) {
    const std::string begin = record(0x0809, le(0x0600, 2) + le(0x0005, 2) + le(0, 12)), sheet_begin = record(0x0809, le(0x0600, 2) + le(0x0010, 2) + le(0, 12)), end = record(0x000A, "");
    const auto entry = [](std::size_t at, int hidden, const std::string& name) { return record(0x0085, le(at, 4) + le(static_cast<unsigned>(hidden), 1) + le(0, 1) + le(name.size(), 1) + le(0, 1) + name); };
    const std::size_t first = begin.size() + 2 * entry(0, 0, "A").size() + globals.size() + end.size();
    const std::string shown_sheet = sheet_begin + sheet + end;
    const std::string hidden_sheet = sheet_begin + record(0x027E, place(0, 0) + le((555 << 2) | 2, 4)) + end;
    return compound_file({{"Workbook", begin + globals + entry(first, 0, "A") + entry(first + shown_sheet.size(), 1, "B") + end + shown_sheet + hidden_sheet}});
}

const char* const styles = "<numFmts><numFmt numFmtId='170' formatCode='0;-0;;@'/><numFmt numFmtId='171' formatCode='0;-0;\"-\"'/><numFmt numFmtId='172' formatCode='#,##0'/>"
                           "<numFmt numFmtId='173' formatCode='0&quot;件&quot;'/></numFmts>"
                           "<cellXfs><xf numFmtId='0'/><xf numFmtId='170'/><xf numFmtId='171'/><xf numFmtId='172'/><xf numFmtId='10'/><xf numFmtId='49'/><xf numFmtId='173'/></cellXfs>";

/// Reads a workbook: its format, its cells, and figures of it that are hidden.
void check_shown(const std::string& book, Format format, const std::string& cells, std::initializer_list<const char*> hidden) {
    const Document document = read(book, {});
    CHECK(document.format == format);
    CHECK(cells_of_grid(document) == cells);
    for (const char* const figure : hidden) CHECK(document.text.find(figure) == std::string::npos);
}

}  // namespace

TEST_CASE("Excel: a number is what its format shows") {
    const std::string head = "信息内容\t数量\n规章\t";
    CHECK(shown(words("规章") + value("27", "s='0'"), styles) == head + "27\n");
    CHECK(shown(words("规章") + value("0", "s='1'"), styles) == head + "\n");
    CHECK(shown(words("规章") + value("0", "s='2'"), styles) == head + "-\n");
    CHECK(shown(words("规章") + value("21321", "s='3'"), styles) == head + "21,321\n");
    CHECK(shown(words("规章") + value("0.125", "s='4'"), styles) == head + "12.50%\n");
    CHECK(shown(words("规章") + value("5", "s='6'"), styles) == head + "5件\n");
}

TEST_CASE("Excel: numbers kept as text, text that is a number, booleans and errors are shown as they stand") {
    const std::string head = "信息内容\t数量\n规章\t";
    CHECK(shown(words("规章") + words("007")) == head + "007\n");
    CHECK(shown(words("规章") + value("0", "t='s'"), {}, "<si><t xml:space='preserve'> 27 </t></si>") == head + "27\n");
    CHECK(shown(words("规章") + value("27", "s='5'"), styles) == head + "27\n");
    CHECK(shown(words("规章") + value("#REF!", "t='e'")) == head + "#REF!\n");
}

TEST_CASE("Excel: rich text is put together, phonetic guides are left out") {
    CHECK(shown(value("0", "t='s'") + value("3"), {}, "<si><r><t>行政</t></r><r><rPr><b/></rPr><t>许可</t></r><rPh sb='0' eb='2'><t>xuke</t></rPh><phoneticPr fontId='1'/></si>") ==
          "信息内容\t数量\n行政许可\t3\n");
    CHECK(shown("<c t='inlineStr'><is><r><t>规</t></r><r><t>章</t></r><rPh sb='0' eb='1'><t>gui</t></rPh></is></c>" + value("3")) == "信息内容\t数量\n规章\t3\n");
}

TEST_CASE("Excel: a cell that the file does not list is blank, up to the last column of its table") {
    const std::string columns = words("信息内容") + words("制发") + words("废止") + words("有效");
    const std::string gaps = "<c r='A2' t='inlineStr'><is><t>规章</t></is></c><c r='C2'><v>3</v></c>";
    check_shown(xlsx("<sheetData>" + row(columns) + row(gaps) + "<row r='3'><c r='D3'><v>5</v></c></row></sheetData><mergeCells><mergeCell ref='A2:A3'/></mergeCells>"), Format::xlsx,
                "信息内容@0,0 制发@0,1 废止@0,2 有效@0,3 规章@1,0x2x1 @1,1 3@1,2 @1,3 @2,1 @2,2 5@2,3 ", {});
    // Beside the table nothing is added, nor below it.
    check_shown(xlsx("<sheetData><row r='2'><c r='C2'><v>1</v></c><c r='E2'><v>2</v></c></row><row r='3'><c r='D3'><v>4</v></c></row></sheetData>"), Format::xlsx, "1@0,0 @0,1 2@0,2 @1,0 4@1,1 @1,2 ", {});
    // Two figures at the ends of a sheet are not worth a million blanks.
    const Document wide = read(xlsx("<sheetData><row r='1'><c r='A1'><v>1</v></c><c r='XFD1'><v>2</v></c></row>" + [] {
        std::string rows;
        for (int r = 2; r < 400; ++r) rows += "<row r='" + std::to_string(r) + "'><c r='A" + std::to_string(r) + "'><v>1</v></c></row>";
        return rows;
    }() + "</sheetData>"), {});
    REQUIRE(wide.grids.size() == 1);
    CHECK(wide.grids[0].cells.size() == 400);
}

TEST_CASE("Excel: a heading merged over its own table parts it from a wider one below") {
    const auto at = [](const char* place, const std::string& text) { return "<c r='" + std::string(place) + "' t='inlineStr'><is><t>" + text + "</t></is></c>"; };
    const std::string rows = row(at("A1", "三、收到和处理情况")) + row(at("A2", "一、新收") + at("D2", "1") + at("E2", "2")) + row(at("A3", "二、结转")) +
                             row(at("A4", "四、复议诉讼情况")) + row(at("A5", "维持") + at("H5", "总计"));
    const std::string merges = "<mergeCells><mergeCell ref='A1:E1'/><mergeCell ref='A2:C2'/><mergeCell ref='A3:C3'/><mergeCell ref='A4:E4'/></mergeCells>";
    const Document document = read(xlsx("<sheetData>" + rows + "</sheetData>" + merges), {});
    REQUIRE(document.grids.size() == 2);
    CHECK(cells_of_grid(document) == "一、新收@0,0 1@0,1 2@0,2 二、结转@1,0 @1,1 @1,2 ");  // a row's title is no heading
    CHECK(cells_of_grid(document, 1).substr(0, 11) == "维持@0,0 ");
}

TEST_CASE("Excel: a formula shows its stored result, shared ones too") {
    CHECK(shown(words("总计") + "<c><f>SUM(A1:A9)</f><v>9</v></c>") == "信息内容\t数量\n总计\t9\n");
    CHECK(shown(words("总计") + "<c><f t='shared' si='0'/><v>12</v></c>") == "信息内容\t数量\n总计\t12\n");
    CHECK(shown("<c t='str'><f>A1</f><v>规章</v></c>" + value("3")) == "信息内容\t数量\n规章\t3\n");
}

TEST_CASE("XML of Excel 2003: numbers as shown, merges, cells left out, hidden sheets and rows") {
    const std::string book = "<?xml version='1.0'?><?mso-application progid='Excel.Sheet'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet' xmlns:ss='urn:schemas-microsoft-com:office:spreadsheet' "
                             "xmlns:x='urn:schemas-microsoft-com:office:excel'><Styles><Style ss:ID='a'><NumberFormat ss:Format='#,##0'/></Style><Style ss:ID='b' ss:Parent='a'/></Styles>"
                             "<Worksheet ss:Name='甲'><Table><Row><Cell ss:MergeAcross='1'><Data ss:Type='String'>信息内容</Data></Cell><Cell><Data ss:Type='String'>数量</Data></Cell></Row>"
                             "<Row ss:Index='2'><Cell ss:MergeDown='1'><Data ss:Type='String'>规章</Data></Cell><Cell ss:Index='3' ss:StyleID='b'><Data ss:Type='Number'>21321</Data></Cell></Row>"
                             "<Row><Cell><Data ss:Type='String'>其中</Data></Cell><Cell><Data ss:Type='Number'>3</Data></Cell></Row>"
                             "<Row ss:Hidden='1'><Cell><Data ss:Type='Number'>99</Data></Cell></Row></Table></Worksheet>"
                             "<Worksheet ss:Name='乙'><Table><Row><Cell><Data ss:Type='Number'>5</Data></Cell></Row></Table><x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions></Worksheet></Workbook>";
    check_shown(book, Format::xls, "信息内容@0,0x1x2 数量@0,2 规章@1,0x2x1 @1,1 21,321@1,2 其中@2,1 3@2,2 ", {"99", "5"});
}

TEST_CASE("OpenDocument sheets: cells as displayed, repeats, merges, hidden rows and sheets") {
    const std::string names = "xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' xmlns:table='t' xmlns:text='x' xmlns:style='s'";
    const std::string p0 = "<table:table-cell office:value-type='float' office:value='0'><text:p>", end = "</text:p></table:table-cell>";
    const std::string book = "<office:document " + names + "><office:automatic-styles><style:style style:name='off'><style:table-properties table:display='false'/></style:style></office:automatic-styles>"
                             "<office:body><office:spreadsheet><table:table><table:table-column table:number-columns-repeated='3'/><table:table-row><table:table-cell><text:p>信息内容</text:p></table:table-cell>"
                             "<table:table-cell table:number-columns-spanned='2'><text:p>数量</text:p></table:table-cell><table:covered-table-cell/></table:table-row>"
                             "<table:table-row><table:table-cell><text:p>规章</text:p></table:table-cell><table:table-cell table:number-columns-repeated='2' office:value='21321'><text:p>21,321</text:p>"
                             "</table:table-cell></table:table-row><table:table-row table:visibility='collapse'>" + p0 + "77" + end + "</table:table-row><table:table-row table:number-rows-repeated='1048000'>"
                             "<table:table-cell table:number-columns-repeated='16384'/></table:table-row></table:table><table:table table:style-name='off'><table:table-row>" + p0 + "55" + end +
                             "</table:table-row></table:table></office:spreadsheet></office:body></office:document>";
    check_shown(book, Format::ods, "信息内容@0,0 数量@0,1x1x2 规章@1,0 21,321@1,1 21,321@1,2 ", {"77", "55"});
}

TEST_CASE("Excel 97: strings cut by records, small numbers, formats, merges, hidden rows and sheets") {
    // "信息内容", "规A章" (one byte a character after the cut), "数量" with a phonetic guide.
    const std::string sst = record(0x00FC, le(3, 4) + le(3, 4) + le(4, 2) + le(1, 1) + le(0x4FE1, 2) + le(0x606F, 2)) + record(0x003C, le(1, 1) + le(0x5185, 2) + le(0x5BB9, 2) + le(3, 2) + le(1, 1) + le(0x89C4, 2)) +
                            record(0x003C, le(0, 1) + "Aa" + le(2, 2) + le(5, 1) + le(4, 4) + le(0x6570, 2) + le(0x91CF, 2) + "xxxx");
    const std::string globals = record(0x041E, le(170, 2) + le(5, 2) + le(0, 1) + "#,##0") + record(0x00E0, le(0, 20)) + record(0x00E0, le(0, 2) + le(170, 2) + le(0, 16)) + sst;
    const std::string sheet = record(0x00FD, place(0, 0) + le(0, 4)) + record(0x00FD, place(0, 1) + le(2, 4)) + record(0x0201, place(0, 2)) + record(0x00FD, place(1, 0) + le(1, 4)) +
                              record(0x00BD, le(1, 2) + le(1, 2) + le(0, 2) + le((27 << 2) | 2, 4) + le(1, 2) + le((21321 << 2) | 2, 4) + le(2, 2)) +
                              record(0x0208, le(2, 2) + le(0, 10) + le(0x20, 4)) + record(0x027E, place(2, 0) + le((777 << 2) | 2, 4)) + record(0x00FD, place(3, 0) + le(0, 4)) +
                              record(0x0006, place(3, 1) + le(0, 6) + le(0xFFFF, 2) + le(0, 8)) + record(0x0207, le(2, 2) + le(0, 1) + "ok") + record(0x027E, place(3, 2) + le((6784 << 2) | 3, 4)) + record(0x00FD, place(4, 0) + le(0, 4)) +
                              record(0x027E, place(4, 1) + le(0xFFFFFFFEu, 4)) + record(0x027E, place(4, 2) + le(0xFFFFFFFEu - 4, 4)) +
                              record(0x00E5, le(1, 2) + le(0, 2) + le(0, 2) + le(1, 2) + le(2, 2));
    const Document document = read(xls(globals, sheet), {});
    CHECK(document.format == Format::xls);
    CHECK(document.observations.empty());
    CHECK(cells_of_grid(document) == "信息内容@0,0 数量@0,1x1x2 规Aa@1,0 27@1,1 21,321@1,2 信息内容@2,0 ok@2,1 67.84@2,2 信息内容@3,0 -1@3,1 -2@3,2 ");
}

TEST_CASE("Excel 97: a password, another version and a chain of sheets without end are said") {
    CHECK(observes(xls(record(0x002F, le(1, 2) + le(0, 50)), ""), "file-encrypted"));
    CHECK(observes(compound_file({{"Workbook", record(0x0809, le(0x0500, 2) + le(0x0005, 2) + le(0, 4))}}), "format-unsupported"));
    CHECK(observes(compound_file({{"Book", "old"}}), "format-unsupported"));
    std::string sheets, cells;
    for (unsigned i = 0; i < 3000; ++i) sheets += record(0x0085, le(0, 6) + le(1, 1) + le(0, 1) + "A");
    for (unsigned i = 0; i < 20'000; ++i) cells += record(0x027E, place(i, 0) + le(2, 4));
    CHECK(read(xls(sheets, cells), {}).format == Format::xls);
}
