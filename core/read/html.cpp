#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include <gumbo/gumbo.h>

#include "core/read/decoded_text.hpp"
#include "core/read/encoding.hpp"
#include "core/read/formats.hpp"
#include "core/read/html.hpp"
#include "core/read/html_grid.hpp"
#include "core/read/html_node.hpp"
#include "core/read/html_parser.hpp"
#include "core/read/html_source.hpp"
#include "core/read/html_tables.hpp"
#include "core/read/html_tokens.hpp"
#include "core/read/html_text.hpp"
#include "core/read/text_tables.hpp"

namespace nianbao {

namespace {

struct PlacedGrid {
    Span span;
    Grid grid;
};

/// What an open element means to what is inside it.
enum class Role : std::uint8_t { flow, block, table, group, row, cell };

struct Frame {
    const GumboNode* node;
    unsigned int next = 0;
    Role role = Role::flow;
    bool verbatim = false;
};

/// Walks the parsed page and writes its text; tables that hold data become grids.
class PageReader {
public:
    PageReader(const GumboNode* root, const HtmlTokens& tokens) : tokens_(tokens), tables_(html_tables(root, tokens)) {
        walk(root, tokens.bare_lines());
    }
    std::string take_text() { return text_.take(); }
    std::vector<PlacedGrid> take_grids() { return std::move(grids_); }
    bool complete() const { return complete_; }

private:
    void walk(const GumboNode* root, bool bare_lines);
    void enter(const GumboNode* node, bool verbatim, std::vector<Frame>& frames);
    void enter_element(const GumboNode* node, bool verbatim, std::vector<Frame>& frames);
    Role role_of(const GumboNode* node) const;
    void leave(const Frame& frame);
    void begin_table();
    void end_table();

