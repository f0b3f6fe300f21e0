// A page's source as the tokens its tree is built from. This takes the place of gumbo's own tokenizer, character for
// character: of a report's page more is tags and attributes nobody reads than text. Each stretch of text is one token.
#pragma once

#include <gumbo/tokenizer.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao {

/// Tags beyond this many are not read.
inline constexpr std::size_t max_tags = 400'000;

/// Leaves out scripts, style sheets, comments and Word's conditional comments, those that WPS leaves unclosed included;
/// an unclosed comment hides nothing. Attributes that are not read are left out: in Word's pages they are most of the
/// source. Formatting elements (b, font, a, …) become elements of no meaning: the tree would otherwise reopen them in
/// every block, which hostile input makes quadratic.
class HtmlTokens {
public:
    /// `html` must outlive it.
    explicit HtmlTokens(std::string_view html);

    /// What gumbo asks for and says while it builds the tree: the next token, what comes after certain tags (a title's
    /// text, say), whether the open element is one of SVG or MathML.
    void next(GumboToken& token);
    void expect(GumboTokenizerEnum content) { content_ = content; }
    void set_foreign(bool foreign) { foreign_ = foreign; }

    /// The text of a text node. `joined` keeps it where it had to be put together.
    std::string_view text_of(const char* text, std::string& joined) const;

    bool cut() const { return cut_; }  ///< max_tags was reached
    /// Tables in otherwise plain text (markdown): line breaks outside tables count. Known at the page's end.
    bool bare_lines() const { return tables_ > 0 && flows_ == 0; }

private:
    struct Stretch {
        std::uint32_t begin, size;
    };

    /// Finds a needle from ever later places: the whole search of a page is one pass.
    class Finder {
    public:
        explicit Finder(std::string_view needle) : needle_(needle) {}
        std::size_t from(std::string_view text, std::size_t at);

    private:
        std::string_view needle_;
        std::size_t next_ = 0;
        bool searched_ = false;
    };

    void text(GumboToken& token);
    void reference(GumboToken& token, std::size_t end);
    void stretch(GumboToken& token, std::size_t end);
    void character(GumboToken& token, char32_t c, std::size_t end);
    bool raw_text(GumboToken& token);
    bool markup(GumboToken& token);
    bool tag(GumboToken& token, std::size_t name);
    void attributes(GumboTag tag, GumboVector* kept);
    void attribute(GumboTag tag, GumboVector* kept);
    void keep(std::string_view name, std::string_view value, GumboVector& kept);
    void doctype(GumboToken& token);
    std::size_t after_comment(std::size_t at);
    std::size_t after_conditional(std::size_t at);
    std::size_t after_raw(std::size_t at, std::string_view name, bool& no_end);

    std::string_view html_;
    std::string clean_;  ///< the page where it had to be copied
    std::size_t at_ = 0;
    std::size_t text_end_ = 0;  ///< of the text that is being read
    std::vector<Stretch> stretches_;
    Finder closes_{"-->"}, opens_{"<!--"}, endifs_{"<![endif]"};
    std::string_view name_;  ///< of the last tag
    GumboTokenizerEnum content_ = GUMBO_LEX_DATA;
    bool foreign_ = false;
    bool every_space_ = false;  ///< an element keeps its white space
    bool no_script_end_ = false, no_style_end_ = false;
    bool cut_ = false;
    std::size_t tags_ = 0, tables_ = 0, flows_ = 0;
    int second_ = -1;  ///< the second character of a named one
};

}  // namespace nianbao
