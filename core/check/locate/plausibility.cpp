#include "core/check/locate/plausibility.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <limits>
#include <optional>

#include "core/check/locate/typing.hpp"
#include "core/forms/per_form.hpp"
#include "core/sort.hpp"

namespace nianbao {
namespace {

constexpr std::uint32_t most_covered = 8;  ///< tied amendments; beyond, slips are not combined in every way

std::int64_t delta(const Amendment& a) { return a.to - a.from; }

/// Doublings: a slip of two cases is rarer than one of one, and a row of a hundred cases has more to misfile.
int doublings(std::int64_t count, int most) {
    int result = 0;
    for (std::int64_t left = count < 0 ? -count : count; left > 1 && result < most; left /= 2) ++result;
    return result;
}

std::uint32_t bit(std::size_t index) { return std::uint32_t{1} << index; }

std::vector<CellPlace> make_places(const Form& form) {
    std::vector<CellPlace> places;
    const FormBlock* block = nullptr;
    const Row* row = nullptr;
    CellPlace place;
    for (const FormCell& cell : cells_of(form)) {
        if (cell.block != block) place.block += 1, place.row = place.line = -1, place.across = -1;
        if (cell.row != row || cell.block != block) {
            place.row += 1;
            place.column = -1;
            // The groups of table four are drawn side by side.
            if (cell.table() != Table::four || place.line < 0) place.line += 1, place.across = -1;
        }
        block = cell.block;
        row = cell.row;
        place.column += 1;
        place.across += 1;
        places.push_back(place);
    }
    for (const Relation& relation : relations_of(form)) {
        if (relation.at_least || relation.right.size() != 1 || relation.left.size() < 2 || relation.right[0].previous) continue;
        CellPlace& total = places[relation.right[0].cell];
        total.sum = true;
        total.total = total.total || places[relation.left[0].cell].row == total.row;
    }
    return places;
}

/// Built once for every form.
const std::vector<CellPlace>& places_of(const Form& form) {
    static const PerForm<std::vector<CellPlace>> all(make_places);
    return all.of(form);
}

}  // namespace

Plausibility::Plausibility(const Case& c) : case_(c), places_(places_of(*c.report.form)), evidence_(prose_evidence(c)) {}

std::int64_t Plausibility::value(CellIndex cell) const {
    const CellValue& v = case_.report.cells[cell];
    return v.reading == Reading::number ? v.value.integer() : 0;
}

int Plausibility::neighbours(CellIndex cell, CellIndex (&out)[4]) const {
    const CellPlace& here = places_[cell];
    const auto width = static_cast<int>(cells_of(*case_.report.form)[cell].block->columns.size());
    int count = 0;
    for (const int step : {-1, 1, -width, width}) {
        const int other = static_cast<int>(cell) + step;
        if (other < 0 || other >= static_cast<int>(places_.size())) continue;
        const CellPlace& there = places_[static_cast<std::size_t>(other)];
        const bool beside = there.block == here.block && (there.line == here.line ? step * step == 1 && std::abs(there.across - here.across) == 1
                                                                                  : there.across == here.across);
        if (beside) out[count++] = static_cast<CellIndex>(other);
    }
    return count;
}

/// The likeliest slip of one cell.
Plausibility::Option Plausibility::single(const Amendment& a) const {
    Option best{FaultKind::other_figure, weight_of(FaultKind::other_figure).cost, 0};
    const auto consider = [&](FaultKind kind) {
        if (weight_of(kind).cost < best.cost) best = {kind, weight_of(kind).cost, 0};
    };
    const CellPlace& place = places_[a.cell];
    if (case_.report.cells[a.cell].reading == Reading::blank) consider(place.sum ? FaultKind::total_blank : FaultKind::cell_blank);
    else if (const std::optional<FaultKind> kind = typing_fault(a.from, a.to)) consider(*kind);
    if (place.sum) consider(FaultKind::total_stale);
    if (std::abs(delta(a)) <= 2) consider(FaultKind::miscounted);
    if (a.from == 0) consider(FaultKind::not_entered);
    if (a.to == 0) consider(FaultKind::entered_wrongly);
    if (a.from != 0) {
        CellIndex beside[4];
        const int count = neighbours(a.cell, beside);
        for (int i = 0; i < count; ++i)
            if (value(beside[i]) == a.from) consider(FaultKind::pasted_neighbour);
    }
    return best;
}

/// The likeliest slip that explains two cells at once; false where there is none.
bool Plausibility::pair(const Amendment& a, const Amendment& b, Option& option) const {
    const CellPlace &pa = places_[a.cell], &pb = places_[b.cell];
    if (pa.block != pb.block) return false;
    const bool same_row = pa.row == pb.row, same_column = pa.column == pb.column && pa.across == pb.across;
    const bool same_line = pa.line == pb.line;
    const bool beside = (same_line && std::abs(pa.across - pb.across) == 1) || (same_column && std::abs(pa.line - pb.line) == 1);
    bool found = false;
    const auto consider = [&](FaultKind kind, int more) {
        const int cost = weight_of(kind).cost + more;
        if (found && cost >= option.cost) return;
        option.kind = kind;
        option.cost = cost;
        found = true;
    };
    if (a.to == b.from && b.to == a.from) {
        const bool moved = a.from == 0 || b.from == 0;
        if (beside) consider(moved ? FaultKind::neighbour_cell : FaultKind::swapped_neighbours, 0);
        else if (same_row || same_column) consider(FaultKind::swapped_in_line, 0);
    }
    const int cases = doublings(delta(a), 6), volume = doublings(std::max(a.to, b.to), 4);
    if (same_row && !pa.total && !pb.total && delta(a) == -delta(b)) consider(FaultKind::wrong_applicant, cases - volume);
    if (same_column && !same_row && delta(a) == -delta(b)) consider(FaultKind::wrong_row, cases - volume);
    if (same_row && pa.total != pb.total && delta(a) == delta(b))
        consider(delta(a) > 0 ? FaultKind::cases_missing : FaultKind::cases_too_many, cases);
    return found;
}

/// Whether the figures of one row become, by the amendments, its present figures moved by one column. One figure at an
/// end was pushed out and is free.
bool Plausibility::shifted(std::span<const Amendment> amendments, std::uint32_t members) const {
    std::size_t first = amendments.size(), last = 0, count = 0;
    for (std::size_t i = 0; i < amendments.size(); ++i) {
        if ((members & bit(i)) == 0) continue;
        first = std::min(first, i);
        last = i;
        ++count;
    }
    if (count < 3) return false;
    const auto wanted = [&](CellIndex cell) {
        for (const Amendment& a : amendments)
            if (a.cell == cell) return a.to;
        return value(cell);
    };
    const CellIndex from = amendments[first].cell, to = amendments[last].cell;
    const auto moved = [&](int step, CellIndex begin, CellIndex end) {
        for (CellIndex cell = begin; cell <= end; ++cell)
            if (wanted(cell) != value(static_cast<CellIndex>(cell + step))) return false;
        return true;
    };
    return moved(1, from, static_cast<CellIndex>(to - 1)) || moved(-1, static_cast<CellIndex>(from + 1), to);
}

/// Every slip that explains some of the amendments.
std::vector<Plausibility::Option> Plausibility::options(std::span<const Amendment> amendments) const {
    std::vector<Option> all;
    for (std::size_t i = 0; i < amendments.size(); ++i) {
        all.push_back(single(amendments[i]));
        all.back().members = bit(i);
        std::uint32_t row = 0;
        for (std::size_t j = 0; j < amendments.size(); ++j) {
            const CellPlace &a = places_[amendments[i].cell], &b = places_[amendments[j].cell];
            if (a.block == b.block && a.row == b.row) row |= bit(j);
            Option option;
            if (j <= i || !pair(amendments[i], amendments[j], option)) continue;
            option.members = bit(i) | bit(j);
            all.push_back(option);
        }
        if ((row & (bit(i) - 1)) == 0 && shifted(amendments, row))
            all.push_back({FaultKind::row_shifted, weight_of(FaultKind::row_shifted).cost, row});
    }
    return all;
}

/// The amendments that slips of several cells tie to `first`, with it.
std::uint32_t Plausibility::tied(const std::vector<Option>& all, std::uint32_t first) {
    for (std::uint32_t before = 0; before != first;) {
        before = first;
        for (const Option& option : all)
            if ((option.members & first) != 0) first |= option.members;
    }
    return first;
}

/// The likeliest slips that explain each amendment of `part` once; the options are taken as they come where there are
/// too many amendments to try every combination.
void Plausibility::cover_part(const std::vector<Option>& all, std::uint32_t part, std::vector<Option>& chosen) {
    std::vector<Option> options;
    for (const Option& option : all)
        if ((option.members & part) != 0) options.push_back(option);
    if (options.size() == 1) return chosen.push_back(options.front());
    // Amendments by their rank within the part, so that sets of them can index a table.
    std::array<std::uint32_t, 32> rank{};
    std::uint32_t count = 0;
    for (std::uint32_t i = 0; i < 32; ++i)
        if ((part & bit(i)) != 0) rank[i] = count++;
    if (count > most_covered) {
        sort_by(options, [](const Option& a, const Option& b) {
            return (a.kind == FaultKind::row_shifted) > (b.kind == FaultKind::row_shifted);
        });
        for (const Option& option : options)
            if ((part & option.members) == option.members && (option.kind == FaultKind::row_shifted || (option.members & (option.members - 1)) == 0)) {
                chosen.push_back(option);
                part &= ~option.members;
            }
        return;
    }
    const auto ranked = [&](std::uint32_t members) {
        std::uint32_t result = 0;
        for (std::uint32_t i = 0; i < 32; ++i)
            if ((members & bit(i)) != 0) result |= bit(rank[i]);
        return result;
    };
    std::vector<std::uint32_t> members;
    for (const Option& option : options) members.push_back(ranked(option.members));

    constexpr int unreached = std::numeric_limits<int>::max();
    const std::uint32_t full = bit(count) - 1;
    std::vector<int> cost(full + 1, unreached);
    std::vector<std::size_t> by(full + 1, 0);
    cost[0] = 0;
    for (std::uint32_t set = 0; set < full; ++set) {
        if (cost[set] == unreached) continue;
        const std::uint32_t next = ~set & (set + 1);  // the first amendment not yet explained
        for (std::size_t i = 0; i < options.size(); ++i) {
            if ((members[i] & next) == 0 || (members[i] & set) != 0) continue;
            const std::uint32_t more = set | members[i];
            if (cost[set] + options[i].cost >= cost[more]) continue;
            cost[more] = cost[set] + options[i].cost;
            by[more] = i;
        }
    }
    const std::size_t begin = chosen.size();
    for (std::uint32_t set = full; set != 0; set &= ~members[by[set]]) chosen.push_back(options[by[set]]);
    std::reverse(chosen.begin() + static_cast<std::ptrdiff_t>(begin), chosen.end());
}

std::vector<Plausibility::Option> Plausibility::cover(std::span<const Amendment> amendments) const {
    const std::vector<Option> all = options(amendments);
    std::vector<Option> chosen;
    std::uint32_t covered = 0;
    for (std::size_t i = 0; i < amendments.size(); ++i) {
        if ((covered & bit(i)) != 0) continue;
        const std::uint32_t part = tied(all, bit(i));
        cover_part(all, part, chosen);
        covered |= part;
    }
    return chosen;
}

int Plausibility::prose(std::span<const Amendment> amendments, Appraisal* appraisal) const {
    int cost = 0;
    for (std::size_t i = 0; i < evidence_.size(); ++i) {
        std::int64_t before = 0, change = 0;
        for (const CellIndex cell : evidence_[i].cells) {
            before += value(cell);
            for (const Amendment& a : amendments)
                if (a.cell == cell) change += delta(a);
        }
        if (change == 0) continue;
        const bool agreed = before == evidence_[i].figure, agrees = before + change == evidence_[i].figure;
        cost += agreed ? prose_contradicts : agrees ? -prose_supports : 0;
        if (appraisal && agreed) appraisal->contradicting.push_back(i);
        if (appraisal && agrees) appraisal->supporting.push_back(i);
    }
    return cost;
}

int Plausibility::cost(std::span<const Amendment> amendments) const {
    int sum = prose(amendments, nullptr);
    for (const Option& option : cover(amendments)) sum += option.cost;
    return sum;
}

Appraisal Plausibility::appraise(std::span<const Amendment> amendments) const {
    Appraisal appraisal;
    appraisal.cost = prose(amendments, &appraisal);
    for (const Option& option : cover(amendments)) {
        appraisal.cost += option.cost;
        Fault& fault = appraisal.faults.emplace_back();
        fault.kind = option.kind;
        for (std::size_t i = 0; i < amendments.size(); ++i)
            if ((option.members & bit(i)) != 0) fault.members.push_back(i);
    }
    return appraisal;
}

}  // namespace nianbao
