// The catalogue of rules and the drawn forms as JSON, for the page and outside programs.
#include "core/check/rule.hpp"
#include "core/nianbao.hpp"
#include "core/write/json_writer.hpp"
#include "core/write/names.hpp"

namespace nianbao {

std::string rules_json() {
    JsonWriter json(64 * 1024);
    json.begin_array();
    for (const Rule* rule : catalogue()) {
        json.begin_object();
        json.key("id").string(rule->id);
        json.key("severity").string(severity_name(rule->severity));
        json.key("title").string(rule->title.zh);
        json.key("title_en").string(rule->title.en);
        json.key("why").string(rule->why.zh);
        json.key("why_en").string(rule->why.en);
        json.key("todo").string(rule->todo.zh);
        json.key("todo_en").string(rule->todo.en);
        json.key("clause").string(rule->clause);
        json.end_object();
    }
    json.end_array();
    return json.take();
}

namespace {

void write_drawn(JsonWriter& json, const DrawnTable& drawn, const std::vector<FormCell>& cells) {
    json.begin_object();
    json.key("table").number(static_cast<int>(drawn.table));
    json.key("name").string(table_name(drawn.table, false));
    json.key("name_en").string(table_name(drawn.table, true));
    json.key("columns").number(drawn.columns);
    json.key("rows").begin_array();
    for (const std::vector<DrawnCell>& row : drawn.rows) {
        json.begin_array();
        for (const DrawnCell& cell : row) {
            json.begin_object();
            json.key("text").string(cell.text);
            json.key("colspan").number(cell.column_span);
            json.key("rowspan").number(cell.row_span);
            json.key("head").boolean(cell.head);
            if (cell.cell >= 0) json.key("cell").string(cells[static_cast<std::size_t>(cell.cell)].id);
            json.end_object();
        }
        json.end_array();
    }
    json.end_array();
    json.end_object();
}

}  // namespace

std::string forms_json() {
    JsonWriter json(128 * 1024);
    json.begin_array();
    for (const Form* form : forms()) {
        json.begin_object();
        json.key("id").string(form->id);
        json.key("notice").string(form->notice);
        json.key("first_year").number(form->first_year);
        json.key("last_year").number(form->last_year);
        json.key("tables").begin_array();
        for (const DrawnTable& drawn : drawn_tables(*form)) write_drawn(json, drawn, cells_of(*form));
        json.end_array();
        json.key("cells").begin_array();
        for (const FormCell& cell : cells_of(*form)) {
            json.begin_object();
            json.key("id").string(cell.id);
            json.key("quantity").string(quantity_name(cell.quantity()));
            json.key("group").string(cell.row->group);
            json.key("row_label").string(cell.row->label);
            json.key("column_label").string(cell.column->label);
            json.end_object();
        }
        json.end_array();
        json.end_object();
    }
    json.end_array();
    return json.take();
}

}  // namespace nianbao
