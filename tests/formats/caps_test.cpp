// Files made to hurt: each ends in less than a second with a finding that says why, or is read as if nothing were wrong.
#include <catch2/catch.hpp>

#include <cstdint>
#include <ctime>
#include <string>

#include "core/nianbao.hpp"
#include "core/read/runs.hpp"
#include "tests/formats/doc_writer.hpp"
#include "tests/formats/office_files.hpp"

using namespace nianbao;
using namespace nianbao::testing;

namespace {

#if defined(__SANITIZE_ADDRESS__) || !defined(NDEBUG)
constexpr double slower = 40;  // the sanitizers' share
#else
constexpr double slower = 1;
#endif

/// What keeps a file from being read; "" where it was read. Reading ends in time.
std::string trouble(const std::string& bytes) {
    const std::clock_t begin = std::clock();  // the processor's time: others may be at work, too
    const Result result = check(bytes, {});
    CHECK(static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC < slower);
    return result.document.observations.empty() ? "" : std::string(result.document.observations.front().rule);
}

std::string repeated(const std::string& text, int times) {
    std::string out;
    for (int i = 0; i < times; ++i) out += text;
    return out;
}

/// A zip of one stored part, its sizes where this says they stand.
struct RawZip {
    bool descriptor = false;  ///< sizes and sum behind the data
    bool zip64 = false;       ///< sizes in the extra field, the directory's place in a zip64 record
    bool locked = false;      ///< the flag of an encrypted part
    bool wrong_sum = false;
    int entries = 1;          ///< in the directory, all at the same place
    std::string name = "word/document.xml";

    std::string of(const std::string& data) const {
        const std::uint32_t sum = crc32(data) ^ (wrong_sum ? 1u : 0u);
        const std::uint32_t flags = (descriptor ? 8u : 0u) | (locked ? 1u : 0u);
        std::string out;
        put_number(out, 0x04034B50, 4), put_number(out, zip64 ? 45 : 20, 2), put_number(out, flags, 2), put_number(out, 0, 6);
        put_number(out, descriptor ? 0 : sum, 4), put_number(out, descriptor ? 0 : zip64 ? 0xFFFFFFFF : data.size(), 4), put_number(out, descriptor ? 0 : zip64 ? 0xFFFFFFFF : data.size(), 4);
        put_number(out, name.size(), 2), put_number(out, zip64 && !descriptor ? 20 : 0, 2);
        out += name;
        if (zip64 && !descriptor) put_number(out, 1, 2), put_number(out, 16, 2), put_number(out, data.size(), 8), put_number(out, data.size(), 8);
        out += data;
        if (descriptor) put_number(out, 0x08074B50, 4), put_number(out, sum, 4), put_number(out, data.size(), zip64 ? 8 : 4), put_number(out, data.size(), zip64 ? 8 : 4);
        const std::size_t directory = out.size();
        for (int i = 0; i < entries; ++i) {
            const std::string own = i == 0 ? name : name + std::to_string(i);
            put_number(out, 0x02014B50, 4), put_number(out, 45, 2), put_number(out, zip64 ? 45 : 20, 2), put_number(out, flags, 2), put_number(out, 0, 6), put_number(out, sum, 4);
            put_number(out, zip64 ? 0xFFFFFFFF : data.size(), 4), put_number(out, zip64 ? 0xFFFFFFFF : data.size(), 4), put_number(out, own.size(), 2), put_number(out, zip64 ? 20 : 0, 2);
            put_number(out, 0, 10), put_number(out, 0, 4);
            out += own;
            if (zip64) put_number(out, 1, 2), put_number(out, 16, 2), put_number(out, data.size(), 8), put_number(out, data.size(), 8);
        }
        const std::size_t size = out.size() - directory, end = out.size();
        if (zip64) {
            put_number(out, 0x06064B50, 4), put_number(out, 44, 8), put_number(out, 45, 2), put_number(out, 45, 2), put_number(out, 0, 8);
            put_number(out, static_cast<unsigned>(entries), 8), put_number(out, static_cast<unsigned>(entries), 8), put_number(out, size, 8), put_number(out, directory, 8);
            put_number(out, 0x07064B50, 4), put_number(out, 0, 4), put_number(out, end, 8), put_number(out, 1, 4);
        }
        put_number(out, 0x06054B50, 4), put_number(out, 0, 4), put_number(out, zip64 ? 0xFFFF : static_cast<unsigned>(entries), 2), put_number(out, zip64 ? 0xFFFF : static_cast<unsigned>(entries), 2);
        put_number(out, zip64 ? 0xFFFFFFFF : size, 4), put_number(out, zip64 ? 0xFFFFFFFF : directory, 4), put_number(out, 0, 2);
        return out;
    }
};

const std::string small = "<w:document xmlns:w='w'><w:body><w:p><w:r><w:t>text</w:t></w:r></w:p></w:body></w:document>";

}  // namespace

