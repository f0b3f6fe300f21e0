// XML files, and the parts of an Office Open XML package (docx, xlsx) and how they refer to one another.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/document.hpp"
#include "core/read/office/xml.hpp"
#include "core/read/office/zip.hpp"

namespace nianbao {

struct PartRelation {
    std::string id, type, target;  ///< type: the last piece of its URI ("officeDocument"); target: a full part name
};

/// The relations of a part ("" for the package's own). External ones are left out.
std::vector<PartRelation> part_relations(Zip& zip, std::string_view part);

/// The target of the first relation of that type, or "".
std::string related(const std::vector<PartRelation>& relations, std::string_view type);

/// Reads and parses a part. On trouble the document gets an observation and the result is false.
bool load_part(Zip& zip, std::string_view part, pugi::xml_document& xml, Document& document);

/// Parses a file or a part. On trouble the document gets an observation and the result is false.
bool load_xml(std::string_view bytes, pugi::xml_document& xml, Document& document);

/// The observation that says why the archive can't be read ("file-unreadable" when its state is good).
std::string_view zip_trouble(ZipState state);

void read_docx(Zip& zip, std::string_view main_part, Document& document);
void read_xlsx(Zip& zip, std::string_view main_part, Document& document);
void read_ofd(Zip& zip, Document& document);
void read_odf_zip(Zip& zip, Document& document);

}  // namespace nianbao
