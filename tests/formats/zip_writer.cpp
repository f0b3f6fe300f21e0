#include "tests/formats/zip_writer.hpp"

namespace nianbao::testing {

void put_number(std::string& out, std::uint64_t value, int size) {
    for (int i = 0; i < size; ++i) out += static_cast<char>(i < 8 ? (value >> (8 * i)) & 0xFF : 0);
}

std::uint32_t crc32(std::string_view bytes) {
    std::uint32_t sum = 0xFFFFFFFF;
    for (const char c : bytes) {
        sum ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit) sum = (sum >> 1) ^ (sum & 1 ? 0xEDB88320U : 0U);
    }
    return ~sum;
}

namespace {

void put16(std::string& out, std::uint32_t value) { put_number(out, value, 2); }
void put32(std::string& out, std::uint32_t value) { put_number(out, value, 4); }

/// Bits of a deflate stream, least first; Huffman codes come most significant bit first.
struct Bits {
    std::string out;
    unsigned held = 0, count = 0;

    void plain(unsigned value, unsigned bits) {
        for (unsigned i = 0; i < bits; ++i) {
            held |= ((value >> i) & 1U) << count;
            if (++count == 8) out += static_cast<char>(held), held = 0, count = 0;
        }
    }
    void code(unsigned value, unsigned bits) {
        for (unsigned i = bits; i-- > 0;) plain((value >> i) & 1U, 1);
    }
};

}  // namespace

void ZipWriter::put(std::string_view name, std::string_view packed, std::uint32_t sum, std::size_t unpacked, std::uint16_t method) {
    Entry entry{std::string(name), sum, static_cast<std::uint32_t>(packed.size()), static_cast<std::uint32_t>(unpacked), static_cast<std::uint32_t>(bytes_.size()), method};
    put32(bytes_, 0x04034B50);
    for (const std::uint32_t field : {20U, 0U, std::uint32_t{method}, 0U, 0U}) put16(bytes_, field);
    for (const std::uint32_t field : {entry.sum, entry.packed, entry.unpacked}) put32(bytes_, field);
    put16(bytes_, static_cast<std::uint32_t>(name.size()));
    put16(bytes_, 0);
    bytes_ += name;
    bytes_ += packed;
    entries_.push_back(std::move(entry));
}

void ZipWriter::add(std::string_view name, std::string_view bytes) { put(name, bytes, crc32(bytes), bytes.size(), 0); }

void ZipWriter::add_repeated(std::string_view name, std::size_t size) {
    Bits bits;
    bits.plain(1, 1);            // the last block
    bits.plain(1, 2);            // fixed codes
    bits.code(0x30 + 'a', 8);
    std::size_t written = 1;
    for (; written + 258 <= size; written += 258) {
        bits.code(0xC5, 8);      // length 258
        bits.code(0, 5);         // distance 1
    }
    for (; written < size; ++written) bits.code(0x30 + 'a', 8);
    bits.code(0, 7);
    bits.plain(0, 8);
    put(name, bits.out, crc32(std::string(size, 'a')), size, 8);
}

std::string ZipWriter::finish() {
    const std::size_t start = bytes_.size();
    for (const Entry& entry : entries_) {
        put32(bytes_, 0x02014B50);
        for (const std::uint32_t field : {20U, 20U, 0U, std::uint32_t{entry.method}, 0U, 0U}) put16(bytes_, field);
        for (const std::uint32_t field : {entry.sum, entry.packed, entry.unpacked}) put32(bytes_, field);
        put16(bytes_, static_cast<std::uint32_t>(entry.name.size()));
        for (int i = 0; i < 4; ++i) put16(bytes_, 0);
        put32(bytes_, 0);
        put32(bytes_, entry.offset);
        bytes_ += entry.name;
    }
    const std::size_t size = bytes_.size() - start;
    put32(bytes_, 0x06054B50);
    put16(bytes_, 0);
    put16(bytes_, 0);
    put16(bytes_, static_cast<std::uint32_t>(entries_.size()));
    put16(bytes_, static_cast<std::uint32_t>(entries_.size()));
    put32(bytes_, static_cast<std::uint32_t>(size));
    put32(bytes_, static_cast<std::uint32_t>(start));
    put16(bytes_, 0);
    return bytes_;
}

}  // namespace nianbao::testing
