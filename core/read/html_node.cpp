#include "core/read/html_node.hpp"

#include <algorithm>
#include <string>

#include <gumbo/gumbo.h>

#include "core/text/ascii.hpp"

namespace nianbao {

namespace {

/// The style attribute in lower case without white space, as far as `most` bytes of it.
std::string style_of(const GumboNode& node) {
    constexpr std::size_t most = 4000;
    std::string style;
    for (const char c : html_attribute(node, "style").substr(0, most)) {
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r') continue;
        style += lower(c);
    }
    return style;
}

/// Whether a declaration ("display:none") stands in a style, not as the tail of a longer name ("mso-display:none").
bool declares(const std::string& style, std::string_view declaration) {
    for (std::size_t at = style.find(declaration); at != std::string::npos; at = style.find(declaration, at + 1))
        if (at == 0 || style[at - 1] == ';') return true;
    return false;
}

bool is_hidden_element(GumboTag tag) {
    switch (tag) {
        case GUMBO_TAG_HEAD:
        case GUMBO_TAG_TITLE:
        case GUMBO_TAG_SCRIPT:
        case GUMBO_TAG_STYLE:
        case GUMBO_TAG_NOSCRIPT:
        case GUMBO_TAG_TEMPLATE:
        case GUMBO_TAG_TEXTAREA:
        case GUMBO_TAG_SELECT:
        case GUMBO_TAG_DATALIST:
        case GUMBO_TAG_IFRAME:
        case GUMBO_TAG_OBJECT:
        case GUMBO_TAG_CANVAS:
        case GUMBO_TAG_AUDIO:
        case GUMBO_TAG_VIDEO:
        case GUMBO_TAG_SVG:
        case GUMBO_TAG_MATH:
        case GUMBO_TAG_NOFRAMES:
        case GUMBO_TAG_NOEMBED:
        case GUMBO_TAG_DEL:
        case GUMBO_TAG_RT:
        case GUMBO_TAG_RP:
            return true;
        default:
            return false;
    }
}

bool is_block_element(GumboTag tag) {
    switch (tag) {
        case GUMBO_TAG_HTML:
        case GUMBO_TAG_BODY:
        case GUMBO_TAG_P:
        case GUMBO_TAG_DIV:
        case GUMBO_TAG_H1:
        case GUMBO_TAG_H2:
        case GUMBO_TAG_H3:
        case GUMBO_TAG_H4:
        case GUMBO_TAG_H5:
        case GUMBO_TAG_H6:
        case GUMBO_TAG_UL:
        case GUMBO_TAG_OL:
        case GUMBO_TAG_LI:
        case GUMBO_TAG_DL:
        case GUMBO_TAG_DT:
        case GUMBO_TAG_DD:
        case GUMBO_TAG_TABLE:
        case GUMBO_TAG_CAPTION:
        case GUMBO_TAG_TR:
        case GUMBO_TAG_TD:
        case GUMBO_TAG_TH:
        case GUMBO_TAG_HR:
        case GUMBO_TAG_PRE:
        case GUMBO_TAG_CENTER:
        case GUMBO_TAG_FORM:
        case GUMBO_TAG_FIELDSET:
        case GUMBO_TAG_LEGEND:
        case GUMBO_TAG_BLOCKQUOTE:
        case GUMBO_TAG_ADDRESS:
        case GUMBO_TAG_ARTICLE:
        case GUMBO_TAG_SECTION:
        case GUMBO_TAG_HEADER:
        case GUMBO_TAG_FOOTER:
        case GUMBO_TAG_MAIN:
        case GUMBO_TAG_NAV:
        case GUMBO_TAG_ASIDE:
        case GUMBO_TAG_FIGURE:
        case GUMBO_TAG_FIGCAPTION:
        case GUMBO_TAG_DETAILS:
        case GUMBO_TAG_SUMMARY:
        case GUMBO_TAG_OPTION:
            return true;
        default:
            return false;
    }
}

}  // namespace

std::string_view html_attribute(const GumboNode& node, const char* name) {
    const GumboAttribute* attribute = gumbo_get_attribute(&node.v.element.attributes, name);
    return attribute == nullptr ? std::string_view{} : std::string_view(attribute->value);
}

int html_number(const GumboNode& node, const char* name, int absent) {
    constexpr int most = 65534;
    const std::string_view text = html_attribute(node, name);
    std::size_t at = 0;
    while (at < text.size() && (text[at] == ' ' || text[at] == '+' || text[at] == '\n' || text[at] == '\t')) ++at;
    if (at == text.size() || !is_digit(text[at])) return absent;
    int number = 0;
    for (; at < text.size() && is_digit(text[at]); ++at) number = std::min(most, number * 10 + (text[at] - '0'));
    return number;
}

bool is_hidden(const GumboNode& node) {
    const GumboElement& element = node.v.element;
    if (is_hidden_element(element.tag)) return true;
    if (element.tag == GUMBO_TAG_UNKNOWN && std::string_view(element.name) == "xml") return true;
    if (element.attributes.length == 0) return false;
    if (gumbo_get_attribute(&element.attributes, "hidden") != nullptr) return true;
    // The last row of Word's and Excel's tables, which only carries the column widths.
    if (element.tag == GUMBO_TAG_TR && html_attribute(node, "height") == "0") return true;
    const std::string style = style_of(node);
    return declares(style, "display:none") || declares(style, "visibility:hidden") || declares(style, "mso-hide:all");
}

bool is_block(const GumboNode& node) {
    const GumboTag tag = node.v.element.tag;
    const bool block = is_block_element(tag);
    if (tag == GUMBO_TAG_TR || tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH || tag == GUMBO_TAG_TABLE) return true;
    if (node.v.element.attributes.length == 0) return block;
    const std::string style = style_of(node);
    if (declares(style, "display:inline")) return declares(style, "display:inline-block") && block;
    return block || declares(style, "display:block");
}

bool is_verbatim(const GumboNode& node) {
    if (node.v.element.tag == GUMBO_TAG_PRE) return true;
    if (node.v.element.attributes.length == 0) return false;
    return declares(style_of(node), "white-space:pre");
}

}  // namespace nianbao
