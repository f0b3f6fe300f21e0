#include "core/read/html_tokens.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "core/read/html_characters.hpp"
#include "core/text/ascii.hpp"
#include "core/text/fold.hpp"

// gumbo's own, which its headers for others leave out.
extern "C" {
void* gumbo_alloc(std::size_t size);
void gumbo_vector_add(void* element, GumboVector* vector);
}

namespace nianbao {

namespace {

constexpr std::size_t npos = std::string_view::npos;

// In a tree's text, code points beyond Unicode's last stand for stretches of the page.
constexpr std::uint32_t first_stretch = 0x110000, most_stretches = 0x200000 - first_stretch;

/// A copy as the tree owns it.
char* owned(std::string_view text) {
    auto* const copy = static_cast<char*>(gumbo_alloc(text.size() + 1));
    std::copy(text.begin(), text.end(), copy);
    copy[text.size()] = '\0';
    return copy;
}

bool is_formatting(GumboTag tag) {
    switch (tag) {
        case GUMBO_TAG_A:
        case GUMBO_TAG_B:
        case GUMBO_TAG_BIG:
        case GUMBO_TAG_CODE:
        case GUMBO_TAG_EM:
        case GUMBO_TAG_FONT:
        case GUMBO_TAG_I:
        case GUMBO_TAG_NOBR:
        case GUMBO_TAG_S:
        case GUMBO_TAG_SMALL:
        case GUMBO_TAG_STRIKE:
        case GUMBO_TAG_STRONG:
        case GUMBO_TAG_TT:
        case GUMBO_TAG_U:
            return true;
        default:
            return false;
    }
}

bool is_flow(GumboTag tag) {
    return tag == GUMBO_TAG_P || tag == GUMBO_TAG_DIV || tag == GUMBO_TAG_BR || tag == GUMBO_TAG_BODY || tag == GUMBO_TAG_HTML ||
           tag == GUMBO_TAG_SECTION || tag == GUMBO_TAG_ARTICLE || tag == GUMBO_TAG_LI || tag == GUMBO_TAG_PRE;
}

bool same_letters(std::string_view a, std::string_view b) {
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return lower(x) == lower(y); });
}

/// Whether a style may hide, show or keep something.
bool is_telling(std::string_view style) {
    constexpr std::string_view words[] = {"display", "visibility", "hide", "white-space"};
    for (std::size_t at = 0; at < style.size(); ++at) {
        const char initial = lower(style[at]);
        if (initial != 'd' && initial != 'v' && initial != 'h' && initial != 'w') continue;
        for (const std::string_view word : words)
            if (starts_with_lower(style, at, word)) return true;
    }
    return false;
}

/// The attribute's name if the reader looks at it, or nothing.
std::string_view read_name(GumboTag tag, std::string_view name) {
    const bool cell = tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH, input = tag == GUMBO_TAG_INPUT;
    const auto is = [&](std::string_view known) { return name.size() == known.size() && starts_with_lower(name, 0, known) ? known : std::string_view{}; };
    switch (lower(name.empty() ? '\0' : name[0])) {
        case 's': return is("style");
        case 'r': return cell ? is("rowspan") : std::string_view{};
        case 'c': return cell ? is("colspan") : std::string_view{};
        case 't': return input ? is("type") : std::string_view{};
        case 'v': return input ? is("value") : std::string_view{};
        case 'h': return name.size() == 6 && tag == GUMBO_TAG_TR && starts_with_lower(name, 0, "height") ? "height" : is("hidden");
        default: return {};
    }
}

}  // namespace

std::size_t HtmlTokens::Finder::from(std::string_view text, std::size_t at) {
    if (next_ != npos && (!searched_ || next_ < at)) {
        next_ = text.find(needle_, at);
        searched_ = true;
    }
    return next_;
}

HtmlTokens::HtmlTokens(std::string_view html) : html_(html) {
    if (html.find('\0') == npos) return;
    std::remove_copy(html.begin(), html.end(), std::back_inserter(clean_), '\0');
    html_ = clean_;
}

