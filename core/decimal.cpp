#include "core/decimal.hpp"

#include <algorithm>

namespace nianbao {
namespace {

std::int64_t power_of_ten(std::uint8_t exponent) {
    std::int64_t result = 1;
    while (exponent-- > 0) result *= 10;
    return result;
}

std::int64_t scaled_to(Decimal d, std::uint8_t scale) {
    return d.unscaled * power_of_ten(static_cast<std::uint8_t>(scale - d.scale));
}

/// 10^15 units at scale 0 lifted by 10^6 overflow 64 bits; 128 bits hold every comparison.
__extension__ using Wide = __int128;

Wide wide(Decimal d, std::uint8_t scale) {
    return static_cast<Wide>(d.unscaled) * power_of_ten(static_cast<std::uint8_t>(scale - d.scale));
}

}  // namespace

bool Decimal::is_integer() const { return unscaled % power_of_ten(scale) == 0; }

std::int64_t Decimal::integer() const { return unscaled / power_of_ten(scale); }

std::string Decimal::to_string() const {
    const std::int64_t unit = power_of_ten(scale);
    const std::int64_t magnitude = unscaled < 0 ? -unscaled : unscaled;
    std::string text = unscaled < 0 ? "-" : "";
    text += std::to_string(magnitude / unit);
    if (scale == 0) return text;
    const std::string digits = std::to_string(magnitude % unit);
    return text + "." + std::string(scale - digits.size(), '0') + digits;
}

double Decimal::to_double() const { return static_cast<double>(unscaled) / static_cast<double>(power_of_ten(scale)); }

Decimal operator+(Decimal a, Decimal b) {
    const std::uint8_t scale = std::max(a.scale, b.scale);
    return {scaled_to(a, scale) + scaled_to(b, scale), scale};
}

Decimal distance(Decimal a, Decimal b) {
    const Decimal difference = a + b.negated();
    return difference.is_negative() ? difference.negated() : difference;
}

int compare(Decimal a, Decimal b) {
    const std::uint8_t scale = std::max(a.scale, b.scale);
    const Wide left = wide(a, scale), right = wide(b, scale);
    return left < right ? -1 : left > right ? 1 : 0;
}

}  // namespace nianbao
