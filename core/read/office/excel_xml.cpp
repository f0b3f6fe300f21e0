// XML of Excel 2003 (SpreadsheetML), which travels as ".xls" and ".xml": the shown sheets, numbers written the way their
// formats show them.
#include <algorithm>
#include <map>
#include <string>

#include "core/read/flow.hpp"
#include "core/read/office/cell_format.hpp"
#include "core/read/office/office.hpp"
#include "core/read/office/package.hpp"
#include "core/read/office/sheet.hpp"

namespace nianbao {

namespace {

using Formats = std::map<std::string, std::string, std::less<>>;

/// Named formats of SpreadsheetML as codes; a code stands for itself.
std::string code_of(std::string_view format) {
    if (format == "Fixed") return "0.00";
    if (format == "Standard" || format == "Currency" || format == "Euro Currency") return "#,##0.00";
    if (format == "Percent") return "0.00%";
    if (format == "Short Date" || format == "Medium Date" || format == "Long Date" || format == "General Date") return "yyyy/m/d";
    return std::string(format);
}

Formats formats_of(pugi::xml_node styles) {
    Formats formats;
    for (const pugi::xml_node style : styles.children()) {
        const std::string_view parent = attribute(style, "Parent");
        const pugi::xml_node own = child(style, "NumberFormat");
        const auto inherited = formats.find(parent);
        std::string code = own ? code_of(attribute(own, "Format")) : inherited != formats.end() ? inherited->second : std::string{};
        formats[std::string(attribute(style, "ID"))] = std::move(code);
    }
    return formats;
}

std::string shown_cell(pugi::xml_node cell, const Formats& formats, std::string_view style) {
    const pugi::xml_node data = child(cell, "Data");
    const std::string text = inner_text(data);
    if (attribute(data, "Type") != "Number") return text;
    const auto format = formats.find(style);
    return shown_number(text, format == formats.end() ? std::string_view("General") : std::string_view(format->second), false);
}

bool is_hidden(pugi::xml_node node) { return attribute(node, "Hidden") == "1"; }

bool read_table(pugi::xml_node table, const Formats& formats, Sheet& sheet) {
    int row = -1, next_column = 0;
    std::size_t room = 2'000'000;
    std::map<int, int> covered;  ///< column → the last row that a merge from above reaches
    for (const pugi::xml_node line : table.children()) {
        const int repeats = std::clamp(to_int(attribute(line, "Span"), 0), 0, max_sheet_columns);
        if (local_name(line) == "Column") {
            const int first = std::clamp(to_int(attribute(line, "Index"), next_column + 1) - 1, 0, max_sheet_columns);
            next_column = std::min(first + repeats + 1, max_sheet_columns);
            for (int column = first; is_hidden(line) && column < next_column; ++column) sheet.hidden_columns.insert(column);
        }
        if (local_name(line) != "Row") continue;
        row = std::clamp(to_int(attribute(line, "Index"), row + 2) - 1, 0, max_sheet_rows);
        if (is_hidden(line)) sheet.hidden_rows.insert(row);
        int column = -1;
        for (const pugi::xml_node cell : line.children()) {
            if (local_name(cell) != "Cell") continue;
            const int index = to_int(attribute(cell, "Index"), 0);
            // LibreOffice closes rows with a blank cell whose place lies among the cells before it.
            if (index > 0 && index - 1 <= column && !child(cell, "Data")) continue;
            column = index > 0 ? std::min(index - 1, max_sheet_columns) : column + 1;
            // A cell without a place of its own stands beside merged ones, never within.
            const auto reached = [&] { const auto above = covered.find(column); return above != covered.end() && above->second >= row; };
            while (index <= 0 && column < max_sheet_columns && reached()) ++column;
            const std::string_view own = attribute(cell, "StyleID");
            if (!sheet.add(row, column, shown_cell(cell, formats, own.empty() ? attribute(line, "StyleID") : own))) return false;
            const int across = std::clamp(to_int(attribute(cell, "MergeAcross"), 0), 0, max_sheet_columns), down = std::clamp(to_int(attribute(cell, "MergeDown"), 0), 0, max_sheet_rows);
            if ((across || down) && !sheet.merge({row, column, row + down, column + across})) return false;
            for (int at = column; down > 0 && at <= std::min(column + across, max_sheet_columns); ++at) {
                if (room-- == 0) return false;
                covered[at] = std::max(covered[at], row + down);
            }
            column = std::min(column + across, max_sheet_columns);
        }
        row += repeats;
    }
    return true;
}

}  // namespace

bool is_excel_xml(std::string_view bytes) {
    const std::string_view head = bytes.substr(0, 8192);
    return head.find("urn:schemas-microsoft-com:office:spreadsheet") != std::string_view::npos && head.find("Workbook") != std::string_view::npos &&
           head.find("<html") == std::string_view::npos;
}

void read_excel_xml(std::string_view bytes, Document& document) {
    document.format = Format::xls;
    pugi::xml_document xml;
    if (!load_xml(bytes, xml, document)) return;
    const pugi::xml_node root = xml.document_element();
    const Formats formats = formats_of(child(root, "Styles"));
    Flow flow;
    for (const pugi::xml_node worksheet : root.children()) {
        if (local_name(worksheet) != "Worksheet") continue;
        const std::string visible = inner_text(child(child(worksheet, "WorksheetOptions"), "Visible"));
        if (visible == "SheetHidden" || visible == "SheetVeryHidden") continue;
        Sheet sheet;
        if (!read_table(child(worksheet, "Table"), formats, sheet)) return observe(document, "input-too-large");
        write_sheet(sheet, flow);
    }
    write_flow(flow, document);
}

}  // namespace nianbao
