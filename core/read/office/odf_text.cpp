#include "core/read/office/odf_text.hpp"

#include <algorithm>
#include <utility>

namespace nianbao::odf {

namespace {

constexpr int max_columns = 4096;
constexpr std::size_t max_cells = 300'000;

bool is_left_out(std::string_view name) {
    constexpr std::string_view names[] = {"text:tracked-changes", "text:note", "office:annotation", "text:ruby-text", "text:hidden-text", "text:sequence-decls",
                                          "text:variable-decls", "text:user-field-decls", "office:forms", "svg:title", "svg:desc", "text:bibliography-source",
                                          "text:table-of-content-source", "table:shapes", "draw:object", "draw:object-ole", "office:binary-data", "office:event-listeners"};
    return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

}  // namespace

struct Text::Table {
    std::vector<FlowCell> cells;
    int row = 0;
};

int times(pugi::xml_node node, const char* name, int most) { return std::clamp(to_int(of(node, name), 1), 1, most); }

void Text::blocks(pugi::xml_node node, Flow& out) {
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

void Text::list(pugi::xml_node node, Flow& out) {
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

std::string Text::number(pugi::xml_node node) {
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

void Text::paragraph(pugi::xml_node node, Flow& out) {
    if (styles_.hidden.count(of(node, "text:style-name"))) return;
    std::string text = number(node);
    Flow boxes;
    inline_content(node, text, boxes);
    out.push_back(flow_paragraph(std::move(text)));
    for (FlowItem& box : boxes) out.push_back(std::move(box));
}

void Text::inline_content(pugi::xml_node node, std::string& text, Flow& boxes) {
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

void Text::rows(pugi::xml_node node, Table& table) {
    for (const pugi::xml_node inner : node.children()) {
        if (is(inner, "table:table-row")) row(inner, table);
        else if (is(inner, "table:table-header-rows") || is(inner, "table:table-rows") || is(inner, "table:table-row-group")) rows(inner, table);
    }
}

void Text::row(pugi::xml_node node, Table& table) {
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

}  // namespace nianbao::odf
