#include "core/read/office/odf_styles.hpp"

#include <algorithm>
#include <utility>

namespace nianbao::odf {

namespace {

NumberFormat format_of(std::string_view code) {
    if (code.empty()) return NumberFormat::none;
    if (code == "1") return NumberFormat::decimal;
    if (code == "a") return NumberFormat::lower_letter;
    if (code == "A") return NumberFormat::upper_letter;
    if (code == "i") return NumberFormat::lower_roman;
    if (code == "I") return NumberFormat::upper_roman;
    const std::pair<std::string_view, NumberFormat> by_first[] = {
        {"一", NumberFormat::chinese}, {"壹", NumberFormat::chinese_financial}, {"甲", NumberFormat::heavenly_stems}, {"子", NumberFormat::earthly_branches},
        {"①", NumberFormat::decimal_circled}, {"１", NumberFormat::decimal_full_width}};
    for (const auto& [first, format] : by_first)
        if (code.starts_with(first)) return format;
    return NumberFormat::decimal;
}

/// The levels of a list style: "（%2）", or "%1.%2" where a level shows those above it.
Levels read_levels(pugi::xml_node style) {
    Levels levels;
    for (const pugi::xml_node node : style.children()) {
        const int index = to_int(of(node, "text:level"), 0) - 1;
        if (index < 0 || index >= number_levels) continue;
        NumberLevel& level = levels[static_cast<std::size_t>(index)];
        level.exists = true;
        level.format = is(node, "text:list-level-style-bullet") || is(node, "text:list-level-style-image") ? NumberFormat::bullet : format_of(of(node, "style:num-format"));
        level.start = std::max(0, to_int(of(node, "text:start-value"), 1));
        level.text = of(node, "style:num-prefix");
        const int shown = std::clamp(to_int(of(node, "text:display-levels"), 1), 1, index + 1);
        for (int at = index + 1 - shown; at <= index && level.format != NumberFormat::none; ++at) {
            if (at > index + 1 - shown) level.text += '.';
            level.text += {'%', static_cast<char>('1' + at)};
        }
        level.text += of(node, "style:num-suffix");
    }
    return levels;
}

}  // namespace

void Styles::add(pugi::xml_node styles) {
    for (const pugi::xml_node node : styles.children()) {
        const std::string name{of(node, "style:name")};
        if (is(node, "text:list-style")) lists[name] = read_levels(node);
        if (is(node, "text:outline-style")) outline = read_levels(node);
        if (!is(node, "style:style")) continue;
        if (const std::string_view list = of(node, "style:list-style-name"); !list.empty()) list_of_paragraph[name] = list;
        const bool no_text = of(node.child("style:text-properties"), "text:display") == "none";
        const bool no_table = of(node.child("style:table-properties"), "table:display") == "false";
        if (no_text || no_table) hidden.insert(name);
    }
}

void Styles::add_all(pugi::xml_node root) {
    add(root.child("office:styles"));
    add(root.child("office:automatic-styles"));
}

}  // namespace nianbao::odf