void HtmlTokens::next(GumboToken& token) {
    token.original_text = {"<>", 2};
    token.position = {};
    if (second_ >= 0) return character(token, static_cast<char32_t>(std::exchange(second_, -1)), at_);
    if (content_ != GUMBO_LEX_DATA && raw_text(token)) return;
    while (at_ < html_.size() && !cut_) {
        if (at_ < text_end_) return text(token);
        if (html_[at_] != '<') text_end_ = std::min(html_.find('<', at_), html_.size());
        else if (tags_ >= max_tags) cut_ = true;
        else if (markup(token)) return;
    }
    token.type = GUMBO_TOKEN_EOF;
    token.v.character = -1;
}

/// Text up to text_end_, or its first part.
void HtmlTokens::text(GumboToken& token) {
    if (html_[at_] == '&') return reference(token, text_end_);
    std::size_t solid = at_;
    bool line = false;
    for (; solid < text_end_ && is_html_space(html_[solid]); ++solid) line = line || html_[solid] == '\n' || html_[solid] == '\r';
    const bool exact = every_space_ || flows_ == 0;
    if (solid > at_ && exact) {
        const bool pair = html_[at_] == '\r' && at_ + 1 < text_end_ && html_[at_ + 1] == '\n';
        const char c = html_[at_] == '\r' ? '\n' : html_[at_];
        return character(token, static_cast<unsigned char>(c), at_ + (pair ? 2 : 1));
    }
    if (solid > at_ && (solid == text_end_ || html_[solid] == '&')) return character(token, line ? '\n' : ' ', solid);
    stretch(token, std::min(html_.substr(0, text_end_).find('&', solid), text_end_));
}

void HtmlTokens::reference(GumboToken& token, std::size_t end) {
    const CharacterReference found = character_reference(html_.substr(0, end), at_);
    if (found.length == 0) return character(token, '&', at_ + 1);
    if (found.second != 0) second_ = static_cast<int>(found.second);
    character(token, found.first, at_ + found.length);
}

void HtmlTokens::character(GumboToken& token, char32_t c, std::size_t end) {
    at_ = end;
    token.type = c < 0x80 && is_html_space(static_cast<char>(c)) ? GUMBO_TOKEN_WHITESPACE : GUMBO_TOKEN_CHARACTER;
    token.v.character = static_cast<int>(c);
}

void HtmlTokens::stretch(GumboToken& token, std::size_t end) {
    const CodePoint first = decode_at(html_, at_);
    if (at_ + first.length == end) return character(token, first.value, end);
    if (stretches_.size() == most_stretches) {
        cut_ = true;
        return next(token);
    }
    const auto index = static_cast<std::uint32_t>(stretches_.size());
    stretches_.push_back({static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(end - at_)});
    character(token, first_stretch + index, end);
}

std::string_view HtmlTokens::text_of(const char* text, std::string& joined) const {
    const std::string_view all = text;
    joined.clear();
    std::size_t done = 0;
    for (std::size_t at = 0; at < all.size(); ++at) {
        const auto byte = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(all[at + i])); };
        if (byte(0) < 0xF4 || at + 4 > all.size() || (byte(0) == 0xF4 && byte(1) < 0x90)) continue;
        const std::uint32_t code = (byte(0) & 7) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F);
        const Stretch& known = stretches_[code - first_stretch];
        const std::string_view shown = html_.substr(known.begin, known.size);
        if (all.size() == 4) return shown;
        joined.append(all, done, at - done).append(shown);
        done = at + 4;
        at += 3;
    }
    if (done == 0) return all;
    joined.append(all, done);
    return joined;
}

/// What stands between a tag whose content is text and its end; false where there is nothing.
bool HtmlTokens::raw_text(GumboToken& token) {
    std::size_t end = content_ == GUMBO_LEX_PLAINTEXT ? npos : html_.find("</", at_);
    const auto closes = [&](std::size_t at) {
        const std::size_t after = at + 2 + name_.size();
        return same_letters(html_.substr(at + 2, name_.size()), name_) && after < html_.size() && (is_html_space(html_[after]) || html_[after] == '/' || html_[after] == '>');
    };
    while (end != npos && !closes(end)) end = html_.find("</", end + 2);
    content_ = GUMBO_LEX_DATA;
    end = std::min(end, html_.size());
    if (end <= at_) return false;
    stretch(token, end);
    return true;
}

