// Writes reports of our own making for the comparison of the module with the command line: every layout, sound and damaged.
//
// usage: generate_reports FOLDER COUNT        files 0000.txt, 0001.txt, …; the same every time
#include <cstdio>
#include <cstdlib>
#include <string>

#include "tests/support/damage.hpp"
#include "tests/support/filled.hpp"
#include "tests/support/layouts.hpp"

using namespace nianbao;
using namespace nianbao::testing;

namespace {

/// One cell of the report says something else than it should.
void spoil(Filled& filled, Random& random) {
    static const char* const texts[] = {"1", "007", "3.0", "-5", "/", "无", "12件", "一百", "1,024", "９", "10 4", "67.84万元"};
    const std::size_t cell = static_cast<std::size_t>(below(random, static_cast<int>(filled.values.size())));
    filled.values[cell] = texts[static_cast<std::size_t>(below(random, static_cast<int>(std::size(texts))))];
}

std::string report(int number) {
    Random random(static_cast<std::uint64_t>(number) + 20210130U);
    const std::span<const Form* const> known = forms();
    Filled filled = random_filled(*known[static_cast<std::size_t>(below(random, static_cast<int>(known.size())))], random);
    const Layout& layout = layouts()[static_cast<std::size_t>(number) % layouts().size()];
    if (layout.blanks && below(random, 4) == 0) filled = with_blanks(filled, random);
    for (int wrong = below(random, 3); wrong > 0; --wrong) spoil(filled, random);
    std::string text = layout.lines(filled);
    if (below(random, 3) == 0) text = damaged(std::move(text), all_damages[below(random, static_cast<int>(std::size(all_damages)))], random);
    text = layout.joined(std::move(text));
    if (below(random, 20) == 0) text.resize(text.size() * static_cast<std::size_t>(below(random, 100)) / 100);  // cut anywhere
    return text;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) return std::fputs("usage: generate_reports FOLDER COUNT\n", stderr), 2;
    const int count = std::atoi(argv[2]);
    for (int i = 0; i < count; ++i) {
        char name[32];
        std::snprintf(name, sizeof name, "/%05d.txt", i);
        std::FILE* file = std::fopen((argv[1] + std::string(name)).c_str(), "wb");
        if (!file) return std::perror(argv[1]), 1;
        const std::string text = report(i);
        std::fwrite(text.data(), 1, text.size(), file);
        std::fclose(file);
    }
    return 0;
}
