// The catalogue of rules and the drawn forms as JSON, for the page and outside programs.
#include "core/check/rule.hpp"
#include "core/nianbao.hpp"
#include "core/write/json_text.hpp"
#include "core/write/names.hpp"

namespace nianbao {

namespace {

void put_rule(JsonText& json, const Rule& rule) {
    json.put("id", rule.id);
    json.put("severity", severity_name(rule.severity));
    json.put("title", rule.title.zh);
    json.put("title_en", rule.title.en);
    json.put("why", rule.why.zh);
    json.put("why_en", rule.why.en);
    json.put("todo", rule.todo.zh);
    json.put("todo_en", rule.todo.en);
    json.put("clause", rule.clause);
}

void put_drawn(JsonText& json, const DrawnTable& drawn, const std::vector<FormCell>& cells) {
    json.put("table", static_cast<int>(drawn.table));
    json.put("name", table_name(drawn.table, false));
    json.put("name_en", table_name(drawn.table, true));
    json.put("columns", drawn.columns);
    const auto put_cell = [&](const DrawnCell& cell) {
        json.put("text", cell.text);
        json.put("colspan", cell.column_span);
        json.put("rowspan", cell.row_span);
        json.put("head", cell.head);
        if (cell.cell >= 0) json.put("cell", cells[static_cast<std::size_t>(cell.cell)].id);
    };
    json.array("rows", [&] {
        for (const std::vector<DrawnCell>& row : drawn.rows)
            json.array([&] {
                for (const DrawnCell& cell : row) json.object([&] { put_cell(cell); });
            });
    });
}

void put_cell(JsonText& json, const FormCell& cell) {
    json.put("id", cell.id);
    json.put("quantity", quantity_name(cell.quantity()));
    json.put("group", cell.row->group);
    json.put("row_label", cell.row->label);
    json.put("column_label", cell.column->label);
}

void put_form(JsonText& json, const Form& form) {
    json.put("id", form.id);
    json.put("notice", form.notice);
    json.put("first_year", form.first_year);
    json.put("last_year", form.last_year);
    json.array("tables", [&] {
        for (const DrawnTable& drawn : drawn_tables(form)) json.object([&] { put_drawn(json, drawn, cells_of(form)); });
    });
    json.array("cells", [&] {
        for (const FormCell& cell : cells_of(form)) json.object([&] { put_cell(json, cell); });
    });
}

}  // namespace

std::string rules_json() {
    JsonText json;
    json.array([&] {
        for (const Rule* rule : catalogue()) json.object([&] { put_rule(json, *rule); });
    });
    return json.take();
}

std::string forms_json() {
    JsonText json;
    json.array([&] {
        for (const Form* form : forms()) json.object([&] { put_form(json, *form); });
    });
    return json.take();
}

}  // namespace nianbao
