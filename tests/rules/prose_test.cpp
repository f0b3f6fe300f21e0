// The rules on the prose: each line of the two case files gives what it says, and nothing else.
#include <catch2/catch.hpp>

#include "core/check/prose/evidence.hpp"
#include "core/check/readings.hpp"
#include "core/check/rule.hpp"
#include "tests/rules/prose_support.hpp"

using namespace nianbao;
using namespace nianbao::testing;

namespace {

std::string path_of(const char* name) { return std::string(NIANBAO_SOURCE_DIR) + "/tests/rules/" + name; }

std::vector<Finding> findings(const char* rule_id, const Case& c) {
    std::vector<Finding> out;
    const Rule* rule = rule_by_id(rule_id);
    REQUIRE(rule != nullptr);
    rule->check(*rule, ReadCase(c), out);
    return out;
}

/// "t3.handled.total 28 27": the first cell meant, the prose's figure, the tables'.
std::string shown(const Finding& f, const Report& report) {
    return cells_of(*report.form)[f.cells.at(0)].id + " " + f.left->to_string() + " " + f.right->to_string();
}

std::string text_of(const Document& document, const Finding& f, std::string_view role) {
    for (const FindingSpan& s : f.spans)
        if (s.role == role) return std::string(slice(document.text, s.span));
    return {};
}

void check_complete(const Finding& f) {
    for (const std::string& message : {f.message.zh, f.message.en}) {
        CHECK(message.size() > 10);
        CHECK(message.find('{') == std::string::npos);
    }
}

}  // namespace

TEST_CASE("a figure in the prose is compared only where its sentence is plain", "[prose]") {
    int fires = 0, silent = 0;
    for (const ProseCase& c : read_prose_cases(path_of("prose_cases.txt"))) {
        const Made made = make_prose(c.sentence, c.year, c.tables);
        INFO("prose_cases.txt:" << c.line << ": " << c.sentence << "   [" << c.tables << "]");
        std::vector<std::string> found;
        for (const Finding& f : findings("text-table-mismatch", made.as_case())) {
            found.push_back(shown(f, made.report));
            check_complete(f);
            CHECK_FALSE(text_of(made.document, f, "sentence").empty());
        }
        CHECK(found == c.expected);
        CHECK(c.expected.empty() != c.fires);
        ++(c.fires ? fires : silent);
    }
    CHECK(fires >= 120);
    CHECK(silent >= 120);
}

TEST_CASE("the year a sentence reports on is the report's year", "[prose]") {
    for (const ProseCase& c : read_prose_cases(path_of("stale_year_cases.txt"))) {
        const Made made = make_prose(c.sentence, c.year, c.tables);
        INFO("stale_year_cases.txt:" << c.line << ": " << c.sentence << "   [" << c.year << " " << c.tables << "]");
        const std::vector<Finding> found = findings("stale-year", made.as_case());
        CHECK(found.size() == (c.fires ? 1u : 0u));
        for (const Finding& f : found) check_complete(f);
    }
}

TEST_CASE("a finding marks the sentence, names the cells, and says what else the figure equals", "[prose]") {
    const Made made =
        make_prose("我局办结政府信息公开申请300件。其中，予以公开258件；无法提供25件。", 2019,
                   "new=300 handled=300 granted.natural=258 granted.business=17 granted.total=275 unable_not_held=25");
    const std::vector<Finding> found = findings("text-table-mismatch", made.as_case());
    REQUIRE(found.size() == 1);
    CHECK(text_of(made.document, found[0], "sentence") == "其中，予以公开258件");
    CHECK(text_of(made.document, found[0], "cell") == "0");
    CHECK(found[0].message.zh.find("258 恰是“（一）予以公开”的“自然人”一格") != std::string::npos);
    CHECK(found[0].message.en.find("the natural-person cell") != std::string::npos);
}

TEST_CASE("a finding names every row and group it adds up", "[prose]") {
    const Made made = make_prose("收到政府信息公开申请27件，予以公开和部分公开15件，不予公开和无法提供13件。", 2021,
                                 "new=27 handled=27 granted=12 partial=2 denied_secret=1 unable_not_held=12");
    const std::vector<Finding> found = findings("text-table-mismatch", made.as_case());
    REQUIRE(found.size() == 1);
    CHECK(found[0].message.zh.find("（一）予以公开＋（二）部分公开") != std::string::npos);
    CHECK(found[0].message.en.find(" + ") != std::string::npos);
}

