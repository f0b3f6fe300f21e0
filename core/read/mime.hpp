// MIME messages (RFC 2045, 2046, 2557): what a browser, Word or WPS saves as a "web archive" (.mht), and what a mail is.
//
// Nothing is fetched and no part is looked up by its address: only what the file itself holds is read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace nianbao {

/// A part without parts of its own.
struct MimePart {
    std::string type;      ///< "text/html", in lower case
    std::string charset;   ///< as its header names it; empty where it names none
    std::string encoding;  ///< "quoted-printable", "base64", … in lower case
    std::string_view body;
    bool attached = false; ///< meant to be saved, not shown
};

/// Whether bytes begin with a message's header that tells of a page or of several parts.
bool is_mime(std::string_view bytes);

/// The parts in order. Of alternatives the page is taken, else the first. At most a few hundred parts and eight levels.
std::vector<MimePart> mime_parts(std::string_view bytes);

/// A part's bytes without its transfer encoding. What is no such encoding stays as it is.
std::string mime_body(const MimePart& part);

}  // namespace nianbao
