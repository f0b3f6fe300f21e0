// Web archives (.mht) as IE, Word, WPS, Excel and Chromium save them, mails, and files that only look like them.
#include <catch2/catch.hpp>

#include "core/read/gb18030.hpp"
#include "core/read/mime.hpp"
#include "tests/unit/drawn.hpp"
#include "tests/unit/match_support.hpp"

using namespace nianbao;
using namespace nianbao::testing;

namespace {

std::string quoted_printable(std::string_view bytes, std::string_view line_end) {
    std::string out;
    std::size_t column = 0;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = (byte > 0x20 && byte < 0x7F && c != '=') || c == ' ';
        constexpr char digits[] = "0123456789ABCDEF";
        const std::string piece = plain ? std::string(1, c) : c == '\n' ? std::string(line_end) : std::string{'=', digits[byte >> 4], digits[byte & 15]};
        if (c == '\n') column = 0;
        if (column + piece.size() > 75) {
            out.append("=").append(line_end);
            column = 0;
        }
        out += piece;
        column += c == '\n' ? 0 : piece.size();
    }
    return out;
}

std::string base64(std::string_view bytes) {
    constexpr char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        std::uint32_t group = 0;
        for (std::size_t i = 0; i < 3; ++i) group = group << 8 | (at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0u);
        for (std::size_t i = 0; i < 4; ++i) out += at + i <= bytes.size() ? digits[group >> (18 - 6 * i) & 63] : '=';
        if (at / 3 % 19 == 18) out += "\r\n";
    }
    return out;
}

std::string part(const std::string& type, const std::string& encoding, const std::string& body, const std::string& more = {}) {
    return "------=_Next\r\nContent-Location: file:///C:/1.htm\r\n" + more + "Content-Transfer-Encoding: " + encoding + "\r\nContent-Type: " + type + "\r\n\r\n" + body + "\r\n";
}

std::string archive(const std::string& parts, const std::string& type = "multipart/related; type=\"text/html\";\r\n\tboundary=\"----=_Next\"") {
    return "From: <Saved by Windows Internet Explorer 8>\r\nSubject: =?gb2312?B?xOqxqA==?=\r\nMIME-Version: 1.0\r\nContent-Type: " + type +
           "\r\n\r\nThis is a multi-part message in MIME format.\r\n\r\n" + parts + "------=_Next--\r\n";
}

const std::string picture = part("image/gif", "base64", "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

std::string page() { return render_word_html(numbered_2021()); }

void check_whole(const std::string& bytes, const std::string& encoding) {
    const Read read(bytes);
    CHECK(read.document.format == Format::mhtml);
    CHECK(read.document.encoding == encoding);
    CHECK(read.different(numbered_2021()) == Texts{});
    CHECK(read.report.sections.size() == 6);
    CHECK(noticed(read.document) == Lines{});
}

}  // namespace

TEST_CASE("a web archive is read as the page it holds, whatever its transfer encoding and charset") {
    const std::string gb = to_gb18030(replace_all(page(), "charset=utf-8", "charset=gb2312"));
    check_whole(archive(part("text/html; charset=\"utf-8\"", "quoted-printable", quoted_printable(page(), "\r\n")) + picture), "UTF-8");
    check_whole(archive(part("text/html; charset=\"gb2312\"", "quoted-printable", quoted_printable(gb, "\r\n")) + picture), "GB18030");
    check_whole(archive(part("text/html;\r\n\tcharset=\"gb2312\"", "base64", base64(gb)) + picture), "GB18030");
    check_whole(archive(picture + part("TEXT/HTML; Charset=utf-8", "8bit", page())), "UTF-8");
    std::string wide = "\xFF\xFE";
    for (const char32_t c : std::u32string(U"<html><body><p>年报一</p><p>年报二</p><p>年报三</p></body></html>")) wide.append({static_cast<char>(c & 0xFF), static_cast<char>(c >> 8)});
    CHECK(drawn(archive(part("text/html; charset=\"unicode\"", "base64", base64(wide)))) == Lines{"年报一", "年报二", "年报三"});
}

TEST_CASE("line feeds alone, no closing boundary, and no preamble are an archive all the same") {
    const std::string whole = archive(part("text/html; charset=utf-8", "quoted-printable", quoted_printable(page(), "\r\n")) + picture);
    check_whole(replace_all(whole, "\r\n", "\n"), "UTF-8");
    check_whole(whole.substr(0, whole.rfind("------=_Next--")), "UTF-8");
    check_whole("\r\n" + replace_all(whole, "This is a multi-part message in MIME format.", ""), "UTF-8");
}

