// The same filled form in every layout of domain.md §5, written without any of the reader's code.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "tests/support/filled.hpp"

namespace nianbao::testing {

/// A table as a matrix: every slot of the grid, whether a cell begins in it or another one's span covers it.
struct Slot {
    std::string text;
    bool origin = false;
    bool head = true;
    int column_span = 1, row_span = 1;
};
using Matrix = std::vector<std::vector<Slot>>;
Matrix matrix_of(const Filled& filled, Table table);

struct Layout {
    std::string name;   ///< "L1 pipes, padding at the end"
    bool blanks;        ///< a blank cell keeps a place of its own
    std::string (*lines)(const Filled&);             ///< the report in lines: what can be damaged
    std::string (*join)(std::string) = nullptr;      ///< what happens to the lines at last, damaged or not

    std::string joined(std::string text) const { return join ? join(std::move(text)) : text; }
    std::string render(const Filled& filled) const { return joined(lines(filled)); }
};

/// Every layout a report can be read from; "format" options are not needed: the content tells.
const std::vector<Layout>& layouts();

// By family; layouts() lists them.
std::string render_pipes(const Filled&);            // L1
std::string render_pipes_unpadded(const Filled&);   // L1, rows without padding
std::string render_cell_a_line(const Filled&);      // L2
std::string render_cell_a_line_by_tabs(const Filled&);  // L2 with the white space of a page's source
std::string render_framed_lines(const Filled&);     // L2 with the text in cells, too
std::string render_word_text(const Filled&);        // L3
std::string render_tsv(const Filled&);              // L4
std::string render_csv(const Filled&);              // L4 as a sheet is saved
std::string render_pdf_tsv(const Filled&);          // L4 with spaced heads, ** and page breaks
std::string render_excel_text(const Filled&);       // quoted multi-line cells
std::string render_paragraphs(const Filled&);       // L5
std::string in_one_line(std::string text);          // L5, white space for every line break
std::string with_tables_in_one_line(std::string text);  // L5, white space for the line breaks of tables
std::string render_pipe_lines(const Filled&);       // L6
std::string render_markdown(const Filled&);         // L7
std::string render_written_out(const Filled&);      // L7: merged cells written out in every place they cover
std::string render_spaced_lines(const Filled&);     // L9: PDF text, figures apart by spaces
std::string render_html(const Filled&);             // L11
std::string render_word_html(const Filled&);
std::string render_wps_html(const Filled&);
std::string render_excel_html(const Filled&);
std::string render_framed_html(const Filled&);      // text and tables in one table
std::string render_page_text(const Filled&);        // L12: a whole page with navigation
std::string render_page_html(const Filled&);        // L12 in HTML, nested layout tables
std::string render_traditional(const Filled&);      // L15
std::string render_radicals(const Filled&);         // Kangxi and CJK-supplement radicals

/// A whole report: title, preamble, sections; `table` renders one table.
std::string whole_report(const Filled& filled, std::string (*table)(const Filled&, Table), std::string_view line_end = "\n");

std::string replace_all(std::string text, std::string_view from, std::string_view to);

}  // namespace nianbao::testing
