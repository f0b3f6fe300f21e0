// The styles of an OpenDocument file as far as its text depends on them: which hide, and how lists and headings are numbered.
#pragma once

#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "core/read/office/numbering.hpp"
#include "core/read/office/xml.hpp"

namespace nianbao::odf {

/// An attribute's value by its name with prefix, or "".
inline std::string_view of(pugi::xml_node node, const char* name) { return node.attribute(name).value(); }

/// Whether that is the element's name with prefix.
inline bool is(pugi::xml_node node, std::string_view name) { return node.name() == name; }

using Levels = std::array<NumberLevel, number_levels>;

struct Styles {
    std::map<std::string, Levels, std::less<>> lists;
    std::map<std::string, std::string, std::less<>> list_of_paragraph;  ///< a paragraph style's list style
    std::set<std::string, std::less<>> hidden;                          ///< text, row, column and table styles
    Levels outline;

    /// Adds the named and the automatic styles of a part whose root element is `root`.
    void add_all(pugi::xml_node root);

private:
    void add(pugi::xml_node styles);
};

}  // namespace nianbao::odf
