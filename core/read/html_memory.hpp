// The memory a page's tree is built in, given back all at once: an allocator's work for each of a page's thousands of
// small nodes took longer than building the tree.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <vector>

namespace nianbao {

class HtmlMemory {
public:
    /// Sanitizers see every piece as an allocation of its own.
#if defined(__SANITIZE_ADDRESS__)
    static constexpr bool frees_at_once = false;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
    static constexpr bool frees_at_once = false;
#else
    static constexpr bool frees_at_once = true;
#endif
#else
    static constexpr bool frees_at_once = true;
#endif

    void* take(std::size_t size);
    void* resize(void* piece, std::size_t size);
    void give_back(void* piece);

    /// gumbo allocates from this memory, in this thread, as long as this lives.
    class Use {
    public:
        explicit Use(HtmlMemory& memory) : outer_(current) { current = &memory; }
        ~Use() { current = outer_; }
        Use(const Use&) = delete;
        Use& operator=(const Use&) = delete;

    private:
        HtmlMemory* outer_;
    };
    static thread_local HtmlMemory* current;

private:
    static constexpr std::size_t step = 16, largest_step = 512, first_block = 1u << 16, largest_block = 1u << 20;

    std::vector<std::unique_ptr<char[]>> blocks_;
    char* next_ = nullptr;
    std::size_t left_ = 0;
    std::size_t block_size_ = first_block;
    std::array<void*, largest_step / step + 64> free_{};  ///< pieces given back, by size: a list each
};

}  // namespace nianbao
