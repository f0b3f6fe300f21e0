// The boundary: bytes and a string in, one JSON string out. Nothing is decided here.
//
//   check(bytes: Uint8Array, options: string) → string   the contract's result, byte for byte what the command line prints
//   rules() → string, forms() → string                   the catalogue and the drawn forms, as JSON
//   sample(kind: "clean" | "errors" | "blank", form: string) → string   a report of our own making
//   version() → string
//
// options is JSON, every member optional: {"name", "format", "encoding", "edits", "previous", "previous_base64",
// "previous_name", "previous_format"}. edits is [{"begin", "end", "text"}], made one after the other to the text as read.
// previous is last year's report as text, previous_base64 the bytes of its file; options that are no JSON object count as {}.
#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <optional>
#include <string>

#include "core/nianbao.hpp"
#include "core/text/base64.hpp"
#include "core/write/json_tree.hpp"

namespace {

std::string bytes_of(const emscripten::val& array) {
    std::string bytes(array["length"].as<std::size_t>(), '\0');
    const emscripten::val view(emscripten::typed_memory_view(bytes.size(), reinterpret_cast<unsigned char*>(bytes.data())));
    view.call<void>("set", array);
    return bytes;
}

std::string member(const nianbao::Json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

std::size_t offset(const nianbao::Json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_number_unsigned() ? found->get<std::size_t>() : 0;
}

/// Text the page hands over is valid UTF-16, so what arrives here is valid UTF-8 once parsed as JSON.
std::vector<nianbao::TextEdit> edits_of(const nianbao::Json& given) {
    std::vector<nianbao::TextEdit> edits;
    const auto found = given.find("edits");
    if (found == given.end() || !found->is_array()) return edits;
    for (const nianbao::Json& edit : *found)
        if (edit.is_object()) edits.push_back({offset(edit, "begin"), offset(edit, "end"), member(edit, "text")});
    return edits;
}

std::string check(const emscripten::val& array, const std::string& options_json) {
    nianbao::Json given = nianbao::Json::parse(options_json, nullptr, false);
    if (!given.is_object()) given = nianbao::Json::object();
    const std::string bytes = bytes_of(array);
    const nianbao::Options options{member(given, "name"), member(given, "format"), member(given, "encoding"),
                                    edits_of(given)};

    std::string last_year = member(given, "previous");
    nianbao::Options last_year_options{
        member(given, "previous_name"), member(given, "previous_format"), last_year.empty() ? "" : "UTF-8"};
    if (last_year.empty()) last_year = nianbao::from_base64(member(given, "previous_base64"));
    std::optional<nianbao::Previous> previous;
    if (!last_year.empty()) previous = nianbao::Previous{last_year, last_year_options};
    return nianbao::to_json(nianbao::check(bytes, options, previous));
}

std::string sample(const std::string& kind, const std::string& form) { return nianbao::sample(kind, form); }

std::string version() { return std::string(nianbao::version()); }

}  // namespace

EMSCRIPTEN_BINDINGS(nianbao) {
    emscripten::function("check", &check);
    emscripten::function("rules", &nianbao::rules_json);
    emscripten::function("forms", &nianbao::forms_json);
    emscripten::function("sample", &sample);
    emscripten::function("version", &version);
}
