// Merged cells that were written out: their text stands in every place they covered.
#include <catch2/catch.hpp>

#include <string>

#include "tests/unit/drawn.hpp"
#include "tests/unit/match_support.hpp"

using namespace nianbao;
using namespace nianbao::testing;

namespace {

const std::string heads = "第二十条第（一）项 | 第二十条第（一）项 | 第二十条第（一）项 | 第二十条第（一）项 |\n信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n";
const std::string licensing = "第二十条第（五）项 | 第二十条第（五）项 | 第二十条第（五）项 | 第二十条第（五）项 |\n信息内容 | 本年处理决定数量 | 本年处理决定数量 | 本年处理决定数量 |\n";
const std::string heads_drawn = "[第二十条第（一）项{1,4}/信息内容|本年制发件数|本年废止件数|现行有效件数/", licensing_drawn = "第二十条第（五）项{1,4}/信息内容|本年处理决定数量{1,3}/";

}  // namespace

TEST_CASE("words that repeat are one cell, figures only below one") {
    CHECK(drawn(heads + "规章 | 0 | 0 | 0 |\n" + licensing + "行政许可 | 24 | 24 | 24 |\n行政处罚 | 7 | 7 | 7 |\n") ==
          Lines{heads_drawn + "规章|0|0|0/" + licensing_drawn + "行政许可|24{1,3}/行政处罚|7{1,3}]"});
    // Figures that differ, or are blank, are what they are.
    CHECK(drawn(heads + "规章 | 无 | 无 | 无 |\n" + licensing + "行政许可 | 24 | 24 | 25 |\n行政处罚 | 7 | 7 | 7 |\n") ==
          Lines{heads_drawn + "规章|无|无|无/" + licensing_drawn + "行政许可|24{1,2}|25/行政处罚|7{1,2}|7]"});
}

TEST_CASE("words that repeat below one another over the same columns are one cell") {
    const std::string head = "自然人 | 法人或其他组织 | 法人或其他组织 | 总计 |\n自然人 | 商业企业 | 科研机构 | 总计 |\n", group = "（三）不予公开 | 1.属于国家秘密 | 0 | 0 |\n（三）不予公开 | 2.禁止公开 | 0 | 0 |\n";
    CHECK(drawn(head + group + "（四）无法提供 | （四）无法提供 | 0 | 0 |\n") ==
          Lines{"[自然人{2,1}|法人或其他组织{1,2}|总计{2,1}/商业企业|科研机构/（三）不予公开{2,1}|1.属于国家秘密|0|0/2.禁止公开|0|0/（四）无法提供{1,2}|0|0]"});
}

TEST_CASE("a row that lost a cell, and one whose last cell goes on below, are one cell each") {
    CHECK(drawn(heads + "规章 | 0 | 0 | 0 |\n" + licensing + "行政许可 | 24 | 24 |\n行政处罚 | 7 | 7 | 7 |\n行政强制 | 8 | 8 | 8\n1 |\n行政收费 | 9 | 9 | 9 |\n").front().find("行政许可 | 24 | 24{1,4}") !=
          std::string::npos);
    const Lines cut = drawn(heads + licensing + "行政处罚 | 7 | 7 | 7 |\n行政强制 | 8 | 8 | 8\n1 |\n行政收费 | 9 | 9 | 9 |\n");
    CHECK(cut.front().find("行政强制 | 8 | 8 | 8{1,4}") != std::string::npos);
    CHECK(cut.front().find("行政处罚|7{1,3}") != std::string::npos);
}

TEST_CASE("a table whose words do not repeat keeps its cells") {
    const std::string once = "信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n规章 | 0 | 0 | 0 |\n行政规范性文件 | 无 | 无 | 无 |\n";
    CHECK(drawn(once) == Lines{"[信息内容|本年制发件数|本年废止件数|现行有效件数/规章|0|0|0/行政规范性文件|无|无|无]"});
}

TEST_CASE("a report whose merged cells were written out is read as one whose cells are merged") {
    for (Filled filled : {numbered_2021(), numbered_2019()}) {
        const std::string text = render_written_out(filled);
        CHECK(Read(text).different(filled) == Texts{});
        CHECK(Read(replace_all(replace_all(text, " |\n", "\n"), " | ", "\t")).different(filled) == Texts{});
    }
}
