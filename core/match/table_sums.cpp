// Sums that a table three states beyond the form's: rows of group totals ("小计" of （三）不予公开), a column of the legal
// persons' subtotals. They are kept to be checked, and never taken for a cell.
#include <algorithm>

#include "core/match/table_reader.hpp"

namespace nianbao {

/// Takes the subtotal out of a row's figures, where the head has a column of them.
void TableReader::take_subtotal(std::vector<Figure>& values, const std::vector<CellIndex>& row) {
    if (columns_ == 0) return;
    StatedSum sum;
    sum.value = value_of(m_, values[subtotal_]);
    values.erase(values.begin() + static_cast<std::ptrdiff_t>(subtotal_));
    for (const CellIndex cell : row) {
        const std::string_view group = cells_of(m_.form)[cell].column->group;
        if (group.empty()) continue;
        sum.of = group;
        sum.parts.push_back(cell);
    }
    m_.report.stated_sums.push_back(std::move(sum));
}

/// Rows of figures that are a parent's own, or that a "小计" labels.
void TableReader::read_group_totals() {
    if (table_ != Table::three) return;
    for (std::size_t i = 0; i < chain_.links.size(); ++i) {
        const Occurrence& link = chain_.links[i];
        const Item& label = item(static_cast<std::size_t>(link.item));
        const Segment& segment = segments_[i + 1];
        const bool next_is_first_row = i + 1 < chain_.links.size() && chain_.links[i + 1].item == link.item + 1;
        if (!label.is_row() && next_is_first_row) take_group_total(label.label, segment.groups.front().figures, link.first, link.last);
        for (std::size_t g = 1; g < segment.groups.size(); ++g) {
            const Group& group = segment.groups[g];
            if (group.texts.empty() || group.taken) continue;
            const std::string_view parent = group_summed_up(group, link.item);
            // A second total behind a group is the next one's, whose title is out of place.
            const bool second = std::any_of(m_.report.stated_sums.begin(), m_.report.stated_sums.end(), [&](const StatedSum& sum) { return sum.of == parent; });
            if (!parent.empty() && !second) take_group_total(parent, group.figures, group.texts.back(), group.texts.back());
        }
    }
}

/// The group whose total a row labelled "小计" holds: the one it names, else the one it stands in. Empty where it is none.
std::string_view TableReader::group_summed_up(const Group& group, int before) const {
    const std::string_view text = m_.slots.fold_of(group.texts.back());
    if (!speaks_of_sums(text)) return {};
    for (const Item& other : items_)
        if (!other.is_row() && text.find(fold_label(without_numbering(other.label))) != std::string_view::npos) return other.label;
    const Item& own = item(static_cast<std::size_t>(before));
    if (!own.is_row()) return own.label;
    const std::string_view parent = own.block->rows[static_cast<std::size_t>(own.row)].group;
    const bool has_rows_alone = std::none_of(items_.begin(), items_.end(), [&](const Item& other) { return !other.is_row() && other.label == parent; });
    // Among the rows of "三、本年度办理结果" themselves, whose total a 小计 is can't be said.
    return parent.empty() || has_rows_alone || own.label_columns > 1 ? std::string_view{} : parent;
}

void TableReader::take_group_total(std::string_view parent, std::vector<Figure> figures, std::size_t first_label, std::size_t last_label) {
    const FormBlock& block = *items_.front().block;
    RowSlots row;
    row.figures = std::move(figures);
    row.expected = columns_ > 0 ? columns_ : block.columns.size();
    row.label_columns = 2;
    measure_label(row, first_label, last_label);
    if (count_filled(row.figures) == 0) return;
    std::optional<std::vector<Figure>> values = model_->values_of(row);
    if (!values) return;
    if (columns_ > 0) values->erase(values->begin() + static_cast<std::ptrdiff_t>(subtotal_));
    for (std::size_t c = 0; c < values->size(); ++c) {
        StatedSum sum{parent, value_of(m_, (*values)[c]), parts_of(parent, c)};
        if (!sum.parts.empty()) m_.report.stated_sums.push_back(std::move(sum));
    }
}

/// The cells of a group's rows in one column; of "三、本年度办理结果", those that its own total adds up.
std::vector<CellIndex> TableReader::parts_of(std::string_view parent, std::size_t column) const {
    const FormBlock& block = *items_.front().block;
    std::vector<CellIndex> parts;
    bool has_total = false;
    for (std::size_t r = 0; r < block.rows.size(); ++r) {
        if (block.rows[r].group != parent) continue;
        has_total = has_total || block.rows[r].id == "handled";
        parts.push_back(cells_of_row(m_.form, block, static_cast<int>(r))[column]);
    }
    if (!has_total) return parts;
    for (const Relation& relation : relations_of(m_.form))
        if (relation.rule == "t3-handled-sum" && relation.bound == block.columns[column].id) {
            parts.clear();
            for (const Term& term : relation.left) parts.push_back(term.cell);
        }
    return parts;
}

}  // namespace nianbao
