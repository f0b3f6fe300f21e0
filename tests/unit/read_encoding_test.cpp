// Which encoding a file has, and what is said of one that was converted wrongly before.
#include <catch2/catch.hpp>
#include <algorithm>

#include "core/nianbao.hpp"
#include "core/read/encoding.hpp"
#include "core/read/gb18030.hpp"
#include "core/text/utf.hpp"
#include "core/text/fold.hpp"
#include "tests/unit/drawn.hpp"
#include "tests/unit/match_support.hpp"

using namespace nianbao;
using namespace nianbao::testing;

namespace {

constexpr std::string_view sentence = "2021年度，本机关共收到政府信息公开申请27件，均已办结。𠮷";

std::string utf16(std::string_view text, bool big_endian) {
    std::string out;
    const auto put = [&](char32_t unit) {
        const char high = static_cast<char>(unit >> 8), low = static_cast<char>(unit & 0xFF);
        out += big_endian ? high : low;
        out += big_endian ? low : high;
    };
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode_at(text, at);
        at += c.length;
        if (c.value < 0x10000) {
            put(c.value);
        } else {
            put(0xD800 + ((c.value - 0x10000) >> 10));
            put(0xDC00 + ((c.value - 0x10000) & 0x3FF));
        }
    }
    return out;
}

/// Each byte as the Latin-1 character of that number.
std::string as_latin(std::string_view bytes) {
    std::string out;
    for (const char c : bytes) append_utf8(out, static_cast<unsigned char>(c));
    return out;
}

}  // namespace

TEST_CASE("GB18030: two bytes, four bytes, and back") {
    CHECK(from_gb18030("\xD5\xFE\xB8\xAE", true).text == "政府");
    CHECK(from_gb18030("\x95\x34\xC4\x34" "a", true).text == "\xF0\xA0\xB1\xAA" "a");  // U+20C6A: 0x10C6A places after 90 30 81 30
    CHECK(from_gb18030(to_gb18030(sentence), true).text == sentence);
    CHECK(to_gb18030("政府") == "\xD5\xFE\xB8\xAE");
}

TEST_CASE("the encoding is found by content") {
    const auto found = [](std::string_view bytes) {
        const Decoded decoded = decode(bytes);
        CHECK(decoded.text == sentence);
        CHECK(decoded.lost == 0);
        CHECK_FALSE(decoded.cut);
        return decoded.encoding;
    };
    CHECK(found(sentence) == "UTF-8");
    CHECK(found("\xEF\xBB\xBF" + std::string(sentence)) == "UTF-8");
    CHECK(found(to_gb18030(sentence)) == "GB18030");
    CHECK(found(utf16(sentence, false)) == "UTF-16LE");
    CHECK(found(utf16(sentence, true)) == "UTF-16BE");
    CHECK(found("\xFF\xFE" + utf16(sentence, false)) == "UTF-16LE");
    CHECK(found("\xFE\xFF" + utf16(sentence, true)) == "UTF-16BE");
}

TEST_CASE("short GBK is neither UTF-16 nor UTF-8") {
    CHECK(decode(to_gb18030("收到申请123件")).text == "收到申请123件");
    CHECK(decode(to_gb18030("联通")).text == "联通");
    CHECK(decode(to_gb18030("规章|0|1\n")).encoding == "GB18030");
}

TEST_CASE("plain ASCII is UTF-8, and UTF-16 of ASCII is not") {
    CHECK(decode("abc 123\n").encoding == "UTF-8");
    CHECK(decode(utf16("abc 123\n", false)).text == "abc 123\n");
    CHECK(decode(utf16("abc 123\n", true)).text == "abc 123\n");
}

TEST_CASE("UTF-16 without a figure is found where nothing else fits") {
    CHECK(decode(utf16("政府信息公开工作年度报告", false)).encoding == "UTF-16LE");
    CHECK(decode(utf16("政府信息公开工作年度报告", true)).encoding == "UTF-16BE");
}

