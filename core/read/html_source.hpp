// What is done to a page's source before the parser sees it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace nianbao {

/// Tags beyond this many are not read.
inline constexpr std::size_t max_tags = 400'000;

struct HtmlSource {
    std::string text;         ///< mended source
    std::size_t tags = 0;     ///< opening and closing tags left in it
    bool bare_lines = false;  ///< tables in otherwise plain text (markdown): line breaks outside tables count
    bool cut = false;         ///< max_tags was reached
};

/// Removes the clipboard's header ("Version:0.9 StartHTML:…"), scripts, style sheets and Word's conditional comments,
/// those that WPS leaves unclosed included; an unclosed comment hides nothing. Attributes that are not read are dropped:
/// in Word's pages they are most of the source. Formatting elements (b, font, a, …) become
/// elements of no meaning: the parser would otherwise reopen them in every block, which hostile input makes quadratic.
HtmlSource mended_html(std::string_view html);

/// The charset a page declares in its head; empty where there is none.
std::string declared_charset(std::string_view bytes);

/// Whether a text is HTML: begins as a page or a clipboard fragment, or holds several tags that lay out a page.
bool looks_like_html(std::string_view text);

}  // namespace nianbao
