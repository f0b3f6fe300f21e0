// Reports of our own making, drawn from the forms: the blank form, a filled one that is right, one with typical slips.
#pragma once

#include <string>

#include "core/form.hpp"

namespace nianbao {

enum class Sample : std::uint8_t { blank, clean, errors };

/// A whole report as text: title, six sections, the three tables one row a line with " | " between cells.
/// clean: every rule is silent. errors: four slips clerks make (see sample.cpp). Deterministic.
std::string sample_report(const Form& form, Sample kind);

/// Only the three tables, blank, with their section headings.
std::string blank_form(const Form& form);

}  // namespace nianbao
