// A zip archive in memory (Word, Excel and OFD files are zips of XML), read with caps so that no file can swell.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao {

inline constexpr std::size_t max_zip_entries = 20'000;
inline constexpr std::size_t max_zip_part = 32u << 20;       ///< unpacked bytes of one part
inline constexpr std::size_t max_zip_total = 96u << 20;      ///< unpacked bytes of all parts read
inline constexpr std::size_t max_zip_ratio = 200;            ///< unpacked : packed, for parts beyond free_zip_size
inline constexpr std::size_t free_zip_size = 1u << 20;

enum class ZipState : std::uint8_t { good, damaged, encrypted, too_large };

class Zip {
public:
    /// Reads the directory; `bytes` must outlive the archive.
    explicit Zip(std::string_view bytes);
    ~Zip();
    Zip(const Zip&) = delete;
    Zip& operator=(const Zip&) = delete;

    /// good until something could not be read; the first trouble stays.
    ZipState state() const { return state_; }

    /// Names are compared without case, with '/' for '\\' and without a leading '/'.
    bool has(std::string_view name) const;

    /// The part's bytes; empty when there is none or it can't be read (then state() says why).
    std::string read(std::string_view name);

    /// Names as stored, in directory order.
    std::vector<std::string> names() const;

private:
    struct Entry {
        std::string name, key;
        std::uint64_t offset = 0, number = 0;
        std::uint64_t packed = 0, unpacked = 0;
        bool encrypted = false;
    };
    struct Memory {
        std::string_view bytes;
        std::size_t at = 0;
    };

    const Entry* find(std::string_view name) const;
    void list();
    std::string inflate(const Entry& entry);

    Memory memory_;
    void* file_ = nullptr;
    std::vector<Entry> entries_;
    std::size_t total_ = 0;
    ZipState state_ = ZipState::good;
};

bool is_zip(std::string_view bytes);

}  // namespace nianbao
