#include "core/read/office/doc_file.hpp"

#include <algorithm>

#include "core/read/windows_1252.hpp"
#include "core/sort.hpp"
#include "core/text/utf.hpp"

namespace nianbao {

namespace {

constexpr std::size_t max_pieces = 1'000'000;
constexpr std::size_t max_stretches = 2'000'000;
constexpr std::size_t max_styles = 5'000, max_lists = 20'000;
constexpr std::size_t page_size = 512;

// Places in the file information block (FIB) and indices of its table of (offset, length) pairs.
constexpr std::size_t fib_flags = 0x0A, fib_lengths = 0x4C, fib_pairs = 0x9A;
enum Part : std::size_t { part_styles = 1, part_character_bins = 12, part_paragraph_bins = 13, part_pieces = 33, part_lists = 73, part_list_overrides = 74 };

std::string_view part_of(std::string_view bytes, std::size_t at, std::size_t size) {
    return at >= bytes.size() ? std::string_view{} : bytes.substr(at, size);
}

/// One LVL structure; `at` is moved past it.
NumberLevel read_level(std::string_view bytes, std::size_t& at) {
    NumberLevel level;
    level.exists = at + 28 <= bytes.size();
    level.start = static_cast<int>(std::min<std::uint32_t>(u32_at(bytes, at), 32767));
    level.format = number_format_of(u8_at(bytes, at + 4));
    level.all_decimal = (u8_at(bytes, at + 5) & 4) != 0;
    const bool own_restart = (u8_at(bytes, at + 5) & 8) != 0;
    if (own_restart) level.restart = u8_at(bytes, at + 26);
    const std::size_t text = at + 28 + u8_at(bytes, at + 24) + u8_at(bytes, at + 25);
    const std::size_t length = std::min<std::size_t>(u16_at(bytes, text), 255);
    for (std::size_t i = 0; i < length; ++i) {
        const std::uint16_t unit = u16_at(bytes, text + 2 + 2 * i);
        if (unit < number_levels)
            level.text += {'%', static_cast<char>('1' + unit)};
        else
            append_utf8(level.text, unit);
    }
    at = text + 2 + 2 * std::size_t{u16_at(bytes, text)};
    return level;
}

}  // namespace

DocState DocFile::load(const OleFile& file) {
    bool whole = false, whole_table = false, whole_data = false;
    main_ = file.stream("WordDocument", whole);
    if (main_.size() < fib_pairs) return DocState::damaged;
    const std::uint16_t magic = u16_at(main_, 0), version = u16_at(main_, 2), flags = u16_at(main_, fib_flags);
    if (magic != 0xA5EC || version < 0xC1) return DocState::unsupported;
    if (flags & 0x0100) return DocState::encrypted;
    table_ = file.stream(flags & 0x0200 ? "1Table" : "0Table", whole_table);
    data_ = file.stream("Data", whole_data);
    if (!whole || !whole_table) return DocState::damaged;

    std::uint64_t lengths[8];
    for (std::size_t i = 0; i < 8; ++i) lengths[i] = u32_at(main_, fib_lengths + 4 * i);
    const std::uint64_t before_boxes = lengths[0] + lengths[1] + lengths[2] + lengths[3] + lengths[4] + lengths[5];
    if (lengths[0] > main_.size() || before_boxes + lengths[6] > main_.size()) return DocState::damaged;
    main_length_ = static_cast<std::uint32_t>(lengths[0]);
    boxes_begin_ = static_cast<std::uint32_t>(before_boxes);
    boxes_end_ = static_cast<std::uint32_t>(before_boxes + lengths[6]);

    if (!load_pieces(table_part(part_pieces))) return DocState::damaged;
    load_stretches(table_part(part_character_bins), false, characters_);
    load_stretches(table_part(part_paragraph_bins), true, paragraphs_);
    if (paragraphs_.empty()) return DocState::damaged;
    load_styles(table_part(part_styles));
    // The levels stand behind the list definitions, beyond their stated length.
    const std::size_t lists_at = u32_at(main_, fib_pairs + 8 * part_lists);
    if (!table_part(part_lists).empty()) load_lists(part_of(table_, lists_at, table_.size()), table_part(part_list_overrides));
    return DocState::good;
}

std::string_view DocFile::table_part(std::size_t index) const {
    return part_of(table_, u32_at(main_, fib_pairs + 8 * index), u32_at(main_, fib_pairs + 8 * index + 4));
}

bool DocFile::load_pieces(std::string_view clx) {
    while (!clx.empty() && clx.front() == 1) clx = part_of(clx, 3 + std::size_t{u16_at(clx, 1)}, clx.size());
    if (clx.size() < 5 || clx.front() != 2) return false;
    const std::string_view plc = part_of(clx, 5, u32_at(clx, 1));
    if (plc.size() < 16) return false;
    const std::size_t count = (plc.size() - 4) / 12;
    if (count > max_pieces) return false;
    for (std::size_t i = 0; i < count; ++i) {
        Piece piece;
        piece.begin = u32_at(plc, 4 * i);
        piece.end = u32_at(plc, 4 * i + 4);
        const std::uint32_t place = u32_at(plc, 4 * (count + 1) + 8 * i + 2);
        piece.narrow = (place & 0x40000000) != 0;
        piece.offset = piece.narrow ? (place & 0x3FFFFFFF) / 2 : place & 0x3FFFFFFF;
        const std::uint64_t size = std::uint64_t{piece.end - piece.begin} * (piece.narrow ? 1 : 2);
        if (piece.end <= piece.begin || (!pieces_.empty() && piece.begin != pieces_.back().end)) return false;
        if (piece.begin < main_length_ && piece.offset + size > main_.size()) return false;
        pieces_.push_back(piece);
    }
    return !pieces_.empty() && pieces_.front().begin == 0 && pieces_.back().end >= main_length_;
}

void DocFile::load_stretches(std::string_view bins, bool paragraphs, std::vector<Stretch>& out) {
    if (bins.size() < 12) return;
    const std::size_t count = (bins.size() - 4) / 8;
    for (std::size_t bin = 0; bin < count; ++bin) {
        const std::size_t number = u32_at(bins, 4 * (count + 1) + 4 * bin) & 0x3FFFFF;
        const std::string_view page = part_of(main_, number * page_size, page_size);
        if (page.size() < page_size) continue;
        const std::size_t runs = u8_at(page, page_size - 1);
        for (std::size_t i = 0; i < runs && out.size() < max_stretches; ++i) {
            Stretch stretch;
            stretch.begin = u32_at(page, 4 * i);
            stretch.end = u32_at(page, 4 * i + 4);
            const std::size_t entry = 4 * (runs + 1) + (paragraphs ? 13 : 1) * i;
            std::size_t at = 2 * std::size_t{u8_at(page, entry)};
            if (at != 0 && at < page_size) {
                std::size_t size = u8_at(page, at++);
                if (paragraphs) size = size ? 2 * size - 1 : 2 * std::size_t{u8_at(page, at++)};
                stretch.properties = part_of(page, at, size);
                if (paragraphs && stretch.properties.size() >= 2) {
                    stretch.style = u16_at(stretch.properties, 0);
                    stretch.properties.remove_prefix(2);
                }
            }
            if (stretch.begin < stretch.end) out.push_back(stretch);
        }
    }
    sort_by(out, [](const Stretch& a, const Stretch& b) { return a.begin < b.begin; });
}

void DocFile::load_styles(std::string_view sheet) {
    const std::size_t head = u16_at(sheet, 0), count = std::min<std::size_t>(u16_at(sheet, 2), max_styles), base = u16_at(sheet, 4);
    std::size_t at = 2 + head;
    for (std::size_t i = 0; i < count && at + 2 <= sheet.size(); ++i) {
        const std::size_t size = u16_at(sheet, at);
        const std::string_view style = part_of(sheet, at + 2, size);
        at += 2 + size + size % 2;
        DocStyle made;
        if (!style.empty()) {
            const std::uint16_t kind = u16_at(style, 2);
            if (kind >> 4 != 0xFFF) made.based_on = kind >> 4;
            const std::size_t name = base + 2 + 2 * (std::size_t{u16_at(style, base)} + 1);
            if ((kind & 0xF) == 1) {
                const std::string_view list = part_of(style, name + 4, std::max<std::size_t>(u16_at(style, name), 2) - 2);
                each_property(list, [&](std::uint16_t code, std::string_view operand) {
                    if (code == 0x460B) made.list = u16_at(operand, 0);
                    if (code == 0x260A) made.level = u8_at(operand, 0);
                });
            }
        }
        styles_.push_back(made);
    }
}

void DocFile::load_lists(std::string_view definitions, std::string_view overrides) {
    std::map<std::uint32_t, std::array<NumberLevel, number_levels>> levels_of;
    const std::size_t count = std::min<std::size_t>(u16_at(definitions, 0), max_lists);
    std::size_t at = 2 + 28 * count;
    for (std::size_t i = 0; i < count && at < definitions.size(); ++i) {
        const std::size_t entry = 2 + 28 * i;
        const bool simple = (u8_at(definitions, entry + 26) & 1) != 0;
        auto& levels = levels_of[u32_at(definitions, entry)];
        for (std::size_t level = 0; level < (simple ? 1u : 9u) && at < definitions.size(); ++level) levels[level] = read_level(definitions, at);
    }
    const std::size_t used = std::min<std::size_t>(u32_at(overrides, 0), max_lists);
    std::size_t change = 4 + 16 * used;
    for (std::size_t i = 0; i < used && 4 + 16 * (i + 1) <= overrides.size(); ++i) {
        DocList list;
        list.restart_at.fill(-1);
        list.definition = u32_at(overrides, 4 + 16 * i);
        if (const auto found = levels_of.find(list.definition); found != levels_of.end()) list.levels = found->second;
        const std::size_t changes = u8_at(overrides, 4 + 16 * i + 12);
        change += 4;
        for (std::size_t c = 0; c < changes && change < overrides.size(); ++c) {
            const std::uint32_t flags = u32_at(overrides, change + 4);
            const std::size_t level = flags & 0xF;
            const int start = static_cast<int>(std::min<std::uint32_t>(u32_at(overrides, change), 32767));
            change += 8;
            if (level < number_levels && (flags & 0x10)) list.restart_at[level] = start;
            if (flags & 0x20) {
                const NumberLevel own = read_level(overrides, change);
                if (level < number_levels) list.levels[level] = own;
            }
        }
        lists_.push_back(std::move(list));
    }
}

const DocFile::Piece* DocFile::piece_at(std::uint32_t position) const {
    const auto after = std::upper_bound(pieces_.begin(), pieces_.end(), position, [](std::uint32_t p, const Piece& piece) { return p < piece.begin; });
    if (after == pieces_.begin()) return nullptr;
    const Piece& piece = *(after - 1);
    return position < piece.end ? &piece : nullptr;
}

char16_t DocFile::unit(std::uint32_t position) const {
    const Piece* piece = piece_at(position);
    if (!piece) return 0;
    const std::size_t step = position - piece->begin;
    return piece->narrow ? static_cast<char16_t>(windows_1252(u8_at(main_, piece->offset + step))) : static_cast<char16_t>(u16_at(main_, piece->offset + 2 * step));
}

const DocFile::Stretch* DocFile::stretch_at(const std::vector<Stretch>& stretches, std::uint32_t position) const {
    const Piece* piece = piece_at(position);
    if (!piece) return nullptr;
    const std::uint32_t place = piece->offset + (position - piece->begin) * (piece->narrow ? 1 : 2);
    const auto after = std::upper_bound(stretches.begin(), stretches.end(), place, [](std::uint32_t p, const Stretch& s) { return p < s.begin; });
    if (after == stretches.begin() || place >= (after - 1)->end) return nullptr;
    return &*(after - 1);
}

std::string_view DocFile::character_properties(std::uint32_t position) const {
    const Stretch* found = stretch_at(characters_, position);
    return found ? found->properties : std::string_view{};
}

std::string_view DocFile::paragraph_properties(std::uint32_t position, int& style) const {
    const Stretch* found = stretch_at(paragraphs_, position);
    style = found ? found->style : 0;
    return found ? found->properties : std::string_view{};
}

std::string_view DocFile::huge_properties(std::uint32_t offset) const { return part_of(data_, std::size_t{offset} + 2, u16_at(data_, offset)); }

const DocList* DocFile::list(int index) const {
    return index >= 1 && static_cast<std::size_t>(index) <= lists_.size() ? &lists_[static_cast<std::size_t>(index) - 1] : nullptr;
}

DocStyle DocFile::style(int index) const {
    DocStyle result;
    for (int steps = 0; steps < 20 && index >= 0 && static_cast<std::size_t>(index) < styles_.size(); ++steps) {
        const DocStyle& own = styles_[static_cast<std::size_t>(index)];
        if (result.list < 0) result.list = own.list;
        if (result.level < 0) result.level = own.level;
        index = own.based_on;
    }
    return result;
}

}  // namespace nianbao
