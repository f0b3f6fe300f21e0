// Inputs made to hurt: each is read in time proportional to its size, and what comes out is sound.
#include <catch2/catch.hpp>
#include <ctime>

#include "core/nianbao.hpp"
#include "core/read/read.hpp"
#include "core/text/utf.hpp"
#include "tests/support/hostile.hpp"

namespace {

using namespace nianbao;
using namespace nianbao::testing;

double seconds(const std::string& bytes) {
    double best = 1e9;
    for (int i = 0; i < 2; ++i) {
        const std::clock_t begin = std::clock();
        (void)read(bytes, {});
        const double taken = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
        best = taken < best ? taken : best;
    }
    return best;
}

bool is_utf8(const std::string& text) {
    for (std::size_t at = 0; at < text.size();) {
        const int length = utf8_length(text, at);
        if (length <= 0) return false;
        at += static_cast<std::size_t>(length);
    }
    return true;
}

bool on_border(const std::string& text, std::size_t at) {
    return at == text.size() || (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80);
}

bool is_sound(const std::string& text, Span span) {
    return span.begin <= span.end && span.end <= text.size() && on_border(text, span.begin) && on_border(text, span.end);
}

/// The first thing wrong with a document; empty when it is sound.
std::string flaw(const Document& document) {
    if (!is_utf8(document.text)) return "the text is not UTF-8";
    std::uint32_t done = 0;
    for (const Block& block : document.blocks) {
        if (!is_sound(document.text, block.span)) return "a block's span";
        if (block.span.begin < done) return "blocks overlap or are out of order";
        done = block.span.end;
        if (block.is_grid() && block.grid >= document.grids.size()) return "a block's grid";
        if (!block.is_grid() && block.span.empty()) return "an empty paragraph";
    }
    for (const Grid& grid : document.grids) {
        int row = 0, column = -1;
        for (const GridCell& cell : grid.cells) {
            if (!is_sound(document.text, cell.span)) return "a cell's span";
            if (cell.row < row || (cell.row == row && cell.column <= column)) return "cells out of order";
            if (cell.row_span < 1 || cell.column_span < 1) return "a cell's extent";
            if (cell.row + cell.row_span > grid.rows || cell.column + cell.column_span > grid.columns) return "a cell beyond its grid";
            row = cell.row;
            column = cell.column;
        }
    }
    return {};
}

}  // namespace

TEST_CASE("hostile inputs are read in time proportional to their size") {
    for (const Hostile& hostile : hostile_inputs()) {
        DYNAMIC_SECTION(hostile.name) {
            constexpr std::size_t size = 80'000;
            const double once = seconds(hostile.make(size));
            const double four_times = seconds(hostile.make(4 * size));
            CAPTURE(once, four_times);
            CHECK(four_times < 4 * once * 2.5 + 0.05);
        }
    }
}

TEST_CASE("hostile inputs are matched and judged in time proportional to their size") {
    const auto seconds_of_check = [](const std::string& bytes) {
        const std::clock_t begin = std::clock();
        (void)check(bytes, {});
        return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    };
    for (const Hostile& hostile : hostile_inputs()) {
        DYNAMIC_SECTION(hostile.name) {
            constexpr std::size_t size = 40'000;
            const double once = seconds_of_check(hostile.make(size));
            const double four_times = seconds_of_check(hostile.make(4 * size));
            CAPTURE(once, four_times);
            CHECK(four_times < 4 * once * 2.5 + 0.1);
        }
    }
}

TEST_CASE("what hostile inputs give is sound") {
    for (const Hostile& hostile : hostile_inputs()) {
        DYNAMIC_SECTION(hostile.name) {
            for (const std::size_t size : {1u, 17u, 1000u, 60'000u}) CHECK(flaw(read(hostile.make(size), {})) == "");
        }
    }
}

TEST_CASE("an input of any content, under any format and encoding asked for, gives a sound document") {
    for (const Hostile& hostile : hostile_inputs())
        for (const char* format : {"", "text", "html"})
            for (const char* encoding : {"", "UTF-8", "UTF-16LE", "UTF-16BE", "GB18030", "nonsense"}) {
                Options options;
                options.format = format;
                options.encoding = encoding;
                CAPTURE(hostile.name, format, encoding);
                CHECK(flaw(read(hostile.make(3001), options)) == "");
            }
}
