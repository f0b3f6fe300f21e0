#include "core/read/html_source.hpp"

#include <algorithm>
#include <iterator>

#include "core/text/ascii.hpp"

namespace nianbao {

namespace {

constexpr std::size_t npos = std::string_view::npos;

template <std::size_t size>
bool is_one_of(std::string_view name, const std::string_view (&names)[size]) {
    return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

/// The lower-case name of the tag whose '<' or '</' stands at `at`; empty where there is none.
std::string tag_name(std::string_view text, std::size_t at) {
    std::size_t begin = at + 1;
    if (begin < text.size() && text[begin] == '/') ++begin;
    std::string name;
    for (std::size_t i = begin; i < text.size() && name.size() < 12; ++i) {
        if (!is_letter(text[i]) && !(is_digit(text[i]) && !name.empty())) break;
        name += lower(text[i]);
    }
    return name;
}

}  // namespace

std::string_view without_clipboard_header(std::string_view html) {
    std::size_t at = 0;
    while (at < html.size() && is_html_space(html[at])) ++at;
    if (!starts_with_lower(html, at, "version:")) return html;
    const std::size_t open = html.find('<');
    const bool header = html.substr(0, 400).find("StartHTML") != npos;
    return header && open != npos ? html.substr(open) : html;
}

std::string declared_charset(std::string_view bytes) {
    const std::string_view head = bytes.substr(0, 4096);
    for (std::size_t at = head.find('='); at != npos; at = head.find('=', at + 1)) {
        constexpr std::string_view key = "charset";
        if (at < key.size() || !starts_with_lower(head, at - key.size(), key)) continue;
        std::size_t begin = at + 1;
        while (begin < head.size() && (is_html_space(head[begin]) || head[begin] == '"' || head[begin] == '\'')) ++begin;
        std::size_t end = begin;
        while (end < head.size() && (is_letter(head[end]) || is_digit(head[end]) || head[end] == '-')) ++end;
        return std::string(head.substr(begin, end - begin));
    }
    return {};
}

bool looks_like_html(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size() && is_html_space(text[at])) ++at;
    if (starts_with_lower(text, at, "<!doctype html") || starts_with_lower(text, at, "<html")) return true;
    if (starts_with_lower(text, at, "version:") && text.substr(at, 400).find("StartHTML") != npos) return true;
    constexpr std::size_t enough = 3;
    static constexpr std::string_view usual[] = {"html", "head", "body", "meta", "style", "div", "p", "table", "tbody", "tr", "td",
                                                 "th", "h1", "h2", "h3", "ul", "ol", "li", "span", "article", "section"};
    std::size_t tags = 0;
    for (at = text.find('<'); at != npos && tags < enough; at = text.find('<', at + 1)) {
        const std::string name = tag_name(text, at);
        if (is_one_of(name, usual))
            ++tags;
    }
    return tags >= enough;
}

}  // namespace nianbao
