// Binary Word of 97 and later, also as WPS writes it: paragraphs and tables from the character stream. A cell ends with
// a mark (0x07, or a paragraph mark that says so in nested tables), a row with a mark that carries the row's definition.
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "core/read/flow.hpp"
#include "core/read/office/doc_file.hpp"
#include "core/read/office/edge_table.hpp"
#include "core/read/office/office.hpp"
#include "core/text/utf.hpp"

namespace nianbao {

namespace {

constexpr int max_depth = 16;
constexpr std::size_t max_open_fields = 64;
constexpr std::size_t most_huge_bytes = 16u << 20;  ///< of property lists in the data stream, each as often as it is used

struct ParagraphState {
    bool in_table = false, row_end = false, inner_cell_end = false, inner_row_end = false;
    int depth = 0;
    int list = -1, level = -1;
    std::string_view definition;  ///< the operand of sprmTDefTable
    std::vector<std::pair<int, int>> vertical;  ///< cell → 1 merged, 3 first (sprmTVertMerge)
};

void append_units(std::string& out, char16_t unit, char16_t& high) {
    char32_t code = unit;
    if (unit >= 0xD800 && unit < 0xDC00) {
        high = unit;
        return;
    }
    if (unit >= 0xDC00 && unit < 0xE000) {
        if (!high) return;
        code = 0x10000 + ((static_cast<char32_t>(high) - 0xD800) << 10) + (unit - 0xDC00u);
    }
    high = 0;
    append_utf8(out, code);
}

class DocReader {
public:
    explicit DocReader(const DocFile& file) : file_(file) {}

    Flow read() {
        range(0, file_.main_length());
        tables_.to_depth(0);
        if (file_.boxes_end() > file_.boxes_begin()) range(file_.boxes_begin(), file_.boxes_end());
        return tables_.finish();
    }
    /// Whether property lists were left out because they are repeated without end.
    bool too_large() const { return too_large_; }

private:
    void range(std::uint32_t begin, std::uint32_t end);
    void character(char16_t unit);
    void end_paragraph(std::uint32_t position, char16_t mark);
    void properties(std::string_view list, int levels_left);
    void huge_properties(std::uint32_t offset, int levels_left);
    std::string number_before(int style);
    EdgeRow row_of(std::vector<Flow> cells) const;
    void add_text() {
        if (!text_.empty()) tables_.add(flow_paragraph(std::exchange(text_, {})));
    }

