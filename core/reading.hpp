// What is known of a cell's value.
#pragma once

#include <cstdint>

namespace nianbao {

enum class Reading : std::uint8_t {
    absent,        ///< the cell was not found (its row or table is missing)
    number,        ///< `value` holds what the cell says
    blank,         ///< empty, "/", "-", "—", "无"; counts as 0 in sums
    not_a_number,  ///< the cell was found, its text is no number
    unreadable     ///< its row has too many or too few values: which is whose can't be said
};

}  // namespace nianbao
