#include "core/match/sections.hpp"

#include <algorithm>

#include "core/match/labels.hpp"
#include "core/match/segments.hpp"
#include "core/match/slots.hpp"
#include "core/sort.hpp"
#include "core/text/ascii.hpp"
#include "core/text/fold.hpp"
#include "core/text/similarity.hpp"

namespace nianbao {

namespace {

constexpr std::size_t shortest_title = 12;  ///< bytes
constexpr std::size_t longest_title = 120;  ///< bytes, folded
constexpr std::size_t compared = 240;       ///< bytes of a paragraph that are looked at

/// A paragraph that may be a heading.
struct Candidate {
    Section section;
    Span paragraph;
    double score = 0;
};

/// "一、", "二．", "（三）", "4." before a title.
struct Numbering {
    int number = 0;
    std::size_t length = 0;  ///< bytes, with what follows it
};

int numeral(char32_t c) {
    constexpr std::u32string_view numerals = U"一二三四五六";
    const std::size_t at = numerals.find(c);
    if (at != std::u32string_view::npos) return static_cast<int>(at) + 1;
    if (c >= '1' && c <= '6') return static_cast<int>(c - '0');
    return 0;
}

/// Kangxi radicals and full width forms count as what they fold to.
int numeral_of(std::string_view character) {
    const std::string folded = fold(character);
    return folded.empty() ? 0 : numeral(decode_at(folded, 0).value);
}

Numbering numbering_of(std::string_view text) {
    Numbering found;
    std::size_t at = 0;
    while (at < text.size()) {
        const CodePoint c = decode_at(text, at);
        const bool skipped = is_space(c.value) || c.value == '#' || c.value == '*' || c.value == U'第' || c.value == '(' || c.value == 0xFF08;
        if (!skipped) break;
        at += c.length;
    }
    if (at >= text.size()) return found;
    const CodePoint first = decode_at(text, at);
    const int number = numeral_of(text.substr(at, first.length));
    if (number == 0) return found;
    at += first.length;
    bool separated = false;
    while (at < text.size()) {
        const CodePoint c = decode_at(text, at);
        const bool separator = is_space(c.value) || (fold(text.substr(at, c.length)).empty() && c.value != 0x300A && c.value != 0x201C) || c.value == U'部' || c.value == U'分';
        if (!separator) break;
        separated = true;
        at += c.length;
    }
    if (!separated) return found;
    found.number = number;
    found.length = at;
    return found;
}

/// A section's accepted titles in every form, folded.
struct Titles {
    int number = 0;
    std::vector<std::string> spellings;
};

const std::vector<Titles>& all_titles() {
    static const std::vector<Titles> titles = [] {
        std::vector<Titles> all;
        for (const Form* form : forms())
            for (const SectionTitle& section : form->sections) {
                auto found = std::find_if(all.begin(), all.end(), [&](const Titles& t) { return t.number == section.number; });
                if (found == all.end()) found = all.insert(all.end(), Titles{section.number, {}});
                found->spellings.push_back(fold_label(section.title));
                for (const std::string_view variant : section.variants) found->spellings.push_back(fold_label(variant));
            }
        return all;
    }();
    return titles;
}

/// Bytes of the longest of them.
std::size_t longest_spelling() {
    static const std::size_t longest = [] {
        std::size_t size = 0;
        for (const Titles& titles : all_titles())
            for (const std::string& spelling : titles.spellings) size = std::max(size, spelling.size());
        return size;
    }();
    return longest;
}

bool has_sentence_end(std::string_view text) {
    for (const std::string_view mark : {"。", "；", "，", "!", "？"})
        if (text.find(mark) != std::string_view::npos) return true;
    return false;
}

/// Reads one paragraph as a heading; score 0 where it can't be one. Likeness costs time and is tried `tries` times.
Candidate candidate_of(const Document& document, Span paragraph, int& tries) {
    Candidate best;
    best.paragraph = paragraph;
    if (paragraph.size() < shortest_title) return best;
    const std::string_view text = slice(document.text, paragraph).substr(0, compared);
    const Numbering numbering = numbering_of(text);
    const bool whole_seen = text.size() == paragraph.size();
    if (!whole_seen && numbering.number == 0) return best;
    const std::string_view rest = text.substr(numbering.length);
    const bool short_text = whole_seen && !has_sentence_end(text);
    std::string folded;
    fold_onto(folded, rest, short_text ? compared : longest_spelling() + 1);
    say_as_on_the_mainland(folded, 0);
    if (folded.empty()) return best;
    const auto take = [&](int number, double score, std::size_t folded_length, bool altered) {
        if (score <= best.score) return;
        best.score = score;
        Section& section = best.section;
        section.number = number;
        section.numbered = numbering.number != 0;
        section.altered = altered;
        std::uint32_t begin = paragraph.begin + static_cast<std::uint32_t>(numbering.length);
        const std::uint32_t end = begin + original_length(rest, folded_length);
        while (begin < end && (is_space(decode_at(document.text, begin).value) || document.text[begin] == '#' || document.text[begin] == '*'))
            begin += decode_at(document.text, begin).length;
        section.title = {begin, end};
    };
    const bool short_line = short_text && folded.size() <= longest_title;
    if (short_line && tries > 0) --tries;
    const auto right = [&](const Titles& titles) { return numbering.number == titles.number ? 0.5 : 0.0; };
    for (const Titles& titles : all_titles())
        if (whole_seen && std::find(titles.spellings.begin(), titles.spellings.end(), folded) != titles.spellings.end())
            take(titles.number, 2 + right(titles), folded.size(), false);
    if (best.score > 0) return best;  // nothing else scores as much
    for (const Titles& titles : all_titles()) {
        const double right_number = right(titles);
        for (const std::string& spelling : titles.spellings) {
            if (right_number > 0 && folded.size() > spelling.size() && folded.starts_with(spelling) && !short_line) {
                take(titles.number, 1.2 + 0.001 * static_cast<double>(spelling.size()), spelling.size(), false);
            } else if (tries > 0 && short_line && (numbering.number != 0 || folded.size() >= 18)) {
                const double enough = right_number > 0 ? 0.4 : 0.75;
                const auto shorter = static_cast<double>(std::min(folded.size(), spelling.size()));
                const auto longer = static_cast<double>(std::max(folded.size(), spelling.size()));
                const double alike = shorter < enough * longer ? 0 : similarity(folded, spelling);
                if (alike >= enough) take(titles.number, 0.9 * alike + right_number * 0.5, folded.size(), true);
            }
        }
    }
    return best;
}

bool inside(const std::vector<Span>& spans, Span span) {
    return std::any_of(spans.begin(), spans.end(), [&](Span s) { return span.begin >= s.begin && span.end <= s.end; });
}

/// The lines of a cell.
void add_lines(std::string_view text, Span cell, std::vector<Paragraph>& paragraphs) {
    for (std::uint32_t begin = cell.begin; begin < cell.end;) {
        const std::size_t stop = text.find('\n', begin);
        const std::uint32_t end = stop >= cell.end ? cell.end : static_cast<std::uint32_t>(stop);
        const std::string_view line = trim(text.substr(begin, end - begin));
        if (line.size() >= shortest_title) {
            const auto first = static_cast<std::uint32_t>(line.data() - text.data());
            paragraphs.push_back({{first, first + static_cast<std::uint32_t>(line.size())}, true});
        }
        begin = end + 1;
    }
}

/// What a grid holds of the report's text: the rows with one text only, and those with sentences in them.
void add_cells(std::string_view text, const Grid& grid, std::vector<Paragraph>& paragraphs) {
    for (std::size_t i = 0; i < grid.cells.size();) {
        const std::size_t first = i;
        const int row = grid.cells[i].row;
        std::size_t filled = 0;
        bool sentences = false;
        for (; i < grid.cells.size() && grid.cells[i].row == row; ++i) {
            const Span cell = grid.cells[i].span;
            filled += cell.empty() ? 0 : 1;
            sentences = sentences || slice(text, cell).find("。") != std::string_view::npos;
        }
        if (filled == 1 || sentences)
            for (std::size_t k = first; k < i; ++k) add_lines(text, grid.cells[k].span, paragraphs);
    }
}

/// Whether a section's number and title, as printed, begin the text.
bool begins_with_heading(std::string_view text) {
    const Numbering numbering = numbering_of(text);
    if (numbering.number == 0) return false;
    std::string folded;
    fold_onto(folded, text.substr(numbering.length), longest_spelling() + 1);
    say_as_on_the_mainland(folded, 0);
    return std::any_of(all_titles().begin(), all_titles().end(), [&](const Titles& titles) {
        return titles.number == numbering.number && std::any_of(titles.spellings.begin(), titles.spellings.end(), [&](const std::string& spelling) {
                   return folded.starts_with(spelling);
               });
    });
}

/// "…止。 一、总体情况 2023年，我局…": a text whose line breaks were lost is parted where a heading follows a sentence or a space.
void add_parted(std::string_view text, Span line, std::vector<Paragraph>& paragraphs) {
    constexpr std::string_view mark = "、", numeral = "一";
    constexpr std::string_view ends[] = {"。", " ", "\u00A0", "\u3000", "\t"};
    constexpr std::size_t longest_mark = 16;  // bytes of what stands before a heading's number
    text = text.substr(0, line.end);          // so that no search goes beyond the line
    const auto add = [&](std::size_t begin, std::size_t end) {
        const std::string_view part = trim(text.substr(begin, end - begin));
        const auto first = static_cast<std::uint32_t>(part.data() - text.data());
        if (!part.empty()) paragraphs.push_back({{first, first + static_cast<std::uint32_t>(part.size())}, false});
    };
    std::size_t begin = line.begin;
    for (std::size_t at = text.find(mark, begin); at != std::string_view::npos; at = text.find(mark, at + mark.size())) {
        if (at < begin + numeral.size()) continue;
        const std::size_t heading = at - numeral.size();
        const std::string_view before = text.substr(begin, heading - begin);
        if (std::none_of(std::begin(ends), std::end(ends), [&](std::string_view end) { return before.ends_with(end); })) continue;
        if (before.size() <= longest_mark && fold(before).empty()) continue;  // "## 四、…": the heading's own mark
        if (numeral_of(text.substr(heading, numeral.size())) == 0 || !begins_with_heading(text.substr(heading, std::min(compared, line.end - heading)))) continue;
        add(begin, heading);
        begin = heading;
    }
    add(begin, line.end);
}

/// The chain of headings, numbers rising, with the highest score; the first of equals.
std::vector<std::size_t> best_chain(const std::vector<Candidate>& candidates) {
    constexpr std::size_t none = static_cast<std::size_t>(-1);
    std::vector<double> score(candidates.size());
    std::vector<std::size_t> before(candidates.size(), none);
    std::size_t latest[7];
    std::fill(std::begin(latest), std::end(latest), none);
    std::size_t best = none;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const int number = candidates[i].section.number;
        score[i] = candidates[i].score;
        for (int j = 1; j < number; ++j) {
            const std::size_t k = latest[j];
            if (k == none) continue;
            // Headings right after each other are a table of contents.
            const bool adjacent = k + 1 == i && candidates[i].paragraph.begin - candidates[k].paragraph.end <= 8;
            const double sum = score[k] + candidates[i].score - (adjacent ? 1 : 0);
            if (sum <= score[i]) continue;
            score[i] = sum;
            before[i] = k;
        }
        if (latest[number] == none || score[i] >= score[latest[number]]) latest[number] = i;  // the nearest of equals
        if (best == none || score[i] > score[best]) best = i;
    }
    std::vector<std::size_t> chain;
    for (std::size_t i = best; i != none; i = before[i]) chain.push_back(i);
    std::reverse(chain.begin(), chain.end());
    return chain;
}

/// A short line numbered as a section is ("五、下一步打算"), whatever its words; number 0 where it is none. Rows of table
/// three are numbered so, too.
Candidate numbered_line(const Document& document, Span paragraph) {
    Candidate line;
    line.paragraph = paragraph;
    const std::string_view text = slice(document.text, paragraph);
    if (text.size() > longest_title || has_sentence_end(text) || text.find("：") != std::string_view::npos) return line;
    const Numbering numbering = numbering_of(text);
    const std::string_view mark = text.substr(0, numbering.length);
    if (numbering.number == 0 || mark.find("、") == std::string_view::npos || mark.find_first_of("123456(") != std::string_view::npos) return line;
    const std::string folded = fold_label(text.substr(numbering.length)), whole = fold_label(text);
    const auto is_row = [&](const Form* form) { return head_words(*form, Table::three).is_label(whole); };
    if (folded.empty() || is_digit(folded.back()) || std::any_of(forms().begin(), forms().end(), is_row)) return line;
    line.section.number = numbering.number;
    line.section.numbered = line.section.altered = true;
    line.section.title = {paragraph.begin + static_cast<std::uint32_t>(numbering.length), paragraph.end};
    return line;
}

/// Sections whose titles are other words, by number and place: between two sections found, the lines that are numbered
/// as sections are the missing ones where they count on from the first to the second; else they number something else.
void add_by_place(const Document& document, const std::vector<Paragraph>& paragraphs, const std::vector<Span>& tables, std::vector<Candidate>& found) {
    constexpr std::size_t enough_to_tell = 3;
    if (found.size() < enough_to_tell) return;
    std::vector<Candidate> lines;
    for (const Paragraph& paragraph : paragraphs) {
        if (inside(tables, paragraph.span)) continue;
        Candidate line = numbered_line(document, paragraph.span);
        if (line.section.number > 0) lines.push_back(line);
    }
    std::vector<Candidate> added;
    for (std::size_t k = 0; k <= found.size(); ++k) {
        const int before = k == 0 ? 0 : found[k - 1].section.number, after = k == found.size() ? 7 : found[k].section.number;
        const std::uint32_t begin = k == 0 ? 0 : found[k - 1].paragraph.end;
        const std::uint32_t end = k == found.size() ? static_cast<std::uint32_t>(document.text.size()) : found[k].paragraph.begin;
        const std::size_t known = added.size();
        int last = before;
        for (const Candidate& line : lines) {
            if (line.paragraph.begin < begin || line.paragraph.end > end) continue;
            const bool goes_on = last < line.section.number && line.section.number < after;
            last = goes_on ? line.section.number : 7;
            added.push_back(line);
        }
        if (last >= 7) added.resize(known);
    }
    found.insert(found.end(), added.begin(), added.end());
    sort_by(found, [](const Candidate& a, const Candidate& b) { return a.paragraph.begin < b.paragraph.begin; });
}

}  // namespace

