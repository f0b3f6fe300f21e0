// Excel 97–2003 ([MS-XLS], BIFF8), also as WPS writes it (.et): the shown sheets, numbers written the way their formats
// show them, formulas by their stored results.
#include <cstdio>
#include <cstring>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/read/flow.hpp"
#include "core/read/office/cell_format.hpp"
#include "core/read/office/office.hpp"
#include "core/read/office/ole.hpp"
#include "core/read/office/sheet.hpp"
#include "core/text/utf.hpp"

namespace nianbao {

namespace {

constexpr std::size_t max_strings = 1'000'000;

enum Record : std::uint16_t {
    formula = 0x0006, end = 0x000A, date_mode = 0x0022, file_pass = 0x002F, go_on = 0x003C, column_info = 0x007D, bound_sheet = 0x0085, many_numbers = 0x00BD,
    many_blanks = 0x00BE, extended_format = 0x00E0, merged_cells = 0x00E5, shared_strings = 0x00FC, shared_label = 0x00FD, blank = 0x0201, number = 0x0203,
    label = 0x0204, truth = 0x0205, formula_string = 0x0207, row_info = 0x0208, small_number = 0x027E, format_code = 0x041E, begin = 0x0809
};

/// The data of a record and of the records that go on with it. What is read beyond its end is 0.
class Data {
public:
    void add(std::string_view piece) { pieces_.push_back(piece); }
    bool done() const { return piece_ >= pieces_.size(); }
    std::size_t left_in_piece() const { return done() ? 0 : pieces_[piece_].size() - at_; }
    std::uint32_t take(int bytes) {
        std::uint32_t value = 0;
        for (int i = 0; i < bytes; ++i) value |= std::uint32_t{byte()} << (8 * i);
        return value;
    }
    std::string text(std::size_t length);
    void skip(std::size_t count) {
        for (; count > 0 && !done(); --count) byte();
    }

private:
    std::uint8_t byte() {
        while (!done() && at_ >= pieces_[piece_].size()) ++piece_, at_ = 0;
        return done() ? std::uint8_t{0} : static_cast<std::uint8_t>(pieces_[piece_][at_++]);
    }

    std::vector<std::string_view> pieces_;
    std::size_t piece_ = 0, at_ = 0;
};

/// A string whose length has been read: its flags, its characters, and what formatting and phonetic guides follow them.
/// Where it goes on in the next record, that begins with new flags.
std::string Data::text(std::size_t length) {
    const std::uint32_t flags = take(1);
    const std::size_t runs = flags & 8 ? take(2) : 0, phonetic = flags & 4 ? take(4) : 0;
    bool wide = (flags & 1) != 0;
    std::string out;
    Utf16Joiner joiner(out);
    for (std::size_t i = 0; i < length && !done(); ++i) {
        if (left_in_piece() == 0 && i > 0) wide = (take(1) & 1) != 0;
        joiner.add(static_cast<char16_t>(take(wide ? 2 : 1)));
    }
    joiner.finish();
    skip(4 * runs + phonetic);
    return out;
}

std::string number_text(double value) {
    char text[40];
    std::snprintf(text, sizeof text, "%.17g", value);
    return text;
}

double double_of(std::string_view bytes, std::size_t at) {
    std::uint64_t bits = u32_at(bytes, at) | (std::uint64_t{u32_at(bytes, at + 4)} << 32);
    double value = 0;
    std::memcpy(&value, &bits, sizeof value);
    return value;
}

/// A number in four bytes: the upper half of a double or an integer, perhaps in hundredths.
double small_number_of(std::uint32_t bits) {
    double value = 0;
    if (bits & 2) {
        value = static_cast<double>(static_cast<std::int32_t>(bits & 0xFFFFFFFCu) / 4);  // the flags go first: -1 is not 0
    } else {
        const std::uint64_t whole = std::uint64_t{bits & 0xFFFFFFFCu} << 32;
        std::memcpy(&value, &whole, sizeof value);
    }
    return bits & 1 ? value / 100 : value;
}

class Workbook {
public:
    explicit Workbook(std::string_view bytes) : bytes_(bytes), budget_(4 * bytes.size()) {}

