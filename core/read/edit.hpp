// Changes a person makes to a report after it was read: a cell of a Word table corrected in the page, a proposal tried.
#pragma once

#include <span>

#include "core/document.hpp"
#include "core/options.hpp"

namespace nianbao {

/// Replaces parts of the text, one edit after the other, and moves every span of the document along. A span that covers
/// an edited part exactly covers its replacement afterwards, also a blank one. Edits outside the text are cut to it;
/// positions inside a character are taken as its beginning.
void apply_edits(std::span<const TextEdit> edits, Document& document);

}  // namespace nianbao
