#include "core/match/match.hpp"

#include <algorithm>
#include <optional>

#include "core/match/added_columns.hpp"
#include "core/match/cut_rows.hpp"
#include "core/match/disputes.hpp"
#include "core/match/disputes_head.hpp"
#include "core/match/explanation.hpp"
#include "core/match/heads.hpp"
#include "core/match/sections.hpp"
#include "core/match/segments.hpp"
#include "core/match/slots.hpp"
#include "core/match/table.hpp"
#include "core/match/table_year.hpp"
#include "core/match/title.hpp"
#include "core/match/wrapped_titles.hpp"

namespace nianbao {

namespace {

class Matcher {
  public:
    explicit Matcher(const Document& document) : document_(document), slots_(join_cut_rows(join_wrapped_titles(document.text, slots_of(document)))), paragraphs_(paragraphs_of(document)) {}

    Report run() {
        explanation_ = best_explanation(slots_);
        const std::vector<Span> labels = label_spans();
        report_.sections = find_sections(document_, paragraphs_, labels);
        mark_walls();
        choose_by_year();
        for (const Explained* table : {&explanation_.two, &explanation_.three})
            if (table->chosen) set_aside_added_columns(document_, slots_, *table->items, *table->chosen);
        find_tables();
        find_title(document_, paragraphs_, report_);
        choose_form();
        if (report_.form) read_tables();
        std::vector<Span> tables = labels;
        for (const TableMatch& table : report_.tables)
            if (table.found) tables.push_back(table.span);
        report_.prose = find_prose(document_, paragraphs_, report_.sections, tables, prose_begin());
        note_other_reports();
        return std::move(report_);
    }

  private:
    const Slot& slot(std::size_t s) const { return slots_.list[s]; }

    static bool is_within(Span inner, Span outer) { return inner.begin >= outer.begin && inner.end <= outer.end; }

    Span span_of(const Chain& chain) const { return {slot(chain.links.front().first).span.begin, slot(chain.links.back().last).span.end}; }

    std::vector<Span> label_spans() const {
        std::vector<Span> spans;
        for (const Explained* table : {&explanation_.two, &explanation_.three})
            for (const Chain& chain : table->chains) spans.push_back(span_of(chain));
        return spans;
    }

    /// Where a table can't go on: headings, prose.
    void mark_walls() {
        std::vector<Span> headings;
        for (const Section& section : report_.sections) headings.push_back(heading_of(paragraphs_, section));
        const auto is_of_heading = [&](Span span) {
            return !span.empty() && std::any_of(headings.begin(), headings.end(), [&](Span h) { return is_within(span, h) || is_within(h, span); });
        };
        walls_.clear();
        for (const Slot& slot : slots_.list) walls_.push_back(slot.kind == Slot::Kind::prose || is_of_heading(slot.span));
    }

    std::size_t back_to_wall(std::size_t from, std::size_t least, std::size_t most) const {
        std::size_t s = from;
        while (s > least && from - s < most && !walls_[s - 1]) --s;
        return s;
    }
    std::size_t on_to_wall(std::size_t from, std::size_t end, std::size_t most) const {
        std::size_t s = from;
        while (s < end && s - from < most && !walls_[s]) ++s;
        return s;
    }

    /// The report's year, before its tables are known: nothing where it has one table of each kind.
    std::optional<int> own_year() const {
        Report opening;
        opening.sections = report_.sections;
        for (const Explained* table : {&explanation_.two, &explanation_.three})
            if (!table->chains.empty()) opening.table(table == &explanation_.two ? Table::two : Table::three) = {true, span_of(table->chains.front())};
        find_title(document_, paragraphs_, opening);
        return opening.year;
    }

    /// Of several tables two or three, that of the report's year.
    void choose_by_year() {
        year_ = own_year();
        for (Explained* table : {&explanation_.two, &explanation_.three}) {
            if (table->chains.size() < 2) continue;
            std::vector<std::size_t> firsts;
            for (const Chain& chain : table->chains) firsts.push_back(chain.links.front().first);
            if (const auto own = choose(firsts)) table->chosen = &table->chains[*own];
        }
    }

