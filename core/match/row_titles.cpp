#include "core/match/row_titles.hpp"

#include <algorithm>

#include "core/form.hpp"

namespace nianbao {

namespace {

constexpr std::size_t ideograph = 3;  ///< bytes
constexpr std::size_t longest_parent = 10 * ideograph;

}  // namespace

RowTitles::RowTitles() {
    for (const Form* form : forms())
        for (const Table table : {Table::two, Table::three})
            for (const Item& item : items_of(*form, table)) add(item);
}

const std::vector<RowTitle>& RowTitles::begun_by(std::string_view piece) const {
    static const std::vector<RowTitle> none;
    const auto found = by_start_.find(std::string(piece.substr(0, ideograph)));
    return found == by_start_.end() ? none : found->second;
}

bool RowTitles::is_title(std::string_view text) const {
    const std::vector<RowTitle>& same = begun_by(text);
    return std::any_of(same.begin(), same.end(), [&](const RowTitle& title) { return title.text == text; });
}

bool RowTitles::is_piece_of_parent(std::string_view piece) const {
    if (piece.empty() || piece.size() > longest_parent) return false;
    return std::any_of(parents_.begin(), parents_.end(), [&](const std::string& parent) { return parent.find(piece) != std::string::npos; });
}

void RowTitles::add(const Item& item) {
    if (!item.is_row()) {
        parents_.push_back(item.printed);
        return;
    }
    for (const std::string& spelling : item.spellings) {
        std::vector<RowTitle>& same = by_start_[spelling.substr(0, ideograph)];
        const bool known = std::any_of(same.begin(), same.end(), [&](const RowTitle& t) { return t.text == spelling && t.columns == item.block->columns.size(); });
        if (!known) same.push_back({spelling, item.block->columns.size()});
    }
}

const RowTitles& row_titles() {
    static const RowTitles all;
    return all;
}

}  // namespace nianbao
