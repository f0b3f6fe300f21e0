// A web page's source, decoded → the document's text, paragraphs and grids.
#pragma once

#include <string_view>

#include "core/document.hpp"

namespace nianbao {

void read_page(std::string_view html, Document& document);

}  // namespace nianbao
