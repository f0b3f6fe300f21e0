#include "core/text/similarity.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "core/text/fold.hpp"

namespace nianbao {

namespace {

constexpr std::size_t longest_compared = 80;  ///< characters

std::size_t characters_of(std::string_view text, std::array<char32_t, longest_compared>& out) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size() && count < longest_compared;) {
        const CodePoint c = decode_at(text, at);
        out[count++] = c.value;
        at += c.length;
    }
    return count;
}

__extension__ using Bits = unsigned __int128;  ///< one for each character of a text

/// At which places of a text a character stands.
class Places {
public:
    Places(const std::array<char32_t, longest_compared>& text, std::size_t size) : text_(text) {
        first_.fill(none);
        for (std::size_t i = size; i-- > 0;) {
            next_[i] = first_[text[i] % first_.size()];
            first_[text[i] % first_.size()] = static_cast<std::uint8_t>(i);
        }
    }
    Bits of(char32_t c) const {
        Bits bits = 0;
        for (std::size_t i = first_[c % first_.size()]; i != none; i = next_[i])
            if (text_[i] == c) bits |= Bits{1} << i;
        return bits;
    }

private:
    static constexpr std::uint8_t none = 0xFF;
    const std::array<char32_t, longest_compared>& text_;
    std::array<std::uint8_t, 128> first_;
    std::array<std::uint8_t, longest_compared> next_;
};

}  // namespace

// Myers's bit-parallel edit distance, as Hyyrö writes it: a column of the table at once, as its steps up and down.
double similarity(std::string_view left, std::string_view right) {
    if (left == right) return left.empty() ? 0 : 1;
    std::array<char32_t, longest_compared> a, b;
    const std::size_t rows = characters_of(left, a), columns = characters_of(right, b);
    if (rows == 0 || columns == 0) return 0;
    const Places places(a, rows);
    const Bits last = Bits{1} << (rows - 1);
    Bits up = ~Bits{0}, down = 0;
    std::size_t distance = rows;
    for (std::size_t j = 0; j < columns; ++j) {
        const Bits equal = places.of(b[j]);
        const Bits diagonal = (((equal & up) + up) ^ up) | equal | down;
        Bits more = down | ~(diagonal | up), less = up & diagonal;
        if ((more & last) != 0) ++distance;
        else if ((less & last) != 0) --distance;
        more = more << 1 | 1;
        less <<= 1;
        up = less | ~(diagonal | more);
        down = more & diagonal;
    }
    return 1.0 - static_cast<double>(distance) / static_cast<double>(std::max(rows, columns));
}

}  // namespace nianbao
