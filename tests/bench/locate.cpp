// How often the wrong cell is named, by kind of fault, and how fast; GLPK answers the same question beside it.
// Prints the tables of docs/locate.md (markdown). Figures of times are this machine's; everything else is the same
// on every machine.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <vector>

#include "tests/locate/scoring.hpp"
#if __has_include(<glpk.h>)
#include "tests/locate/oracle.hpp"
#endif

namespace {

using namespace nianbao;
using namespace nianbao::locate_test;
/// Processor time, so that a busy machine does not count.
double now() { return static_cast<double>(std::clock()) * 1e6 / CLOCKS_PER_SEC; }

double quantile(std::vector<double> values, double q) {
    if (values.empty()) return 0;
    std::sort(values.begin(), values.end());
    return values[static_cast<std::size_t>(q * static_cast<double>(values.size() - 1))];
}

void print_score(const std::string& name, const Score& s) {
    const auto percent = [&](double part) { return s.cases == 0 ? 0.0 : 100.0 * part / s.cases; };
    std::printf("| %s | %d | %.1f | %.1f | %.1f / %.1f | **%.1f** | **%.1f** |\n", name.c_str(), s.cases, percent(s.determined),
                percent(s.smallest), percent(s.by_chance), percent(s.three_by_chance), percent(s.first), percent(s.first_three));
}

struct Tables {
    std::vector<Figures> right, spoiled;
    std::vector<const Form*> form;
};

/// `faults` faults of one kind, or of random kinds where `kind` is null, in random reports of both forms.
Tables spoiled_tables(Table table, int count, int faults, const Fault* kind, std::uint64_t seed) {
    Tables tables;
    Random random(seed);
    while (static_cast<int>(tables.right.size()) < count) {
        const Form& form = *forms()[tables.right.size() % forms().size()];
        const Layout layout = layout_of(form, table);
        const Figures right = random_report(form, random);
        Figures spoiled = right;
        bool done = true;
        for (int i = 0; i < faults; ++i)
            done = done && spoil_somewhere(layout, spoiled, kind ? *kind : all_faults[static_cast<std::size_t>(random.below(all_faults.size()))], random);
        if (!done || difference(spoiled, right).empty()) continue;
        tables.right.push_back(right);
        tables.spoiled.push_back(spoiled);
        tables.form.push_back(&form);
    }
    return tables;
}

/// Two wrong cells in different rows and columns.
Tables two_apart(int count, std::uint64_t seed) {
    Tables tables;
    Random random(seed);
    while (static_cast<int>(tables.right.size()) < count) {
        const Form& form = *forms()[tables.right.size() % forms().size()];
        const Layout layout = layout_of(form, Table::three);
        const Figures right = random_report(form, random);
        Figures spoiled = right;
        for (int i = 0; i < 2; ++i) {
            Fault fault = Fault::swapped;
            while (!single_cell(fault)) fault = all_faults[static_cast<std::size_t>(random.below(all_faults.size()))];
            spoil_somewhere(layout, spoiled, fault, random);
        }
        const Difference wrong = difference(spoiled, right);
        if (wrong.size() != 2) continue;
        const FormCell &a = cells_of(form)[wrong.begin()->first], &b = cells_of(form)[wrong.rbegin()->first];
        if (a.row == b.row || a.column == b.column) continue;
        tables.right.push_back(right);
        tables.spoiled.push_back(spoiled);
        tables.form.push_back(&form);
    }
    return tables;
}

struct Times {
    std::vector<double> ours, theirs;
    std::int64_t most_steps = 0;
    int silent = 0;  ///< too many faults to say
    int unseen = 0;  ///< no relation fails: cells of one sum swapped among themselves
};

Score score_of(const Tables& tables, Times& times) {
    Score score;
    for (std::size_t i = 0; i < tables.right.size(); ++i) {
        const Document document;
        const Report report = report_of(*tables.form[i], tables.spoiled[i]);
        const double begin = now();
        const Localisation localisation = locate({document, report});
        times.ours.push_back(now() - begin);
        const Trial trial = try_to_mend(*tables.form[i], tables.spoiled[i], tables.right[i]);
        times.most_steps = std::max(times.most_steps, trial.steps);
        times.silent += localisation.repairs.empty() && !localisation.note.zh.empty() ? 1 : 0;
        if (failing_models({document, report}).empty()) times.unseen += 1;
        count(score, trial, difference(tables.spoiled[i], tables.right[i]));
    }
    return score;
}

void by_kind(Table table, int count, Times& times) {
    for (const Fault fault : all_faults) {
        const Tables tables = spoiled_tables(table, count, 1, &fault, 100 + static_cast<std::uint64_t>(fault));
        print_score(std::string(fault_name(fault)), score_of(tables, times));
    }
}

void head(const char* title) {
    std::printf("\n### %s\n\n| corruption | tables | determined %% | limit %% | by chance, 1 / 3 %% | first %% | first three %% |\n|---|--:|--:|--:|--:|--:|--:|\n", title);
}

#if __has_include(<glpk.h>)
/// The best of three runs, for both: what stays in the processor's caches does not count.
template <typename Run>
double best_of_three(Run run) {
    double best = 0;
    for (int i = 0; i < 3; ++i) {
        const double begin = now();
        run();
        const double time = now() - begin;
        best = i == 0 ? time : std::min(best, time);
    }
    return best;
}

void beside_glpk(int count) {
    const Tables tables = two_apart(count / 2, 77);
    const Tables more = spoiled_tables(Table::three, count / 2, 1, nullptr, 78);
    std::vector<double> ours, theirs;
    int equal = 0, compared = 0;
    for (const Tables* set : {&tables, &more})
        for (std::size_t i = 0; i < set->right.size(); ++i) {
            const Document document;
            const Report report = report_of(*set->form[i], set->spoiled[i]);
            Localisation localisation;
            std::optional<Optimum> optimum;
            ours.push_back(best_of_three([&] { localisation = locate({document, report}); }));
            theirs.push_back(best_of_three([&] { optimum = least_changes(*set->form[i], Table::three, set->spoiled[i]); }));
            if (!optimum || localisation.repairs.empty()) continue;
            ++compared;
            equal += optimum->changes == static_cast<int>(localisation.repairs.front().changes.size()) ? 1 : 0;
        }
    std::printf("\n### Beside GLPK\n\n| | median µs | 99 %% µs | worst µs |\n|---|--:|--:|--:|\n");
    std::printf("| locate | %.0f | %.0f | %.0f |\n", quantile(ours, 0.5), quantile(ours, 0.99), quantile(ours, 1));
    std::printf("| GLPK | %.0f | %.0f | %.0f |\n", quantile(theirs, 0.5), quantile(theirs, 0.99), quantile(theirs, 1));
    std::printf("\n%zu tables, same number of changes in %d of %d; %.0f times faster at the median.\n", ours.size(), equal, compared,
                quantile(theirs, 0.5) / quantile(ours, 0.5));
}
#endif

}  // namespace

int main(int argc, char** argv) {
    const int count = argc > 1 ? std::max(2, std::atoi(argv[1])) : 400;
    Times times;
    head("Table three, one fault");
    by_kind(Table::three, count, times);
    head("Table four, one fault");
    by_kind(Table::four, count, times);
    head("Table three, several faults");
    print_score("two wrong cells in different rows and columns", score_of(two_apart(5 * count, 55), times));
    for (int faults = 2; faults <= 4; ++faults)
        print_score(std::to_string(faults) + " faults of any kind", score_of(spoiled_tables(Table::three, count, faults, nullptr, 60 + static_cast<std::uint64_t>(faults)), times));
    std::printf("\n### Time of one report\n\nmedian %.0f µs, 99 %% %.0f µs, worst %.0f µs; at most %lld steps; \"too many faults to say\" for %d of %zu; no relation failed in %d.\n",
                quantile(times.ours, 0.5), quantile(times.ours, 0.99), quantile(times.ours, 1), static_cast<long long>(times.most_steps),
                times.silent, times.ours.size(), times.unseen);
#if __has_include(<glpk.h>)
    beside_glpk(count);
#endif
}
