// How robust the reading is: with k random damages, the share of cells read right, declared unreadable (or missing),
// read wrong with a finding that names the cell, and read wrong in silence — which must be 0.
//   bench_robustness [reports per line]
#include <cstdio>
#include <cstdlib>
#include <set>

#include "core/nianbao.hpp"
#include "tests/support/damage.hpp"
#include "tests/support/layouts.hpp"

namespace {

using namespace nianbao;
using namespace nianbao::testing;

struct Tally {
    long right = 0, unread = 0, wrong_named = 0, wrong_silent = 0;

    long all() const { return right + unread + wrong_named + wrong_silent; }
    Tally& operator+=(const Tally& other) {
        right += other.right, unread += other.unread;
        wrong_named += other.wrong_named, wrong_silent += other.wrong_silent;
        return *this;
    }
};

Tally judge(const Filled& filled, const Result& result) {
    Tally tally;
    if (result.report.form != filled.form) {
        tally.unread = static_cast<long>(filled.values.size());
        return tally;
    }
    std::set<CellIndex> named;
    for (const Finding& finding : result.findings) named.insert(finding.cells.begin(), finding.cells.end());
    for (std::size_t i = 0; i < filled.values.size(); ++i) {
        const CellValue& cell = result.report.cells[i];
        if (cell.reading != Reading::number) ++tally.unread;
        else if (filled.values[i].rfind(cell.value.to_string(), 0) == 0) ++tally.right;
        else if (named.count(static_cast<CellIndex>(i)) > 0) ++tally.wrong_named;
        else ++tally.wrong_silent;
    }
    return tally;
}

void print(const char* layout, const char* damage, int k, const Tally& tally) {
    const double all = static_cast<double>(tally.all()) / 100.0;
    std::printf("%-38s %-15s %d  %7.2f %7.2f %7.2f %10ld\n", layout, damage, k, static_cast<double>(tally.right) / all,
                static_cast<double>(tally.unread) / all, static_cast<double>(tally.wrong_named) / all, tally.wrong_silent);
}

}  // namespace

int main(int argc, char** argv) {
    const int reports = argc > 1 ? std::atoi(argv[1]) : 20;
    std::printf("%-38s %-15s k   right%%  unread%%  named%%  silent(cells)\n", "layout", "damage");
    Tally total;
    for (const Layout& layout : layouts()) {
        if (layout.name.find("HTML") != std::string::npos) continue;  // damages are to lines of text
        for (const Damage damage : all_damages)
            for (const int k : {1, 3}) {
                Random random(static_cast<std::uint64_t>(k) * 1000 + 7);
                Tally tally;
                for (int i = 0; i < reports; ++i) {
                    const Filled filled = random_filled(*forms()[static_cast<std::size_t>(below(random, 2))], random);
                    std::string text = layout.render(filled);
                    for (int n = 0; n < k; ++n) text = damaged(std::move(text), damage, random);
                    tally += judge(filled, check(text, {}));
                }
                print(layout.name.c_str(), damage_name(damage), k, tally);
                total += tally;
            }
    }
    print("all", "all", 0, total);
    return total.wrong_silent == 0 ? 0 : 1;
}
