// Titles that were renamed, cut short or misspelt beyond recognition: the figures are read in their place, and it is said.
#include <catch2/catch.hpp>

#include "core/match/labels.hpp"
#include "tests/unit/match_support.hpp"

using namespace nianbao;
using namespace nianbao::testing;

namespace {

/// The label with another text behind its number.
std::string renamed(std::string_view label, std::string_view text) {
    return std::string(label.substr(0, label.size() - without_numbering(label).size())) + std::string(text);
}

/// Of tables two and three.
std::vector<const Row*> rows_of(const Form& form) {
    std::vector<const Row*> rows;
    for (const FormBlock& block : form.blocks)
        if (block.table != Table::four)
            for (const Row& row : block.rows) rows.push_back(&row);
    return rows;
}

std::string pipes() { return render_pipes(numbered_2021()); }

}  // namespace

TEST_CASE("the first titles of table four are whole where lines broke them") {
    const Filled filled = numbered_2021();
    const std::string text = render_paragraphs(filled), titles = "\n行政复议\n行政诉讼\n";
    for (const char* broken : {"\n行政\n复议\n行政诉讼\n", "\n行\n政复议\n行政诉讼\n", "\n行政\n复议\n行政\n诉讼\n", "\n行\n政\n复\n议\n行政诉讼\n"}) {
        const Read read(replace_all(text, titles, broken));
        CHECK(read.different(filled) == Texts{});
        CHECK(read.observed("header-altered") == Texts{});
    }
    CHECK(Read(replace_all(text, titles, "\n行政调解\n行政诉讼\n")).observed("header-altered").size() == 1);
}

TEST_CASE("a row under another title is read by its place, in every layout, and its title is named") {
    for (const Filled& filled : {numbered_2021(), numbered_2019()})
        for (const Layout& layout : layouts()) {
            const std::string text = layout.render(filled);
            for (const Row* row : rows_of(*filled.form))
                for (const std::string& title : {renamed(row->label, "有关事项"), std::string("有关事项"), renamed(row->label, "其他的有关情况说明")}) {
                    CAPTURE(layout.name, filled.form->id, row->label, title);
                    const std::string altered = replace_all(text, std::string(row->label), title);
                    if (altered == text) continue;  // the layout breaks this label over lines
                    const Read read(altered);
                    CHECK(read.different(filled) == Texts{});
                    CHECK(read.observed("label-altered") == Texts{title + " → " + std::string(row->label)});
                    CHECK(read.observed("row-extra") == Texts{});
                }
        }
}

TEST_CASE("titles cut short are read by their place") {
    for (const char* label : {"四、结转下年度继续办理", "一、本年新收政府信息公开申请数量", "（一）予以公开", "（七）总计", "（三）不予公开", "8.属于行政查询事项"}) {
        CAPTURE(label);
        for (const std::size_t left : {9U, 12U, 15U}) {
            const std::string cut = std::string(label).substr(0, left);
            CAPTURE(cut);
            CHECK(Read(replace_all(pipes(), label, cut)).different(numbered_2021()) == Texts{});
        }
    }
}

TEST_CASE("table four is read though one of its titles is a single character") {
    const std::string text = pipes();
    const std::size_t head = text.find("结果维持");
    for (std::size_t at = text.find("总计", head); at != std::string::npos; at = text.find("总计", at + 1))
        for (const char* left : {"总", "计"}) {
            const Read read(std::string(text).replace(at, 6, left));
            CHECK(read.different(numbered_2021()) == Texts{});
            CHECK(read.observed("header-altered") == Texts{std::string(left) + " → 总计"});
        }
}

TEST_CASE("several rows in a line under other titles are read in their order") {
    std::string text = pipes();
    for (const char* label : {"5.属于三类内部事务信息", "6.属于四类过程性信息", "7.属于行政执法案卷"}) text = replace_all(text, label, renamed(label, "有关事项"));
    const Read read(text);
    CHECK(read.different(numbered_2021()) == Texts{});
    CHECK(read.observed("label-altered").size() == 3);
}

TEST_CASE("what stands in a missing row's place is not that row where its number, its values or its words say otherwise") {
    const auto instead = [](const std::string& title, const std::string& values) {
        return Read(replaced_line(pipes(), "6.属于四类过程性信息", title + " | " + values + " |\n"));
    };
    const std::string row = "19 | 0 | 0 | 0 | 0 | 0 | 19";
    CHECK(instead("6.有关事项", row).row("t3.denied_process") == "19 0 0 0 0 0 19");
    CHECK(instead("9.有关事项", row).row("t3.denied_process") == ". . . . . . .");
    CHECK(instead("有关事项", "19 | 0 | 0 | 0 | 0 | 19").row("t3.denied_process") == ". . . . . . .");
    CHECK(instead("小计", row).row("t3.denied_process") == ". . . . . . .");
    CHECK(instead("1.属于国家秘密", row).row("t3.denied_process") == ". . . . . . .");
    CHECK(instead("有关事项 | " + row + " |\n另一事项", row).row("t3.denied_process") == ". . . . . . .");
}

TEST_CASE("a row that appears twice is not taken for its neighbour whose title was cut") {
    const std::string text = replace_all(pipes(), "一、本年新收政府信息公开申请数量", "一、本年新");
    const std::string twice = line_with(text, "二、上年结转政府信息公开申请数量");
    const Read read(replaced_line(text, "二、上年结转政府信息公开申请数量", twice + twice));
    CHECK(read.row("t3.new") != "11 0 0 0 0 0 11");
    CHECK(read.row("t3.carried_in") == "11 0 0 0 0 0 11");
}

TEST_CASE("a column title with an explanation behind it is as printed, in every layout") {
    const std::pair<Filled, std::vector<std::pair<const char*, const char*>>> forms[] = {
        {numbered_2019(), {{"上一年项目数量", "（指2018年的事项数）"}, {"处理决定数量", "(即办件量，含网上办理)"}, {"法律服务机构", "（律师事务所等）"}, {"对外公开总数量", "（件）"}}},
        {numbered_2021(), {{"现行有效件数", "（截至年底）"}, {"本年处理决定数量", "（件）"}, {"社会公益组织", "（含协会）"}, {"自然人", "（公民）"}}}};
    for (const auto& [filled, titles] : forms)
        for (const Layout& layout : layouts())
            for (const auto& [title, explanation] : titles) {
                CAPTURE(layout.name, title);
                const std::string altered = replace_all(layout.render(filled), title, std::string(title) + explanation);
                const Read read(altered);
                CHECK(read.different(filled) == Texts{});
                CHECK(read.observed("header-altered") == Texts{});
            }
}

TEST_CASE("a unit in a title's own brackets, or an explanation of a renamed title, is named") {
    const std::string text = pipes();
    CHECK(Read(replace_all(text, "（单位：万元）", "（单位：元）")).observed("header-altered") == Texts{"本年收费金额（单位：元） → 本年收费金额（单位：万元）"});
    CHECK(Read(replace_all(text, "本年废止件数", "本年清理件数（含废止）")).observed("header-altered") == Texts{"本年清理件数（含废止） → 本年废止件数"});
    CHECK(Read(replace_all(text, "本年废止件数", "本年废止件数（")).observed("header-altered") == Texts{});
}
