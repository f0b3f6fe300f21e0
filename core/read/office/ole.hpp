// OLE compound files ([MS-CFB]): the container of binary Word and Excel, and of encrypted docx and xlsx.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao {

/// Little-endian numbers at a place in bytes; 0 beyond the end.
std::uint8_t u8_at(std::string_view bytes, std::size_t at);
std::uint16_t u16_at(std::string_view bytes, std::size_t at);
std::uint32_t u32_at(std::string_view bytes, std::size_t at);

class OleFile {
public:
    /// `bytes` must outlive the file. A last sector cut short (WPS writes such) is read as far as it goes.
    explicit OleFile(std::string_view bytes);

    bool good() const { return good_; }

    /// Streams and storages right below the root; names in UTF-8 are compared exactly.
    bool has(std::string_view name) const;

    /// The stream's bytes; `whole` false when its chain breaks off, loops or leaves the file before its size is reached.
    std::string stream(std::string_view name, bool& whole) const;

private:
    struct Entry {
        std::string name;
        std::uint32_t left = 0, right = 0, child = 0, start = 0;
        std::uint64_t size = 0;
        std::uint8_t type = 0;
    };

    void load_table();
    void load_directory();
    std::string_view sector(std::uint32_t number) const;
    std::string chain(std::uint32_t start, std::uint64_t size, bool& whole) const;
    std::string mini_chain(std::uint32_t start, std::uint64_t size, bool& whole) const;
    const Entry* find(std::string_view name) const;

    std::string_view bytes_;
    std::size_t sector_size_ = 512, mini_size_ = 64;
    std::uint64_t mini_limit_ = 4096;
    std::vector<std::uint32_t> next_;  ///< sector → the one after it
    std::string mini_next_, mini_bytes_;
    std::vector<Entry> entries_;
    std::vector<std::size_t> top_;
    bool good_ = false;
};

}  // namespace nianbao