/// What begins with '<'. False where it is left out.
bool HtmlTokens::markup(GumboToken& token) {
    const char next = at_ + 1 < html_.size() ? html_[at_ + 1] : '\0';
    const bool closing = next == '/';
    const char initial = closing && at_ + 2 < html_.size() ? html_[at_ + 2] : next;
    if (is_letter(initial)) return tag(token, at_ + (closing ? 2 : 1));
    if (next == '\0') {
        at_ = html_.size();
        return false;
    }
    if (starts_with_lower(html_, at_, "<!--")) {
        at_ = after_comment(at_);
        return false;
    }
    if (starts_with_lower(html_, at_, "<!doctype")) {
        doctype(token);
        return true;
    }
    if (next == '!' || next == '?' || closing) {  // read as a comment
        const std::string_view end = foreign_ && starts_with_lower(html_, at_, "<![cdata[") ? "]]>" : ">";
        const std::size_t found = html_.find(end, at_);
        at_ = found == npos ? html_.size() : found + end.size();
        return false;
    }
    character(token, '<', at_ + 1);
    return true;
}

/// A tag with the attributes that are read, one that never ends as if it did so with the page. False for a script or a
/// style sheet, which is passed over.
bool HtmlTokens::tag(GumboToken& token, std::size_t name) {
    const std::size_t begin = at_;
    const bool closing = html_[begin + 1] == '/';
    for (at_ = name; at_ < html_.size() && !is_html_space(html_[at_]) && html_[at_] != '/' && html_[at_] != '>';) ++at_;
    name_ = html_.substr(name, at_ - name);
    GumboTag known = gumbo_tagn_enum(name_.data(), name_.size());
    if (!closing && (known == GUMBO_TAG_SCRIPT || known == GUMBO_TAG_STYLE)) {
        at_ = known == GUMBO_TAG_SCRIPT ? after_raw(begin, "script", no_script_end_) : after_raw(begin, "style", no_style_end_);
        return false;
    }
    if (is_formatting(known)) known = GUMBO_TAG_ABBR;
    ++tags_;
    tables_ += known == GUMBO_TAG_TABLE ? 1u : 0u;
    flows_ += is_flow(known) ? 1u : 0u;
    every_space_ = every_space_ || known == GUMBO_TAG_PRE || known == GUMBO_TAG_LISTING;
    char* const own_name = known == GUMBO_TAG_UNKNOWN ? owned(name_) : nullptr;
    if (own_name) std::transform(name_.begin(), name_.end(), own_name, lower);
    if (closing) {
        token.type = GUMBO_TOKEN_END_TAG;
        token.v.end_tag = {known, own_name};
        attributes(known, nullptr);
        return true;
    }
    token.type = GUMBO_TOKEN_START_TAG;
    token.v.start_tag = {known, own_name, {nullptr, 0, 0}, false};
    attributes(known, &token.v.start_tag.attributes);
    token.v.start_tag.is_self_closing = at_ > begin + 2 && html_[at_ - 1] == '>' && html_[at_ - 2] == '/';
    return true;
}

/// Reads the tag to its end.
void HtmlTokens::attributes(GumboTag tag, GumboVector* kept) {
    while (at_ < html_.size() && html_[at_] != '>') {
        if (is_html_space(html_[at_]) || html_[at_] == '/') ++at_;
        else attribute(tag, kept);
    }
    if (at_ < html_.size()) ++at_;
}

void HtmlTokens::attribute(GumboTag tag, GumboVector* kept) {
    const auto skip_spaces = [this](std::size_t i) {
        while (i < html_.size() && is_html_space(html_[i])) ++i;
        return i;
    };
    const std::size_t begin = at_;
    const auto ends_name = [this, begin](std::size_t i) {
        return is_html_space(html_[i]) || html_[i] == '/' || html_[i] == '>' || (i > begin && html_[i] == '=');
    };
    std::size_t end = at_;
    while (end < html_.size() && !ends_name(end)) ++end;
    const std::string_view name = kept ? read_name(tag, html_.substr(begin, end - begin)) : std::string_view{};
    at_ = skip_spaces(end);
    std::string_view value;
    if (at_ < html_.size() && html_[at_] == '=') {
        std::size_t from = skip_spaces(at_ + 1);
        const char quote = from < html_.size() && (html_[from] == '"' || html_[from] == '\'') ? html_[from] : '\0';
        if (quote != '\0') {
            at_ = html_.find(quote, ++from);
        } else {
            for (at_ = from; at_ < html_.size() && html_[at_] != '>' && !is_html_space(html_[at_]);) ++at_;
        }
        if (at_ == npos) {
            at_ = html_.size();
            return;
        }
        value = html_.substr(from, at_ - from);
        if (quote != '\0') ++at_;
    }
    if (!name.empty()) keep(name, value, *kept);
}