    /// Why it can't be read; empty where it was.
    std::string_view read(Flow& flow);

private:
    /// Takes the next record; false at the stream's end.
    bool next(std::size_t& at, std::uint16_t& type, std::string_view& data);
    std::string_view globals();
    std::string_view sheet(std::size_t at, Sheet& made);
    bool cell(std::uint16_t type, std::string_view data, Sheet& made);
    std::string shown(double value, std::size_t style) const;

    std::string_view bytes_;
    std::size_t budget_;
    std::vector<std::string> strings_;
    std::vector<std::pair<std::uint32_t, std::string>> codes_;
    std::vector<std::string> formats_;  ///< the format code of each cell style
    std::vector<std::uint32_t> styles_;
    std::vector<std::size_t> sheets_;
    bool dates_from_1904_ = false;
    std::pair<int, int> waiting_{-1, -1};  ///< the cell of a formula whose text comes in the next record
};

bool Workbook::next(std::size_t& at, std::uint16_t& type, std::string_view& data) {
    if (at + 4 > bytes_.size()) return false;
    type = u16_at(bytes_, at);
    const std::size_t size = u16_at(bytes_, at + 2);
    data = bytes_.substr(at + 4, size);
    at += 4 + size;
    budget_ -= std::min(budget_, 4 + size);
    return budget_ > 0;
}

std::string_view Workbook::globals() {
    std::size_t at = 0;
    std::uint16_t type = 0;
    std::string_view data;
    if (!next(at, type, data) || type != Record::begin) return "file-unreadable";
    if (u16_at(data, 0) != 0x0600) return "format-unsupported";
    while (next(at, type, data) && type != Record::end) {
        if (type == Record::file_pass) return "file-encrypted";
        if (type == Record::date_mode) dates_from_1904_ = u16_at(data, 0) != 0;
        if (type == Record::bound_sheet && u8_at(data, 4) == 0 && u8_at(data, 5) == 0) sheets_.push_back(u32_at(data, 0));
        if (type == Record::extended_format) styles_.push_back(u16_at(data, 2));
        if (type == Record::format_code) {
            Data code;
            code.add(data);
            const std::uint32_t id = code.take(2);
            const std::size_t length = code.take(2);
            codes_.emplace_back(id, code.text(length));
        }
        if (type != Record::shared_strings) continue;
        Data all;
        all.add(data);
        for (std::size_t ahead = at; next(ahead, type, data) && type == Record::go_on; at = ahead) all.add(data);
        const std::size_t count = (all.take(4), all.take(4));
        while (strings_.size() < std::min(count, max_strings) && !all.done()) {
            const std::size_t length = all.take(2);
            strings_.push_back(all.text(length));
        }
    }
    for (const std::uint32_t style : styles_) {
        std::string code{builtin_format(static_cast<int>(style))};
        for (const auto& [id, own] : codes_)
            if (id == style) code = own;
        formats_.push_back(std::move(code));
        if (formats_.size() * codes_.size() > 4'000'000) break;
    }
    return {};
}

std::string Workbook::shown(double value, std::size_t style) const {
    return shown_number(number_text(value), style < formats_.size() ? std::string_view(formats_[style]) : "General", dates_from_1904_);
}

bool Workbook::cell(std::uint16_t type, std::string_view data, Sheet& made) {
    const int row = u16_at(data, 0), column = u16_at(data, 2);
    const std::size_t style = u16_at(data, 4);
    switch (type) {
        case Record::shared_label: {
            const std::size_t index = u32_at(data, 6);
            return made.add(row, column, index < strings_.size() ? strings_[index] : std::string{});
        }
        case Record::number: return made.add(row, column, shown(double_of(data, 6), style));
        case Record::small_number: return made.add(row, column, shown(small_number_of(u32_at(data, 6)), style));
        case Record::blank: return made.add(row, column, {});
        case Record::truth: return made.add(row, column, u8_at(data, 7) ? "#N/A" : u8_at(data, 6) ? "TRUE" : "FALSE");
        case Record::many_numbers:
            for (std::size_t at = 4; at + 8 <= data.size(); at += 6)
                if (!made.add(row, column + static_cast<int>((at - 4) / 6), shown(small_number_of(u32_at(data, at + 2)), u16_at(data, at)))) return false;
            return true;
        case Record::many_blanks:
            for (std::size_t at = 4; at + 4 <= data.size(); at += 2)
                if (!made.add(row, column + static_cast<int>((at - 4) / 2), {})) return false;
            return true;
        case Record::label: {
            Data text;
            text.add(data.size() > 6 ? data.substr(6) : std::string_view{});
            const std::size_t length = text.take(2);
            return made.add(row, column, text.text(length));
        }
        case Record::formula: {
            if (u16_at(data, 12) != 0xFFFF) return made.add(row, column, shown(double_of(data, 6), style));
            const int kind = u8_at(data, 6);
            if (kind == 0) waiting_ = {row, column};
            return made.add(row, column, kind == 1 ? (u8_at(data, 8) ? "TRUE" : "FALSE") : kind == 2 ? "#N/A" : "");
        }
        case Record::formula_string: {
            Data text;
            text.add(data);
            const std::size_t length = text.take(2);
            const std::pair<int, int> place = std::exchange(waiting_, {-1, -1});
            return place.first < 0 || made.add(place.first, place.second, text.text(length));
        }
        default: return true;
    }
}

std::string_view Workbook::sheet(std::size_t at, Sheet& made) {
    std::uint16_t type = 0;
    std::string_view data;
    if (!next(at, type, data) || type != Record::begin) return budget_ ? "file-unreadable" : "input-too-large";
    if (u16_at(data, 2) != 0x0010) return {};
    int depth = 1;  // charts within a sheet begin and end in it
    while (depth > 0 && next(at, type, data)) {
        if (type == Record::begin) ++depth;
        if (type == Record::end) --depth;
        if (depth != 1) continue;
        if (type == Record::row_info && (u32_at(data, 12) & 0x20)) made.hidden_rows.insert(u16_at(data, 0));
        if (type == Record::column_info && (u16_at(data, 8) & 1))
            for (int column = u16_at(data, 0); column <= std::min<int>(u16_at(data, 2), 255); ++column) made.hidden_columns.insert(column);
        if (type == Record::merged_cells)
            for (std::size_t i = 2; i + 8 <= data.size(); i += 8)
                if (!made.merge({u16_at(data, i), u16_at(data, i + 4), u16_at(data, i + 2), u16_at(data, i + 6)})) return "input-too-large";
        if (!cell(type, data, made)) return "input-too-large";
    }
    return budget_ ? std::string_view{} : "input-too-large";
}

std::string_view Workbook::read(Flow& flow) {
    if (const std::string_view trouble = globals(); !trouble.empty()) return trouble;
    std::set<std::size_t> seen;
    std::size_t text = 0;
    for (const std::size_t place : sheets_) {
        if (!seen.insert(place).second) continue;
        Sheet made;
        if (const std::string_view trouble = sheet(place, made); !trouble.empty()) return trouble;
        text += made.text_size;
        if (text > max_sheet_text) return "input-too-large";
        write_sheet(made, flow);
    }
    return {};
}

}  // namespace

void read_xls(const OleFile& ole, Document& document) {
    document.format = Format::xls;
    bool whole = false;
    const std::string bytes = ole.stream("Workbook", whole);
    if (!whole) return observe(document, "file-unreadable");
    Flow flow;
    const std::string_view trouble = Workbook(bytes).read(flow);
    write_flow(flow, document);
    if (!trouble.empty()) observe(document, trouble);
}

}  // namespace nianbao
