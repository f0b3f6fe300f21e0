#include "core/check/report_kind.hpp"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>

#include "core/text/ascii.hpp"
#include "core/text/contains.hpp"
#include "core/text/fold.hpp"

namespace nianbao {
namespace {

bool has_table(const Report& report) {
    return std::any_of(std::begin(report.tables), std::end(report.tables), [](const TableMatch& table) { return table.found; });
}

/// A stage that could not read the file at all says so under one of these ids; an archive too large to open leaves no text.
bool is_unread(const Document& document) {
    constexpr std::string_view ids[] = {"file-unreadable", "file-encrypted", "pdf-scanned", "format-unsupported"};
    if (trim(document.text).empty() && !document.observations.empty()) return true;
    return std::any_of(document.observations.begin(), document.observations.end(), [&](const Observation& observation) {
        return std::find(std::begin(ids), std::end(ids), observation.rule) != std::end(ids);
    });
}

struct Counts {
    std::size_t paragraphs = 0;
    std::size_t short_paragraphs = 0;
    std::size_t report_titles = 0;  ///< short paragraphs that name an annual report and its year
    bool linked_file = false;
};

/// "2024年"; a column of the page may be called 年报.
bool names_year(std::string_view folded) {
    for (std::size_t at = folded.find("20"); at != std::string_view::npos; at = folded.find("20", at + 1))
        if (folded.size() >= at + 7 && is_digit(folded[at + 2]) && is_digit(folded[at + 3]) && folded.substr(at + 4, 3) == "年") return true;
    return false;
}

Counts count(const Document& document) {
    constexpr std::size_t short_bytes = 120, enough = 5000;
    Counts counts;
    for (const Block& block : document.blocks) {
        if (counts.paragraphs == enough) break;
        const std::string_view raw = slice(document.text, block.span);
        const std::string folded = fold(raw.substr(0, 4 * short_bytes));
        if (folded.empty()) continue;
        ++counts.paragraphs;
        const bool is_short = raw.size() <= short_bytes;
        counts.short_paragraphs += is_short ? 1 : 0;
        counts.report_titles += is_short && names_year(folded) && (contains(folded, "年度报告") || contains(folded, "公开年报")) ? 1 : 0;
        for (const std::string_view word : {"附件", "pdf", "docx", "点击下载", "点击查看", "相关附件", "doc"})
            if (is_short && contains(folded, word)) counts.linked_file = true;
    }
    return counts;
}

/// A report of the years before the common form has sections of its own: a title and long paragraphs must do.
bool is_old_report(const Case& c) {
    constexpr int encouraged = 2019;
    constexpr std::uint32_t long_paragraph = 300;
    return c.report.title && c.report.year && *c.report.year <= encouraged &&
           std::any_of(c.report.prose.begin(), c.report.prose.end(), [](Span paragraph) { return paragraph.size() >= long_paragraph; });
}

/// "某大学2022—2023学年信息公开年度报告": schools report by their own rules (高等学校信息公开办法), in sections alike.
bool is_on_school_year(const Case& c) {
    return c.report.title && !has_table(c.report) && contains(fold(slice(c.document.text, *c.report.title)), "学年");
}

/// How much of the text is letters, digits and ideographs: binary data and rows of pipes have next to none.
bool has_words(std::string_view text, const std::string& folded) { return folded.size() * 10 >= trim(text).size(); }

}  // namespace

bool is_report(const Case& c) {
    constexpr std::size_t enough_sections = 2, enough_alone = 3;  // a guide or a plan has a heading or two like a report's
    const std::size_t sections = c.report.sections.size();
    if (is_on_school_year(c)) return false;
    return has_table(c.report) || sections >= enough_alone || (sections >= enough_sections && c.report.title) || is_old_report(c);
}

bool predates_forms(const Case& c) {
    constexpr int encouraged = 2019;
    return c.report.year && *c.report.year <= encouraged && !has_table(c.report);
}

Kind kind_of(const Case& c) {
    if (is_report(c)) return Kind::report;
    if (is_unread(c.document)) return Kind::unread;
    const std::string_view text = c.document.text;
    const std::string_view trimmed = trim(text);
    if (trimmed.empty()) return Kind::empty;
    constexpr std::size_t looked_at = 200'000, fragment = 120;
    const std::string folded = fold(text.substr(0, looked_at));
    if (!has_words(text.substr(0, looked_at), folded)) return Kind::not_text;
    if (is_on_school_year(c)) return Kind::school_year;
    const Counts counts = count(c.document);
    constexpr std::size_t titles_of_a_list = 3;
    if (counts.report_titles >= titles_of_a_list) return Kind::list_page;
    if (counts.linked_file && contains(folded, "报告")) return Kind::attachment;
    if (trimmed.size() < fragment) return Kind::fragment;
    const bool about_disclosure = contains(folded, "信息公开") || contains(folded, "政务公开");
    if (about_disclosure && counts.paragraphs >= 5 && counts.short_paragraphs * 10 >= counts.paragraphs * 8) return Kind::page_shell;
    return Kind::other;
}

}  // namespace nianbao
