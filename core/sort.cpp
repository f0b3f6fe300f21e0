#include "core/sort.hpp"

#include <algorithm>
#include <numeric>

namespace nianbao {

std::vector<std::uint32_t> sorted_places(std::size_t size, const void* values, bool (*less)(const void* values, std::uint32_t a, std::uint32_t b)) {
    std::vector<std::uint32_t> places(size);
    std::iota(places.begin(), places.end(), 0u);
    std::stable_sort(places.begin(), places.end(), [=](std::uint32_t a, std::uint32_t b) { return less(values, a, b); });
    return places;
}

}  // namespace nianbao
