#include "core/write/names.hpp"

#include <array>

namespace nianbao {
namespace {

template <typename Enum, std::size_t size>
std::string_view name_in(const std::array<std::string_view, size>& names, Enum value) {
    const auto index = static_cast<std::size_t>(value);
    return index < size ? names[index] : std::string_view{};
}

constexpr std::array<std::string_view, 14> formats = {"unknown", "text", "html",   "docx", "xlsx", "pdf", "doc",
                                                      "rtf",     "ofd",  "wordml", "odt",  "ods",  "xls", "mhtml"};
constexpr std::array<std::string_view, 3> severities = {"error", "warning", "note"};
constexpr std::array<std::string_view, 4> verdicts = {"ok", "warnings", "errors", "unreadable"};
constexpr std::array<std::string_view, 5> readings = {"absent", "number", "blank", "not_a_number", "unreadable"};
constexpr std::array<std::string_view, 3> quantities = {"count", "change", "money"};

}  // namespace

std::string_view format_name(Format format) { return name_in(formats, format); }
std::string_view severity_name(Severity severity) { return name_in(severities, severity); }
std::string_view verdict_name(Verdict verdict) { return name_in(verdicts, verdict); }
std::string_view reading_name(Reading reading) { return name_in(readings, reading); }
std::string_view quantity_name(Quantity quantity) { return name_in(quantities, quantity); }

}  // namespace nianbao
