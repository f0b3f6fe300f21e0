// PDF for the command line: text with its places, taken out by poppler where it was there to build with.
#pragma once

#include <optional>
#include <string>

namespace nianbao {

/// The positioned text of a PDF in the core's "runs" format (core/read/runs.hpp); nothing where the bytes are no PDF
/// or this build has no PDF library (the core then says that the format can't be read).
std::optional<std::string> pdf_to_runs(const std::string& bytes);

}  // namespace nianbao
