// Stage four: the contract's JSON (shared with page, terminal and outside programs; docs/json.md).
#include <nlohmann/json.hpp>

#include "core/check/rule.hpp"
#include "core/nianbao.hpp"
#include "core/write/names.hpp"
#include "core/write/utf16.hpp"

namespace nianbao {
namespace {

using Json = nlohmann::ordered_json;

std::string dump(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

Json number(Decimal value) {
    if (value.is_integer()) return value.integer();
    return value.to_double();
}

Json text_or_null(std::string_view text) {
    if (text.empty()) return nullptr;
    return std::string(text);
}

std::string iso(Date date) {
    const auto padded = [](int value, std::size_t width) {
        const std::string digits = std::to_string(value);
        return std::string(digits.size() < width ? width - digits.size() : 0, '0') + digits;
    };
    return padded(date.year, 4) + "-" + padded(date.month, 2) + "-" + padded(date.day, 2);
}

Json span_json(Span span, const Utf16Offsets& offsets) {
    return {{"begin", offsets(span.begin)}, {"end", offsets(span.end)}};
}

Json report_json(const Result& result, const Utf16Offsets& offsets) {
    const Report& report = result.report;
    Json json;
    json["title"] = report.title ? text_or_null(slice(result.document.text, *report.title)) : Json(nullptr);
    json["organization"] = text_or_null(report.organization);
    json["year"] = report.year ? Json(*report.year) : Json(nullptr);
    json["form"] = report.form ? Json(std::string(report.form->id)) : Json(nullptr);
    json["period"] = nullptr;
    if (report.period) json["period"] = {{"from", iso(report.period->from)}, {"to", iso(report.period->to)}};
    json["sections"] = Json::array();
    for (const Section& section : report.sections) {
        Json entry = {{"number", section.number}, {"title", std::string(slice(result.document.text, section.title))}};
        entry.update(span_json(section.title, offsets));
        json["sections"].push_back(std::move(entry));
    }
    return json;
}

Json cells_json(const Result& result, const Utf16Offsets& offsets) {
    Json json = Json::object();
    if (!result.report.form) return json;
    const std::vector<FormCell>& cells = cells_of(*result.report.form);
    for (std::size_t i = 0; i < cells.size() && i < result.report.cells.size(); ++i) {
        const CellValue& cell = result.report.cells[i];
        if (cell.reading == Reading::absent) continue;
        Json entry;
        entry["raw"] = std::string(slice(result.document.text, cell.span));
        entry["value"] = cell.reading == Reading::number ? number(cell.value) : Json(nullptr);
        entry.update(span_json(cell.span, offsets));
        entry["reading"] = std::string(reading_name(cell.reading));
        if (!cell.unit.empty()) entry["unit"] = cell.unit;
        if (!cell.remark.empty()) entry["remark"] = cell.remark;
        json[cells[i].id] = std::move(entry);
    }
    return json;
}

Json cell_ids(const Result& result, const std::vector<CellIndex>& cells) {
    Json json = Json::array();
    if (result.report.form)
        for (const CellIndex cell : cells) json.push_back(cells_of(*result.report.form)[cell].id);
    return json;
}

Json finding_json(const Finding& finding, const Result& result, const Utf16Offsets& offsets) {
    Json json;
    json["rule"] = std::string(finding.rule);
    json["severity"] = std::string(severity_name(finding.severity));
    json["message"] = finding.message.zh;
    json["message_en"] = finding.message.en;
    json["clause"] = finding.clause;
    json["cells"] = cell_ids(result, finding.cells);
    json["spans"] = Json::array();
    for (const FindingSpan& span : finding.spans) {
        Json entry = span_json(span.span, offsets);
        entry["role"] = std::string(span.role);
        json["spans"].push_back(std::move(entry));
    }
    if (finding.left) json["left"] = number(*finding.left);
    if (finding.right) json["right"] = number(*finding.right);
    return json;
}

Json repair_json(const Repair& repair, const Result& result) {
    Json json;
    json["changes"] = Json::array();
    for (const Change& change : repair.changes)
        json["changes"].push_back({{"cell", cells_of(*result.report.form)[change.cell].id},
                                   {"from", change.from ? Json(*change.from) : Json(nullptr)},
                                   {"to", change.to}});
    json["message"] = repair.message.zh;
    json["message_en"] = repair.message.en;
    return json;
}

Json summary_json(const Result& result) {
    int counts[3] = {0, 0, 0};
    for (const Finding& finding : result.findings) ++counts[static_cast<std::size_t>(finding.severity)];
    return {{"errors", counts[0]},
            {"warnings", counts[1]},
            {"notes", counts[2]},
            {"verdict", std::string(verdict_name(result.verdict))}};
}

}  // namespace

std::string to_json(const Result& result, TextMember text) {
    const Utf16Offsets offsets(result.document.text);
    Json json;
    json["schema"] = 1;
    json["document"] = {{"name", result.document.name},
                        {"format", std::string(format_name(result.document.format))},
                        {"encoding", result.document.encoding}};
    if (text == TextMember::written) json["document"]["text"] = result.document.text;
    json["report"] = report_json(result, offsets);
    json["cells"] = cells_json(result, offsets);
    json["findings"] = Json::array();
    for (const Finding& finding : result.findings) json["findings"].push_back(finding_json(finding, result, offsets));
    json["repairs"] = Json::array();
    for (const Repair& repair : result.repairs) json["repairs"].push_back(repair_json(repair, result));
    if (!result.repair_note.zh.empty()) {
        json["repair_note"] = result.repair_note.zh;
        json["repair_note_en"] = result.repair_note.en;
    }
    json["checks"] = {
        {"held", result.checks.held}, {"failed", result.checks.failed}, {"unknown", result.checks.unknown}};
    json["summary"] = summary_json(result);
    return dump(json);
}

std::string rules_json() {
    Json json = Json::array();
    for (const Rule* rule : catalogue())
        json.push_back({{"id", std::string(rule->id)},
                        {"severity", std::string(severity_name(rule->severity))},
                        {"title", std::string(rule->title.zh)},
                        {"title_en", std::string(rule->title.en)},
                        {"why", std::string(rule->why.zh)},
                        {"why_en", std::string(rule->why.en)},
                        {"todo", std::string(rule->todo.zh)},
                        {"todo_en", std::string(rule->todo.en)},
                        {"clause", std::string(rule->clause)}});
    return dump(json);
}

namespace {

Json drawn_json(const DrawnTable& drawn, const std::vector<FormCell>& cells) {
    Json rows = Json::array();
    for (const std::vector<DrawnCell>& row : drawn.rows) {
        Json entries = Json::array();
        for (const DrawnCell& cell : row) {
            Json entry = {
                {"text", cell.text}, {"colspan", cell.column_span}, {"rowspan", cell.row_span}, {"head", cell.head}};
            if (cell.cell >= 0) entry["cell"] = cells[static_cast<std::size_t>(cell.cell)].id;
            entries.push_back(std::move(entry));
        }
        rows.push_back(std::move(entries));
    }
    return {{"table", static_cast<int>(drawn.table)},
            {"name", std::string(table_name(drawn.table, false))},
            {"name_en", std::string(table_name(drawn.table, true))},
            {"columns", drawn.columns},
            {"rows", std::move(rows)}};
}

}  // namespace

std::string forms_json() {
    Json json = Json::array();
    for (const Form* form : forms()) {
        Json entry = {{"id", std::string(form->id)},
                      {"notice", std::string(form->notice)},
                      {"first_year", form->first_year},
                      {"last_year", form->last_year},
                      {"tables", Json::array()},
                      {"cells", Json::array()}};
        for (const DrawnTable& drawn : drawn_tables(*form)) entry["tables"].push_back(drawn_json(drawn, cells_of(*form)));
        for (const FormCell& cell : cells_of(*form))
            entry["cells"].push_back({{"id", cell.id},
                                      {"quantity", std::string(quantity_name(cell.quantity()))},
                                      {"group", std::string(cell.row->group)},
                                      {"row_label", std::string(cell.row->label)},
                                      {"column_label", std::string(cell.column->label)}});
        json.push_back(std::move(entry));
    }
    return dump(json);
}

}  // namespace nianbao
