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

#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "core/nianbao.hpp"
#include "core/text/base64.hpp"

namespace {

using emscripten::val;

std::string bytes_of(const val& array) {
    std::string bytes(array["length"].as<std::size_t>(), '\0');
    const val view(emscripten::typed_memory_view(bytes.size(), reinterpret_cast<unsigned char*>(bytes.data())));
    view.call<void>("set", array);
    return bytes;
}

std::string member(const val& object, const char* key) {
    const val found = object[key];
    return found.isString() ? found.as<std::string>() : std::string{};
}

std::size_t offset(const val& object, const char* key) {
    const val found = object[key];
    const double number = found.isNumber() ? found.as<double>() : 0;
    return number > 0 && number < 4e9 && number == std::floor(number) ? static_cast<std::size_t>(number) : 0;
}

std::vector<nianbao::TextEdit> edits_of(const val& given) {
    std::vector<nianbao::TextEdit> edits;
    const val found = given["edits"];
    const std::size_t count = found.isArray() ? found["length"].as<std::size_t>() : 0;
    for (std::size_t i = 0; i < count; ++i) {
        const val edit = found[i];
        if (edit.isNull() || edit.typeOf().as<std::string>() != "object") continue;
        edits.push_back({offset(edit, "begin"), offset(edit, "end"), member(edit, "text")});
    }
    return edits;
}

std::string check(const val& array, const std::string& options_json) {
    const val given = val::module_property("optionsOf")(options_json);
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
