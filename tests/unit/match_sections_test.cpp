// Sections, title, organisation, year, period and prose.
#include <catch2/catch.hpp>

#include <sstream>
#include <utility>

#include "core/match/dates.hpp"
#include "core/text/fold.hpp"
#include "tests/unit/match_support.hpp"

using namespace nianbao;
using namespace nianbao::testing;

namespace {

std::string pipes() { return render_pipes(numbered_2021()); }

/// "1 2 3 …": the numbers of the sections found, with "!" where the title is altered and "-" where it has no number.
std::string sections(const std::string& text) {
    std::string out;
    for (const Section& s : Read(text).report.sections)
        out += (out.empty() ? "" : " ") + std::to_string(s.number) + (s.altered ? "!" : "") + (s.numbered ? "" : "-");
    return out;
}

std::string period(std::string_view text) {
    const std::vector<Period> periods = find_periods(text);
    if (periods.empty()) return "none";
    const auto date = [](Date d) { return std::to_string(d.year) + "-" + std::to_string(d.month) + "-" + std::to_string(d.day); };
    return date(periods[0].from) + " " + date(periods[0].to);
}

std::string titled(const std::string& title) { return replaced_line(pipes(), "年政府信息公开工作年度报告", title + "\n"); }

/// The first line that is a title, without marks.
std::string trimmed_title(const std::string& text) {
    std::string line = line_with(text, "政府信息公开工作年度报告");
    while (!line.empty() && (line.front() == '#' || line.front() == ' ')) line.erase(0, 1);
    while (!line.empty() && (line.back() == '\n' || line.back() == ' ')) line.pop_back();
    return line;
}

}  // namespace

TEST_CASE("six sections are found by their titles; row labels that look like headings are none") {
    CHECK(sections(pipes()) == "1 2 3 4 5 6");
    CHECK(sections(render_paragraphs(numbered_2021())) == "1 2 3 4 5 6");
    CHECK(sections(render_html(numbered_2021())) == "1 2 3 4 5 6");
}

TEST_CASE("accepted wordings are not altered; others are, and a section that is gone is gone") {
    CHECK(sections(replace_all(pipes(), "二、主动公开", "二、行政机关主动公开")) == "1 2 3 4 5 6");
    CHECK(sections(replace_all(pipes(), "四、政府信息公开行政复议、行政诉讼情况", "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况")) == "1 2 3 4 5 6");
    CHECK(sections(replace_all(pipes(), "五、存在的主要问题及改进情况", "五、存在的主要问题和下步改进打算")) == "1 2 3 4 5! 6");
    CHECK(sections(replaced_line(pipes(), "五、存在的主要问题", "")) == "1 2 3 4 6");
    CHECK(sections(replace_all(pipes(), "一、总体情况", "总体情况")) == "1- 2 3 4 5 6");
    CHECK(sections(replace_all(pipes(), "一、总体情况", "## 一、总体情况")) == "1 2 3 4 5 6");
}

TEST_CASE("every wording of a section's title that is as good as the form's is not altered, in either form") {
    std::vector<std::pair<int, std::string>> titles = {
        {2, "行政机关主动公开政府信息情况"},
        {3, "行政机关收到和处理政府信息公开申请情况"},
        {4, "因政府信息公开工作被申请行政复议、提起行政诉讼情况"},
        {4, "政府信息公开行政复议及行政诉讼情况"},
        {4, "政府信息公开行政复议行政诉讼情况"},
    };
    for (const char* whose : {"", "政府信息公开工作"})
        for (const char* problems : {"存在的主要问题", "存在的问题"})
            for (const char* end : {"及改进情况", "及改进措施"}) titles.push_back({5, std::string(whose) + problems + end});
    for (const char* matters : {"其他需要报告的事项", "其他需要报告事项", "其他报告的事项", "其他报告事项"}) titles.push_back({6, matters});
    constexpr std::string_view numerals[] = {"一", "二", "三", "四", "五", "六"};
    for (const Filled& filled : {numbered_2019(), numbered_2021()})
        for (const auto& [number, title] : titles) {
            const std::string numeral = std::string(numerals[number - 1]) + "、";
            const std::string printed = numeral + std::string(filled.form->sections[static_cast<std::size_t>(number - 1)].title);
            CAPTURE(filled.form->id, title);
            CHECK(sections(replace_all(render_pipes(filled), printed, numeral + title)) == "1 2 3 4 5 6");
            CHECK(sections(replace_all(render_pipes(filled), printed, title)) == replace_all("1 2 3 4 5 6", std::to_string(number), std::to_string(number) + "-"));
        }
}

