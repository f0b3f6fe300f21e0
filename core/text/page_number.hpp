// Page numbers as they stand on lines of their own.
#pragma once

#include <string_view>

namespace nianbao {

/// "- 3 -", "— 4 —", "第3页", "第 3 页，共 9 页", "3/9 页"; white space counts nowhere.
bool is_page_number(std::string_view text);

}  // namespace nianbao