    const DocFile& file_;
    OpenTables tables_;
    std::string text_;
    char16_t high_ = 0;
    std::vector<bool> fields_;  ///< open fields; true while in the code
    ParagraphState state_;
    ParagraphState last_state_;
    std::string_view last_list_;  ///< the property list last_state_ comes from: one list may serve very many paragraphs
    std::size_t huge_room_ = most_huge_bytes;
    bool too_large_ = false;
    std::map<std::uint32_t, NumberCounter> counters_;
    std::set<int> seen_lists_;
};

struct CharacterState {
    bool deleted = false, hidden = false;
};

CharacterState character_state(std::string_view list) {
    CharacterState state;
    each_property(list, [&](std::uint16_t code, std::string_view operand) {
        if (code == 0x0800) state.deleted = u8_at(operand, 0) == 1;
        if (code == 0x083C) state.hidden = u8_at(operand, 0) == 1;
    });
    return state;
}

void DocReader::range(std::uint32_t begin, std::uint32_t end) {
    std::string_view last_list;
    CharacterState state;
    for (std::uint32_t at = begin; at < end; ++at) {
        const char16_t unit = file_.unit(at);
        const std::string_view list = file_.character_properties(at);
        if (list.data() != last_list.data()) state = character_state(list);
        last_list = list;
        const bool cell_mark = unit == 0x07;
        if (cell_mark || ((unit == 0x0D || unit == 0x0C) && !state.deleted))
            end_paragraph(at, unit);
        else if (!state.deleted && !state.hidden)
            character(unit);
        else if (unit >= 0x13 && unit <= 0x15)
            character(unit);
    }
    add_text();
}

void DocReader::character(char16_t unit) {
    if (unit == 0x13 && fields_.size() < max_open_fields) fields_.push_back(true);
    if (unit == 0x14 && !fields_.empty()) fields_.back() = false;
    if (unit == 0x15 && !fields_.empty()) fields_.pop_back();
    for (const bool in_code : fields_)
        if (in_code) return;
    if (unit == 0x09 || unit == 0x0B) text_ += unit == 0x09 ? '\t' : '\n';
    else if (unit == 0x0D || unit == 0x0E) text_ += '\n';
    else if (unit == 0x1E) text_ += '-';
    else if (unit >= 0xE000 && unit <= 0xF8FF) text_ += unit == 0xF0FE || unit == 0xF052 ? "☑" : unit == 0xF0A8 || unit == 0xF06F ? "□" : "";
    else if (unit >= 0x20) append_units(text_, unit, high_);
}

void DocReader::properties(std::string_view list, int levels_left) {
    each_property(list, [&](std::uint16_t code, std::string_view operand) {
        const bool on = u8_at(operand, 0) != 0;
        switch (code) {
            case 0x2416: state_.in_table = on; break;
            case 0x2417: state_.row_end = on; break;
            case 0x244B: state_.inner_cell_end = on; break;
            case 0x244C: state_.inner_row_end = on; break;
            case 0x6649: state_.depth = static_cast<int>(std::min<std::uint32_t>(u32_at(operand, 0), max_depth)); break;
            case 0x460B: state_.list = u16_at(operand, 0); break;
            case 0x260A: state_.level = u8_at(operand, 0); break;
            case 0xD608: state_.definition = operand; state_.vertical.clear(); break;
            case 0xD62B: state_.vertical.emplace_back(u8_at(operand, 0), u8_at(operand, 1)); break;
            case 0x6645: case 0x6646: case 0x646B:
                huge_properties(u32_at(operand, 0), levels_left);
                break;
            default: break;
        }
    });
}

void DocReader::huge_properties(std::uint32_t offset, int levels_left) {
    const std::string_view list = file_.huge_properties(offset);
    if (levels_left == 0) return;
    too_large_ = too_large_ || list.size() > huge_room_;
    if (too_large_) return;
    huge_room_ -= list.size();
    properties(list, levels_left - 1);
}

std::string DocReader::number_before(int style_index) {
    const DocStyle style = file_.style(style_index);
    const int list_index = state_.list >= 0 ? state_.list : style.list;
    const DocList* list = file_.list(list_index);
    if (!list) return {};
    const int level = state_.level >= 0 ? state_.level : std::max(style.level, 0);
    NumberCounter& counter = counters_[list->definition];
    if (seen_lists_.insert(list_index).second)
        for (int at = 0; at < number_levels; ++at)
            if (const int start = list->restart_at[static_cast<std::size_t>(at)]; start >= 0) counter.restart(at, start);
    return counter.next(list->levels, level);
}

void DocReader::end_paragraph(std::uint32_t position, char16_t mark) {
    int style = 0;
    const std::string_view list = file_.paragraph_properties(position, style);
    if (list.data() != last_list_.data() || list.size() != last_list_.size() || list.empty()) {
        state_ = ParagraphState{};
        properties(list, 2);
        last_state_ = state_;
        last_list_ = list;
    }
    state_ = last_state_;
    if (state_.depth == 0 && (state_.in_table || mark == 0x07)) state_.depth = 1;
    if (!state_.in_table && mark != 0x07) state_.depth = 0;
    tables_.to_depth(static_cast<std::size_t>(state_.depth));
    const bool outer_row_end = mark == 0x07 && state_.row_end;
    if (!outer_row_end && !state_.inner_row_end) text_.insert(0, number_before(style));
    add_text();
    if (tables_.depth() == 0) return;
    if (outer_row_end || state_.inner_row_end) tables_.add_row(row_of(tables_.take_cells()));
    else if (mark == 0x07 || state_.inner_cell_end) tables_.end_cell();
}

EdgeRow DocReader::row_of(std::vector<Flow> cells) const {
    const std::string_view definition = state_.definition;
    const std::size_t count = u8_at(definition, 0);
    const bool fits = count == cells.size() && definition.size() >= 1 + 2 * (count + 1);
    EdgeRow row(cells.size());
    for (std::size_t i = 0; i < cells.size(); ++i) {
        row[i].content = std::move(cells[i]);
        if (!fits) continue;
        const auto edge = [&](std::size_t n) { return static_cast<std::int16_t>(u16_at(definition, 1 + 2 * n)); };
        const std::uint16_t flags = u16_at(definition, 1 + 2 * (count + 1) + 20 * i);
        row[i].left = edge(i);
        row[i].right = edge(i + 1);
        row[i].joins_left = (flags & 0x0002) != 0;
        row[i].joins_above = (flags & 0x0020) != 0 && (flags & 0x0040) == 0;
    }
    for (const auto& [cell, merge] : state_.vertical)
        if (fits && static_cast<std::size_t>(cell) < row.size()) row[static_cast<std::size_t>(cell)].joins_above = merge == 1;
    return row;
}

}  // namespace

void read_ole(std::string_view bytes, Document& document) {
    document.format = Format::unknown;
    const OleFile ole(bytes);
    if (!ole.good()) return observe(document, "file-unreadable");
    if (ole.has("EncryptedPackage") || ole.has("EncryptionInfo")) return observe(document, "file-encrypted");
    if (ole.has("Workbook") && !ole.has("WordDocument")) return read_xls(ole, document);
    if (!ole.has("WordDocument")) return observe(document, "format-unsupported");
    document.format = Format::doc;
    DocFile file;
    switch (file.load(ole)) {
        case DocState::good: break;
        case DocState::damaged: return observe(document, "file-unreadable");
        case DocState::encrypted: return observe(document, "file-encrypted");
        case DocState::unsupported: return observe(document, "format-unsupported");
        case DocState::too_large: return observe(document, "input-too-large");
    }
    DocReader reader(file);
    write_flow(reader.read(), document);
    if (reader.too_large()) observe(document, "input-too-large");
}

}  // namespace nianbao
