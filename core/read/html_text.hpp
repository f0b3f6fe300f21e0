// Writes a page's text as it is read: white space collapses, blocks end lines.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/document.hpp"

namespace nianbao {

class HtmlText {
public:
    /// Adds text; `verbatim` keeps its white space (pre).
    void add(std::string_view text, bool verbatim);
    /// A block begins or ends: what follows stands on a new line.
    void end_line();
    void line_break();
    /// What follows stands apart from a digit before it (a superscript is no further digit).
    void part_digits();

    void begin_cell();
    Span end_cell();
    void separate(char separator);

    std::uint32_t size() const { return static_cast<std::uint32_t>(text_.size()); }
    std::string take() { return std::move(text_); }

private:
    enum class Gap : std::uint8_t { none, space, line };
    bool at_line_start() const { return text_.size() == start_ || text_.back() == '\n'; }
    void close_gap(std::string_view next);

    std::string text_;
    std::size_t start_ = 0;  ///< of the cell
    Gap gap_ = Gap::none;
};

}  // namespace nianbao
