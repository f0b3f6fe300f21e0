// Office files written by hand for the tests: a Word document from the XML of its body, and what came out of a file.
#pragma once

#include <string>

#include "core/read/read.hpp"
#include "tests/formats/zip_writer.hpp"

namespace nianbao::testing {

inline constexpr const char* word_names = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' "
                                   "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'";
inline constexpr const char* to_document = "<Relationships><Relationship Id='a' Type='http://x/officeDocument' Target='word/document.xml'/></Relationships>";

inline std::string docx(const std::string& body, const std::string& numbering = {}) {
    ZipWriter zip;
    zip.add("_rels/.rels", to_document);
    zip.add("word/document.xml", std::string("<w:document ") + word_names + "><w:body>" + body + "</w:body></w:document>");
    if (!numbering.empty()) {
        zip.add("word/_rels/document.xml.rels", "<Relationships><Relationship Id='n' Type='http://x/numbering' Target='numbering.xml'/></Relationships>");
        zip.add("word/numbering.xml", std::string("<w:numbering ") + word_names + ">" + numbering + "</w:numbering>");
    }
    return zip.finish();
}

inline std::string text_of(const std::string& bytes) { return read(bytes, {}).text; }

inline std::string run(const std::string& text, const std::string& properties = {}) {
    return "<w:r><w:rPr>" + properties + "</w:rPr><w:t xml:space='preserve'>" + text + "</w:t></w:r>";
}
inline std::string paragraph(const std::string& inside, const std::string& properties = {}) { return "<w:p><w:pPr>" + properties + "</w:pPr>" + inside + "</w:p>"; }
inline std::string cell(const std::string& text, const std::string& properties = {}) {
    return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + paragraph(run(text)) + "</w:tc>";
}

/// "text@row,column" of each cell, "xROWSxCOLUMNS" after it where it spans more than one.
inline std::string cells_of_grid(const Document& document, std::size_t index = 0) {
    if (index >= document.grids.size()) return "no grid";
    std::string out;
    for (const GridCell& c : document.grids[index].cells) {
        out += std::string(slice(document.text, c.span)) + "@" + std::to_string(c.row) + "," + std::to_string(c.column);
        if (c.row_span > 1 || c.column_span > 1) out += "x" + std::to_string(c.row_span) + "x" + std::to_string(c.column_span);
        out += " ";
    }
    return out;
}

/// A workbook of one sheet from the XML inside <worksheet>, its styles and shared strings.
inline std::string xlsx(const std::string& sheet, const std::string& styles = {}, const std::string& strings = {}) {
    ZipWriter zip;
    zip.add("_rels/.rels", "<Relationships><Relationship Id='a' Type='http://x/officeDocument' Target='xl/workbook.xml'/></Relationships>");
    zip.add("xl/workbook.xml", "<workbook xmlns:r='r'><sheets><sheet name='甲' sheetId='1' r:id='s1'/></sheets></workbook>");
    zip.add("xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id='s1' Type='http://x/worksheet' Target='worksheets/sheet1.xml'/>"
                                          "<Relationship Id='y' Type='http://x/styles' Target='styles.xml'/><Relationship Id='t' Type='http://x/sharedStrings' Target='sharedStrings.xml'/></Relationships>");
    if (!styles.empty()) zip.add("xl/styles.xml", "<styleSheet>" + styles + "</styleSheet>");
    if (!strings.empty()) zip.add("xl/sharedStrings.xml", "<sst>" + strings + "</sst>");
    zip.add("xl/worksheets/sheet1.xml", "<worksheet>" + sheet + "</worksheet>");
    return zip.finish();
}

inline bool observes(const std::string& bytes, std::string_view rule) {
    for (const Observation& observation : read(bytes, {}).observations)
        if (observation.rule == rule) return true;
    return false;
}

}  // namespace nianbao::testing