TEST_CASE("Zips with data descriptors and of the 64-bit kind are read") {
    for (const bool descriptor : {false, true})
        for (const bool zip64 : {false, true}) {
            RawZip zip;
            zip.descriptor = descriptor;
            zip.zip64 = zip64;
            INFO("descriptor " << descriptor << ", zip64 " << zip64);
            CHECK(trouble(zip.of(small)) == "");
            CHECK(text_of(zip.of(small)) == "text\n");
        }
}

TEST_CASE("A part whose sum is wrong is damaged, a part that is locked needs a password") {
    RawZip wrong, locked;
    wrong.wrong_sum = true;
    locked.locked = true;
    CHECK(trouble(wrong.of(small)) == "file-unreadable");
    CHECK(trouble(locked.of(small)) == "file-encrypted");
}

TEST_CASE("Entries that lie over one another are read once, or not at all") {
    RawZip zip;
    zip.entries = 15'000;
    CHECK((trouble(zip.of(small)) == "" || trouble(zip.of(small)) == "file-unreadable"));
    zip.entries = 25'000;
    CHECK(trouble(zip.of(small)) == "input-too-large");
}

TEST_CASE("Parts that swell: one, or many that are small each") {
    ZipWriter one;
    one.add_repeated("word/document.xml", 33u << 20);
    CHECK(trouble(one.finish()) == "input-too-large");
    ZipWriter many;
    std::string pages;
    for (int i = 0; i < 20; ++i) {
        many.add_repeated("Doc_0/P" + std::to_string(i) + ".xml", 1u << 20);
        pages += "<Page BaseLoc='P" + std::to_string(i) + ".xml'/>";
    }
    many.add("OFD.xml", "<OFD><DocBody><DocRoot>Doc_0/Document.xml</DocRoot></DocBody></OFD>");
    many.add("Doc_0/Document.xml", "<Document><Pages>" + pages + "</Pages></Document>");
    CHECK(trouble(many.finish()) == "file-unreadable");  // the first is no XML
}

TEST_CASE("Entities are never expanded, in any XML that is read") {
    const std::string bomb = "<!DOCTYPE d [<!ENTITY a '" + std::string(1000, 'a') + "'>" + "<!ENTITY b '" + repeated("&a;", 1000) + "'><!ENTITY c '" + repeated("&b;", 1000) + "'>]>";
    CHECK(text_of(docx(paragraph(run("&b;")))).find("aaaa") == std::string::npos);
    ZipWriter zip;
    zip.add("word/document.xml", bomb + "<w:document xmlns:w='w'><w:body><w:p><w:r><w:t>&c;</w:t></w:r></w:p></w:body></w:document>");
    const std::string bytes = zip.finish();
    CHECK(trouble(bytes) == "");
    CHECK(text_of(bytes).find("aaaa") == std::string::npos);
}

