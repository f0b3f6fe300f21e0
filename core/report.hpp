// What it means: the form a document follows, its cells by id, its sections, year and period.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/decimal.hpp"
#include "core/document.hpp"
#include "core/form.hpp"
#include "core/reading.hpp"

namespace nianbao {

struct CellValue {
    Span span;  ///< exactly the cell's text; for an unreadable row, the row's values, or empty
    Reading reading = Reading::absent;
    Decimal value;
    std::string unit;        ///< "万元", "项" where one is written in the cell, else empty
    std::string remark;      ///< "（其中修订16件）" where one follows the figure, else empty
};

struct Date {
    int year = 0, month = 0, day = 0;
    friend bool operator==(Date a, Date b) { return a.year == b.year && a.month == b.month && a.day == b.day; }
};

/// The statistics period as stated ("2021年1月1日至12月31日").
struct Period {
    Date from, to;
    Span span;
};

/// Whose report the opening says this is ("现公布某某局2021年度政府信息公开工作报告").
struct Introduction {
    std::string organization;
    Span name;
};

struct Section {
    int number = 0;    ///< 1…6, by its title's meaning
    Span title;        ///< the title's text without its number ("总体情况")
    Span content;      ///< from after the heading line to the next heading
    bool numbered = true;  ///< "一、" stands before it
    bool altered = false;  ///< the title is none of the accepted wordings
};

/// Where a table stands.
struct TableMatch {
    bool found = false;
    Span span;  ///< from its first head cell or label to its last value
};

/// A sum that a report states and the form does not ask for: a row of a group's totals, or a column of the legal persons'.
struct StatedSum {
    std::string_view of;           ///< what it sums up, as the form prints it: "（三）不予公开", "法人或其他组织"
    CellValue value;
    std::vector<CellIndex> parts;  ///< of one column, or of one row
};

struct Report {
    std::optional<Span> title;
    std::string organization;  ///< empty when not found
    std::optional<Introduction> introduction;
    std::optional<int> year;
    const Form* form = nullptr;  ///< the form its tables follow, not the one its year asks for
    std::optional<Period> period;
    std::vector<Section> sections;       ///< in order of appearance
    TableMatch tables[3];                ///< two, three, four
    std::vector<CellValue> cells;        ///< parallel to cells_of(*form); empty where form is null
    std::vector<StatedSum> stated_sums;  ///< by place of what they sum up
    std::vector<Span> prose;             ///< paragraphs outside the tables, in order
    std::vector<Observation> observations;
    bool repeated = false;               ///< its text stands in the document again: a copy for another screen, or for print

    const TableMatch& table(Table t) const { return tables[static_cast<int>(t) - 2]; }
    TableMatch& table(Table t) { return tables[static_cast<int>(t) - 2]; }
    const Section* section(int number) const {
        for (const Section& s : sections)
            if (s.number == number) return &s;
        return nullptr;
    }
};

}  // namespace nianbao
