#include "core/check/readings.hpp"

#include <algorithm>

#include "core/text/fold.hpp"

namespace nianbao {

FoldedText::FoldedText(const Document& document, const Report& report) {
    const std::string_view text = document.text;
    beginning_ = std::min(longest_beginning, static_cast<std::uint32_t>(text.size()));
    borders_ = {0, beginning_};
    const auto add = [this](Span part) { borders_.insert(borders_.end(), {part.begin, std::max(part.begin, part.end)}); };
    for (const Span paragraph : report.prose) add(paragraph);
    for (const Section& section : report.sections) add(section.content);
    std::sort(borders_.begin(), borders_.end());
    borders_.erase(std::unique(borders_.begin(), borders_.end()), borders_.end());

    text_.reserve(text.size());
    std::uint32_t done = 0;
    for (const std::uint32_t border : borders_) {
        fold_onto(text_, slice(text, {done, border}));
        folded_.push_back(static_cast<std::uint32_t>(text_.size()));
        done = border;
    }
}

std::string_view FoldedText::of(Span part) const {
    const auto place = [this](std::uint32_t border) {
        return folded_[static_cast<std::size_t>(std::lower_bound(borders_.begin(), borders_.end(), border) - borders_.begin())];
    };
    if (part.empty()) return {};
    const std::uint32_t begin = place(part.begin);
    return std::string_view(text_).substr(begin, place(part.end) - begin);
}

const FoldedText& folded_text(const Case& c) {
    auto& folded = c.readings->folded;
    if (!folded) folded.emplace(c.document, c.report);
    return *folded;
}

const std::vector<prose::Paragraph>& prose_paragraphs(const Case& c) {
    auto& paragraphs = c.readings->paragraphs;
    if (!paragraphs) paragraphs = prose::paragraphs_of(c.document, c.report);
    return *paragraphs;
}

}  // namespace nianbao
