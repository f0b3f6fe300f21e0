// How a section's heading is written: its number, and the titles that the forms accept.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao {

inline constexpr std::size_t shortest_section_title = 12;  ///< bytes

/// "一、", "二．", "（三）", "4." at a text's begin, whatever marks and spaces stand before it.
struct SectionNumber {
    int number = 0;          ///< 1…6; 0 where there is none
    std::size_t length = 0;  ///< bytes, with what follows it
};
SectionNumber section_number_of(std::string_view text);

/// A section's accepted titles in every form, folded.
struct SectionTitles {
    int number = 0;
    std::vector<std::string> spellings;
};
const std::vector<SectionTitles>& all_section_titles();

/// Bytes of the longest of them.
std::size_t longest_section_title();

/// Whether a section's number and title, as printed, begin the text.
bool begins_with_section(std::string_view text);

}  // namespace nianbao
