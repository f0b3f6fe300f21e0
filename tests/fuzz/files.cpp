// Any file: the format is found by content, so archives, Word binaries, RTF and everything else come here.
#include "tests/fuzz/support/properties.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    nianbao::fuzz::require_sound_read(nianbao::fuzz::view(data, size), {});
    return 0;
}
