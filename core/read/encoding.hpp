// Bytes → UTF-8, with the encoding found by content.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace nianbao {

struct Decoded {
    std::string text;      ///< valid UTF-8, without the byte order mark
    std::string encoding;  ///< "UTF-8", "UTF-16LE", "UTF-16BE", "GB18030"
    bool cut = false;      ///< the last character was incomplete and is left out
    std::size_t lost = 0;  ///< ill-formed places, each now U+FFFD
    std::size_t sound = 0;  ///< UTF-8 only: well-formed characters beyond ASCII
};

/// Order: byte order mark, strict UTF-8, plausible UTF-16, strict GB18030; else the one that loses least.
/// `forced` is an encoding's name and skips the search; `declared` (a page's charset) decides short texts only, which
/// are well-formed in more than one encoding.
Decoded decode(std::string_view bytes, std::string_view forced = {}, std::string_view declared = {});

/// Bytes beyond ASCII.
std::size_t count_high(std::string_view bytes);

/// "gbk", "GB2312", "utf8", … as one of the four names above; empty for any other.
std::string_view encoding_name(std::string_view label);

/// Whether decoded text is really a binary file: control characters and lost places where letters should be.
bool looks_binary(const Decoded& decoded);

/// What a text that went through a wrong conversion was, and what it was taken for: {"UTF-8", "GB18030"}.
using Conversion = std::pair<std::string_view, std::string_view>;
std::optional<Conversion> wrong_conversion(std::string_view text);

}  // namespace nianbao
