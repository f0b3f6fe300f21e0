// How robust the reading is: with k random damages, the share of cells read right, declared unreadable (or missing),
// read as blank and said to be, read wrong with a finding that names the cell, and read wrong in silence, which must be 0.
//   bench_robustness [reports a line] [markdown|text] [part of a layout's name]
#include <cstdio>
#include <cstdlib>
#include <string>

#include "tests/support/damage.hpp"
#include "tests/support/judge.hpp"
#include "tests/support/layouts.hpp"

namespace {

using namespace nianbao;
using namespace nianbao::testing;

constexpr int counts[] = {1, 2, 3, 5};

struct Line {
    std::string layout, damage;
    int k = 0;
    Tally tally;
};

void print(const Line& line, bool markdown) {
    const double all = static_cast<double>(line.tally.all()) / 100.0;
    const auto share = [&](long cells) { return static_cast<double>(cells) / all; };
    const char* format = markdown ? "| %s | %s | %d | %.2f | %.2f | %.2f | %.3f | %ld |\n" : "%-36s %-15s %d %8.2f %8.2f %8.2f %8.3f %8ld\n";
    std::printf(format, line.layout.c_str(), line.damage.c_str(), line.k, share(line.tally.right), share(line.tally.unread),
                share(line.tally.blank_named), share(line.tally.wrong_named), line.tally.wrong_silent);
    std::fflush(stdout);
}

/// Half of the reports have large figures, a third blank cells, so that a row or cell that slips shows.
Filled report_to_damage(int i, bool blanks, Random& random) {
    const Form& form = *forms()[static_cast<std::size_t>(below(random, 2))];
    Filled filled = random_filled(form, random, i % 2 == 0 ? Size::large : Size::small);
    return blanks && i % 3 == 0 ? with_blanks(std::move(filled), random) : filled;
}

/// One line a report with cells read wrong; NIANBAO_KEEP=folder keeps its text.
void report_wrong(const Layout& layout, Damage damage, int k, int i, const Filled& filled, const Result& result, const std::string& text) {
    const std::string silent = first_silent(filled, result);
    std::fprintf(stderr, "%s, %s, k=%d, report %d%s: %s\n", layout.name.c_str(), damage_name(damage), k, i, silent.empty() ? "" : ", in silence", silent.empty() ? first_wrong(filled, result).c_str() : silent.c_str());
    const char* folder = std::getenv("NIANBAO_KEEP");
    if (!folder) return;
    const std::string path = std::string(folder) + "/" + layout.name.substr(0, 6) + damage_name(damage) + std::to_string(k) + "_" + std::to_string(i) + ".txt";
    if (std::FILE* file = std::fopen(path.c_str(), "wb")) {
        std::fwrite(text.data(), 1, text.size(), file);
        std::fclose(file);
    }
}

Tally run(const Layout& layout, Damage damage, int k, int reports) {
    Random random(static_cast<std::uint64_t>(k) * 1000 + 7);
    Tally tally;
    for (int i = 0; i < reports; ++i) {
        const Filled filled = report_to_damage(i, layout.blanks, random);
        std::string text = layout.lines(filled);
        for (int n = 0; n < k; ++n) text = damaged(std::move(text), damage, random);
        text = layout.joined(std::move(text));
        const Result result = check(text, {});
        const Tally own = judge(filled, result);
        if (own.wrong_named + own.wrong_silent > 0) report_wrong(layout, damage, k, i, filled, result, text);
        tally += own;
    }
    return tally;
}

}  // namespace

int main(int argc, char** argv) {
    const int reports = argc > 1 ? std::atoi(argv[1]) : 20;
    const bool markdown = argc > 2 && std::string_view(argv[2]) == "markdown";
    const std::string wanted = argc > 3 ? argv[3] : "";
    std::printf(markdown ? "| %s | %s | k | right %% | unread %% | blank, said %% | wrong, said %% | wrong, silent (cells) |\n|%.3s|%.3s|---|---|---|---|---|---|\n"
                         : "%-36s %-15s k    right%%  unread%%   blank%%    wrong%%   silent\n", "layout", "damage", "---", "---");
    Tally total;
    for (const Layout& layout : layouts()) {
        if (layout.name.find(wanted) == std::string::npos) continue;
        for (const Damage damage : all_damages)
            for (const int k : counts) {
                const Line line = {layout.name, damage_name(damage), k, run(layout, damage, k, reports)};
                print(line, markdown);
                total += line.tally;
            }
    }
    print({"all", "all", 0, total}, markdown);
    return total.wrong_silent == 0 ? 0 : 1;
}
