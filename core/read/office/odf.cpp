// OpenDocument text and spreadsheets (ISO/IEC 26300), as a zip or as one flat XML file: what is shown with all changes
// accepted. Deleted and hidden text, notes and comments are left out, text boxes follow their paragraph, automatic numbers
// stand before theirs; a sheet's cells are as they are displayed, hidden sheets, rows and columns are left out.
#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "core/read/flow.hpp"
#include "core/read/office/numbering.hpp"
#include "core/read/office/office.hpp"
#include "core/read/office/package.hpp"
#include "core/read/office/sheet.hpp"

namespace nianbao {

namespace {

constexpr int most_repeats = 1000;  ///< of a blank cell or row: sheets are filled to their end with them
constexpr int max_columns = 4096;
constexpr std::size_t max_cells = 300'000;
constexpr std::size_t most_work = 16u << 20;  ///< elements and characters looked at: what is repeated is looked at again

using Levels = std::array<NumberLevel, number_levels>;

struct OdfStyles {
    std::map<std::string, Levels, std::less<>> lists;
    std::map<std::string, std::string, std::less<>> list_of_paragraph;  ///< a paragraph style's list style
    std::set<std::string, std::less<>> hidden;                          ///< text, row, column and table styles
    Levels outline;
};

std::string_view of(pugi::xml_node node, const char* name) { return node.attribute(name).value(); }

bool is(pugi::xml_node node, std::string_view name) { return node.name() == name; }

/// How often something is repeated, or how many rows or columns it spans: at least once.
int times(pugi::xml_node node, const char* name, int most) { return std::clamp(to_int(of(node, name), 1), 1, most); }

NumberFormat format_of(std::string_view code) {
    if (code.empty()) return NumberFormat::none;
    if (code == "1") return NumberFormat::decimal;
    if (code == "a") return NumberFormat::lower_letter;
    if (code == "A") return NumberFormat::upper_letter;
    if (code == "i") return NumberFormat::lower_roman;
    if (code == "I") return NumberFormat::upper_roman;
    const std::pair<std::string_view, NumberFormat> by_first[] = {
        {"一", NumberFormat::chinese}, {"壹", NumberFormat::chinese_financial}, {"甲", NumberFormat::heavenly_stems}, {"子", NumberFormat::earthly_branches},
        {"①", NumberFormat::decimal_circled}, {"１", NumberFormat::decimal_full_width}};
    for (const auto& [first, format] : by_first)
        if (code.starts_with(first)) return format;
    return NumberFormat::decimal;
}

/// The levels of a list style: "（%2）", or "%1.%2" where a level shows those above it.
Levels read_levels(pugi::xml_node style) {
    Levels levels;
    for (const pugi::xml_node node : style.children()) {
        const int index = to_int(of(node, "text:level"), 0) - 1;
        if (index < 0 || index >= number_levels) continue;
        NumberLevel& level = levels[static_cast<std::size_t>(index)];
        level.exists = true;
        level.format = is(node, "text:list-level-style-bullet") || is(node, "text:list-level-style-image") ? NumberFormat::bullet : format_of(of(node, "style:num-format"));
        level.start = std::max(0, to_int(of(node, "text:start-value"), 1));
        level.text = of(node, "style:num-prefix");
        const int shown = std::clamp(to_int(of(node, "text:display-levels"), 1), 1, index + 1);
        for (int at = index + 1 - shown; at <= index && level.format != NumberFormat::none; ++at) {
            if (at > index + 1 - shown) level.text += '.';
            level.text += {'%', static_cast<char>('1' + at)};
        }
        level.text += of(node, "style:num-suffix");
    }
    return levels;
}

void add_styles(pugi::xml_node all, OdfStyles& styles) {
    for (const pugi::xml_node node : all.children()) {
        const std::string name{of(node, "style:name")};
        if (is(node, "text:list-style")) styles.lists[name] = read_levels(node);
        if (is(node, "text:outline-style")) styles.outline = read_levels(node);
        if (!is(node, "style:style")) continue;
        if (const std::string_view list = of(node, "style:list-style-name"); !list.empty()) styles.list_of_paragraph[name] = list;
        const bool no_text = of(node.child("style:text-properties"), "text:display") == "none";
        const bool no_table = of(node.child("style:table-properties"), "table:display") == "false";
        if (no_text || no_table) styles.hidden.insert(name);
    }
}

bool is_left_out(std::string_view name) {
    constexpr std::string_view names[] = {"text:tracked-changes", "text:note", "office:annotation", "text:ruby-text", "text:hidden-text", "text:sequence-decls",
                                          "text:variable-decls", "text:user-field-decls", "office:forms", "svg:title", "svg:desc", "text:bibliography-source",
                                          "text:table-of-content-source", "table:shapes", "draw:object", "draw:object-ole", "office:binary-data", "office:event-listeners"};
    return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

class OdfText {
public:
    explicit OdfText(const OdfStyles& styles) : styles_(styles) {}

    void blocks(pugi::xml_node node, Flow& out);

private:
    struct Table {
        std::vector<FlowCell> cells;
        int row = 0;
    };
    struct List {
        std::string style;
        int level = 0;
        bool first = true;  ///< the item's first paragraph carries its number
    };

    void list(pugi::xml_node node, Flow& out);
    void paragraph(pugi::xml_node node, Flow& out);
    void inline_content(pugi::xml_node node, std::string& text, Flow& boxes);
    std::string number(pugi::xml_node node);
    void rows(pugi::xml_node node, Table& table);
    void row(pugi::xml_node node, Table& table);
    void spend(std::size_t work) { room_ -= std::min(room_, work); }

    const OdfStyles& styles_;
    std::vector<List> lists_;
    std::map<std::string, NumberCounter, std::less<>> counters_;
    NumberCounter outline_;
    std::size_t cells_ = 0;
    std::size_t room_ = most_work;
};

void OdfText::blocks(pugi::xml_node node, Flow& out) {
    for (const pugi::xml_node inner : node.children()) {
        if (room_ == 0) return;
        spend(1);
        const std::string_view name = inner.name();
        if (name == "text:p" || name == "text:h") paragraph(inner, out);
        else if (name == "text:list") list(inner, out);
        else if (name == "table:table") {
            Table table;
            const std::vector<List> outside = std::exchange(lists_, {});
            rows(inner, table);
            lists_ = outside;
            if (!table.cells.empty()) out.push_back(flow_table(std::move(table.cells)));
        } else if (!is_left_out(name)) {
            blocks(inner, out);
        }
    }
}

void OdfText::list(pugi::xml_node node, Flow& out) {
    List own;
    own.style = of(node, "text:style-name");
    own.level = lists_.empty() ? 0 : lists_.back().level + 1;
    if (own.style.empty() && !lists_.empty()) own.style = lists_.back().style;
    const bool goes_on = of(node, "text:continue-numbering") == "true" || !of(node, "text:continue-list").empty();
    if (own.level == 0 && !goes_on) counters_[own.style] = {};
    lists_.push_back(own);
    for (const pugi::xml_node item : node.children()) {
        lists_.back().first = is(item, "text:list-item");
        if (const int start = to_int(of(item, "text:start-value"), -1); start >= 0) counters_[own.style].restart(own.level, start);
        blocks(item, out);
    }
    lists_.pop_back();
}

std::string OdfText::number(pugi::xml_node node) {
    if (!lists_.empty()) {
        List& list = lists_.back();
        if (!std::exchange(list.first, false)) return {};
        std::string style = list.style;
        if (style.empty())
            if (const auto own = styles_.list_of_paragraph.find(of(node, "text:style-name")); own != styles_.list_of_paragraph.end()) style = own->second;
        const auto levels = styles_.lists.find(style);
        return levels == styles_.lists.end() ? std::string{} : counters_[list.style].next(levels->second, std::min(list.level, number_levels - 1));
    }
    const int level = is(node, "text:h") ? to_int(of(node, "text:outline-level"), 0) : 0;
    if (level < 1 || level > number_levels || of(node, "text:is-list-header") == "true") return {};
    return outline_.next(styles_.outline, level - 1);
}

void OdfText::paragraph(pugi::xml_node node, Flow& out) {
    if (styles_.hidden.count(of(node, "text:style-name"))) return;
    std::string text = number(node);
    Flow boxes;
    inline_content(node, text, boxes);
    out.push_back(flow_paragraph(std::move(text)));
    for (FlowItem& box : boxes) out.push_back(std::move(box));
}

void OdfText::inline_content(pugi::xml_node node, std::string& text, Flow& boxes) {
    for (const pugi::xml_node inner : node.children()) {
        if (room_ == 0) return;
        const std::string_view value = inner.value();
        spend(1 + value.size());
        if (inner.type() == pugi::node_pcdata || inner.type() == pugi::node_cdata) {
            for (const char c : value) {
                const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
                if (!space) text += c;
                else if (!text.empty() && text.back() != ' ') text += ' ';
            }
            continue;
        }
        const std::string_view name = inner.name();
        if (is_left_out(name) || styles_.hidden.count(of(inner, "text:style-name"))) continue;
        if (name == "text:s") text.append(static_cast<std::size_t>(std::clamp(to_int(of(inner, "text:c"), 1), 1, most_repeats)), ' ');
        else if (name == "text:tab") text += '\t';
        else if (name == "text:line-break") text += '\n';
        else if (name == "draw:text-box") {
            const std::vector<List> outside = std::exchange(lists_, {});
            blocks(inner, boxes);
            lists_ = outside;
        } else inline_content(inner, text, boxes);
    }
}

void OdfText::rows(pugi::xml_node node, Table& table) {
    for (const pugi::xml_node inner : node.children()) {
        if (is(inner, "table:table-row")) row(inner, table);
        else if (is(inner, "table:table-header-rows") || is(inner, "table:table-rows") || is(inner, "table:table-row-group")) rows(inner, table);
    }
}

void OdfText::row(pugi::xml_node node, Table& table) {
    const int lines = times(node, "table:number-rows-repeated", most_repeats);
    for (int line = 0; line < lines && room_ > 0; ++line, ++table.row) {
        int column = 0;
        for (const pugi::xml_node inner : node.children()) {
            const bool covered = is(inner, "table:covered-table-cell");
            if (!covered && !is(inner, "table:table-cell")) continue;
            const int repeats = times(inner, "table:number-columns-repeated", most_repeats);
            for (int i = 0; i < repeats && column < max_columns && cells_ < max_cells && room_ > 0; ++i, ++column) {
                if (covered) continue;
                ++cells_;
                spend(64);
                FlowCell cell;
                cell.row = table.row;
                cell.column = column;
                cell.row_span = times(inner, "table:number-rows-spanned", max_columns);
                cell.column_span = times(inner, "table:number-columns-spanned", max_columns);
                blocks(inner, cell.content);
                table.cells.push_back(std::move(cell));
            }
        }
    }
}

/// A cell as it is displayed: its paragraphs.
std::string shown_text(pugi::xml_node cell, const OdfStyles& styles) {
    Flow flow;
    OdfText(styles).blocks(cell, flow);
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
std::vector<SheetCell> cells_of_row(pugi::xml_node row, const OdfStyles& styles) {
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
bool read_sheet(pugi::xml_node node, const OdfStyles& styles, Sheet& sheet, SheetPlace& place) {
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

void read_body(pugi::xml_node body, const OdfStyles& styles, Document& document) {
    Flow flow;
    if (const pugi::xml_node text = body.child("office:text")) {
        document.format = Format::odt;
        OdfText(styles).blocks(text, flow);
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

void add_all_styles(pugi::xml_node root, OdfStyles& styles) {
    add_styles(root.child("office:styles"), styles);
    add_styles(root.child("office:automatic-styles"), styles);
}

}  // namespace

bool is_odf(std::string_view bytes) {
    const std::string_view head = bytes.substr(0, 4096);
    return head.find("<office:document") != std::string_view::npos && head.find("urn:oasis:names:tc:opendocument") != std::string_view::npos;
}

void read_odf_zip(Zip& zip, Document& document) {
    const std::string manifest = zip.read("META-INF/manifest.xml");
    if (manifest.find("encryption-data") != std::string::npos) return observe(document, "file-encrypted");
    OdfStyles styles;
    pugi::xml_document side, content;
    if (zip.has("styles.xml")) {
        if (!load_part(zip, "styles.xml", side, document)) return;
        add_all_styles(side.document_element(), styles);
    }
    if (!load_part(zip, "content.xml", content, document)) return;
    add_all_styles(content.document_element(), styles);
    read_body(content.document_element().child("office:body"), styles, document);
}

void read_odf(std::string_view bytes, Document& document) {
    document.format = Format::odt;
    pugi::xml_document xml;
    if (!load_xml(bytes, xml, document)) return;
    OdfStyles styles;
    add_all_styles(xml.document_element(), styles);
    read_body(xml.document_element().child("office:body"), styles, document);
}

}  // namespace nianbao
