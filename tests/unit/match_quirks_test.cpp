// What else reports are like, from bytes to verdict: tables that are pictures or prose, pages that hold no report, tables
// in many pieces.
#include <catch2/catch.hpp>
#include <algorithm>
#include <functional>

#include "core/nianbao.hpp"
#include "tests/unit/match_support.hpp"

using namespace nianbao;
using namespace nianbao::testing;

namespace {

bool says(const Result& result, std::string_view rule) {
    return std::any_of(result.findings.begin(), result.findings.end(), [&](const Finding& f) { return f.rule == rule; });
}

/// The text with what stands between two lines replaced.
std::string between(const std::string& text, const std::string& from, const std::string& to, const std::string& by) {
    const std::size_t begin = text.find('\n', text.find(from)) + 1;
    const std::size_t line = text.find(to);
    REQUIRE(line != std::string::npos);
    const std::size_t end = text.rfind('\n', line) + 1;
    return text.substr(0, begin) + by + text.substr(end);
}

}  // namespace

TEST_CASE("tables that are pictures are missing, never a pass") {
    const std::string html = render_html(numbered_2021());
    std::string pictures;
    for (std::size_t at = 0; at < html.size();) {
        const std::size_t table = html.find("<table", at);
        pictures += html.substr(at, table - at);
        if (table == std::string::npos) break;
        pictures += "<p><img src=\"/upload/t.png\" alt=\"\"></p>";
        at = html.find("</table>", table) + 8;
    }
    const Result all = check(pictures, {});
    CHECK(says(all, "table-missing"));
    CHECK((all.verdict == Verdict::errors || all.verdict == Verdict::unreadable));
    const Result one = check(between(render_pipes(numbered_2021()), "四、政府信息公开行政复议", "五、存在的", "（图片）\n"), {});
    CHECK(says(one, "table-missing"));
    CHECK(one.verdict == Verdict::errors);
}

TEST_CASE("prose instead of table two is a missing table; the others are read") {
    const std::string prose = "2022年，本机关制发行政规范性文件4件，废止5件，现行有效6件，作出行政许可7件、行政处罚8件，行政强制9件。\n行政事业性收费10万元。\n";
    const std::string text = between(render_pipes(numbered_2021()), "二、主动公开政府信息情况", "三、收到和处理", prose);
    const Result result = check(text, {});
    CHECK(says(result, "table-missing"));
    CHECK(result.verdict == Verdict::errors);
    const Read read(text);
    CHECK_FALSE(read.report.table(Table::two).found);
    CHECK(read.row("t3.new") == "10 0 0 0 0 0 10");
    CHECK(read.row("t4.review") == "1 2 3 4 5");
}

TEST_CASE("a list of reports, a page shell and a post of a file alone are no reports, and that is said") {
    const std::string shell = "<html><head><title>年度报告</title></head><body><div>首页 | 政务公开 | 政务服务</div><div id=\"app\"></div><div>版权所有</div></body></html>";
    std::string list = "<html><body><ul>";
    for (int year = 2015; year < 2026; ++year) list += "<li><a href=\"/" + std::to_string(year) + "\">临江县教育局" + std::to_string(year) + "年政府信息公开工作年度报告</a> " + std::to_string(year + 1) + "-01-20</li>";
    const std::string post = "临江县教育局2022年政府信息公开工作年度报告\n发布时间：2023-01-20\n附件：临江县教育局2022年政府信息公开工作年度报告.pdf\n";
    for (const std::string& text : {shell, list + "</ul></body></html>", post, std::string("首页 | 政务公开 | 年度报告\n")}) {
        const Result result = check(text, {});
        CHECK(result.verdict == Verdict::unreadable);
        CHECK(!result.findings.empty());
    }
}