TEST_CASE("Elements, groups and tables nested without end") {
    CHECK(trouble(docx(repeated("<w:tbl><w:tr><w:tc>", 2000) + repeated("</w:tc></w:tr></w:tbl>", 2000))) == "input-too-large");
    CHECK(trouble("{\\rtf1 " + repeated("{\\b ", 100'000)) == "file-unreadable");
    CHECK(trouble("{\\rtf1 " + repeated("\\trowd\\cellx1\\intbl\\itap2000000000 a\\nestcell", 50'000) + "}") == "");
    const std::string flat = "<office:document xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'><office:body><office:text>" + repeated("<text:section>", 3000) +
                             repeated("</text:section>", 3000) + "</office:text></office:body></office:document>";
    CHECK(trouble(flat) == "input-too-large");
}

TEST_CASE("Rows, columns and cells repeated without end") {
    const std::string names = "<office:document xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'><office:body>";
    const std::string cell_of = "<table:table-row table:number-rows-repeated='1000000'><table:table-cell table:number-columns-repeated='16000'><text:p>1</text:p></table:table-cell></table:table-row>";
    CHECK(trouble(names + "<office:spreadsheet><table:table>" + cell_of + "</table:table></office:spreadsheet></office:body></office:document>") == "input-too-large");
    std::string nested = "<text:p>1</text:p>";
    for (int i = 0; i < 20; ++i)
        nested = "<table:table><table:table-row table:number-rows-repeated='1000'><table:table-cell table:number-columns-repeated='1000'>" + nested + "</table:table-cell></table:table-row></table:table>";
    trouble(names + "<office:text>" + nested + "</office:text></office:body></office:document>");
    CHECK(trouble(xlsx("<sheetData><row r='1'><c r='A1'><v>1</v></c></row></sheetData><mergeCells>" + repeated("<mergeCell ref='A1:XFD1048576'/>", 60'000) + "</mergeCells>")) == "input-too-large");
}

TEST_CASE("Pages without end: more than are read is said") {
    std::string runs = std::string(runs_magic) + "\n";
    for (int i = 0; i < 600; ++i) runs += "page 595 842\nrun 50 50 60 12 文字\n";
    CHECK(trouble(runs) == "input-too-large");
}

TEST_CASE("Text objects of an OFD page whose steps are repeated without end") {
    ZipWriter zip;
    zip.add("OFD.xml", "<OFD><DocBody><DocRoot>Doc_0/Document.xml</DocRoot></DocBody></OFD>");
    zip.add("Doc_0/Document.xml", "<Document><Pages><Page BaseLoc='P.xml'/></Pages></Document>");
    zip.add("Doc_0/P.xml", "<Page><Content><Layer>" + repeated("<TextObject Boundary='0 0 9 9' Size='3'><TextCode X='1' Y='1' DeltaX='g 100000000 1 g 100000000 1'>文字</TextCode></TextObject>", 20'000) +
                               "</Layer></Content></Page>");
    trouble(zip.finish());
}

TEST_CASE("Binary Word: property lists of a paragraph in the data stream are read, and not without end") {
    using namespace std::string_literals;
    // sprmPHugePapx at 0 of the data stream; there: in a table (sprmPFInTable), row end (sprmPFTtp).
    const std::string huge = "\x46\x66\0\0\0\0\x16\x24\x01"s, cell_list = "\x16\x24\x01"s, row_list = "\x16\x24\x01\x17\x24\x01\x17\x24\x01"s;
    const std::string one_property = "\x03\0\x16\x24\x01"s;
    CHECK(cells_of_grid(read(doc_file({"A\x07", "1\x07", "\x07", "B\x07", "2\x07", "\x07", "\r"}, {huge, huge, row_list, cell_list, huge, row_list, "\x05\x24\x01"s}, one_property), {})) ==
          "A@0,0 1@0,1 B@1,0 2@1,1 ");
    std::string data = "\xFF\xFF"s;
    for (int i = 0; i < 65535 / 3; ++i) data += cell_list;
    const std::vector<std::string> texts(12'000, "a\r"), lists(12'000, huge);
    CHECK(trouble(doc_file(texts, lists, data)) == "input-too-large");
}

TEST_CASE("A text beyond the caps in bytes and in cells is too large once") {
    std::string text;
    while (text.size() < (9u << 20)) text += "| 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 |\n";
    std::vector<std::size_t> places;
    for (const Finding& finding : check(text, {}).findings)
        if (finding.rule == "input-too-large") places.push_back(finding.spans.size());
    CHECK(places == std::vector<std::size_t>{2});
}
