// The body of a Word document in XML (docx, Word-2003 XML) as paragraphs and tables, the way Word shows it with all
// changes accepted: deleted and hidden text, field codes, notes and comments are left out, text boxes follow the
// paragraph they are anchored in, automatic numbers stand before their paragraphs.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/read/flow.hpp"
#include "core/read/office/word_styles.hpp"

namespace nianbao {

class WordBody {
public:
    explicit WordBody(const WordStyles& styles) : styles_(styles) {}

    /// Everything below `body`, appended to `out`.
    void read(pugi::xml_node body, Flow& out);

    /// Whether a piece of another file (altChunk) stands in the body: Word shows its text, nothing here does.
    bool part_unread() const { return part_unread_; }

private:
    struct Table;

    void blocks(pugi::xml_node node, Flow& out);
    void paragraph(pugi::xml_node node, Flow& out);
    void inline_content(pugi::xml_node node, std::string& text, Flow& boxes);
    void inline_node(pugi::xml_node node, std::string& text, Flow& boxes);
    void run(pugi::xml_node node, std::string& text, Flow& boxes);
    void field_mark(pugi::xml_node node);
    std::string number_before(pugi::xml_node properties);
    void rows(pugi::xml_node node, Table& table);
    void row(pugi::xml_node node, Table& table);
    void cells(pugi::xml_node node, Table& table);
    void cell(pugi::xml_node node, Table& table);
    bool in_field_code() const;

    const WordStyles& styles_;
    std::map<int, NumberCounter> counters_;
    std::set<int> seen_lists_;
    std::vector<bool> fields_;  ///< open fields; true while in the code, false in the result
    bool part_unread_ = false;
    std::string carried_;       ///< text of a paragraph whose mark is deleted: the next one goes on with it
};

}  // namespace nianbao
