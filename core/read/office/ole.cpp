#include "core/read/office/ole.hpp"

#include <algorithm>

#include "core/read/office/office.hpp"

namespace nianbao {

namespace {

constexpr std::uint32_t last_sector = 0xFFFFFFFA;  // and above: end of chain, free, table sectors
constexpr std::string_view signature{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8};
constexpr std::size_t max_entries = 100'000;

/// ASCII of a UTF-16 name; other characters become '?'.
std::string name_at(std::string_view bytes, std::size_t at) {
    const std::size_t length = std::min<std::size_t>(u16_at(bytes, at + 64), 64) / 2;
    std::string name;
    for (std::size_t i = 0; i + 1 < length; ++i) {
        const std::uint16_t unit = u16_at(bytes, at + 2 * i);
        name += unit < 0x80 ? static_cast<char>(unit) : '?';
    }
    return name;
}

}  // namespace

std::uint8_t u8_at(std::string_view bytes, std::size_t at) { return at < bytes.size() ? static_cast<std::uint8_t>(bytes[at]) : std::uint8_t{0}; }

std::uint16_t u16_at(std::string_view bytes, std::size_t at) {
    return static_cast<std::uint16_t>(u8_at(bytes, at) | (u8_at(bytes, at + 1) << 8));
}

std::uint32_t u32_at(std::string_view bytes, std::size_t at) {
    return u16_at(bytes, at) | (static_cast<std::uint32_t>(u16_at(bytes, at + 2)) << 16);
}

bool is_ole(std::string_view bytes) { return bytes.starts_with(signature); }

OleFile::OleFile(std::string_view bytes) : bytes_(bytes) {
    const std::uint16_t shift = u16_at(bytes, 0x1E), mini_shift = u16_at(bytes, 0x20);
    if (!is_ole(bytes) || (shift != 9 && shift != 12) || mini_shift < 4 || mini_shift >= shift) return;
    sector_size_ = std::size_t{1} << shift;
    mini_size_ = std::size_t{1} << mini_shift;
    mini_limit_ = u32_at(bytes, 0x38);
    load_table();
    load_directory();
    good_ = !entries_.empty() && entries_.front().type == 5;
}

std::string_view OleFile::sector(std::uint32_t number) const {
    const std::uint64_t at = (static_cast<std::uint64_t>(number) + 1) * sector_size_;
    return number >= last_sector || at >= bytes_.size() ? std::string_view{} : bytes_.substr(static_cast<std::size_t>(at), sector_size_);
}

void OleFile::load_table() {
    std::vector<std::uint32_t> parts;
    for (std::size_t i = 0; i < 109; ++i) parts.push_back(u32_at(bytes_, 0x4C + 4 * i));
    const std::size_t sectors = bytes_.size() / sector_size_ + 1;
    std::uint32_t more = u32_at(bytes_, 0x44);
    for (std::size_t steps = 0; steps < sectors && !sector(more).empty(); ++steps) {
        const std::string_view list = sector(more);
        for (std::size_t at = 0; at + 4 < sector_size_; at += 4) parts.push_back(u32_at(list, at));
        more = u32_at(list, sector_size_ - 4);
    }
    for (const std::uint32_t part : parts) {
        if (next_.size() >= sectors) break;
        const std::string_view table = sector(part);
        if (table.empty()) continue;
        for (std::size_t at = 0; at < sector_size_; at += 4) next_.push_back(at < table.size() ? u32_at(table, at) : 0xFFFFFFFF);
    }
}

std::string OleFile::chain(std::uint32_t start, std::uint64_t size, bool& whole) const {
    std::string out;
    std::size_t steps = 0;
    for (std::uint32_t at = start; at < last_sector && out.size() < size; at = at < next_.size() ? next_[at] : 0xFFFFFFFF) {
        const std::string_view part = sector(at);
        if (part.empty() || ++steps > next_.size()) break;
        out += part;
        if (part.size() < sector_size_) break;
    }
    // A short last sector still holds the whole stream when its size says so.
    whole = out.size() >= size;
    if (out.size() > size) out.resize(static_cast<std::size_t>(size));
    return out;
}

std::string OleFile::mini_chain(std::uint32_t start, std::uint64_t size, bool& whole) const {
    std::string out;
    std::size_t steps = 0;
    for (std::uint32_t at = start; at < last_sector && out.size() < size; at = u32_at(mini_next_, std::size_t{at} * 4)) {
        const std::size_t from = std::size_t{at} * mini_size_;
        if (from >= mini_bytes_.size() || std::size_t{at} * 4 + 4 > mini_next_.size() || ++steps > mini_next_.size()) break;
        out.append(mini_bytes_, from, mini_size_);
    }
    whole = out.size() >= size;
    if (out.size() > size) out.resize(static_cast<std::size_t>(size));
    return out;
}

void OleFile::load_directory() {
    bool whole = true;
    const std::string directory = chain(u32_at(bytes_, 0x30), bytes_.size(), whole);
    for (std::size_t at = 0; at + 128 <= directory.size() && entries_.size() < max_entries; at += 128) {
        Entry entry;
        entry.name = name_at(directory, at);
        entry.type = u8_at(directory, at + 0x42);
        entry.left = u32_at(directory, at + 0x44);
        entry.right = u32_at(directory, at + 0x48);
        entry.child = u32_at(directory, at + 0x4C);
        entry.start = u32_at(directory, at + 0x74);
        entry.size = u32_at(directory, at + 0x78);
        entries_.push_back(std::move(entry));
    }
    if (entries_.empty()) return;
    std::vector<bool> seen(entries_.size());
    std::vector<std::uint32_t> open{entries_.front().child};
    while (!open.empty()) {
        const std::uint32_t at = open.back();
        open.pop_back();
        if (at >= entries_.size() || seen[at]) continue;
        seen[at] = true;
        top_.push_back(at);
        open.push_back(entries_[at].left);
        open.push_back(entries_[at].right);
    }
    mini_next_ = chain(u32_at(bytes_, 0x3C), bytes_.size(), whole);
    mini_bytes_ = chain(entries_.front().start, entries_.front().size, whole);
}

const OleFile::Entry* OleFile::find(std::string_view name) const {
    for (const std::size_t at : top_)
        if (entries_[at].name == name) return &entries_[at];
    return nullptr;
}

bool OleFile::has(std::string_view name) const { return find(name) != nullptr; }

std::string OleFile::stream(std::string_view name, bool& whole) const {
    whole = false;
    const Entry* entry = find(name);
    if (!entry || entry->type != 2) return {};
    return entry->size < mini_limit_ ? mini_chain(entry->start, entry->size, whole) : chain(entry->start, entry->size, whole);
}

}  // namespace nianbao
