#include "core/read/formats.hpp"

namespace nianbao {

namespace {

constexpr Reader all_readers[] = {
    {Format::html, "html", is_html, read_html},
    {Format::text, "text", is_text, read_text},
};

}  // namespace

std::span<const Reader> readers() { return all_readers; }

std::string_view format_name(Format format) {
    for (const Reader& reader : all_readers)
        if (reader.format == format) return reader.name;
    return "unknown";
}

}  // namespace nianbao
