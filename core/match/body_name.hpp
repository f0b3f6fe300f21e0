// Names of bodies as titles and openings hold them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/document.hpp"

namespace nianbao {

/// A name without white space, "关于", brackets, "【年度报告】", "标题：" and the like before it, and "关于公布" or "（以下简称…）" behind it.
std::string tidy_name(std::string_view name);

/// Without the verb that a sentence goes on with ("上饶市人民政府根据全市"); empty for "我局", "本机关", for a name in the
/// title of a notice ("某某厅关于做好") and for what goes on ("数据为").
std::string name_alone(std::string name);

/// Ends as the name of a body does.
bool ends_as_office(std::string_view name);

/// The year of a title: "2022年", or "2022" right before 政府信息公开.
std::optional<int> year_in_title(std::string_view title, Span* place = nullptr);

/// Whose report a title names: before its year, else between the year and what it is about. Empty when it names nobody.
std::string organization_in(std::string_view title);

}  // namespace nianbao
