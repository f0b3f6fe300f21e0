#include "core/read/html_source.hpp"

#include <algorithm>
#include <iterator>

#include "core/text/ascii.hpp"

namespace nianbao {

namespace {

constexpr std::size_t npos = std::string_view::npos;

bool starts_with(std::string_view text, std::size_t at, std::string_view lower_case) {
    if (text.size() - at < lower_case.size()) return false;
    for (std::size_t i = 0; i < lower_case.size(); ++i)
        if (lower(text[at + i]) != lower_case[i]) return false;
    return true;
}

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

bool is_formatting(std::string_view name) {
    static constexpr std::string_view names[] = {"a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"};
    return is_one_of(name, names);
}

/// Finds a needle from ever later places: the whole search of a text is one pass.
class Finder {
public:
    Finder(std::string_view text, std::string_view needle) : text_(text), needle_(needle) {}
    std::size_t from(std::size_t at) {
        if (next_ != npos && (!searched_ || next_ < at)) {
            next_ = text_.find(needle_, at);
            searched_ = true;
        }
        return next_;
    }

private:
    std::string_view text_;
    std::string_view needle_;
    std::size_t next_ = 0;
    bool searched_ = false;
};

class Mender {
public:
    explicit Mender(std::string_view html)
        : html_(html), closes_(html, "-->"), opens_(html, "<!--"), endifs_(html, "<![endif]") {}

    HtmlSource run();

private:
    std::size_t after_comment(std::size_t at);
    std::size_t after_conditional(std::size_t at);
    std::size_t after_raw(std::size_t at, std::string_view name);
    std::size_t tag(std::size_t at, std::string_view name);
    std::size_t attribute(std::size_t at, bool copy);

