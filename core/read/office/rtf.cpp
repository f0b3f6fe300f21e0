// Rich Text Format (1.9.1): paragraphs and tables as Word shows them. Deleted and hidden text, field codes, notes,
// headers, pictures and unknown destinations are left out; list numbers are read from \listtext, which writers keep for
// readers like this one.
#include <map>
#include <tuple>
#include <utility>
#include <vector>

#include "core/read/flow.hpp"
#include "core/read/gb18030.hpp"
#include "core/read/office/edge_table.hpp"
#include "core/read/office/office.hpp"
#include "core/read/windows_1252.hpp"
#include "core/text/ascii.hpp"
#include "core/text/utf.hpp"

namespace nianbao {

namespace {

constexpr std::size_t max_groups = 2000;
constexpr int max_depth = 16;
constexpr std::size_t max_shapes_of_row = 4096;

/// What a group inherits and gives back at its end.
struct Group {
    bool skipped = false;     ///< a destination that is no text
    bool font_table = false;
    bool hidden = false, deleted = false;
    bool in_table = false;
    int depth = 0;            ///< \itapN
    int unicode_skip = 1;     ///< \ucN
    bool chinese = false;     ///< the font's bytes are GBK
    int font = -1;
    bool nested_row = false;  ///< \nesttableprops: the shapes are those of an inner table
    bool box = false;         ///< \shptxt: its paragraphs are content of their own
};

struct CellShape {
    int right = 0;
    bool joins_left = false, joins_above = false;
};

struct RowShape {
    std::vector<CellShape> cells;
    CellShape next;
    int left = 0;
};

bool is_text_destination(std::string_view word) {
    constexpr std::string_view words[] = {"shpinst", "shptxt", "nesttableprops", "listtext", "pntext"};
    for (const std::string_view known : words)
        if (known == word) return true;
    return false;
}

bool is_skipped_destination(std::string_view word) {
    constexpr std::string_view words[] = {
        "colortbl", "stylesheet", "info", "pict", "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf",
        "footnote", "annotation", "fldinst", "objdata", "objclass", "objname", "listtable", "listoverridetable", "revtbl", "rsidtbl",
        "generator", "themedata", "colorschememapping", "datastore", "latentstyles", "bkmkstart", "bkmkend", "sp", "shprslt", "nonesttables",
        "xe", "tc", "template", "filetbl", "mmathPr", "nonshppict", "ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "pgptbl",
        "atnid", "atnauthor", "atnref", "atndate", "xmlnstbl", "wgrffmtfilter", "ffname", "formfield"};
    for (const std::string_view known : words)
        if (known == word) return true;
    return false;
}

class RtfReader {
public:
    explicit RtfReader(std::string_view bytes) : bytes_(bytes) {}

    bool read(Flow& flow);

private:
    Group& group() { return groups_.back(); }
    bool shown() { return !group().skipped && !group().hidden && !group().deleted; }
    void control();
    void symbol(char c);
    void word(std::string_view word, bool has_number, int number);
    void table_word(std::string_view word, int number);
    void font_word(std::string_view word, bool has_number, int number);
    void open_group();
    void close_group();
    void byte(unsigned char value);
    void text(std::string_view utf8);
    void flush_bytes();
    void unit(int value);
    void end_paragraph();
    void end_cell(int depth);
    void end_row(int depth);
    void add_text() {
        if (!text_.empty()) tables_.add(flow_paragraph(std::exchange(text_, {})));
    }