TEST_CASE("a lone surrogate becomes U+FFFD and nothing else is lost") {
    std::string bytes = "\xFF\xFE" + utf16("甲", false);
    bytes.append("\x00\xD8", 2);
    bytes += utf16("乙1", false);
    bytes.append("\x00\xDC", 2);
    const Decoded decoded = decode(bytes);
    CHECK(decoded.text == "甲\uFFFD乙1\uFFFD");
    CHECK(decoded.lost == 2);
}

TEST_CASE("a file that ends in the middle of a character loses that character only, and it is noticed") {
    const std::string_view whole = "政府信息公开";
    const std::string gb = to_gb18030(whole), wide = "\xFF\xFE" + utf16(whole, false);
    for (const std::string& bytes : {std::string(whole.substr(0, whole.size() - 1)), std::string(whole.substr(0, whole.size() - 2)),
                                     gb.substr(0, gb.size() - 1), wide.substr(0, wide.size() - 1)}) {
        const Document document = read(bytes, {});
        CHECK(document.text == "政府信息公");
        CHECK(noticed(document) == Lines{"text-cut"});
    }
}

TEST_CASE("a file cut anywhere in its last character loses that character only, in every encoding, and says so at its end") {
    const std::string whole = "临江县教育局2021年政府信息公开工作年度报告，收到申请27件";
    struct Written {
        const char* encoding;
        std::string (*write)(std::string_view);
    };
    const Written all[] = {
        {"UTF-8", [](std::string_view t) { return std::string(t); }},
        {"UTF-8", [](std::string_view t) { return "\xEF\xBB\xBF" + std::string(t); }},
        {"GB18030", [](std::string_view t) { return to_gb18030(t); }},
        {"UTF-16LE", [](std::string_view t) { return utf16(t, false); }},
        {"UTF-16LE", [](std::string_view t) { return "\xFF\xFE" + utf16(t, false); }},
        {"UTF-16BE", [](std::string_view t) { return "\xFE\xFF" + utf16(t, true); }},
    };
    for (const Written& written : all)
        for (const char* last : {"件", "𠮷", "㐀"}) {  // GBK's two bytes; four bytes of GB18030, two units of UTF-16; four and one
            const std::string bytes = written.write(whole + last);
            const std::size_t own = bytes.size() - written.write(whole).size();
            for (std::size_t less = 1; less < own; ++less) {
                CAPTURE(written.encoding, last, less);
                const Document document = read(bytes.substr(0, bytes.size() - less), {});
                CHECK(document.text == whole);
                CHECK(document.encoding == written.encoding);
                REQUIRE(noticed(document) == Lines{"text-cut"});
                CHECK(document.observations[0].spans == std::vector<Span>{{static_cast<std::uint32_t>(whole.size()), static_cast<std::uint32_t>(whole.size())}});
            }
            CHECK(noticed(read(bytes, {})) == Lines{});
        }
}

TEST_CASE("the encoding asked for is taken, right or wrong") {
    Options options;
    options.encoding = "UTF-8";
    CHECK(read("\xEF\xBB\xBF" "甲", options).text == "甲");
    options.encoding = "GB18030";
    const Document document = read(to_gb18030(sentence), options);
    CHECK(document.text == sentence);
    CHECK(document.encoding == "GB18030");
    CHECK(decode(sentence, "GB18030").text != sentence);
}

TEST_CASE("a page's charset decides only where the bytes do not") {
    CHECK(decode(sentence, {}, "gb2312").text == sentence);
    CHECK(decode(to_gb18030(sentence), {}, "utf-8").text == sentence);
    CHECK(decode("\xE5\xB9\xB4\xE5\xB9\xB4", {}, "gb2312").encoding == "GB18030");
    CHECK(decode("\xE5\xB9\xB4\xE5\xB9\xB4", {}, "utf-8").text == "年年");
}

TEST_CASE("one spoilt byte costs one place, not the encoding") {
    std::string bytes(sentence);
    bytes[4] = '\xFF';
    CHECK(decode(bytes).encoding == "UTF-8");
    std::string gb = to_gb18030(sentence);
    gb += '\xFF';
    gb += to_gb18030("完");
    CHECK(decode(gb).encoding == "GB18030");
    CHECK(decode(gb).lost == 1);
}

