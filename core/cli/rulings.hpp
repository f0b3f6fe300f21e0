// Ruling lines of a page, found on its picture: poppler's public interface hands out text and pictures, no lines.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/read/runs.hpp"

namespace nianbao {

/// A picture of grey values, 0 black, rows from top to bottom.
struct GreyPicture {
    const std::uint8_t* data = nullptr;
    std::size_t width = 0, height = 0, bytes_per_row = 0;
    double points_per_pixel = 1;
};

/// Thin straight lines: long ones, and short ones that join two others. Strokes of characters are neither.
std::vector<Ruling> find_rulings(const GreyPicture& picture);

}  // namespace nianbao
