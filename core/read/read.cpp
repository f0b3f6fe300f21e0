#include "core/read/read.hpp"

#include "core/read/formats.hpp"
#include "core/read/repeated_cells.hpp"

namespace nianbao {

namespace {

const Reader& choose_reader(std::string_view bytes, std::string_view format) {
    for (const Reader& reader : readers())
        if (!format.empty() && reader.name == format) return reader;
    for (const Reader& reader : readers())
        if (reader.recognises(bytes)) return reader;
    return readers().back();
}

}  // namespace

Document read(std::string_view bytes, const Options& options) {
    Document document;
    document.name = options.name;
    if (bytes.size() > max_bytes) {
        bytes = bytes.substr(0, max_bytes);
        document.observations.push_back({"input-too-large", {}, {}, {}});
    }
    const Reader& reader = choose_reader(bytes, options.format);
    document.format = reader.format;
    reader.read(bytes, options, document);
    merge_repeated_cells(document);
    return document;
}

}  // namespace nianbao
