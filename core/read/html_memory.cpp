#include "core/read/html_memory.hpp"

#include <algorithm>
#include <cstdlib>
#include <cstring>

namespace nianbao {

namespace {

/// Stands before each piece.
struct Head {
    std::size_t list;
    std::size_t size;
};
static_assert(sizeof(Head) % 8 == 0);

Head& head_of(void* piece) { return static_cast<Head*>(piece)[-1]; }

}  // namespace

thread_local HtmlMemory* HtmlMemory::current = nullptr;

void* HtmlMemory::take(std::size_t size) {
    std::size_t list = std::max<std::size_t>(size + step - 1, step) / step, room = list * step;
    if (room > largest_step)
        for (list = largest_step / step, room = largest_step; room < size; ++list) room *= 2;
    if (void* const piece = free_[list]) {
        std::memcpy(&free_[list], piece, sizeof(void*));
        return piece;
    }
    const std::size_t whole = room + sizeof(Head);
    if (left_ < whole) {
        left_ = std::max(block_size_, whole);
        block_size_ = std::min(2 * block_size_, largest_block);
        blocks_.emplace_back(new char[left_]);
        next_ = blocks_.back().get();
    }
    auto* const head = new (next_) Head{list, room};
    next_ += whole;
    left_ -= whole;
    return head + 1;
}

void HtmlMemory::give_back(void* piece) {
    if (!piece) return;
    void*& first = free_[head_of(piece).list];
    std::memcpy(piece, &first, sizeof(void*));
    first = piece;
}

void* HtmlMemory::resize(void* piece, std::size_t size) {
    if (!piece) return take(size);
    const std::size_t had = head_of(piece).size;
    if (size <= had) return piece;
    void* const larger = take(size);
    std::memcpy(larger, piece, had);
    give_back(piece);
    return larger;
}

}  // namespace nianbao

// gumbo's own allocation functions.
extern "C" {

void* gumbo_alloc(std::size_t size) {
    using nianbao::HtmlMemory;
    void* const piece = HtmlMemory::frees_at_once ? HtmlMemory::current->take(size) : std::malloc(size);
    if (!piece) std::abort();
    return piece;
}

void* gumbo_realloc(void* piece, std::size_t size) {
    using nianbao::HtmlMemory;
    void* const larger = HtmlMemory::frees_at_once ? HtmlMemory::current->resize(piece, size) : std::realloc(piece, size);
    if (!larger) std::abort();
    return larger;
}

void gumbo_free(void* piece) {
    using nianbao::HtmlMemory;
    if (HtmlMemory::frees_at_once) HtmlMemory::current->give_back(piece);
    else std::free(piece);
}

char* gumbo_strdup(const char* text) {
    const std::size_t size = std::strlen(text) + 1;
    return static_cast<char*>(std::memcpy(gumbo_alloc(size), text, size));
}

void gumbo_debug(const char*, ...) {}

}