TEST_CASE("table three in thirteen pieces, each with a page number and the head again") {
    const Filled filled = numbered_2021();
    const std::string text = render_tsv(filled);
    const std::size_t three = text.find("三、收到和处理");
    std::size_t row = text.find('\n', three) + 1;
    std::string head, pieces;
    for (int i = 0; i < 3; ++i) {
        const std::size_t end = text.find('\n', row) + 1;
        head += text.substr(row, end - row);
        row = end;
    }
    const std::size_t after = text.find("四、政府信息公开行政复议");
    std::size_t begin = row;
    for (int i = 0; row < after; ++i) {
        if (i > 0 && i % 2 == 0) pieces += "\n- " + std::to_string(i / 2 + 2) + " -\n\n" + head;
        const std::size_t end = text.find('\n', row) + 1;
        pieces += text.substr(row, end - row);
        row = end;
    }
    const Read read(text.substr(0, begin) + pieces + text.substr(row));
    CHECK(read.different(filled) == Texts{});
    CHECK(read.report.observations.empty());
}

TEST_CASE("one markdown table or ten") {
    const Filled filled = numbered_2021();
    const std::string text = render_markdown(filled);
    const auto ruled = [](const std::string& line) {
        std::string rule = "|";
        for (std::ptrdiff_t i = 1; i < std::count(line.begin(), line.end(), '|'); ++i) rule += " --- |";
        return line + rule + "\n";
    };
    std::string many = text;
    for (const char* first : {"| 第二十条第（五）项", "| 第二十条第（六）项", "| 第二十条第（八）项", "| 三、本年度办理结果", "|  | （三）不予公开", "|  | （四）无法提供", "|  | （五）不予处理", "|  | （六）其他处理", "| 四、结转"}) {
        const std::string line = line_with(many, first);
        REQUIRE(line.size() > 20);
        many = replace_all(many, line, "\n" + ruled(line));
    }
    CHECK(Read(many).different(filled) == Texts{});
    CHECK(Read(many).report.observations.empty());
}

TEST_CASE("a column 法人小计 is no cell of the form") {
    Filled filled = numbered_2021();
    filled.legal_subtotals = true;
    for (auto* render : {render_pipes, render_html, render_tsv}) {
        const Read read(replace_all(render(filled), "小计", "法人小计"));
        CHECK(read.different(filled) == Texts{});
        CHECK(read.report.stated_sums.size() == 25);
    }
}

TEST_CASE("the legal persons' subtotals may be called 合计 where the last column is called 总计") {
    Filled filled = numbered_2021();
    filled.legal_subtotals = true;
    for (auto* render : {render_pipes, render_html, render_tsv}) {
        const std::string text = replace_all(render(filled), "小计", "合计");
        const Read read(text);
        CHECK(read.different(filled) == Texts{});
        CHECK(read.report.stated_sums.size() == 25);
    }
    filled.legal_subtotals = false;
    // A stray line that says so is no column.
    for (auto* render : {render_pipes, render_tsv, render_pdf_tsv}) CHECK(Read(replace_all(render(filled), "三、收到和处理政府信息公开申请情况\n", "三、收到和处理政府信息公开申请情况\n合计\n")).different(filled) == Texts{});
    // Nor is 自然人 renamed so.
    for (auto* render : {render_pipes, render_tsv, render_pipe_lines}) CHECK(Read(replace_all(render(filled), "自然人", "合计")).different(filled) == Texts{});
    // Without 总计 in the head 合计 is the total under another name.
    const std::string text = render_pipes(filled);
    const std::string line = line_with(text, "法人或其他组织 |");
    CHECK(Read(replace_all(text, line, replace_all(line, "总计", "合计"))).different(filled) == Texts{});
}

