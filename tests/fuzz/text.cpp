// Text layouts: lines, pipes, tabs, markdown.
#include "tests/fuzz/support/properties.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    nianbao::Options options;
    options.format = "text";
    nianbao::fuzz::require_sound_read(nianbao::fuzz::view(data, size), options);
    return 0;
}
