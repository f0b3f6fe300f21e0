#include "core/sort.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace nianbao;

TEST_CASE("values come in order, equal ones stay in theirs") {
    std::vector<std::pair<int, std::string>> values;
    sort_by(values, [](const auto& a, const auto& b) { return a.first < b.first; });
    CHECK(values.empty());
    for (const int size : {1, 2, 7, 8, 9, 16, 17, 40, 1000}) {
        values.clear();
        for (int i = 0; i < size; ++i) values.emplace_back((i * 7919) % 13, std::to_string(i));
        sort_by(values, [](const auto& a, const auto& b) { return a.first < b.first; });
        REQUIRE(values.size() == static_cast<std::size_t>(size));
        for (std::size_t i = 1; i < values.size(); ++i) {
            CHECK(values[i - 1].first <= values[i].first);
            if (values[i - 1].first == values[i].first) CHECK(std::stoi(values[i - 1].second) < std::stoi(values[i].second));
        }
        for (const auto& [rank, text] : values) CHECK(rank == (std::stoi(text) * 7919) % 13);
    }
}
