#include "core/text/contains.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace nianbao;

TEST_CASE("a word is found where string_view finds it, wherever one looks from", "[contains]") {
    const std::string text = "信息公开信息处理费，收取信息处理费0元。20件";
    for (const std::string_view word : {"信息", "信息处理费", "公开", "元", "20", "0", "", "没有", "件", "20件了"})
        for (std::size_t from = 0; from <= text.size() + 1; ++from) CHECK(find_word(text, word, from) == text.find(word, from));
}