    const HtmlTokens& tokens_;
    std::string joined_;
    std::unordered_map<const GumboNode*, HtmlTable> tables_;
    HtmlText text_;
    std::vector<PlacedGrid> grids_;
    HtmlGrid grid_;
    std::uint32_t grid_begin_ = 0;
    std::size_t row_cells_ = 0;   ///< cells of the open row so far
    std::size_t cells_ = 0;
    bool in_table_ = false;       ///< in a table that becomes a grid
    bool in_cell_ = false;        ///< in one of its cells
    bool complete_ = true;
};

bool is_cell(GumboTag tag) { return tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH; }

bool is_group(GumboTag tag) { return tag == GUMBO_TAG_TBODY || tag == GUMBO_TAG_THEAD || tag == GUMBO_TAG_TFOOT; }

/// The text an input field shows.
std::string_view shown_value(const GumboNode& node) {
    const std::string_view type = html_attribute(node, "type");
    const bool shown = type.empty() || type == "text" || type == "number";
    return shown ? html_attribute(node, "value") : std::string_view{};
}

Role PageReader::role_of(const GumboNode* node) const {
    const GumboTag tag = node->v.element.tag;
    if (tag == GUMBO_TAG_TABLE && !in_table_) {
        const auto known = tables_.find(node);
        return known != tables_.end() && !known->second.is_layout() && cells_ < max_cells ? Role::table : Role::block;
    }
    if (in_table_ && !in_cell_) {
        if (is_group(tag)) return Role::group;
        if (tag == GUMBO_TAG_TR) return Role::row;
        if (is_cell(tag)) return Role::cell;
    }
    return is_block(*node) ? Role::block : Role::flow;
}

void PageReader::begin_table() {
    text_.end_line();
    grid_ = HtmlGrid{};
    grid_begin_ = text_.size();
    in_table_ = true;
}

void PageReader::end_table() {
    in_table_ = false;
    const std::uint32_t end = text_.size();
    text_.separate('\n');
    if (!grid_.empty()) grids_.push_back({{grid_begin_, end}, grid_.finish()});
}

void PageReader::enter_element(const GumboNode* node, bool verbatim, std::vector<Frame>& frames) {
    const GumboTag tag = node->v.element.tag;
    if (is_hidden(*node)) return;
    if (tag == GUMBO_TAG_BR) return text_.line_break();
    if (tag == GUMBO_TAG_INPUT) return text_.add(shown_value(*node), false);
    if (tag == GUMBO_TAG_SUP || tag == GUMBO_TAG_SUB) text_.part_digits();

    const Role role = role_of(node);
    switch (role) {
        case Role::flow:
            break;
        case Role::block:
            text_.end_line();
            break;
        case Role::table:
            begin_table();
            break;
        case Role::group:
            grid_.begin_group();
            break;
        case Role::row:
            if (!grid_.empty()) text_.separate('\n');
            else grid_begin_ = text_.size();
            grid_.begin_row();
            row_cells_ = 0;
            break;
        case Role::cell:
            if (row_cells_++ > 0) text_.separate('\t');
            text_.begin_cell();
            in_cell_ = true;
            break;
    }
    const bool keeps = role == Role::cell ? is_verbatim(*node) : verbatim || is_verbatim(*node);
    frames.push_back({node, 0, role, keeps});
}

void PageReader::enter(const GumboNode* node, bool verbatim, std::vector<Frame>& frames) {
    switch (node->type) {
        case GUMBO_NODE_TEXT:
        case GUMBO_NODE_CDATA:
        case GUMBO_NODE_WHITESPACE:
            text_.add(tokens_.text_of(node->v.text.text, joined_), verbatim);
            return;
        case GUMBO_NODE_ELEMENT:
            return enter_element(node, verbatim, frames);
        default:
            return;
    }
}

void PageReader::leave(const Frame& frame) {
    switch (frame.role) {
        case Role::block:
            text_.end_line();
            break;
        case Role::table:
            end_table();
            break;
        case Role::cell: {
            in_cell_ = false;
            const Span span = text_.end_cell();
            const int rows = html_number(*frame.node, "rowspan", 1);
            const int columns = html_number(*frame.node, "colspan", 1);
            if (cells_++ >= max_cells || !grid_.add(span, rows, columns)) complete_ = false;
            break;
        }
        case Role::flow:
        case Role::group:
        case Role::row:
            break;
    }
}

void PageReader::walk(const GumboNode* root, bool bare_lines) {
    std::vector<Frame> frames;
    enter(root, bare_lines, frames);
    while (!frames.empty()) {
        Frame& frame = frames.back();
        const GumboVector& children = frame.node->v.element.children;
        if (text_.size() > max_text) complete_ = false;
        if (frame.next < children.length && text_.size() <= max_text) {
            const auto* child = static_cast<const GumboNode*>(children.data[frame.next++]);
            enter(child, frame.verbatim, frames);
        } else {
            const Frame done = frame;
            frames.pop_back();
            leave(done);
        }
    }
}

/// Nesting the parser may build: its work grows with tags × depth.
unsigned int depth_for(std::size_t tags) {
    constexpr std::size_t work = 100'000'000, least = 300, most = 4000;
    return static_cast<unsigned int>(std::clamp(work / (tags + 1), least, most));
}

/// Grids where they stand; what lies between them is cut like any text.
void place_blocks(std::vector<PlacedGrid> grids, Document& document) {
    std::uint32_t done = 0;
    for (PlacedGrid& placed : grids) {
        cut_text(document, done, placed.span.begin);
        Block block;
        block.span = placed.span;
        block.grid = document.grids.size();
        document.grids.push_back(std::move(placed.grid));
        document.blocks.push_back(block);
        done = placed.span.end;
    }
    cut_text(document, done, static_cast<std::uint32_t>(document.text.size()));
}

}  // namespace

bool is_html(std::string_view bytes) {
    constexpr std::size_t sample = 1u << 16;
    const std::string_view head = bytes.substr(0, sample);
    if (head.find('<') == head.npos) return false;
    // Tags are ASCII, which all encodings write alike but UTF-16, where a NUL is half of each of their characters.
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    if (head.find('\0') != head.npos) return looks_like_html(decode(head).text);
    return looks_like_html(head.substr(head.starts_with(mark) ? mark.size() : 0));
}

void read_html(std::string_view bytes, const Options& options, Document& document) {
    read_page(decoded_text(bytes, options, declared_charset(bytes), document), document);
}

void read_page(std::string_view html, Document& document) {
    HtmlTokens tokens(without_clipboard_header(html));
    const ParsedHtml page(tokens, depth_for(static_cast<std::size_t>(std::count(html.begin(), html.end(), '<'))));
    if (!page.root()) return;
    PageReader reader(page.root(), tokens);
    document.text = reader.take_text();
    place_blocks(reader.take_grids(), document);
    observe_garbled(document);
    if (tokens.cut() || !page.complete() || !reader.complete())
        document.observations.push_back({"input-too-large", {}, {}, {}});
}

}  // namespace nianbao
