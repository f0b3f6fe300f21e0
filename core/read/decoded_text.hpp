// From bytes to a document's text, with what decoding noticed.
#pragma once

#include <string>
#include <string_view>

#include "core/document.hpp"
#include "core/options.hpp"

namespace nianbao {

/// Decodes and sets document.encoding; notes a text cut short. Binary data gives no text and "file-unreadable".
/// `declared` is the charset a page names.
std::string decoded_text(std::string_view bytes, const Options& options, std::string_view declared, Document& document);

/// Notes where document.text shows traces of a wrong conversion or lost characters.
void observe_garbled(Document& document);

}  // namespace nianbao
