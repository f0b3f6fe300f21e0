// What labels have in common when they are compared.
#include <catch2/catch.hpp>

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include "core/text/fold.hpp"

using namespace nianbao;

TEST_CASE("folding drops white space of every kind") {
    CHECK(fold(" 尚 未\t审\n结 ") == "尚未审结");
    CHECK(fold("商业\xC2\xA0企业\xE3\x80\x80\xE2\x80\x8B\xEF\xBB\xBF") == "商业企业");
}

TEST_CASE("folding drops brackets, quotes, punctuation and markdown residue") {
    CHECK(fold("（三）不予公开") == fold("(三)不予公开"));
    CHECK(fold("3.危及“三安全一稳定”") == fold("3、危及\"三安全一稳定\""));
    CHECK(fold("**行政_许可**") == "行政许可");
    CHECK(fold("本年增/减") == "本年增减");
    CHECK(fold("…—《》【】").empty());
}

TEST_CASE("full width, circled and parenthesised forms fold to the plain characters") {
    CHECK(fold("１．Ａｂ") == "1ab");
    CHECK(fold("㈠") == "一");
    CHECK(fold("⒈属于") == "1属于");
}

TEST_CASE("Kangxi radicals and the radicals supplement fold to ideographs") {
    CHECK(fold("\xE2\xBC\x80") == "一");        // U+2F00
    CHECK(fold("\xE2\xBA\xA0") == "民");        // U+2EA0
    CHECK(fold("\xE2\xBB\x85") == "见");        // U+2EC5
    CHECK(fold("\xE2\xBB\x93") == "长");        // U+2ED3
    CHECK(fold("\xE2\xBE\xA7") == "长");        // U+2FA7 is 長
}

TEST_CASE("traditional script folds to simplified script") {
    CHECK(fold("政府信息公開行政復議、行政訴訟情況") == fold("政府信息公开行政复议、行政诉讼情况"));
    CHECK(fold("屬於國家祕密") == fold("属于国家秘密"));
    CHECK(fold("規範性文件 處理決定數量") == fold("规范性文件处理决定数量"));
}

TEST_CASE("every folded byte knows where it comes from") {
    const std::string text = " 行 政（许）可 ";
    const Folded folded = fold_with_origin(text);
    REQUIRE(folded.text == "行政许可");
    REQUIRE(folded.origin.size() == folded.text.size() + 1);
    CHECK(folded.origin[0] == text.find("行"));
    CHECK(folded.origin[3] == text.find("政"));
    CHECK(folded.origin[6] == text.find("许"));
    CHECK(folded.origin[9] == text.find("可"));
    CHECK(folded.origin.back() == text.find("可") + 3);
    CHECK(fold_with_origin("（ ）").origin == std::vector<std::uint32_t>{0});
}

TEST_CASE("stray bytes are dropped and never read past the end") {
    CHECK(fold("\xE8\xA1") .empty());
    CHECK(fold("\xFF\x80" "a\xC0") == "a");
    CHECK(trim("\xA0\xC2").size() == 2);
}

TEST_CASE("a line break as markdown writes it folds to nothing") {
    CHECK(fold("商业<br>企业") == "商业企业");
    CHECK(fold("<br/><br>a<br /><") == "a");
    const Folded folded = fold_with_origin("甲<br>乙<br>");
    CHECK(folded.text == "甲乙");
    CHECK(folded.origin[3] == 7);
    CHECK(folded.origin.back() == 10);
}

TEST_CASE("trimming takes white space from both ends only") {
    CHECK(trim("\xC2\xA0\xE3\x80\x80 3 2\t\n\xE2\x80\x8B") == "3 2");
    CHECK(trim(" \n").empty());
}

TEST_CASE("every character folds like its compatibility decomposition") {
    UErrorCode error = U_ZERO_ERROR;
    const icu::Normalizer2* const nfkc = icu::Normalizer2::getNFKCInstance(error);
    REQUIRE(U_SUCCESS(error));
    for (UChar32 c = 1; c < 0x110000; ++c) {
        if (c >= 0xD800 && c < 0xE000) continue;
        icu::UnicodeString decomposed;
        if (!nfkc->getDecomposition(c, decomposed)) continue;
        std::string alone, parts;
        icu::UnicodeString(c).toUTF8String(alone);
        decomposed.toUTF8String(parts);
        if (fold(alone) != fold(parts)) FAIL("U+" << std::hex << c << " folds to " << fold(alone) << ", its parts to " << fold(parts));
    }
}

TEST_CASE("every pair of the table of variants is found, and a character beside one is left alone") {
    CHECK(fold("⺁") == "厂");   // the first pair
    CHECK(fold("並丧") == "并丧");
    CHECK(fold("亞亚") == "亚亚");
    CHECK(fold("\xEF\xA9\xA0") == fold("褐"));  // U+FA60, a compatibility ideograph
}
