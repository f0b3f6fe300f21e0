#include "core/cli_pdf.hpp"

namespace nianbao {

std::optional<std::string> pdf_to_runs(const std::string&) { return std::nullopt; }

}  // namespace nianbao