    /// Which of the tables that begin at these slots is the report's own; notes the others.
    std::optional<std::size_t> choose(const std::vector<std::size_t>& firsts) {
        std::vector<std::optional<int>> years;
        if (year_)
            for (const std::size_t first : firsts) years.push_back(year_before(document_, slots_, first, walls_, *year_));
        const std::optional<std::size_t> own = year_ ? table_of_year(years, *year_) : std::nullopt;
        for (std::size_t i = 0; i < firsts.size(); ++i)
            if (own ? i != *own : i > 0) (own ? other_years_ : other_reports_).push_back(slot(firsts[i]).span);
        return own;
    }

    /// Behind the last label of the tables before slot `first`.
    static std::size_t end_of_others(const std::vector<Chain>& chains, std::size_t first) {
        std::size_t end = 0;
        for (const Chain& chain : chains)
            if (chain.links.back().last < first) end = std::max<std::size_t>(end, chain.links.back().last + 1);
        return end;
    }

    void find_tables() {
        constexpr std::size_t head_slots = 90;
        constexpr std::size_t row_slots = 90;
        const Chain* two = explanation_.two.chosen;
        const Chain* three = explanation_.three.chosen;
        std::size_t after = 0;  // slots up to here are a table's
        if (two) {
            const std::size_t last = two->links.back().last;
            const bool in_order = three && three->links.front().first > last;
            two_.begin = back_to_wall(two->links.front().first, end_of_others(explanation_.two.chains, two->links.front().first), head_slots);
            two_.end = on_to_wall(last + 1, in_order ? three->links.front().first : slots_.size(), row_slots);
            report_.table(Table::two) = {true, span_of(*two)};
            after = last + 1;
        }
        if (three) {
            const std::size_t last = three->links.back().last;
            const std::size_t first = three->links.front().first;
            three_.begin = back_to_wall(first, std::max(after <= first ? after : 0, end_of_others(explanation_.three.chains, first)), head_slots);
            three_.end = on_to_wall(last + 1, slots_.size(), row_slots);
            for (const Chain& other : explanation_.three.chains)
                if (other.links.front().first > last) three_.end = std::min<std::size_t>(three_.end, other.links.front().first);
            report_.table(Table::three) = {true, span_of(*three)};
            after = last + 1;
        }
        choose_disputes(disputes_in({after, search_end(after)}));
        if (!disputes_) choose_disputes(misplaced_disputes());
        if (!disputes_) return;
        const Range four = disputes_->range;
        report_.table(Table::four) = {true, slot(four.begin).span};
        if (three) keep_apart(three_, *three, four);
        if (two) keep_apart(two_, *two, four);
    }

    std::vector<DisputesPlace> disputes_in(Range range) const {
        return find_disputes(slots_, explanation_.form ? *explanation_.form : *forms().back(), range, walls_);
    }

    /// Places with figures before table two or three, where sections are out of order.
    std::vector<DisputesPlace> misplaced_disputes() const {
        std::vector<DisputesPlace> places;
        std::size_t begin = 0;
        for (const Chain* table : {explanation_.two.chosen, explanation_.three.chosen}) {
            if (!table || table->links.front().first < begin) continue;
            for (const DisputesPlace& place : disputes_in({begin, table->links.front().first}))
                if (has_figures(place)) places.push_back(place);
            begin = table->links.back().last + 1;
        }
        return places;
    }

    /// What belongs to table four is no other table's.
    static void keep_apart(Range& table, const Chain& chain, Range four) {
        const std::size_t last = chain.links.back().last;
        if (four.begin > last)
            table.end = std::min(table.end, four.begin);
        else
            table.begin = std::max<std::size_t>(table.begin, four.end);
    }

