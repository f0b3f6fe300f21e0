// The smallest writer of ZIP archives: files stored without compression.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <zlib.h>

namespace nianbao::fuzz {

inline void little_endian(std::string& out, std::uint32_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) out.push_back(static_cast<char>((value >> (8 * i)) & 0xFFU));
}

inline std::string stored_zip(const std::vector<std::pair<std::string, std::string>>& files) {
    std::string archive, directory;
    for (const auto& [name, content] : files) {
        const auto size = static_cast<std::uint32_t>(content.size());
        std::string fields;
        little_endian(fields, 20, 2);  // version needed
        little_endian(fields, 0, 2);   // flags
        little_endian(fields, 0, 2);   // stored
        little_endian(fields, 0, 4);   // time and date
        little_endian(fields, static_cast<std::uint32_t>(crc32(0, reinterpret_cast<const Bytef*>(content.data()), size)), 4);
        little_endian(fields, size, 4);
        little_endian(fields, size, 4);
        little_endian(fields, static_cast<std::uint32_t>(name.size()), 2);
        little_endian(fields, 0, 2);  // extra field
        directory += std::string("PK\1\2\24\0", 6) + fields;
        little_endian(directory, 0, 2);  // comment
        little_endian(directory, 0, 2);  // disk
        little_endian(directory, 0, 2);  // internal attributes
        little_endian(directory, 0, 4);  // external attributes
        little_endian(directory, static_cast<std::uint32_t>(archive.size()), 4);
        directory += name;
        archive += std::string("PK\3\4", 4) + fields + name + content;
    }
    const auto start = static_cast<std::uint32_t>(archive.size());
    archive += directory + std::string("PK\5\6", 4);
    little_endian(archive, 0, 4);  // disks
    little_endian(archive, static_cast<std::uint32_t>(files.size()), 2);
    little_endian(archive, static_cast<std::uint32_t>(files.size()), 2);
    little_endian(archive, static_cast<std::uint32_t>(directory.size()), 4);
    little_endian(archive, start, 4);
    little_endian(archive, 0, 2);  // comment
    return archive;
}

}  // namespace nianbao::fuzz
