#include "core/read/flattened.hpp"

#include <cstddef>

#include "core/read/lines.hpp"
#include "core/text/fold.hpp"
#include "core/text/number.hpp"

namespace nianbao {

namespace {

constexpr std::size_t longest_report = 300'000;  ///< bytes; beyond it words would take more memory than the text
constexpr std::size_t longest_cell = 40 * 3;     ///< bytes; the forms' longest title has 36 characters
/// Fewer values are a row of a table, or a sentence that sets its numbers apart. The smallest table has ten.
constexpr std::size_t fewest_values = 10;
/// Without them it is table four's one row.
constexpr std::size_t fewest_titles = 5;

std::vector<Span> words_of(std::string_view text, Span line) {
    std::vector<Span> words;
    for (std::uint32_t at = line.begin, begin = at; at <= line.end;) {
        const CodePoint c = at < line.end ? decode_at(text, at) : CodePoint{U' ', 1};
        if (is_space(c.value)) {
            if (begin < at) words.push_back({begin, at});
            begin = at + c.length;
        }
        at += c.length;
    }
    return words;
}

/// A full stop, or a comma that stands in no brackets: "条，其中". Titles have them in brackets only.
bool is_of_sentence(std::string_view word) {
    if (word.size() > longest_cell) return true;
    constexpr std::u32string_view stops = U"。；！？", commas = U"，,", opening = U"（(", closing = U"）)";
    const auto is = [](std::u32string_view set, char32_t c) { return set.find(c) != std::u32string_view::npos; };
    int open = 0;
    for (std::size_t at = 0; at < word.size();) {
        const CodePoint c = decode_at(word, at);
        at += c.length;
        if (is(opening, c.value)) ++open;
        if (is(closing, c.value)) --open;
        if (is(stops, c.value) || (open <= 0 && is(commas, c.value))) return true;
    }
    return false;
}

/// "-", "3", "-": a page's number. Not "-8", "3", "-".
bool is_page_number_at(std::string_view text, const std::vector<Span>& words, std::size_t i) {
    return i + 2 < words.size() && !is_figure(slice(text, words[i])) && !is_figure(slice(text, words[i + 2])) &&
           is_page_number(slice(text, {words[i].begin, words[i + 2].end}));
}

bool is_value(std::string_view word) { return read_number(word).reading != Reading::not_a_number; }

}  // namespace

std::vector<Span> cells_of_flattened(std::string_view text, Span line) {
    if (line.size() > longest_report) return {};
    const std::vector<Span> words = words_of(text, line);
    std::vector<Span> cells;
    bool found = false, in_sentence = false;
    for (std::size_t from = 0, to = 0; from < words.size(); from = to) {
        // The words up to the next one of a sentence.
        std::size_t values = 0, titles = 0;
        for (to = from; to < words.size(); ++to) {
            const std::string_view word = slice(text, words[to]);
            if (is_value(word))
                ++values;
            else if (is_of_sentence(word))
                break;
            else
                ++titles;
        }
        const bool table = values >= fewest_values && titles >= fewest_titles;
        found = found || table;
        for (std::size_t i = from; i < to; ++i) {
            // Before the first sentence stands the report's title.
            const bool apart = table || from == 0 || is_heading(slice(text, words[i]));
            if (!apart && in_sentence) {
                cells.back().end = words[i].end;
            } else if (table && i + 2 < to && is_page_number_at(text, words, i)) {
                cells.push_back({words[i].begin, words[i + 2].end});
                i += 2;
            } else {
                cells.push_back(words[i]);
            }
            in_sentence = !apart;
        }
        if (to == words.size()) break;
        if (in_sentence)
            cells.back().end = words[to].end;
        else
            cells.push_back(words[to]);
        in_sentence = true;
        ++to;
    }
    if (!found) cells.clear();
    return cells;
}

}  // namespace nianbao
