// What was read: one text, and where its paragraphs and tables stand in it.
//
// Every position in the core is a byte offset into Document::text (UTF-8). The text is never normalised or
// altered; matching folds copies. Positions become UTF-16 once, on the way out (write/).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao {

/// Half-open range of bytes in Document::text; always on character borders.
struct Span {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    bool empty() const { return begin >= end; }
    std::uint32_t size() const { return empty() ? 0 : end - begin; }
    friend bool operator==(Span a, Span b) { return a.begin == b.begin && a.end == b.end; }
};

/// The text a span covers.
inline std::string_view slice(std::string_view text, Span span) {
    return span.empty() || span.end > text.size() ? std::string_view{} : text.substr(span.begin, span.size());
}

/// The part of text[begin, end) without surrounding white space; an empty span at its begin where there is nothing else.
Span trimmed(std::string_view text, std::uint32_t begin, std::uint32_t end);

enum class Format : std::uint8_t { unknown, text, html, docx, xlsx, pdf, doc, rtf, ofd, wordml, odt, ods, xls, mhtml };

/// One cell as its source drew it. A blank cell has an empty span where its text would stand.
struct GridCell {
    Span span;  ///< the cell's text without surrounding white space
    int row = 0;
    int column = 0;
    int row_span = 1;
    int column_span = 1;
    bool loose = false;    ///< ragged: a line of its own without delimiter, in a table that has them: stray, or part of a cell
    bool padding = false;  ///< ragged: blank, of a run of delimiters that fills its row up: the place of a merged cell, or of a lost one
};

/// One table.
struct Grid {
    /// exact:  rows, columns and merges come from the source's own table markup (HTML, Word, Excel) and can be trusted.
    /// ragged: cells in reading order as text delimits them; `column` merely counts the cells of the row, and a blank
    ///         cell, a span's padding and a cell terminator look alike. `row` counts the row breaks the text shows.
    enum class Kind : std::uint8_t { exact, ragged };
    Kind kind = Kind::ragged;
    int rows = 0;
    int columns = 0;
    std::vector<GridCell> cells;  ///< by row, then column
};

/// A paragraph, or a table (then `grid` is an index into Document::grids). Blocks are in reading order.
/// A table nested in a cell of a layout table is a block of its own; the layout table is not a grid.
struct Block {
    static constexpr std::size_t no_grid = static_cast<std::size_t>(-1);
    Span span;
    std::size_t grid = no_grid;

    bool is_grid() const { return grid != no_grid; }
};

/// Something a stage noticed that a rule of the catalogue will report: the rule's id, where, and what its sentence needs.
struct Observation {
    std::string_view rule;  ///< static storage: an id of the catalogue
    std::vector<std::uint16_t> cells;  ///< indices into the form's cells; empty where no form is known
    std::vector<Span> spans;
    std::vector<std::string> details;  ///< the sentence's arguments, in the rule's order
};

struct Document {
    std::string name;
    Format format = Format::unknown;
    std::string encoding;  ///< "UTF-8", "UTF-16LE", "UTF-16BE", "GB18030"; empty for formats without one
    std::string text;      ///< valid UTF-8
    std::vector<Block> blocks;
    std::vector<Grid> grids;
    std::vector<Observation> observations;
};

}  // namespace nianbao