TEST_CASE("the same slip in two places is one finding that marks both", "[prose]") {
    const Made made = make_prose("2021年，我局共收到政府信息公开申请28件。\n（二）依申请公开。全年共收到政府信息公开申请28件。",
                                 2021, "new=27 handled=27");
    const std::vector<Finding> found = findings("text-table-mismatch", made.as_case());
    REQUIRE(found.size() == 1);
    int sentences = 0;
    for (const FindingSpan& s : found[0].spans) sentences += s.role == "sentence" ? 1 : 0;
    CHECK(sentences == 2);
}

TEST_CASE("a passage in which nothing agrees is one finding", "[prose]") {
    const Made made = make_prose("收到政府信息公开申请30件，予以公开11件，部分公开7件，无法提供12件。", 2021,
                                 "new=19 handled=19 granted=9 partial=4 unable_not_held=6");
    const std::vector<Finding> found = findings("text-table-mismatch", made.as_case());
    REQUIRE(found.size() == 1);
    CHECK(found[0].cells.size() == 6);  // new, granted, partial and the three rows of （四）
    CHECK(found[0].message.zh.find("另有 3 个数字") != std::string::npos);
}

TEST_CASE("the prose testifies for the cells it sums, agreeing or not", "[prose]") {
    const Made made = make_prose("2021年我局共受理政府信息公开申请28件，答复27件，予以公开和部分公开14件，受理举报90件。", 2021,
                                 "new=27 carried_in=1 handled=28 granted=12 partial=2");
    std::vector<std::string> seen;
    for (const ProseEvidence& e : prose_evidence(made.as_case())) {
        std::string line = std::to_string(e.figure) + " " + std::string(slice(made.document.text, e.span)) + " =";
        for (const CellIndex cell : e.cells) line += " " + cells_of(*made.report.form)[cell].id;
        seen.push_back(line);
    }
    CHECK(seen == std::vector<std::string>{"28 28件 = t3.new.total t3.carried_in.total", "27 27件 = t3.handled.total",
                                           "14 14件 = t3.granted.total t3.partial.total"});
}

namespace {

const std::string overview_2020 =
    "2020年，我局严格执行《中华人民共和国政府信息公开条例》，坚持以公开为常态、不公开为例外，全年主动公开信息120条。"
    "成立由主要领导任组长的政务公开工作领导小组，明确办公室一名同志负责日常工作。"
    "全面梳理水利工程建设、河湖管护、节约用水等领域的公开事项，及时更新主动公开目录。"
    "开展政务公开培训3次，参训人员46人，干部职工的公开意识明显增强。";

std::string with_year(std::string text, const std::string& from, const std::string& to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

std::vector<Finding> compared(const std::string& now, const std::string& before, int now_year = 2021, int before_year = 2020) {
    const Made a = make_prose(now, now_year, ""), b = make_prose(before, before_year, "");
    return findings("copied-sections", {a.document, a.report, &b.document, &b.report});
}

}  // namespace

TEST_CASE("last year's text with only its figures changed is noted with the sentences", "[prose]") {
    const std::string copied = with_year(with_year(overview_2020, "2020", "2021"), "120条", "98条");
    const std::vector<Finding> found = compared(copied, overview_2020);
    REQUIRE(found.size() == 1);
    CHECK(found[0].severity == Severity::note);
    CHECK(found[0].spans.size() == 4);
    CHECK(found[0].message.zh.find("4 句，占 100%") != std::string::npos);
    check_complete(found[0]);
}

TEST_CASE("another body's text of last year is not what was copied", "[prose]") {
    const Made now = make_prose(with_year(overview_2020, "2020", "2021"), 2021, ""), before = make_prose(overview_2020, 2020, "org=丹水县教育局");
    CHECK(findings("copied-sections", {now.document, now.report, &before.document, &before.report}).empty());
}

TEST_CASE("a text of its own that keeps a few sentences is no copy", "[prose]") {
    const std::string kept = "成立由主要领导任组长的政务公开工作领导小组，明确办公室一名同志负责日常工作。";
    const std::string own =
        "2021年，我局把水价、用水户权益和工程质量信息作为公开重点，新开设三个专栏。"
        "制作图解和短视频解读节水政策，现场答疑两场，群众反响良好。"
        "对照新的目录逐项核对历史信息，补录和更正了一批失效文件。" +
        kept;
    CHECK(compared(own, overview_2020).empty());
    CHECK(compared(kept, overview_2020).empty());
    CHECK(compared(overview_2020, overview_2020, 2020, 2020).empty());
}