TEST_CASE("a section's title in words of the office's own is that section, altered") {
    for (const char* title : {"五、存在的主要问题及整改措施", "五、存在问题及整改情况", "五、政府信息公开工作存在的问题和整改措施", "五、存在的不足及改进情况"})
        CHECK(sections(replace_all(pipes(), "五、存在的主要问题及改进情况", title)) == "1 2 3 4 5! 6");
}

TEST_CASE("a section titled in quite other words is read by its number and place") {
    struct Case {
        const char* printed;
        const char* title;
        const char* sections;
    };
    for (const Case& c : {Case{"一、总体情况", "一、工作开展情况", "1! 2 3 4 5 6"}, Case{"二、主动公开政府信息情况", "二、有关情况说明", "1 2! 3 4 5 6"},
                          Case{"三、收到和处理政府信息公开申请情况", "三、有关情况说明", "1 2 3! 4 5 6"},
                          Case{"四、政府信息公开行政复议、行政诉讼情况", "四、复议、诉讼情况", "1 2 3 4! 5 6"},
                          Case{"五、存在的主要问题及改进情况", "五、下一步工作计划", "1 2 3 4 5! 6"}, Case{"六、其他需要报告的事项", "六、附则", "1 2 3 4 5 6!"}})
        for (auto* render : {render_pipes, render_tsv, render_html, render_paragraphs, render_word_text}) {
            CAPTURE(c.title);
            CHECK(sections(replace_all(render(numbered_2021()), c.printed, c.title)) == c.sections);
        }
    const std::string two = replace_all(pipes(), "五、存在的主要问题及改进情况", "五、下一步工作计划");
    CHECK(sections(replace_all(two, "六、其他需要报告的事项", "六、附则")) == "1 2 3 4 5! 6!");
}

TEST_CASE("what is numbered in the place of a missing section is that section only where nothing else is numbered there") {
    const std::string missing = replaced_line(pipes(), "五、存在的主要问题", "");
    CHECK(sections(missing) == "1 2 3 4 6");
    const auto before_six = [&](const std::string& lines) { return replace_all(missing, "六、其他需要报告的事项", lines + "六、其他需要报告的事项"); };
    CHECK(sections(before_six("一、公开不够及时\n二、人员不足\n五、培训不够\n")) == "1 2 3 4 6");
    CHECK(sections(before_six("（五）下一步工作计划\n")) == "1 2 3 4 6");
    CHECK(sections(before_six("5.下一步工作计划\n")) == "1 2 3 4 6");
    CHECK(sections(before_six("五、加强培训，提高认识。\n")) == "1 2 3 4 6");
    // Rows of table three whose figures were lost are numbered, too.
    const std::string no_four = replaced_line(pipes(), "四、政府信息公开行政复议", "");
    CHECK(sections(replaced_line(no_four, "四、结转下年度继续办理", "四、结转下年度继续办理\n")) == "1 2 3 5 6");
}

TEST_CASE("a table that frames the whole report hides neither its title nor its sections") {
    const Filled filled = numbered_2021();
    const Read plain(render_html(filled));
    for (auto* render : {render_framed_html, render_framed_lines}) {
        const std::string text = render(filled);
        const Read read(text);
        CHECK(sections(text) == "1 2 3 4 5 6");
        REQUIRE(read.report.title.has_value());
        CHECK(slice(read.document.text, *read.report.title) == "临江县教育局2022年政府信息公开工作年度报告");
        CHECK(read.report.organization == plain.report.organization);
        CHECK(read.report.period.has_value());
        CHECK(read.report.prose.size() == plain.report.prose.size());
        CHECK(read.different(filled) == Texts{});
    }
}

