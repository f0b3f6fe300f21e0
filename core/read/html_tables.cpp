#include "core/read/html_tables.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <gumbo/gumbo.h>

#include "core/read/html_node.hpp"
#include "core/read/html_tokens.hpp"
#include "core/text/fold.hpp"

namespace nianbao {

namespace {

struct Frame {
    const GumboNode* node;
    unsigned int next = 0;
};

/// A table that is being counted, and its open row and cell.
struct Open {
    const GumboNode* table;
    HtmlTable counts;
    std::size_t row_cells = 0;
    std::size_t cell_text = 0;
};

class Counter {
public:
    explicit Counter(const HtmlTokens& tokens) : tokens_(tokens) {}
    std::unordered_map<const GumboNode*, HtmlTable> run(const GumboNode* root);

private:
    bool enter(const GumboNode* node);
    void leave(const GumboNode* node);

    const HtmlTokens& tokens_;
    std::string joined_;
    std::vector<Open> open_;
    std::unordered_map<const GumboNode*, HtmlTable> tables_;
};

bool Counter::enter(const GumboNode* node) {
    if (node->type == GUMBO_NODE_TEXT) {
        const std::size_t size = open_.empty() ? 0 : trim(tokens_.text_of(node->v.text.text, joined_)).size();
        if (size == 0) return false;
        open_.back().counts.own_text += size;
        open_.back().cell_text += size;
        return false;
    }
    if (node->type == GUMBO_NODE_DOCUMENT) return true;
    if (node->type != GUMBO_NODE_ELEMENT || is_hidden(*node)) return false;
    const GumboTag tag = node->v.element.tag;
    if (tag == GUMBO_TAG_TABLE) {
        open_.push_back({node, {}, 0, 0});
    } else if (!open_.empty() && (tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH)) {
        Open& table = open_.back();
        ++table.counts.cells;
        table.counts.widest_row = std::max(table.counts.widest_row, ++table.row_cells);
        table.cell_text = 0;
    } else if (!open_.empty() && tag == GUMBO_TAG_TR) {
        open_.back().row_cells = 0;
    }
    return true;
}

void Counter::leave(const GumboNode* node) {
    if (node->type != GUMBO_NODE_ELEMENT || open_.empty()) return;
    const GumboTag tag = node->v.element.tag;
    Open& table = open_.back();
    if (tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH) {
        table.counts.longest_cell = std::max(table.counts.longest_cell, table.cell_text);
    } else if (tag == GUMBO_TAG_TABLE) {
        const HtmlTable done = table.counts;
        tables_.emplace(node, done);
        open_.pop_back();
        if (open_.empty()) return;
        HtmlTable& outer = open_.back().counts;
        outer.nested_text += done.own_text + done.nested_text;
        outer.nested_cells += done.cells + done.nested_cells;
    }
}

std::unordered_map<const GumboNode*, HtmlTable> Counter::run(const GumboNode* root) {
    std::vector<Frame> frames;
    if (enter(root)) frames.push_back({root});
    while (!frames.empty()) {
        Frame& frame = frames.back();
        const GumboNode* node = frame.node;
        const GumboVector& children = node->type == GUMBO_NODE_DOCUMENT ? node->v.document.children : node->v.element.children;
        if (frame.next < children.length) {
            const auto* child = static_cast<const GumboNode*>(children.data[frame.next++]);
            if (enter(child)) frames.push_back({child});
        } else {
            leave(node);
            frames.pop_back();
        }
    }
    return std::move(tables_);
}

}  // namespace

std::unordered_map<const GumboNode*, HtmlTable> html_tables(const GumboNode* root, const HtmlTokens& tokens) { return Counter(tokens).run(root); }

}  // namespace nianbao