TEST_CASE("text that went through a wrong conversion is named") {
    const std::string text = "政府信息公开工作年度报告，收到和处理政府信息公开申请情况。";
    using Found = std::optional<Conversion>;
    CHECK(wrong_conversion(from_gb18030(text, false).text) == Found(Conversion{"UTF-8", "GB18030"}));
    CHECK(wrong_conversion(as_latin(text)) == Found(Conversion{"UTF-8", "Latin-1"}));
    CHECK(wrong_conversion(as_latin(to_gb18030(text))) == Found(Conversion{"GB18030", "Latin-1"}));
    std::string lost;
    for (int i = 0; i < 30; ++i) lost += "锟斤拷";
    CHECK(wrong_conversion(lost) == Found(Conversion{"GB18030", "UTF-8"}));
    CHECK(noticed(read(from_gb18030(text, false).text, {})) == Lines{"text-garbled"});
}

TEST_CASE("a whole report that was decoded wrongly and saved again is named, and is no report without errors") {
    const std::string report = render_pipes(numbered_2021());
    using Found = std::pair<const char*, const char*>;
    const std::pair<std::string, Found> garbled[] = {
        {from_gb18030(report, false).text, {"UTF-8", "GB18030"}},
        {as_latin(report), {"UTF-8", "Latin-1"}},
        {as_latin(to_gb18030(report)), {"GB18030", "Latin-1"}},
        {decode(to_gb18030(report), "UTF-8").text, {"GB18030", "UTF-8"}},
    };
    for (const auto& [text, found] : garbled)
        for (const bool wide : {false, true}) {
            CAPTURE(found.first, found.second, wide);
            const Result result = check(wide ? "\xFF\xFE" + utf16(text, false) : text, {});
            REQUIRE(noticed(result.document) == Lines{"text-garbled"});
            CHECK(result.document.observations[0].details == Lines{found.first, found.second});
            CHECK(result.verdict == Verdict::unreadable);
            CHECK(std::any_of(result.findings.begin(), result.findings.end(), [](const Finding& f) { return f.rule == "text-garbled"; }));
        }
    // A page, too, and GB18030 taken for it twice over.
    const std::string page = render_html(numbered_2021());
    CHECK(noticed(read(from_gb18030(page, false).text, {})) == Lines{"text-garbled"});
    CHECK(noticed(read(as_latin(page), {})) == Lines{"text-garbled"});
    CHECK(noticed(read(to_gb18030(from_gb18030(report, false).text), {})) == Lines{"text-garbled"});
}

TEST_CASE("sound text is not called garbled") {
    CHECK_FALSE(wrong_conversion(sentence));
    CHECK_FALSE(wrong_conversion("一、總體情況。二、主動公開政府信息情況。收到和處理政府信息公開申請情況，行政復議、行政訴訟情況。"));
    CHECK_FALSE(wrong_conversion("“公开为常态、不公开为例外”——《条例》（以下简称）【打印】…①②③ⅠⅡ℃％＋－×÷≤≥√●○■□"));
    CHECK_FALSE(wrong_conversion("plain English, and naïve café résumé Übergrößenträger señor façade"));
    CHECK_FALSE(wrong_conversion(""));
}

TEST_CASE("binary data is said to be unreadable and gives no text") {
    std::string bytes = "\x7F" "DAT\r\n\x1A\n";
    for (int i = 0; i < 4000; ++i) bytes += static_cast<char>((i * 7919 + i / 13) & 0xFF);
    const Document document = read(bytes, {});
    CHECK(noticed(document) == Lines{"file-unreadable"});
    CHECK(document.text.empty());
    CHECK(noticed(read(std::string(1000, '\0'), {})) == Lines{"file-unreadable"});
}

TEST_CASE("a few lost characters in a sound text are shown where they are") {
    const Document document = read("政府\xFF信息公开工作年度报告，收到和处理政府信息公开申请情况，均已办结。", {});
    REQUIRE(noticed(document) == Lines{"text-garbled"});
    CHECK(document.observations[0].details == Lines{"", ""});
    REQUIRE(document.observations[0].spans.size() == 1);
    CHECK(slice(document.text, document.observations[0].spans[0]) == "\uFFFD");
}
