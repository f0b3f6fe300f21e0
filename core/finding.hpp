// What is wrong: findings, and the repairs that would mend them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/decimal.hpp"
#include "core/document.hpp"
#include "core/form.hpp"

namespace nianbao {

enum class Severity : std::uint8_t { error, warning, note };

/// The same sentence in the two languages a user reads.
struct Message {
    std::string zh;
    std::string en;
};

/// Roles: left, right (the sides of a relation), cell, sentence, label, section, row, place.
struct FindingSpan {
    Span span;
    std::string_view role;
};

struct Finding {
    std::string_view rule;
    Severity severity = Severity::error;
    Message message;
    std::string clause;  ///< as in the contract; empty where no clause says so
    std::vector<CellIndex> cells;
    std::vector<FindingSpan> spans;
    std::optional<Decimal> left, right;  ///< relations only
};

struct Change {
    CellIndex cell = 0;
    std::optional<std::int64_t> from;  ///< empty for a blank or unreadable cell
    std::int64_t to = 0;
};

/// One explanation of all failed relations: proposals, never applied.
struct Repair {
    std::vector<Change> changes;
    Message message;
};

/// How the relations fared. A relation with an operand that can't be read is unknown.
struct Checks {
    int held = 0, failed = 0, unknown = 0;
};

enum class Verdict : std::uint8_t { ok, warnings, errors, unreadable };

}  // namespace nianbao
