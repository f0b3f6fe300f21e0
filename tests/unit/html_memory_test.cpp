#include "core/read/html_memory.hpp"

#include <catch2/catch.hpp>

#include <cstdint>
#include <cstring>

using namespace nianbao;

TEST_CASE("a tree's memory: pieces stand apart, grow with what they hold, and are used again") {
    HtmlMemory memory;
    std::vector<std::pair<unsigned char*, std::size_t>> pieces;
    for (std::size_t size = 0; size < 3000; size += 7) {
        auto* const piece = static_cast<unsigned char*>(memory.take(size));
        CHECK(reinterpret_cast<std::uintptr_t>(piece) % alignof(void*) == 0);
        std::memset(piece, static_cast<int>(size % 251), size);
        pieces.emplace_back(piece, size);
    }
    for (auto& [piece, size] : pieces) {
        piece = static_cast<unsigned char*>(memory.resize(piece, 2 * size + 100));
        bool kept = true;
        for (std::size_t i = 0; i < size; ++i) kept = kept && piece[i] == size % 251;
        CHECK(kept);
    }
    void* const large = memory.take(5'000'000);
    std::memset(large, 1, 5'000'000);
    memory.give_back(large);
    CHECK(memory.take(4'900'000) == large);
    memory.give_back(nullptr);
}
