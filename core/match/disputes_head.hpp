// Table four by its head: the words that stand there, and the places where enough of them stand together.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/form.hpp"
#include "core/match/slots.hpp"

namespace nianbao {

/// The block of table four.
const FormBlock& disputes_block(const Form& form);

/// Folded labels of the head, and the pieces that a vertical head leaves of them.
class DisputesWords {
  public:
    explicit DisputesWords(const Form& form);

    bool is_whole(std::string_view text) const;
    bool is_piece(std::string_view text) const;
    /// "总", "计": what is left of a title that was cut short.
    bool has_piece(std::string_view text) const;
    /// "结", "结其尚总": a line of vertical titles that were copied off a page line by line.
    bool is_of_titles(std::string_view text) const;

  private:
    std::vector<std::string> whole_;
    std::vector<std::string> pieces_;
};

/// Built once.
const DisputesWords& disputes_words(const Form& form);

/// Words where a figure should be ("若干"), in a row of the table that holds figures, none of the head's words, and exactly as
/// many filled cells as figures are due, the first a figure; or as many cells at all, where they can be trusted.
bool stands_for_figure(const Slots& slots, std::size_t s, const DisputesWords& words);

/// Where a table four stands: its head and the values after it.
struct DisputesPlace {
    Range range;
    double score = 0;  ///< words of its head
};
/// Every place in `range` that looks like one, by place; empty where fewer than three words of its head stand together.
std::vector<DisputesPlace> find_disputes(const Slots& slots, const Form& form, Range range, const std::vector<bool>& walls);

}  // namespace nianbao
