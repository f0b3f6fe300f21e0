#include "core/match/table.hpp"

#include <algorithm>
#include <numeric>

#include "core/match/table_reader.hpp"
#include "core/text/fold.hpp"
#include "core/text/number.hpp"
#include "core/text/similarity.hpp"

namespace nianbao {

void TableReader::read() {
    lacks_title_ = lacks_title();
    read_columns();
    std::vector<RowSlots> shapes;
    for (std::size_t i = 0; i < items_.size(); ++i)
        if (rows_[i].labelled) shapes.push_back(rows_[i].slots);
    model_.emplace(shapes);
    if (columns_ == 0) find_exact_columns();
    read_undivided();
    for (std::size_t i = 0; i < segments_.size(); ++i) resolve(i);
    read_extra();
    fill();
}

void TableReader::read_segments() {
    const Occurrence& first = chain_.links.front();
    segments_.push_back(read_segment(m_.slots, range_.begin, first.first, {}, heads_, false, 0, false));
    for (std::size_t i = 0; i < chain_.links.size(); ++i) {
        const bool last = i + 1 == chain_.links.size();
        anchor(chain_.links[i], last ? range_.end : chain_.links[i + 1].first);
    }
    for (std::size_t i = 0; i < chain_.links.size(); ++i)
        if (shares_label(i)) rows_[static_cast<std::size_t>(chain_.links[i].item)].slots.figures.clear();
}

/// Two rows' labels in one slot, as a PDF's cells run together: whose the figures after it are can't be said.
bool TableReader::shares_label(std::size_t index) const {
    const Occurrence& link = chain_.links[index];
    const auto is_row = [&](std::size_t i) { return item(static_cast<std::size_t>(chain_.links[i].item)).is_row(); };
    if (!is_row(index)) return false;
    if (index > 0 && is_row(index - 1) && chain_.links[index - 1].last == link.first && segments_[index].groups.front().figures.empty()) return true;
    if (index + 1 < chain_.links.size() && is_row(index + 1) && chain_.links[index + 1].first == link.last && segments_[index + 1].groups.front().figures.empty()) return true;
    if (is_explained(link)) return false;
    const std::string_view rest = std::string_view(m_.slots.folded).substr(link.fold_end, slot(link.last).fold_end - link.fold_end);
    constexpr std::size_t telling = 12;
    return !link.whole && std::any_of(items_.begin(), items_.end(), [&](const Item& other) {
        const std::string& core = other.spellings.back();
        return other.is_row() && &other != &item(static_cast<std::size_t>(link.item)) && core.size() >= telling && rest.find(core) != std::string_view::npos;
    });
}

/// What stands behind the label in its slot explains it: "规章（…）", "规章：…". "（二）" begins another label.
bool TableReader::is_explained(const Occurrence& link) const {
    constexpr std::string_view openings[] = {"（", "(", "：", ":"};
    constexpr std::size_t longest_number = 9;  // "（二）"
    const Slot& own = slot(link.last);
    if (link.fold_end >= own.fold_end) return false;
    const std::string_view text = slice(m_.document.text, own.span);
    const std::string_view rest = trim(text.substr(original_length(text, link.fold_end - own.fold_begin)));
    const bool opens = std::any_of(std::begin(openings), std::end(openings), [&](std::string_view mark) { return rest.starts_with(mark); });
    const std::string_view begin = rest.substr(0, longest_number);
    return opens && begin.find("）") == std::string_view::npos && begin.find(')') == std::string_view::npos;
}

/// Of the slots from `s` on, those that hold an explanation in brackets, in a line or piece of its own; 0 for "（二）…".
std::size_t TableReader::count_explanation(std::size_t s, std::size_t end) const {
    constexpr std::size_t most_slots = 3, longest_number = 9;
    for (std::size_t count = 1; count <= most_slots && s + count <= end; ++count) {
        const Slot& last = slot(s + count - 1);
        if (last.kind != Slot::Kind::text || last.exact) return 0;
        const std::string_view text = trim(slice(m_.document.text, {slot(s).span.begin, last.span.end}));
        if (!text.starts_with("（") && !text.starts_with("(")) return 0;
        const std::size_t closed = std::min(text.find("）"), text.find(')'));
        if (closed < longest_number && (closed <= std::string_view("（二").size() || count > 1)) return 0;
        if (text.ends_with("）") || text.ends_with(")")) return closed < longest_number && closed + 3 < text.size() ? 0 : count;
    }
    return 0;
}

/// The row's label and the segment after it.
void TableReader::anchor(const Occurrence& link, std::size_t end) {
    const auto i = static_cast<std::size_t>(link.item);
    std::string label(m_.slots.folded, link.fold_begin, (link.whole ? link.fold_end : slot(link.last).fold_end) - link.fold_begin);
    const std::size_t last = extend_label(link, end, label);
    if (item(i).is_row()) {
        FoundRow& row = rows_[i];
        row.labelled = true;
        row.loose = (!link.whole && !is_explained(link)) || !link.printed || last != link.last;
        for (std::size_t s = link.first; s <= last; ++s)
            if (slot(s).is_text() || slot(s).kind == Slot::Kind::odd) row.label.push_back(slot(s).span);
    }
    std::vector<Figure> own = last == link.last ? figures_in_label(link) : std::vector<Figure>{};
    if (!own.empty() && item(i).is_row()) {
        Span& span = rows_[i].label.back();
        span = trimmed(m_.document.text, span.begin, own.front().span.begin);
    }
    const std::size_t values = last + 1 + (item(i).is_row() && own.empty() ? count_explanation(last + 1, end) : 0);
    segments_.push_back(read_segment(m_.slots, std::min(values, end), end, std::move(own), heads_, table_ == Table::three, expected(i), !item(i).is_row()));
    if (!item(i).is_row()) return;
    RowSlots& slots = rows_[i].slots;
    slots.figures = segments_.back().groups.front().figures;
    slots.ends = segments_.back().groups.front().ends;
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
        while (at < text.size() && !parts_words(decode_at(text, at).value)) at += decode_at(text, at).length;
        Figure figure = figure_of(own);
        figure.starts_row = false;
        figure.exact = false;
        figure.span = {own.span.begin + begin, own.span.begin + at};
        const Reading reading = read_number(text.substr(begin, at - begin)).reading;
        if (reading == Reading::not_a_number && figures.empty()) return {};
        figure.kind = reading == Reading::number ? Slot::Kind::number : reading == Reading::blank ? Slot::Kind::stroke : Slot::Kind::odd;
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
    row.open = leaf.loose;
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

/// Text that shows no columns: a blank total after a figure that sums up those before it. Either the total was forgotten,
/// or one of the others is lost and the total stands a place too early; no relation of the row would show that.
bool TableReader::may_have_slipped(const std::vector<Figure>& values) const {
    if (table_ != Table::three || columns_ > 0 || values.front().exact || !values.back().blank()) return false;
    Decimal sum, last;
    for (const Figure& figure : values) {
        if (figure.blank()) continue;
        sum = sum + last;
        last = value_of(m_, figure).value;
    }
    return sum == last && last != Decimal{};
}

/// The head lacks the title of a column. If the column went with it, a blank at an edge of a row's values is a merged cell's
/// place, and the values are others'.
bool TableReader::may_lack_column(const std::vector<Figure>& values) const {
    if (!lacks_title_ || (!values.front().blank() && !values.back().blank())) return false;
    return std::any_of(values.begin(), values.end(), [](const Figure& f) { return !f.blank(); });
}

/// Whether the head was found to lack the title of one of table three's columns.
bool TableReader::lacks_title() const {
    if (table_ != Table::three) return false;
    const FormBlock& block = *items_.front().block;
    const auto is_column_missed = [&](const Observation& o) {
        return o.rule == "header-altered" && o.details.front().empty() && o.cells.size() == block.rows.size() && cells_of(m_.form)[o.cells.front()].block == &block;
    };
    return std::any_of(m_.report.observations.begin(), m_.report.observations.end(), is_column_missed);
}

/// Whether the row found before has a title alone: whose the figures behind both titles are can't be told by place.
bool TableReader::follows_bare_label(std::size_t i) const {
    while (i-- > 0)
        if (item(i).is_row() && rows_[i].present()) return rows_[i].slots.figures.empty();
    return false;
}

/// Figures in lines without delimiters that do not add up, beside a title that is cut, goes on below lines of single figures or
/// follows one without figures, or under a head whose columns are unclear: a blank has left no trace among them, or a line is
/// out of order.
bool TableReader::may_be_scattered(const FoundRow& row) const {
    const std::vector<Figure>& values = *row.values;
    if (table_ != Table::three || columns_ > 0 || values.front().grid >= 0) return false;
    Decimal sum;
    for (std::size_t i = 0; i + 1 < values.size(); ++i) sum = sum + value_of(m_, values[i]).value;
    if (sum == value_of(m_, values.back()).value) return false;
    const bool on_one_line = std::none_of(values.begin() + 1, values.end(), [](const Figure& f) { return f.starts_row; });
    const bool goes_on_below = !row.label.empty() && row.label.back().begin > values.front().span.begin;
    const auto index = static_cast<std::size_t>(&row - rows_.data());
    if (unclear_subtotal_ || (goes_on_below && !on_one_line) || follows_bare_label(index)) return true;
    std::string label;
    for (const Span& span : row.label) label += fold_label(slice(m_.document.text, span));
    const Item& own = item(index);
    const bool is_variant = std::find(own.spellings.begin(), own.spellings.end(), label) != own.spellings.end();
    return !label.empty() && !is_variant && label.size() < own.printed.size() && own.printed.compare(0, label.size(), label) == 0;
}

/// Where hardly a row of a text without delimiters can be read, its lines are out of order: figures behind a title that is not
/// as printed are anybody's.
void TableReader::drop_scattered() {
    constexpr std::size_t hardly = 4;
    std::size_t present = 0, read = 0;
    for (const FoundRow& row : rows_) {
        present += row.present() ? 1 : 0;
        read += row.values ? 1 : 0;
    }
    if (read * hardly > present) return;
    for (FoundRow& row : rows_)
        if (row.loose && row.values && row.values->front().grid < 0) row.values.reset();
}

void TableReader::fill() {
    for (std::size_t i = 0; i < items_.size(); ++i) {
        FoundRow& row = rows_[i];
        if (!item(i).is_row() || !row.present()) continue;
        if (!row.values) row.values = model_->values_of(row.slots);
        if (row.values && (may_have_slipped(*row.values) || may_lack_column(*row.values) || may_be_scattered(row))) row.values.reset();
    }
    drop_scattered();
    for (std::size_t i = 0; i < items_.size(); ++i) {
        FoundRow& row = rows_[i];
        if (!item(i).is_row() || !row.present() || !row.values) continue;
        const std::vector<CellIndex> own = cells(i);
        take_subtotal(*row.values, own);
        for (std::size_t c = 0; c < own.size(); ++c) fill_cell(m_, own[c], (*row.values)[c]);
    }
    mark_unread();
    report_loose();
    read_group_totals();
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

void read_table(Matching& matching, Table table, const std::vector<Item>& items, const Chain& chain, Range range) {
    TableReader(matching, table, items, chain, range).read();
}

std::vector<CellIndex> cells_of_row(const Form& form, const FormBlock& block, int row) {
    std::size_t first = static_cast<std::size_t>(row) * block.columns.size();
    for (const FormBlock& before : form.blocks) {
        if (&before == &block) break;
        first += before.rows.size() * before.columns.size();
    }
    std::vector<CellIndex> own(block.columns.size());
    std::iota(own.begin(), own.end(), static_cast<CellIndex>(first));
    return own;
}

CellValue value_of(const Matching& matching, const Figure& figure, Quantity quantity) {
    CellValue value;
    const NumberText number = read_number(slice(matching.document.text, figure.span));
    value.span = figure.span;
    value.reading = number.change && quantity != Quantity::change ? Reading::not_a_number : number.reading;
    value.value = number.value;
    value.unit = number.unit;
    value.remark = number.remark;
    return value;
}

void fill_cell(Matching& matching, CellIndex cell, const Figure& figure) {
    matching.report.cells[cell] = value_of(matching, figure, cells_of(matching.form)[cell].quantity());
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
