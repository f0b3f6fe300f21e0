// Stage four: the contract's JSON (shared with page, terminal and outside programs; docs/json.md).
#include "core/check/rule.hpp"
#include "core/nianbao.hpp"
#include "core/write/json_tree.hpp"
#include "core/write/names.hpp"
#include "core/write/utf16.hpp"

namespace nianbao {
namespace {

Json number(Decimal value) {
    if (value.is_integer()) return value.integer();
    return value.to_double();
}

Json text_or_null(std::string_view text) { return text.empty() ? Json(nullptr) : Json(std::string(text)); }

std::string iso(Date date) {
    std::string text = "0000-00-00";
    const auto write = [&text](int value, std::size_t end) {
        for (; value > 0 && end > 0; value /= 10) text[--end] = static_cast<char>('0' + value % 10);
    };
    write(date.year, 4);
    write(date.month, 7);
    write(date.day, 10);
    return text;
}

void put_span(JsonObject& object, Span span, const Utf16Offsets& offsets) {
    object.put("begin", offsets(span.begin)).put("end", offsets(span.end));
}

JsonObject document_json(const Document& document, TextMember text) {
    JsonObject json(4);
    json.put("name", document.name).put("format", format_name(document.format)).put("encoding", document.encoding);
    if (text == TextMember::written) json.put("text", document.text);
    return json;
}

JsonObject report_json(const Result& result, const Utf16Offsets& offsets) {
    const Report& report = result.report;
    Json period = nullptr;
    if (report.period) period = JsonObject(2).put("from", iso(report.period->from)).put("to", iso(report.period->to)).take();
    Json sections = Json::array();
    for (const Section& section : report.sections) {
        JsonObject entry(4);
        entry.put("number", section.number).put("title", slice(result.document.text, section.title));
        put_span(entry, section.title, offsets);
        sections.push_back(entry.take());
    }
    JsonObject json(6);
    json.put("title", text_or_null(report.title ? slice(result.document.text, *report.title) : std::string_view{}));
    json.put("organization", text_or_null(report.organization));
    json.put("year", report.year ? Json(*report.year) : Json(nullptr));
    json.put("form", text_or_null(report.form ? report.form->id : std::string_view{}));
    json.put("period", std::move(period)).put("sections", std::move(sections));
    return json;
}

JsonObject cells_json(const Result& result, const Utf16Offsets& offsets) {
    if (!result.report.form) return JsonObject(0);
    const std::vector<FormCell>& cells = cells_of(*result.report.form);
    JsonObject json(cells.size());
    for (std::size_t i = 0; i < cells.size() && i < result.report.cells.size(); ++i) {
        const CellValue& cell = result.report.cells[i];
        if (cell.reading == Reading::absent) continue;
        JsonObject entry(7);
        entry.put("raw", slice(result.document.text, cell.span));
        entry.put("value", cell.reading == Reading::number ? number(cell.value) : Json(nullptr));
        put_span(entry, cell.span, offsets);
        entry.put("reading", reading_name(cell.reading));
        if (!cell.unit.empty()) entry.put("unit", cell.unit);
        if (!cell.remark.empty()) entry.put("remark", cell.remark);
        json.put(cells[i].id, std::move(entry));
    }
    return json;
}

Json finding_json(const Finding& finding, const Result& result, const Utf16Offsets& offsets) {
    Json cells = Json::array(), spans = Json::array();
    if (result.report.form)
        for (const CellIndex cell : finding.cells) cells.push_back(cells_of(*result.report.form)[cell].id);
    for (const FindingSpan& span : finding.spans) {
        JsonObject entry(3);
        put_span(entry, span.span, offsets);
        spans.push_back(entry.put("role", span.role).take());
    }
    JsonObject json(10);
    json.put("rule", finding.rule).put("severity", severity_name(finding.severity));
    json.put("message", finding.message.zh).put("message_en", finding.message.en).put("clause", finding.clause);
    json.put("cells", std::move(cells)).put("spans", std::move(spans));
    if (finding.left) json.put("left", number(*finding.left));
    if (finding.right) json.put("right", number(*finding.right));
    if (finding.left && finding.right) json.put("difference", number(distance(*finding.left, *finding.right)));
    return json.take();
}

Json repair_json(const Repair& repair, const Result& result) {
    Json changes = Json::array();
    for (const Change& change : repair.changes) {
        JsonObject entry(3);
        entry.put("cell", cells_of(*result.report.form)[change.cell].id);
        entry.put("from", change.from ? Json(*change.from) : Json(nullptr)).put("to", change.to);
        changes.push_back(entry.take());
    }
    JsonObject json(3);
    json.put("changes", std::move(changes)).put("message", repair.message.zh).put("message_en", repair.message.en);
    return json.take();
}

JsonObject summary_json(const Result& result) {
    int counts[3] = {0, 0, 0};
    for (const Finding& finding : result.findings) ++counts[static_cast<std::size_t>(finding.severity)];
    JsonObject json(4);
    json.put("errors", counts[0]).put("warnings", counts[1]).put("notes", counts[2]);
    json.put("verdict", verdict_name(result.verdict));
    return json;
}

}  // namespace

std::string to_json(const Result& result, TextMember text) {
    const Utf16Offsets offsets(result.document.text);
    Json findings = Json::array(), repairs = Json::array();
    for (const Finding& finding : result.findings) findings.push_back(finding_json(finding, result, offsets));
    for (const Repair& repair : result.repairs) repairs.push_back(repair_json(repair, result));

    JsonObject json(10);
    json.put("schema", 1).put("document", document_json(result.document, text));
    json.put("report", report_json(result, offsets)).put("cells", cells_json(result, offsets));
    json.put("findings", std::move(findings)).put("repairs", std::move(repairs));
    if (!result.repair_note.zh.empty())
        json.put("repair_note", result.repair_note.zh).put("repair_note_en", result.repair_note.en);
    json.put("checks", JsonObject(3).put("held", result.checks.held).put("failed", result.checks.failed).put("unknown", result.checks.unknown));
    json.put("summary", summary_json(result));
    return dump(json.take());
}

}  // namespace nianbao
