// The case file's vocabulary: tables in a line, a sentence, what it must give.
#pragma once

#include <string>
#include <vector>

#include "core/check/check.hpp"

namespace nianbao::testing {

/// A line of prose_cases.txt:
///   fire   | 2021 | new=27 carried_in=1 handled=27 | sentence | t3.handled.total 28 27
///   silent | 2021 | new=27 handled=27              | sentence |
/// A bare row sets its 自然人 and 总计 cells of table three; row.column=, review=, direct=, after_review= (table four) and
/// normative.made= (table two) set single cells; org=, form= the organisation and the form. Everything else is 0.
/// \n in the sentence is a line break; {org} stands for nothing else than the organisation.
struct ProseCase {
    int line = 0;
    bool fires = false;
    int year = 0;
    std::string tables;
    std::string sentence;
    std::vector<std::string> expected;  ///< "cell figure value", in order
};

std::vector<ProseCase> read_prose_cases(const std::string& path);

/// Document and report as reading and matching would make them.
struct Made {
    Document document;
    Report report;
    Case as_case() const { return {document, report}; }
};
Made make_prose(const std::string& text, int year, const std::string& tables);

}  // namespace nianbao::testing
