// How often the wrong cell is named, by kind of fault, and how fast; GLPK answers the same question beside it.
// Prints the tables of docs/locate.md (markdown). Figures of times are this machine's; everything else is the same
// on every machine.
//
// usage: bench_locate [TABLES]            the tables, TABLES of each kind (default 400)
//        bench_locate TABLES --json       the times alone, in microseconds: {"worst", "worst_many", "silent_many", …}
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <string_view>
#include <vector>

#ifdef __EMSCRIPTEN__
#include <emscripten.h>
#endif

#include "tests/locate/scoring.hpp"
#if __has_include(<glpk.h>)
#include "tests/locate/oracle.hpp"
#endif

namespace {

using namespace nianbao;
using namespace nianbao::locate_test;
/// Microseconds. Processor time, so that a busy machine does not count; a module only has the clock on the wall.
double now() {
#ifdef __EMSCRIPTEN__
    return emscripten_get_now() * 1000;
#else
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e6 + static_cast<double>(time.tv_nsec) / 1e3;
#endif
}

/// The best of several runs: what stays in the processor's caches does not count, nor what else the machine does.
template <typename Run>
double best_time(Run run) {
    constexpr int runs = 5;
    double best = 0;
    for (int i = 0; i < runs; ++i) {
        const double begin = now();
        run();
        const double time = now() - begin;
        best = i == 0 ? time : std::min(best, time);
    }
    return best;
}

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

    void add(const Form& of, const Figures& was, const Figures& became) {
        right.push_back(was);
        spoiled.push_back(became);
        form.push_back(&of);
    }
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
        tables.add(form, right, spoiled);
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
        tables.add(form, right, spoiled);
    }
    return tables;
}

/// Tables with so many faults that most programs, and most people, would give up: 4 to 21 wrong cells.
Tables far_gone(int count, std::uint64_t seed) {
    Tables tables;
    Random random(seed);
    while (static_cast<int>(tables.right.size()) < count) {
        const Form& form = *forms()[tables.right.size() % forms().size()];
        const Layout layout = layout_of(form, Table::three);
        const Figures right = random_report(form, random);
        Figures spoiled = right;
        for (std::int64_t faults = 4 + random.below(18); faults > 0; --faults)
            spoil_somewhere(layout, spoiled, all_faults[static_cast<std::size_t>(random.below(all_faults.size()))], random);
        const std::size_t wrong = difference(spoiled, right).size();
        if (wrong < 4 || wrong > 21) continue;
        tables.add(form, right, spoiled);
    }
    return tables;
}

struct Timed {
    std::vector<double> times;
    int silent = 0;
};

Timed timed(const Tables& tables, Timed all = {}) {
    for (std::size_t i = 0; i < tables.right.size(); ++i) {
        const Document document;
        const Report report = report_of(*tables.form[i], tables.spoiled[i]);
        Localisation localisation;
        all.times.push_back(best_time([&] { localisation = locate({document, report}); }));
        all.silent += localisation.repairs.empty() && !localisation.note.zh.empty() ? 1 : 0;
    }
    return all;
}

struct Times {
    std::vector<double> ours, theirs;
    std::int64_t most_work = 0;
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
        times.most_work = std::max(times.most_work, trial.work);
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
struct Beside {
    std::vector<double> ours, theirs;
    int equal = 0, compared = 0;
};

Beside beside_glpk(int count) {
    const Tables tables = two_apart(count / 2, 77);
    const Tables more = spoiled_tables(Table::three, count / 2, 1, nullptr, 78);
    Beside beside;
    auto& [ours, theirs, equal, compared] = beside;
    for (const Tables* set : {&tables, &more})
        for (std::size_t i = 0; i < set->right.size(); ++i) {
            const Document document;
            const Report report = report_of(*set->form[i], set->spoiled[i]);
            Localisation localisation;
            std::optional<Optimum> optimum;
            ours.push_back(best_time([&] { localisation = locate({document, report}); }));
            theirs.push_back(best_time([&] { optimum = least_changes(*set->form[i], Table::three, set->spoiled[i]); }));
            if (!optimum || localisation.repairs.empty()) continue;
            ++compared;
            equal += optimum->changes == static_cast<int>(localisation.repairs.front().changes.size()) ? 1 : 0;
        }
    return beside;
}

void print_beside_glpk(int count) {
    const auto [ours, theirs, equal, compared] = beside_glpk(count);
    std::printf("\n### Beside GLPK\n\n| | median µs | 99 %% µs | worst µs |\n|---|--:|--:|--:|\n");
    std::printf("| locate | %.0f | %.0f | %.0f |\n", quantile(ours, 0.5), quantile(ours, 0.99), quantile(ours, 1));
    std::printf("| GLPK | %.0f | %.0f | %.0f |\n", quantile(theirs, 0.5), quantile(theirs, 0.99), quantile(theirs, 1));
    std::printf("\n%zu tables, same number of changes in %d of %d; %.0f times faster at the median.\n", ours.size(), equal, compared,
                quantile(theirs, 0.5) / quantile(ours, 0.5));
}
#endif

void print_json(int count) {
    Timed worst, many = timed(far_gone(600, 4242));
    for (const Table table : {Table::three, Table::four})
        for (const Fault fault : all_faults)
            worst = timed(spoiled_tables(table, count / 4, 1, &fault, 100 + static_cast<std::uint64_t>(fault)), std::move(worst));
    worst = timed(two_apart(count, 55), std::move(worst));
    for (int faults = 2; faults <= 4; ++faults)
        worst = timed(spoiled_tables(Table::three, count, faults, nullptr, 60 + static_cast<std::uint64_t>(faults)), std::move(worst));
    std::printf("{\"tables\": %zu, \"median\": %.1f, \"worst\": %.1f, \"silent\": %d, \"tables_many\": %zu, \"median_many\": %.1f, \"worst_many\": %.1f, \"silent_many\": %d",
                worst.times.size(), quantile(worst.times, 0.5), quantile(worst.times, 1), worst.silent, many.times.size(),
                quantile(many.times, 0.5), quantile(many.times, 1), many.silent);
#if __has_include(<glpk.h>)
    const Beside beside = beside_glpk(count);
    std::printf(", \"beside\": %.1f, \"glpk\": %.1f", quantile(beside.ours, 0.5), quantile(beside.theirs, 0.5));
#endif
    std::printf("}\n");
}

}  // namespace

int main(int argc, char** argv) {
    const int count = argc > 1 ? std::max(2, std::atoi(argv[1])) : 400;
    if (argc > 2 && std::string_view(argv[2]) == "--json") return print_json(count), 0;
    Times times;
    head("Table three, one fault");
    by_kind(Table::three, count, times);
    head("Table four, one fault");
    by_kind(Table::four, count, times);
    head("Table three, several faults");
    print_score("two wrong cells in different rows and columns", score_of(two_apart(5 * count, 55), times));
    for (int faults = 2; faults <= 4; ++faults)
        print_score(std::to_string(faults) + " faults of any kind", score_of(spoiled_tables(Table::three, count, faults, nullptr, 60 + static_cast<std::uint64_t>(faults)), times));
    std::printf("\n### Time of one report\n\nmedian %.0f µs, 99 %% %.0f µs, worst %.0f µs; at most %lld units of work; \"too many faults to say\" for %d of %zu; no relation failed in %d.\n",
                quantile(times.ours, 0.5), quantile(times.ours, 0.99), quantile(times.ours, 1), static_cast<long long>(times.most_work),
                times.silent, times.ours.size(), times.unseen);
#if __has_include(<glpk.h>)
    print_beside_glpk(count);
#endif
}