TEST_CASE("an undivided (6) before a page's repeated head: the head's 其他 is no row") {
    const Filled filled = numbered_2021();
    std::string text = render_tsv(filled);
    const std::string total = line_with(text, "（七）总计");
    std::string divided;
    for (const char* row : {"1.申请人无正当理由", "2.申请人逾期", "3.其他\t"}) divided += line_with(text, row);
    REQUIRE(text.find(divided + total) != std::string::npos);
    const std::string head = line_with(text, "申请人情况") + line_with(text, "法人或其他组织\t") + line_with(text, "科研机构");
    const std::string whole = "\t（六）其他处理\t\t32\t0\t0\t0\t0\t0\t32\n";
    text.replace(text.find(divided + total), divided.size(), whole + "\n- 4 -\n\n" + head);
    const Read read(text);
    CHECK(read.row("t3.other_rest") == "32 0 0 0 0 0 32");
    CHECK(read.row("t3.handled") == "33 0 0 0 0 0 33");
    CHECK(read.row("t3.rejected_confirm") == "29 0 0 0 0 0 29");
}

TEST_CASE("rows of which only the total was filled in, and a wholly blank table, keep their places") {
    for (const Layout& layout : layouts()) {
        if (!layout.blanks) continue;
        CAPTURE(layout.name);
        Filled totals = numbered_2021();
        for (std::size_t i = 0; i < totals.values.size(); ++i) {
            const FormCell& cell = cells_of(*totals.form)[i];
            if (cell.table() == Table::three && cell.column->id != "total") totals.values[i].clear();
        }
        CHECK(Read(layout.render(totals)).different(totals) == Texts{});
    }
}

namespace {

/// The report with "1", "2", … by `page` on lines before section two, before the line of table three, before section five
/// and at the end.
std::string paged(std::string text, const std::string& row, const std::function<std::string(int)>& page) {
    int number = 0;
    std::size_t at = 0;
    for (const std::string& place : {std::string("二、主动公开政府信息情况"), row, std::string("五、存在的主要问题")}) {
        at = text.find(place, at);
        REQUIRE(at != std::string::npos);
        at = text.rfind('\n', at) + 1;
        const std::string line = page(++number) + "\n";
        text.insert(at, line);
        at = text.find('\n', at + line.size());
    }
    return text + "\n" + page(++number) + "\n";
}

}  // namespace

TEST_CASE("bare page numbers that count up are no figures, wherever a page ends") {
    const Filled filled = numbered_2021();
    const std::function<std::string(int)> pages[] = {[](int n) { return std::to_string(n); }, [](int n) { return std::to_string(n + 7); },
                                                     [](int n) { return std::to_string(n) + "/4"; }, [](int n) { return " " + std::to_string(n) + " / 4"; },
                                                     [](int n) { return std::to_string(n) + "\f"; }, [](int n) { return "\f" + std::to_string(n); }};
    for (auto* render : {render_pipes, render_pipes_unpadded, render_cell_a_line, render_tsv, render_markdown, render_spaced_lines})
        for (const auto& page : pages)
            for (const char* row : {"5.属于三类内部事务信息", "2.重复申请", "（七）总计"}) {
                CAPTURE(row, page(3));
                const Read read(paged(render(filled), row, page));
                CHECK(read.different(filled) == Texts{});
                CHECK(read.observed("label-altered") == Texts{});
            }
}

TEST_CASE("figures alone on their lines that do not count up stay what they are") {
    const Filled filled = numbered_2021();
    for (auto* render : {render_pipes_unpadded, render_tsv})
        for (const int step : {0, 2, -1}) {
            CAPTURE(step);
            const Read read(paged(render(filled), "5.属于三类内部事务信息", [step](int n) { return std::to_string(20 + step * n); }));
            CHECK(read.row("t3.denied_third_party") == "? ? ? ? ? ? ?");
        }
    // A value a line: what stands alone there are the values.
    const Read values(paged(render_paragraphs(filled), "5.属于三类内部事务信息", [](int n) { return std::to_string(n); }));
    CHECK(values.row("t3.denied_third_party") == "? ? ? ? ? ? ?");
    CHECK(values.row("t3.denied_internal") == "18 0 0 0 0 0 18");
}