    std::string_view bytes_;
    std::size_t at_ = 0;
    std::vector<Group> groups_;
    bool ignorable_ = false;   ///< \* came: an unknown destination follows, perhaps
    int skip_units_ = 0;       ///< fallback characters after \u
    std::string raw_;          ///< bytes waiting to be decoded
    bool raw_chinese_ = false;
    char32_t high_ = 0;
    std::string text_;
    OpenTables tables_;
    std::vector<std::pair<std::string, OpenTables>> outer_;  ///< what stands around the open text boxes
    RowShape row_shape_, inner_row_shape_;
    int code_page_ = 1252;
    std::map<int, bool> chinese_fonts_;
    int default_font_ = -1;
};

bool RtfReader::read(Flow& flow) {
    groups_.emplace_back();
    while (at_ < bytes_.size()) {
        const char c = bytes_[at_++];
        if (c == '\\') control();
        else if (c == '{') open_group();
        else if (c == '}') close_group();
        else if (c != '\r' && c != '\n') byte(static_cast<unsigned char>(c));
        if (groups_.size() > max_groups || groups_.empty()) break;
    }
    const bool whole = groups_.size() == 1;
    while (!outer_.empty()) close_group();
    flush_bytes();
    if (!text_.empty()) end_paragraph();
    flow = tables_.finish();
    return whole;
}

void RtfReader::open_group() {
    flush_bytes();
    skip_units_ = 0;
    Group inner = groups_.back();
    inner.box = false;
    groups_.push_back(inner);
}

void RtfReader::close_group() {
    flush_bytes();
    skip_units_ = 0;
    ignorable_ = false;
    if (group().box && !outer_.empty()) {
        if (!text_.empty()) end_paragraph();
        Flow inside = tables_.finish();
        std::tie(text_, tables_) = std::move(outer_.back());
        outer_.pop_back();
        for (FlowItem& item : inside) tables_.add(std::move(item));
    }
    if (groups_.size() > 1) groups_.pop_back();
}

void RtfReader::control() {
    if (at_ >= bytes_.size()) return;
    const char first = bytes_[at_];
    if (!is_letter(first)) {
        ++at_;
        return symbol(first);
    }
    const std::size_t begin = at_;
    while (at_ < bytes_.size() && at_ - begin < 32 && is_letter(bytes_[at_])) ++at_;
    const std::string_view name = bytes_.substr(begin, at_ - begin);
    bool minus = false, has_number = false;
    if (at_ + 1 < bytes_.size() && bytes_[at_] == '-' && is_digit(bytes_[at_ + 1])) minus = true, ++at_;
    long long number = 0;
    for (; at_ < bytes_.size() && is_digit(bytes_[at_]); ++at_, has_number = true)
        if (number < 1'000'000'000) number = number * 10 + (bytes_[at_] - '0');
    if (number > 1'000'000'000) number = 1'000'000'000;
    if (at_ < bytes_.size() && bytes_[at_] == ' ') ++at_;
    if (name == "bin") {
        at_ = std::min(bytes_.size(), at_ + static_cast<std::size_t>(minus ? 0 : number));
        return;
    }
    word(name, has_number, static_cast<int>(minus ? -number : number));
}

void RtfReader::symbol(char c) {
    if (c == '\'') {
        if (at_ + 1 >= bytes_.size()) return;
        const int high = hex_digit(bytes_[at_]), low = hex_digit(bytes_[at_ + 1]);
        if (high < 0 || low < 0) return;
        at_ += 2;
        return byte(static_cast<unsigned char>(high * 16 + low));
    }
    if (c == '*') ignorable_ = true;
    else if (c == '~') text("\xC2\xA0");
    else if (c == '_') text("-");
    else if (c == '\r' || c == '\n') word("par", false, 0);
    else if (c == '\\' || c == '{' || c == '}') byte(static_cast<unsigned char>(c));
}

void RtfReader::byte(unsigned char value) {
    if (skip_units_ > 0) {
        --skip_units_;
        return;
    }
    if (!shown()) return;
    const bool chinese = group().chinese || code_page_ == 936;
    if (!raw_.empty() && raw_chinese_ != chinese) flush_bytes();
    raw_chinese_ = chinese;
    raw_ += static_cast<char>(value);
}

void RtfReader::flush_bytes() {
    if (raw_.empty()) return;
    if (raw_chinese_) {
        text_ += from_gb18030(raw_, false).text;
    } else {
        for (const char c : raw_) append_utf8(text_, windows_1252(static_cast<unsigned char>(c)));
    }
    raw_.clear();
}

void RtfReader::text(std::string_view utf8) {
    flush_bytes();
    if (skip_units_ > 0) --skip_units_;
    else if (shown()) text_ += utf8;
}

void RtfReader::unit(int value) {
    flush_bytes();
    skip_units_ = group().unicode_skip;
    if (!shown()) return;
    const char32_t code = static_cast<char32_t>(value < 0 ? value + 65536 : value) & 0xFFFF;
    if (code >= 0xD800 && code < 0xDC00) {
        high_ = code;
    } else if (code >= 0xDC00 && code < 0xE000) {
        if (high_) append_utf8(text_, 0x10000 + ((high_ - 0xD800) << 10) + (code - 0xDC00));
        high_ = 0;
    } else if (code >= 0x20 && !(code >= 0xE000 && code <= 0xF8FF)) {
        append_utf8(text_, code);
    }
}

void RtfReader::font_word(std::string_view name, bool has_number, int number) {
    if (name == "f" || name == "af") {
        if (group().font_table) {
            group().font = number;
        } else if (name == "f") {
            const auto found = chinese_fonts_.find(number);
            group().chinese = found != chinese_fonts_.end() && found->second;
        }
    } else if (name == "fcharset" && group().font_table) {
        chinese_fonts_[group().font] = number == 134;
    } else if (name == "ansicpg" && has_number) {
        code_page_ = number;
    } else if (name == "deff") {
        default_font_ = number;
    } else if (name == "plain") {
        const auto found = chinese_fonts_.find(default_font_);
        group().hidden = group().deleted = false;
        group().chinese = found != chinese_fonts_.end() && found->second;
    }
}

void RtfReader::word(std::string_view name, bool has_number, int number) {
    flush_bytes();
    const bool unknown_destination = std::exchange(ignorable_, false) && !is_text_destination(name);
    if (name == "u") return unit(number);
    if (name == "uc") {
        group().unicode_skip = has_number && number >= 0 && number < 100 ? number : 1;
        return;
    }
    if (skip_units_ > 0 && name != "par" && name != "cell" && name != "row") {
        --skip_units_;
        return;
    }
    skip_units_ = 0;
    if (name == "fonttbl") group().font_table = group().skipped = true;
    if (unknown_destination || is_skipped_destination(name)) group().skipped = true;
    font_word(name, has_number, number);
    if (group().skipped) return;

    const bool on = !has_number || number != 0;
    if (name == "v") group().hidden = on;
    else if (name == "deleted") group().deleted = on;
    else if (name == "par" || name == "sect" || name == "page") {
        if (group().deleted) return;
        end_paragraph();
    } else if (name == "line" || name == "lbr") text("\n");
    else if (name == "tab") text("\t");
    else if (name == "emdash") text("—");
    else if (name == "endash") text("–");
    else if (name == "lquote") text("‘");
    else if (name == "rquote") text("’");
    else if (name == "ldblquote") text("“");
    else if (name == "rdblquote") text("”");
    else if (name == "bullet") text("•");
    else if (name == "emspace" || name == "enspace" || name == "qmspace") text(" ");
    else if (name == "shptxt") {
        group().box = true;
        group().in_table = false;
        group().depth = 0;
        outer_.emplace_back(std::exchange(text_, {}), std::exchange(tables_, {}));
    } else table_word(name, number);
}

void RtfReader::table_word(std::string_view name, int number) {
    RowShape& shape = group().nested_row ? inner_row_shape_ : row_shape_;
    if (name == "pard") {
        group().in_table = false;
        group().depth = 0;
    } else if (name == "intbl") group().in_table = true;
    else if (name == "itap") group().depth = std::min(std::max(number, 0), max_depth);
    else if (name == "nesttableprops") group().nested_row = true;
    else if (name == "trowd") shape = {};
    else if (name == "trleft") shape.left = number;
    else if (name == "clmrg") shape.next.joins_left = true;
    else if (name == "clvmrg") shape.next.joins_above = true;
    else if (name == "cellx") {
        shape.next.right = number;
        if (shape.cells.size() < max_shapes_of_row) shape.cells.push_back(shape.next);
        shape.next = {};
    } else if (name == "cell") end_cell(1);
    else if (name == "nestcell") end_cell(std::max(2, group().depth));
    else if (name == "row") end_row(1);
    else if (name == "nestrow") end_row(std::max(2, group().depth));
}

void RtfReader::end_paragraph() {
    const int depth = group().in_table ? std::max(1, group().depth) : group().depth;
    tables_.to_depth(static_cast<std::size_t>(depth));
    add_text();
}

void RtfReader::end_cell(int depth) {
    flush_bytes();
    tables_.to_depth(static_cast<std::size_t>(depth));
    add_text();
    tables_.end_cell();
}

void RtfReader::end_row(int depth) {
    tables_.to_depth(static_cast<std::size_t>(depth));
    std::vector<Flow> cells = tables_.take_cells();
    EdgeRow row(cells.size());
    const RowShape& shape = depth > 1 ? inner_row_shape_ : row_shape_;
    int left = shape.left;
    for (std::size_t i = 0; i < row.size(); ++i) {
        row[i].content = std::move(cells[i]);
        if (i >= shape.cells.size()) continue;
        row[i].left = left;
        row[i].right = left = shape.cells[i].right;
        row[i].joins_left = shape.cells[i].joins_left;
        row[i].joins_above = shape.cells[i].joins_above;
    }
    if (!row.empty()) tables_.add_row(std::move(row));
}

}  // namespace

bool is_rtf(std::string_view bytes) {
    const std::size_t start = std::min(bytes.find_first_not_of(" \t\r\n"), bytes.size());
    std::string_view head = bytes.substr(start, 8);
    if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
    return head.starts_with("{\\rtf") || head.starts_with("{\\ur");
}

void read_rtf(std::string_view bytes, Document& document) {
    document.format = Format::rtf;
    Flow flow;
    const bool whole = RtfReader(bytes).read(flow);
    write_flow(flow, document);
    if (!whole) observe(document, "file-unreadable");
}

}  // namespace nianbao
