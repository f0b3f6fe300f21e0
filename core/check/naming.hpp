// How findings name what they speak of, in the two languages.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/finding.hpp"
#include "core/form.hpp"
#include "core/report.hpp"
#include "core/text/fold.hpp"

namespace nianbao {

Message table_word(Table table);                           ///< 表三 · table three
Message row_name(const FormCell& cell);                    ///< （三）1.属于国家秘密 · denied: state secret
Message row_number(const FormCell& cell);                  ///< 一, 三（七） · I, III(7); the row's name where it has no number
Message column_name(const FormCell& cell);                 ///< 自然人 · natural persons
Message cell_name(const Form& form, CellIndex cell);       ///< 表三“（一）予以公开”的自然人 · table three, granted, natural persons

/// Several cells, by row where whole rows are named: "表三“…”的自然人、总计；…". At most `most` rows, then "等 N 格".
Message cells_name(const Form& form, const std::vector<CellIndex>& cells, std::size_t most = 6);

/// a、b、c · a, b, c
Message joined(const std::vector<Message>& items);
Message same(std::string text);       ///< the same in both languages
Message number(std::size_t count);
Message quoted(std::string_view text);  ///< “text” · “text”, shortened where long

/// The place of folded bytes [begin, end) in the text that was folded; without the punctuation that follows.
Span place_of(const Folded& folded, std::string_view text, std::size_t begin, std::size_t end);

/// A section's title as the form prints it: “三、收到和处理政府信息公开申请情况”.
Message section_name(int section);

}  // namespace nianbao