std::vector<Paragraph> paragraphs_of(const Document& document) {
    std::vector<Paragraph> paragraphs;
    for (const Block& block : document.blocks) {
        if (block.is_grid()) add_cells(document.text, document.grids[block.grid], paragraphs);
        else if (!block.span.empty()) add_parted(document.text, block.span, paragraphs);
    }
    return paragraphs;
}

std::vector<Section> find_sections(const Document& document, const std::vector<Paragraph>& paragraphs, const std::vector<Span>& tables) {
    constexpr int most_tries = 600;
    int tries = most_tries;
    std::vector<Candidate> candidates;
    for (const Paragraph& paragraph : paragraphs) {
        if (inside(tables, paragraph.span)) continue;
        Candidate candidate = candidate_of(document, paragraph.span, tries);
        const double enough = paragraph.in_grid ? 2.4 : 0;  // in a grid: numbered and spelt as printed
        if (candidate.score > enough) candidates.push_back(candidate);
    }
    std::vector<std::size_t> chain = best_chain(candidates);
    // A heading spelt as it should be counts even where it stands in the wrong place.
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const auto same_number = [&](std::size_t k) { return candidates[k].section.number == candidates[i].section.number; };
        if (candidates[i].score >= 2.5 && !chain.empty() && i > chain.front() && std::none_of(chain.begin(), chain.end(), same_number)) chain.push_back(i);
    }
    std::sort(chain.begin(), chain.end());
    std::vector<Candidate> found;
    for (const std::size_t i : chain) found.push_back(candidates[i]);
    add_by_place(document, paragraphs, tables, found);
    std::vector<Section> sections;
    for (std::size_t k = 0; k < found.size(); ++k) {
        Section section = found[k].section;
        section.content.begin = section.title.end;
        section.content.end = k + 1 < found.size() ? found[k + 1].paragraph.begin : static_cast<std::uint32_t>(document.text.size());
        sections.push_back(section);
    }
    return sections;
}

Span heading_of(const std::vector<Paragraph>& paragraphs, const Section& section) {
    for (const Paragraph& paragraph : paragraphs)
        if (section.title.begin >= paragraph.span.begin && section.title.end <= paragraph.span.end) return paragraph.span;
    return section.title;
}

std::vector<Span> find_prose(const Document& document, const std::vector<Paragraph>& paragraphs, const std::vector<Section>& sections,
                             const std::vector<Span>& tables, std::uint32_t begin) {
    std::vector<Span> prose;
    for (const Paragraph& paragraph : paragraphs) {
        if (paragraph.span.begin < begin) continue;
        if (std::any_of(tables.begin(), tables.end(), [&](Span t) { return paragraph.span.begin < t.end && paragraph.span.end > t.begin; })) continue;
        Span span = paragraph.span;
        for (const Section& section : sections)
            if (section.title.begin >= span.begin && section.title.end <= span.end) span.begin = section.title.end;
        while (!span.empty() && is_space(decode_at(document.text, span.begin).value)) span.begin += decode_at(document.text, span.begin).length;
        if (!span.empty() && !is_page_mark(slice(document.text, span))) prose.push_back(span);
    }
    return prose;
}

}  // namespace nianbao
