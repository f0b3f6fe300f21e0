#include "core/write/utf16.hpp"

#include <algorithm>

namespace nianbao {
namespace {

/// UTF-16 units begun by this byte: none for a continuation byte, two for the lead of a four-byte character.
std::uint32_t units(char byte) {
    const auto value = static_cast<unsigned char>(byte);
    return ((value & 0xC0U) != 0x80U ? 1U : 0U) + (value >= 0xF0U ? 1U : 0U);
}

}  // namespace

Utf16Offsets::Utf16Offsets(std::string_view text) : text_(text) {
    marks_.reserve(text.size() / stride + 1);
    std::uint32_t count = 0;
    for (std::size_t begin = 0; begin < text.size(); begin += stride) {
        marks_.push_back(count);
        for (const char byte : text.substr(begin, stride)) count += units(byte);
    }
    if (text.size() % stride == 0) marks_.push_back(count);
}

std::uint32_t Utf16Offsets::operator()(std::uint32_t byte) const {
    const std::uint32_t end = std::min(byte, static_cast<std::uint32_t>(text_.size()));
    std::uint32_t count = marks_[end / stride];
    for (std::uint32_t i = end / stride * stride; i < end; ++i) count += units(text_[i]);
    return count;
}

}  // namespace nianbao
