#include "core/sort.hpp"

#include <algorithm>
#include <numeric>

namespace nianbao {

std::vector<std::uint32_t> sorted_places(std::size_t size, const void* values, bool (*less)(const void* values, std::uint32_t a, std::uint32_t b)) {
    constexpr std::size_t run = 8;
    std::vector<std::uint32_t> places(size);
    std::iota(places.begin(), places.end(), 0u);
    for (std::size_t begin = 0; begin < size; begin += run)
        for (std::size_t i = begin + 1; i < std::min(begin + run, size); ++i)
            for (std::size_t at = i; at > begin && less(values, places[at], places[at - 1]); --at) std::swap(places[at], places[at - 1]);
    std::vector<std::uint32_t> merged(size > run ? size : 0);
    for (std::size_t width = run; width < size; width *= 2) {
        for (std::size_t begin = 0; begin < size; begin += 2 * width) {
            std::size_t left = begin, right = std::min(begin + width, size);
            const std::size_t middle = right, end = std::min(begin + 2 * width, size);
            for (std::size_t at = begin; at < end; ++at) {
                const bool take_right = left == middle || (right < end && less(values, places[right], places[left]));
                merged[at] = places[take_right ? right++ : left++];
            }
        }
        places.swap(merged);
    }
    return places;
}

}  // namespace nianbao
