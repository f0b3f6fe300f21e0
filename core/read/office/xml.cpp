#include "core/read/office/xml.hpp"

#include <string>

#include "core/text/ascii.hpp"

namespace nianbao {

namespace {

std::string_view without_prefix(const char* name) {
    const std::string_view whole = name;
    const std::size_t colon = whole.find(':');
    return colon == std::string_view::npos ? whole : whole.substr(colon + 1);
}

/// Visits every node below `top` without recursion; stops when `visit(node, depth)` says false.
template <typename Visit>
void walk(pugi::xml_node top, Visit visit) {
    pugi::xml_node node = top.first_child();
    int depth = 1;
    while (node) {
        if (!visit(node, depth)) return;
        if (node.first_child()) {
            node = node.first_child();
            ++depth;
            continue;
        }
        while (node != top && !node.next_sibling()) {
            node = node.parent();
            --depth;
        }
        if (node == top) return;
        node = node.next_sibling();
    }
}

}  // namespace

XmlState parse_xml(std::string_view bytes, pugi::xml_document& document) {
    const unsigned options = pugi::parse_default | pugi::parse_ws_pcdata_single;
    if (!document.load_buffer(bytes.data(), bytes.size(), options)) return XmlState::damaged;
    bool deep = false;
    walk(document, [&](pugi::xml_node, int depth) {
        deep = depth > max_xml_depth;
        return !deep;
    });
    return deep ? XmlState::too_deep : XmlState::good;
}

std::string_view local_name(pugi::xml_node node) { return without_prefix(node.name()); }

pugi::xml_node child(pugi::xml_node node, std::string_view name) {
    for (const pugi::xml_node inner : node.children())
        if (local_name(inner) == name) return inner;
    return {};
}

std::string_view attribute(pugi::xml_node node, std::string_view name) {
    for (const pugi::xml_attribute a : node.attributes())
        if (without_prefix(a.name()) == name) return a.value();
    return {};
}

bool has_attribute(pugi::xml_node node, std::string_view name) {
    for (const pugi::xml_attribute a : node.attributes())
        if (without_prefix(a.name()) == name) return true;
    return false;
}

std::string_view child_value(pugi::xml_node node, std::string_view name) { return attribute(child(node, name), "val"); }

bool is_on(pugi::xml_node node, std::string_view name) {
    const pugi::xml_node found = child(node, name);
    if (!found) return false;
    const std::string_view value = attribute(found, "val");
    return value != "0" && value != "false" && value != "off";
}

int to_int(std::string_view text, int otherwise) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    const bool minus = !text.empty() && text.front() == '-';
    if (minus || (!text.empty() && text.front() == '+')) text.remove_prefix(1);
    long long value = 0;
    bool any = false;
    for (const char c : text) {
        if (!is_digit(c)) break;
        any = true;
        value = value * 10 + (c - '0');
        if (value > 1'000'000'000) return otherwise;
    }
    if (!any) return otherwise;
    return static_cast<int>(minus ? -value : value);
}

bool take_number(std::string_view& text, double& number) {
    const auto skip = [&] {
        while (!text.empty() && (text.front() == ' ' || text.front() == ',' || text.front() == '\t' || text.front() == '\n' || text.front() == '\r'))
            text.remove_prefix(1);
    };
    const auto digit = [&] { return !text.empty() && is_digit(text.front()); };
    skip();
    std::string_view rest = text;
    const bool minus = !text.empty() && text.front() == '-';
    if (minus || (!text.empty() && text.front() == '+')) text.remove_prefix(1);
    double value = 0;
    bool any = false;
    for (; digit(); text.remove_prefix(1), any = true) value = value * 10 + (text.front() - '0');
    if (!text.empty() && text.front() == '.') {
        text.remove_prefix(1);
        for (double unit = 0.1; digit(); text.remove_prefix(1), unit /= 10, any = true) value += unit * (text.front() - '0');
    }
    if (!any || !(value < 1e9)) {
        text = rest;
        return false;
    }
    while (!text.empty() && text.front() != ' ' && text.front() != ',' && text.front() != '\t' && text.front() != '\n') text.remove_prefix(1);
    number = minus ? -value : value;
    skip();
    return true;
}

std::string inner_text(pugi::xml_node node) {
    std::string text;
    walk(node, [&](pugi::xml_node inner, int) {
        if (inner.type() == pugi::node_pcdata || inner.type() == pugi::node_cdata) text += inner.value();
        return true;
    });
    return text;
}

}  // namespace nianbao
