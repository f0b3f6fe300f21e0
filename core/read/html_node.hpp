// What a node of the parsed page is: shown or hidden, block or inline; its attributes.
#pragma once

#include <string_view>

struct GumboInternalNode;

namespace nianbao {

/// The value of an attribute; empty where it is missing.
std::string_view html_attribute(const GumboInternalNode& node, const char* name);

/// A span attribute's number, at least 0; `absent` where it is missing or none.
int html_number(const GumboInternalNode& node, const char* name, int absent);

/// Text that a reader of the page does not see: by its element (script, select, deleted text, …) or by its style.
bool is_hidden(const GumboInternalNode& node);

/// Whether the element begins and ends a line, by its name or its style.
bool is_block(const GumboInternalNode& node);

/// pre, or a style that keeps white space.
bool is_verbatim(const GumboInternalNode& node);

}  // namespace nianbao
