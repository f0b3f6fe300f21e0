// Which tables of a page are tables, and which only lay it out.
#pragma once

#include <cstddef>
#include <unordered_map>

struct GumboInternalNode;

namespace nianbao {

class HtmlTokens;

/// What a table holds, tables nested in it apart. Bytes count text without white space.
struct HtmlTable {
    std::size_t cells = 0;
    std::size_t widest_row = 0;    ///< cells in the row that has most
    std::size_t own_text = 0;
    std::size_t nested_text = 0;
    std::size_t longest_cell = 0;  ///< bytes of own text
    std::size_t nested_cells = 0;

    /// A table of one column, one that is outweighed by the tables nested in it, or one of few cells with an article in
    /// one of them.
    bool is_layout() const {
        constexpr std::size_t article = 1200, few = 24;
        const bool outweighed = nested_cells > 0 && (nested_cells >= cells || nested_text >= own_text);
        return widest_row <= 1 || outweighed || (longest_cell > article && cells < few);
    }
};

/// Every table below a node.
std::unordered_map<const GumboInternalNode*, HtmlTable> html_tables(const GumboInternalNode* root, const HtmlTokens& tokens);

}  // namespace nianbao
