// The command line as given, taken apart.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace nianbao {

enum class Command { check, rules, form };

struct Call {
    Command command = Command::check;
    bool json = false, english = false, filled = false, errors = false, markdown = false;
    bool null_separated = false;  ///< the list of files has NUL between paths, not line ends
    bool without_text = false;    ///< leave document.text out of the JSON
    unsigned threads = 1;
    std::string encoding;
    std::optional<std::string> previous;    ///< path of last year's report
    std::optional<std::string> files_from;  ///< path of a list of paths, "-" is standard input
    std::optional<std::string> records;     ///< path of NDJSON records, "-" is standard input
    std::vector<std::string> operands;
};

/// Nothing where the call is wrong; what is wrong was said on standard error.
std::optional<Call> parse_call(const std::vector<std::string>& words);

/// The usage, in both languages.
extern const std::string_view usage;

/// One line on standard error, under the program's name.
void complain(const std::string& sentence);

}  // namespace nianbao