TEST_CASE("a section's number and title in one column, its text in the other") {
    const std::string html = replace_all(render_framed_html(numbered_2021()), "<td colspan=15><p>五、存在的主要问题及改进情况</p>",
                                         "<td colspan=3><p>五、存在的主要问题及改进情况</p></td><td colspan=12>");
    CHECK(sections(html) == "1 2 3 4 5 6");
}

TEST_CASE("numbered paragraphs of the prose are no sections") {
    CHECK(sections(replace_all(pipes(), "一、总体情况\n", "一、总体情况\n一、加强组织领导\n二、拓宽公开渠道\n三、强化监督检查\n")) == "1 2 3 4 5 6");
}

TEST_CASE("a table of contents is passed over") {
    const std::string contents =
        "目录\n一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n四、政府信息公开行政复议、行政诉讼情况\n"
        "五、存在的主要问题及改进情况\n六、其他需要报告的事项\n";
    const std::string text = replace_all(pipes(), "根据《中华", contents + "根据《中华");
    const Read read(text);
    REQUIRE(read.report.sections.size() == 6);
    CHECK(read.report.sections.front().title.begin > text.find("根据《中华"));
}

TEST_CASE("a section's content runs to the next heading; its title has no number") {
    const Read read(pipes());
    const Section* six = read.report.section(6);
    REQUIRE(six != nullptr);
    CHECK(slice(read.document.text, six->title) == "其他需要报告的事项");
    CHECK(slice(read.document.text, six->content).find("信息处理费") != std::string_view::npos);
    CHECK(slice(read.document.text, read.report.section(5)->content).find("其他需要") == std::string_view::npos);
}

TEST_CASE("titles in their many wordings tell organisation and year") {
    struct Case {
        const char* title;
        const char* organization;
        int year;
    };
    for (const Case& c : {Case{"2021年临江县教育局政府信息公开工作年度报告", "临江县教育局", 2021}, Case{"临江县教育局2021年度政府信息公开工作年度报告", "临江县教育局", 2021},
                          Case{"临江县教育局政府信息公开工作2022年度报告", "临江县教育局", 2022}, Case{"临江县教育局 2023 年信息公开年度报告", "临江县教育局", 2023},
                          Case{"临江县教育局\n2020年政府信息公开工作年度报告", "临江县教育局", 2020},
                          Case{"临江县教育局\n2020年\n政府信息公开工作年度报告", "临江县教育局", 2020},
                          Case{"临江县教育局\n政府信息公开工作年度报告\n（2020年）", "临江县教育局", 2020},
                          Case{"政府信息公开工作年度报告（2020年度）\n临江县教育局", "临江县教育局", 2020},
                          Case{"2020年度\n临江县教育局\n政府信息公开工作年度报告", "临江县教育局", 2020},
                          Case{"临江县教育局政府信息公开工作年度报告（2020年）", "临江县教育局", 2020},
                          Case{"临江县教育局关于2020年度政府信息公开工作情况的报告", "临江县教育局", 2020},
                          Case{"临江县教育局关于公布2020年政府信息公开工作年度报告的公告", "临江县教育局", 2020},
                          Case{"【年度报告】临江县教育局2020年政府信息公开工作年度报告", "临江县教育局", 2020},
                          Case{"标题：临江县教育局2020年政府信息公开工作年度报告", "临江县教育局", 2020},
                          Case{"# 临江县教育局2020年政府信息公开工作年度报告", "临江县教育局", 2020}}) {
        CAPTURE(c.title);
        const Read read(titled(c.title));
        REQUIRE(read.report.title.has_value());
        CHECK(read.report.organization == c.organization);
        CHECK(read.report.year == c.year);
    }
}

