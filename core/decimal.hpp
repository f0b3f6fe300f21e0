// Exact numbers: what a cell says, never a double.
#pragma once

#include <cstdint>
#include <string>

namespace nianbao {

/// unscaled / 10^scale; |unscaled| < 10^15 and scale <= 6, so that sums of a whole table are exact in 64 bits.
struct Decimal {
    std::int64_t unscaled = 0;
    std::uint8_t scale = 0;

    static Decimal of(std::int64_t value) { return {value, 0}; }
    bool is_integer() const;
    bool is_negative() const { return unscaled < 0; }
    /// The integer part's value; only meaningful where is_integer().
    std::int64_t integer() const;
    double to_double() const;       ///< the nearest; for JSON output only
    std::string to_string() const;  ///< "67.84", "-208"; digits as written, no exponent
    Decimal negated() const { return {-unscaled, scale}; }
    friend Decimal operator+(Decimal a, Decimal b);
    friend Decimal distance(Decimal a, Decimal b);  ///< never negative
    friend int compare(Decimal a, Decimal b);  ///< <0, 0, >0; 1.50 equals 1.5
    friend bool operator==(Decimal a, Decimal b) { return compare(a, b) == 0; }
    friend bool operator!=(Decimal a, Decimal b) { return compare(a, b) != 0; }
};

}  // namespace nianbao
