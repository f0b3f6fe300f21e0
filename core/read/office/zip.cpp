#include "core/read/office/zip.hpp"

#include <minizip/unzip.h>

#include <algorithm>
#include <cstring>

#include "core/text/ascii.hpp"

namespace nianbao {

namespace {

std::string key_of(std::string_view name) {
    std::string key;
    for (const char c : name) {
        if ((c == '/' || c == '\\') && key.empty()) continue;
        key += c == '\\' ? '/' : lower(c);
    }
    return key;
}

}  // namespace

bool is_zip(std::string_view bytes) {
    return bytes.size() > 4 && (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06"));
}

Zip::Zip(std::string_view bytes) {
    memory_.bytes = bytes;
    zlib_filefunc64_def io{};
    io.opaque = &memory_;
    io.zopen64_file = [](voidpf opaque, const void*, int) -> voidpf { return opaque; };
    io.zread_file = [](voidpf opaque, voidpf, void* to, uLong size) -> uLong {
        Memory& m = *static_cast<Memory*>(opaque);
        const std::size_t count = std::min<std::size_t>(size, m.bytes.size() - m.at);
        if (count) std::memcpy(to, m.bytes.data() + m.at, count);
        m.at += count;
        return static_cast<uLong>(count);
    };
    io.zwrite_file = [](voidpf, voidpf, const void*, uLong) -> uLong { return 0; };
    io.ztell64_file = [](voidpf opaque, voidpf) -> ZPOS64_T { return static_cast<Memory*>(opaque)->at; };
    io.zseek64_file = [](voidpf opaque, voidpf, ZPOS64_T offset, int origin) -> long {
        Memory& m = *static_cast<Memory*>(opaque);
        const std::uint64_t base = origin == ZLIB_FILEFUNC_SEEK_CUR ? m.at : origin == ZLIB_FILEFUNC_SEEK_END ? m.bytes.size() : 0;
        if (offset > m.bytes.size() || base + offset > m.bytes.size()) return -1;
        m.at = static_cast<std::size_t>(base + offset);
        return 0;
    };
    io.zclose_file = [](voidpf, voidpf) -> int { return 0; };
    io.zerror_file = [](voidpf, voidpf) -> int { return 0; };
    file_ = unzOpen2_64("memory", &io);
    if (file_)
        list();
    else
        state_ = ZipState::damaged;
}

Zip::~Zip() {
    if (file_) unzClose(file_);
}

void Zip::list() {
    unz_global_info64 global{};
    if (unzGetGlobalInfo64(file_, &global) != UNZ_OK) state_ = ZipState::damaged;
    if (global.number_entry > max_zip_entries) state_ = ZipState::too_large;
    if (state_ != ZipState::good) return;
    for (int at = unzGoToFirstFile(file_); at == UNZ_OK; at = unzGoToNextFile(file_)) {
        char name[1024] = {};
        unz_file_info64 info{};
        unz64_file_pos place{};
        if (unzGetCurrentFileInfo64(file_, &info, name, sizeof name - 1, nullptr, 0, nullptr, 0) != UNZ_OK ||
            unzGetFilePos64(file_, &place) != UNZ_OK) {
            state_ = ZipState::damaged;
            return;
        }
        if (entries_.size() >= max_zip_entries) {
            state_ = ZipState::too_large;
            return;
        }
        Entry entry;
        entry.name = name;
        entry.key = key_of(entry.name);
        entry.offset = place.pos_in_zip_directory;
        entry.number = place.num_of_file;
        entry.packed = info.compressed_size;
        entry.unpacked = info.uncompressed_size;
        entry.encrypted = (info.flag & 1u) != 0;
        entries_.push_back(std::move(entry));
    }
    if (entries_.size() != global.number_entry) state_ = ZipState::damaged;
}

const Zip::Entry* Zip::find(std::string_view name) const {
    const std::string key = key_of(name);
    const auto found = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& e) { return e.key == key; });
    return found == entries_.end() ? nullptr : &*found;
}

bool Zip::has(std::string_view name) const { return find(name) != nullptr; }

std::vector<std::string> Zip::names() const {
    std::vector<std::string> all;
    for (const Entry& entry : entries_) all.push_back(entry.name);
    return all;
}

std::string Zip::read(std::string_view name) {
    const Entry* entry = find(name);
    if (!entry) return {};
    ZipState trouble = ZipState::good;
    if (entry->encrypted)
        trouble = ZipState::encrypted;
    else if (entry->unpacked > max_zip_part || total_ + entry->unpacked > max_zip_total ||
             (entry->unpacked > free_zip_size && entry->unpacked / max_zip_ratio > entry->packed))
        trouble = ZipState::too_large;
    if (trouble != ZipState::good) {
        if (state_ == ZipState::good) state_ = trouble;
        return {};
    }
    return inflate(*entry);
}

// The directory's sizes may lie, so the caps are kept by counting what really comes out.
std::string Zip::inflate(const Entry& entry) {
    unz64_file_pos place{};
    place.pos_in_zip_directory = entry.offset;
    place.num_of_file = entry.number;
    std::string out;
    ZipState trouble = ZipState::damaged;
    if (unzGoToFilePos64(file_, &place) == UNZ_OK && unzOpenCurrentFile(file_) == UNZ_OK) {
        std::vector<char> buffer(1u << 16);
        int got = 0;
        while ((got = unzReadCurrentFile(file_, buffer.data(), static_cast<unsigned>(buffer.size()))) > 0) {
            out.append(buffer.data(), static_cast<std::size_t>(got));
            if (out.size() > entry.unpacked) break;
        }
        const bool right_sum = unzCloseCurrentFile(file_) == UNZ_OK;
        if (out.size() > entry.unpacked)
            trouble = ZipState::too_large;
        else if (got == 0 && right_sum && out.size() == entry.unpacked)
            trouble = ZipState::good;
    }
    if (trouble != ZipState::good) {
        if (state_ == ZipState::good) state_ = trouble;
        return {};
    }
    total_ += out.size();
    return out;
}

}  // namespace nianbao