TEST_CASE("white space ends the title where the paragraphs of a page were joined; within a sentence it ends none") {
    const std::string sentence = "根据《中华人民共和国政府信息公开条例》编制本报告。";
    const auto first_line = [&](const std::string& title) { return titled(title + sentence); };
    for (const std::string title : {"临江县教育局2021年政府信息公开工作年度报告", "临江县教育局 2021 年度政府信息公开工作报告", "2021年临江县教育局政府信息公开年报"})
        for (const char* space : {" ", "　　", "\u00A0", "\t"}) {
            CAPTURE(title);
            const Read read(first_line(title + space));
            REQUIRE(read.report.title);
            CHECK(slice(read.document.text, *read.report.title) == title);
            CHECK(read.report.organization == "临江县教育局");
            CHECK(read.report.year == 2021);
        }
    for (const char* begin : {"现将临江县教育局2021年政府信息公开工作年度报告 公布如下。", "关于公布临江县教育局2021年政府信息公开工作年度报告 的说明。",
                              "我局编制了2021年政府信息公开工作年度报告 并予以公布。"}) {
        CAPTURE(begin);
        CHECK_FALSE(Read(first_line(begin)).report.title);
    }
}

TEST_CASE("without a title the introduction tells whose report it is; navigation is no title") {
    const Read read(replaced_line(titled("首页"), "根据《中华", "根据条例规定，现公布临江县教育局2021年度政府信息公开工作报告。统计期限自2021年1月1日起至12月31日止。\n"));
    CHECK_FALSE(read.report.title.has_value());
    CHECK(read.report.organization == "临江县教育局");
    CHECK(read.report.year == 2021);
    const Read page(render_page_text(numbered_2021()));
    REQUIRE(page.report.title.has_value());
    CHECK(slice(page.document.text, *page.report.title) == "临江县教育局2022年政府信息公开工作年度报告");
    for (const Span span : page.report.prose) CHECK(span.begin > page.report.title->begin);
}

TEST_CASE("the verb of an introduction is no part of the name, and 我局 is no name") {
    const std::pair<const char*, const char*> openings[] = {
        {"根据条例要求,特编制临江县地方志办公室2023年政府信息公开工作年度报告。", "临江县地方志办公室"},
        {"根据有关规定，結合工作實際，特編制臨江經濟開發區2023年度政府信息公開工作報告，并向社會公布。", "臨江經濟開發區"},
        {"根据有关要求，编制完成《临江县乡村振兴局2023年政府信息公开工作年度报告》，所列数据自2023年1月1日起至2023年12月31日止。", "临江县乡村振兴局"},
        {"根据条例要求，临江市人民政府根据全市2023年度政府信息公开工作开展情况，编制本报告。", "临江市人民政府"},
        {"根据有关要求，现将我局2023年度政府信息公开情况报告如下：", ""},
    };
    for (const auto& [opening, name] : openings) {
        CAPTURE(opening);
        const Read read(std::string(opening) + "\n一、总体情况\n全年未收到政府信息公开申请。\n二、主动公开政府信息情况\n");
        CHECK(read.report.organization == name);
        CHECK(read.report.year == 2023);
    }
    const Read led("2024年，在区政府主管部门的引领下,推进政务公开,现将本年度工作情况报告如下:\n一、总体情况\n全年未收到申请。\n二、主动公开政府信息情况\n");
    CHECK(!led.report.title);
    CHECK(led.report.organization.empty());
}

TEST_CASE("an introduction behind the first heading tells the year, too") {
    const Read read("一、总体情况\n根据条例规定，现公布我局2022年政府信息公开工作年度报告。\n未收到申请。\n二、主动公开政府信息情况\n");
    CHECK(read.report.year == 2022);
    const Read none("一、总体情况\n我局重视公开。\n未收到申请。\n另见2022年政府信息公开工作年度报告。\n二、主动公开政府信息情况\n");
    CHECK(!none.report.year);
}

TEST_CASE("the opening's own words tell whose report it is; other bodies spoken of do not") {
    const auto introduced = [](const std::string& opening) {
        const Read read(replaced_line(pipes(), "根据《中华", opening + "\n"));
        REQUIRE(read.report.title.has_value());
        const auto& introduction = read.report.introduction;
        if (introduction) CHECK(slice(read.document.text, introduction->name) == introduction->organization);
        return introduction ? introduction->organization : std::string();
    };
    CHECK(introduced("根据条例，现公布清河县水利局2021年度政府信息公开工作年度报告。") == "清河县水利局");
    CHECK(introduced("按要求，现将清河县水利局2021年度政府信息公开工作情况公布如下。") == "清河县水利局");
    CHECK(introduced("现向社会发布清河县水利局2021年度政府信息公开工作年度报告。") == "清河县水利局");
    CHECK(introduced("如有疑问，请与清河县政务服务中心联系。").empty());
    CHECK(introduced("同清河县水利局、清河县教育局2021年度政府信息公开工作年度报告一并公开。").empty());
    CHECK(introduced("根据清河县水利局2021年度政府信息公开工作要点。").empty());
}

