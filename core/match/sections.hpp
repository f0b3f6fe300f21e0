// The six sections of a report and its prose.
#pragma once

#include <vector>

#include "core/document.hpp"
#include "core/match/paragraphs.hpp"
#include "core/report.hpp"

namespace nianbao {

/// Sections in order of appearance. `tables` are the spans that the labels of tables two and three take: row labels such
/// as "四、结转下年度继续办理" look like headings and are none. Titles are compared with every form's.
std::vector<Section> find_sections(const Document& document, const std::vector<Paragraph>& paragraphs, const std::vector<Span>& tables);

/// The paragraph a section's title stands in.
Span heading_of(const std::vector<Paragraph>& paragraphs, const Section& section);

/// Paragraphs outside `tables` that are no heading, from `begin` on.
std::vector<Span> find_prose(const Document& document, const std::vector<Paragraph>& paragraphs, const std::vector<Section>& sections,
                             const std::vector<Span>& tables, std::uint32_t begin);

}  // namespace nianbao
