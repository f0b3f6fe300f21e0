#include "core/match/table.hpp"

#include <algorithm>
#include <optional>

#include "core/match/heads.hpp"
#include "core/match/segments.hpp"
#include "core/text/fold.hpp"
#include "core/text/number.hpp"

namespace nianbao {

namespace {

/// A row of the form and what was found of it.
struct FoundRow {
    bool labelled = false;   ///< its label was found, exactly or nearly
    bool loose = false;      ///< not spelt as the form or an accepted variant has it
    bool placed = false;     ///< values without a label, taken by place and count
    std::vector<Span> label;
    RowSlots slots;
    std::optional<std::vector<Figure>> values;

    bool present() const { return labelled || placed; }
};

Span span_of(const std::vector<Figure>& figures) {
    Span span;
    for (const Figure& figure : figures) {
        if (figure.blank()) continue;
        if (span.empty()) span = figure.span;
        span.end = std::max(span.end, figure.span.end);
    }
    return span;
}

bool speaks_of_sums(std::string_view folded) {
    constexpr std::string_view words[] = {"小计", "合计", "总数"};
    return std::any_of(std::begin(words), std::end(words), [&](std::string_view w) { return folded.find(w) != std::string_view::npos; });
}

class TableReader {
  public:
    TableReader(Matching& matching, Table table, const std::vector<Item>& items, const Chain& chain, Range range)
        : m_(matching), table_(table), items_(items), chain_(chain), range_(range), heads_(matching.form, table), rows_(items.size()) {}

    void read();

  private:
    const Slot& slot(std::size_t s) const { return m_.slots.list[s]; }
    const Item& item(std::size_t i) const { return items_[i]; }
    std::size_t expected(std::size_t i) const { return columns_ > 0 ? columns_ : items_[i].block->columns.size(); }

    void read_segments();
    void anchor(const Occurrence& link, std::size_t next_begin);
    std::size_t extend_label(const Occurrence& link, std::size_t end, std::string& label) const;
    std::vector<Figure> figures_in_label(const Occurrence& link) const;
    void measure_label(RowSlots& row, std::size_t first, std::size_t last) const;
    void resolve(std::size_t segment);
    std::vector<std::size_t> missing_between(int before, int after) const;
    void match_groups(const std::vector<Group*>& groups, const std::vector<std::size_t>& missing);
    double likeness(const Group& group, const Item& item, std::size_t& texts) const;
    void take_group(const Group& group, std::size_t item, std::size_t texts, bool exact);
    void place_by_count(std::vector<Figure> figures, const std::vector<std::size_t>& rows, std::optional<std::size_t> first);
    bool has_group_totals() const;
    void read_undivided();
    void fill();
    void drop_subtotal(std::vector<Figure>& values) const;
    void mark_unread();
    void report_loose();
    std::vector<CellIndex> cells(std::size_t i) const { return cells_of_row(m_.form, *items_[i].block, items_[i].row); }

