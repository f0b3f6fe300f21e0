#include "core/read/html_text.hpp"

#include "core/text/ascii.hpp"
#include "core/text/fold.hpp"

namespace nianbao {

namespace {

bool is_wide(char32_t c) { return c >= 0x2E80; }

char32_t last_character(std::string_view text) {
    std::size_t at = text.size();
    while (at > 0 && (static_cast<unsigned char>(text[--at]) & 0xC0) == 0x80) {
    }
    return decode_at(text, at).value;
}

}  // namespace

/// A line break in the source is no space where Chinese text merely wraps.
void HtmlText::close_gap(std::string_view next) {
    const Gap gap = gap_;
    gap_ = Gap::none;
    if (gap == Gap::none || at_line_start()) return;
    if (gap == Gap::line && (is_wide(last_character(text_)) || is_wide(decode_at(next, 0).value))) return;
    text_ += ' ';
}

void HtmlText::add(std::string_view text, bool verbatim) {
    if (verbatim) {
        if (text.empty()) return;
        close_gap(text);
        for (std::size_t at = 0; at < text.size(); ++at) {
            if (text[at] != '\r') text_ += text[at];
            else if (at + 1 == text.size() || text[at + 1] != '\n') text_ += '\n';
        }
        return;
    }
    std::size_t at = 0;
    while (at < text.size()) {
        if (is_html_space(text[at])) {
            if (text[at] == '\n' || text[at] == '\r')
                gap_ = Gap::line;
            else if (gap_ == Gap::none)
                gap_ = Gap::space;
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < text.size() && !is_html_space(text[end])) ++end;
        close_gap(text.substr(at));
        text_ += text.substr(at, end - at);
        at = end;
    }
}

void HtmlText::end_line() {
    gap_ = Gap::none;
    if (!at_line_start()) text_ += '\n';
}

void HtmlText::line_break() {
    gap_ = Gap::none;
    if (text_.size() != start_) text_ += '\n';
}

void HtmlText::part_digits() {
    if (!text_.empty() && is_digit(text_.back())) gap_ = Gap::space;
}

void HtmlText::begin_cell() {
    gap_ = Gap::none;
    start_ = text_.size();
}

Span HtmlText::end_cell() {
    gap_ = Gap::none;
    while (text_.size() > start_ && is_html_space(text_.back())) text_.pop_back();
    const Span span = trimmed(text_, static_cast<std::uint32_t>(start_), size());
    start_ = 0;
    return span;
}

void HtmlText::separate(char separator) {
    gap_ = Gap::none;
    text_ += separator;
}

}  // namespace nianbao
