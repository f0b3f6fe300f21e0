// Positioned text, as PDF and OFD pages give it.
#include "core/read/runs.hpp"
#include "tests/fuzz/support/properties.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string bytes(nianbao::runs_magic);
    bytes += '\n';
    bytes += nianbao::fuzz::view(data, size);
    nianbao::Options options;
    options.format = "runs";
    nianbao::fuzz::require_sound_read(bytes, options);
    return 0;
}
