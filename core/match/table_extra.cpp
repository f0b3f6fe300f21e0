// Rows with figures that stand where the form has none: its own rows out of their order, rows that appear twice, rows it
// does not know.
#include <algorithm>

#include "core/match/table_reader.hpp"

namespace nianbao {

/// Looks through the labelled rows of figures that are neither a row found in their place nor a sum: any between two of the
/// form's labels; right before the first and right behind the last one, in their table, one that spells a row of the form.
void TableReader::read_extra() {
    for (std::size_t s = 0; s < segments_.size(); ++s)
        for (std::size_t g = 1; g < segments_[s].groups.size(); ++g) {
            Group& group = segments_[s].groups[g];
            if (group.taken || group.unlabelled || group.texts.empty() || speaks_of_sums(m_.slots.fold_of(group.texts.back()))) continue;
            const bool outside = s == 0 || s + 1 == segments_.size();
            // The head's titles come before a first row's label.
            const bool alone = group.texts.size() == 1 || (s == 0 && slot(group.texts.back()).starts_row);
            const bool next_to_label = alone && g == (s == 0 ? segments_[s].groups.size() - 1 : 1);
            if (outside && !(next_to_label && is_beside(group, s) && spelt_by(group))) continue;
            RowSlots row;
            row.figures = group.figures;
            row.ends = group.ends;
            row.expected = expected(static_cast<std::size_t>(chain_.links[s == 0 ? 0 : s - 1].item));
            measure_label(row, group.texts.back(), group.texts.back());
            const std::optional<std::vector<Figure>> values = model_->values_of(row);
            if (values && count_filled(row.figures) > 0) take_extra(group, *values);
        }
}

/// A missing row that stands elsewhere, spelt as printed, is read there. Anything else is no row of the form, or a second one
/// of its name: where the two say different things, which one is meant can't be said.
void TableReader::take_extra(Group& group, const std::vector<Figure>& figures) {
    const std::optional<Spelt> spelt = spelt_by(group);
    if (!spelt) return note_row("row-extra", {}, group);
    FoundRow& row = rows_[spelt->item];
    const bool undivided = std::find(undivided_.begin(), undivided_.end(), spelt->item) != undivided_.end();
    if (!row.present() && !undivided) {
        take_group(group, spelt->item, spelt->texts, true);
        return note_row("row-misplaced", cells(spelt->item), group);
    }
    if (row.present() && says_otherwise(row, figures)) {
        row.values.reset();
        row.slots.figures.clear();
    }
    note_row("row-extra", cells(spelt->item), group);
}

/// The row that a group's last texts spell, and how many of them do.
std::optional<TableReader::Spelt> TableReader::spelt_by(const Group& group) const {
    std::string text;
    for (std::size_t texts = 1; texts <= std::min(most_label_texts, group.texts.size()); ++texts) {
        text.insert(0, m_.slots.fold_of(group.texts[group.texts.size() - texts]));
        for (std::size_t i = 0; i < items_.size(); ++i)
            if (item(i).is_row() && item(i).printed == text) return Spelt{i, texts};
    }
    return std::nullopt;
}

bool TableReader::says_otherwise(const FoundRow& row, const std::vector<Figure>& figures) const {
    const std::optional<std::vector<Figure>> own = row.values ? row.values : model_->values_of(row.slots);
    const auto same = [&](const Figure& a, const Figure& b) { return slice(m_.document.text, a.span) == slice(m_.document.text, b.span); };
    return own && !std::equal(own->begin(), own->end(), figures.begin(), figures.end(), same);
}

void TableReader::note_row(std::string_view rule, std::vector<CellIndex> cells, const Group& group) {
    const Span label = slot(group.texts.back()).span;
    m_.report.observations.push_back({rule, std::move(cells), {label}, {std::string(slice(m_.document.text, label))}});
}

}  // namespace nianbao
