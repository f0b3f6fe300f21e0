#include <algorithm>

#include "core/read/office/office.hpp"
#include "core/read/runs.hpp"

namespace nianbao {

bool is_image(std::string_view bytes) {
    using namespace std::string_view_literals;
    constexpr std::string_view heads[] = {"\x89PNG\r\n"sv, "\xFF\xD8\xFF"sv, "GIF87a"sv, "GIF89a"sv, "II*\0"sv, "MM\0*"sv};
    if (bytes.starts_with("RIFF") && bytes.substr(8, 4) == "WEBP") return true;
    if (bytes.starts_with("BM") && bytes.size() > 30 && bytes.substr(6, 4) == "\0\0\0\0"sv) return true;
    return std::any_of(std::begin(heads), std::end(heads), [&](std::string_view head) { return bytes.starts_with(head); });
}

bool is_archive(std::string_view bytes) {
    using namespace std::string_view_literals;
    constexpr std::string_view heads[] = {"Rar!\x1A\x07"sv, "7z\xBC\xAF\x27\x1C"sv, "\x1F\x8B\x08"sv};
    return std::any_of(std::begin(heads), std::end(heads), [&](std::string_view head) { return bytes.starts_with(head); });
}

bool is_pdf(std::string_view bytes) { return bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos || is_runs(bytes); }

void read_pdf(std::string_view bytes, Document& document) {
    document.format = Format::pdf;
    if (is_runs(bytes)) return read_runs(bytes, document);
    observe(document, "format-unsupported");
}

void read_unsupported(std::string_view, Document& document) { observe(document, "format-unsupported"); }

}  // namespace nianbao
