// The titles of every form's rows, and those of the merged cells beside them, for putting together what lines or pages cut.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/match/labels.hpp"

namespace nianbao {

struct RowTitle {
    std::string text;         ///< folded
    std::size_t columns = 0;  ///< of its table
};

class RowTitles {
  public:
    RowTitles();

    /// Titles that begin with the same ideograph, or number and ideograph, as `piece`.
    const std::vector<RowTitle>& begun_by(std::string_view piece) const;
    bool is_title(std::string_view text) const;
    bool is_piece_of_parent(std::string_view piece) const;

  private:
    void add(const Item& item);

    std::unordered_map<std::string, std::vector<RowTitle>> by_start_;
    std::vector<std::string> parents_;
};

/// Built once.
const RowTitles& row_titles();

}  // namespace nianbao
