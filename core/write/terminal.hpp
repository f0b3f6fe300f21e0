// The result for people in a terminal.
#pragma once

#include <string>

#include "core/nianbao.hpp"

namespace nianbao {

enum class Language : std::uint8_t { zh, en };

/// Verdict line, findings with their line in the source, proposed repairs. Ends with a newline.
std::string to_terminal(const Result& result, Language language, bool colour);

}  // namespace nianbao
