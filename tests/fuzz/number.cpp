// One cell's text → a number.
#include "core/text/number.hpp"
#include "tests/fuzz/support/properties.hpp"

using namespace nianbao;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = fuzz::view(data, size);
    const NumberText number = read_number(text);
    if (number.reading != Reading::number) return 0;
    constexpr std::int64_t limit = 1'000'000'000'000'000;
    fuzz::require(number.value.unscaled < limit && number.value.unscaled > -limit && number.value.scale <= 6, "a value keeps its bounds");
    const NumberText again = read_number(number.value.to_string());
    fuzz::require(again.reading == Reading::number && again.value == number.value, "a value reads back as itself");
    std::size_t digits = 0;
    for (const char c : number.value.to_string()) digits += c >= '0' && c <= '9';
    fuzz::require(digits <= size, "no more digits than the text has bytes");
    return 0;
}