    std::string_view html_;
    Finder closes_, opens_, endifs_;
    bool no_script_end_ = false, no_style_end_ = false;
    HtmlSource out_;
    std::size_t tables_ = 0, flows_ = 0;
};

/// Where the text goes on after the comment that opens at `at`.
std::size_t Mender::after_comment(std::size_t at) {
    if (starts_with(html_, at, "<!--[if")) return after_conditional(at);
    if (starts_with(html_, at, "<!-->")) return at + 5;
    const std::size_t close = closes_.from(at + 4);
    return close == npos ? at + 4 : close + 3;
}

std::size_t Mender::after_conditional(std::size_t at) {
    const std::size_t close = closes_.from(at + 4);
    const std::size_t endif = endifs_.from(at + 4);
    const std::size_t stop = std::min(close, endif);
    const std::size_t inner = opens_.from(at + 4);
    const bool revealed = inner != npos && close != npos && close <= inner + 5;  // <!--[if !mso]><!-- -->
    if (stop != npos && (inner >= stop || revealed)) {
        if (stop == close) return close + 3;
        const std::size_t end = endif + 9;
        if (starts_with(html_, end, "-->")) return end + 3;
        return end < html_.size() && html_[end] == '>' ? end + 1 : end;
    }
    const std::size_t head = html_.find('>', at);  // never closed: only its head is dropped
    return head == npos ? html_.size() : head + 1;
}

/// Where the text goes on after a script or style sheet; after its tag where it is never closed.
std::size_t Mender::after_raw(std::size_t at, std::string_view name) {
    bool& no_end = name == "script" ? no_script_end_ : no_style_end_;
    for (std::size_t i = at; !no_end && i != npos;) {
        i = html_.find("</", i + 1);
        if (i == npos || !starts_with(html_, i + 2, name)) continue;
        const std::size_t close = html_.find('>', i);
        return close == npos ? html_.size() : close + 1;
    }
    no_end = true;
    const std::size_t close = html_.find('>', at);
    return close == npos ? html_.size() : close + 1;
}

/// What the reader looks at. A style matters only where it may hide, show or keep something.
bool is_read(std::string_view name, std::string_view value) {
    static constexpr std::string_view always[] = {"rowspan", "colspan", "hidden", "height", "type", "value"};
    if (is_one_of(name, always)) return true;
    if (name != "style") return false;
    constexpr std::string_view telling[] = {"display", "visibility", "hide", "white-space"};
    for (std::size_t at = 0; at < value.size(); ++at) {
        const char initial = lower(value[at]);
        if (initial != 'd' && initial != 'v' && initial != 'h' && initial != 'w') continue;
        for (const std::string_view word : telling)
            if (starts_with(value, at, word)) return true;
    }
    return false;
}

/// Reads one attribute as the parser would and copies it if it is read at all; returns where the tag goes on.
std::size_t Mender::attribute(std::size_t at, bool copy) {
    const auto skip_blanks = [this](std::size_t i) {
        while (i < html_.size() && is_html_space(html_[i])) ++i;
        return i;
    };
    std::string name;
    std::size_t end = at;
    const auto ends_name = [this, at](std::size_t i) {
        return is_html_space(html_[i]) || html_[i] == '/' || html_[i] == '>' || (i > at && html_[i] == '=');
    };
    while (end < html_.size() && !ends_name(end)) {
        if (name.size() < 12) name += lower(html_[end]);
        ++end;
    }
    std::size_t begin = skip_blanks(end);
    if (begin >= html_.size() || html_[begin] != '=') {
        if (copy && is_read(name, {})) out_.text.append(" ").append(name);
        return begin;
    }
    begin = skip_blanks(begin + 1);
    const char quote = begin < html_.size() && (html_[begin] == '"' || html_[begin] == '\'') ? html_[begin] : '\0';
    if (quote != '\0') {
        end = html_.find(quote, ++begin);
    } else {
        end = begin;
        while (end < html_.size() && html_[end] != '>' && !is_html_space(html_[end])) ++end;
    }
    if (end == npos) return html_.size();
    const std::string_view value = html_.substr(begin, end - begin);
    if (copy && is_read(name, value) && (quote != '\0' || value.find('"') == npos)) {
        const char around = quote == '\0' ? '"' : quote;
        out_.text.append(" ").append(name).append("=").append(1, around).append(value).append(1, around);
    }
    return quote == '\0' ? end : end + 1;
}

/// Copies the tag with the attributes that are read; returns where the text goes on. A tag that never ends does so
/// with the page, as in the parser.
std::size_t Mender::tag(std::size_t at, std::string_view name) {
    ++out_.tags;
    if (name == "table") ++tables_;
    static constexpr std::string_view flows[] = {"p", "div", "br", "body", "html", "section", "article", "li", "pre"};
    if (is_one_of(name, flows)) ++flows_;
    const bool closing = html_[at + 1] == '/';
    out_.text += closing ? "</" : "<";
    if (is_formatting(name))
        out_.text.append(name.size(), 'q');
    else
        out_.text.append(html_.substr(at + (closing ? 2 : 1), name.size()));
    std::size_t i = at + (closing ? 2 : 1) + name.size();
    while (i < html_.size() && !is_html_space(html_[i]) && html_[i] != '/' && html_[i] != '>') out_.text += html_[i++];
    while (i < html_.size() && html_[i] != '>') {
        if (is_html_space(html_[i]) || html_[i] == '/')
            ++i;
        else
            i = attribute(i, !closing);
    }
    out_.text += '>';
    return i < html_.size() ? i + 1 : i;
}

HtmlSource Mender::run() {
    out_.text.reserve(html_.size());
    std::size_t at = 0;
    while (at < html_.size()) {
        if (out_.tags >= max_tags) {
            out_.cut = true;
            break;
        }
        const std::size_t open = std::min(html_.find('<', at), html_.size());
        out_.text.append(html_.substr(at, open - at));
        if (open + 1 >= html_.size()) break;
        at = open + 1;
        if (starts_with(html_, open, "<!--")) {
            at = after_comment(open);
            continue;
        }
        const std::string name = tag_name(html_, open);
        if (html_[open + 1] != '/' && (name == "script" || name == "style")) {
            at = after_raw(open, name);
        } else if (!name.empty()) {
            at = tag(open, name);
        } else {
            out_.text += '<';
        }
    }
    out_.bare_lines = tables_ > 0 && flows_ == 0;
    return std::move(out_);
}

std::string_view without_clipboard_header(std::string_view html) {
    std::size_t at = 0;
    while (at < html.size() && is_html_space(html[at])) ++at;
    if (!starts_with(html, at, "version:")) return html;
    const std::size_t open = html.find('<');
    const bool header = html.substr(0, 400).find("StartHTML") != npos;
    return header && open != npos ? html.substr(open) : html;
}

}  // namespace

HtmlSource mended_html(std::string_view html) { return Mender(without_clipboard_header(html)).run(); }

std::string declared_charset(std::string_view bytes) {
    const std::string_view head = bytes.substr(0, 4096);
    for (std::size_t at = head.find('='); at != npos; at = head.find('=', at + 1)) {
        constexpr std::string_view key = "charset";
        if (at < key.size() || !starts_with(head, at - key.size(), key)) continue;
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
    if (starts_with(text, at, "<!doctype html") || starts_with(text, at, "<html")) return true;
    if (starts_with(text, at, "version:") && text.substr(at, 400).find("StartHTML") != npos) return true;
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
