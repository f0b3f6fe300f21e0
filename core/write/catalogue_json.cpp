// The catalogue of rules and the drawn forms as JSON, for the page and outside programs.
#include "core/check/rule.hpp"
#include "core/nianbao.hpp"
#include "core/write/json_tree.hpp"
#include "core/write/names.hpp"

namespace nianbao {

std::string rules_json() {
    Json json = Json::array();
    for (const Rule* rule : catalogue()) {
        JsonObject entry(9);
        entry.put("id", rule->id).put("severity", severity_name(rule->severity));
        entry.put("title", rule->title.zh).put("title_en", rule->title.en);
        entry.put("why", rule->why.zh).put("why_en", rule->why.en);
        entry.put("todo", rule->todo.zh).put("todo_en", rule->todo.en).put("clause", rule->clause);
        json.push_back(entry.take());
    }
    return dump(json);
}

namespace {

Json drawn_json(const DrawnTable& drawn, const std::vector<FormCell>& cells) {
    Json rows = Json::array();
    for (const std::vector<DrawnCell>& row : drawn.rows) {
        Json entries = Json::array();
        for (const DrawnCell& cell : row) {
            JsonObject entry(5);
            entry.put("text", cell.text).put("colspan", cell.column_span).put("rowspan", cell.row_span).put("head", cell.head);
            if (cell.cell >= 0) entry.put("cell", cells[static_cast<std::size_t>(cell.cell)].id);
            entries.push_back(entry.take());
        }
        rows.push_back(std::move(entries));
    }
    JsonObject json(5);
    json.put("table", static_cast<int>(drawn.table));
    json.put("name", table_name(drawn.table, false)).put("name_en", table_name(drawn.table, true));
    json.put("columns", drawn.columns).put("rows", std::move(rows));
    return json.take();
}

Json cell_json(const FormCell& cell) {
    JsonObject json(5);
    json.put("id", cell.id).put("quantity", quantity_name(cell.quantity())).put("group", cell.row->group);
    json.put("row_label", cell.row->label).put("column_label", cell.column->label);
    return json.take();
}

}  // namespace

std::string forms_json() {
    Json json = Json::array();
    for (const Form* form : forms()) {
        Json tables = Json::array(), cells = Json::array();
        for (const DrawnTable& drawn : drawn_tables(*form)) tables.push_back(drawn_json(drawn, cells_of(*form)));
        for (const FormCell& cell : cells_of(*form)) cells.push_back(cell_json(cell));
        JsonObject entry(6);
        entry.put("id", form->id).put("notice", form->notice);
        entry.put("first_year", form->first_year).put("last_year", form->last_year);
        entry.put("tables", std::move(tables)).put("cells", std::move(cells));
        json.push_back(entry.take());
    }
    return dump(json);
}

}  // namespace nianbao
