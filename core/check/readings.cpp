#include "core/check/readings.hpp"

#include "core/text/fold.hpp"

namespace nianbao {

const std::vector<prose::Paragraph>& prose_paragraphs(const Case& c) {
    auto& paragraphs = c.readings->paragraphs;
    if (!paragraphs) paragraphs = prose::paragraphs_of(c.document, c.report);
    return *paragraphs;
}

const std::vector<std::string>& folded_prose(const Case& c) {
    auto& folded = c.readings->folded_prose;
    if (folded) return *folded;
    folded.emplace();
    for (const Span paragraph : c.report.prose) folded->push_back(fold(slice(c.document.text, paragraph)));
    return *folded;
}

const std::string& folded_content(const Case& c, const Section& section) {
    auto& folded = c.readings->folded_sections[section.number];
    if (!folded) folded = fold(slice(c.document.text, section.content));
    return *folded;
}

}  // namespace nianbao
