// Excel 2007 and later (ISO/IEC 29500): the sheets as they are shown. Hidden sheets, rows and columns are left out, as
// in print; a formula shows its stored result; a number is written the way its format shows it.
#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "core/read/flow.hpp"
#include "core/read/office/cell_format.hpp"
#include "core/read/office/office.hpp"
#include "core/read/office/package.hpp"
#include "core/read/office/sheet.hpp"

namespace nianbao {

namespace {

struct Workbook {
    std::vector<std::string> strings;
    std::vector<std::string> formats;  ///< the format code of each cell style
    bool dates_from_1904 = false;
};

/// "B7" → row 6, column 1; false when it is no reference.
bool parse_reference(std::string_view text, int& row, int& column) {
    column = 0;
    std::size_t at = 0;
    for (; at < text.size() && text[at] >= 'A' && text[at] <= 'Z'; ++at) {
        column = column * 26 + (text[at] - 'A' + 1);
        if (column > max_sheet_columns) return false;
    }
    row = to_int(text.substr(at), 0);
    if (column < 1 || row < 1 || row > max_sheet_rows) return false;
    --row, --column;
    return true;
}

/// Excel writes characters XML can't hold as _xHHHH_.
std::string unescape(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool escape = text.substr(at, 2) == "_x" && at + 6 < text.size() && text[at + 6] == '_' &&
                            text.substr(at + 2, 4).find_first_not_of("0123456789ABCDEFabcdef") == std::string_view::npos;
        if (!escape) {
            out += text[at];
            continue;
        }
        if (text.substr(at + 2, 4) == "000A") out += '\n';
        if (text.substr(at + 2, 4) == "005F" || text.substr(at + 2, 4) == "005f") out += '_';
        at += 6;
    }
    return out;
}

std::string rich_text(pugi::xml_node node) {
    std::string text;
    for (const pugi::xml_node part : node.children()) {
        if (local_name(part) == "t") text += inner_text(part);
        if (local_name(part) == "r") text += inner_text(child(part, "t"));
    }
    return unescape(text);
}

bool load_workbook(Zip& zip, const std::vector<PartRelation>& relations, Document& document, Workbook& book) {
    if (const std::string part = related(relations, "sharedStrings"); zip.has(part)) {
        pugi::xml_document xml;
        if (!load_part(zip, part, xml, document)) return false;
        for (const pugi::xml_node item : xml.document_element().children())
            if (local_name(item) == "si") book.strings.push_back(rich_text(item));
    }
    if (const std::string part = related(relations, "styles"); zip.has(part)) {
        pugi::xml_document xml;
        if (!load_part(zip, part, xml, document)) return false;
        std::map<int, std::string> codes;
        for (const pugi::xml_node format : child(xml.document_element(), "numFmts").children())
            codes[to_int(attribute(format, "numFmtId"), -1)] = attribute(format, "formatCode");
        for (const pugi::xml_node style : child(xml.document_element(), "cellXfs").children()) {
            const int id = to_int(attribute(style, "numFmtId"), 0);
            const auto own = codes.find(id);
            book.formats.push_back(own != codes.end() ? own->second : std::string(builtin_format(id)));
        }
    }
    return true;
}

std::string cell_text(pugi::xml_node node, const Workbook& book) {
    const std::string_view type = attribute(node, "t");
    if (type == "inlineStr") return rich_text(child(node, "is"));
    const std::string value = inner_text(child(node, "v"));
    if (type == "s") {
        const int index = to_int(value, -1);
        return index >= 0 && static_cast<std::size_t>(index) < book.strings.size() ? book.strings[static_cast<std::size_t>(index)] : std::string{};
    }
    if (type == "b") return value == "1" ? "TRUE" : "FALSE";
    if (type == "str" || type == "e" || type == "d") return unescape(value);
    const int style = to_int(attribute(node, "s"), 0);
    const bool styled = style >= 0 && static_cast<std::size_t>(style) < book.formats.size();
    return shown_number(value, styled ? std::string_view(book.formats[static_cast<std::size_t>(style)]) : "General", book.dates_from_1904);
}

bool load_sheet(pugi::xml_node root, const Workbook& book, Sheet& sheet) {
    for (const pugi::xml_node column : child(root, "cols").children()) {
        const std::string_view hidden = attribute(column, "hidden");
        if (hidden != "1" && hidden != "true") continue;
        const int last = std::min(to_int(attribute(column, "max"), 0), max_sheet_columns);
        for (int at = std::max(1, to_int(attribute(column, "min"), 1)); at <= last; ++at) sheet.hidden_columns.insert(at - 1);
    }
    int row = -1;
    for (const pugi::xml_node line : child(root, "sheetData").children()) {
        row = std::min(to_int(attribute(line, "r"), row + 2) - 1, max_sheet_rows);
        const std::string_view hidden = attribute(line, "hidden");
        if (hidden == "1" || hidden == "true") sheet.hidden_rows.insert(row);
        int column = -1;
        for (const pugi::xml_node node : line.children()) {
            if (local_name(node) != "c") continue;
            int at_row = row, at_column = 0;
            const bool placed = parse_reference(attribute(node, "r"), at_row, at_column);
            if (!placed) at_row = row;
            column = placed ? at_column : column + 1;  // a cell without a reference follows the one before it
            if (!sheet.add(at_row, column, cell_text(node, book))) return false;
        }
    }
    for (const pugi::xml_node node : child(root, "mergeCells").children()) {
        const std::string_view reference = attribute(node, "ref");
        const std::size_t colon = reference.find(':');
        SheetArea area;
        if (colon == std::string_view::npos || !parse_reference(reference.substr(0, colon), area.top, area.left) ||
            !parse_reference(reference.substr(colon + 1), area.bottom, area.right))
            continue;
        if (!sheet.merge(area)) return false;
    }
    return true;
}

}  // namespace

void read_xlsx(Zip& zip, std::string_view main_part, Document& document) {
    document.format = Format::xlsx;
    pugi::xml_document xml;
    if (!load_part(zip, main_part, xml, document)) return;
    const pugi::xml_node root = xml.document_element();
    const std::vector<PartRelation> relations = part_relations(zip, main_part);
    Workbook book;
    const std::string_view from_1904 = attribute(child(root, "workbookPr"), "date1904");
    book.dates_from_1904 = from_1904 == "1" || from_1904 == "true";
    if (!load_workbook(zip, relations, document, book)) return;

    Flow flow;
    for (const pugi::xml_node entry : child(root, "sheets").children()) {
        const std::string_view state = attribute(entry, "state");
        if (state == "hidden" || state == "veryHidden") continue;
        for (const PartRelation& relation : relations) {
            if (relation.id != attribute(entry, "id") || relation.type != "worksheet") continue;
            pugi::xml_document part;
            if (!load_part(zip, relation.target, part, document)) return;
            Sheet sheet;
            if (!load_sheet(part.document_element(), book, sheet)) return observe(document, "input-too-large");
            write_sheet(sheet, flow);
        }
    }
    write_flow(flow, document);
}

}  // namespace nianbao
