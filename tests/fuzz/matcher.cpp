// Tables → cells: a document made of small pieces that belong to reports, in every order and number, as an exact grid.
// Two bytes a cell: what it says, and where it goes (a wide cell, a tall one, a new row).

#include <algorithm>
#include <string>
#include <vector>

#include "core/match/match.hpp"
#include "tests/fuzz/support/properties.hpp"

using namespace nianbao;

namespace {

/// Every label of both forms, and texts that are none.
const std::vector<std::string>& pieces() {
    static const std::vector<std::string> all = [] {
        std::vector<std::string> texts = {"", "0", "1", "27", "-3", "/", "12件", "67.84", "104", "合计", "小计", "|", "一", "（一）", "2021年", "其他"};
        for (const Form* form : forms())
            for (const FormBlock& block : form->blocks) {
                texts.emplace_back(block.heading);
                for (const Column& column : block.columns) texts.insert(texts.end(), {std::string(column.label), std::string(column.group)});
                for (const Row& row : block.rows) texts.insert(texts.end(), {std::string(row.label), std::string(row.group)});
            }
        for (const SectionTitle& section : forms().back()->sections) texts.emplace_back(section.title);
        return texts;
    }();
    return all;
}

void add_text(Document& document, const std::string& text, GridCell& cell) {
    cell.span.begin = static_cast<std::uint32_t>(document.text.size());
    document.text += text;
    cell.span.end = static_cast<std::uint32_t>(document.text.size());
    document.text += '\n';
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Document document;
    document.format = Format::html;
    Grid grid;
    grid.kind = size > 0 && (data[0] & 1) != 0 ? Grid::Kind::exact : Grid::Kind::ragged;
    int row = 0, column = 0;
    for (std::size_t i = 1; i + 1 < size && i < 4000; i += 2) {
        const std::uint8_t place = data[i + 1];
        GridCell cell;
        cell.row = row;
        cell.column = column;
        cell.column_span = (place & 0x30) == 0x30 ? 1 + (place & 3) : 1;
        cell.row_span = (place & 0xC0) == 0xC0 ? 1 + (place & 15) : 1;
        add_text(document, pieces()[(data[i] + ((place & 8U) << 5)) % pieces().size()], cell);
        grid.cells.push_back(cell);
        column += cell.column_span;
        grid.columns = std::max(grid.columns, column);
        grid.rows = std::max(grid.rows, row + cell.row_span);
        if ((place & 7) == 7) ++row, column = 0;
    }
    document.grids.push_back(grid);
    Block block;
    block.span = {0, static_cast<std::uint32_t>(document.text.size())};
    block.grid = 0;
    document.blocks.push_back(block);
    const Report report = match(document);
    fuzz::require_sound(report, document);
    return 0;
}
