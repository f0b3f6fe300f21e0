// The case file's vocabulary: tables in a line, a sentence, what it must give.
#pragma once

#include <string>
#include <vector>

#include "core/check/check.hpp"

namespace nianbao::testing {

/// A line of prose_cases.txt or stale_year_cases.txt; the files say what the fields hold. section=, org= and form= stand
/// among the tables; \n in the sentence is a line break.
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
