// The words of the contract for the core's enumerations.
#pragma once

#include <string_view>

#include "core/finding.hpp"
#include "core/report.hpp"

namespace nianbao {

std::string_view format_name(Format format);
std::string_view severity_name(Severity severity);
std::string_view verdict_name(Verdict verdict);
std::string_view reading_name(Reading reading);
std::string_view quantity_name(Quantity quantity);

}  // namespace nianbao
