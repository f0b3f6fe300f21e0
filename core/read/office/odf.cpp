// OpenDocument text and spreadsheets (ISO/IEC 26300), as a zip or as one flat XML file. A sheet's cells are as they are
// displayed; hidden sheets, rows and columns are left out.
#include <algorithm>
#include <vector>

#include "core/read/flow.hpp"
#include "core/read/office/odf_text.hpp"
#include "core/read/office/office.hpp"
#include "core/read/office/package.hpp"
#include "core/read/office/sheet.hpp"

namespace nianbao {

namespace odf {
namespace {

/// A cell as it is displayed: its paragraphs.
std::string shown_text(pugi::xml_node cell, const Styles& styles) {
    Flow flow;
    Text(styles).blocks(cell, flow);
    std::string text;
    for (const FlowItem& item : flow) text += (text.empty() ? "" : "\n") + item.text;
    return text;
}

/// How a row or column is shown; filtered ones are not.
bool is_hidden(pugi::xml_node node) {
    const std::string_view visibility = of(node, "table:visibility");
    return visibility == "collapse" || visibility == "filter";
}

struct SheetPlace {
    int row = 0, column = 0;
};

struct SheetCell {
    int column = 0, down = 1, across = 1;
    std::string text;
};

/// Blank cells as far as they may be part of a table; sheets are filled to their right end with them.
std::vector<SheetCell> cells_of_row(pugi::xml_node row, const Styles& styles) {
    constexpr int most_blanks = 64;
    std::vector<SheetCell> cells;
    int column = 0;
    for (const pugi::xml_node node : row.children()) {
        const bool covered = is(node, "table:covered-table-cell");
        if (!covered && !is(node, "table:table-cell")) continue;
        const int repeats = times(node, "table:number-columns-repeated", max_sheet_columns);
        SheetCell cell;
        if (!covered) cell.text = shown_text(node, styles);
        cell.down = times(node, "table:number-rows-spanned", max_sheet_rows);
        cell.across = times(node, "table:number-columns-spanned", max_sheet_columns);
        const int most = covered ? 0 : cell.text.empty() && repeats > most_blanks ? 0 : most_repeats;
        for (int i = 0; i < std::min(repeats, most); ++i) {
            cell.column = column + i;
            cells.push_back(cell);
        }
        column = std::min(column + repeats, max_sheet_columns);
    }
    return cells;
}

/// Rows and columns of a sheet, whatever groups they stand in. False where there are too many cells.
bool read_sheet(pugi::xml_node node, const Styles& styles, Sheet& sheet, SheetPlace& place) {
    for (const pugi::xml_node inner : node.children()) {
        const std::string_view name = inner.name();
        if (name == "table:table-column") {
            const int columns = times(inner, "table:number-columns-repeated", max_sheet_columns);
            for (int i = 0; i < columns && place.column < max_sheet_columns; ++i, ++place.column)
                if (is_hidden(inner)) sheet.hidden_columns.insert(place.column);
        } else if (name == "table:table-row") {
            const int lines = times(inner, "table:number-rows-repeated", max_sheet_rows);
            const std::vector<SheetCell> cells = cells_of_row(inner, styles);
            for (int row = place.row; row < place.row + std::min(lines, most_repeats); ++row) {
                if (is_hidden(inner)) sheet.hidden_rows.insert(row);
                for (const SheetCell& cell : cells) {
                    if (!sheet.add(row, cell.column, cell.text)) return false;
                    if (cell.down + cell.across > 2 && !sheet.merge({row, cell.column, row + cell.down - 1, cell.column + cell.across - 1})) return false;
                }
            }
            place.row = std::min(place.row + lines, max_sheet_rows);
        } else if (name.starts_with("table:table-") && !read_sheet(inner, styles, sheet, place)) {
            return false;
        }
    }
    return true;
}

void read_body(pugi::xml_node body, const Styles& styles, Document& document) {
    Flow flow;
    if (const pugi::xml_node text = body.child("office:text")) {
        document.format = Format::odt;
        Text(styles).blocks(text, flow);
    } else if (const pugi::xml_node sheets = body.child("office:spreadsheet")) {
        document.format = Format::ods;
        for (const pugi::xml_node table : sheets.children("table:table")) {
            if (styles.hidden.count(of(table, "table:style-name"))) continue;
            Sheet sheet;
            SheetPlace place;
            if (!read_sheet(table, styles, sheet, place)) return observe(document, "input-too-large");
            write_sheet(sheet, flow);
        }
    } else {
        return observe(document, "format-unsupported");
    }
    write_flow(flow, document);
}

}  // namespace
}  // namespace odf

bool is_odf(std::string_view bytes) {
    const std::string_view head = bytes.substr(0, 4096);
    return head.find("<office:document") != std::string_view::npos && head.find("urn:oasis:names:tc:opendocument") != std::string_view::npos;
}

void read_odf_zip(Zip& zip, Document& document) {
    const std::string manifest = zip.read("META-INF/manifest.xml");
    if (manifest.find("encryption-data") != std::string::npos) return observe(document, "file-encrypted");
    odf::Styles styles;
    pugi::xml_document side, content;
    if (zip.has("styles.xml")) {
        if (!load_part(zip, "styles.xml", side, document)) return;
        styles.add_all(side.document_element());
    }
    if (!load_part(zip, "content.xml", content, document)) return;
    styles.add_all(content.document_element());
    odf::read_body(content.document_element().child("office:body"), styles, document);
}

void read_odf(std::string_view bytes, Document& document) {
    document.format = Format::odt;
    pugi::xml_document xml;
    if (!load_xml(bytes, xml, document)) return;
    odf::Styles styles;
    styles.add_all(xml.document_element());
    odf::read_body(xml.document_element().child("office:body"), styles, document);
}

}  // namespace nianbao
