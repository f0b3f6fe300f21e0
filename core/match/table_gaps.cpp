// Rows between two found labels: undivided parents, labels matched by likeness, figures placed by count.
#include <algorithm>
#include <iterator>

#include "core/match/table_reader.hpp"
#include "core/text/similarity.hpp"

namespace nianbao {

namespace {

/// A row's figures and those of the lines below it in its table, line by line; lines of blanks are padding.
std::vector<std::vector<Figure>> lines_of(const std::vector<Figure>& figures, const RowSlots& row) {
    std::vector<std::vector<Figure>> lines(1);
    for (std::size_t i = 0; i < figures.size(); ++i) {
        const Figure& figure = figures[i];
        const bool below = figure.exact ? figure.row != (lines.back().empty() ? row.row : lines.back().back().row) : i > 0 && figure.starts_row;
        if (below) lines.emplace_back();
        lines.back().push_back(figure);
    }
    const auto padding = [](const std::vector<Figure>& line) { return count_filled(line) == 0; };
    lines.erase(std::remove_if(lines.begin() + 1, lines.end(), padding), lines.end());
    return lines;
}

/// The values of a row whose label is empty: figures in every column, or, where columns can be trusted, whatever stands
/// in those of the row above. Nothing but blanks may stand beside them, and something where the label was.
std::optional<std::vector<Figure>> values_of_line(const std::vector<Figure>& line, std::size_t expected, const std::vector<Figure>& above) {
    std::vector<Figure> values;
    if (line.front().exact) {
        for (const Figure& figure : line)
            if (std::any_of(above.begin(), above.end(), [&](const Figure& a) { return a.grid == figure.grid && a.column == figure.column; })) values.push_back(figure);
    } else {
        const auto first = std::find_if(line.begin(), line.end(), [](const Figure& f) { return !f.blank(); });
        if (first == line.begin() || first == line.end() || line.end() - first < static_cast<std::ptrdiff_t>(expected)) return std::nullopt;
        values.assign(first, first + static_cast<std::ptrdiff_t>(expected));
        if (count_filled(values) != expected) return std::nullopt;
    }
    const bool odd = std::any_of(values.begin(), values.end(), [](const Figure& f) { return f.kind == Slot::Kind::odd || f.loose || f.grid < 0; });
    if (odd || values.size() != expected || above.size() != expected || count_filled(values) == 0 || count_filled(values) != count_filled(line)) return std::nullopt;
    return values;
}

/// "合计", "（七）合计" for "（七）总计".
bool is_renamed_total(std::string_view text, const Item& row) {
    constexpr std::string_view total = "总计", other = "合计";
    const std::size_t at = row.printed.rfind(total);
    return at != std::string::npos && (text == other || text == row.printed.substr(0, at).append(other));
}

}  // namespace

std::vector<std::size_t> TableReader::missing_between(int before, int after) const {
    std::vector<std::size_t> missing;
    for (int i = before + 1; i < after; ++i)
        if (item(static_cast<std::size_t>(i)).is_row() && !rows_[static_cast<std::size_t>(i)].present() &&
            std::find(undivided_.begin(), undivided_.end(), static_cast<std::size_t>(i)) == undivided_.end())
            missing.push_back(static_cast<std::size_t>(i));
    return missing;
}

/// Rows of the form between two found labels: looks for them among the groups that stand there.
void TableReader::resolve(std::size_t index) {
    const int before = index == 0 ? -1 : chain_.links[index - 1].item;
    const int after = index == chain_.links.size() ? static_cast<int>(items_.size()) : chain_.links[index].item;
    const std::vector<std::size_t> missing = missing_between(before, after);
    if (missing.empty()) return;
    Segment& segment = segments_[index];
    std::vector<Group*> labelled;
    std::vector<Figure> orphans;
    for (std::size_t g = 0; g < segment.groups.size(); ++g) {
        Group& group = segment.groups[g];
        if (g > 0 && !group.unlabelled) {
            if (!group.figures.empty()) labelled.push_back(&group);
        } else if (g > 0) {
            orphans.insert(orphans.end(), group.figures.begin(), group.figures.end());
        }
    }
    match_groups(labelled, missing);
    take_by_place(index, labelled, missing);
    if (missing_between(before, after) != missing) return;
    const bool after_row = before >= 0 && item(static_cast<std::size_t>(before)).is_row();
    if (labelled.empty() && after_row && place_by_line(static_cast<std::size_t>(before), missing)) return;
    std::vector<Figure> figures = index > 0 ? segment.groups.front().figures : std::vector<Figure>{};
    if (!after_row && index > 0 && has_group_totals()) figures.clear();
    if (after_row && model_->values_of(rows_[static_cast<std::size_t>(before)].slots)) {
        place_by_count(orphans, missing, std::nullopt);
        return;
    }
    figures.insert(figures.end(), orphans.begin(), orphans.end());
    place_by_count(figures, missing, after_row ? std::optional<std::size_t>(static_cast<std::size_t>(before)) : std::nullopt);
}

/// Aligns groups with missing rows in order, so that the labels are as alike as possible.
void TableReader::match_groups(const std::vector<Group*>& groups, const std::vector<std::size_t>& missing) {
    constexpr std::size_t most = 64;
    const std::size_t k = std::min(groups.size(), most);
    const std::size_t n = missing.size();
    if (k == 0) return;
    const double enough = k == n ? 0.34 : 0.6;  // where the count agrees, the place confirms
    std::vector<double> alike(k * n, 0);
    std::vector<std::size_t> texts(k * n, 1);
    for (std::size_t g = 0; g < k; ++g) {
        // Where there are more rows than are due, one that bears another row's title is that row once more.
        const std::optional<Spelt> spelt = k != n ? spelt_by(*groups[g]) : std::nullopt;
        for (std::size_t r = 0; r < n; ++r)
            if (!spelt || spelt->item == missing[r]) alike[g * n + r] = likeness(*groups[g], item(missing[r]), texts[g * n + r]);
    }
    std::vector<double> best((k + 1) * (n + 1), 0);
    const auto at = [&](std::size_t g, std::size_t r) -> double& { return best[g * (n + 1) + r]; };
    for (std::size_t g = k; g-- > 0;)
        for (std::size_t r = n; r-- > 0;) {
            const double pair = alike[g * n + r] >= enough ? alike[g * n + r] + at(g + 1, r + 1) : 0;
            at(g, r) = std::max({at(g + 1, r), at(g, r + 1), pair});
        }
    for (std::size_t g = 0, r = 0; g < k && r < n;) {
        const double pair = alike[g * n + r] >= enough ? alike[g * n + r] + at(g + 1, r + 1) : 0;
        if (pair > 0 && pair >= at(g + 1, r) && pair >= at(g, r + 1)) {
            take_group(*groups[g], missing[r], texts[g * n + r], alike[g * n + r] >= 1);
            ++g;
            ++r;
        } else if (at(g + 1, r) >= at(g, r + 1)) {
            ++g;
        } else {
            ++r;
        }
    }
}

/// Rows that no label resembles, where as many rows of figures stand in their place: their titles were renamed, or cut short.
void TableReader::take_by_place(std::size_t segment, const std::vector<Group*>& groups, const std::vector<std::size_t>& missing) {
    std::size_t g = 0;
    std::size_t r = 0;
    while (r < missing.size()) {
        std::vector<Group*> between;
        std::vector<std::size_t> rows;
        const bool begins = segment == 0 && g == 0;
        for (; g < groups.size() && !groups[g]->taken; ++g)
            if (!spelt_by(*groups[g])) between.push_back(groups[g]);
        for (; r < missing.size() && !rows_[missing[r]].present(); ++r) rows.push_back(missing[r]);
        const bool ends = segment + 1 == segments_.size() && g == groups.size();
        const auto surplus = static_cast<std::ptrdiff_t>(between.size()) - static_cast<std::ptrdiff_t>(rows.size());
        // Before the first known label and behind the last one the table's own rows are those next to it.
        if (surplus > 0 && begins) between.erase(between.begin(), between.begin() + surplus);
        if (surplus > 0 && ends) between.resize(rows.size());
        bool all = between.size() == rows.size();
        for (std::size_t i = 0; all && i < rows.size(); ++i)
            all = may_be(*between[i], rows[i]) && (!(begins || ends) || is_beside(*between[i], segment));
        for (std::size_t i = 0; all && i < rows.size(); ++i) take_group(*between[i], rows[i], 1, false);
        ++g;
        ++r;
    }
}

/// Whether a row of figures in a row's place may be that row under another title: it has all its values, its number if it
/// has one, and is no sum.
bool TableReader::may_be(const Group& group, std::size_t i) const {
    const std::string_view title = m_.slots.fold_of(group.texts.back());
    const std::string_view number = leading_numerals(title);
    const std::string_view own = leading_numerals(item(i).printed);
    if (speaks_of_sums(title) || (!number.empty() && !own.empty() && number != own)) return false;
    const RowSlots row = row_of(group, i, 1);
    return count_filled(row.figures) > 0 && model_->values_of(row).has_value();
}

/// Whether a group stands in the same table as the label next to its segment.
bool TableReader::is_beside(const Group& group, std::size_t segment) const {
    const Occurrence& label = segment == 0 ? chain_.links.front() : chain_.links.back();
    return slot(group.texts.back()).grid == slot(label.last).grid;
}

double TableReader::likeness(const Group& group, const Item& row, std::size_t& texts) const {
    constexpr double renamed = 0.7;
    double best = 0;
    std::string text;
    for (std::size_t k = 1; k <= std::min(most_label_texts, group.texts.size()); ++k) {
        text.insert(0, m_.slots.fold_of(group.texts[group.texts.size() - k]));
        const bool is_total = is_renamed_total(text, row);
        if (speaks_of_sums(text) && !is_total) return 0;
        double now = is_total ? renamed : similarity(text, row.printed);
        for (const std::string& spelling : row.spellings)
            if (spelling == text) now = 1;
        if (now <= best) continue;
        best = now;
        texts = k;
    }
    return best;
}

void TableReader::take_group(Group& group, std::size_t i, std::size_t texts, bool exact) {
    group.taken = true;
    FoundRow& row = rows_[i];
    row.labelled = true;
    row.loose = !exact;
    for (std::size_t k = group.texts.size() - texts; k < group.texts.size(); ++k) row.label.push_back(slot(group.texts[k]).span);
    row.slots = row_of(group, i, texts);
}

/// A group as a row of the form, its label the last so many texts.
RowSlots TableReader::row_of(const Group& group, std::size_t i, std::size_t texts) const {
    RowSlots row;
    row.figures = group.figures;
    row.ends = group.ends;
    row.expected = expected(i);
    row.label_columns = item(i).label_columns;
    measure_label(row, group.texts[group.texts.size() - texts], group.texts.back());
    return row;
}

/// Rows of figures below a row's own, each with an empty label: the missing rows, where there are as many of them.
bool TableReader::place_by_line(std::size_t before, const std::vector<std::size_t>& missing) {
    RowSlots own = rows_[before].slots;
    const std::vector<std::vector<Figure>> lines = lines_of(own.figures, own);
    if (lines.size() != missing.size() + 1) return false;
    own.figures = lines.front();
    own.ends = true;
    const std::optional<std::vector<Figure>> above = model_->values_of(own);
    if (!above) return false;
    std::vector<std::vector<Figure>> taken;
    for (std::size_t k = 0; k < missing.size(); ++k) {
        std::optional<std::vector<Figure>> values = values_of_line(lines[k + 1], expected(missing[k]), *above);
        if (!values) return false;
        taken.push_back(std::move(*values));
    }
    rows_[before].slots = std::move(own);
    for (std::size_t k = 0; k < missing.size(); ++k) {
        FoundRow& row = rows_[missing[k]];
        row.values = std::move(taken[k]);
        row.placed = true;
        row.loose = true;
    }
    return true;
}

/// Figures without labels are the missing rows' where they are exactly as many as those need, each row unbroken.
/// `first` is the row before them, which shares them.
void TableReader::place_by_count(std::vector<Figure> figures, const std::vector<std::size_t>& missing, std::optional<std::size_t> first) {
    std::vector<std::size_t> rows;
    if (first) rows.push_back(*first);
    rows.insert(rows.end(), missing.begin(), missing.end());
    std::vector<std::vector<Figure>> taken;
    std::size_t at = 0;
    for (const std::size_t i : rows) {
        while (at < figures.size() && figures[at].blank()) ++at;
        const std::size_t n = expected(i);
        if (at + n > figures.size()) return;
        for (std::size_t k = at; k < at + n; ++k)
            if (figures[k].blank() || figures[k].kind == Slot::Kind::odd || figures[k].loose || (k > at && figures[k].grid >= 0 && figures[k].starts_row) || figures[k].grid != figures[at].grid) return;
        taken.emplace_back(figures.begin() + static_cast<std::ptrdiff_t>(at), figures.begin() + static_cast<std::ptrdiff_t>(at + n));
        at += n;
    }
    while (at < figures.size() && figures[at].blank()) ++at;
    if (at != figures.size()) return;
    for (std::size_t k = 0; k < rows.size(); ++k) {
        FoundRow& row = rows_[rows[k]];
        row.values = std::move(taken[k]);
        if (first && k == 0) continue;
        row.placed = true;
        row.loose = true;
    }
}

bool speaks_of_sums(std::string_view folded) {
    constexpr std::string_view words[] = {"小计", "合计", "总数"};
    return std::any_of(std::begin(words), std::end(words), [&](std::string_view w) { return folded.find(w) != std::string_view::npos; });
}

/// Whether parents have figures of their own beside those of their rows.
bool TableReader::has_group_totals() const {
    for (std::size_t i = 0; i + 1 < chain_.links.size(); ++i) {
        const auto parent = static_cast<std::size_t>(chain_.links[i].item);
        const bool row_follows = chain_.links[i + 1].item == chain_.links[i].item + 1;
        if (!item(parent).is_row() && row_follows && count_filled(segments_[i + 1].groups.front().figures) > 0) return true;
    }
    return false;
}

/// A parent with a row of figures and none of its own rows: "（六）其他处理" undivided. Its figures are its last row's.
void TableReader::read_undivided() {
    for (std::size_t i = 0; i < chain_.links.size(); ++i) {
        const auto parent = static_cast<std::size_t>(chain_.links[i].item);
        if (item(parent).is_row() || table_ != Table::three) continue;
        std::vector<std::size_t> own;
        for (std::size_t r = parent + 1; r < items_.size() && item(r).is_row(); ++r)
            if (item(r).block->rows[static_cast<std::size_t>(item(r).row)].group == item(parent).label) own.push_back(r);
        const Group& group = segments_[i + 1].groups.front();
        if (own.size() < 2 || item(own.back()).label != "3.其他") continue;
        if (std::any_of(own.begin(), own.end(), [&](std::size_t r) { return rows_[r].labelled; }) || group.figures.size() < expected(parent)) continue;
        FoundRow row;
        row.labelled = true;
        row.slots.figures = group.figures;
        row.slots.ends = group.ends;
        row.slots.expected = expected(parent);
        row.slots.label_columns = 2;
        measure_label(row.slots, chain_.links[i].first, chain_.links[i].last);
        if (!model_->values_of(row.slots)) continue;
        rows_[own.back()] = row;
        own.pop_back();
        undivided_ = own;
    }
}

}  // namespace nianbao
