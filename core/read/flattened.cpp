#include "core/read/flattened.hpp"

#include <algorithm>
#include <cstddef>

#include "core/read/lines.hpp"
#include "core/text/fold.hpp"
#include "core/text/number.hpp"
#include "core/text/page_number.hpp"

namespace nianbao {

namespace {

constexpr std::size_t longest_report = 300'000;  ///< bytes; beyond it words would take more memory than the text
constexpr std::size_t longest_cell = 40 * 3;     ///< bytes; the forms' longest title has 36 characters
/// Fewer values are a row of a table, or a sentence that sets its numbers apart. The smallest table has ten.
constexpr std::size_t fewest_values = 10;
/// Between pipes values may be blank.
constexpr std::size_t fewest_pipes = 2 * fewest_values;
/// Without them it is table four's one row.
constexpr std::size_t fewest_titles = 5;

/// What white space parts, and each pipe.
std::vector<Span> words_of(std::string_view text, Span line) {
    std::vector<Span> words;
    for (std::uint32_t at = line.begin, begin = at; at <= line.end;) {
        const std::uint32_t pipe = at < line.end && may_be_pipe(text[at]) ? pipe_length(text, at) : 0;
        const CodePoint c = at < line.end ? decode_at(text, at) : CodePoint{U' ', 1};
        const std::uint32_t length = pipe != 0 ? pipe : c.length;
        if (pipe != 0 || is_space(c.value)) {
            if (begin < at) words.push_back({begin, at});
            begin = at + length;
        }
        if (pipe != 0) words.push_back({at, begin});
        at += length;
    }
    return words;
}

bool is_pipe(std::string_view word) { return may_be_pipe(word.front()) && pipe_length(word, 0) != 0; }

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

/// Whether three words from `i` on, before `end`, are a page's number: "-", "3", "-". Not "-8", "3", "-".
bool is_page_number_at(std::string_view text, const std::vector<Span>& words, std::size_t i, std::size_t end) {
    return i + 2 < end && !is_figure(slice(text, words[i])) && !is_figure(slice(text, words[i + 2])) &&
           is_page_number(slice(text, {words[i].begin, words[i + 2].end}));
}

/// How many words from `i` on, and before `end`, are the number and title of a section ("三、收到和处理",
/// "政府信息公开申请情况"); or 0.
std::size_t words_of_heading(std::string_view text, const std::vector<Span>& words, std::size_t i, std::size_t end) {
    constexpr std::size_t most = 3;
    if (is_value(slice(text, words[i]))) return 0;  // "3.5", "三、收到和处理…"
    for (std::size_t n = 1; n <= most && i + n <= end && !is_pipe(slice(text, words[i + n - 1])); ++n)
        if (is_numbered_heading(slice(text, {words[i].begin, words[i + n - 1].end}))) return n;
    return 0;
}

struct Stretch {
    std::size_t end = 0;  ///< of its words: the next one is a sentence's, or there is none
    bool table = false;
};

Stretch stretch_from(std::string_view text, const std::vector<Span>& words, std::size_t from) {
    std::size_t values = 0, titles = 0, pipes = 0, at = from;
    for (; at < words.size(); ++at) {
        const std::string_view word = slice(text, words[at]);
        if (is_pipe(word)) {
            ++pipes;
            continue;
        }
        const bool value = is_value(word);
        if (!value && is_of_sentence(word)) break;
        ++(value ? values : titles);
    }
    return {at, (values >= fewest_values || pipes >= fewest_pipes) && titles >= fewest_titles};
}

std::vector<Stretch> stretches_of(std::string_view text, const std::vector<Span>& words) {
    std::vector<Stretch> stretches;
    for (std::size_t from = 0; from < words.size(); from = stretches.back().end + 1)
        stretches.push_back(stretch_from(text, words, from));
    return stretches;
}

}  // namespace

std::vector<Span> cells_of_flattened(std::string_view text, Span line) {
    if (line.size() > longest_report) return {};
    const std::vector<Span> words = words_of(text, line);
    const std::vector<Stretch> stretches = stretches_of(text, words);
    if (std::none_of(stretches.begin(), stretches.end(), [](const Stretch& s) { return s.table; })) return {};
    enum class Part : std::uint8_t { alone, sentence, row };
    const bool piped = std::any_of(words.begin(), words.end(), [&](Span word) { return is_pipe(slice(text, word)); });
    std::vector<Span> cells;
    Part last = Part::alone;
    const auto add = [&](Span span, Part part) {
        if (part == last && part != Part::alone)
            cells.back().end = span.end;
        else
            cells.push_back(span);
        last = part;
    };
    std::size_t from = 0;
    for (const Stretch& stretch : stretches) {
        for (std::size_t i = from, taken = 1; i < stretch.end; i += taken) {
            const std::size_t heading = words_of_heading(text, words, i, stretch.end);
            const bool page = stretch.table && !piped && is_page_number_at(text, words, i, stretch.end);
            taken = heading > 0 ? heading : page ? 3 : 1;
            // Before the first sentence stands the report's title.
            const bool alone = stretch.table ? heading > 0 || !piped : from == 0 || heading > 0 || is_heading(slice(text, words[i]));
            add({words[i].begin, words[i + taken - 1].end}, alone ? Part::alone : stretch.table ? Part::row : Part::sentence);
        }
        if (stretch.end < words.size()) add(words[stretch.end], Part::sentence);
        from = stretch.end + 1;
    }
    return cells;
}

}  // namespace nianbao
