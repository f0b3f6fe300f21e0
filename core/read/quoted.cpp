#include "core/read/quoted.hpp"

#include <algorithm>

namespace nianbao {

namespace {

constexpr std::size_t longest = 2000;  ///< bytes of a quoted cell
constexpr std::size_t most_breaks = 40;

bool ends_cell(std::string_view text, std::size_t at) {
    return at >= text.size() || text[at] == '\t' || text[at] == '\n' || text[at] == '\r';
}

}  // namespace

QuotedCell quoted_cell(std::string_view text, std::size_t at) {
    if (at >= text.size() || text[at] != '"') return {};
    const std::size_t stop = std::min(text.size(), at + longest);
    std::size_t breaks = 0;
    for (std::size_t i = at + 1; i < stop; ++i) {
        if (text[i] == '\n' && ++breaks > most_breaks) return {};
        if (text[i] != '"') continue;
        const bool doubled = i + 1 < stop && text[i + 1] == '"';
        if (!doubled) return ends_cell(text, i + 1) ? QuotedCell{true, static_cast<std::uint32_t>(i + 1)} : QuotedCell{};
        ++i;
    }
    return {};
}

}  // namespace nianbao
