// Tables whose line breaks became spaces.
#include <catch2/catch.hpp>

#include <algorithm>
#include <string>

#include "tests/unit/drawn.hpp"
#include "tests/unit/match_support.hpp"

using namespace nianbao;
using namespace nianbao::testing;

namespace {

const std::string table_two =
    "第二十条第（一）项 信息内容 本年制发件数 本年废止件数 现行有效件数 规章 0 0 0 行政规范性文件 2 1 9 第二十条第（五）项 信息内容 本年处理决定数量 "
    "行政许可 1,204 第二十条第（六）项 信息内容 本年处理决定数量 行政处罚 7 行政强制 无 第二十条第（八）项 信息内容 本年收费金额（单位：万元） 行政事业性收费 3.5";

/// Figures and titles as they stand in `table_two`, a line each.
Lines words(const std::string& text) {
    Lines lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        lines.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

Lines joined(Lines first, const Lines& rest) {
    first.insert(first.end(), rest.begin(), rest.end());
    return first;
}

}  // namespace

TEST_CASE("a table in one line is read word for word, whatever white space parts them") {
    CHECK(drawn(table_two) == words(table_two));
    CHECK(drawn(replace_all(table_two, " ", "\u3000")) == words(table_two));
    CHECK(drawn(replace_all(table_two, " ", "\u00A0 ")) == words(table_two));
}

TEST_CASE("a whole report in one line: sentences stay whole, the title and headings stand for themselves") {
    CHECK(drawn("临江县教育局 2024年政府信息公开工作年度报告 根据条例，制定 本报告。 一、总体情况 公开信息 12 条，答复 3 件。 二、主动公开政府信息情况 " + table_two +
                " 五、存在的主要问题及改进情况 人员 少。 六、其他需要报告的事项 无") ==
          joined(joined({"临江县教育局", "2024年政府信息公开工作年度报告", "根据条例，制定 本报告。", "一、总体情况", "公开信息 12 条，答复 3 件。", "二、主动公开政府信息情况"},
                        words(table_two)),
                 {"五、存在的主要问题及改进情况", "人员", "少。", "六、其他需要报告的事项", "无"}));
}

TEST_CASE("a section's number and the parts of its title belong together") {
    CHECK(drawn("临江县教育局年报 报告如下。 二、 主动公开 政府信息情况 " + table_two + " 三、收到和处理 政府信息公开申请情况 没有。") ==
          joined(joined({"临江县教育局年报", "报告如下。", "二、 主动公开 政府信息情况"}, words(table_two)), {"三、收到和处理 政府信息公开申请情况", "没有。"}));
}

TEST_CASE("a page number between words of a table is one, a negative figure before a dash is none") {
    const std::string first = table_two.substr(0, table_two.find("第二十条第（五）项")), rest = table_two.substr(first.size());
    CHECK(drawn(first + "- 3 - " + rest) == joined(joined(words(first), {"- 3 -"}), words(rest)));
    CHECK(drawn(first + "行政检查 -8 3 — " + rest) == joined(joined(words(first), {"行政检查", "-8", "3", "—"}), words(rest)));
}

TEST_CASE("sentences with spaces about their numbers, rows of a table, a list of pages are no table in one line") {
    for (const std::string line : {
             "全年主动公开 120 条， 其中 网站 30 条， 微信 20 条， 微博 10 条， 公报 6 条， 其他 54 条， 收到申请 9 件， 答复 8 件， 结转 1 件， 公开 5 件， 不公开 3 件。",
             "1 0 0 0 1 0 0 0 0 0 0 0 0 0 0 0 0 0", "总计 1 0 0 0 1 0 0 0 0 0 0 0 0 0 0 0", "共 20 页 1 2 3 4 5 6 7 8 9 10 下一页 尾页",
             "（一）予以公开 2 0 0 0 0 0 2 （二）部分公开 0"})
        CHECK(drawn(line) == Lines{line});
}

TEST_CASE("a report in one line has every cell; of a row that lost its blanks nothing is read") {
    const Filled filled = numbered_2021();
    const std::string line = in_one_line(render_spaced_lines(filled));
    CHECK(Read(line).different(filled) == Texts{});
    const Read lost(replace_all(line, " 14 0 0 0 0 0 14 ", " 14 14 "));
    CHECK(lost.row("t3.denied_secret") == "? ? ? ? ? ? ?");
    CHECK(lost.different(filled).size() == 7);
}

TEST_CASE("a paragraph of a page that holds a table in one line") {
    const Filled filled = numbered_2021();
    CHECK(Read("<p>" + in_one_line(render_paragraphs(filled)) + "</p>").different(filled) == Texts{});
}

TEST_CASE("a report of pipes in one line: headings stand for themselves, what is between pipes stays a row") {
    const std::string rows = "信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 | 规章 | 0 | 0 | 0 | 行政规范性文件 | 2 | 1 | 9 | 第二十条第（五）项 | ||| 行政许可 | 4 | || 行政处罚 | 7 | || 行政强制 | 0 | || 行政事业性收费 | 3.5 |";
    CHECK(drawn("临江县教育局年报 报告如下。 二、主动公开 政府信息情况 " + rows + " 三、收到和处理政府信息公开申请情况 没有收到。 详见附表。") ==
          joined(joined({"临江县教育局年报", "报告如下。", "二、主动公开 政府信息情况"}, drawn(rows)), {"三、收到和处理政府信息公开申请情况", "没有收到。 详见附表。"}));
    CHECK(drawn(rows).size() == 1);
    const std::string bar = "首页 | 要闻 | 机构职能 | 主动公开政府信息情况 | 关于 我们 的 办事 指南 和 联系 方式 等 各类 信息 " + std::string(40, '|');
    CHECK(drawn(bar).size() == 1);
}

TEST_CASE("a report of pipes in one line has every cell, section and title, blank or not") {
    Filled blank = numbered_2021();
    for (std::string& value : blank.values)
        if (value == "0") value.clear();
    const auto check = [](const Filled& filled, const std::string& text) {
        const Read read(in_one_line(text));
        CHECK(read.different(filled) == Texts{});
        CHECK(read.report.sections.size() == 6);
        CHECK(read.observed("header-altered") == Texts{});
    };
    for (const Filled& filled : {numbered_2021(), numbered_2019()})
        for (auto* render : {render_pipes, render_pipes_unpadded, render_cell_a_line}) check(filled, render(filled));
    for (auto* render : {render_pipes, render_cell_a_line}) check(blank, render(blank));
    const Filled filled = numbered_2021();
    CHECK(Read(in_one_line(replace_all(render_pipes(filled), "尚未审结", "尚未"))).observed("header-altered").size() == 3);
}
