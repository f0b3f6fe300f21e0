// Whose report it is and on which year, where the title is cut, lost or somewhere else.
#include <catch2/catch.hpp>

#include "core/match/body_name.hpp"
#include "tests/unit/match_support.hpp"

using namespace nianbao;
using namespace nianbao::testing;

namespace {

/// A report without a title: its opening, and section one's text.
Read untitled(const std::string& opening, const std::string& overview = "本机关未收到政府信息公开申请。") {
    return Read(opening + "\n一、总体情况\n" + overview + "\n二、主动公开政府信息情况\n");
}

Read titled(const std::string& title) { return Read(title + "\n按照条例编制。\n一、总体情况\n未收到申请。\n二、主动公开政府信息情况\n"); }

}  // namespace

TEST_CASE("a title that breaks within a word is one title") {
    const std::pair<const char*, const char*> titles[] = {
        {"云岭新区柳溪街道办事处2024年度政府\n信息公开工作年度报告", "云岭新区柳溪街道办事处"},
        {"2024年南浦区柳溪街道办事处\n政府信息公开工作年度报告", "南浦区柳溪街道办事处"},
        {"云岭自治区国资委2024年度\n信息公开工作报告", "云岭自治区国资委"},
        {"云岭自治区人民政府办公厅2024\n\n政府信息公开工作年度报告", "云岭自治区人民政府办公厅"},
    };
    for (const auto& [title, name] : titles) {
        const Read read = titled(title);
        CAPTURE(title);
        REQUIRE(read.report.title.has_value());
        CHECK(slice(read.document.text, *read.report.title) == title);
        CHECK(read.report.organization == name);
        CHECK(read.report.year == 2024);
    }
}

TEST_CASE("the only title may stand in the table of a page's data") {
    const std::string data = "| 标题: | 云岭高新区行政审批服务局2025年政府信息公开工作年度报告 | ||\n| 索引号: | 113703/2026-55 | 文号: | 无文号 |\n";
    const Read read(data + "如对报告内容有疑问，可以来电。\n一、总体情况\n未收到申请。\n二、主动公开政府信息情况\n");
    REQUIRE(read.report.title.has_value());
    CHECK(slice(read.document.text, *read.report.title) == "云岭高新区行政审批服务局2025年政府信息公开工作年度报告");
    CHECK(read.report.organization == "云岭高新区行政审批服务局");
    CHECK(read.report.year == 2025);
    const Read both(data + "云岭高新区财政局2024年政府信息公开工作年度报告\n一、总体情况\n未收到申请。\n二、主动公开政府信息情况\n");
    CHECK(both.report.organization == "云岭高新区财政局");
    CHECK_FALSE(Read(data + "公开指南\n公开目录\n").report.title.has_value());
}

TEST_CASE("a year that lost its 年 is a year before 政府信息公开") {
    const Read read = titled("云岭省生态环境厅\n\n2022政府信息公开工作年度报告");
    CHECK(read.report.year == 2022);
    CHECK(read.report.organization == "云岭省生态环境厅");
    const Read whole = titled("云岭省水利厅2023信息公开工作年度报告");
    CHECK(whole.report.year == 2023);
    CHECK(whole.report.organization == "云岭省水利厅");
    CHECK_FALSE(titled("云水函20221号政府信息公开工作年度报告").report.year.has_value());
}

TEST_CASE("spaces that a conversion turned into question marks are no name") {
    const Read read = titled("????云岭区柳溪新城管理委员会\n????2021年政府信息公开工作年度报告");
    CHECK(read.report.organization == "云岭区柳溪新城管理委员会");
    CHECK(read.report.year == 2021);
}

TEST_CASE("a date, a path or a place to go above the title is none of it") {
    for (const char* above : {"发布日期：2025年1月20日", "首页 > 2024年 > 市水利局", "2024年度 | 市水利局", "2024年", "2024年我们的节日"}) {
        const Read read = titled(std::string(above) + "\n政府信息公开工作年度报告");
        CAPTURE(above);
        REQUIRE(read.report.title.has_value());
        CHECK(slice(read.document.text, *read.report.title) == "政府信息公开工作年度报告");
        CHECK(read.report.organization.empty());
    }
}

TEST_CASE("the label of a page's data is no part of the name") {
    CHECK(titled("标      题 云岭省审计厅2025年政务信息公开工作年度报告").report.organization == "云岭省审计厅");
    CHECK(titled("（图解）云岭市公安局柳溪分局2025年政府信息公开工作年度报告").report.organization == "云岭市公安局柳溪分局");
}

TEST_CASE("a people's government keeps its last word before 信息公开") {
    CHECK(organization_in("云岭县人民政府信息公开工作年度报告（2024年）") == "云岭县人民政府");
    CHECK(organization_in("2024年云岭县人民政府信息公开工作年度报告") == "云岭县人民政府");
    CHECK(organization_in("云岭县人民政府政府信息公开工作年度报告") == "云岭县人民政府");
    CHECK(organization_in("云岭县政府信息公开工作2024年度报告") == "云岭县");
    CHECK(organization_in("2024年度报告").empty());
}