    bool has_figures(const DisputesPlace& place) const {
        constexpr std::size_t fewest = 10;
        std::size_t values = 0;
        for (std::size_t s = place.range.begin; s < place.range.end; ++s)
            values += slot(s).kind == Slot::Kind::number || slot(s).kind == Slot::Kind::stroke ? 1 : 0;
        return values >= fewest;
    }

    /// The best place; where several have values, that of the report's year.
    void choose_disputes(const std::vector<DisputesPlace>& places) {
        std::vector<std::size_t> firsts;
        std::vector<const DisputesPlace*> filled;
        for (const DisputesPlace& place : places) {
            if (!disputes_ || place.score > disputes_->score) disputes_ = place;
            if (!has_figures(place)) continue;
            firsts.push_back(place.range.begin);
            filled.push_back(&place);
        }
        if (filled.size() < 2) return;
        if (const auto own = choose(firsts)) disputes_ = *filled[*own];
    }

    /// Table four stands before section five, and before table two of a second report.
    std::size_t search_end(std::size_t after) const {
        std::size_t end = slots_.size();
        for (const Chain& chain : explanation_.two.chains)
            if (chain.links.front().first >= after && &chain != explanation_.two.chosen) end = std::min<std::size_t>(end, chain.links.front().first);
        for (const Section& section : report_.sections) {
            if (section.number < 5) continue;
            for (std::size_t s = after; s < end; ++s)
                if (slot(s).span.begin >= section.title.begin) end = s;
        }
        return end;
    }

    void choose_form() {
        report_.form = explanation_.form;
        if (report_.form || !disputes_) return;
        report_.form = report_.year ? form_for_year(*report_.year) : nullptr;
        if (!report_.form) report_.form = forms().back();
    }

    void read_tables() {
        const Form& form = *report_.form;
        report_.cells.assign(cells_of(form).size(), CellValue{});
        Matching matching{document_, slots_, form, report_};
        if (const Chain* chain = explanation_.two.chosen) {
            compare_heads_of_two(matching, *chain);
            read_table(matching, Table::two, *explanation_.two.items, *chain, two_);
            set_span(Table::two, *chain, two_);
        }
        if (const Chain* chain = explanation_.three.chosen) {
            const FormBlock& block = *explanation_.three.items->front().block;
            compare_head(matching, {three_.begin, chain->links.front().first}, head_labels(form, block), report_.observations);
            read_table(matching, Table::three, *explanation_.three.items, *chain, three_);
            set_span(Table::three, *chain, three_);
        }
        if (disputes_) {
            read_disputes(matching, disputes_->range);
            extend_to_cells(Table::four);
        }
    }

    /// Every block of table two has a head of its own, before its first row.
    void compare_heads_of_two(const Matching& matching, const Chain& chain) {
        const std::vector<Item>& items = *explanation_.two.items;
        const FormBlock* seen = nullptr;
        std::size_t begin = two_.begin;
        for (const Occurrence& link : chain.links) {
            const Item& item = items[static_cast<std::size_t>(link.item)];
            if (item.is_row() && item.block != seen) {
                compare_head(matching, {begin, link.first}, head_labels(matching.form, *item.block), report_.observations);
                seen = item.block;
            }
            begin = item.is_row() ? link.last + 1 : link.first;
        }
    }

    void set_span(Table table, const Chain& chain, Range range) {
        const HeadWords& heads = head_words(*report_.form, table);
        TableMatch& match = report_.table(table);
        match.span = span_of(chain);
        for (std::size_t s = chain.links.front().first; s-- > range.begin;)
            if (slot(s).kind == Slot::Kind::text && heads.contains(slots_.fold_of(s))) match.span.begin = slot(s).span.begin;
        extend_to_cells(table);
    }

    void extend_to_cells(Table table) {
        Span& span = report_.table(table).span;
        const std::vector<FormCell>& cells = cells_of(*report_.form);
        for (std::size_t i = 0; i < cells.size(); ++i)
            if (cells[i].table() == table && report_.cells[i].reading != Reading::absent) span.end = std::max(span.end, report_.cells[i].span.end);
    }

