// Measures of positioned text that its readers and adapters share.
#pragma once

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace nianbao {

/// The value that a 1/part of the values lie below; 0 where there are none.
inline double quantile(std::vector<double> values, std::size_t part) {
    if (values.empty()) return 0;
    const auto at = values.begin() + static_cast<std::ptrdiff_t>(values.size() / part);
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

/// The middle value, the upper one of two; 0 where there are none.
inline double median(std::vector<double> values) { return quantile(std::move(values), 2); }

/// Characters that a font makes equally wide.
enum class WidthClass : unsigned char { other, figure, ideograph };

constexpr WidthClass width_class(char32_t c) {
    if (c >= U'0' && c <= U'9') return WidthClass::figure;
    return c >= 0x2E80 && c < 0xFF00 ? WidthClass::ideograph : WidthClass::other;
}

}  // namespace nianbao
