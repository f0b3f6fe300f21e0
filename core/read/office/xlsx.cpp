// Excel 2007 and later (ISO/IEC 29500): the sheets as they are shown. Hidden sheets, rows and columns are left out, as
// in print; a formula shows its stored result; a number is written the way its format shows it.
// A sheet is cut into grids at blank rows, and rows that are a heading or running text become paragraphs.
#include <algorithm>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "core/read/flow.hpp"
#include "core/read/office/cell_format.hpp"
#include "core/read/office/office.hpp"
#include "core/read/office/package.hpp"
#include "core/text/fold.hpp"

namespace nianbao {

namespace {

constexpr std::size_t max_cells = 300'000;
constexpr std::size_t max_merges = 50'000;
constexpr int max_rows = 1 << 20;
constexpr int max_columns = 1 << 14;

struct Workbook {
    std::vector<std::string> strings;
    std::vector<std::string> formats;  ///< the format code of each cell style
    bool dates_from_1904 = false;
};

struct Area {
    int top = 0, left = 0, bottom = 0, right = 0;  ///< inclusive
};

struct Sheet {
    std::map<std::pair<int, int>, std::string> cells;  ///< (row, column) → shown text; also blank cells the file lists
    std::vector<Area> merges;
};

/// "B7" → row 6, column 1; false when it is no reference.
bool parse_reference(std::string_view text, int& row, int& column) {
    column = 0;
    std::size_t at = 0;
    for (; at < text.size() && text[at] >= 'A' && text[at] <= 'Z'; ++at) {
        column = column * 26 + (text[at] - 'A' + 1);
        if (column > max_columns) return false;
    }
    row = to_int(text.substr(at), 0);
    if (column < 1 || row < 1 || row > max_rows) return false;
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

/// Where a row or column stands once the hidden ones before it are gone.
int shown_place(int place, const std::vector<int>& hidden) {
    return place - static_cast<int>(std::lower_bound(hidden.begin(), hidden.end(), place) - hidden.begin());
}

bool load_sheet(pugi::xml_node root, const Workbook& book, Sheet& sheet) {
    std::set<int> hidden_rows, hidden_columns;
    for (const pugi::xml_node column : child(root, "cols").children()) {
        const std::string_view hidden = attribute(column, "hidden");
        if (hidden != "1" && hidden != "true") continue;
        const int last = std::min(to_int(attribute(column, "max"), 0), max_columns);
        for (int at = std::max(1, to_int(attribute(column, "min"), 1)); at <= last; ++at) hidden_columns.insert(at - 1);
    }
    int row = -1;
    std::map<std::pair<int, int>, std::string> cells;
    for (const pugi::xml_node line : child(root, "sheetData").children()) {
        row = std::min(to_int(attribute(line, "r"), row + 2) - 1, max_rows);
        const std::string_view hidden = attribute(line, "hidden");
        if (hidden == "1" || hidden == "true") hidden_rows.insert(row);
        int column = -1;
        for (const pugi::xml_node node : line.children()) {
            if (local_name(node) != "c") continue;
            int at_row = row;
            if (!parse_reference(attribute(node, "r"), at_row, column)) at_row = row, ++column;
            if (hidden_rows.count(at_row) || hidden_columns.count(column)) continue;
            if (cells.size() >= max_cells) return false;
            cells[{at_row, column}] = cell_text(node, book);
        }
    }
    const std::vector<int> without_rows(hidden_rows.begin(), hidden_rows.end());
    const std::vector<int> without_columns(hidden_columns.begin(), hidden_columns.end());
    for (auto& [place, text] : cells)
        sheet.cells[{shown_place(place.first, without_rows), shown_place(place.second, without_columns)}] = std::move(text);
    for (const pugi::xml_node node : child(root, "mergeCells").children()) {
        const std::string_view reference = attribute(node, "ref");
        const std::size_t colon = reference.find(':');
        Area area;
        if (colon == std::string_view::npos || !parse_reference(reference.substr(0, colon), area.top, area.left) ||
            !parse_reference(reference.substr(colon + 1), area.bottom, area.right))
            continue;
        if (sheet.merges.size() >= max_merges) return false;
        if (hidden_rows.count(area.top) || hidden_columns.count(area.left)) continue;
        const Area shown{shown_place(area.top, without_rows), shown_place(area.left, without_columns),
                         shown_place(area.bottom + 1, without_rows) - 1, shown_place(area.right + 1, without_columns) - 1};
        if (shown.bottom >= shown.top && shown.right >= shown.left) sheet.merges.push_back(shown);
    }
    return true;
}

struct Row {
    std::vector<FlowCell> cells;
    int listed = 0;   ///< cells the file lists, blank ones too
    int filled = 0;
    bool covered = false;  ///< a filled merge from above reaches into it
};

bool is_chinese_numbered(std::string_view text) {
    constexpr std::string_view numbers[] = {"一、", "二、", "三、", "四、", "五、", "六、"};
    return std::any_of(std::begin(numbers), std::end(numbers), [&](std::string_view n) { return text.substr(0, n.size()) == n; });
}

/// A row with one filled cell as wide as the sheet, or alone in its row, that reads like a heading or running text.
bool is_running_text(const Row& row, int columns) {
    if (row.filled != 1 || row.covered) return false;
    for (const FlowCell& cell : row.cells) {
        const std::string_view text = trim(cell.content.front().text);
        if (text.empty()) continue;
        const bool alone = row.listed <= 1 && cell.column_span == 1;
        const bool wide = cell.column == 0 && cell.column_span >= columns;
        if (cell.row_span > 1 && !wide) return false;
        return (alone || wide) && (is_chinese_numbered(text) || text.size() > 90 || text.find("年度报告") != std::string_view::npos);
    }
    return false;
}

std::map<int, Row> rows_of(Sheet& sheet, int columns) {
    std::map<int, Row> rows;
    std::map<std::pair<int, int>, Area> spans;
    std::set<std::pair<int, int>> covered;
    const int last_row = sheet.cells.empty() ? 0 : sheet.cells.rbegin()->first.first;
    std::size_t budget = max_cells;
    for (Area area : sheet.merges) {
        area.right = std::min(area.right, columns - 1);
        area.bottom = std::min(area.bottom, last_row);
        spans[{area.top, area.left}] = area;
        const auto origin = sheet.cells.find({area.top, area.left});
        const bool filled = origin != sheet.cells.end() && !trim(origin->second).empty();
        for (int r = area.top; r <= area.bottom && budget > 0; ++r) {
            if (filled && r > area.top) rows[r].covered = true;
            for (int c = area.left; c <= area.right && budget > 0; ++c, --budget)
                if (r != area.top || c != area.left) covered.insert({r, c});
        }
    }
    for (auto& [place, text] : sheet.cells) {
        const auto [r, c] = place;
        if (c >= columns || covered.count(place)) continue;
        FlowCell cell;
        cell.row = r;
        cell.column = c;
        if (const auto span = spans.find(place); span != spans.end()) {
            cell.row_span = std::max(1, span->second.bottom - r + 1);
            cell.column_span = std::max(1, span->second.right - c + 1);
        }
        Row& row = rows[r];
        ++row.listed;
        if (!trim(text).empty()) ++row.filled;
        cell.content.push_back(flow_paragraph(std::move(text)));
        row.cells.push_back(std::move(cell));
    }
    return rows;
}

void close_table(std::vector<FlowCell>& cells, Flow& flow) {
    if (cells.empty()) return;
    const int top = cells.front().row;
    for (FlowCell& cell : cells) cell.row -= top;
    flow.push_back(flow_table(std::exchange(cells, {})));
}

void sheet_flow(Sheet& sheet, Flow& flow) {
    int columns = 0;
    for (const auto& [place, text] : sheet.cells)
        if (!trim(text).empty()) columns = std::max(columns, place.second + 1);
    std::vector<FlowCell> table;
    int previous = -2;
    for (auto& [place, row] : rows_of(sheet, columns)) {
        const bool blank = row.filled == 0 && !row.covered;
        const bool text = is_running_text(row, columns);
        if (blank || text || place != previous + 1) close_table(table, flow);
        previous = blank ? -2 : place;
        if (blank) continue;
        for (FlowCell& cell : row.cells) {
            if (!text) table.push_back(std::move(cell));
            else flow.push_back(std::move(cell.content.front()));
        }
    }
    close_table(table, flow);
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
            sheet_flow(sheet, flow);
        }
    }
    write_flow(flow, document);
}

}  // namespace nianbao