    Matching& m_;
    Table table_;
    const std::vector<Item>& items_;
    const Chain& chain_;
    Range range_;
    HeadWords heads_;
    std::vector<FoundRow> rows_;          ///< parallel to items_
    std::vector<Segment> segments_;       ///< segments_[i] stands before link i; the last one after the last link
    std::size_t columns_ = 0;             ///< 8 where the head has a subtotal column, else 0
    std::size_t subtotal_ = 0;            ///< its place among the eight
    std::optional<RowModel> model_;
    std::vector<std::size_t> undivided_;  ///< items without rows of their own because their parent is one row
};

void TableReader::read() {
    if (table_ == Table::three) {
        const Subtotal subtotal = find_subtotal(m_, {range_.begin, chain_.links.front().first});
        columns_ = subtotal.found ? 8 : 0;
        subtotal_ = subtotal.place;
    }
    read_segments();
    std::vector<RowSlots> shapes;
    for (std::size_t i = 0; i < items_.size(); ++i)
        if (rows_[i].labelled) shapes.push_back(rows_[i].slots);
    model_.emplace(shapes);
    if (columns_ == 0) {
        const ExactColumns exact = find_exact_columns(m_, *items_.front().block, {range_.begin, chain_.links.front().first});
        model_->set_columns(exact.columns, exact.grid);
    }
    read_undivided();
    for (std::size_t i = 0; i < segments_.size(); ++i) resolve(i);
    fill();
}

void TableReader::read_segments() {
    const Occurrence& first = chain_.links.front();
    segments_.push_back(read_segment(m_.slots, range_.begin, first.first, {}, heads_, false, 0));
    for (std::size_t i = 0; i < chain_.links.size(); ++i) {
        const bool last = i + 1 == chain_.links.size();
        anchor(chain_.links[i], last ? range_.end : chain_.links[i + 1].first);
    }
}

/// The row's label and the segment after it.
void TableReader::anchor(const Occurrence& link, std::size_t end) {
    const auto i = static_cast<std::size_t>(link.item);
    std::string label(m_.slots.folded, link.fold_begin, (link.whole ? link.fold_end : slot(link.last).fold_end) - link.fold_begin);
    const std::size_t last = extend_label(link, end, label);
    if (item(i).is_row()) {
        FoundRow& row = rows_[i];
        row.labelled = true;
        row.loose = !link.whole || !link.printed || last != link.last;
        for (std::size_t s = link.first; s <= last; ++s)
            if (slot(s).is_text() || slot(s).kind == Slot::Kind::odd) row.label.push_back(slot(s).span);
    }
    std::vector<Figure> own = last == link.last ? figures_in_label(link) : std::vector<Figure>{};
    if (!own.empty() && item(i).is_row()) {
        Span& span = rows_[i].label.back();
        span.end = own.front().span.begin;
        span.end = span.begin + static_cast<std::uint32_t>(trim(slice(m_.document.text, span)).size());
    }
    segments_.push_back(read_segment(m_.slots, std::min(last + 1, end), end, std::move(own), heads_, table_ == Table::three, expected(i)));
    if (!item(i).is_row()) return;
    RowSlots& slots = rows_[i].slots;
    slots.figures = segments_.back().groups.front().figures;
    slots.expected = expected(i);
    slots.label_columns = item(i).label_columns;
    measure_label(slots, link.first, last);
}

/// A label that does not end as printed may go on in the next slots.
std::size_t TableReader::extend_label(const Occurrence& link, std::size_t end, std::string& label) const {
    const std::string& printed = item(static_cast<std::size_t>(link.item)).printed;
    std::size_t last = link.last;
    if (label.size() >= printed.size()) return last;
    double best = similarity(label, printed);
    std::string longer = label;
    for (std::size_t s = last + 1; s < end && s <= link.last + 3 && slot(s).kind == Slot::Kind::text; ++s) {
        longer += m_.slots.fold_of(s);
        const double now = similarity(longer, printed);
        if (now <= best || now < 0.6) break;
        best = now;
        last = s;
        label = longer;
    }
    return last;
}

/// Figures in the label's own slot: "规章 0 0 0" in one paragraph or cell.
std::vector<Figure> TableReader::figures_in_label(const Occurrence& link) const {
    const Slot& own = slot(link.last);
    std::vector<Figure> figures;
    if (!link.whole || link.fold_end >= own.fold_end) return figures;
    const std::string_view text = slice(m_.document.text, own.span);
    std::uint32_t at = original_length(text, link.fold_end - own.fold_begin);
    while (at < text.size()) {
        const CodePoint c = decode_at(text, at);
        const bool figure_begins = fold(text.substr(at, c.length)).size() == 1 || c.value == '-' || c.value == '+' || c.value == 0xFF0D;
        if (figures.empty() && !figure_begins && !is_space(c.value)) {
            at += c.length;  // a bracket or colon after the label
            continue;
        }
        if (is_space(c.value)) {
            at += c.length;
            continue;
        }
        const std::uint32_t begin = at;
        while (at < text.size() && !is_space(decode_at(text, at).value)) at += decode_at(text, at).length;
        Figure figure = figure_of(own);
        figure.starts_row = false;
        figure.exact = false;
        figure.span = {own.span.begin + begin, own.span.begin + at};
        const Reading reading = read_number(text.substr(begin, at - begin)).reading;
        if (reading == Reading::not_a_number && figures.empty()) return {};
        figure.kind = reading == Reading::number ? Slot::Kind::number : reading == Reading::blank ? Slot::Kind::blank : Slot::Kind::odd;
        figures.push_back(figure);
    }
    return figures;
}

/// Where the label's row begins: label slots before the leaf (a head above is none), and merged cells' blanks before those.
void TableReader::measure_label(RowSlots& row, std::size_t first, std::size_t last) const {
    const Slot& leaf = slot(last);
    row.grid = leaf.grid;
    row.row = leaf.row;
    row.column = leaf.column;
    row.exact = leaf.exact;
    row.labels = static_cast<int>(last - first + 1);
    row.lead = 0;
    std::size_t s = first;
    while (s > 0 && !slot(s).starts_row && slot(s - 1).kind == Slot::Kind::text && !heads_.contains(m_.slots.fold_of(s - 1))) {
        --s;
        ++row.labels;
    }
    if (slot(s).starts_row) return;
    int blanks = 0;
    while (s > 0 && !slot(s).starts_row && slot(s - 1).kind == Slot::Kind::blank) {
        --s;
        ++blanks;
    }
    if (slot(s).starts_row) row.lead = blanks;
}

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
    if (missing_between(before, after) != missing) return;
    const bool after_row = before >= 0 && item(static_cast<std::size_t>(before)).is_row();
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
    for (std::size_t g = 0; g < k; ++g)
        for (std::size_t r = 0; r < n; ++r) alike[g * n + r] = likeness(*groups[g], item(missing[r]), texts[g * n + r]);
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

double TableReader::likeness(const Group& group, const Item& row, std::size_t& texts) const {
    double best = 0;
    std::string text;
    for (std::size_t k = 1; k <= std::min<std::size_t>(4, group.texts.size()); ++k) {
        text.insert(0, m_.slots.fold_of(group.texts[group.texts.size() - k]));
        if (speaks_of_sums(text)) return 0;
        double now = similarity(text, row.printed);
        for (const std::string& spelling : row.spellings)
            if (spelling == text) now = 1;
        if (now <= best) continue;
        best = now;
        texts = k;
    }
    return best;
}

void TableReader::take_group(const Group& group, std::size_t i, std::size_t texts, bool exact) {
    FoundRow& row = rows_[i];
    row.labelled = true;
    row.loose = !exact;
    for (std::size_t k = group.texts.size() - texts; k < group.texts.size(); ++k) row.label.push_back(slot(group.texts[k]).span);
    row.slots.figures = group.figures;
    row.slots.expected = expected(i);
    row.slots.label_columns = item(i).label_columns;
    measure_label(row.slots, group.texts[group.texts.size() - texts], group.texts.back());
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
            if (figures[k].blank() || (k > at && figures[k].grid >= 0 && figures[k].starts_row) || figures[k].grid != figures[at].grid) return;
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

/// Whether parents have figures of their own beside those of their rows.
bool TableReader::has_group_totals() const {
    for (std::size_t i = 0; i + 1 < chain_.links.size(); ++i) {
        const auto parent = static_cast<std::size_t>(chain_.links[i].item);
        const bool row_follows = chain_.links[i + 1].item == chain_.links[i].item + 1;
        if (!item(parent).is_row() && row_follows && !segments_[i + 1].groups.front().figures.empty() &&
            std::any_of(segments_[i + 1].groups.front().figures.begin(), segments_[i + 1].groups.front().figures.end(),
                        [](const Figure& f) { return !f.blank(); }))
            return true;
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
        if (own.size() < 2 || item(own.back()).printed != fold_label("3.其他")) continue;
        if (std::any_of(own.begin(), own.end(), [&](std::size_t r) { return rows_[r].labelled; }) || group.figures.size() < expected(parent)) continue;
        FoundRow row;
        row.labelled = true;
        row.slots.figures = group.figures;
        row.slots.expected = expected(parent);
        row.slots.label_columns = 2;
        measure_label(row.slots, chain_.links[i].first, chain_.links[i].last);
        if (!model_->values_of(row.slots)) continue;
        rows_[own.back()] = row;
        own.pop_back();
        undivided_ = own;
    }
}

void TableReader::fill() {
    for (std::size_t i = 0; i < items_.size(); ++i) {
        FoundRow& row = rows_[i];
        if (!item(i).is_row() || !row.present()) continue;
        if (!row.values) row.values = model_->values_of(row.slots);
        if (!row.values) continue;
        drop_subtotal(*row.values);
        const std::vector<CellIndex> own = cells(i);
        for (std::size_t c = 0; c < own.size(); ++c) fill_cell(m_, own[c], (*row.values)[c]);
    }
    mark_unread();
    report_loose();
}

void TableReader::drop_subtotal(std::vector<Figure>& values) const {
    if (columns_ > 0) values.erase(values.begin() + static_cast<std::ptrdiff_t>(subtotal_));
}

void TableReader::report_loose() {
    for (std::size_t i = 0; i < items_.size(); ++i) {
        const FoundRow& row = rows_[i];
        if (!row.present() || !row.loose) continue;
        Span place = row.label.empty() ? Span{} : Span{row.label.front().begin, row.label.back().end};
        if (row.label.empty() && row.values) place.begin = place.end = span_of(*row.values).begin;
        Observation loose{"label-altered", cells(i), {place}, {std::string(slice(m_.document.text, place)), std::string(item(i).label)}};
        m_.report.observations.push_back(std::move(loose));
    }
}

void TableReader::mark_unread() {
    for (std::size_t i = 0; i < items_.size(); ++i) {
        const FoundRow& row = rows_[i];
        if (!row.present() || row.values) continue;
        Span place = span_of(row.slots.figures);
        if (place.empty() && !row.label.empty()) place = row.label.back();
        mark_unreadable(m_, cells(i), place);
    }
}

}  // namespace

void read_table(Matching& matching, Table table, const std::vector<Item>& items, const Chain& chain, Range range) {
    TableReader(matching, table, items, chain, range).read();
}

std::vector<CellIndex> cells_of_row(const Form& form, const FormBlock& block, int row) {
    std::vector<CellIndex> own;
    const std::vector<FormCell>& all = cells_of(form);
    const Row* wanted = &block.rows[static_cast<std::size_t>(row)];
    for (std::size_t i = 0; i < all.size(); ++i)
        if (all[i].block == &block && all[i].row == wanted) own.push_back(static_cast<CellIndex>(i));
    return own;
}

void fill_cell(Matching& matching, CellIndex cell, const Figure& figure) {
    CellValue& value = matching.report.cells[cell];
    const NumberText number = read_number(slice(matching.document.text, figure.span));
    value.span = figure.span;
    value.reading = number.reading;
    value.value = number.value;
    value.unit = number.unit;
    value.remark = number.remark;
}

void mark_unreadable(Matching& matching, const std::vector<CellIndex>& cells, Span place) {
    for (const CellIndex cell : cells) {
        CellValue& value = matching.report.cells[cell];
        value = CellValue{};
        value.span = place;
        value.reading = Reading::unreadable;
    }
}

}  // namespace nianbao
