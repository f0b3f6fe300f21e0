#include "core/match/sections.hpp"

#include <algorithm>

#include "core/match/section_titles.hpp"
#include "core/match/segments.hpp"
#include "core/match/slots.hpp"
#include "core/sort.hpp"
#include "core/text/ascii.hpp"
#include "core/text/fold.hpp"
#include "core/text/similarity.hpp"

namespace nianbao {

namespace {

constexpr std::size_t longest_title = 120;  ///< bytes, folded
constexpr std::size_t compared = 240;       ///< bytes of a paragraph that are looked at

/// A paragraph that may be a heading.
struct Candidate {
    Section section;
    Span paragraph;
    double score = 0;
};

bool has_sentence_end(std::string_view text) {
    for (const std::string_view mark : {"。", "；", "，", "!", "？"})
        if (text.find(mark) != std::string_view::npos) return true;
    return false;
}

/// Reads one paragraph as a heading; score 0 where it can't be one. Likeness costs time and is tried `tries` times.
Candidate candidate_of(const Document& document, Span paragraph, int& tries) {
    Candidate best;
    best.paragraph = paragraph;
    if (paragraph.size() < shortest_section_title) return best;
    const std::string_view text = slice(document.text, paragraph).substr(0, compared);
    const SectionNumber numbering = section_number_of(text);
    const bool whole_seen = text.size() == paragraph.size();
    if (!whole_seen && numbering.number == 0) return best;
    const std::string_view rest = text.substr(numbering.length);
    const bool short_text = whole_seen && !has_sentence_end(text);
    std::string folded;
    fold_onto(folded, rest, short_text ? compared : longest_section_title() + 1);
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
    const auto right = [&](const SectionTitles& titles) { return numbering.number == titles.number ? 0.5 : 0.0; };
    for (const SectionTitles& titles : all_section_titles())
        if (whole_seen && std::find(titles.spellings.begin(), titles.spellings.end(), folded) != titles.spellings.end())
            take(titles.number, 2 + right(titles), folded.size(), false);
    if (best.score > 0) return best;  // nothing else scores as much
    for (const SectionTitles& titles : all_section_titles()) {
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
    const SectionNumber numbering = section_number_of(text);
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
        span = trimmed(document.text, span.begin, span.end);
        if (!span.empty() && !is_page_mark(slice(document.text, span))) prose.push_back(span);
    }
    return prose;
}

}  // namespace nianbao
