// What a report's opening says of whose it is and on which year, where the title leaves it open.
#pragma once

#include <optional>
#include <vector>

#include "core/document.hpp"
#include "core/match/paragraphs.hpp"
#include "core/report.hpp"

namespace nianbao {

/// Fills what is still open of organization and year, and the introduction, from the paragraphs before the first section
/// (`opening`) and the first ones behind its heading.
void introduce(const Document& document, const std::vector<Paragraph>& paragraphs, const std::vector<Span>& opening, Report& report);

/// The year that the opening's last paragraph and section one's sentences begin with ("2024年，我局…"), where the first
/// says one and all say the same.
std::optional<int> year_of_account(const Document& document, const std::vector<Paragraph>& paragraphs, const std::vector<Span>& opening, const Report& report);

}  // namespace nianbao