    /// Prose begins after the title; without one, with the paragraphs just before the first section.
    std::uint32_t prose_begin() const {
        constexpr std::size_t opening = 4;
        if (report_.title) return report_.title->end;
        if (report_.sections.empty()) return 0;
        std::vector<std::uint32_t> before;
        for (const Paragraph& paragraph : paragraphs_)
            if (paragraph.span.begin < report_.sections.front().title.begin) before.push_back(paragraph.span.begin);
        return before.size() > opening ? before[before.size() - opening] : 0;
    }

    /// From the first label of table two (or three) to the last table's end.
    Range tables_range() const {
        Range range{slots_.size(), 0};
        for (const Explained* table : {&explanation_.two, &explanation_.three}) {
            if (!table->chosen) continue;
            range.begin = std::min<std::size_t>(range.begin, table->chosen->links.front().first);
            range.end = std::max<std::size_t>(range.end, table->chosen->links.back().last + 1);
        }
        if (disputes_) range.end = std::max(range.end, disputes_->range.end);
        return range;
    }

    /// Whether the slots from `begin` on say what those of the range do, and the report's title stands between the two as before.
    bool is_repeated(Range range, std::size_t begin) const {
        if (!report_.title || begin < range.end || slots_.size() - begin < range.end - range.begin) return false;
        const auto text = [&](std::size_t s) { return slice(document_.text, slot(s).span); };
        for (std::size_t s = range.begin; s < range.end; ++s)
            if (text(s) != text(begin + (s - range.begin))) return false;
        const std::string_view between = slice(document_.text, {slot(range.end - 1).span.end, slot(begin).span.begin});
        const std::string title = "\n" + std::string(lines_of(*report_.title)) + "\n";
        return between.find(title) != std::string_view::npos;
    }

    /// The whole lines that a place is in.
    std::string_view lines_of(Span place) const {
        const std::string_view text = document_.text;
        const std::size_t before = text.rfind('\n', place.begin), begin = before == text.npos ? 0 : before + 1;
        return text.substr(begin, std::min(text.find('\n', place.end), text.size()) - begin);
    }

    /// A page may hold its report twice, for another screen or for print: the same text again is no other report.
    void drop_repetitions() {
        const Range range = tables_range();
        const std::vector<Chain>& chains = (explanation_.two.chosen ? explanation_.two : explanation_.three).chains;
        for (const Chain& chain : chains) {
            const std::size_t begin = chain.links.front().first;
            if (!is_repeated(range, begin)) continue;
            report_.repeated = true;
            const Span copy{slot(begin).span.begin, slot(begin + (range.end - range.begin) - 1).span.end};
            const auto is_copied = [&](Span place) { return is_within(place, copy); };
            other_reports_.erase(std::remove_if(other_reports_.begin(), other_reports_.end(), is_copied), other_reports_.end());
        }
    }

    void note_other_reports() {
        if (!other_reports_.empty()) drop_repetitions();
        const std::size_t count = std::max(explanation_.two.chains.size(), explanation_.three.chains.size());
        const auto note = [&](std::string_view rule, const std::vector<Span>& places, std::size_t number) {
            if (!places.empty()) report_.observations.push_back({rule, {}, places, {std::to_string(number)}});
        };
        note("several-reports", other_reports_, std::max<std::size_t>(count, 2));
        note("other-year-tables", other_years_, other_years_.size());
    }

    const Document& document_;
    Slots slots_;
    std::vector<Paragraph> paragraphs_;
    Explanation explanation_;
    std::vector<bool> walls_;
    Range two_;
    Range three_;
    std::optional<DisputesPlace> disputes_;
    std::optional<int> year_;           ///< the report's, as its opening says
    std::vector<Span> other_years_;     ///< where tables of other years begin
    std::vector<Span> other_reports_;   ///< where tables begin of which that can't be said
    Report report_;
};

}  // namespace

Report match(const Document& document) { return Matcher(document).run(); }

}  // namespace nianbao
