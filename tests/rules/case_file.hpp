// The rules' cases as people read them: tests/rules/cases/*.txt.
//
//   == a title for people
//   report 2019 2020             the form and year (default: 2021 2021); a report in which nothing is wrong
//   row t3.new 1 0 0 0 0 0 1     a row's cells from left to right
//   cell t2.rules.made 00        one cell; "" is blank; * in an id stands for every row or column
//   absent t3.other_rest.*       cells that were not found; `unreadable` likewise
//   subtotal 5 t3.denied_secret.natural t3.denied_law.natural    a sum the report states beyond the form's
//   section 6 无                 a section's text; `section 6` alone empties it
//   title …, organization …, introduced …, preamble …, year …, period 2021-01-01 2021-12-31, and `no title` / `no year` / `no period`
//   no section 5 · no number 1 · number 5 四、 · section-title 5 存在问题 (altered) · order 1 2 3 4 6 5 · no table 4
//   observe header-altered t2.rules.made "quoted text" 'detail'
//   text …                       instead of a report: the text as it stands; \n is a line break
//   previous …                   any of the above for last year's report (default: none; `previous report 2021 2020` is one)
//   error t3-row-sum t3.new.*    what must be found, all of it: severity, rule, cells
//   says 相差 1                  … and what its sentence or clause must contain
//   silent t3-row-sum            what the case shows to stay silent
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tests/rules/built_report.hpp"

namespace nianbao::testing {

struct Expected {
    std::string severity;
    std::string rule;
    std::vector<std::string> cells;
    std::vector<std::string> says;

    std::string to_string() const;
};

struct RuleCase {
    std::string file;
    int line = 0;
    std::string title;
    Draft draft;
    std::optional<Draft> previous;
    std::vector<Expected> expected;
    std::vector<std::string> silent;
    std::string trouble;  ///< a line that was not understood
};

/// Every case of every file of a folder, by file name.
std::vector<RuleCase> read_cases(const std::string& folder);

/// The ids a pattern stands for in a form; "t3.new.*" is a row, "t3.*.total" a column.
std::vector<std::string> cells_matching(const Form& form, const std::string& pattern);

}  // namespace nianbao::testing
