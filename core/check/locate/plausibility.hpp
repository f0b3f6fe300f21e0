// Which of several equally small explanations is the likely one.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/check/check.hpp"
#include "core/check/locate/weights.hpp"
#include "core/check/prose/evidence.hpp"

namespace nianbao {

/// One cell's change as the explanations see it.
struct Amendment {
    CellIndex cell = 0;
    std::int64_t from = 0;  ///< blank counts as 0
    std::int64_t to = 0;
};

/// One slip and the amendments it explains.
struct Fault {
    FaultKind kind;
    std::vector<std::size_t> members;  ///< indices into the amendments
};

struct Appraisal {
    int cost = 0;
    std::vector<Fault> faults;               ///< by their first cell
    std::vector<std::size_t> supporting;     ///< indices of Plausibility::evidence() that agree only with the change
    std::vector<std::size_t> contradicting;  ///< … that agreed before it and no longer do
};

/// A cell's place in its table. The groups of table four are drawn side by side: one line.
struct CellPlace {
    int block = 0, row = 0, column = 0, line = 0, across = 0;
    bool total = false;  ///< stands for the sum of its row (or group)
    bool sum = false;    ///< stands for a sum of any kind
};

class Plausibility {
public:
    explicit Plausibility(const Case& c);

    /// The cost alone, for ordering many.
    int cost(std::span<const Amendment> amendments) const;
    Appraisal appraise(std::span<const Amendment> amendments) const;
    const std::vector<ProseEvidence>& evidence() const { return evidence_; }

private:
    struct Option {
        FaultKind kind = FaultKind::other_figure;
        int cost = 0;
        std::uint32_t members = 0;  ///< bit i: amendment i
    };

    std::int64_t value(CellIndex cell) const;
    int neighbours(CellIndex cell, CellIndex (&out)[4]) const;
    Option single(const Amendment& a) const;
    bool pair(const Amendment& a, const Amendment& b, Option& option) const;
    bool shifted(std::span<const Amendment> amendments, std::uint32_t members) const;
    std::vector<Option> options(std::span<const Amendment> amendments) const;
    static std::uint32_t tied(const std::vector<Option>& all, std::uint32_t first);
    static void cover_part(const std::vector<Option>& all, std::uint32_t part, std::vector<Option>& chosen);
    std::vector<Option> cover(std::span<const Amendment> amendments) const;
    int prose(std::span<const Amendment> amendments, Appraisal* appraisal) const;

    const Case& case_;
    const std::vector<CellPlace>& places_;
    std::vector<ProseEvidence> evidence_;
};

}  // namespace nianbao
