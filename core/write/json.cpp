// Stage four: the contract's JSON (shared with page, terminal and outside programs; docs/json.md).
#include "core/check/rule.hpp"
#include "core/nianbao.hpp"
#include "core/write/json_text.hpp"
#include "core/write/names.hpp"
#include "core/write/utf16.hpp"

namespace nianbao {
namespace {

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

/// One result as JSON.
class Writer {
public:
    explicit Writer(const Result& result) : result_(result), offsets_(result.document.text) {
        constexpr std::size_t of_cells = 24'000;  // a full form's cells take that much
        json_.reserve(result.document.text.size() + result.document.text.size() / 8 + of_cells);
    }

    std::string write(TextMember text) {
        json_.object([&] {
            json_.put("schema", 1);
            json_.object("document", [&] { put_document(text); });
            json_.object("report", [&] { put_report(); });
            json_.object("cells", [&] { put_cells(); });
            json_.array("findings", [&] {
                for (const Finding& finding : result_.findings) json_.object([&] { put_finding(finding); });
            });
            json_.array("repairs", [&] {
                for (const Repair& repair : result_.repairs) json_.object([&] { put_repair(repair); });
            });
            if (!result_.repair_note.zh.empty()) {
                json_.put("repair_note", result_.repair_note.zh);
                json_.put("repair_note_en", result_.repair_note.en);
            }
            json_.object("checks", [&] {
                json_.put("held", result_.checks.held);
                json_.put("failed", result_.checks.failed);
                json_.put("unknown", result_.checks.unknown);
            });
            json_.object("summary", [&] { put_summary(); });
        });
        return json_.take();
    }

private:
    std::string_view excerpt(Span span) const { return slice(result_.document.text, span); }

    void put_span(Span span) {
        json_.put("begin", offsets_(span.begin));
        json_.put("end", offsets_(span.end));
    }

    void put_document(TextMember text) {
        json_.put("name", result_.document.name);
        json_.put("format", format_name(result_.document.format));
        json_.put("encoding", result_.document.encoding);
        if (text == TextMember::written) json_.put("text", result_.document.text);
    }

    void put_report() {
        const Report& report = result_.report;
        json_.put_text_or_null("title", report.title ? excerpt(*report.title) : std::string_view{});
        json_.put_text_or_null("organization", report.organization);
        if (report.year) json_.put("year", *report.year);
        else json_.put_null("year");
        json_.put_text_or_null("form", report.form ? report.form->id : std::string_view{});
        if (report.period)
            json_.object("period", [&] {
                json_.put("from", iso(report.period->from));
                json_.put("to", iso(report.period->to));
            });
        else json_.put_null("period");
        json_.array("sections", [&] {
            for (const Section& section : report.sections)
                json_.object([&] {
                    json_.put("number", section.number);
                    json_.put("title", excerpt(section.title));
                    put_span(section.title);
                });
        });
    }

    void put_cells() {
        if (!result_.report.form) return;
        const std::vector<FormCell>& cells = cells_of(*result_.report.form);
        for (std::size_t i = 0; i < cells.size() && i < result_.report.cells.size(); ++i) {
            const CellValue& cell = result_.report.cells[i];
            if (cell.reading != Reading::absent) json_.object(cells[i].id, [&] { put_cell(cell); });
        }
    }

    void put_cell(const CellValue& cell) {
        json_.put("raw", excerpt(cell.span));
        if (cell.reading == Reading::number) json_.put("value", cell.value);
        else json_.put_null("value");
        put_span(cell.span);
        json_.put("reading", reading_name(cell.reading));
        if (!cell.unit.empty()) json_.put("unit", cell.unit);
        if (!cell.remark.empty()) json_.put("remark", cell.remark);
    }

    void put_finding(const Finding& finding) {
        json_.put("rule", finding.rule);
        json_.put("severity", severity_name(finding.severity));
        json_.put("message", finding.message.zh);
        json_.put("message_en", finding.message.en);
        json_.put("clause", finding.clause);
        json_.array("cells", [&] {
            if (result_.report.form)
                for (const CellIndex cell : finding.cells) json_.add(cells_of(*result_.report.form)[cell].id);
        });
        json_.array("spans", [&] {
            for (const FindingSpan& span : finding.spans)
                json_.object([&] {
                    put_span(span.span);
                    json_.put("role", span.role);
                });
        });
        if (finding.left) json_.put("left", *finding.left);
        if (finding.right) json_.put("right", *finding.right);
        if (finding.left && finding.right) json_.put("difference", distance(*finding.left, *finding.right));
    }

    void put_repair(const Repair& repair) {
        json_.array("changes", [&] {
            for (const Change& change : repair.changes)
                json_.object([&] {
                    json_.put("cell", cells_of(*result_.report.form)[change.cell].id);
                    if (change.from) json_.put("from", *change.from);
                    else json_.put_null("from");
                    json_.put("to", change.to);
                });
        });
        json_.put("message", repair.message.zh);
        json_.put("message_en", repair.message.en);
    }

    void put_summary() {
        int counts[3] = {0, 0, 0};
        for (const Finding& finding : result_.findings) ++counts[static_cast<std::size_t>(finding.severity)];
        json_.put("errors", counts[0]);
        json_.put("warnings", counts[1]);
        json_.put("notes", counts[2]);
        json_.put("verdict", verdict_name(result_.verdict));
    }

    const Result& result_;
    const Utf16Offsets offsets_;
    JsonText json_;
};

}  // namespace

std::string to_json(const Result& result, TextMember text) { return Writer(result).write(text); }

}  // namespace nianbao
