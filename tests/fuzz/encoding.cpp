// Bytes → text: found by content, and forced to each encoding.
#include "core/read/encoding.hpp"
#include "core/text/utf.hpp"
#include "tests/fuzz/support/properties.hpp"

using namespace nianbao;

namespace {

void require_decoded(std::string_view bytes, std::string_view forced) {
    const Decoded decoded = decode(bytes, forced);
    for (std::size_t at = 0; at < decoded.text.size();) {
        const int length = utf8_length(decoded.text, at);
        fuzz::require(length > 0, "decoded text is UTF-8");
        at += static_cast<std::size_t>(length);
    }
    fuzz::require(encoding_name(decoded.encoding) == decoded.encoding, "the encoding is one of the four");
    fuzz::require(forced.empty() || decoded.encoding == forced, "a named encoding is taken");
    fuzz::require(bytes.empty() || decoded.text.size() <= 3 * bytes.size(), "decoding adds at most what replacement characters take");
    const Decoded again = decode(bytes, forced);
    fuzz::require(again.text == decoded.text && again.lost == decoded.lost && again.cut == decoded.cut, "decoding is repeatable");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes = fuzz::view(data, size);
    for (const std::string_view forced : {"", "UTF-8", "UTF-16LE", "UTF-16BE", "GB18030"}) require_decoded(bytes, forced);
    const Decoded found = decode(bytes);
    (void)looks_binary(found);
    (void)wrong_conversion(found.text);
    return 0;
}
