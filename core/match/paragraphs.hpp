// A document's text as paragraphs, wherever it stands.
#pragma once

#include <vector>

#include "core/document.hpp"

namespace nianbao {

/// A paragraph, or a part of it that begins with a section's heading; or a line of a cell in a grid's row that holds one text
/// only, or sentences (sheets, and tables that frame a whole report, hold prose that way).
struct Paragraph {
    Span span;
    bool in_grid = false;
};
std::vector<Paragraph> paragraphs_of(const Document& document);

}  // namespace nianbao
