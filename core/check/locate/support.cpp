#include "core/check/locate/support.hpp"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <numeric>

namespace nianbao {
namespace {

constexpr std::int64_t largest_coefficient = 1000;  ///< times 10^15 still fits 64 bits
constexpr std::int64_t endless = std::numeric_limits<std::int64_t>::max() / 4;
constexpr std::int64_t most_tries = 4096;  ///< values tried for one free number

std::int64_t floor_div(std::int64_t a, std::int64_t b) {
    const std::int64_t quotient = a / b;
    return a % b != 0 && (a < 0) != (b < 0) ? quotient - 1 : quotient;
}

void reduce(SupportEquation& equation) {
    std::int64_t divisor = equation.constant;
    for (const std::int64_t c : equation.coefficients) divisor = std::gcd(divisor, c);
    if (divisor <= 1) return;
    for (std::int64_t& c : equation.coefficients) c /= divisor;
    equation.constant /= divisor;
}

bool eliminate(SupportEquation& equation, const SupportEquation& pivot, std::size_t column) {
    const std::int64_t a = equation.coefficients[column], b = pivot.coefficients[column];
    if (a == 0) return true;
    const std::int64_t common = std::gcd(a, b), up = b / common, down = a / common;
    for (std::size_t i = 0; i < equation.coefficients.size(); ++i) {
        equation.coefficients[i] = equation.coefficients[i] * up - pivot.coefficients[i] * down;
        if (std::abs(equation.coefficients[i]) > largest_coefficient) return false;
    }
    equation.constant = equation.constant * up - pivot.constant * down;
    reduce(equation);
    return std::abs(equation.constant) < endless / (2 * largest_coefficient);
}

/// Gauss–Jordan on whole numbers. pivots[i] is the column equation i was solved for.
bool echelon(std::vector<SupportEquation>& equations, std::size_t unknowns, std::vector<std::size_t>& pivots) {
    std::size_t row = 0;
    for (std::size_t column = 0; column < unknowns && row < equations.size(); ++column) {
        std::size_t found = row;
        while (found < equations.size() && equations[found].coefficients[column] == 0) ++found;
        if (found == equations.size()) continue;
        std::swap(equations[row], equations[found]);
        for (std::size_t i = 0; i < equations.size(); ++i)
            if (i != row && !eliminate(equations[i], equations[row], column)) return false;
        pivots.push_back(column);
        ++row;
    }
    return true;
}

class FreeNumbers {
public:
    FreeNumbers(const std::vector<SupportEquation>& equations, const std::vector<std::size_t>& pivots,
                const std::vector<SupportUnknown>& unknowns, std::size_t most)
        : equations_(equations), pivots_(pivots), unknowns_(unknowns), most_(most), values_(unknowns.size(), 0) {
        for (std::size_t i = 0; i < unknowns.size(); ++i)
            if (std::find(pivots.begin(), pivots.end(), i) == pivots.end()) free_.push_back(i);
    }

    SupportValues run() {
        choose(0);
        return std::move(result_);
    }

private:
    void choose(std::size_t at) {
        if (at == free_.size()) return finish();
        const std::size_t cell = free_[at];
        auto [low, high] = range(at);
        if (high - low >= most_tries) {
            high = low + most_tries - 1;
            result_.complete = false;
        }
        for (std::int64_t value = low; value <= high; ++value) {
            if (result_.solutions.size() >= most_ || ++tries_ > most_tries) {
                result_.complete = false;
                return;
            }
            values_[cell] = value;
            choose(at + 1);
        }
    }

    /// What the bounds of the other unknowns leave for a free number, given the ones chosen before it.
    std::pair<std::int64_t, std::int64_t> range(std::size_t at) const {
        const std::size_t cell = free_[at];
        std::int64_t low = unknowns_[cell].least, high = endless;
        for (std::size_t i = 0; i < pivots_.size(); ++i) {
            // pivot * unknown = room for it - slope * value, and unknown >= least
            const std::int64_t sign = equations_[i].coefficients[pivots_[i]] < 0 ? -1 : 1;
            const std::int64_t pivot = sign * equations_[i].coefficients[pivots_[i]];
            const std::int64_t slope = sign * equations_[i].coefficients[cell];
            std::int64_t room = sign * remainder(i, at) - pivot * unknowns_[pivots_[i]].least;
            bool bounded = true;
            for (std::size_t later = at + 1; later < free_.size(); ++later) {
                const std::int64_t other = sign * equations_[i].coefficients[free_[later]];
                bounded = bounded && other >= 0;
                room -= other * unknowns_[free_[later]].least;
            }
            if (!bounded) continue;
            if (slope > 0) high = std::min(high, floor_div(room, slope));
            if (slope < 0) low = std::max(low, -floor_div(room, -slope));
            if (slope == 0 && room < 0) high = low - 1;
        }
        return {low, high};
    }

    std::int64_t remainder(std::size_t equation, std::size_t chosen) const {
        std::int64_t rest = equations_[equation].constant;
        for (std::size_t i = 0; i < chosen; ++i) rest -= equations_[equation].coefficients[free_[i]] * values_[free_[i]];
        return rest;
    }

    void finish() {
        for (std::size_t i = 0; i < pivots_.size(); ++i) {
            const std::int64_t rest = remainder(i, free_.size()), pivot = equations_[i].coefficients[pivots_[i]];
            if (rest % pivot != 0) return;
            values_[pivots_[i]] = rest / pivot;
        }
        for (std::size_t i = 0; i < values_.size(); ++i)
            if (values_[i] < unknowns_[i].least || (values_[i] == 0 && !unknowns_[i].may_be_zero)) return;
        result_.solutions.push_back(values_);
    }

    const std::vector<SupportEquation>& equations_;
    const std::vector<std::size_t>& pivots_;
    const std::vector<SupportUnknown>& unknowns_;
    std::size_t most_;
    std::vector<std::int64_t> values_;
    std::vector<std::size_t> free_;
    std::int64_t tries_ = 0;
    SupportValues result_;
};

}  // namespace

SupportValues solve_support(std::vector<SupportEquation> equations, const std::vector<SupportUnknown>& unknowns,
                            std::size_t most) {
    std::vector<std::size_t> pivots;
    if (!echelon(equations, unknowns.size(), pivots)) return {{}, false};
    for (std::size_t i = pivots.size(); i < equations.size(); ++i)
        if (equations[i].constant != 0) return {};
    return FreeNumbers(equations, pivots, unknowns, most).run();
}

}  // namespace nianbao
