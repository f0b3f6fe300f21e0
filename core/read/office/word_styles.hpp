// What a Word file keeps beside its text and the text depends on: which styles hide or number, and the lists.
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>

#include "core/read/office/numbering.hpp"
#include "core/read/office/xml.hpp"

namespace nianbao {

struct WordStyle {
    std::string based_on;
    int list = -1;   ///< -1: says nothing; 0: no numbering
    int level = -1;
    bool hidden = false;
};

struct WordList {
    int definition = -1;  ///< lists of one definition count on together
    std::array<NumberLevel, number_levels> levels;
    std::array<int, number_levels> restart_at;  ///< startOverride, -1 for none
};

/// Styles and lists of docx (styles.xml, numbering.xml) and of Word-2003 XML (w:styles, w:lists), which differ in names.
class WordStyles {
public:
    void add_styles(pugi::xml_node styles);
    void add_lists(pugi::xml_node numbering);

    /// The style with what it inherits; `id` empty is the default paragraph style.
    WordStyle style(std::string_view id) const;
    const WordList* list(int id) const;

private:
    std::map<std::string, WordStyle, std::less<>> styles_;
    std::string default_style_;
    std::map<int, WordList> lists_;
};

}  // namespace nianbao
