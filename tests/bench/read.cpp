// How long reading takes: a report in each form, and hostile inputs of 5 MB, once and doubled.
#include <ctime>
#include <cstdio>
#include <functional>
#include <string>

#include "core/nianbao.hpp"
#include "core/read/gb18030.hpp"
#include "core/read/read.hpp"
#include "tests/support/hostile.hpp"
#include "tests/support/layouts.hpp"

namespace {

using namespace nianbao;

/// Processor milliseconds of a whole check, once.
double whole_check(const std::string& bytes) {
    const std::clock_t begin = std::clock();
    const Result result = check(bytes, {});
    return 1000.0 * static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC + (result.findings.size() > 100000 ? 1e9 : 0);
}

/// Processor milliseconds of one reading: the best of a few.
double milliseconds(const std::string& bytes) {
    double best = 1e9;
    const int rounds = bytes.size() < 500'000 ? 50 : 2;
    for (int i = 0; i < rounds; ++i) {
        const std::clock_t begin = std::clock();
        const Document document = read(bytes, {});
        const double taken = 1000.0 * static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
        if (document.text.size() > bytes.size() * 4 + 100) std::puts("text grew beyond its source");
        best = taken < best ? taken : best;
    }
    return best;
}

void print_row(const char* name, std::size_t size, double time, double doubled, double whole) {
    std::printf("%-44s %9zu bytes %9.3f ms, with all checks %9.3f ms", name, size, time, whole);
    if (doubled > 0) std::printf("   doubled: ×%.2f", doubled / time);
    std::puts("");
}

}  // namespace

int main() {
    testing::Random random(12);
    const testing::Filled filled = testing::random_filled(*forms()[1], random);
    for (const testing::Layout& layout : testing::layouts()) {
        const std::string report = layout.render(filled);
        print_row(layout.name.c_str(), report.size(), milliseconds(report), 0, whole_check(report));
    }
    const std::string text = testing::render_pipes(filled);
    print_row("L1 in GB18030", text.size(), milliseconds(to_gb18030(text)), 0, whole_check(text));
    for (const testing::Hostile& hostile : testing::hostile_inputs()) {
        constexpr std::size_t size = 5'000'000;
        const std::string once = hostile.make(size), twice = hostile.make(2 * size);
        const double time = milliseconds(once);
        print_row(hostile.name, once.size(), time, milliseconds(twice), whole_check(once));
    }
}
