#include "core/document.hpp"

#include "core/text/fold.hpp"

namespace nianbao {

Span trimmed(std::string_view text, std::uint32_t begin, std::uint32_t end) {
    const std::string_view piece = trim(text.substr(begin, end - begin));
    if (piece.empty()) return {begin, begin};
    const auto first = static_cast<std::uint32_t>(piece.data() - text.data());
    return {first, first + static_cast<std::uint32_t>(piece.size())};
}

}  // namespace nianbao
