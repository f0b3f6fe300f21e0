// Rows that stand out of their order, or twice, or that the form does not have: they are named, and move no figure.
#include <catch2/catch.hpp>

#include <string>

#include "tests/unit/match_support.hpp"

using namespace nianbao;
using namespace nianbao::testing;

namespace {

std::string pipes() { return render_pipes(numbered_2021()); }

using Render = std::string (*)(const Filled&);
/// A table three's row is one line of it.
constexpr Render row_a_line[] = {render_pipes, render_tsv, render_markdown};

}  // namespace

TEST_CASE("rows out of their order are read by their titles, and said to be") {
    const Filled filled = numbered_2021();
    for (const Render render : row_a_line) {
        const std::string text = render(filled);
        const std::string one = line_with(text, "3.危及"), other = line_with(text, "2.其他法律");
        const Read read(replace_all(text, other + one, one + other));
        CHECK(read.different(filled) == Texts{});
        REQUIRE(read.observed("row-misplaced").size() == 1);
        CHECK(read.report.observations.size() == 1);
    }
    std::string html = replace_all(render_html(filled), ">行政处罚<", ">@@<");
    html = replace_all(replace_all(html, ">行政强制<", ">行政处罚<"), ">@@<", ">行政强制<");
    Filled swapped = filled;
    std::swap(swapped.at("t2.penalty.decisions"), swapped.at("t2.compulsion.decisions"));
    const Read read(html);
    CHECK(read.different(swapped) == Texts{});
    CHECK(read.observed("row-misplaced").size() == 1);
}

TEST_CASE("a row twice beside one whose title was cut is no row but its own, first and last rows too") {
    const Filled filled = numbered_2021();
    struct Case {
        const char* printed;
        const char* cut;
        const char* twice;
    };
    for (const Case& c : {Case{"一、本年新收政府信息公开申请数量", "一、本年新", "二、上年结转政府信息公开申请数量"},
                          Case{"3.危及“三安全一稳定”", "3.危及", "2.其他法律行政法规禁止公开"}, Case{"四、结转下年度继续办理", "四、结转", "（七）总计"}})
        for (auto* render : {render_pipes, render_tsv, render_markdown, render_paragraphs}) {
            const std::string text = render(filled);
            const bool in_one_line = render != render_paragraphs;
            const std::string row = line_with(text, c.twice);
            const std::string twice = in_one_line ? replace_all(text, row, row + row) : text;
            const Read read(replace_all(twice, c.printed, c.cut));
            CAPTURE(c.cut);
            CHECK(read.different(filled) == Texts{});
            CHECK(read.observed("label-altered") == Texts{std::string(c.cut) + " → " + c.printed});
            CHECK(read.observed("row-extra").size() == (in_one_line ? 1 : 0));
        }
    const std::string last = line_with(pipes(), "四、结转下年度继续办理");
    CHECK(Read(replace_all(pipes(), last, last + last)).observed("row-extra").size() == 1);
}

TEST_CASE("a row twice, or one the form does not have, is said; the others keep their figures") {
    const Filled filled = numbered_2021();
    for (const Render render : row_a_line) {
        const std::string text = render(filled), line = line_with(text, "3.危及");
        const Read twice(replace_all(text, line, line + line));
        CHECK(twice.different(filled) == Texts{});
        REQUIRE(twice.observed("row-extra").size() == 1);
        CHECK(twice.observed("row-extra").front() == "3.危及“三安全一稳定”");
        const Read disputed(replace_all(text, line, line + replace_all(line, filled.at("t3.denied_stability.total"), "77777")));
        CHECK(disputed.row("t3.denied_stability") == "? ? ? ? ? ? ?");
        CHECK(disputed.different(filled).size() == 7);
        CHECK(disputed.observed("row-extra").size() == 1);
        const Read added(replace_all(text, line, line + replace_all(line, "3.危及“三安全一稳定”", "9.其他情形")));
        CHECK(added.different(filled) == Texts{});
        CHECK(added.observed("row-extra") == Texts{"9.其他情形"});
        CHECK(added.report.observations.size() == 1);
    }
}

TEST_CASE("the first row twice is said where the head's titles stand right before it, too") {
    const Filled filled = numbered_2021();
    const std::string label = "一、本年新收政府信息公开申请数量", value = filled.at("t3.new.total");
    for (auto* render : {render_html, render_paragraphs}) {
        const std::string text = render(filled);
        const bool html = text.find("<tr") != std::string::npos;
        const std::size_t at = text.find(label), begin = html ? text.rfind("<tr", at) : text.rfind('\n', at) + 1;
        const std::size_t end = html ? text.find("</tr>", at) + 5 : text.rfind('\n', text.find("二、上年结转政府信息公开申请数量")) + 1;
        const std::string row = text.substr(begin, end - begin);
        const Read twice(text.substr(0, begin) + row + text.substr(begin));
        CHECK(twice.different(filled) == Texts{});
        CHECK(twice.observed("row-extra") == Texts{label});
        const Read disputed(text.substr(0, begin) + replace_all(row, value, "77777") + text.substr(begin));
        CHECK(disputed.row("t3.new") == "? ? ? ? ? ? ?");
        CHECK(disputed.observed("row-extra") == Texts{label});
    }
}
