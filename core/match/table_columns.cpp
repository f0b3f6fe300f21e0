// How many columns table three has, and which of them holds the legal persons' subtotals: its head says so, its figures
// bear it out.
#include <algorithm>

#include "core/match/table_reader.hpp"

namespace nianbao {

namespace {

/// The form's seven and a subtotal.
constexpr std::size_t with_subtotal = 8;

/// Whether nearly all of the rows that tell something of it have the subtotal there.
bool is_borne_out(std::size_t votes, std::size_t telling) { return votes * 10 >= telling * 7; }

}  // namespace

/// Reads the segments with the columns the table has. A head whose titles run into each other names a subtotal without
/// showing its place, or shows another's; then the place is where the figures have it, or none.
void TableReader::read_columns() {
    const Subtotal subtotal = table_ == Table::three ? find_subtotal(m_, {range_.begin, chain_.links.front().first}) : Subtotal{};
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
