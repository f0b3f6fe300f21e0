// Web pages and the clipboard's HTML.
#include "tests/fuzz/support/properties.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    nianbao::Options options;
    options.format = "html";
    nianbao::fuzz::require_sound_read(nianbao::fuzz::view(data, size), options);
    return 0;
}
