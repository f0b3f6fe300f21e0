// What stands between two labels of a table: figures of the first one, and groups of text and figures that may be
// rows whose label was not recognised.
#pragma once

#include <vector>

#include "core/match/labels.hpp"
#include "core/match/rows.hpp"

namespace nianbao {

/// Texts, then figures. The first group of a segment belongs to the label before it and has no texts of its own.
struct Group {
    std::vector<std::size_t> texts;  ///< slots
    std::vector<Figure> figures;
    int lead = 0;                    ///< blank slots before the texts in their row
    bool unlabelled = false;         ///< its texts are heads, or there are none
    bool ends = true;                ///< a row break, or the table's end, stands right after its figures
    bool taken = false;              ///< found to be a row of the form
};

struct Segment {
    std::vector<Group> groups;  ///< never empty
    int lead = 0;               ///< blank slots before the next label in its row
};

/// Which folded texts are heads of a table, or parents of its rows' labels, or pieces of them.
class HeadWords {
  public:
    HeadWords(const Form& form, Table table);
    bool contains(std::string_view folded) const;
    bool is_label(std::string_view folded) const;  ///< of a row or its parent

  private:
    std::vector<std::string> words_;
    std::vector<std::string> labels_;
};

/// Built once.
const HeadWords& head_words(const Form& form, Table table);

Figure figure_of(const Slot& slot);

/// Slots [begin, end); `own` are figures that share a slot with the label before. Where `resumes`, figures go on after
/// a page number and repeated heads. Behind a `parent`'s title its first row's may follow.
Segment read_segment(const Slots& slots, std::size_t begin, std::size_t end, std::vector<Figure> own, const HeadWords& heads,
                     bool resumes, std::size_t expected, bool parent);

}  // namespace nianbao
