// What a page's source says before it is parsed.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace nianbao {

/// The page without the clipboard's header ("Version:0.9 StartHTML:…").
std::string_view without_clipboard_header(std::string_view html);

/// The charset a page declares in its head; empty where there is none.
std::string declared_charset(std::string_view bytes);

/// Whether a text is HTML: begins as a page or a clipboard fragment, or holds several tags that lay out a page.
bool looks_like_html(std::string_view text);

}  // namespace nianbao
