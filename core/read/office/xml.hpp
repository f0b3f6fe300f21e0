// XML as office files use it: names are compared without their namespace prefix, depth is capped, and document type
// declarations are ignored (pugixml expands no entity but the five of XML itself).
#pragma once

#include <pugixml.hpp>

#include <string_view>

namespace nianbao {

inline constexpr int max_xml_depth = 256;

enum class XmlState : unsigned char { good, damaged, too_deep };

XmlState parse_xml(std::string_view bytes, pugi::xml_document& document);

/// "w:tbl" → "tbl".
std::string_view local_name(pugi::xml_node node);

/// The first child of that local name, or a null node.
pugi::xml_node child(pugi::xml_node node, std::string_view name);

/// The value of the attribute of that local name, or "".
std::string_view attribute(pugi::xml_node node, std::string_view name);
bool has_attribute(pugi::xml_node node, std::string_view name);

/// The attribute "val" of the child of that name, or "" (Word keeps most settings this way).
std::string_view child_value(pugi::xml_node node, std::string_view name);

/// A Word switch: the child is there and its value is not "0", "false" or "off".
bool is_on(pugi::xml_node node, std::string_view name);

/// Leading integer of `text`, or `otherwise` when there is none or it is beyond ±10⁹.
int to_int(std::string_view text, int otherwise);

/// Decimal number ("-12.5", "1e3" is 1) at the start of `text`; `text` is moved past it and past white space and commas.
/// False when there is none.
bool take_number(std::string_view& text, double& number);

/// All character data below the node, in order.
std::string inner_text(pugi::xml_node node);

}  // namespace nianbao
