// Row titles with an explanation behind them: they are titles all the same.
#include <catch2/catch.hpp>

#include "tests/unit/match_support.hpp"

using namespace nianbao;
using namespace nianbao::testing;

TEST_CASE("a label may be explained by words that hold another row's label") {
    const Filled old = numbered_2019();
    for (auto* render : {render_pipes, render_tsv, render_html, render_word_text})
        for (const char* explanation : {"（指制定机关以外单位的规范性文件和行政处罚、行政强制事项）", "：含行政处罚、行政强制在内的各类事项，规范性文件另计"}) {
            const std::string title = std::string("其他对外管理服务事项") + explanation;
            const Read read(replace_all(render(old), "其他对外管理服务事项", title));
            CHECK(read.different(old) == Texts{});
            CHECK(read.observed("label-altered") == Texts{});
        }
}

TEST_CASE("an explanation in a line of its own, or behind a space, is no row and parts no label from its figures") {
    const Filled old = numbered_2019();
    const std::pair<const char*, const char*> explained[] = {{"规章", "(无权)"}, {"规范性文件", "（指有文号的文件）"}, {"行政处罚", "(含简易程序的\n行政处罚)"}};
    for (const char* gap : {"\n", " "}) {
        std::string text = render_paragraphs(old);
        for (const auto& [label, explanation] : explained) {
            const std::string line = std::string("\n") + label + "\n";
            REQUIRE(text.find(line) != std::string::npos);
            text = replace_all(text, line, line.substr(0, line.size() - 1) + gap + explanation + "\n");
        }
        CAPTURE(text);
        const Read read(text);
        CHECK(read.different(old) == Texts{});
        CHECK(read.observed("row-extra") == Texts{});
        CHECK(read.observed("label-altered") == Texts{});
    }
    // A bracketed number begins the next label.
    const Read next(replace_all(render_paragraphs(numbered_2021()), "（一）予以公开", "（一）\n予以公开"));
    CHECK(next.different(numbered_2021()) == Texts{});
}
