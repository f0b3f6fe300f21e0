// Reports to match: a filled form as rows of pipes, ready to be altered, and short ways to ask what was read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/match/match.hpp"
#include "core/read/read.hpp"
#include "tests/support/layouts.hpp"

namespace nianbao::testing {

/// Form 2021 with a different figure in every row of table three, so that a shifted row shows: row i is
/// "10+i 0 0 0 0 0 10+i". Tables two and four count up from 1.
inline Filled numbered(const Form& form) {
    Filled filled;
    filled.form = &form;
    filled.year = form.id == "2019" ? 2020 : 2022;
    filled.organization = "临江县教育局";
    int two = 0, row = 9, four = 0;
    const Row* last = nullptr;
    for (const FormCell& cell : cells_of(form)) {
        std::string value = "0";
        if (cell.table() == Table::two) value = std::to_string(++two);
        if (cell.table() == Table::four) value = std::to_string(++four);
        if (cell.table() == Table::three) {
            if (cell.row != last) ++row;
            last = cell.row;
            if (cell.column->id == "natural" || cell.column->id == "total") value = std::to_string(row);
        }
        filled.values.push_back(value);
    }
    return filled;
}
inline Filled numbered_2021() { return numbered(*form_by_id("2021")); }
inline Filled numbered_2019() { return numbered(*form_by_id("2019")); }

/// What was read.
struct Read {
    Document document;
    Report report;

    explicit Read(const std::string& text) : document(read(text, {})), report(match(document)) {}

    const CellValue& cell(std::string_view id) const { return report.cells[static_cast<std::size_t>(cell_index(*report.form, id))]; }

    /// A row's cells: "12 0 0 0 0 0 12"; "_" blank, "?" unreadable, "!" no number, "." absent.
    std::string row(std::string_view id) const {
        std::string out;
        const std::vector<FormCell>& cells = cells_of(*report.form);
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (cells[i].id.compare(0, id.size() + 1, std::string(id) + ".") != 0) continue;
            const CellValue& value = report.cells[i];
            if (!out.empty()) out += ' ';
            switch (value.reading) {
                case Reading::number: out += slice(document.text, value.span); break;
                case Reading::blank: out += '_'; break;
                case Reading::unreadable: out += '?'; break;
                case Reading::not_a_number: out += '!'; break;
                case Reading::absent: out += '.'; break;
            }
        }
        return out;
    }

    /// Cells that do not read as filled in, by id.
    std::vector<std::string> different(const Filled& filled) const {
        std::vector<std::string> ids;
        if (report.form != filled.form) return {"form"};
        const std::vector<FormCell>& cells = cells_of(*report.form);
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const Reading reading = report.cells[i].reading;
            const bool read = reading == Reading::number || reading == Reading::blank;
            if (!read || slice(document.text, report.cells[i].span) != filled.values[i]) ids.push_back(cells[i].id);
        }
        return ids;
    }

    /// Observations of a rule, as "found → expected".
    std::vector<std::string> observed(std::string_view rule) const {
        std::vector<std::string> texts;
        for (const Observation& o : report.observations)
            if (o.rule == rule) texts.push_back(o.details.size() == 2 ? o.details[0] + " → " + o.details[1] : o.details.empty() ? "" : o.details[0]);
        return texts;
    }
};

using Texts = std::vector<std::string>;

/// The line that begins with `start`, and the text without it or with another one in its place.
inline std::string line_with(const std::string& text, const std::string& part) {
    const std::size_t at = text.find(part);
    const std::size_t begin = text.rfind('\n', at) + 1;
    return text.substr(begin, text.find('\n', at) + 1 - begin);
}
inline std::string replaced_line(std::string text, const std::string& part, const std::string& by) {
    const std::string line = line_with(text, part);
    return text.replace(text.find(line), line.size(), by);
}

}  // namespace nianbao::testing
