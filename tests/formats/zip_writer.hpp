// A zip archive of stored parts, and of one deflated part made of repetitions: what the tests of office files need.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao::testing {

/// Appends a number of so many bytes, least first.
void put_number(std::string& out, std::uint64_t value, int size);
std::uint32_t crc32(std::string_view bytes);

class ZipWriter {
public:
    void add(std::string_view name, std::string_view bytes);
    /// A part of `size` bytes 'a', deflated to about a 150th.
    void add_repeated(std::string_view name, std::size_t size);
    std::string finish();

private:
    struct Entry {
        std::string name;
        std::uint32_t sum = 0, packed = 0, unpacked = 0, offset = 0;
        std::uint16_t method = 0;
    };
    void put(std::string_view name, std::string_view packed, std::uint32_t sum, std::size_t unpacked, std::uint16_t method);

    std::string bytes_;
    std::vector<Entry> entries_;
};

}  // namespace nianbao::testing
