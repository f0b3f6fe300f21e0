// The text of an OpenDocument file as paragraphs and tables, the way it is shown with all changes accepted: deleted and
// hidden text, notes and comments are left out, text boxes follow their paragraph, automatic numbers stand before theirs.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/read/flow.hpp"
#include "core/read/office/odf_styles.hpp"

namespace nianbao::odf {

inline constexpr int most_repeats = 1000;  ///< of a blank cell or row: files are filled to their end with them

/// How often something is repeated, or how many rows or columns it spans: at least once, at most `most` times.
int times(pugi::xml_node node, const char* name, int most);

class Text {
public:
    explicit Text(const Styles& styles) : styles_(styles) {}

    /// Paragraphs, lists and tables below `node`, appended to `out`.
    void blocks(pugi::xml_node node, Flow& out);

private:
    struct Table;
    struct List {
        std::string style;
        int level = 0;
        bool first = true;  ///< the item's first paragraph carries its number
    };

    void list(pugi::xml_node node, Flow& out);
    void paragraph(pugi::xml_node node, Flow& out);
    void inline_content(pugi::xml_node node, std::string& text, Flow& boxes);
    std::string number(pugi::xml_node node);
    void rows(pugi::xml_node node, Table& table);
    void row(pugi::xml_node node, Table& table);
    void spend(std::size_t work) { room_ -= std::min(room_, work); }

    const Styles& styles_;
    std::vector<List> lists_;
    std::map<std::string, NumberCounter, std::less<>> counters_;
    NumberCounter outline_;
    std::size_t cells_ = 0;
    std::size_t room_ = 16u << 20;  ///< elements and characters still to be looked at: what is repeated is looked at again
};

}  // namespace nianbao::odf
