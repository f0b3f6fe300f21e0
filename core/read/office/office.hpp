// Office files: which they are, by content, and their readers. A reader sets format, text, blocks, grids and, where a
// file can't be read, one of the observations listed in formats.hpp. None throws, whatever the bytes are.
#pragma once

#include <string_view>

#include "core/document.hpp"

namespace nianbao {

bool is_zip(std::string_view bytes);   ///< docx, xlsx, ofd, odt, ods, and other zips
bool is_ole(std::string_view bytes);   ///< doc, wps, xls, encrypted docx and xlsx
bool is_rtf(std::string_view bytes);
bool is_wordml(std::string_view bytes);  ///< XML of Word 2003, or a docx flattened to one XML file
bool is_odf(std::string_view bytes);     ///< OpenDocument as one XML file; the usual zip is a zip
bool is_excel_xml(std::string_view bytes);  ///< XML of Excel 2003
bool is_pdf(std::string_view bytes);   ///< a PDF itself, or the text taken from one (runs.hpp)
bool is_image(std::string_view bytes);   ///< PNG, JPEG, GIF, BMP, TIFF, WebP
bool is_archive(std::string_view bytes); ///< RAR, 7z, gzip; a zip is looked into

/// A zip: Word, Excel, OFD or OpenDocument by its parts; anything else is format-unsupported.
void read_zip(std::string_view bytes, Document& document);
void read_ole(std::string_view bytes, Document& document);
void read_rtf(std::string_view bytes, Document& document);
void read_wordml(std::string_view bytes, Document& document);
void read_odf(std::string_view bytes, Document& document);
class OleFile;
void read_xls(const OleFile& ole, Document& document);
void read_excel_xml(std::string_view bytes, Document& document);

/// Text taken from a PDF; a PDF itself is format-unsupported here: an adapter outside the core takes its text.
void read_pdf(std::string_view bytes, Document& document);

/// For files recognised but not read (pictures, archives): one observation, format-unsupported.
void read_unsupported(std::string_view bytes, Document& document);

/// Notes why a document can't be read.
void observe(Document& document, std::string_view rule);

}  // namespace nianbao