TEST_CASE("without a title the opening names the body in many ways") {
    const std::pair<const char*, const char*> openings[] = {
        {"根据条例规定，特向社会公布柳溪街道2024年度信息公开年度报告。", "柳溪街道"},
        {"现向社会公布2024年云岭市教育局政府信息公开工作年度报告。", "云岭市教育局"},
        {"制定了云岭县教育局2024年度政府信息公开年度报告。", "云岭县教育局"},
        {"现公布柳溪街道办事处政府信息公开2024年度报告。", "柳溪街道办事处"},
        {"本报告由国家税务总局云岭市税务局编制，数据为2024年度政府信息公开情况。", "国家税务总局云岭市税务局"},
        {"结合国家税务总局云岭县税务局（以下简称县税务局）2024年度信息公开有关数据撰写。", "国家税务总局云岭县税务局"},
        {"按照《云岭省人民政府办公厅关于做好2024年政府信息公开工作年度报告发布工作的通知》，结合云岭市卫生健康委员会政府信息公开工作实际，"
         "现编制2024年政府信息公开工作年度报告。", "云岭市卫生健康委员会"},
        {"根据有关规定，现将2024年度市人力资源社会保障局信息公开工作总结报告如下。", "市人力资源社会保障局"},
        {"按照《云岭县人民政府办公室关于2024年政府信息公开工作年度报告编制工作的通知》，特编制云岭县柳溪苗族乡2024年政府信息公开工作年度报告。",
         "云岭县柳溪苗族乡"},
        {"现公布云岭自治旗民族事务委员会（以下简称旗民委）2024年政府信息公开工作年度报告。", "云岭自治旗民族事务委员会"},
        {"编制形成2024年云岭市人民政府办公室政府信息公开年度报告。", "云岭市人民政府办公室"},
        {"全文包括云岭旗柳溪苏木人民政府信息公开总体情况等六部分。统计期限为2024年1月1日至2024年12月31日。", "云岭旗柳溪苏木人民政府"},
    };
    for (const auto& [opening, name] : openings) {
        CAPTURE(opening);
        const Read read = untitled(opening);
        CHECK(read.report.organization == name);
        CHECK(read.report.year == 2024);
    }
}

TEST_CASE("section one may begin with the introduction") {
    const Read read = untitled("欢迎查阅。", "本报告由柳溪镇人民政府党政办公室编制，数据为2024年度政府信息公开情况。\n未收到申请。");
    CHECK(read.report.organization == "柳溪镇人民政府");
    CHECK(read.report.year == 2024);
    CHECK(untitled("欢迎查阅。", "依法公开。\n加强培训。\n咨询由县水利局办理，请按照指南申请。").report.organization.empty());
}

TEST_CASE("whom to ask names the body only where the account speaks of it") {
    const std::string ask = "2024年度政府信息公开情况如下。如有疑问，请与云岭市审计局办公室联系（电话：12345678）。";
    CHECK(untitled(ask, "2024年，云岭市审计局未收到申请。").report.organization == "云岭市审计局");
    CHECK(untitled(ask).report.organization.empty());
    const std::string desk = "2024年度政府信息公开情况如下。如有疑问，请与县政务公开办联系。";
    CHECK(untitled(desk, "县政务公开办负责受理申请。").report.organization.empty());
}

TEST_CASE("other bodies and notices spoken of in the opening do not name it") {
    for (const char* opening : {"根据《云岭省人民政府办公厅关于做好2024年政府信息公开工作年度报告编制工作的通知》，现报告如下。",
                                "根据省司法厅发布的要求，现将2024年度政府信息公开情况报告如下。",
                                "由县政府办公室牵头、各部门配合，2024年度政府信息公开工作有序开展。",
                                "结合我局2024年度政府信息公开工作实际编制。"}) {
        CAPTURE(opening);
        CHECK(untitled(opening).report.organization.empty());
    }
}

TEST_CASE("the year is the account's where nothing else says it, and nothing where the account says several") {
    CHECK(untitled("按照条例编制。", "2024年，我局收到政府信息公开申请3件。2024年度答复3件。").report.year == 2024);
    CHECK(untitled("2024年，云岭县水利局认真做好公开工作，现报告如下：", "（一）主动公开。发布信息20条。").report.year == 2024);
    CHECK_FALSE(untitled("按照条例编制。", "2024年，我局收到政府信息公开申请3件。\n2023年，收到5件。").report.year.has_value());
    CHECK_FALSE(untitled("按照条例编制。", "我局重视公开。\n2024年，收到申请3件。").report.year.has_value());
    CHECK(untitled("按照条例编制。", "2024年柳溪镇政府严格按照条例公开。\n2024年收到申请0条。").report.year == 2024);
    for (const char* opening : {"2019年机构改革以来，我局重视公开。", "2019年底，我局开通网站。", "2019年3月，我局开通网站。", "2019年以来，我局重视公开。"})
        CHECK_FALSE(untitled("按照条例编制。", opening).report.year.has_value());
}
