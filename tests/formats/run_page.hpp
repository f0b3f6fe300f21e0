// Pages written as positioned text: one table, a figure six points wide, an ideograph twelve.
#pragma once

#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "core/read/read.hpp"
#include "core/read/runs.hpp"

namespace nianbao::testing {

enum class Stands { left, centre, right };

inline constexpr double digit = 6, columns_at = 200, column_width = 30;

struct Page {
    RunPages pages;
    double y = 60;

    Page() { pages.pages.push_back({595, 842, {}, {}}); }
    void text(double x, const std::string& text, double width) { pages.pages.back().runs.push_back({x, y, width, 12, text}); }
    void figure(int column, Stands stands, const std::string& text) {
        const double width = digit * static_cast<double>(text.size()), left = columns_at + column * column_width;
        this->text(stands == Stands::left ? left : stands == Stands::right ? left + column_width - width : left + (column_width - width) / 2, text, width);
    }
    void row(const std::string& label, Stands stands, const std::vector<std::string>& figures) { row_at(40, label, figures, stands); }
    void row_at(double left, const std::string& label, const std::vector<std::string>& figures, Stands stands = Stands::centre) {
        text(left, label, 12.0 * static_cast<double>(label.size()) / 3);
        for (std::size_t i = 0; i < figures.size(); ++i) figure(static_cast<int>(i), stands, figures[i]);
        y += 20;
    }
    void next_page() {
        pages.pages.push_back({595, 842, {}, {}});
        y = 40;
    }
    /// What stands right of the label in the only table; empty where no cell holds the label or no cell stands right of it.
    std::vector<std::string> cells(const std::string& label) const {
        Document document;
        read_run_pages(pages, document);
        REQUIRE(document.grids.size() == 1);
        std::vector<std::string> texts;
        for (const GridCell& cell : document.grids.front().cells)
            if (slice(document.text, cell.span) == label)
                for (const GridCell& other : document.grids.front().cells)
                    if (other.row == cell.row && other.column >= cell.column + cell.column_span) texts.emplace_back(slice(document.text, other.span));
        return texts;
    }
};

using Texts = std::vector<std::string>;

}  // namespace nianbao::testing
