// A cell as Excel writes it to the clipboard's plain text when it holds line breaks: in quotes, quotes doubled.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace nianbao {

struct QuotedCell {
    bool found = false;
    std::uint32_t end = 0;  ///< after the closing quote
};

/// Whether a cell that begins at `at` is quoted: a quote there, and one before the next tab or line end that closes it.
QuotedCell quoted_cell(std::string_view text, std::size_t at);

}  // namespace nianbao
