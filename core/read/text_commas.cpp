// Comma-separated values, as a sheet is saved to a .csv file: fields in quotes where they hold commas, quotes or line breaks.
#include <algorithm>
#include <string_view>
#include <vector>

#include "core/read/text_cutter.hpp"
#include "core/text/number.hpp"

namespace nianbao {

namespace {

struct Field {
    Span span;  ///< without quotes
    bool quoted = false;
};

bool ends_record(std::string_view text, std::size_t at) { return at >= text.size() || text[at] == '\n' || text[at] == '\r'; }

/// Behind the closing quote of a field that begins with one; 0 where none closes it.
std::uint32_t end_of_quoted(std::string_view text, std::uint32_t begin) {
    constexpr std::size_t longest = 20000;  ///< bytes
    const std::size_t stop = std::min(text.size(), begin + longest);
    for (std::size_t at = begin + 1; at < stop; ++at) {
        if (text[at] != '"') continue;
        if (ends_record(text, at + 1) || text[at + 1] == ',') return static_cast<std::uint32_t>(at + 1);
        if (text[at + 1] != '"') return 0;
        ++at;
    }
    return 0;
}

/// The fields of the record at `at`, which moves behind it.
std::vector<Field> read_record(std::string_view text, std::uint32_t& at) {
    std::vector<Field> fields;
    for (;;) {
        const std::uint32_t begin = at, quoted_end = at < text.size() && text[at] == '"' ? end_of_quoted(text, at) : 0;
        if (quoted_end != 0) {
            at = quoted_end;
            fields.push_back({trimmed(text, begin + 1, at - 1), true});
        } else {
            while (!ends_record(text, at) && text[at] != ',') ++at;
            fields.push_back({trimmed(text, begin, at), false});
        }
        if (ends_record(text, at)) break;
        ++at;
    }
    if (at < text.size()) at += text.substr(at, 2) == "\r\n" ? 2 : 1;
    return fields;
}

/// A label and at least three figures, or more figures than one has groups of thousands: no sentence has that.
bool is_row_of_figures(std::string_view text, const std::vector<Field>& fields) {
    constexpr std::ptrdiff_t enough = 3, most_groups = 4;
    const auto count = [&](Reading wanted) {
        return std::count_if(fields.begin(), fields.end(), [&](const Field& field) { return read_number(slice(text, field.span)).reading == wanted; });
    };
    const std::ptrdiff_t figures = count(Reading::number);
    return figures > most_groups || (figures >= enough && count(Reading::not_a_number) > 0);
}

/// A sentence with commas of its own, which no sheet would leave without quotes.
bool is_sentence(std::string_view text, const std::vector<Field>& fields) {
    return std::any_of(fields.begin(), fields.end(), [&](const Field& field) { return !field.quoted && slice(text, field.span).find("。") != std::string_view::npos; });
}

void add_paragraphs(Document& document, Span span) {
    for (std::uint32_t begin = span.begin; begin < span.end;) {
        const std::uint32_t end = static_cast<std::uint32_t>(std::min<std::size_t>(document.text.find('\n', begin), span.end));
        Block block;
        block.span = trimmed(document.text, begin, end);
        if (!block.span.empty()) document.blocks.push_back(block);
        begin = end + 1;
    }
}

}  // namespace

bool is_comma_separated(std::string_view text) {
    constexpr std::size_t looked_at = 1u << 16;
    constexpr std::ptrdiff_t fewest_commas = 15;
    constexpr int enough_rows = 3;
    text = text.substr(0, looked_at);
    if (std::count(text.begin(), text.end(), ',') < fewest_commas) return false;
    int rows = 0;
    for (std::uint32_t at = 0; at < text.size() && rows < enough_rows;) rows += is_row_of_figures(text, read_record(text, at)) ? 1 : 0;
    return rows >= enough_rows;
}

void cut_records(Document& document) {
    const std::string_view text = document.text;
    TextGrid grid;
    std::uint32_t at = 0;
    for (std::size_t cells = 0; at < text.size() && cells < max_cells;) {
        const std::uint32_t begin = at;
        const std::vector<Field> fields = read_record(text, at);
        cells += fields.size();
        const auto is_filled = [](const Field& field) { return !field.span.empty(); };
        const auto filled = std::count_if(fields.begin(), fields.end(), is_filled);
        const Span first = filled == 0 ? Span{} : std::find_if(fields.begin(), fields.end(), is_filled)->span;
        const bool sentence = is_sentence(text, fields);
        const bool alone = filled == 1 && (grid.size() == 0 || is_heading(slice(text, first)) || is_prose(slice(text, first)));
        if (sentence || alone) {
            grid.finish(document);
            add_paragraphs(document, sentence ? trimmed(text, begin, at) : first);
        } else if (filled > 0) {
            for (const Field& field : fields) grid.add(field.span);
            grid.break_row();
        }
    }
    grid.finish(document);
    if (at >= text.size()) return;
    document.observations.push_back({"input-too-large", {}, {{at, at}}, {}});
    add_paragraphs(document, {at, static_cast<std::uint32_t>(text.size())});
}

}  // namespace nianbao
