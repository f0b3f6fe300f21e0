#include <set>
#include <string>

#include "core/check/families.hpp"
#include "core/check/naming.hpp"
#include "core/check/previous.hpp"
#include "core/check/prose/paragraph.hpp"
#include "core/check/prose/rules.hpp"

namespace nianbao {

namespace {

using prose::Paragraph;
using prose::Range;

constexpr std::size_t shortest = 12;  // characters: a shorter sentence says the same by chance
constexpr std::size_t fewest = 3;     // sentences
constexpr std::size_t least = 100;    // characters in all
constexpr std::size_t share_percent = 80;

/// Sections that a body words itself; the others hold the form's tables and a line or two.
constexpr int own_sections[] = {1, 5};

/// A sentence without its figures; empty where it is too short, or the form's own wording.
std::string wording_of(const Paragraph& paragraph, Range range) {
    std::string wording;
    for (std::size_t i = range.begin; i < range.end; ++i) {
        const char c = paragraph.text[i];
        if (c >= '0' && c <= '9') {
            if (wording.empty() || wording.back() != '#') wording += '#';
        } else if (c != '\'' && c != ' ') {
            wording += c;
        }
    }
    static constexpr std::string_view form_words[] = {"统计期限", "统计时限", "联系电话", "表格如下",
                                                      "勾稽关系", "如有疑问", "邮政编码"};
    for (const std::string_view word : form_words)
        if (wording.find(word) != std::string::npos) return {};
    return prose::length_of(wording) >= shortest ? wording : std::string{};
}

struct Wording {
    std::string text;
    Span span;
};

std::vector<Wording> wordings_of(const Document& document, const Report& report, int section) {
    std::vector<Wording> wordings;
    for (const Paragraph& paragraph : prose::paragraphs_of(document, report)) {
        if (paragraph.section != section || paragraph.heading) continue;
        for (const Range range : prose::sentences_of(paragraph)) {
            std::string text = wording_of(paragraph, range);
            if (!text.empty()) wordings.push_back({std::move(text), paragraph.place(document.text, range.begin, range.end)});
        }
    }
    return wordings;
}

/// The finding on one section, where most of its text is last year's.
void compare_section(const Rule& rule, const Case& c, int section, std::vector<Finding>& out) {
    std::set<std::string> before;
    for (Wording& w : wordings_of(*c.previous_document, *c.previous, section)) before.insert(std::move(w.text));
    std::size_t all = 0, same_characters = 0;
    std::vector<Span> repeated;
    for (const Wording& w : wordings_of(c.document, c.report, section)) {
        const std::size_t length = prose::length_of(w.text);
        all += length;
        if (before.count(w.text) == 0) continue;
        same_characters += length;
        repeated.push_back(w.span);
    }
    if (repeated.size() < fewest || same_characters < least || same_characters * 100 < all * share_percent) return;
    Finding finding =
        found(rule, c.report, {section_name(section), number(repeated.size()), number(same_characters * 100 / all)});
    for (const Span span : repeated) mark(finding, span, "sentence");
    out.push_back(std::move(finding));
}

}  // namespace

void check_copied_sections(const Rule& rule, const Case& c, std::vector<Finding>& out) {
    if (!c.previous || !c.previous_document || !previous_is_usable(c)) return;
    if (!c.report.year || !c.previous->year || *c.report.year == *c.previous->year) return;
    for (const int section : own_sections) compare_section(rule, c, section, out);
}

}  // namespace nianbao
