// A set of a model's cells, small enough to copy at every step of the search.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace nianbao {

class CellSet {
public:
    static constexpr std::size_t capacity = 192;  ///< table three of form 2021 has 175 cells

    void add(std::size_t cell) { words_[cell / 64] |= bit(cell); }
    void remove(std::size_t cell) { words_[cell / 64] &= ~bit(cell); }
    bool has(std::size_t cell) const { return (words_[cell / 64] & bit(cell)) != 0; }

    bool empty() const { return (words_[0] | words_[1] | words_[2]) == 0; }
    int size() const { return count(words_[0]) + count(words_[1]) + count(words_[2]); }
    /// 0, 1, or 2 for more.
    int few() const {
        const int filled = (words_[0] != 0) + (words_[1] != 0) + (words_[2] != 0);
        const bool pair = ((words_[0] & (words_[0] - 1)) | (words_[1] & (words_[1] - 1)) | (words_[2] & (words_[2] - 1))) != 0;
        return filled > 1 || pair ? 2 : filled;
    }
    /// The least cell; the set must not be empty.
    std::size_t first() const {
        std::size_t word = 0;
        while (words_[word] == 0) ++word;
        return word * 64 + static_cast<std::size_t>(__builtin_ctzll(words_[word]));
    }
    std::size_t take_first() {
        const std::size_t cell = first();
        remove(cell);
        return cell;
    }
    bool meets(const CellSet& other) const {
        return ((words_[0] & other.words_[0]) | (words_[1] & other.words_[1]) | (words_[2] & other.words_[2])) != 0;
    }

    CellSet& operator|=(const CellSet& other) {
        for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
        return *this;
    }
    CellSet& operator&=(const CellSet& other) {
        for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
        return *this;
    }
    CellSet& operator-=(const CellSet& other) {
        for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= ~other.words_[i];
        return *this;
    }
    friend CellSet operator|(CellSet a, const CellSet& b) { return a |= b; }
    friend CellSet operator&(CellSet a, const CellSet& b) { return a &= b; }
    friend CellSet operator-(CellSet a, const CellSet& b) { return a -= b; }

private:
    static std::uint64_t bit(std::size_t cell) { return std::uint64_t{1} << (cell % 64); }
    static int count(std::uint64_t word) { return __builtin_popcountll(word); }
    std::array<std::uint64_t, 3> words_{};
};

}  // namespace nianbao
