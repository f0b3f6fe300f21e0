#include "core/read/office/package.hpp"

#include <utility>

#include "core/read/office/office.hpp"

namespace nianbao {

namespace {

/// "word/document.xml" and "../a/b.xml" → "a/b.xml".
std::string resolve(std::string_view part, std::string_view target) {
    if (!target.empty() && target.front() == '/') return std::string(target.substr(1));
    const std::size_t slash = part.rfind('/');
    std::string folder{slash == std::string_view::npos ? std::string_view{} : part.substr(0, slash)};
    while (target.starts_with("./") || target.starts_with("../")) {
        if (target.starts_with("./")) {
            target.remove_prefix(2);
            continue;
        }
        target.remove_prefix(3);
        const std::size_t up = folder.rfind('/');
        folder.resize(up == std::string::npos ? 0 : up);
    }
    return folder.empty() ? std::string(target) : folder + "/" + std::string(target);
}

std::string relations_part(std::string_view part) {
    const std::size_t slash = part.rfind('/');
    const std::size_t name = slash == std::string_view::npos ? 0 : slash + 1;
    return std::string(part.substr(0, name)) + "_rels/" + std::string(part.substr(name)) + ".rels";
}

}  // namespace

std::vector<PartRelation> part_relations(Zip& zip, std::string_view part) {
    std::vector<PartRelation> relations;
    pugi::xml_document xml;
    if (parse_xml(zip.read(relations_part(part)), xml) != XmlState::good) return relations;
    for (const pugi::xml_node node : xml.document_element().children()) {
        if (attribute(node, "TargetMode") == "External") continue;
        const std::string_view type = attribute(node, "Type");
        const std::size_t slash = type.rfind('/');
        relations.push_back({std::string(attribute(node, "Id")),
                             std::string(slash == std::string_view::npos ? type : type.substr(slash + 1)),
                             resolve(part, attribute(node, "Target"))});
    }
    return relations;
}

std::string related(const std::vector<PartRelation>& relations, std::string_view type) {
    for (const PartRelation& relation : relations)
        if (relation.type == type) return relation.target;
    return {};
}

bool load_part(Zip& zip, std::string_view part, pugi::xml_document& xml, Document& document) {
    const std::string bytes = zip.read(part);
    if (zip.state() != ZipState::good || bytes.empty()) {
        observe(document, zip_trouble(zip.state()));
        return false;
    }
    return load_xml(bytes, xml, document);
}

bool load_xml(std::string_view bytes, pugi::xml_document& xml, Document& document) {
    const bool small = bytes.size() <= max_zip_part;
    const XmlState state = small ? parse_xml(bytes, xml) : XmlState::damaged;
    if (state != XmlState::good) observe(document, !small || state == XmlState::too_deep ? "input-too-large" : "file-unreadable");
    return state == XmlState::good;
}

std::string_view zip_trouble(ZipState state) {
    switch (state) {
        case ZipState::encrypted: return "file-encrypted";
        case ZipState::too_large: return "input-too-large";
        case ZipState::good:
        case ZipState::damaged: break;
    }
    return "file-unreadable";
}

void read_zip(std::string_view bytes, Document& document) {
    document.format = Format::unknown;
    Zip zip(bytes);
    if (zip.state() != ZipState::good || zip.names().empty()) return observe(document, zip_trouble(zip.state()));
    if (zip.has("OFD.xml")) return read_ofd(zip, document);
    if (zip.has("content.xml") && zip.has("META-INF/manifest.xml")) return read_odf_zip(zip, document);
    std::string main_part = related(part_relations(zip, ""), "officeDocument");
    if (main_part.empty()) main_part = zip.has("word/document.xml") ? "word/document.xml" : "xl/workbook.xml";
    if (zip.state() != ZipState::good) return observe(document, zip_trouble(zip.state()));
    if (!zip.has(main_part)) {
        const bool office = zip.has("[Content_Types].xml") || zip.has("word/styles.xml") || zip.has("xl/styles.xml");
        return observe(document, office ? "file-unreadable" : "format-unsupported");
    }
    if (main_part.starts_with("word/")) return read_docx(zip, main_part, document);
    if (main_part.starts_with("xl/") && main_part.ends_with(".xml")) return read_xlsx(zip, main_part, document);
    observe(document, "format-unsupported");
}

void observe(Document& document, std::string_view rule) {
    Observation observation;
    observation.rule = rule;
    document.observations.push_back(std::move(observation));
}

}  // namespace nianbao
