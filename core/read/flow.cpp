#include "core/read/flow.hpp"

#include <algorithm>
#include <utility>

#include "core/sort.hpp"
#include "core/text/fold.hpp"
#include "core/text/utf.hpp"

namespace nianbao {

namespace {

std::size_t text_size(const Flow& flow) {
    std::size_t size = 0;
    for (const FlowItem& item : flow) {
        size += trim(item.text).size();
        for (const FlowCell& cell : item.cells) size += text_size(cell.content);
    }
    return size;
}

std::size_t nested_size(const FlowItem& table) {
    std::size_t size = 0;
    for (const FlowCell& cell : table.cells)
        for (const FlowItem& item : cell.content)
            if (item.is_table)
                for (const FlowCell& inner : item.cells) size += text_size(inner.content);
    return size;
}

bool is_layout(const FlowItem& table) {
    int last_column = 0;
    for (const FlowCell& cell : table.cells) last_column = std::max(last_column, cell.column);
    if (last_column == 0) return true;
    const std::size_t nested = nested_size(table);
    if (nested == 0) return false;
    std::size_t whole = 0;
    for (const FlowCell& cell : table.cells) whole += text_size(cell.content);
    return nested * 2 >= whole;
}

void append_cell_text(const Flow& content, std::string& out) {
    for (const FlowItem& item : content) {
        if (item.is_table) {
            for (const FlowCell& cell : item.cells) append_cell_text(cell.content, out);
            continue;
        }
        const std::string_view text = trim(item.text);
        if (text.empty()) continue;
        if (!out.empty()) out += '\n';
        append_clean(out, text);
    }
}

std::uint32_t position(const Document& document) { return static_cast<std::uint32_t>(document.text.size()); }

void write_paragraph(std::string_view raw, Document& document) {
    std::string text;
    append_clean(text, raw);
    const std::string_view trimmed = trim(text);
    if (trimmed.empty()) return;
    Block block;
    block.span.begin = position(document);
    document.text += trimmed;
    block.span.end = position(document);
    document.text += '\n';
    document.blocks.push_back(block);
}

/// The columns in which some cell begins, in order: columns that only split others are an accident of the writer.
std::vector<int> used_columns(const FlowItem& table) {
    std::vector<int> columns;
    for (const FlowCell& cell : table.cells) columns.push_back(cell.column);
    std::sort(columns.begin(), columns.end());
    columns.erase(std::unique(columns.begin(), columns.end()), columns.end());
    return columns;
}

void write_grid(const FlowItem& table, Document& document) {
    const std::vector<int> columns = used_columns(table);
    const auto rank = [&](int column) { return static_cast<int>(std::lower_bound(columns.begin(), columns.end(), column) - columns.begin()); };
    Grid grid;
    grid.kind = table.certain ? Grid::Kind::exact : Grid::Kind::ragged;
    Block block;
    block.span.begin = position(document);
    int row = table.cells.empty() ? 0 : table.cells.front().row;
    bool first = true;
    for (const FlowCell& cell : table.cells) {
        if (cell.row != row) {
            document.text += '\n';
            row = cell.row;
        } else if (!first) {
            document.text += '\t';
        }
        first = false;
        std::string text;
        append_cell_text(cell.content, text);
        GridCell placed;
        placed.row = cell.row;
        placed.column = rank(cell.column);
        placed.row_span = cell.row_span;
        placed.column_span = std::max(1, rank(cell.column + cell.column_span) - placed.column);
        placed.span.begin = position(document);
        document.text += trim(text);
        placed.span.end = position(document);
        grid.rows = std::max(grid.rows, cell.row + cell.row_span);
        grid.columns = std::max(grid.columns, placed.column + placed.column_span);
        grid.cells.push_back(placed);
    }
    block.span.end = position(document);
    document.text += '\n';
    block.grid = document.grids.size();
    document.grids.push_back(std::move(grid));
    document.blocks.push_back(block);
}

}  // namespace

FlowItem flow_paragraph(std::string text) {
    FlowItem item;
    item.text = std::move(text);
    return item;
}

FlowItem flow_table(std::vector<FlowCell> cells) {
    FlowItem item;
    item.is_table = true;
    item.cells = std::move(cells);
    sort_by(item.cells, [](const FlowCell& a, const FlowCell& b) {
        return a.row != b.row ? a.row < b.row : a.column < b.column;
    });
    return item;
}

void write_flow(const Flow& flow, Document& document) {
    for (const FlowItem& item : flow) {
        if (!item.is_table) {
            write_paragraph(item.text, document);
        } else if (is_layout(item)) {
            for (const FlowCell& cell : item.cells) write_flow(cell.content, document);
        } else if (!item.cells.empty()) {
            write_grid(item, document);
        }
    }
}

void append_clean(std::string& out, std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        const unsigned char byte = static_cast<unsigned char>(text[at]);
        if (byte == '\r') {
            if (at + 1 >= text.size() || text[at + 1] != '\n') out += '\n';
            ++at;
        } else if (byte < 0x20 && byte != '\n' && byte != '\t') {
            ++at;
        } else if (byte < 0x80) {
            out += text[at++];
        } else {
            const int length = utf8_length(text, at);
            if (length > 0) out += text.substr(at, static_cast<std::size_t>(length));
            else append_utf8(out, 0xFFFD);
            at += static_cast<std::size_t>(std::max(length, 1));
        }
    }
}

}  // namespace nianbao