TEST_CASE("periods in their many spellings") {
    const std::string year = "2021-1-1 2021-12-31";
    for (const char* text : {"自2021年1月1日起至2021年12月31日止", "2021年1月1日至12月31日", "2021 年 1 月 1 日 — 12 月 31 日", "２０２１年１月１日到２０２１年１２月３１日",
                             "2021.1.1-2021.12.31", "2021-01-01至2021-12-31", "二〇二一年一月一日至十二月三十一日", "2021年1月至12月", "2021年1月1日至当年12月31日",
                             "（2021年1月1日－12月31日）", "自2021年1月1日起，至2021年12月31日止", "自2021年1月1日零时起至2021年12月31日24时止",
                             "2021年元月1日至2021年12月31日", "2021年1月1日（含）至2021年12月31日（含）", "自2021年1月1日始,截止2021年12月31日",
                             "2021年1⺝1⽇至12⽉31⽇", "数据统计期限为2021年度", "统计时间：2021年全年", "数据的统计期限是2021年。"}) {
        CAPTURE(text);
        CHECK(period(text) == year);
    }
    CHECK(period("2020年1月1日至2021年6月30日") == "2020-1-1 2021-6-30");
    CHECK(period("2021年1-12月") == "2021-1-1 2021-12-31");
    CHECK(period("2020年1～11月份") == "2020-1-1 2020-11-30");
    CHECK(period("2021年1-13月") == "none");
    CHECK(period("202111日到1231日") == "none");
    CHECK(period("自20231月1日起至202312月31日止") == "2023-1-1 2023-12-31");
    CHECK(period("20231月1日至12月31日") == "2023-1-1 2023-12-31");
    CHECK(period("20231至12") == "none");
    CHECK(period("2021年1月1日") == "none");
    CHECK(period("统计期限为2021年度的前三个季度") == "none");
    CHECK(period("数据统计截止时间为2021年12月31日") == "none");
    CHECK(period("整改期限为2021年度") == "none");
    CHECK(period("2021年13月1日至2021年12月31日") == "none");
    CHECK(period("2021年2月1日至2021年2月30日") == "none");
    CHECK(period("电话0431-2021-1-1") == "none");
}

TEST_CASE("the period's span covers exactly its dates") {
    const Read read(pipes());
    REQUIRE(read.report.period.has_value());
    CHECK(slice(read.document.text, read.report.period->span) == "2022年1月1日起至2022年12月31日");
}

TEST_CASE("other dates of the prose are no statistics period") {
    const std::string text = replace_all(pipes(), "（一）主动公开。", "（一）主动公开。据统计，2022年3月1日至3月31日共发布9条，公示期限为2022年5月4日至5月10日。");
    CHECK(slice(Read(text).document.text, Read(text).report.period->span) == "2022年1月1日起至2022年12月31日");
    CHECK_FALSE(Read(replaced_line(text, "根据《中华", "按照条例编制。\n")).report.period.has_value());
    const Read short_period(replaced_line(pipes(), "根据《中华", "本报告所列数据的统计期限自2022年1月1日至6月30日。\n"));
    REQUIRE(short_period.report.period.has_value());
    CHECK(short_period.report.period->to == Date{2022, 6, 30});
}

