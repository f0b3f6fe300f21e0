// The prose as the grammar reads it: folded paragraphs that remember where every character stands in the document.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/document.hpp"
#include "core/report.hpp"

namespace nianbao::prose {

/// Where the bytes of a folded text stand in the document, kept as stretches that were copied as they are: a number for
/// every byte would take four times the text.
class Origins {
public:
    /// The next `bytes` bytes stand at `at` and behind it.
    void add(std::size_t at, std::size_t bytes = 1);
    void add(const Origins& more);
    void drop_last();
    std::uint32_t operator[](std::size_t byte) const;

private:
    struct Stretch {
        std::uint32_t byte, at;  ///< its first byte, and where that stands
    };
    std::vector<Stretch> stretches_;
    std::uint32_t size_ = 0;
};

/// A paragraph folded for reading. Letters, digits and ideographs as fold() makes them; white space is gone; what is left
/// of the punctuation is one ASCII character each:
///   !  end of a sentence    ;  ，→ ,    ：→ :    brackets ( )    、→ /    dashes, tildes -    .  only inside a number
///   '  thousands separator  %  +   @  a title in 《》 or a document number in 〔〕   |  anything else
/// A space stands where white space parted two digits: which digits belong together is not guessed.
struct Paragraph {
    std::string text;
    Origins origin;       ///< byte in Document::text of each byte of `text`, and of the end
    int section = 0;      ///< 1…6, or 0 before the first heading
    bool heading = false; ///< a short line that names what follows

    /// Where text[begin, end) stands in the document.
    Span place(std::string_view document, std::size_t begin, std::size_t end) const;
};

/// Every paragraph of the report's prose. Lines that a page break or a text export cut are joined again.
std::vector<Paragraph> paragraphs_of(const Document& document, const Report& report);

/// Half-open range of a paragraph's text.
struct Range {
    std::size_t begin = 0, end = 0;
};

/// Sentences (ended by 。！？) of a paragraph, and the parts (；) and clauses (， ： brackets) of a range of it.
std::vector<Range> sentences_of(const Paragraph& paragraph);
std::vector<Range> parts_of(const Paragraph& paragraph, Range sentence);
std::vector<Range> clauses_of(const Paragraph& paragraph, Range part);

/// Number of characters of a UTF-8 text.
std::size_t length_of(std::string_view text);

}  // namespace nianbao::prose
