#include "core/match/paragraphs.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "core/match/section_titles.hpp"
#include "core/text/fold.hpp"

namespace nianbao {

namespace {

/// The lines of a cell.
void add_lines(std::string_view text, Span cell, std::vector<Paragraph>& paragraphs) {
    for (std::uint32_t begin = cell.begin; begin < cell.end;) {
        const std::size_t stop = text.find('\n', begin);
        const std::uint32_t end = stop >= cell.end ? cell.end : static_cast<std::uint32_t>(stop);
        const Span line = trimmed(text, begin, end);
        if (line.size() >= shortest_section_title) paragraphs.push_back({line, true});
        begin = end + 1;
    }
}

/// What a grid holds of the report's text: the rows with one text only, and those with sentences in them.
void add_cells(std::string_view text, const Grid& grid, std::vector<Paragraph>& paragraphs) {
    for (std::size_t i = 0; i < grid.cells.size();) {
        const std::size_t first = i;
        const int row = grid.cells[i].row;
        std::size_t filled = 0;
        bool sentences = false;
        for (; i < grid.cells.size() && grid.cells[i].row == row; ++i) {
            const Span cell = grid.cells[i].span;
            filled += cell.empty() ? 0 : 1;
            sentences = sentences || slice(text, cell).find("。") != std::string_view::npos;
        }
        if (filled == 1 || sentences)
            for (std::size_t k = first; k < i; ++k) add_lines(text, grid.cells[k].span, paragraphs);
    }
}

/// "…止。 一、总体情况 2023年，我局…": a text whose line breaks were lost is parted where a heading follows a sentence or a space.
void add_parted(std::string_view text, Span line, std::vector<Paragraph>& paragraphs) {
    constexpr std::string_view mark = "、", numeral = "一";
    constexpr std::string_view ends[] = {"。", " ", "\u00A0", "\u3000", "\t"};
    constexpr std::size_t longest_mark = 16;  // bytes of what stands before a heading's number
    text = text.substr(0, line.end);          // so that no search goes beyond the line
    const auto add = [&](std::uint32_t begin, std::uint32_t end) {
        const Span part = trimmed(text, begin, end);
        if (!part.empty()) paragraphs.push_back({part, false});
    };
    std::uint32_t begin = line.begin;
    for (std::size_t at = text.find(mark, begin); at != std::string_view::npos; at = text.find(mark, at + mark.size())) {
        if (at < begin + numeral.size()) continue;
        const auto heading = static_cast<std::uint32_t>(at - numeral.size());
        const std::string_view before = text.substr(begin, heading - begin);
        if (std::none_of(std::begin(ends), std::end(ends), [&](std::string_view end) { return before.ends_with(end); })) continue;
        if (before.size() <= longest_mark && fold(before).empty()) continue;  // "## 四、…": the heading's own mark
        if (!begins_with_section(text.substr(heading))) continue;
        add(begin, heading);
        begin = heading;
    }
    add(begin, line.end);
}

}  // namespace

std::vector<Paragraph> paragraphs_of(const Document& document) {
    std::vector<Paragraph> paragraphs;
    for (const Block& block : document.blocks) {
        if (block.is_grid()) add_cells(document.text, document.grids[block.grid], paragraphs);
        else if (!block.span.empty()) add_parted(document.text, block.span, paragraphs);
    }
    return paragraphs;
}

}  // namespace nianbao
