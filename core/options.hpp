// What is known of some bytes besides themselves: how to read them, and what a person changed.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace nianbao {

/// A part of the text as read, in UTF-16 offsets, and what a person put in its place. Text is valid UTF-8.
struct TextEdit {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string text;
};

struct Options {
    std::string name;      ///< file name as shown; may be empty
    std::string format;    ///< "" = by content; "text", "html", …, or "runs" for positioned text (PDF)
    std::string encoding;  ///< "" = by content; else "UTF-8", "UTF-16LE", "UTF-16BE", "GB18030"
    std::vector<TextEdit> edits = {};  ///< made one after the other to the text as read, before it is matched
};

}  // namespace nianbao
