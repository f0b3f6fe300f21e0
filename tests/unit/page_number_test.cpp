// What is a page's number, and what only looks like one.
#include <catch2/catch.hpp>

#include "core/text/page_number.hpp"

using nianbao::is_page_number;

TEST_CASE("a page's number stands between dashes or with the words for pages") {
    for (const char* text : {"- 3 -", "— 12 —", "－３－", "·4·", "~ 5 ~", "第3页", "第 3 页 共 9 页", "第3頁，共9頁", "第3页/共9页", "3/9页", "共 12 页", "- 2/9 -"}) {
        INFO(text);
        CHECK(is_page_number(text));
    }
}

TEST_CASE("figures, dates and words about pages are no page's number") {
    for (const char* text : {"", "3", "-5", "3-", "--", "2023-2024", "- 12345 -", "第页", "3/9", "第3页 规章", "第1页共3页规章", "共3页，详见附件", "第三项"}) {
        INFO(text);
        CHECK_FALSE(is_page_number(text));
    }
}
