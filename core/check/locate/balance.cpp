#include "core/check/locate/balance.hpp"

#include <algorithm>
#include <numeric>

namespace nianbao {
namespace {

/// One row of [relations × cells | identity] while the dependencies between relations are worked out.
struct Combination {
    std::vector<std::int64_t> cells;
    std::vector<std::int64_t> relations;
};

void subtract(Combination& from, const Combination& pivot, std::size_t column) {
    const std::int64_t a = from.cells[column], b = pivot.cells[column];
    const std::int64_t common = std::gcd(a, b), up = b / common, down = a / common;
    for (std::size_t i = column; i < from.cells.size(); ++i) from.cells[i] = from.cells[i] * up - pivot.cells[i] * down;
    for (std::size_t i = 0; i < from.relations.size(); ++i)
        from.relations[i] = from.relations[i] * up - pivot.relations[i] * down;
}

std::vector<Combination> combinations_of(const Model& model) {
    std::vector<Combination> rows;
    for (std::size_t r = 0; r < model.relations.size(); ++r) {
        Combination row{std::vector<std::int64_t>(model.cells.size(), 0),
                        std::vector<std::int64_t>(model.relations.size(), 0)};
        for (const ModelTerm& term : model.relations[r].terms) row.cells[term.cell] = term.coefficient;
        row.relations[r] = 1;
        rows.push_back(std::move(row));
    }
    return rows;
}

/// Odd constants that keep several balances apart in one number. A clash would only weaken the bound.
constexpr std::uint64_t mixers[] = {1, 0x9e3779b97f4a7c15ULL, 0xbf58476d1ce4e5b9ULL, 0x94d049bb133111ebULL};

/// The most disjoint balanced parts of `count` differences: each prefix of the best order that balances closes a part.
template <std::size_t most>
int most_parts(const std::array<std::uint64_t, most>& differences, std::size_t count) {
    constexpr std::size_t sets = std::size_t{1} << Balance::most_counted;
    std::array<std::uint64_t, sets> sum;
    std::array<std::uint8_t, sets> parts;
    sum[0] = parts[0] = 0;
    for (std::size_t set = 1; set < std::size_t{1} << count; ++set) {
        sum[set] = sum[set & (set - 1)] + differences[static_cast<std::size_t>(__builtin_ctzll(set))];
        std::uint8_t best = 0;
        for (std::size_t rest = set; rest != 0; rest &= rest - 1) best = std::max(best, parts[set & ~(rest & (~rest + 1))]);
        parts[set] = static_cast<std::uint8_t>(best + (sum[set] == 0 ? 1 : 0));
    }
    return parts[(std::size_t{1} << count) - 1];
}

/// Never fewer than the most parts: pairs that balance are taken out first, which costs no part; what is left is cut
/// into three and more.
template <std::size_t most>
int parts_bound(std::array<std::uint64_t, most>& differences, std::size_t count, std::int64_t& work) {
    int pairs = 0;
    for (std::size_t i = 0; i < count;) {
        std::size_t other = i + 1;
        while (other < count && differences[other] + differences[i] != 0) ++other;
        if (other == count) {
            ++i;
            continue;
        }
        ++pairs;
        differences[other] = differences[--count];
        differences[i] = differences[--count];
    }
    if (count <= 3) return pairs + (count > 0 ? 1 : 0);
    if (count <= Balance::most_counted) work += static_cast<std::int64_t>((std::size_t{1} << count) * count / 16);
    return pairs + (count <= Balance::most_counted ? most_parts(differences, count) : static_cast<int>(count / 3));
}

}  // namespace

Balance::Balance(const Model& model) : ends_(model.cells.size(), {0xff, 0xff}) {
    std::vector<std::string_view> names;
    for (std::size_t r = 0; r < model.relations.size() && usable_; ++r) {
        const ModelRelation& relation = model.relations[r];
        const auto found = std::find(names.begin(), names.end(), relation.place);
        const auto place = static_cast<std::uint8_t>(found - names.begin());
        if (found == names.end()) names.push_back(relation.place);
        place_.push_back(place);
        usable_ = names.size() <= most_places;
        for (const ModelTerm& term : relation.terms) {
            std::array<std::uint8_t, 2>& ends = ends_[term.cell];
            if (ends[0] == 0xff) ends = {place, place};
            else if (ends[0] != place && ends[1] == ends[0]) ends[1] = place;
            else if (ends[0] != place && ends[1] != place) usable_ = false;
        }
    }
    for (const std::array<std::uint8_t, 2>& ends : ends_) usable_ = usable_ && ends[0] != ends[1];
    places_ = names.size();
    for (std::size_t cell = 0; cell < ends_.size() && usable_; ++cell)
        for (const std::uint8_t place : ends_[cell]) cells_at_[place].add(cell);
    if (usable_) find_weights(model);
}

/// The combinations of relations in which every cell cancels out: what their residuals must add up to is nothing.
void Balance::find_weights(const Model& model) {
    weight_.assign(model.relations.size(), {});
    std::vector<Combination> rows = combinations_of(model);
    std::size_t next = 0;
    for (std::size_t column = 0; column < model.cells.size() && next < rows.size(); ++column) {
        std::size_t found = next;
        while (found < rows.size() && rows[found].cells[column] == 0) ++found;
        if (found == rows.size()) continue;
        std::swap(rows[next], rows[found]);
        for (std::size_t i = next + 1; i < rows.size(); ++i)
            if (rows[i].cells[column] != 0) subtract(rows[i], rows[next], column);
        ++next;
    }
    for (std::size_t i = next; i < rows.size() && i - next < most_balances; ++i)
        for (std::size_t r = 0; r < weight_.size(); ++r) weight_[r][i - next] = rows[i].relations[r];
    for (const Difference& weight : weight_) usable_ = usable_ && weight != Difference{};
}

/// A change pays where it links two parts that both lack something: what stands in a part that lacks nothing, or twice in
/// the same part, is costly.
void Balance::mark_costly(const std::array<std::uint8_t, most_places>& part,
                          const std::array<Difference, most_places>& difference, Bound& result) const {
    CellSet within;  // both ends in one part
    std::array<CellSet, most_places> once;
    for (std::size_t i = 0; i < places_; ++i) {
        CellSet& of_part = once[part[i]];
        within |= of_part & cells_at_[i];
        of_part |= cells_at_[i];
        if (difference[part[i]] != Difference{}) continue;
        result.very_costly |= result.costly & cells_at_[i];
        result.costly |= cells_at_[i];
    }
    result.costly |= within;
    result.very_costly -= within;
}

Balance::Bound Balance::bound(const std::int64_t* residual, CellSet loose) const {
    Bound result;
    if (!usable_) return result;
    result.work = 60;
    std::array<std::uint8_t, most_places> part;
    std::array<Difference, most_places> difference{};
    for (std::size_t i = 0; i < places_; ++i) part[i] = static_cast<std::uint8_t>(i);
    while (!loose.empty()) {
        const auto [a, b] = ends_[loose.take_first()];
        const std::uint8_t from = part[b], to = part[a];
        for (std::size_t i = 0; i < places_ && from != to; ++i)
            if (part[i] == from) part[i] = to;
    }
    for (std::size_t r = 0; r < weight_.size(); ++r)
        for (std::size_t i = 0; residual[r] != 0 && i < most_balances; ++i)
            difference[part[place_[r]]][i] += weight_[r][i] * residual[r];

    std::array<std::uint64_t, most_places> failing;
    std::size_t count = 0;
    for (std::size_t i = 0; i < places_; ++i) {
        if (difference[i] == Difference{}) continue;
        failing[count] = 0;
        for (std::size_t k = 0; k < most_balances; ++k) failing[count] += mixers[k] * static_cast<std::uint64_t>(difference[i][k]);
        ++count;
    }
    const auto places = static_cast<int>(count);
    result.needed = places - parts_bound(failing, count, result.work);
    mark_costly(part, difference, result);
    return result;
}

}  // namespace nianbao
