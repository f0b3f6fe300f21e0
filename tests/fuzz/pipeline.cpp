// The whole check, from bytes to JSON, in the format found by content.
#include "tests/fuzz/support/properties.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    nianbao::Options options;
    options.name = "输入.txt";
    nianbao::fuzz::require_sound_check(nianbao::fuzz::view(data, size), options);
    return 0;
}
