// A document as one readable line a block, for comparison with what a reader of the page would say stands there.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/document.hpp"
#include "core/read/read.hpp"

namespace nianbao::testing {

/// A paragraph is its text; a grid is "[a|b/c|d]": '|' between cells, '/' between rows, '~' for a line break in a cell,
/// {rows,columns} after a cell that spans.
inline std::string drawn(const Document& document, const Block& block) {
    if (!block.is_grid()) return std::string(slice(document.text, block.span));
    std::string out = "[";
    int row = 0;
    bool first = true;
    for (const GridCell& cell : document.grids[block.grid].cells) {
        for (; row < cell.row; ++row, first = true) out += '/';
        if (!first) out += '|';
        first = false;
        for (const char c : slice(document.text, cell.span)) out += c == '\n' ? '~' : c;
        if (cell.row_span > 1 || cell.column_span > 1)
            out += "{" + std::to_string(cell.row_span) + "," + std::to_string(cell.column_span) + "}";
    }
    return out + "]";
}

inline std::vector<std::string> drawn(const Document& document) {
    std::vector<std::string> out;
    for (const Block& block : document.blocks) out.push_back(drawn(document, block));
    return out;
}

inline std::vector<std::string> drawn(std::string_view bytes, std::string format = {}) {
    Options options;
    options.format = std::move(format);
    return drawn(read(bytes, options));
}

/// The ids of what reading noticed, in order.
inline std::vector<std::string> noticed(const Document& document) {
    std::vector<std::string> out;
    for (const Observation& seen : document.observations) out.emplace_back(seen.rule);
    return out;
}

using Lines = std::vector<std::string>;

}  // namespace nianbao::testing