void HtmlTokens::keep(std::string_view name, std::string_view value, GumboVector& kept) {
    if (name == "style" && !is_telling(value)) return;
    every_space_ = every_space_ || name == "style";
    for (unsigned int i = 0; i < kept.length; ++i)
        if (name == static_cast<const GumboAttribute*>(kept.data[i])->name) return;
    auto* const attribute = static_cast<GumboAttribute*>(gumbo_alloc(sizeof(GumboAttribute)));
    *attribute = {};
    attribute->name = owned(name);
    attribute->value = owned(without_references(value));
    gumbo_vector_add(attribute, &kept);
}

/// Its name and identifiers decide how old the page claims to be.
void HtmlTokens::doctype(GumboToken& token) {
    constexpr std::string_view keyword = "<!doctype";
    const std::size_t end = std::min(html_.find('>', at_), html_.size());
    std::string_view rest = html_.substr(at_ + keyword.size(), end - at_ - keyword.size());
    at_ = std::min(end + 1, html_.size());
    const auto skip = [&rest] {
        while (!rest.empty() && is_html_space(rest.front())) rest.remove_prefix(1);
    };
    const auto word = [&] {
        skip();
        std::string out;
        for (; !rest.empty() && !is_html_space(rest.front()) && rest.front() != '"' && rest.front() != '\''; rest.remove_prefix(1)) out += lower(rest.front());
        return out;
    };
    const auto identifier = [&](bool& found) {
        skip();
        found = !rest.empty() && (rest.front() == '"' || rest.front() == '\'');
        if (!found) return owned({});
        const std::size_t close = std::min(rest.find(rest.front(), 1), rest.size());
        char* const copy = owned(rest.substr(1, close - 1));
        rest.remove_prefix(std::min(close + 1, rest.size()));
        return copy;
    };
    token.type = GUMBO_TOKEN_DOCTYPE;
    GumboTokenDocType& type = token.v.doc_type;
    type = {};
    type.name = owned(word());
    const std::string kind = word();
    type.public_identifier = kind == "public" ? identifier(type.has_public_identifier) : owned({});
    type.system_identifier = kind == "public" || kind == "system" ? identifier(type.has_system_identifier) : owned({});
    type.force_quirks = *type.name == '\0';
}

/// Where the page goes on after the comment that opens at `at`.
std::size_t HtmlTokens::after_comment(std::size_t at) {
    if (starts_with_lower(html_, at, "<!--[if")) return after_conditional(at);
    if (starts_with_lower(html_, at, "<!-->")) return at + 5;
    const std::size_t close = closes_.from(html_, at + 4);
    return close == npos ? at + 4 : close + 3;
}

std::size_t HtmlTokens::after_conditional(std::size_t at) {
    const std::size_t close = closes_.from(html_, at + 4);
    const std::size_t endif = endifs_.from(html_, at + 4);
    const std::size_t stop = std::min(close, endif);
    const std::size_t inner = opens_.from(html_, at + 4);
    const bool revealed = inner != npos && close != npos && close <= inner + 5;  // <!--[if !mso]><!-- -->
    if (stop != npos && (inner >= stop || revealed)) {
        if (stop == close) return close + 3;
        const std::size_t end = endif + 9;
        if (starts_with_lower(html_, end, "-->")) return end + 3;
        return end < html_.size() && html_[end] == '>' ? end + 1 : end;
    }
    const std::size_t head = html_.find('>', at);  // never closed: only its head is dropped
    return head == npos ? html_.size() : head + 1;
}

/// Where the page goes on after a script or style sheet; after its tag where it is never closed (`no_end`: none is, from here on).
std::size_t HtmlTokens::after_raw(std::size_t at, std::string_view name, bool& no_end) {
    for (std::size_t i = at; !no_end && i != npos;) {
        i = html_.find("</", i + 1);
        if (i == npos || !starts_with_lower(html_, i + 2, name)) continue;
        const std::size_t close = html_.find('>', i);
        return close == npos ? html_.size() : close + 1;
    }
    no_end = true;
    const std::size_t close = html_.find('>', at);
    return close == npos ? html_.size() : close + 1;
}

}  // namespace nianbao