TEST_CASE("a page alone, and a mail with a page as one of its alternatives, are read; attached pages are not") {
    check_whole("MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n" + base64(page()), "UTF-8");
    const std::string inner = "------=_Next\r\nContent-Type: multipart/alternative; boundary=in\r\n\r\n--in\r\nContent-Type: text/plain\r\n\r\nSee the page.\r\n--in\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" +
                              page() + "\r\n--in--\r\n";
    check_whole(archive(inner + part("text/html", "7bit", "<p>x</p>", "Content-Disposition: attachment; filename=a.htm\r\n")), "UTF-8");
    CHECK(drawn(archive(part("text/plain; charset=utf-8", "8bit", "规章 | 0 | 1 |\r\n许可 | 2 | 3 |"))) == Lines{"[规章|0|1/许可|2|3]"});
}

TEST_CASE("the pages of frames are parts of the page, headers and footers that Word keeps in parts of their own are not") {
    const std::string report = part("text/html; charset=utf-8", "8bit", page());
    const std::string shell = part("text/html; charset=utf-8", "8bit", "<html><body><p>首页</p><iframe src=\"cid:frame-1@mhtml.blink\"></iframe></body></html>");
    CHECK(Read(archive(shell + report)).different(numbered_2021()) == Texts{});
    const std::string sheets = part("text/html; charset=utf-8", "8bit", "<html><frameset rows=\"*,39\"><frame src=\"年报.files/sheet001.htm\"></frameset></html>");
    CHECK(Read(archive(sheets + report)).different(numbered_2021()) == Texts{});
    CHECK(drawn(archive(part("text/html", "8bit", "<html><body><p>甲</p></body></html>") + part("text/html", "8bit", "<html><body><p>页脚</p></body></html>"))) == Lines{"甲"});
}

TEST_CASE("a text that speaks of mails, and a report whose lines look like fields, are no archive") {
    for (const std::string& text : {std::string("Content-Type: text/html\n\n<p>x"), std::string("Subject: 年报\nFrom: 办公室\n\n一、总体情况\n"), std::string("MIME-Version: 1.0\n\nabc"),
                                    std::string("标题：年报\nContent-Type: multipart/related; boundary=x\n"), std::string("Content-Type: multipart/related\n\n--x\n"), std::string("\r\n"), std::string()})
        CHECK_FALSE(is_mime(text));
}

TEST_CASE("an archive without a page says that it can't be read") {
    CHECK(noticed(read(archive(picture), {})) == Lines{"file-unreadable"});
    CHECK(noticed(read(archive(""), {})) == Lines{"file-unreadable"});
    CHECK(noticed(read(archive(part("text/html", "base64", "")), {})) == Lines{});
}

TEST_CASE("quoted-printable: soft breaks, blanks before them, and what is no code stay as they should") {
    const auto decoded = [](std::string_view body) { return mime_body({"text/html", "", "quoted-printable", body, false}); };
    CHECK(decoded("a=3Db=\r\nc = \r\nd") == "a=bc d");
    CHECK(decoded("=E5=B9=B4=e6=8a=a5") == "年报");
    CHECK(decoded("1=2 =ZZ =4") == "1=2 =ZZ =4");
    CHECK(decoded("=") == "");
    CHECK(decoded("=\n=\n=41") == "A");
}

TEST_CASE("boundaries within boundaries end at a depth, and a boundary that is another's beginning is not taken for it") {
    std::string deep, ends;
    for (int i = 0; i < 200; ++i) {
        deep += "--b" + std::to_string(i) + "\r\nContent-Type: multipart/mixed; boundary=b" + std::to_string(i + 1) + "\r\n\r\n";
        ends = "--b" + std::to_string(i) + "--\r\n" + ends;
    }
    const std::string bottom = "--b200\r\nContent-Type: text/html\r\n\r\n<p>x</p>\r\n--b200--\r\n";
    CHECK(noticed(read("MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b0\r\n\r\n" + deep + bottom + ends, {})) == Lines{"file-unreadable"});
    const std::string nested = "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: multipart/related; boundary=bb\r\n\r\n--bb\r\nContent-Type: text/html\r\n\r\n"
                               "<p>甲</p>\r\n--bb--\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>乙</p>\r\n--b--\r\n";
    CHECK(drawn(nested) == Lines{"甲"});
}
