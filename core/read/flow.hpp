// What every reader of a marked-up document first makes: paragraphs and tables in reading order. Writing it out gives
// Document::text with its blocks and exact grids, the same way for Word, Excel, RTF and the old binary Word.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/document.hpp"

namespace nianbao {

struct FlowCell;

/// A paragraph (`is_table` false: `text`) or a table (its cells in reading order; places are zero-based).
struct FlowItem {
    bool is_table = false;
    bool certain = true;  ///< a table: the places of its cells can be trusted; else its grid is ragged
    std::string text;
    std::vector<FlowCell> cells;
};
using Flow = std::vector<FlowItem>;

struct FlowCell {
    int row = 0;
    int column = 0;
    int row_span = 1;
    int column_span = 1;
    Flow content;
};

FlowItem flow_paragraph(std::string text);
FlowItem flow_table(std::vector<FlowCell> cells);

/// Appends the flow to the document: a paragraph is a line; a table row is a line with a tab between its cells.
/// Not grids but plain content in order: a table of one column, and a layout table (at least half of its text stands in
/// tables nested in it). Any other nested table becomes text of its cell. Text is made valid UTF-8.
void write_flow(const Flow& flow, Document& document);

/// Appends `text` as valid UTF-8 with line feeds for all line breaks and without control characters.
void append_clean(std::string& out, std::string_view text);

}  // namespace nianbao
