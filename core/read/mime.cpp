#include "core/read/mime.hpp"

#include <algorithm>
#include <utility>

#include "core/text/ascii.hpp"
#include "core/text/base64.hpp"

namespace nianbao {

namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr int deepest = 8;
constexpr std::size_t most_parts = 300;
constexpr std::size_t longest_header = 1u << 16;

std::string lowered(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), lower);
    return out;
}

bool is_blank(char c) { return c == ' ' || c == '\t'; }

std::string_view without_blanks(std::string_view text) {
    while (!text.empty() && (is_blank(text.front()) || text.front() == '\r' || text.front() == '\n')) text.remove_prefix(1);
    while (!text.empty() && (is_blank(text.back()) || text.back() == '\r' || text.back() == '\n')) text.remove_suffix(1);
    return text;
}

/// Takes the next line off `text`, its line break included; returns it without.
std::string_view take_line(std::string_view& text) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == npos ? text.size() : end + 1);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    return line;
}

/// "Content-Type" of "Content-Type: text/html"; empty where a line is no field.
std::string_view field_name(std::string_view line) {
    constexpr std::size_t longest_name = 60;
    const std::size_t colon = line.substr(0, longest_name).find(':');
    if (colon == npos || colon == 0) return {};
    const std::string_view name = line.substr(0, colon);
    const bool token = std::all_of(name.begin(), name.end(), [](char c) { return c > ' ' && c < '\x7F'; });
    return token ? name : std::string_view{};
}

/// What of a header matters here.
struct Header {
    std::string type;       ///< the value of Content-Type, its parameters included
    std::string encoding;
    std::string disposition;
    bool versioned = false; ///< names MIME's version
};

/// Reads a header and the empty line after it off `text`. A line that is no field ends it, too.
Header take_header(std::string_view& text) {
    Header header;
    std::string* open = nullptr;
    std::size_t left = longest_header;
    while (!text.empty()) {
        const std::string_view before = text;
        const std::string_view line = take_line(text);
        if (line.empty()) break;
        if (line.size() > left) break;
        left -= line.size();
        if (is_blank(line.front())) {
            if (open) open->append(line);
            continue;
        }
        const std::string_view name = field_name(line);
        if (name.empty()) {
            text = before;
            break;
        }
        const std::string key = lowered(name);
        open = key == "content-type"                ? &header.type
               : key == "content-transfer-encoding" ? &header.encoding
               : key == "content-disposition"       ? &header.disposition
                                                    : nullptr;
        header.versioned = header.versioned || key == "mime-version";
        if (open) *open = std::string(line.substr(name.size() + 1));
    }
    return header;
}

/// "multipart/related" of a Content-Type, in lower case.
std::string media_type(const Header& header) { return lowered(without_blanks(std::string_view(header.type).substr(0, header.type.find(';')))); }

/// A parameter of a Content-Type, out of its quotes.
std::string parameter(std::string_view value, std::string_view name) {
    value = without_blanks(value);
    for (std::size_t at = value.find(';'); at != npos; at = value.find(';', at + 1)) {
        std::string_view rest = without_blanks(value.substr(at + 1));
        if (lowered(rest.substr(0, name.size())) != name) continue;
        rest = without_blanks(rest.substr(name.size()));
        if (rest.empty() || rest.front() != '=') continue;
        rest = without_blanks(rest.substr(1));
        if (!rest.empty() && rest.front() == '"') return std::string(rest.substr(1, rest.find('"', 1) - 1));
        return std::string(without_blanks(rest.substr(0, rest.find(';'))));
    }
    return {};
}

/// Collects parts; every level scans its bytes once.
class Parts {
public:
    void read(std::string_view text, int depth) {
        const Header header = take_header(text);
        std::string type = media_type(header);
        if (type.starts_with("multipart/")) {
            const std::string boundary = parameter(header.type, "boundary");
            if (depth < deepest && !boundary.empty()) read_parts(text, "--" + boundary, type == "multipart/alternative", depth);
            return;
        }
        if (list.size() >= most_parts) return;
        MimePart part;
        part.type = type.empty() ? "text/plain" : std::move(type);
        part.charset = parameter(header.type, "charset");
        part.encoding = lowered(without_blanks(header.encoding));
        part.body = text;
        part.attached = lowered(without_blanks(header.disposition)).starts_with("attachment");
        list.push_back(std::move(part));
    }

    std::vector<MimePart> list;

private:
    void read_parts(std::string_view text, const std::string& border, bool alternatives, int depth) {
        const std::size_t first = list.size();
        std::string_view rest = text;
        const char* begin = nullptr;
        const auto close = [&](const char* end) {
            if (begin) read(std::string_view(begin, static_cast<std::size_t>(end - begin)), depth + 1);
            begin = nullptr;
        };
        bool closed = false;
        while (!rest.empty() && !closed && list.size() < most_parts) {
            const char* here = rest.data();
            const std::string_view line = take_line(rest);
            if (line.substr(0, border.size()) != border) continue;
            const std::string_view tail = without_blanks(line.substr(border.size()));
            if (!tail.empty() && tail != "--") continue;
            close(here);
            closed = tail == "--";
            if (!closed) begin = rest.data();
        }
        close(text.data() + text.size());
        if (alternatives) keep_best(first);
    }

    void keep_best(std::size_t first) {
        const auto begin = list.begin() + static_cast<std::ptrdiff_t>(first);
        if (list.end() - begin < 2) return;
        auto best = std::find_if(begin, list.end(), [](const MimePart& part) { return part.type == "text/html"; });
        if (best == list.end()) best = begin;
        std::iter_swap(begin, best);
        list.erase(begin + 1, list.end());
    }
};

std::string from_quoted_printable(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] != '=') {
            out += text[at++];
            continue;
        }
        std::size_t end = at + 1;
        while (end < text.size() && is_blank(text[end])) ++end;
        if (end < text.size() && text[end] == '\r') ++end;
        if (end >= text.size() || text[end] == '\n') {  // a line that goes on
            at = std::min(end + 1, text.size());
            continue;
        }
        const int high = at + 2 < text.size() ? hex_digit(text[at + 1]) : -1;
        const int low = at + 2 < text.size() ? hex_digit(text[at + 2]) : -1;
        if (high < 0 || low < 0) {
            out += text[at++];
            continue;
        }
        out += static_cast<char>(high * 16 + low);
        at += 3;
    }
    return out;
}

}  // namespace

bool is_mime(std::string_view bytes) {
    std::string_view text = bytes.substr(0, longest_header);
    while (!text.empty() && (text.front() == '\r' || text.front() == '\n')) text.remove_prefix(1);
    const Header header = take_header(text);
    const std::string type = media_type(header);
    const bool several = type.starts_with("multipart/") && !parameter(header.type, "boundary").empty();
    return several || (header.versioned && type == "text/html");
}

std::vector<MimePart> mime_parts(std::string_view bytes) {
    while (!bytes.empty() && (bytes.front() == '\r' || bytes.front() == '\n')) bytes.remove_prefix(1);
    Parts parts;
    parts.read(bytes, 0);
    return std::move(parts.list);
}

std::string mime_body(const MimePart& part) {
    if (part.encoding == "base64") return from_base64(part.body);
    if (part.encoding == "quoted-printable") return from_quoted_printable(part.body);
    return std::string(part.body);
}

}  // namespace nianbao
