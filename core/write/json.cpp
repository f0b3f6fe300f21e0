// Stage four: the contract's JSON (shared with page, terminal and outside programs; docs/json.md).
#include "core/check/rule.hpp"
#include "core/nianbao.hpp"
#include "core/write/json_writer.hpp"
#include "core/write/names.hpp"
#include "core/write/utf16.hpp"

namespace nianbao {
namespace {

void text_or_null(JsonWriter& json, std::string_view text) {
    if (text.empty()) json.null();
    else json.string(text);
}

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

void write_span(JsonWriter& json, Span span, const Utf16Offsets& offsets) {
    json.key("begin").number(offsets(span.begin));
    json.key("end").number(offsets(span.end));
}

void write_report(JsonWriter& json, const Result& result, const Utf16Offsets& offsets) {
    const Report& report = result.report;
    json.begin_object();
    text_or_null(json.key("title"), report.title ? slice(result.document.text, *report.title) : std::string_view{});
    text_or_null(json.key("organization"), report.organization);
    json.key("year");
    if (report.year) json.number(*report.year);
    else json.null();
    text_or_null(json.key("form"), report.form ? report.form->id : std::string_view{});
    json.key("period");
    if (report.period) {
        json.begin_object();
        json.key("from").string(iso(report.period->from));
        json.key("to").string(iso(report.period->to));
        json.end_object();
    } else {
        json.null();
    }
    json.key("sections").begin_array();
    for (const Section& section : report.sections) {
        json.begin_object();
        json.key("number").number(section.number);
        json.key("title").string(slice(result.document.text, section.title));
        write_span(json, section.title, offsets);
        json.end_object();
    }
    json.end_array();
    json.end_object();
}

void write_cells(JsonWriter& json, const Result& result, const Utf16Offsets& offsets) {
    json.begin_object();
    if (!result.report.form) return json.end_object();
    const std::vector<FormCell>& cells = cells_of(*result.report.form);
    for (std::size_t i = 0; i < cells.size() && i < result.report.cells.size(); ++i) {
        const CellValue& cell = result.report.cells[i];
        if (cell.reading == Reading::absent) continue;
        json.key(cells[i].id).begin_object();
        json.key("raw").string(slice(result.document.text, cell.span));
        json.key("value");
        if (cell.reading == Reading::number) json.number(cell.value);
        else json.null();
        write_span(json, cell.span, offsets);
        json.key("reading").string(reading_name(cell.reading));
        if (!cell.unit.empty()) json.key("unit").string(cell.unit);
        if (!cell.remark.empty()) json.key("remark").string(cell.remark);
        json.end_object();
    }
    json.end_object();
}

void write_finding(JsonWriter& json, const Finding& finding, const Result& result, const Utf16Offsets& offsets) {
    json.begin_object();
    json.key("rule").string(finding.rule);
    json.key("severity").string(severity_name(finding.severity));
    json.key("message").string(finding.message.zh);
    json.key("message_en").string(finding.message.en);
    json.key("clause").string(finding.clause);
    json.key("cells").begin_array();
    if (result.report.form)
        for (const CellIndex cell : finding.cells) json.string(cells_of(*result.report.form)[cell].id);
    json.end_array();
    json.key("spans").begin_array();
    for (const FindingSpan& span : finding.spans) {
        json.begin_object();
        write_span(json, span.span, offsets);
        json.key("role").string(span.role);
        json.end_object();
    }
    json.end_array();
    if (finding.left) json.key("left").number(*finding.left);
    if (finding.right) json.key("right").number(*finding.right);
    if (finding.left && finding.right) json.key("difference").number(distance(*finding.left, *finding.right));
    json.end_object();
}

void write_repair(JsonWriter& json, const Repair& repair, const Result& result) {
    json.begin_object();
    json.key("changes").begin_array();
    for (const Change& change : repair.changes) {
        json.begin_object();
        json.key("cell").string(cells_of(*result.report.form)[change.cell].id);
        json.key("from");
        if (change.from) json.number(*change.from);
        else json.null();
        json.key("to").number(change.to);
        json.end_object();
    }
    json.end_array();
    json.key("message").string(repair.message.zh);
    json.key("message_en").string(repair.message.en);
    json.end_object();
}

void write_summary(JsonWriter& json, const Result& result) {
    int counts[3] = {0, 0, 0};
    for (const Finding& finding : result.findings) ++counts[static_cast<std::size_t>(finding.severity)];
    json.begin_object();
    json.key("errors").number(counts[0]);
    json.key("warnings").number(counts[1]);
    json.key("notes").number(counts[2]);
    json.key("verdict").string(verdict_name(result.verdict));
    json.end_object();
}

}  // namespace

std::string to_json(const Result& result, TextMember text) {
    const Utf16Offsets offsets(result.document.text);
    JsonWriter json(result.document.text.size() + 100 * result.report.cells.size() + 4096);
    json.begin_object();
    json.key("schema").number(1);
    json.key("document").begin_object();
    json.key("name").string(result.document.name);
    json.key("format").string(format_name(result.document.format));
    json.key("encoding").string(result.document.encoding);
    if (text == TextMember::written) json.key("text").string(result.document.text);
    json.end_object();
    write_report(json.key("report"), result, offsets);
    write_cells(json.key("cells"), result, offsets);
    json.key("findings").begin_array();
    for (const Finding& finding : result.findings) write_finding(json, finding, result, offsets);
    json.end_array();
    json.key("repairs").begin_array();
    for (const Repair& repair : result.repairs) write_repair(json, repair, result);
    json.end_array();
    if (!result.repair_note.zh.empty()) {
        json.key("repair_note").string(result.repair_note.zh);
        json.key("repair_note_en").string(result.repair_note.en);
    }
    json.key("checks").begin_object();
    json.key("held").number(result.checks.held);
    json.key("failed").number(result.checks.failed);
    json.key("unknown").number(result.checks.unknown);
    json.end_object();
    write_summary(json.key("summary"), result);
    json.end_object();
    return json.take();
}

}  // namespace nianbao
