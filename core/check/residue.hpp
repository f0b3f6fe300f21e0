// Places in the text that were copied from elsewhere and not adapted.
#pragma once

#include <vector>

#include "core/check/check.hpp"

namespace nianbao {

/// 国办公开办函〔2019〕60号 or the 试行 format quoted as the basis, or 国办公开办函〔2021〕30号 with a wrong number, year or
/// issuer. Other notices of the same office (〔2019〕61号 …) are not meant: a wrong number counts only where the 年度报告格式
/// is spoken of. Silent where the right notice is quoted as well.
std::vector<Span> misquoted_notices(const Case& c);

/// "20XX年", "XX件", "□", a title with XX, "（表格如下）". Names made anonymous ("张XX", "XX公司") are no residue.
std::vector<Span> template_residue(const Case& c);

/// HYPERLINK and other field codes, markdown emphasis and links, HTML tags and entities.
std::vector<Span> field_residue(const Case& c);

}  // namespace nianbao
