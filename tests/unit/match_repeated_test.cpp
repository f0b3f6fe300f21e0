// A report that a page holds twice, for another screen or for print, is one report; one that differs is another.
#include <catch2/catch.hpp>

#include <string>

#include "core/nianbao.hpp"
#include "tests/support/layouts.hpp"
#include "tests/unit/match_support.hpp"

using namespace nianbao;
using namespace nianbao::testing;

namespace {

bool finds_several(const std::string& text) {
    for (const Finding& finding : check(text, {}).findings)
        if (finding.rule == "several-reports") return true;
    return false;
}

/// One page with the bodies of two, as a site shows one on desks and the other on telephones.
std::string page_of(const Filled& desk, const Filled& telephone) {
    const std::string first = render_html(desk), second = render_html(telephone);
    const std::size_t begin = second.find("<body>") + 6, end = second.find("</body>");
    return replace_all(first, "</body>", "<div class=m>" + second.substr(begin, end - begin) + "</div></body>");
}

}  // namespace

TEST_CASE("The same report twice in a page or text is one report") {
    const Filled filled = numbered_2021();
    CHECK_FALSE(finds_several(page_of(filled, filled)));
    for (const auto render : {render_pipes, render_markdown, render_tsv, render_paragraphs}) CHECK_FALSE(finds_several(render(filled) + "\n" + render(filled)));
    CHECK_FALSE(finds_several(render_tsv(filled) + "\n" + render_tsv(filled) + "\n" + render_tsv(filled)));
    CHECK(Read(page_of(filled, filled)).different(filled) == Texts{});
}

TEST_CASE("Reports that differ in one cell or in their title are several") {
    const Filled filled = numbered_2021();
    for (const char* id : {"t2.rules.made", "t3.carried_out.total", "t4.after_review.total"}) {
        CAPTURE(id);
        Filled other = filled;
        other.at(id) = "77";
        CHECK(finds_several(page_of(filled, other)));
        other.at(id) = "";
        CHECK(finds_several(page_of(filled, other)));
        CHECK(finds_several(render_tsv(filled) + render_tsv(filled) + render_tsv(other)));
    }
    Filled other = filled;
    other.organization = "临江县体育局";
    CHECK(finds_several(page_of(filled, other)));
    CHECK(finds_several(render_tsv(filled) + replace_all(render_tsv(filled), "年度报告\n", "年度报告（修订）\n")));
}
