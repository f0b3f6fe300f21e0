// Reads one labelled table: its columns (table_columns.cpp), its labels (table.cpp), the rows between two of them whose label
// was not found (table_gaps.cpp), rows that stand where the form has none (table_extra.cpp), and the sums it states beyond
// the form's (table_sums.cpp).
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "core/match/heads.hpp"
#include "core/match/segments.hpp"
#include "core/match/table.hpp"

namespace nianbao {

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

/// "小计", "合计", "总数": no row of the form.
bool speaks_of_sums(std::string_view folded);

class TableReader {
  public:
    TableReader(Matching& matching, Table table, const std::vector<Item>& items, const Chain& chain, Range range)
        : m_(matching), table_(table), items_(items), chain_(chain), range_(range), heads_(head_words(matching.form, table)), rows_(items.size()) {}

    void read();

  private:
    static constexpr std::size_t most_label_texts = 4;  ///< texts of a group that one label may be broken over

    const Slot& slot(std::size_t s) const { return m_.slots.list[s]; }
    const Item& item(std::size_t i) const { return items_[i]; }
    Range head() const { return {range_.begin, chain_.links.front().first}; }
    std::size_t expected(std::size_t i) const { return columns_ > 0 ? columns_ : items_[i].block->columns.size(); }

    /// Of the rows that tell, those that have the subtotal in each of eight places.
    struct SubtotalVotes {
        std::size_t rows = 0;     ///< that have eight figures
        std::size_t telling = 0;  ///< of these, not all 0
        std::array<std::size_t, 8> at{};
    };
    void read_columns();
    void find_exact_columns();
    SubtotalVotes count_subtotals() const;
    void read_segments();
    bool shares_label(std::size_t index) const;
    bool is_explained(const Occurrence& link) const;
    std::size_t count_explanation(std::size_t s, std::size_t end) const;
    void anchor(const Occurrence& link, std::size_t next_begin);
    std::size_t extend_label(const Occurrence& link, std::size_t end, std::string& label) const;
    std::vector<Figure> figures_in_label(const Occurrence& link) const;
    void measure_label(RowSlots& row, std::size_t first, std::size_t last) const;
    void resolve(std::size_t segment);
    std::vector<std::size_t> missing_between(int before, int after) const;
    void match_groups(const std::vector<Group*>& groups, const std::vector<std::size_t>& missing);
    double likeness(const Group& group, const Item& item, std::size_t& texts) const;
    void take_by_place(std::size_t segment, const std::vector<Group*>& groups, const std::vector<std::size_t>& missing);
    bool may_be(const Group& group, std::size_t item) const;
    bool is_beside(const Group& group, std::size_t segment) const;
    void take_group(Group& group, std::size_t item, std::size_t texts, bool exact);
    RowSlots row_of(const Group& group, std::size_t item, std::size_t texts) const;
    bool place_by_line(std::size_t before, const std::vector<std::size_t>& missing);
    void place_by_count(std::vector<Figure> figures, const std::vector<std::size_t>& rows, std::optional<std::size_t> first);
    bool has_group_totals() const;
    void read_undivided();

    struct Spelt {
        std::size_t item = 0;
        std::size_t texts = 0;
    };
    void read_extra();
    void take_extra(Group& group, const std::vector<Figure>& figures);
    std::optional<Spelt> spelt_by(const Group& group) const;
    bool says_otherwise(const FoundRow& row, const std::vector<Figure>& figures) const;
    void note_row(std::string_view rule, std::vector<CellIndex> cells, const Group& group);

    void fill();
    void drop_scattered();
    bool may_have_slipped(const std::vector<Figure>& values) const;
    bool may_lack_column(const std::vector<Figure>& values) const;
    bool lacks_title() const;
    bool may_be_scattered(const FoundRow& row) const;
    bool follows_bare_label(std::size_t i) const;
    void take_subtotal(std::vector<Figure>& values, const std::vector<CellIndex>& row);
    void read_group_totals();
    std::string_view group_summed_up(const Group& group, int before) const;
    void take_group_total(std::string_view parent, std::vector<Figure> figures, std::size_t first_label, std::size_t last_label);
    std::vector<CellIndex> parts_of(std::string_view parent, std::size_t column) const;
    void mark_unread();
    void report_loose();
    std::vector<CellIndex> cells(std::size_t i) const { return cells_of_row(m_.form, *items_[i].block, items_[i].row); }

    Matching& m_;
    Table table_;
    const std::vector<Item>& items_;
    const Chain& chain_;
    Range range_;
    const HeadWords& heads_;
    std::vector<FoundRow> rows_;          ///< parallel to items_
    std::vector<Segment> segments_;       ///< segments_[i] stands before link i; the last one after the last link
    bool lacks_title_ = false;            ///< of a column
    bool unclear_subtotal_ = false;       ///< the head speaks of one whose place was not found
    std::size_t columns_ = 0;             ///< 8 where the head has a subtotal column, else 0
    std::size_t subtotal_ = 0;            ///< its place among the eight
    std::optional<RowModel> model_;
    std::vector<std::size_t> undivided_;  ///< items without rows of their own because their parent is one row
};

}  // namespace nianbao
