// Word 2007 and later (ISO/IEC 29500): the document part, with its styles and numbering. Headers, footers, notes and
// comments are parts of their own and are not read.
#include "core/read/office/office.hpp"
#include "core/read/office/package.hpp"
#include "core/read/office/word_body.hpp"

namespace nianbao {

namespace {

void read_word(pugi::xml_node body, const WordStyles& styles, Document& document) {
    Flow flow;
    WordBody reader(styles);
    reader.read(body, flow);
    write_flow(flow, document);
    if (reader.part_unread()) observe(document, "part-unread");
}

pugi::xml_node flat_part(pugi::xml_node package, std::string_view ending) {
    for (const pugi::xml_node part : package.children()) {
        const std::string_view name = attribute(part, "name");
        if (name.ends_with(ending)) return child(part, "xmlData").first_child();
    }
    return {};
}

}  // namespace

void read_docx(Zip& zip, std::string_view main_part, Document& document) {
    document.format = Format::docx;
    pugi::xml_document xml;
    if (!load_part(zip, main_part, xml, document)) return;
    const pugi::xml_node body = child(xml.document_element(), "body");
    if (!body) return observe(document, "file-unreadable");

    const std::vector<PartRelation> relations = part_relations(zip, main_part);
    WordStyles styles;
    for (const std::string_view kind : {std::string_view("styles"), std::string_view("numbering")}) {
        const std::string part = related(relations, kind);
        if (part.empty() || !zip.has(part)) continue;
        pugi::xml_document side;
        if (!load_part(zip, part, side, document)) return;
        kind == "styles" ? styles.add_styles(side.document_element()) : styles.add_lists(side.document_element());
    }
    read_word(body, styles, document);
}

bool is_wordml(std::string_view bytes) {
    const std::string_view head = bytes.substr(0, 8192);
    if (head.find('<') == std::string_view::npos) return false;
    return head.find("http://schemas.microsoft.com/office/word/2003/wordml") != std::string_view::npos ||
           head.find("http://schemas.microsoft.com/office/2006/xmlPackage") != std::string_view::npos;
}

void read_wordml(std::string_view bytes, Document& document) {
    document.format = Format::wordml;
    pugi::xml_document xml;
    if (!load_xml(bytes, xml, document)) return;
    const pugi::xml_node root = xml.document_element();
    WordStyles styles;
    pugi::xml_node body = child(root, "body");
    if (local_name(root) == "package") {
        body = child(flat_part(root, "/document.xml"), "body");
        styles.add_styles(flat_part(root, "/styles.xml"));
        styles.add_lists(flat_part(root, "/numbering.xml"));
    } else {
        styles.add_styles(child(root, "styles"));
        styles.add_lists(child(root, "lists"));
    }
    if (!body) return observe(document, "file-unreadable");
    read_word(body, styles, document);
}

}  // namespace nianbao
