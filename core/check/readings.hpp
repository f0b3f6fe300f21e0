// What several rules read of a report's text. Each is made when first asked for and kept for the next who asks.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/check/check.hpp"
#include "core/check/prose/judgement.hpp"
#include "core/check/prose/paragraph.hpp"

namespace nianbao {

struct Readings {
    std::optional<std::vector<prose::Paragraph>> paragraphs;
    std::optional<std::vector<prose::Judgement>> judgements;
    std::optional<std::vector<std::string>> folded_prose;
    std::optional<std::string> folded_sections[7];
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

// All of these want a case with readings.

const std::vector<prose::Paragraph>& prose_paragraphs(const Case& c);

/// Report::prose, folded.
const std::vector<std::string>& folded_prose(const Case& c);

/// What stands under a section's title, folded.
const std::string& folded_content(const Case& c, const Section& section);

}  // namespace nianbao
