// One stable sort for all types. A library's sort is a kilobyte or two of code for every type and order, and one that is
// not stable leaves equal values in another order in the module than natively.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace nianbao {

/// The places 0 … size - 1 in the order that `less` says; places that are equal stay as they are.
std::vector<std::uint32_t> sorted_places(std::size_t size, const void* values, bool (*less)(const void* values, std::uint32_t a, std::uint32_t b));

template <typename T, typename Less>
void sort_by(std::vector<T>& values, const Less& less) {
    struct Order {
        const T* values;
        const Less* less;
    };
    const Order order{values.data(), &less};
    std::vector<std::uint32_t> from = sorted_places(values.size(), &order, [](const void* all, std::uint32_t a, std::uint32_t b) {
        const auto* const known = static_cast<const Order*>(all);
        return (*known->less)(known->values[a], known->values[b]);
    });
    for (std::size_t first = 0; first < from.size(); ++first) {
        if (from[first] == first) continue;
        T held = std::move(values[first]);
        std::size_t at = first;
        while (from[at] != first) {
            const std::size_t next = from[at];
            values[at] = std::move(values[next]);
            from[at] = static_cast<std::uint32_t>(at);
            at = next;
        }
        values[at] = std::move(held);
        from[at] = static_cast<std::uint32_t>(at);
    }
}

}  // namespace nianbao
