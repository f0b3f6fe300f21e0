// GB18030 by ICU's table (the encoding of most files that are not UTF-8; a superset of GBK and GB2312).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace nianbao {

struct FromGb18030 {
    std::string text;      ///< UTF-8
    std::size_t lost = 0;  ///< ill-formed places, each now U+FFFD
    bool cut = false;      ///< the last character was incomplete and is left out
};

/// Reads until the end, or, where `strict`, until the first ill-formed place (then lost is 1 and text is partial).
FromGb18030 from_gb18030(std::string_view bytes, bool strict);

/// Characters that have no code become "?" (none of Unicode's do).
std::string to_gb18030(std::string_view text);

}  // namespace nianbao
