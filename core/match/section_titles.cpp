#include "core/match/section_titles.hpp"

#include <algorithm>

#include "core/form.hpp"
#include "core/match/slots.hpp"
#include "core/text/fold.hpp"

namespace nianbao {

namespace {

/// Kangxi radicals and full width forms count as what they fold to.
int numeral_of(std::string_view character) {
    constexpr std::u32string_view numerals = U"一二三四五六";
    const std::string folded = fold(character);
    if (folded.empty()) return 0;
    const char32_t c = decode_at(folded, 0).value;
    if (c >= '1' && c <= '6') return static_cast<int>(c - '0');
    return static_cast<int>(numerals.find(c) + 1);  // npos + 1 is 0
}

}  // namespace

SectionNumber section_number_of(std::string_view text) {
    SectionNumber found;
    std::size_t at = 0;
    while (at < text.size()) {
        const CodePoint c = decode_at(text, at);
        const bool skipped = is_space(c.value) || c.value == '#' || c.value == '*' || c.value == U'第' || c.value == '(' || c.value == 0xFF08;
        if (!skipped) break;
        at += c.length;
    }
    if (at >= text.size()) return found;
    const CodePoint first = decode_at(text, at);
    const int number = numeral_of(text.substr(at, first.length));
    if (number == 0) return found;
    at += first.length;
    bool separated = false;
    while (at < text.size()) {
        const CodePoint c = decode_at(text, at);
        const bool separator = is_space(c.value) || (fold(text.substr(at, c.length)).empty() && c.value != 0x300A && c.value != 0x201C) || c.value == U'部' || c.value == U'分';
        if (!separator) break;
        separated = true;
        at += c.length;
    }
    if (!separated) return found;
    found.number = number;
    found.length = at;
    return found;
}

const std::vector<SectionTitles>& all_section_titles() {
    static const std::vector<SectionTitles> titles = [] {
        std::vector<SectionTitles> all;
        for (const Form* form : forms())
            for (const SectionTitle& section : form->sections) {
                auto found = std::find_if(all.begin(), all.end(), [&](const SectionTitles& t) { return t.number == section.number; });
                if (found == all.end()) found = all.insert(all.end(), SectionTitles{section.number, {}});
                found->spellings.push_back(fold_label(section.title));
                for (const std::string_view variant : section.variants) found->spellings.push_back(fold_label(variant));
            }
        return all;
    }();
    return titles;
}

std::size_t longest_section_title() {
    static const std::size_t longest = [] {
        std::size_t size = 0;
        for (const SectionTitles& titles : all_section_titles())
            for (const std::string& spelling : titles.spellings) size = std::max(size, spelling.size());
        return size;
    }();
    return longest;
}

bool begins_with_section(std::string_view text) {
    const SectionNumber numbering = section_number_of(text);
    if (numbering.number == 0) return false;
    std::string folded;
    fold_onto(folded, text.substr(numbering.length), longest_section_title() + 1);
    say_as_on_the_mainland(folded, 0);
    return std::any_of(all_section_titles().begin(), all_section_titles().end(), [&](const SectionTitles& titles) {
        return titles.number == numbering.number && std::any_of(titles.spellings.begin(), titles.spellings.end(), [&](const std::string& spelling) {
                   return folded.starts_with(spelling);
               });
    });
}

}  // namespace nianbao
