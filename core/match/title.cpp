#include "core/match/title.hpp"

#include <algorithm>

#include "core/match/body_name.hpp"
#include "core/match/dates.hpp"
#include "core/match/introduction.hpp"
#include "core/match/slots.hpp"
#include "core/text/ascii.hpp"
#include "core/text/contains.hpp"
#include "core/text/fold.hpp"

namespace nianbao {

namespace {

constexpr std::size_t longest_title = 240;   ///< bytes as written
constexpr std::size_t longest_intro = 4000;  ///< bytes of an opening paragraph
constexpr std::size_t most_blocks = 60;      ///< looked at where no section tells where the report begins

/// How much a line looks like the title of such a report; 0 = not at all.
double title_score(std::string_view text) {
    if (text.size() > longest_title || contains(text, "。")) return 0;
    const std::string folded = fold(text);
    if (!contains(folded, "公开") || (!contains(folded, "报告") && !contains(folded, "年报"))) return 0;
    double score = 1;
    if (year_in_title(text)) score += 2;
    if (folded.ends_with("报告") || folded.ends_with("年报")) score += 1;
    if (contains(folded, "年度报告")) score += 0.5;
    if (contains(text, "：") || contains(text, ":")) score -= 1.5;
    if (contains(text, "，") || contains(text, ",") || contains(text, "《")) score -= 1.5;
    return score;
}

/// Where the opening ends: at the first section or table.
std::uint32_t opening_end(const Document& document, const Report& report) {
    std::uint32_t end = static_cast<std::uint32_t>(document.text.size());
    if (!report.sections.empty()) end = report.sections.front().title.begin;
    for (const TableMatch& table : report.tables)
        if (table.found) end = std::min(end, table.span.begin);
    return end;
}

/// Without the marks of markdown: "# 临江县…年度报告", "**临江县…年度报告**".
Span without_marks(std::string_view text, Span span) {
    const auto is_mark = [&](std::uint32_t at) { return text[at] == '#' || text[at] == '*'; };
    Span inner = span;
    while (inner.begin < inner.end && (is_mark(inner.begin) || (inner.begin > span.begin && text[inner.begin] == ' '))) ++inner.begin;
    while (inner.begin < inner.end && is_mark(inner.end - 1)) --inner.end;
    return inner.empty() ? span : inner;
}

/// The paragraphs before the first section, or the first ones.
std::vector<Span> opening_of(const Document& document, const std::vector<Paragraph>& paragraphs, const Report& report) {
    const std::uint32_t end = opening_end(document, report);
    std::vector<Span> opening;
    for (const Paragraph& paragraph : paragraphs) {
        if (paragraph.span.begin >= end) break;
        if (paragraph.span.end <= end) opening.push_back(without_marks(document.text, paragraph.span));
    }
    if (report.sections.empty() && opening.size() > most_blocks) opening.resize(most_blocks);
    return opening;
}

/// A line above the title that is nothing but a name.
bool is_name(std::string_view text) {
    const std::string folded = fold(text);
    return folded.size() >= 6 && folded.size() <= 90 && !contains(text, "，") && !contains(text, "。") && !contains(text, "：") &&
           !contains(text, "|") && folded.find_first_of("0123456789") == std::string::npos;
}

/// The year of a line that says nothing else: "2024年", "（2024年度）".
std::optional<int> year_alone(std::string_view text) {
    constexpr std::size_t longest = 40;
    if (text.size() > longest) return std::nullopt;
    const std::optional<int> year = find_year(text);
    if (!year) return std::nullopt;
    const std::string folded = fold(text), alone = std::to_string(*year) + "年";
    return folded == alone || folded == alone + "度" ? year : std::nullopt;
}

/// "临江县教育局2024": a year at a line's end that lost its 年.
bool ends_with_year(std::string_view text) {
    const std::string folded = fold(text);
    const std::string_view tail = std::string_view(folded).substr(folded.size() - std::min<std::size_t>(folded.size(), 5));
    return tail.size() == 5 && tail.substr(1, 2) == "20" && !is_digit(tail[0]) && is_digit(tail[3]) && is_digit(tail[4]);
}

/// A line that ends within the title: "临江县教育局2024年度政府" over "信息公开工作年度报告".
bool begins_title(std::string_view text) {
    return text.size() <= longest_title && (find_year(text) || ends_with_year(text)) && !contains_any(text, {"，", "。", "：", ":", "|", ">", "/", "-"}) && !year_alone(text);
}

/// The title, and what it says of year and body.
void set_title(const Document& document, Report& report, Span title) {
    const std::string_view text = slice(document.text, title);
    report.title = title;
    report.year = year_in_title(text);
    report.organization = organization_in(text);
}

/// The title may begin a line above where the line found names neither body nor year.
void take_line_above(const Document& document, Report& report, Span above) {
    if (!begins_title(slice(document.text, above)) || report.title->end - above.begin > longest_title) return;
    const Span whole{above.begin, report.title->end};
    if (ends_as_office(organization_in(slice(document.text, whole)))) set_title(document, report, whole);
}

void take_title(const Document& document, Report& report, const std::vector<Span>& opening) {
    double best = 0;
    std::size_t place = 0;
    for (std::size_t i = 0; i < opening.size(); ++i) {
        const auto consider = [&](Span span) {
            const double score = title_score(slice(document.text, span));
            if (score < best || score <= 0) return;
            best = score;
            report.title = span;
            place = i;
        };
        consider(opening[i]);
        // A title over two lines, neither of which says all of it.
        if (i + 1 < opening.size() && opening[i + 1].end - opening[i].begin <= longest_title && title_score(slice(document.text, opening[i])) <= 0 &&
            title_score(slice(document.text, opening[i + 1])) <= 0)
            consider({opening[i].begin, opening[i + 1].end});
    }
    if (!report.title) return;
    set_title(document, report, *report.title);
    const std::size_t last = place + (report.title->end > opening[place].end ? 1 : 0);
    const auto line = [&](std::size_t i) { return i < opening.size() ? slice(document.text, opening[i]) : std::string_view{}; };
    std::size_t above = place - 1, below = last + 1;  // past the end where there is none
    if (!report.year && report.organization.empty() && above < place) take_line_above(document, report, opening[above]);
    if (report.year && !report.organization.empty()) return;
    // 某某局 / 2024年 / 政府信息公开工作年度报告, or the year above both, or below
    if (!report.year) report.year = year_alone(line(above));
    if (!report.year && is_name(line(above))) report.year = year_alone(line(above - 1));
    if (!report.year) report.year = year_alone(line(below));
    if (!report.organization.empty()) return;
    if (year_alone(line(above))) --above;
    if (year_alone(line(below))) ++below;
    if (is_name(line(above))) report.organization = tidy_name(line(above));
    else if (is_name(line(below)) && ends_as_office(line(below))) report.organization = tidy_name(line(below));
}

constexpr double year_and_report = 4;  ///< the score of a title that says the year and ends in 报告

/// Nothing stands before the body's name or the year: "现将某某局2024年…年度报告" is part of a sentence.
bool is_whole_title(std::string_view text) {
    if (title_score(text) < year_and_report) return false;
    const std::string folded = fold(text), organization = fold(organization_in(text));
    return ends_as_office(organization) && (folded.starts_with(organization) || is_digit(folded[0]));
}

/// "某某局2024年政府信息公开工作年度报告 根据《条例》…": where a page's paragraphs are joined, white space ends the title.
void take_title_from_line(const Document& document, Report& report, const std::vector<Span>& opening) {
    if (opening.empty()) return;
    const std::string_view line = slice(document.text, opening.front());
    for (std::size_t at = 0; at < std::min(line.size(), longest_title); at += decode_at(line, at).length) {
        if (!parts_words(decode_at(line, at).value)) continue;
        const Span title{opening.front().begin, opening.front().begin + static_cast<std::uint32_t>(at)};
        if (is_whole_title(slice(document.text, title))) return set_title(document, report, title);
    }
}

/// "标题 | 某某局2024年政府信息公开工作年度报告 |": the only title may stand in the table of a page's data.
void take_title_from_data(const Document& document, Report& report) {
    if (report.sections.empty()) return;
    const std::uint32_t end = opening_end(document, report);
    for (const Grid& grid : document.grids)
        for (const GridCell& cell : grid.cells) {
            if (cell.span.begin >= end) return;
            const std::string_view text = slice(document.text, cell.span);
            if (cell.span.end > end || title_score(text) < year_and_report) continue;
            return set_title(document, report, cell.span);
        }
}

/// Whether a paragraph says what period the figures cover; "据统计" and a notice's 公示期限 do not.
bool speaks_of_period(std::string_view text) {
    const std::string folded = fold(text.substr(0, longest_intro));
    if (contains_any(folded, {"统计时", "统计周期", "统计期", "统计起止", "数据统计", "统计数据", "所列数据", "所用数据", "报告期", "时间范围"})) return true;
    return contains_any(folded, {"期限", "时限", "起止"}) && contains_any(folded, {"数据", "本报告", "年度报告"});
}

bool is_long(const Period& period) {
    return (period.to.year - period.from.year) * 12 + period.to.month - period.from.month >= 9;
}

/// What is said of `period`: from the sentence's beginning, or the date before, to its own end.
std::string_view said_of(std::string_view text, const Period& period, std::uint32_t after) {
    std::string_view said = text.substr(after, period.span.end - after);
    const std::size_t stop = said.rfind("。", period.span.begin - after);
    if (stop != std::string_view::npos) said.remove_prefix(stop);
    return said;
}

/// paragraphs[i] and those that go on where a text export cut it; `i` becomes the last of them.
Span whole_paragraph(const Document& document, const std::vector<Paragraph>& paragraphs, std::size_t& i) {
    constexpr std::size_t shortest_cut = 40;  // bytes; a shorter line is whole
    Span whole = paragraphs[i].span;
    for (std::uint32_t size = whole.size(); i + 1 < paragraphs.size() && size >= shortest_cut && whole.size() < longest_intro; ++i) {
        const std::string_view text = slice(document.text, whole);
        const Paragraph& next = paragraphs[i + 1];
        if (text.ends_with("。") || text.ends_with("；") || text.ends_with("：") || next.in_grid || next.span.begin < whole.end) break;
        if (!trim(slice(document.text, {whole.end, next.span.begin})).empty()) break;
        whole.end = next.span.end;
        size = next.span.size();
    }
    return whole;
}

/// The first period that is said to be the statistics', else the first in a paragraph that speaks of them, else the first
/// long one.
void take_period(const Document& document, const std::vector<Paragraph>& paragraphs, Report& report) {
    std::optional<Period> nearby, other;
    for (std::size_t i = 0; i < paragraphs.size(); ++i) {
        const Span whole = whole_paragraph(document, paragraphs, i);
        const std::string_view text = slice(document.text, whole).substr(0, 2 * longest_intro);
        std::uint32_t after = 0;
        std::optional<bool> speaks;
        for (Period period : find_periods(text)) {
            const std::string_view said = said_of(text, period, after);
            after = period.span.end;
            period.span.begin += whole.begin;
            period.span.end += whole.begin;
            const bool shown = contains(said, "公示");
            if (!shown && speaks_of_period(said)) {
                report.period = period;
                return;
            }
            if (!shown && !nearby) {
                if (!speaks) speaks = speaks_of_period(text);
                if (*speaks) nearby = period;
            }
            if (!other && is_long(period)) other = period;
        }
    }
    report.period = nearby ? nearby : other;
}

}  // namespace

void find_title(const Document& document, const std::vector<Paragraph>& paragraphs, Report& report) {
    const std::vector<Span> opening = opening_of(document, paragraphs, report);
    take_title(document, report, opening);
    if (!report.title) take_title_from_line(document, report, opening);
    if (!report.title) take_title_from_data(document, report);
    take_period(document, paragraphs, report);
    introduce(document, paragraphs, opening, report);
    if (!report.year && report.period) report.year = report.period->to.year;
    if (!report.year) report.year = year_of_account(document, paragraphs, opening, report);
}

}  // namespace nianbao
