#include "core/match/disputes.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <string>

#include "core/forms/per_form.hpp"
#include "core/match/disputes_head.hpp"
#include "core/match/heads.hpp"
#include "core/match/segments.hpp"

namespace nianbao {

namespace {

/// Texts, and the figures after them.
struct Run {
    std::vector<std::size_t> texts;  ///< slots
    std::vector<Figure> figures;
};

std::vector<Run> runs_of(const Slots& slots, Range range, const DisputesWords& words) {
    std::vector<Run> runs(1);
    for (std::size_t s = range.begin; s < range.end; ++s) {
        const Slot& slot = slots.list[s];
        if (slot.kind == Slot::Kind::mark) continue;
        const bool word = stands_for_figure(slots, s, words);
        if (!word && (slot.is_text() || (slot.kind == Slot::Kind::odd && words.has_piece(slots.fold_of(s))))) {
            if (!runs.back().figures.empty()) {
                // Padding inside a head row is no run of its own.
                if (count_filled(runs.back().figures) == 0) runs.back().figures.clear();
                else runs.emplace_back();
            }
            runs.back().texts.push_back(s);
        } else {
            runs.back().figures.push_back(figure_of(slot));
            if (word) runs.back().figures.back().kind = Slot::Kind::odd;
        }
    }
    return runs;
}

/// Slots of the widest row of a grid.
std::size_t widest_row(const Slots& slots, Range range, int grid) {
    std::size_t widest = 0;
    std::size_t width = 0;
    for (std::size_t s = range.begin; s < range.end; ++s) {
        const Slot& slot = slots.list[s];
        if (slot.grid != grid) continue;
        width = slot.starts_row ? 1 : width + 1;
        widest = std::max(widest, width);
    }
    return widest;
}

/// Whether the text has a pipe before each row that is no cell: a blank stands before table four's first title.
bool has_led_rows(const Slots& slots, Range range) {
    std::size_t title = range.begin;
    while (title < range.end && !slots.list[title].is_text()) ++title;
    if (title == 0 || title >= range.end) return false;
    const Slot& first = slots.list[title];
    const Slot& before = slots.list[title - 1];
    return !first.exact && first.grid >= 0 && before.grid == first.grid && before.row == first.row && before.kind == Slot::Kind::blank && before.column == 0;
}

/// Without the pipe that leads their row.
Run without_lead(Run run) {
    std::vector<Figure>& figures = run.figures;
    for (std::size_t i = 0; i + 1 < figures.size(); ++i) {
        if (!figures[i].starts_row || !figures[i].blank()) continue;
        figures[i + 1].starts_row = true;
        figures.erase(figures.begin() + static_cast<std::ptrdiff_t>(i));
    }
    return run;
}

/// Whether as many figures as are due are the due ones. In text, blanks at their begin may be padding of the head's last
/// row, and a blank at their end what closes a line that lost a delimiter: then it is narrower than the others.
bool are_in_place(const std::vector<Figure>& figures, std::size_t widest) {
    const Figure& first = figures.front();
    const Figure& last = figures.back();
    if (first.exact || first.grid < 0) return true;
    if (first.blank() && !first.starts_row) return false;
    return !last.blank() || figures.size() >= widest;
}

/// The one row of a table whose columns can be trusted that holds figures, where it has as many cells as are due; blank rows
/// around it are an editor's.
std::optional<std::vector<Figure>> whole_row(const std::vector<Figure>& figures, std::size_t expected) {
    std::optional<std::vector<Figure>> whole;
    for (auto begin = figures.begin(); begin != figures.end();) {
        const auto end = std::find_if(begin, figures.end(), [&](const Figure& f) { return f.grid != begin->grid || f.row != begin->row; });
        const bool blank = std::all_of(begin, end, [](const Figure& f) { return f.blank(); });
        const bool due = begin->exact && static_cast<std::size_t>(end - begin) == expected;
        if (whole || !due) {
            if (!blank) return std::nullopt;
        } else if (!blank || figures.size() == expected) {
            whole.emplace(begin, end);
        }
        begin = end;
    }
    return whole;
}

/// How the grid of a run's figures is written: slots of its widest row, and whether a pipe that is no cell leads each row.
struct Style {
    std::size_t widest = 0;
    bool led = false;
};

/// A run's values by their number and place; see values_of.
std::optional<std::vector<Figure>> values_in(Run run, std::size_t expected, Style style) {
    std::vector<Figure>& figures = run.figures;
    // Padding of the head's last row ends where the values' row begins.
    for (std::size_t i = 0; i < figures.size() && figures[i].blank(); ++i)
        if (i + 1 < figures.size() && figures[i + 1].starts_row && !(i == 0 && figures[0].starts_row)) {
            figures.erase(figures.begin(), figures.begin() + static_cast<std::ptrdiff_t>(i + 1));
            break;
        }
    if (std::optional<std::vector<Figure>> row = whole_row(figures, expected)) return row;
    const Extent extent = extent_of(figures);
    const auto [first, last, filled] = extent;
    // Whichever of them are the places of the head's titles: a row left blank is blank in all of its own.
    if (filled == 0 && figures.size() >= expected) figures.erase(figures.begin(), figures.end() - static_cast<std::ptrdiff_t>(expected));
    if (figures.size() == expected) return filled == 0 || are_in_place(figures, style.widest) ? std::optional(figures) : std::nullopt;
    const bool unbroken = filled > 0 && std::none_of(figures.begin() + static_cast<std::ptrdiff_t>(first + 1), figures.begin() + static_cast<std::ptrdiff_t>(last + 1),
                                                     [&](const Figure& f) { return f.grid >= 0 && f.starts_row; });
    // All of them one after the other, or in one row that places of merged cells part.
    if (unbroken && (extent.is_full(expected) || (filled == expected && figures[first].grid >= 0))) {
        figures.erase(std::remove_if(figures.begin(), figures.end(), [](const Figure& f) { return f.blank(); }), figures.end());
        return figures;
    }
    // A row of its own from its first figure to its last, blanks among them: what follows closes it.
    if (unbroken && first == 0 && figures.front().starts_row && last + 1 == expected) {
        figures.resize(expected);
        return figures;
    }
    // A row of its own that starts with the values: what follows them is a closing delimiter's blank.
    if (figures.size() == expected + 1 && figures.front().starts_row && figures.back().blank() && !figures.back().starts_row) {
        figures.pop_back();
        return figures;
    }
    // No row breaks: before the values stand the places of the first group's titles, which span the head's last row down. That
    // row has the titles of the other two alone.
    constexpr std::size_t first_group = 5, other_groups = 10;
    const std::size_t before = first_group + (style.led ? 1 : 0);
    if (expected == first_group + other_groups && figures.size() == expected + before && run.texts.size() >= other_groups && first >= before && unbroken)
        return std::vector<Figure>(figures.begin() + static_cast<std::ptrdiff_t>(before), figures.end());
    return std::nullopt;
}

/// A run's values: exactly `expected`, or nothing. Beside figures a row that is filled up for a value of its own has lost one.
std::optional<std::vector<Figure>> values_of(const Run& run, std::size_t expected, Style style) {
    std::optional<std::vector<Figure>> values = values_in(run, expected, style);
    const auto any = [&](auto is) { return values && std::any_of(values->begin(), values->end(), is); };
    const bool lost = any([](const Figure& f) { return f.padding; }) && any([](const Figure& f) { return !f.blank(); });
    return lost ? std::nullopt : values;
}

/// Text that shows no columns and ends in a blank: one of the values may be lost, and those behind it stand a place too early.
/// Then group sums that fail hold once a blank is put back somewhere. `width`: values of a group, its total last.
bool may_have_slipped(const Matching& matching, const std::vector<Figure>& figures, std::size_t width) {
    if (figures.front().exact || !figures.back().blank()) return false;
    std::vector<Decimal> values;
    for (const Figure& figure : figures) values.push_back(figure.blank() ? Decimal{} : value_of(matching, figure).value);
    const auto all_hold = [&] {
        Decimal sum;
        for (std::size_t i = 0; i < values.size(); ++i) {
            const bool total = i % width + 1 == width;
            if (total && sum != values[i]) return false;
            sum = total ? Decimal{} : sum + values[i];
        }
        return true;
    };
    if (all_hold()) return false;
    for (std::size_t put_back = values.size(); put_back-- > 0;) {
        std::rotate(values.begin() + static_cast<std::ptrdiff_t>(put_back), values.end() - 1, values.end());
        if (all_hold()) return true;
        std::rotate(values.begin() + static_cast<std::ptrdiff_t>(put_back), values.begin() + static_cast<std::ptrdiff_t>(put_back) + 1, values.end());
    }
    return false;
}

/// The one row with figures of a table whose columns can be trusted: all of them, whatever became of the head above.
std::optional<std::vector<Figure>> only_row(const Slots& slots, Range range, std::size_t expected) {
    std::vector<Figure> row;
    for (std::size_t s = range.begin; s < range.end; ++s) {
        if (slots.list[s].kind != Slot::Kind::number) continue;
        const Figure figure = figure_of(slots.list[s]);
        if (!figure.exact || (!row.empty() && (row.front().grid != figure.grid || row.front().row != figure.row))) return std::nullopt;
        row.push_back(figure);
    }
    return row.size() == expected ? std::optional(row) : std::nullopt;
}

/// Which of the labels a run's texts spell, in their order; a label may be broken over lines.
template <typename T>
std::vector<std::size_t> spelt_in(const Slots& slots, const Run& run, std::span<const T> labels) {
    constexpr std::size_t most_parts = 3;
    std::vector<std::size_t> found;
    for (std::size_t t = 0; t < run.texts.size(); ++t) {
        std::string text;
        for (std::size_t end = t; end < run.texts.size() && end < t + most_parts; ++end) {
            text += slots.fold_of(run.texts[end]);
            for (std::size_t i = 0; i < labels.size(); ++i)
                if (fold_label(labels[i].label) == text) found.push_back(i);
        }
    }
    return found;
}

/// Three runs of figures by group: each is that of the one title before it, or else the one in its place. Nothing where two are
/// of one group, or where the columns are in another order.
std::vector<const Run*> by_group(const Slots& slots, const FormBlock& block, const std::vector<Run>& runs) {
    std::vector<const Run*> groups(runs.size(), nullptr);
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const std::vector<std::size_t> titles = spelt_in(slots, runs[i], block.rows), columns = spelt_in(slots, runs[i], block.columns);
        const std::size_t group = titles.size() == 1 ? titles.front() : i;
        if (groups[group] || (columns.size() == block.columns.size() && !std::is_sorted(columns.begin(), columns.end()))) return {};
        groups[group] = &runs[i];
    }
    return groups;
}

/// The groups as three rows under one head of five columns.
bool are_rows(const Slots& slots, const FormBlock& block, const std::vector<Run>& runs) {
    if (runs.size() != block.rows.size() || spelt_in(slots, runs.front(), block.columns).size() != block.columns.size()) return false;
    return std::all_of(runs.begin(), runs.end(), [&](const Run& run) {
        return !spelt_in(slots, run, block.rows).empty() && (&run == &runs.front() || spelt_in(slots, run, block.columns).empty());
    });
}

/// The form has one row: titles of rows are a head of another shape, whatever its words.
void note_rows(Matching& matching, const FormBlock& block, const std::vector<Run>& runs, const std::vector<CellIndex>& cells) {
    Observation altered{"header-altered", cells, {}, {}};
    for (const Run& run : runs)
        for (const std::size_t s : run.texts)
            for (const Row& row : block.rows)
                if (matching.slots.fold_of(s) == fold_label(row.label)) altered.spans.push_back(matching.slots.list[s].span);
    matching.report.observations.push_back(std::move(altered));
}

std::vector<HeadLabel> labels_of(const Form& form, const FormBlock& block) {
    std::vector<HeadLabel> labels;
    const auto leaves = [&](std::size_t row) {
        const std::vector<CellIndex> cells = cells_of_row(form, block, static_cast<int>(row));
        for (std::size_t c = 0; c < block.columns.size(); ++c)
            labels.push_back(head_label(block.columns[c].label, block.columns[c].variants, {cells[c]}, false, 1));
    };
    const auto group = [&](std::size_t row) {
        labels.push_back(head_label(block.rows[row].label, block.rows[row].variants, cells_of_row(form, block, static_cast<int>(row)), false, 0));
    };
    group(0);
    labels.push_back(head_label(block.rows[1].group, {}, {}, true, 0));
    leaves(0);
    group(1);
    group(2);
    leaves(1);
    leaves(2);
    return labels;
}

}  // namespace

