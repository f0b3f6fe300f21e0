// What several rules read of a report's text. Each is made when first asked for and kept for the next who asks.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/check/check.hpp"
#include "core/check/prose/judgement.hpp"
#include "core/check/prose/paragraph.hpp"

namespace nianbao {

/// The document's text folded, and where the parts that are asked for stand in it.
class FoldedText {
public:
    FoldedText(const Document& document, const Report& report);

    /// A paragraph of the report's prose, the content of a section, or the text's beginning up to `longest_beginning`.
    std::string_view of(Span part) const;

    static constexpr std::uint32_t longest_beginning = 2'000'000;
    std::string_view beginning() const { return of({0, beginning_}); }

private:
    std::string text_;
    std::vector<std::uint32_t> borders_;  ///< of the parts, rising
    std::vector<std::uint32_t> folded_;   ///< the same in text_
    std::uint32_t beginning_ = 0;
};

struct Readings {
    std::optional<FoldedText> folded;
    std::optional<std::vector<prose::Paragraph>> paragraphs;
    std::optional<std::vector<prose::Judgement>> judgements;
};

/// A case that has a place to keep them, if need be its own.
class ReadCase {
public:
    explicit ReadCase(const Case& c) : case_(c) {
        if (!case_.readings) case_.readings = &own_;
    }
    ReadCase(const ReadCase&) = delete;
    ReadCase& operator=(const ReadCase&) = delete;
    operator const Case&() const { return case_; }

private:
    Case case_;
    Readings own_;
};

// These want a case with readings.
const FoldedText& folded_text(const Case& c);
const std::vector<prose::Paragraph>& prose_paragraphs(const Case& c);

}  // namespace nianbao
