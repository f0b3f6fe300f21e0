// What a report says of itself: its title, whose it is, its year and statistics period.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/document.hpp"
#include "core/match/paragraphs.hpp"
#include "core/report.hpp"

namespace nianbao {

/// Fills title, organization, year and period. Looks before the first section's heading and the tables; navigation
/// before the title is passed over.
void find_title(const Document& document, const std::vector<Paragraph>& paragraphs, Report& report);

}  // namespace nianbao
