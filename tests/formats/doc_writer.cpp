#include "tests/formats/doc_writer.hpp"

#include <algorithm>

namespace nianbao::testing {

namespace {

constexpr std::size_t sector = 512;
constexpr std::uint32_t end_of_chain = 0xFFFFFFFE, free_sector = 0xFFFFFFFF, table_sector = 0xFFFFFFFD;

void set(std::string& bytes, std::size_t at, std::uint64_t value, std::size_t size) {
    if (bytes.size() < at + size) bytes.resize(at + size);
    for (std::size_t i = 0; i < size; ++i) bytes[at + i] = static_cast<char>((value >> (8 * i)) & 0xFF);
}

std::string entry(const std::string& name, unsigned type, std::uint32_t right, std::uint32_t child, std::uint32_t start, std::size_t size) {
    std::string bytes(128, '\0');
    for (std::size_t i = 0; i < name.size(); ++i) set(bytes, 2 * i, static_cast<unsigned char>(name[i]), 2);
    set(bytes, 64, 2 * (name.size() + 1), 2), set(bytes, 66, type, 1), set(bytes, 67, 1, 1);
    set(bytes, 68, free_sector, 4), set(bytes, 72, right, 4), set(bytes, 76, child, 4), set(bytes, 116, start, 4), set(bytes, 120, size, 4);
    return bytes;
}

}  // namespace

std::string compound_file(std::vector<std::pair<std::string, std::string>> streams) {
    std::string body, directory;
    std::vector<std::uint32_t> chain;
    const auto add = [&](std::string bytes) {
        const auto start = static_cast<std::uint32_t>(chain.size());
        bytes.resize((bytes.size() + sector - 1) / sector * sector);
        for (std::size_t i = 1; i <= bytes.size() / sector; ++i) chain.push_back(i * sector == bytes.size() ? end_of_chain : start + static_cast<std::uint32_t>(i));
        body += bytes;
        return start;
    };
    directory = entry("Root Entry", 5, free_sector, 1, end_of_chain, 0);
    for (std::size_t i = 0; i < streams.size(); ++i) {
        auto& [name, bytes] = streams[i];
        if (bytes.size() < 4096) bytes.resize(4096);
        const std::size_t size = bytes.size();
        directory += entry(name, 2, i + 1 < streams.size() ? static_cast<std::uint32_t>(i + 2) : free_sector, free_sector, add(bytes), size);
    }
    const std::uint32_t directory_at = add(directory);
    std::size_t tables = 1;
    while ((chain.size() + tables) * 4 > tables * sector) ++tables;
    const std::size_t tables_at = chain.size();
    for (std::size_t i = 0; i < tables; ++i) chain.push_back(table_sector);
    std::string table;
    for (std::size_t i = 0; i < tables * sector / 4; ++i) set(table, 4 * i, i < chain.size() ? chain[i] : free_sector, 4);
    std::string head("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
    head.resize(sector);
    set(head, 0x18, 0x3E, 2), set(head, 0x1A, 3, 2), set(head, 0x1C, 0xFFFE, 2), set(head, 0x1E, 9, 2), set(head, 0x20, 6, 2), set(head, 0x2C, tables, 4);
    set(head, 0x30, directory_at, 4), set(head, 0x38, 4096, 4), set(head, 0x3C, end_of_chain, 4), set(head, 0x44, end_of_chain, 4);
    for (std::size_t i = 0; i < 109; ++i) set(head, 0x4C + 4 * i, i < tables ? tables_at + i : free_sector, 4);
    return head + body + table;
}

std::string doc_file(const std::vector<std::string>& texts, const std::vector<std::string>& lists, const std::string& data) {
    constexpr std::size_t text_at = 0x800, a_page = 3;
    std::string text;
    std::vector<std::size_t> places{text_at};
    for (const std::string& one : texts) {
        text += one;
        places.push_back(text_at + text.size());
    }
    std::string main(text_at, '\0'), table;
    set(main, 0, 0xA5EC, 2), set(main, 2, 0xC1, 2), set(main, 0x0A, 0x0200, 2), set(main, 0x4C, text.size(), 4);
    main += text;
    main.resize((main.size() + 511) / 512 * 512);
    // Pages of property lists, three stretches each.
    std::vector<std::size_t> pages;
    for (std::size_t first = 0; first < texts.size(); first += a_page) {
        const std::size_t count = std::min(a_page, texts.size() - first);
        std::string page(512, '\0');
        for (std::size_t i = 0; i <= count; ++i) set(page, 4 * i, places[first + i], 4);
        for (std::size_t i = 0; i < count; ++i) {
            const std::size_t at = 510 - 130 * (i + 1);
            set(page, 4 * (count + 1) + 13 * i, at / 2, 1);
            set(page, at, (lists[first + i].size() + 3) / 2, 1);
            set(page, at + 1, 0, 2);
            for (std::size_t b = 0; b < lists[first + i].size(); ++b) page[at + 3 + b] = lists[first + i][b];
        }
        set(page, 511, count, 1);
        pages.push_back(main.size() / 512);
        main += page;
    }
    const auto part = [&](std::size_t index, const std::string& bytes) {
        set(main, 0x9A + 8 * index, table.size(), 4), set(main, 0x9A + 8 * index + 4, bytes.size(), 4);
        table += bytes;
    };
    std::string bins, pieces("\x02", 1);
    for (std::size_t i = 0; i < pages.size(); ++i) set(bins, bins.size(), places[i * a_page], 4);
    set(bins, bins.size(), places.back(), 4);
    for (const std::size_t page : pages) set(bins, bins.size(), page, 4);
    set(pieces, 1, 16, 4), set(pieces, 5, 0, 4), set(pieces, 9, text.size(), 4), set(pieces, 13, 0, 2), set(pieces, 15, 0x40000000 | (2 * text_at), 4), set(pieces, 19, 0, 2);
    table.resize(16);
    part(13, bins);
    part(33, pieces);
    return compound_file({{"WordDocument", main}, {"1Table", table}, {"Data", data}});
}

}  // namespace nianbao::testing
