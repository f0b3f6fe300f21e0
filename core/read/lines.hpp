// Lines of a text, told apart by the delimiters they hold. What the lines mean together is for text_tables.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/document.hpp"

namespace nianbao {

enum class LineKind : std::uint8_t {
    blank,       ///< white space only
    plain,       ///< no delimiter, or prose with a stray one
    pipes,       ///< pipes and text
    bare_pipes,  ///< nothing but pipes
    rule,        ///< |---|---|, +---+, ├──┤: drawn, says nothing
    tabs,        ///< tabs and text
    bare_tabs    ///< nothing but tabs
};

struct Line {
    Span all;   ///< without its line break
    Span text;  ///< without surrounding white space; empty at the line's begin where blank
    LineKind kind = LineKind::plain;
    std::uint32_t delimiters = 0;  ///< pipes or tabs, whichever the kind says
};

/// Cuts text[begin, end) at LF, CR, CRLF, FF, U+2028 and U+2029. At most `limit` lines; `end` is set to where they end.
std::vector<Line> lines_of(std::string_view text, std::uint32_t begin, std::uint32_t& end, std::size_t limit);

/// Length of the pipe at `at` (| ｜ │ ┃ ║), or 0. A pipe after a backslash is none.
std::uint32_t pipe_length(std::string_view text, std::size_t at);

/// Whether a pipe may begin with this byte.
inline bool may_be_pipe(char c) { return c == '|' || c == '\xEF' || c == '\xE2'; }

/// A sentence rather than a cell: long, or with a full stop in it.
bool is_prose(std::string_view text);

/// "三、收到和处理政府信息公开申请情况": a section's title, numbered or not; never a row's label.
bool is_heading(std::string_view text);

/// One with its number: "三、收到和处理政府信息公开申请情况".
bool is_numbered_heading(std::string_view text);

/// A sign, digits, separators, a percent sign: what a value cell may hold and a label never is.
bool is_figure(std::string_view text);

/// The span without pipes at its begin and end: the borders of a table that frames a line of text.
Span unframed(std::string_view text, Span span);

}  // namespace nianbao
