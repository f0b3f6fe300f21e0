// A report made by hand, without reader and matcher: what the rules look at, built from edits to a report in which
// nothing is wrong. So a rule is tested for itself.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/check/check.hpp"

namespace nianbao::testing {

struct SectionDraft {
    std::string title;
    std::string text;
    std::string number;  ///< "一、"; empty where the title has none
    bool missing = false;
    bool altered = false;
};

/// A cell as drafted: its text, or that it can't be had.
struct CellDraft {
    std::string text = "0";
    bool absent = false;
    bool unreadable = false;
};

struct ObservationDraft {
    std::string rule;
    std::vector<std::string> cells;
    std::vector<std::string> quotes;   ///< each becomes a span over its first place in the text
    std::vector<std::string> details;
};

/// A sum stated beyond the form's, of cells in one row or one column.
struct SumDraft {
    std::string text;
    std::vector<std::string> parts;
};

/// A report in which no rule finds anything: form 2021, all figures 0, every statement made.
struct Draft {
    Draft();

    const Form* form = nullptr;
    std::optional<int> year = 2021;
    std::string organization = "清河县应急管理局";
    std::string title = "清河县应急管理局2021年政府信息公开工作年度报告";
    std::optional<std::pair<Date, Date>> period = std::pair<Date, Date>{{2021, 1, 1}, {2021, 12, 31}};
    std::string preamble;
    std::string introduced;  ///< whose report the opening says this is; empty: it doesn't say
    std::array<SectionDraft, 6> sections;
    std::vector<int> order = {1, 2, 3, 4, 5, 6};
    std::array<bool, 3> missing_tables = {};
    std::map<std::string, CellDraft> cells;  ///< by id; the others hold "0"
    std::vector<ObservationDraft> observations;
    std::vector<SumDraft> sums;
    std::optional<std::string> raw;  ///< instead of a report: a text in which nothing was found

    /// The form of a report on an earlier year: 2019 with its period and year.
    void use_form(const Form& other, int report_year);
};

struct BuiltReport {
    Document document;
    Report report;
};
BuiltReport build(const Draft& draft);

}  // namespace nianbao::testing
