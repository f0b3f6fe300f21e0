#include "core/read/edit.hpp"

#include <algorithm>

namespace nianbao {

namespace {

/// Byte offset of a UTF-16 offset; the text's end for one beyond it.
std::uint32_t byte_offset(std::string_view text, std::size_t units) {
    std::size_t seen = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto lead = static_cast<unsigned char>(text[at]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        const std::size_t width = length == 4 ? 2 : 1;
        if (seen + width > units) return static_cast<std::uint32_t>(at);
        seen += width;
        at += length;
    }
    return static_cast<std::uint32_t>(text.size());
}

struct Replacement {
    Span place;
    std::uint32_t length;

    std::uint32_t moved(std::uint32_t offset) const { return offset - place.size() + length; }

    Span of(Span span) const {
        Span result = span;
        if (span.begin > place.begin) result.begin = span.begin >= place.end ? moved(span.begin) : place.begin;
        if (span.end > place.end || (span.end == place.end && span.begin <= place.begin)) result.end = moved(span.end);
        else if (span.end > place.begin) result.end = place.begin + length;
        if (result.end < result.begin) result.end = result.begin;
        return result;
    }
};

void move_spans(const Replacement& replacement, Document& document) {
    for (Block& block : document.blocks) block.span = replacement.of(block.span);
    for (Grid& grid : document.grids)
        for (GridCell& cell : grid.cells) cell.span = replacement.of(cell.span);
    for (Observation& observation : document.observations)
        for (Span& span : observation.spans) span = replacement.of(span);
}

}  // namespace

void apply_edits(std::span<const TextEdit> edits, Document& document) {
    for (const TextEdit& edit : edits) {
        const std::uint32_t begin = byte_offset(document.text, edit.begin);
        const std::uint32_t end = std::max(begin, byte_offset(document.text, edit.end));
        document.text.replace(begin, end - begin, edit.text);
        move_spans({{begin, end}, static_cast<std::uint32_t>(edit.text.size())}, document);
    }
}

}  // namespace nianbao
