// A page saved as one file (.mht, .mhtml), or a mail: the page among its parts is read.
#include <string>

#include "core/read/decoded_text.hpp"
#include "core/read/encoding.hpp"
#include "core/read/formats.hpp"
#include "core/read/html.hpp"
#include "core/read/html_source.hpp"
#include "core/read/mime.hpp"

namespace nianbao {

namespace {

std::string decoded_part(const MimePart& part, const Options& options, Document& document) {
    const std::string bytes = mime_body(part);
    const std::string charset = encoding_name(part.charset).empty() ? declared_charset(bytes) : part.charset;
    return decoded_text(bytes, options, charset, document);
}

enum class Frames { none, within, instead };

/// Whether a page shows others: within itself (iframe), or instead of content of its own (frameset).
Frames frames_of(std::string_view html) {
    Frames frames = Frames::none;
    for (std::size_t at = html.find('<'); at != html.npos; at = html.find('<', at + 1)) {
        const std::string_view tag = html.substr(at + 1, 8);
        if (tag == "frameset" || tag == "FRAMESET") return Frames::instead;
        if (tag.starts_with("iframe") || tag.starts_with("IFRAME")) frames = Frames::within;
    }
    return frames;
}

}  // namespace

bool is_mhtml(std::string_view bytes) { return is_mime(bytes); }

void read_mhtml(std::string_view bytes, const Options& options, Document& document) {
    const MimePart* page = nullptr;
    const MimePart* plain = nullptr;
    const std::vector<MimePart> parts = mime_parts(bytes);
    for (const MimePart& part : parts) {
        if (part.attached) continue;
        if (!page && part.type == "text/html") page = &part;
        if (!plain && part.type == "text/plain") plain = &part;
    }
    if (!page && !plain) {
        document.observations.push_back({"file-unreadable", {}, {}, {}});
        return;
    }
    if (!page) return read_text(mime_body(*plain), options, document);
    std::string html = decoded_part(*page, options, document);
    const std::string encoding = document.encoding;
    // The pages of a page's frames, and the sheets of a workbook saved as a page, are parts of their own.
    const Frames frames = frames_of(html);
    if (frames == Frames::instead) html.clear();
    if (frames != Frames::none)
        for (const MimePart& part : parts)
            if (&part != page && part.type == "text/html" && !part.attached) html += decoded_part(part, options, document);
    document.encoding = encoding;
    read_page(html, document);
}

}  // namespace nianbao
