#include "core/read/html_parser.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "core/text/fold.hpp"

namespace nianbao {
namespace {

constexpr std::size_t longest_name = 31;

/// A named character: "nbsp;", or "nbsp" as well.
struct Named {
    std::string_view name;        ///< without semicolon
    std::string_view characters;  ///< one or two
    bool bare = false;            ///< read without a semicolon, too
};

std::vector<Named> read_list() {
    constexpr std::string_view list =
#include "core/read/entities.inc"
        ;
    std::vector<Named> all;
    all.reserve(2200);
    for (std::size_t at = 0; at < list.size();) {
        const std::size_t stop = list.find_first_of(";,", at), end = list.find(' ', stop);
        all.push_back({list.substr(at, stop - at), list.substr(stop + 1, end - stop - 1), list[stop] == ','});
        at = end + 1;
    }
    return all;
}

const Named* find_named(std::string_view name) {
    static const std::vector<Named> all = read_list();
    const auto found = std::lower_bound(all.begin(), all.end(), name, [](const Named& n, std::string_view wanted) { return n.name < wanted; });
    return found != all.end() && found->name == name ? &*found : nullptr;
}

bool is_alphanumeric(char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

}  // namespace

ParsedHtml parse_html(std::string_view html, unsigned int depth) {
    GumboOptions options = kGumboDefaultOptions;
    options.max_errors = 0;
    options.max_tree_depth = depth;
    return ParsedHtml(gumbo_parse_with_options(&options, html.data(), html.size()));
}

}  // namespace nianbao

/// gumbo's own function of this name is a state machine of 170 kB; the linker takes this one. Length of the longest named
/// character that stands at `text`, and its code points; the second is -1 where there is one only.
extern "C" std::size_t match_named_char_ref(const char* text, std::size_t size, int output[2]) {
    using namespace nianbao;
    output[0] = output[1] = -1;
    std::size_t length = 0;
    while (length < size && length <= longest_name && is_alphanumeric(text[length])) ++length;
    const bool closed = length < size && text[length] == ';';
    for (std::size_t known = length; known > 0; --known) {
        const Named* const named = find_named({text, known});
        const bool whole = closed && known == length;
        if (!named || (!whole && !named->bare)) continue;
        const CodePoint first = decode_at(named->characters, 0);
        output[0] = static_cast<int>(first.value);
        if (first.length < named->characters.size()) output[1] = static_cast<int>(decode_at(named->characters, first.length).value);
        return known + (whole ? 1 : 0);
    }
    return 0;
}
