// Labels of a form's tables as the matcher looks for them, and where they occur among the slots.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/form.hpp"
#include "core/match/slots.hpp"

namespace nianbao {

/// One label a table shows down its left side, in the form's order.
struct Item {
    const FormBlock* block = nullptr;
    int row = -1;                 ///< index into block->rows, or -1 for a parent label or a block's heading
    std::string_view label;       ///< as printed
    std::string printed;          ///< the label folded
    std::vector<std::string> spellings;  ///< folded, longest first: the label and its variants, with and without numbering
    int label_columns = 1;        ///< columns the label's cell spans as officially drawn

    bool is_row() const { return row >= 0; }
};

/// Table two's or three's items: headings and parents stand before their rows. Built once.
const std::vector<Item>& items_of(const Form& form, Table table);

/// Where a label stands among the slots; it may be broken over several of them, or share one with its parent.
struct Occurrence {
    int item = 0;
    std::uint32_t first = 0;       ///< slot it begins in
    std::uint32_t last = 0;        ///< slot it ends in
    std::uint32_t fold_begin = 0;  ///< in Slots::folded
    std::uint32_t fold_end = 0;
    bool whole = true;             ///< ends where its slot ends (or another label or a figure follows in the slot)
    bool printed = true;           ///< spelt as printed or as an accepted variant, numbering apart
    float weight = 1;              ///< how much it tells
};

/// Every occurrence of every item of a table, by place.
std::vector<Occurrence> find_occurrences(const Slots& slots, const Form& form, Table table);

/// The longest chain of occurrences in the form's order, the slots between them close together.
struct Chain {
    std::vector<Occurrence> links;
    double score = 0;
    int rows = 0;  ///< links that are rows

    bool empty() const { return links.empty(); }
};
/// The best chain and every other one that is about as good, in order of appearance.
std::vector<Chain> find_chains(const std::vector<Occurrence>& occurrences, const std::vector<Item>& items);

/// The numbering a folded label begins with: "1" of "1属于国家秘密", "" where there is none.
std::string_view leading_numerals(std::string_view folded);

/// The label without its numbering: "属于国家秘密" of "1.属于国家秘密".
std::string_view without_numbering(std::string_view label);

}  // namespace nianbao
