#include "core/read/office/word_styles.hpp"

#include <utility>

namespace nianbao {

namespace {

struct Definition {
    std::array<NumberLevel, number_levels> levels;
    std::string style_link;   ///< this definition is the style's
    std::string follows;      ///< use the definition of that style instead
};

pugi::xml_node list_properties(pugi::xml_node properties) {
    const pugi::xml_node found = child(properties, "numPr");
    return found ? found : child(properties, "listPr");
}

NumberLevel read_level(pugi::xml_node node, NumberLevel level) {
    level.exists = true;
    level.start = to_int(child_value(node, "start"), level.start);
    if (const pugi::xml_node format = child(node, "numFmt"))
        level.format = number_format_of(attribute(format, "val"));
    else if (const pugi::xml_node code = child(node, "nfc"))
        level.format = number_format_of(to_int(attribute(code, "val"), 0));
    // Word 2010 and later write formats the schema does not have as mc:AlternateContent with a fallback.
    else if (const pugi::xml_node choice = child(child(node, "AlternateContent"), "Fallback"))
        level.format = number_format_of(child_value(choice, "numFmt"));
    level.text = child_value(node, "lvlText");
    level.all_decimal = is_on(node, "isLgl");
    level.restart = to_int(child_value(node, "lvlRestart"), -1);
    return level;
}

}  // namespace

void WordStyles::add_styles(pugi::xml_node styles) {
    for (const pugi::xml_node node : styles.children()) {
        if (local_name(node) != "style") continue;
        WordStyle style;
        const pugi::xml_node paragraph = child(node, "pPr");
        const pugi::xml_node numbering = list_properties(paragraph);
        if (numbering) {
            const std::string_view id = child_value(numbering, child(numbering, "numId") ? "numId" : "ilfo");
            style.list = to_int(id, -1);
            style.level = to_int(child_value(numbering, "ilvl"), -1);
        }
        style.based_on = child_value(node, "basedOn");
        style.hidden = is_on(child(node, "rPr"), "vanish");
        const std::string id{attribute(node, "styleId")};
        const std::string_view standard = attribute(node, "default");
        if (attribute(node, "type") == "paragraph" && (standard == "1" || standard == "on" || standard == "true")) default_style_ = id;
        styles_[id] = std::move(style);
    }
}

void WordStyles::add_lists(pugi::xml_node numbering) {
    std::map<int, Definition> definitions;
    std::map<std::string, int, std::less<>> by_style;
    for (const pugi::xml_node node : numbering.children()) {
        const std::string_view name = local_name(node);
        if (name != "abstractNum" && name != "listDef") continue;
        const int id = to_int(attribute(node, name == "abstractNum" ? "abstractNumId" : "listDefId"), -1);
        Definition& definition = definitions[id];
        for (const pugi::xml_node level : node.children()) {
            if (local_name(level) != "lvl") continue;
            const int at = to_int(attribute(level, "ilvl"), -1);
            if (at >= 0 && at < number_levels) definition.levels[static_cast<std::size_t>(at)] = read_level(level, {});
        }
        definition.style_link = child_value(node, "styleLink");
        definition.follows = child_value(node, "numStyleLink");
        if (!definition.style_link.empty()) by_style[definition.style_link] = id;
    }
    for (const pugi::xml_node node : numbering.children()) {
        const std::string_view name = local_name(node);
        if (name != "num" && name != "list") continue;
        WordList list;
        list.restart_at.fill(-1);
        list.definition = to_int(child_value(node, name == "num" ? "abstractNumId" : "ilst"), -1);
        auto found = definitions.find(list.definition);
        if (found == definitions.end()) continue;
        if (const auto linked = by_style.find(found->second.follows); linked != by_style.end()) {
            list.definition = linked->second;
            found = definitions.find(list.definition);
        }
        list.levels = found->second.levels;
        for (const pugi::xml_node change : node.children()) {
            const int at = to_int(attribute(change, "ilvl"), -1);
            if (local_name(change) != "lvlOverride" || at < 0 || at >= number_levels) continue;
            NumberLevel& level = list.levels[static_cast<std::size_t>(at)];
            if (const pugi::xml_node own = child(change, "lvl")) level = read_level(own, level);
            list.restart_at[static_cast<std::size_t>(at)] = to_int(child_value(change, "startOverride"), -1);
        }
        lists_[to_int(attribute(node, name == "num" ? "numId" : "ilfo"), -1)] = std::move(list);
    }
}

WordStyle WordStyles::style(std::string_view id) const {
    WordStyle result;
    std::string next{id.empty() ? std::string_view(default_style_) : id};
    for (int steps = 0; steps < 20 && !next.empty(); ++steps) {
        const auto found = styles_.find(next);
        if (found == styles_.end()) break;
        if (result.list < 0) result.list = found->second.list;
        if (result.level < 0) result.level = found->second.level;
        result.hidden = result.hidden || found->second.hidden;
        next = found->second.based_on;
    }
    return result;
}

const WordList* WordStyles::list(int id) const {
    const auto found = lists_.find(id);
    return found == lists_.end() ? nullptr : &found->second;
}

}  // namespace nianbao
