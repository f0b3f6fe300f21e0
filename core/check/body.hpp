// What a body's name says about it.
#pragma once

#include <string_view>

namespace nianbao {

/// Whether the name shows a body that can't issue 规章 (立法法 articles 91, 93): a county, a district, a town or street
/// office, a department of a local government. False in doubt: a 市 may be a city with districts or a county-level city.
bool lacks_rule_power(std::string_view organization);

/// Both bodies are named and the names can't mean the same body: another place, or another office. A short form
/// ("县工信局") and a renamed county ("洪泽县", "淮安市洪泽区") agree; in doubt they agree.
bool bodies_disagree(std::string_view ours, std::string_view theirs);

/// Both are full names of local bodies, and nothing in the names of their places, or of their offices, is the same. What
/// agrees by bodies_disagree is never unrelated; neither are "我局", "全县", a district and the city it belongs to.
bool bodies_unrelated(std::string_view ours, std::string_view theirs);

}  // namespace nianbao
