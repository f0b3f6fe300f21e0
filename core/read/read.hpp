// Stage one: bytes → Document.
//
// What a reader notices is an observation under one of these rules:
//   file-unreadable   the bytes are no text and no known format, or are damaged
//   text-garbled      the text went through a wrong conversion before; details: {what it was, what it was taken for},
//                     e.g. {"UTF-8", "GB18030"}; both empty where single characters are lost (spans: the first ones)
//   text-cut          the file ends in the middle of a character, which is left out; spans: the end of the text
//   input-too-large   a cap was reached: what lies beyond was not read
#pragma once

#include <cstddef>
#include <string_view>

#include "core/document.hpp"
#include "core/options.hpp"

namespace nianbao {

/// Bytes of a file beyond this many are not read.
inline constexpr std::size_t max_bytes = 48u << 20;

/// Finds the format by content, decodes, and cuts the text into paragraphs and grids. Never fails: what can't be read
/// is an observation and an empty or partial Document.
Document read(std::string_view bytes, const Options& options);

}  // namespace nianbao