TEST_CASE("the period is the one that is said to be the statistics', wherever it stands") {
    for (const char* opening : {"公示期限为2023年1月20日至2023年2月20日。本报告所列数据的统计期限为2022年1月1日至2022年12月31日。",
                                "本报告公示期限为2023年1月20日至2023年2月20日，数据统计期限为2022年1月1日至2022年12月31日。",
                                "2023年1月10日至1月15日汇总数据，统计期限为2022年1月1日至2022年12月31日。"}) {
        CAPTURE(opening);
        const Read read(replaced_line(pipes(), "根据《中华", std::string(opening) + "\n"));
        REQUIRE(read.report.period.has_value());
        CHECK(slice(read.document.text, read.report.period->span) == "2022年1月1日至2022年12月31日");
    }
}

TEST_CASE("a period that a text export cut over lines is read whole") {
    const std::string opening = "本报告所列数据的统计期限自2022年1月1日起至2022年12月31日止。";
    for (std::size_t at = 0; at < opening.size(); ++at) {
        if ((static_cast<unsigned char>(opening[at]) & 0xC0) == 0x80) continue;
        const std::string cut = opening.substr(0, at) + "\n" + opening.substr(at);
        CAPTURE(cut);
        const Read read(replaced_line(pipes(), "根据《中华", cut + "\n"));
        REQUIRE(read.report.period.has_value());
        CHECK(read.report.period->from == Date{2022, 1, 1});
        CHECK(read.report.period->to == Date{2022, 12, 31});
    }
}

TEST_CASE("prose is what stands outside tables and headings") {
    for (auto* render : {render_pipes, render_paragraphs, render_html, render_word_text}) {
        const Read read(render(numbered_2021()));
        REQUIRE(read.report.prose.size() == 9);
        CHECK(slice(read.document.text, read.report.prose.front()).substr(0, 6) == "根据");
    }
}

TEST_CASE("headings among the text of a paragraph whose line breaks were lost are found, and part its prose") {
    const std::string text = pipes();
    std::string joined, paragraph;
    const auto flush = [&] { joined += std::exchange(paragraph, {}) + "\n"; };
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        const bool table = line.find('|') != std::string::npos;
        if (table && !paragraph.empty()) flush();
        (table ? joined : paragraph) += line + (table ? "\n" : " ");
    }
    flush();
    CHECK(sections(joined) == "1 2 3 4 5 6");
    const Read read(joined), whole(text);
    CHECK(read.report.prose.size() < whole.report.prose.size());
    const auto first = [](const Read& r) { return std::string(nianbao::trim(slice(r.document.text, r.report.section(1)->content))); };
    CHECK(replace_all(first(whole), "\n", " ") == first(read));
    CHECK(sections(replace_all(joined, "。 五、", "。五、")) == "1 2 3 4 5 6");
}

TEST_CASE("marks of markdown are no part of titles and headings, nor lines of their own") {
    const Filled filled = numbered_2021();
    std::string text = render_markdown(filled);
    for (const char* heading : {"一、总体情况", "二、主动公开", "三、收到和处理", "四、政府信息公开行政复议", "五、存在的", "六、其他需要"}) text = replace_all(text, heading, "## " + std::string(heading));
    REQUIRE(text.find("\n## 四、") != std::string::npos);
    const std::string title = trimmed_title(text);
    for (const char* marks : {"# ", "**"}) {
        const std::string closed = std::string(marks) == "**" ? "**" : "";
        const Read read(replace_all(text, title, marks + title + closed));
        CHECK(read.different(filled) == Texts{});
        CHECK(read.report.sections.size() == 6);
        CHECK(slice(read.document.text, *read.report.title) == title);
    }
}

TEST_CASE("a section's title that a sentence names, or that a list of contents holds, is no heading") {
    const std::string listed = "本报告包括 一、总体情况 二、主动公开政府信息情况 三、收到和处理政府信息公开申请情况等部分。\n一、总体情况";
    const Read read(replace_all(pipes(), "一、总体情况", listed));
    REQUIRE(read.report.section(2));
    CHECK(sections(replace_all(pipes(), "一、总体情况", listed)) == "1 2 3 4 5 6");
    CHECK(slice(read.document.text, read.report.section(2)->content).substr(0, 40).find("三、") == std::string_view::npos);
    CHECK(sections(replace_all(pipes(), "一、总体情况", "详见“二、主动公开政府信息情况”的说明。\n一、总体情况")) == "1 2 3 4 5 6");
}
