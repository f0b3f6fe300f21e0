#include <cstdint>
#include <utility>

#include "core/read/decoded_text.hpp"
#include "core/read/encoding.hpp"
#include "core/read/formats.hpp"
#include "core/read/text_tables.hpp"
#include "core/text/contains.hpp"

namespace nianbao {

namespace {

/// Leaves out what lies beyond the cap, from the last line break before it.
void cap_text(Document& document) {
    if (document.text.size() <= max_text) return;
    std::size_t end = document.text.rfind('\n', max_text);
    if (end == std::string::npos)
        for (end = max_text; (static_cast<unsigned char>(document.text[end]) & 0xC0) == 0x80;) --end;
    document.text.resize(end);
    const auto place = static_cast<std::uint32_t>(end);
    document.observations.push_back({"input-too-large", {}, {{place, place}}, {}});
}

}  // namespace

std::string decoded_text(std::string_view bytes, const Options& options, std::string_view declared,
                         Document& document) {
    Decoded decoded = decode(bytes, options.encoding, declared);
    if (looks_binary(decoded)) {
        document.observations.push_back({"file-unreadable", {}, {}, {}});
        return {};
    }
    document.encoding = decoded.encoding;
    if (decoded.cut) document.observations.push_back({"text-cut", {}, {}, {}});
    return std::move(decoded.text);
}

void observe_garbled(Document& document) {
    if (const auto conversion = wrong_conversion(document.text)) {
        document.observations.push_back(
            {"text-garbled", {}, {}, {std::string(conversion->first), std::string(conversion->second)}});
        return;
    }
    constexpr std::string_view replacement = "\xEF\xBF\xBD";
    constexpr std::size_t shown = 5;
    Observation lost{"text-garbled", {}, {}, {"", ""}};
    for (std::size_t at = find_word(document.text, replacement); at != std::string::npos && lost.spans.size() < shown;
         at = find_word(document.text, replacement, at + replacement.size())) {
        const auto begin = static_cast<std::uint32_t>(at);
        lost.spans.push_back({begin, begin + static_cast<std::uint32_t>(replacement.size())});
    }
    if (!lost.spans.empty()) document.observations.push_back(std::move(lost));
}

bool is_text(std::string_view) { return true; }

void read_text(std::string_view bytes, const Options& options, Document& document) {
    document.text = decoded_text(bytes, options, {}, document);
    cap_text(document);
    observe_garbled(document);
    for (Observation& seen : document.observations)
        if (seen.rule == "text-cut") {
            const auto end = static_cast<std::uint32_t>(document.text.size());
            seen.spans = {{end, end}};
        }
    if (is_comma_separated(document.text)) cut_records(document);
    else cut_text(document, 0, static_cast<std::uint32_t>(document.text.size()));
}

}  // namespace nianbao
