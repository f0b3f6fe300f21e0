// What a sheet shows: LibreOffice's own text of every cell (as it exports it) against what is read of its workbooks.
#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include "core/read/read.hpp"
#include "tests/formats/producers.hpp"

using namespace nianbao;
using namespace nianbao::testing;

namespace {

struct Row {
    const char *label, *style, *cell;  ///< the cell's attributes and content
};

const char* const number = "office:value-type='float' office:value=";

const Row rows[] = {
    {"整数", "general", "'27'"},
    {"负数", "general", "'-208'"},
    {"小数", "general", "'67.84'"},
    {"长小数", "general", "'1234.56789'"},
    {"三分之一", "general", "'0.1'"},
    {"大数", "general", "'12345678901'"},
    {"取整", "whole", "'67.84'"},
    {"补零", "padded", "'7'"},
    {"两位", "two", "'67.8'"},
    {"两位进位", "two", "'2.675'"},
    {"千分位", "grouped", "'21321'"},
    {"千分位取整", "grouped", "'21321.4'"},
    {"千分位两位", "grouped2", "'1798.66'"},
    {"千分位负数", "grouped2", "'-1251000.5'"},
    {"千为单位", "thousands", "'251000'"},
    {"百分数", "percent", "'0.125'"},
    {"带单位", "unit", "'32'"},
};

/// One sheet with a label and a figure a row, and a hidden column of figures that must not be read.
std::string sheet() {
    const auto style = [](const std::string& name, const std::string& format) {
        return "<number:number-style style:name='N" + name + "'>" + format + "</number:number-style><style:style style:name='" + name + "' style:family='table-cell' style:data-style-name='N" + name + "'/>";
    };
    const auto digits = [](int decimals, int whole, const std::string& more = {}) {
        return "<number:number number:decimal-places='" + std::to_string(decimals) + "' number:min-decimal-places='" + std::to_string(decimals) + "' number:min-integer-digits='" +
               std::to_string(whole) + "'" + more + "/>";
    };
    const std::string grouping = " number:grouping='true'";
    std::string out = R"(<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:automatic-styles>)";
    out += "<style:style style:name='general' style:family='table-cell'/>";
    out += style("whole", digits(0, 1)) + style("padded", digits(0, 3)) + style("two", digits(2, 1)) + style("grouped", digits(0, 1, grouping)) + style("grouped2", digits(2, 1, grouping));
    out += style("thousands", digits(0, 1, " number:display-factor='1000'")) + style("unit", digits(0, 1) + "<number:text>件</number:text>");
    out += "<number:percentage-style style:name='Npercent'>" + digits(2, 1) + "<number:text>%</number:text></number:percentage-style><style:style style:name='percent' style:family='table-cell' style:data-style-name='Npercent'/>";
    out += "</office:automatic-styles><office:body><office:spreadsheet><table:table table:name='甲'><table:table-column/><table:table-column/><table:table-column table:visibility='collapse'/>";
    for (const Row& row : rows)
        out += std::string("<table:table-row><table:table-cell office:value-type='string'><text:p>") + row.label + "</text:p></table:table-cell><table:table-cell table:style-name='" + row.style + "' " + number +
               row.cell + "/><table:table-cell " + number + "'990099'/></table:table-row>";
    out += "<table:table-row><table:table-cell office:value-type='string'><text:p>真假</text:p></table:table-cell><table:table-cell office:value-type='boolean' office:boolean-value='true'/></table:table-row>";
    out += "<table:table-row><table:table-cell office:value-type='string'><text:p>文字</text:p></table:table-cell><table:table-cell office:value-type='string'><text:p>007</text:p></table:table-cell></table:table-row>";
    return out + "</table:table></office:spreadsheet></office:body></office:document>";
}

/// Label and figure of every line of a text whose fields stand apart by TABs; the hidden column goes.
std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string line = text.substr(at, end - at);
        lines.push_back(line.substr(0, line.find('\t', line.find('\t') + 1)));
        at = end + 1;
    }
    return lines;
}

std::vector<std::string> lines_of(const Document& document) {
    std::vector<std::string> lines;
    REQUIRE(document.grids.size() == 1);
    for (const GridCell& cell : document.grids.front().cells) {
        const std::string text(slice(document.text, cell.span));
        if (cell.column == 0) lines.push_back(text);
        else lines.back() += '\t' + text;
    }
    return lines;
}

}  // namespace

TEST_CASE("A workbook's numbers are what LibreOffice shows of them, and hidden columns are not read") {
    if (!has_program("soffice")) {
        WARN("LibreOffice (soffice) is not installed: left out");
        return;
    }
    const Folder folder;
    write(folder.path / "sheet.fods", sheet());
    const std::string file = " '" + (folder.path / "sheet.fods").string() + "'";
    REQUIRE(converted(folder, "", "csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,true", ".", file));
    const std::vector<std::string> shown = lines_of(bytes_of(folder.path / "sheet.csv"));
    REQUIRE(shown.size() == std::size(rows) + 2);
    struct Made {
        const char *filter, *ending;
        Format format;
    };
    for (const Made& made : {Made{"xlsx:Calc MS Excel 2007 XML", "xlsx", Format::xlsx}, Made{"xls:MS Excel 97", "xls", Format::xls}, Made{"ods:calc8", "ods", Format::ods}}) {
        INFO(made.ending);
        REQUIRE(converted(folder, "", made.filter, ".", file));
        const Document document = read(bytes_of(folder.path / (std::string("sheet.") + made.ending)), {});
        CHECK(document.format == made.format);
        CHECK(lines_of(document) == shown);
        CHECK(document.text.find("990099") == std::string::npos);
    }
}
