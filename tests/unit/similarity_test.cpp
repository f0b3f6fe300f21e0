#include "core/text/similarity.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

using namespace nianbao;

namespace {

/// The edit distance as it is defined, a table of all prefixes.
double by_table(const std::vector<int>& a, const std::vector<int>& b) {
    std::vector<std::vector<int>> d(a.size() + 1, std::vector<int>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i)
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) d[i][j] = static_cast<int>(i + j);
            else d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
        }
    return 1.0 - static_cast<double>(d[a.size()][b.size()]) / static_cast<double>(std::max(a.size(), b.size()));
}

}  // namespace

TEST_CASE("likeness is one less the share of characters to change", "[similarity]") {
    CHECK(similarity("", "") == 0);
    CHECK(similarity("公开", "") == 0);
    CHECK(similarity("公开", "公开") == 1);
    CHECK(similarity("予以公开", "不予公开") == Approx(0.5));
    CHECK(similarity("行政事业型收费", "行政事业性收费") == Approx(1.0 - 1.0 / 7));
}

TEST_CASE("likeness is what the table of all prefixes says, up to eighty characters", "[similarity]") {
    const char* const characters[] = {"行", "政", "a", "性", "伎"};  // two of them share the last byte
    std::mt19937 random(8);
    for (int i = 0; i < 2000; ++i) {
        std::vector<int> a(1 + random() % 90), b(1 + random() % 90);
        std::string left, right;
        for (int& c : a) left += characters[static_cast<std::size_t>(c = static_cast<int>(random() % 5))];
        for (int& c : b) right += characters[static_cast<std::size_t>(c = static_cast<int>(random() % 5))];
        a.resize(std::min<std::size_t>(a.size(), 80));
        b.resize(std::min<std::size_t>(b.size(), 80));
        if (left != right) CHECK(similarity(left, right) == Approx(by_table(a, b)));
    }
}
