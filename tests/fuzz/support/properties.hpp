// What must hold for every input, crash or no crash. A broken property aborts, which libFuzzer reports with the input.
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/document.hpp"
#include "core/nianbao.hpp"
#include "core/report.hpp"

namespace nianbao::fuzz {

inline void require(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "property broken: %s\n", what);
    std::abort();
}

inline std::string_view view(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

/// Text is UTF-8; blocks, grids and cells lie inside it on character borders; grid numbers exist.
void require_sound(const Document& document);

/// Cells fit the form; spans lie inside the text; no value that its cell's text does not say.
void require_sound(const Report& report, const Document& document);

/// The JSON of a result parses; positions are UTF-16 places inside the text, never between two halves of a character;
/// every cell's raw text is the text at its place; the counts of the summary are those of the findings.
void require_sound_json(const std::string& json);

/// read, then match and check, of the same bytes twice gives the same; and all of the above.
void require_sound_read(std::string_view bytes, const Options& options);
void require_sound_check(std::string_view bytes, const Options& options);

}  // namespace nianbao::fuzz