void read_disputes(Matching& matching, Range range) {
    const FormBlock& block = disputes_block(matching.form);
    const std::size_t width = block.columns.size();
    const std::size_t all = width * block.rows.size();
    std::vector<CellIndex> cells;
    for (std::size_t row = 0; row < block.rows.size(); ++row)
        for (const CellIndex cell : cells_of_row(matching.form, block, static_cast<int>(row))) cells.push_back(cell);

    std::vector<Run> runs = runs_of(matching.slots, range, disputes_words(matching.form));
    if (runs.size() > 1) runs.erase(std::remove_if(runs.begin(), runs.end(), [](const Run& r) { return count_filled(r.figures) == 0; }), runs.end());
    const bool led = has_led_rows(matching.slots, range);
    if (led) std::transform(runs.begin(), runs.end(), runs.begin(), without_lead);
    const auto style_around = [&](const Run& run) {
        const std::size_t widest = run.figures.empty() ? 0 : widest_row(matching.slots, range, run.figures.front().grid);
        return Style{led && widest > 0 ? widest - 1 : widest, led};
    };
    std::optional<std::vector<Figure>> values;
    if (runs.size() == 1) {
        values = values_of(runs.front(), all, style_around(runs.front()));
    } else if (runs.size() == block.rows.size()) {
        values.emplace();
        const std::vector<const Run*> groups = by_group(matching.slots, block, runs);
        if (groups.empty()) values.reset();
        for (const Run* run : groups) {
            const auto part = values_of(*run, width, style_around(*run));
            if (!part) {
                values.reset();
                break;
            }
            values->insert(values->end(), part->begin(), part->end());
        }
    }
    if (!values) values = only_row(matching.slots, range, all);
    if (values && may_have_slipped(matching, *values, width)) values.reset();
    if (values) {
        for (std::size_t i = 0; i < cells.size(); ++i) fill_cell(matching, cells[i], (*values)[i]);
    } else {
        std::vector<Figure> all_figures;
        for (const Run& run : runs) all_figures.insert(all_figures.end(), run.figures.begin(), run.figures.end());
        const Span place = span_of(all_figures);
        mark_unreadable(matching, cells, place.empty() ? matching.slots.list[range.begin].span : place);
    }
    if (are_rows(matching.slots, block, runs)) return note_rows(matching, block, runs, cells);
    static const PerForm<std::vector<HeadLabel>> labels([](const Form& each) { return labels_of(each, disputes_block(each)); });
    compare_head(matching, range, labels.of(matching.form), matching.report.observations);
}

}  // namespace nianbao
