// Positions leave the core as UTF-16 code units, so that text.slice(begin, end) in a page is the excerpt.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace nianbao {

/// Converts byte offsets of one text to UTF-16 offsets. Built in one pass; each look-up walks at most one stride.
class Utf16Offsets {
public:
    /// `text` must be valid UTF-8 and outlive this.
    explicit Utf16Offsets(std::string_view text);
    std::uint32_t operator()(std::uint32_t byte) const;

private:
    static constexpr std::uint32_t stride = 64;
    std::string_view text_;
    std::vector<std::uint32_t> marks_;  ///< UTF-16 length of every prefix of i * stride bytes
};

}  // namespace nianbao
