// Stage one: bytes → Document.
#pragma once

#include <string_view>

#include "core/document.hpp"
#include "core/nianbao.hpp"

namespace nianbao {

/// Finds the format by content, decodes, and cuts the text into paragraphs and grids. Never fails: what can't be read
/// is an observation ("file-unreadable", "text-garbled", …) and an empty or partial Document.
Document read(std::string_view bytes, const Options& options);

}  // namespace nianbao
