// The six sections of a report and its prose.
#pragma once

#include <vector>

#include "core/document.hpp"
#include "core/form.hpp"
#include "core/report.hpp"

namespace nianbao {

/// A line of text: a paragraph or a part of it that begins with a section's heading, or a line of a cell in a grid's row that holds one text only, or sentences (sheets, and
/// tables that frame a whole report, hold prose that way).
struct Paragraph {
    Span span;
    bool in_grid = false;
};
std::vector<Paragraph> paragraphs_of(const Document& document);

/// Sections in order of appearance. `tables` are the spans that the labels of tables two and three take: row labels such
/// as "四、结转下年度继续办理" look like headings and are none. Titles are compared with every form's.
std::vector<Section> find_sections(const Document& document, const std::vector<Paragraph>& paragraphs, const std::vector<Span>& tables);

/// The paragraph a section's title stands in.
Span heading_of(const std::vector<Paragraph>& paragraphs, const Section& section);

/// Paragraphs outside `tables` that are no heading, from `begin` on.
std::vector<Span> find_prose(const Document& document, const std::vector<Paragraph>& paragraphs, const std::vector<Section>& sections,
                             const std::vector<Span>& tables, std::uint32_t begin);

}  // namespace nianbao
