#include "core/read/office/word_body.hpp"

#include <algorithm>
#include <utility>

#include "core/text/ascii.hpp"
#include "core/text/utf.hpp"

namespace nianbao {

namespace {

constexpr int max_columns = 4096;
constexpr std::size_t max_open_fields = 64;

/// Dropped wherever they stand: deletions, properties, field codes, notes.
bool is_left_out(std::string_view name) {
    constexpr std::string_view names[] = {"del", "moveFrom", "pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr", "tblGrid", "trPr", "tcPr",
                                          "sectPr", "instrText", "delText", "delInstrText", "footnote", "endnote", "rt", "rubyPr",
                                          "binData", "fldData", "ffData", "tblPrEx", "customXmlPr", "smartTagPr", "docPr", "cNvPr"};
    return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

/// Word-2003 XML wraps changes and comments as annotations.
bool is_left_out_annotation(pugi::xml_node node) {
    const std::string_view type = attribute(node, "type");
    return type == "Word.Deletion" || type == "Word.Comment" || type == "Word.Formatting";
}

/// Of the two renderings of one thing (a text box, say) the first that has content.
pugi::xml_node chosen(pugi::xml_node alternatives) {
    for (const pugi::xml_node choice : alternatives.children())
        if (local_name(choice) == "Choice" && choice.first_child()) return choice;
    return child(alternatives, "Fallback");
}

/// A character of a symbol font: boxes and ticks of Wingdings by their look, ASCII as itself.
void append_symbol(pugi::xml_node node, std::string& out) {
    unsigned code = 0;
    for (const char c : attribute(node, "char").substr(0, 4)) code = code * 16 + static_cast<unsigned>(std::max(hex_digit(c), 0));
    if (code < 0xE000 || code > 0xF8FF) {
        if (code >= 0x20 && (code < 0xD800 || code > 0xDFFF)) append_utf8(out, code);
        return;
    }
    code &= 0xFF;
    const bool wingdings = attribute(node, "font").starts_with("Wingdings");
    if (!wingdings) {
        if (code >= 0x20 && code < 0x7F) append_utf8(out, code);
        return;
    }
    out += code == 0xFE ? "☑" : code == 0xFC ? "✓" : code == 0xFD ? "☒" : code == 0x6E ? "■" : "□";
}

}  // namespace

struct WordBody::Table {
    std::vector<FlowCell> cells;
    std::map<int, std::size_t> above;  ///< column → the cell of the row above, or merged down to it
    std::map<int, std::size_t> current;
    int row = 0;
    int column = 0;
    std::size_t last = static_cast<std::size_t>(-1);  ///< the last cell of this row
};

void WordBody::read(pugi::xml_node body, Flow& out) {
    blocks(body, out);
    if (!carried_.empty()) out.push_back(flow_paragraph(std::move(carried_)));
    carried_.clear();
}

void WordBody::blocks(pugi::xml_node node, Flow& out) {
    for (const pugi::xml_node inner : node.children()) {
        const std::string_view name = local_name(inner);
        if (name == "p") {
            paragraph(inner, out);
        } else if (name == "tbl") {
            Table table;
            rows(inner, table);
            if (!table.cells.empty()) out.push_back(flow_table(std::move(table.cells)));
        } else if (name == "AlternateContent") {
            blocks(chosen(inner), out);
        } else if (name == "altChunk") {
            part_unread_ = true;
        } else if (name == "annotation") {
            if (!is_left_out_annotation(inner)) blocks(inner, out);
        } else if (!is_left_out(name)) {
            blocks(inner, out);
        }
    }
}

void WordBody::paragraph(pugi::xml_node node, Flow& out) {
    const pugi::xml_node properties = child(node, "pPr");
    std::string text = number_before(properties);
    Flow boxes;
    inline_content(node, text, boxes);
    text.insert(0, carried_);
    carried_.clear();
    const pugi::xml_node mark = child(properties, "rPr");
    if (child(mark, "del") || child(mark, "moveFrom"))
        carried_ = std::move(text);
    else
        out.push_back(flow_paragraph(std::move(text)));
    for (FlowItem& box : boxes) out.push_back(std::move(box));
}

void WordBody::inline_content(pugi::xml_node node, std::string& text, Flow& boxes) {
    for (const pugi::xml_node inner : node.children()) inline_node(inner, text, boxes);
}

void WordBody::inline_node(pugi::xml_node node, std::string& text, Flow& boxes) {
    const std::string_view name = local_name(node);
    if (is_left_out(name) || (name == "annotation" && is_left_out_annotation(node))) return;
    if (name == "r") return run(node, text, boxes);
    if (name == "AlternateContent") return inline_content(chosen(node), text, boxes);
    if (name == "txbxContent") return blocks(node, boxes);
    if (name == "fldChar") return field_mark(node);
    if (in_field_code()) return inline_content(node, text, boxes);
    if (name == "t") text += inner_text(node);
    else if (name == "tab" || name == "ptab") text += '\t';
    else if (name == "br" || name == "cr") text += '\n';
    else if (name == "noBreakHyphen") text += '-';
    else if (name == "sym") append_symbol(node, text);
    else inline_content(node, text, boxes);
}

void WordBody::run(pugi::xml_node node, std::string& text, Flow& boxes) {
    const pugi::xml_node properties = child(node, "rPr");
    const pugi::xml_node own = child(properties, "vanish");
    const std::string_view style = child_value(properties, "rStyle");
    const bool hidden = own ? is_on(properties, "vanish") : !style.empty() && styles_.style(style).hidden;
    if (!hidden) return inline_content(node, text, boxes);
    std::string unseen;
    Flow unseen_boxes;
    inline_content(node, unseen, unseen_boxes);
}

void WordBody::field_mark(pugi::xml_node node) {
    const std::string_view type = attribute(node, "fldCharType");
    if (type == "begin" && fields_.size() < max_open_fields) fields_.push_back(true);
    if (type == "separate" && !fields_.empty()) fields_.back() = false;
    if (type == "end" && !fields_.empty()) fields_.pop_back();
}

bool WordBody::in_field_code() const { return std::find(fields_.begin(), fields_.end(), true) != fields_.end(); }

std::string WordBody::number_before(pugi::xml_node properties) {
    pugi::xml_node numbering = child(properties, "numPr");
    if (!numbering) numbering = child(properties, "listPr");
    const WordStyle style = styles_.style(child_value(properties, "pStyle"));
    if (const pugi::xml_node shown = child(numbering, "t"); has_attribute(shown, "val")) {
        const std::string_view number = attribute(shown, "val");
        return number.size() == 1 || static_cast<unsigned char>(number.front()) >= 0xEE ? std::string{} : std::string(number);
    }
    const std::string_view id = child_value(numbering, child(numbering, "numId") ? "numId" : "ilfo");
    const int list_id = to_int(id, style.list);
    const WordList* list = list_id > 0 ? styles_.list(list_id) : nullptr;
    if (!list) return {};
    const int level = std::max(0, to_int(child_value(numbering, "ilvl"), style.level));
    NumberCounter& counter = counters_[list->definition];
    if (seen_lists_.insert(list_id).second)
        for (int at = 0; at < number_levels; ++at)
            if (const int start = list->restart_at[static_cast<std::size_t>(at)]; start >= 0) counter.restart(at, start);
    return counter.next(list->levels, level);
}

void WordBody::rows(pugi::xml_node node, Table& table) {
    for (const pugi::xml_node inner : node.children()) {
        const std::string_view name = local_name(inner);
        if (name == "tr") row(inner, table);
        else if (name == "AlternateContent") rows(chosen(inner), table);
        else if (!is_left_out(name) && !(name == "annotation" && is_left_out_annotation(inner))) rows(inner, table);
    }
}

void WordBody::row(pugi::xml_node node, Table& table) {
    const pugi::xml_node properties = child(node, "trPr");
    if (child(properties, "del") || is_on(properties, "hidden")) return;
    table.current.clear();
    table.last = static_cast<std::size_t>(-1);
    table.column = std::clamp(to_int(child_value(properties, "gridBefore"), 0), 0, max_columns);
    cells(node, table);
    table.above = table.current;
    ++table.row;
}

void WordBody::cells(pugi::xml_node node, Table& table) {
    for (const pugi::xml_node inner : node.children()) {
        const std::string_view name = local_name(inner);
        if (name == "tc") cell(inner, table);
        else if (name == "AlternateContent") cells(chosen(inner), table);
        else if (!is_left_out(name) && !(name == "annotation" && is_left_out_annotation(inner))) cells(inner, table);
    }
}

void WordBody::cell(pugi::xml_node node, Table& table) {
    const pugi::xml_node properties = child(node, "tcPr");
    const int span = std::clamp(to_int(child_value(properties, "gridSpan"), 1), 1, max_columns);
    if (table.column + span > max_columns) return;
    const auto merge = [&](std::string_view docx, std::string_view wordml) {
        const pugi::xml_node found = child(properties, docx);
        return found ? found : child(properties, wordml);
    };
    const pugi::xml_node down = merge("vMerge", "vmerge"), across = merge("hMerge", "hmerge");
    const int column = table.column;
    table.column += span;
    if (across && attribute(across, "val") != "restart" && table.last < table.cells.size()) {
        table.cells[table.last].column_span += span;
        return;
    }
    if (down && attribute(down, "val") != "restart") {
        if (const auto top = table.above.find(column); top != table.above.end()) {
            FlowCell& merged = table.cells[top->second];
            merged.row_span = table.row - merged.row + 1;
            table.current[column] = top->second;
            table.last = static_cast<std::size_t>(-1);
            return;
        }
    }
    FlowCell made;
    made.row = table.row;
    made.column = column;
    made.column_span = span;
    blocks(node, made.content);
    if (!carried_.empty()) made.content.push_back(flow_paragraph(std::exchange(carried_, {})));
    table.last = table.cells.size();
    table.current[column] = table.cells.size();
    table.cells.push_back(std::move(made));
}

}  // namespace nianbao
