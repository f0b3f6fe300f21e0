// The rules by family, in the order of docs/rules.md, and what their checks share.
#pragma once

#include <span>
#include <vector>

#include "core/check/rule.hpp"

namespace nianbao {

std::span<const Rule> relation_rules();   ///< sums of tables three and four, plausibility of table two
std::span<const Rule> value_rules();      ///< what a cell may hold
std::span<const Rule> table_rules();      ///< form, tables, rows, heads
std::span<const Rule> section_rules();    ///< the six sections and their titles
std::span<const Rule> statement_rules();  ///< title, period, statements a report owes, left-over text
std::span<const Rule> prose_rules();      ///< the text against the tables (prose/)
std::span<const Rule> previous_rules();   ///< last year's report
std::span<const Rule> document_rules();   ///< whether this is such a report, and whether the file can be read

/// The check of a rule that is a formula of the form: one finding for every instance that fails.
void check_relations(const Rule& rule, const Case& c, std::vector<Finding>& out);

/// A finding of `rule` with its sentence filled. Its clause names the notice of the form the report uses.
Finding found(const Rule& rule, const Report& report, const std::vector<Message>& arguments = {});
/// The same with another sentence than the rule's own.
Finding found(const Rule& rule, const Report& report, const Text& sentence, const std::vector<Message>& arguments);

/// Adds cells with their spans.
void mark(Finding& finding, const Report& report, const std::vector<CellIndex>& cells, std::string_view role = "cell");
void mark(Finding& finding, Span span, std::string_view role = "place");

/// The observations of both stages under a rule's id, in order.
std::vector<const Observation*> observations(const Rule& rule, const Case& c);

}  // namespace nianbao
