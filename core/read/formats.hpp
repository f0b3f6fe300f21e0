// The formats the core reads, as one table. A new format is one reader and one line in formats.cpp.
//
// Why a file can't be read is one of these observations; none has details:
//   file-encrypted      a password is needed: zip, docx, xlsx, doc, pdf, ofd
//   file-unreadable     damaged or cut off; what could be read before the damage may stand in the text
//   input-too-large     more than the caps allow: bytes, unpacked size or ratio, parts, depth, cells, pages
//   pdf-scanned         pages without text: pictures of paper
//   format-unsupported  recognised, and not read: pictures, Word 95 and older, old WPS, ppt, zips of files, RAR and 7z;
//                       a PDF that reaches the core itself
//   part-unread         what was read is whole but for a piece of another file that it refers to
#pragma once

#include <span>
#include <string_view>

#include "core/document.hpp"
#include "core/options.hpp"

namespace nianbao {

struct Reader {
    Format format;
    std::string_view name;  ///< as in Options::format and the result's document.format
    /// Whether bytes are of this format, by their content. Cheap: looks at a head of the bytes, a directory at most.
    bool (*recognises)(std::string_view bytes);
    /// Fills encoding, text, blocks, grids and observations; name and format are set already.
    void (*read)(std::string_view bytes, const Options& options, Document& document);
};

/// Every reader; the first that recognises the bytes reads them. Text comes last and takes everything.
std::span<const Reader> readers();

bool is_html(std::string_view bytes);
void read_html(std::string_view bytes, const Options& options, Document& document);
bool is_mhtml(std::string_view bytes);
void read_mhtml(std::string_view bytes, const Options& options, Document& document);
bool is_text(std::string_view bytes);
void read_text(std::string_view bytes, const Options& options, Document& document);

}  // namespace nianbao
