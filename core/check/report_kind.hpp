// Whether this is such a report at all, and what it looks like where it isn't.
#pragma once

#include "core/check/check.hpp"

namespace nianbao {

enum class Kind : std::uint8_t {
    report,
    unread,      ///< the file could not be read; another finding says why
    empty,
    fragment,    ///< a word, a line: too little to tell
    list_page,   ///< a list of links to reports
    attachment,  ///< a post that only links to a file
    page_shell,  ///< navigation and no content
    school_year, ///< a school's report on a school year, which has no form and no tables
    not_text,    ///< characters without meaning
    other        ///< some other text
};

/// A report has one of the three tables, or at least two of the six sections; one on 2019 or earlier may have sections
/// of its own.
Kind kind_of(const Case& c);

bool is_report(const Case& c);

/// A report on a year for which no form was required yet (2019 and earlier), with none of its tables.
bool predates_forms(const Case& c);

}  // namespace nianbao
