// Which columns a table has. Table three may have one more than the form, with the legal persons' subtotals: its head says so,
// its figures bear it out.
#include <algorithm>

#include "core/match/table_reader.hpp"

namespace nianbao {

namespace {

/// The form's seven and a subtotal.
constexpr std::size_t with_subtotal = 8;

/// A subtotal column ("法人小计") among the applicants of table three.
struct Subtotal {
    bool named = false;     ///< the head says 小计, whether its place was found or not
    bool found = false;
    std::size_t place = 0;  ///< index among the eight columns
};

bool is_legal_person(const Column& column) { return !column.group.empty(); }

Subtotal find_subtotal(const Matching& matching, const FormBlock& block, Range head) {
    const Slots& slots = matching.slots;
    const std::vector<std::size_t> texts = head_texts(matching, head);
    const auto holds = [&](std::size_t s, std::string_view word) { return slots.fold_of(s).find(word) != std::string_view::npos; };
    // Where the last column is called 总计, a 合计 beside one of the legal persons' titles sums these up. Elsewhere it is a stray
    // line, or another column's title renamed.
    const bool total_named = std::any_of(texts.begin(), texts.end(), [&](std::size_t s) { return holds(s, "总计"); });
    const auto is_beside_legal = [&](std::size_t s) {
        const Slot& own = slots.list[s];
        const auto joins = [&](std::size_t other) {
            const auto names = [&](const Column& column) { return is_legal_person(column) && fold_label(column.label) == slots.fold_of(other); };
            return slots.list[other].grid == own.grid && slots.list[other].row == own.row && std::any_of(block.columns.begin(), block.columns.end(), names);
        };
        return own.grid >= 0 && ((s > head.begin && joins(s - 1)) || (s + 1 < head.end && joins(s + 1)));
    };
    // Labels may be broken over slots: the texts before and after it are taken as one each.
    std::string before, after;
    std::size_t subtotals = 0;
    for (const std::size_t s : texts) {
        if (holds(s, "小计") || (total_named && holds(s, "合计") && is_beside_legal(s))) ++subtotals;
        else (subtotals > 0 ? after : before) += slots.fold_of(s);
    }
    for (const Column& column : block.columns) {
        const std::string group = fold_label(column.group);  // "法人或其他组织" holds "其他"
        for (std::string* text : {&before, &after})
            if (const std::size_t at = text->find(group); !group.empty() && at != std::string::npos) text->erase(at, group.size());
    }
    std::size_t columns = 0, columns_before = 0, columns_after = 0;
    for (const Column& column : block.columns) {
        if (!is_legal_person(column)) continue;
        const std::string label = fold_label(column.label);
        ++columns;
        columns_before += before.find(label) != std::string::npos ? 1 : 0;
        columns_after += after.find(label) != std::string::npos ? 1 : 0;
    }
    return {subtotals > 0, subtotals == 1 && columns_before + columns_after == columns, 1 + columns_before};
}

/// Whether nearly all of the rows that tell something of it have the subtotal there.
bool is_borne_out(std::size_t votes, std::size_t telling) { return votes * 10 >= telling * 7; }

}  // namespace

/// Reads the segments with the columns the table has. A head whose titles run into each other names a subtotal without
/// showing its place, or shows another's; then the place is where the figures have it, or none.
void TableReader::read_columns() {
    const Subtotal subtotal = table_ == Table::three ? find_subtotal(m_, *items_.front().block, head()) : Subtotal{};
    columns_ = subtotal.named ? with_subtotal : 0;
    subtotal_ = subtotal.place;
    read_segments();
    if (!subtotal.named) return;
    const SubtotalVotes votes = count_subtotals();
    const auto best = std::max_element(votes.at.begin(), votes.at.end());
    const bool alone = std::count(votes.at.begin(), votes.at.end(), *best) == 1;
    constexpr std::size_t fewest = 3;
    const bool sure = alone && *best >= fewest && is_borne_out(*best, votes.telling);
    if (sure && (!subtotal.found || !is_borne_out(votes.at[subtotal_], votes.telling))) subtotal_ = static_cast<std::size_t>(best - votes.at.begin());
    if (sure || subtotal.found) return;
    const auto labelled = static_cast<std::size_t>(std::count_if(rows_.begin(), rows_.end(), [](const FoundRow& row) { return row.labelled; }));
    if (votes.telling == 0 && votes.rows * 2 > labelled) {
        subtotal_ = with_subtotal - 2;  // zeros are the same in any place
        return;
    }
    columns_ = 0;
    unclear_subtotal_ = true;
    segments_.clear();
    rows_.assign(items_.size(), FoundRow{});
    read_segments();
}

/// Tells the rows' model in which columns of an exact grid the values stand, where the head shows every one of them.
void TableReader::find_exact_columns() {
    const std::vector<std::size_t> texts = head_texts(m_, head());
    std::vector<int> columns;
    int grid = -1;
    for (const Column& column : items_.front().block->columns) {
        const std::string wanted = fold_label(column.label);
        const auto found = std::find_if(texts.begin(), texts.end(), [&](std::size_t s) {
            return slot(s).exact && (grid < 0 || slot(s).grid == grid) && m_.slots.fold_of(s) == wanted;
        });
        if (found == texts.end()) return;
        grid = slot(*found).grid;
        columns.push_back(slot(*found).column);
    }
    if (std::is_sorted(columns.begin(), columns.end())) model_->set_columns(std::move(columns), grid);
}

/// Of the rows that have eight figures: which place the sum of the other legal persons stands in.
TableReader::SubtotalVotes TableReader::count_subtotals() const {
    SubtotalVotes votes;
    for (const FoundRow& row : rows_) {
        std::vector<Decimal> values;
        for (const Figure& figure : row.slots.figures)
            if (figure.kind == Slot::Kind::number) values.push_back(value_of(m_, figure).value);
        if (values.size() != with_subtotal) continue;
        ++votes.rows;
        Decimal legal;
        for (std::size_t c = 1; c + 1 < with_subtotal; ++c) legal = legal + values[c];
        if (legal == Decimal{}) continue;
        ++votes.telling;
        for (std::size_t c = 1; c + 1 < with_subtotal; ++c)
            if (values[c] + values[c] == legal) ++votes.at[c];
    }
    return votes;
}

}  // namespace nianbao
