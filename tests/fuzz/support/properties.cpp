#include "tests/fuzz/support/properties.hpp"

#include <nlohmann/json.hpp>

#include "core/match/match.hpp"
#include "core/read/read.hpp"
#include "core/text/utf.hpp"
#include "core/text/number.hpp"

namespace nianbao::fuzz {

namespace {

bool on_border(std::string_view text, std::uint32_t at) {
    return at == text.size() || (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U);
}

void require_inside(Span span, std::string_view text) {
    require(span.begin <= span.end && span.end <= text.size(), "a span lies inside the text");
    require(on_border(text, span.begin) && on_border(text, span.end), "a span begins and ends between characters");
}

void require_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const int length = utf8_length(text, at);
        require(length > 0, "the text is UTF-8");
        at += static_cast<std::size_t>(length);
    }
}

void require_inside(const std::vector<Observation>& observations, std::string_view text) {
    for (const Observation& observation : observations) {
        require(!observation.rule.empty(), "an observation names its rule");
        for (const Span span : observation.spans) require_inside(span, text);
        for (const std::string& detail : observation.details) require_utf8(detail);
    }
}

std::u16string utf16(const std::string& text) {
    std::u16string units;
    for (std::size_t at = 0; at < text.size();) {
        const auto lead = static_cast<unsigned char>(text[at]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        char32_t c = length == 1 ? lead : lead & (0x7FU >> length);
        for (std::size_t i = 1; i < length; ++i) c = (c << 6) | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
        if (c >= 0x10000) {
            units.push_back(static_cast<char16_t>(0xD800 + ((c - 0x10000) >> 10)));
            units.push_back(static_cast<char16_t>(0xDC00 + ((c - 0x10000) & 0x3FF)));
        } else {
            units.push_back(static_cast<char16_t>(c));
        }
        at += length;
    }
    return units;
}

using Json = nlohmann::json;

void require_place(const Json& object, const std::u16string& text) {
    if (!object.contains("begin")) return;
    const auto begin = object["begin"].get<std::size_t>(), end = object["end"].get<std::size_t>();
    require(begin <= end && end <= text.size(), "a position lies inside document.text");
    for (const std::size_t at : {begin, end})
        require(at == text.size() || text[at] < 0xDC00 || text[at] > 0xDFFF, "a position is not inside a character");
}

void require_cell(const Json& cell, const std::u16string& text) {
    require_place(cell, text);
    const auto begin = cell["begin"].get<std::size_t>(), end = cell["end"].get<std::size_t>();
    require(utf16(cell["raw"].get<std::string>()) == text.substr(begin, end - begin), "raw is the text at its place");
}

}  // namespace

void require_sound(const Document& document) {
    const std::string_view text = document.text;
    require_utf8(text);
    for (const Block& block : document.blocks) {
        require_inside(block.span, text);
        require(!block.is_grid() || block.grid < document.grids.size(), "a block's grid exists");
    }
    for (const Grid& grid : document.grids)
        for (const GridCell& cell : grid.cells) {
            require_inside(cell.span, text);
            require(cell.row >= 0 && cell.row < grid.rows && cell.column >= 0, "a cell stands in its grid");
            require(cell.row_span >= 1 && cell.column_span >= 1, "a cell covers a slot");
            require(grid.kind == Grid::Kind::ragged || cell.column < grid.columns, "a cell stands in its exact grid's columns");
        }
    require_inside(document.observations, text);
}

void require_sound(const Report& report, const Document& document) {
    const std::string_view text = document.text;
    require_inside(report.observations, text);
    for (const Span span : report.prose) require_inside(span, text);
    for (const Section& section : report.sections) {
        require_inside(section.title, text);
        require_inside(section.content, text);
    }
    if (report.title) require_inside(*report.title, text);
    if (report.period) require_inside(report.period->span, text);
    require(report.cells.size() == (report.form ? cells_of(*report.form).size() : 0), "one value for each cell of the form");
    for (const CellValue& cell : report.cells) {
        require_inside(cell.span, text);
        if (cell.reading != Reading::number) continue;
        const NumberText said = read_number(slice(text, cell.span));
        require(said.reading == Reading::number && said.value == cell.value, "a value is what its cell says");
    }
}

void require_sound_json(const std::string& json) {
    const Json result = Json::parse(json, nullptr, false);
    require(result.is_object(), "the result is JSON");
    const std::u16string text = utf16(result["document"]["text"].get<std::string>());
    for (const Json& cell : result["cells"]) require_cell(cell, text);
    for (const Json& section : result["report"]["sections"]) require_place(section, text);
    int errors = 0, warnings = 0, notes = 0;
    for (const Json& finding : result["findings"]) {
        for (const Json& span : finding["spans"]) require_place(span, text);
        const std::string severity = finding["severity"];
        (severity == "error" ? errors : severity == "warning" ? warnings : notes) += 1;
        require(!finding["message"].get<std::string>().empty(), "a finding says something");
    }
    const Json& summary = result["summary"];
    require(summary["errors"] == errors && summary["warnings"] == warnings && summary["notes"] == notes, "the summary counts");
    const std::string verdict = summary["verdict"];
    require(verdict == "unreadable" || (verdict == "errors") == (errors > 0), "errors make the verdict");
    require(verdict != "ok" || !result["cells"].empty(), "ok is never said of a text without cells");
}

void require_sound_read(std::string_view bytes, const Options& options) {
    const Document document = read(bytes, options);
    require_sound(document);
    require_sound(match(document), document);
}

void require_sound_check(std::string_view bytes, const Options& options) {
    const Result result = check(bytes, options);
    require_sound(result.document);
    require_sound(result.report, result.document);
    const std::string json = to_json(result);
    require_sound_json(json);
    require(to_json(check(bytes, options)) == json, "the same input gives the same bytes");
}

}  // namespace nianbao::fuzz
