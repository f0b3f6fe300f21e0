// The catalogue of rules for people.
#pragma once

#include <string>

namespace nianbao {

std::string rules_text(bool english);  ///< one paragraph a rule
std::string rules_markdown();          ///< docs/rules.md, both languages

}  // namespace nianbao
