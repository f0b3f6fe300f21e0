// Files that are damaged, locked or made to harm: each says what is wrong, none is read as something else.
#include <catch2/catch.hpp>

#include <algorithm>
#include <string>

#include "core/nianbao.hpp"
#include "core/read/read.hpp"
#include "core/read/runs.hpp"
#include "tests/formats/zip_writer.hpp"

using namespace nianbao;
using nianbao::testing::ZipWriter;

namespace {

bool observes(const std::string& bytes, std::string_view rule) {
    const Document document = read(bytes, {});
    return std::any_of(document.observations.begin(), document.observations.end(), [&](const Observation& o) { return o.rule == rule; });
}

std::string docx_with(const std::string& document_xml) {
    ZipWriter zip;
    zip.add("word/document.xml", document_xml);
    return zip.finish();
}

void put(std::string& bytes, std::size_t at, std::uint64_t value, int size) {
    if (bytes.size() < at + static_cast<std::size_t>(size)) bytes.resize(at + static_cast<std::size_t>(size));
    for (int i = 0; i < size; ++i) bytes[at + static_cast<std::size_t>(i)] = static_cast<char>((value >> (8 * i)) & 0xFF);
}

/// A compound file of four sectors: table, directory with one stream, and the stream's.
std::string ole(const std::string& name, std::uint32_t next_of_stream) {
    std::string bytes("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
    put(bytes, 0x18, 0x003E, 2), put(bytes, 0x1A, 3, 2), put(bytes, 0x1E, 9, 2), put(bytes, 0x20, 6, 2);
    put(bytes, 0x2C, 1, 4), put(bytes, 0x30, 1, 4), put(bytes, 0x38, 4096, 4), put(bytes, 0x3C, 0xFFFFFFFE, 4), put(bytes, 0x44, 0xFFFFFFFE, 4);
    put(bytes, 0x4C, 0, 4);
    for (std::size_t i = 1; i < 109; ++i) put(bytes, 0x4C + 4 * i, 0xFFFFFFFF, 4);
    for (std::size_t i = 0; i < 128; ++i) put(bytes, 512 + 4 * i, 0xFFFFFFFF, 4);
    put(bytes, 512, 0xFFFFFFFD, 4), put(bytes, 516, 0xFFFFFFFE, 4), put(bytes, 520, next_of_stream, 4);
    const auto entry = [&](std::size_t at, const std::string& entry_name, int type, std::uint32_t child, std::uint32_t start, std::uint32_t size) {
        for (std::size_t i = 0; i < entry_name.size(); ++i) put(bytes, at + 2 * i, static_cast<unsigned char>(entry_name[i]), 2);
        put(bytes, at + 64, 2 * (entry_name.size() + 1), 2), put(bytes, at + 66, static_cast<unsigned>(type), 1);
        put(bytes, at + 68, 0xFFFFFFFF, 4), put(bytes, at + 72, 0xFFFFFFFF, 4), put(bytes, at + 76, child, 4);
        put(bytes, at + 116, start, 4), put(bytes, at + 120, size, 4);
    };
    entry(1024, "Root Entry", 5, 1, 0xFFFFFFFE, 0);
    entry(1152, name, 2, 0xFFFFFFFF, 2, 100'000);
    put(bytes, 1536, 0xA5EC, 2), put(bytes, 1538, 0xC1, 2);
    bytes.resize(2048);
    return bytes;
}

}  // namespace

TEST_CASE("A cut zip can't be read, or nothing of it is lost") {
    const std::string whole = docx_with("<w:document xmlns:w='w'><w:body><w:p><w:r><w:t>text</w:t></w:r></w:p></w:body></w:document>");
    CHECK(read(whole, {}).text == "text\n");
    for (std::size_t size = 5; size < whole.size(); size += 7) {
        const std::string cut = whole.substr(0, size);
        INFO(size << " of " << whole.size());
        CHECK((observes(cut, "file-unreadable") || (size + 22 > whole.size() && read(cut, {}).text == "text\n")));
    }
    CHECK(observes(whole.substr(0, whole.size() / 2), "file-unreadable"));
}

TEST_CASE("Broken XML can't be read") {
    CHECK(observes(docx_with("<w:document><w:body><w:p>"), "file-unreadable"));
    CHECK(observes(docx_with("nothing"), "file-unreadable"));
}

TEST_CASE("A part that swells is too large") {
    ZipWriter zip;
    zip.add_repeated("word/document.xml", 40u << 20);
    CHECK(observes(zip.finish(), "input-too-large"));
}

TEST_CASE("Elements nested without end are too large") {
    std::string deep;
    for (int i = 0; i < 5000; ++i) deep += "<w:p>";
    for (int i = 0; i < 5000; ++i) deep += "</w:p>";
    CHECK(observes(docx_with("<w:document><w:body>" + deep + "</w:body></w:document>"), "input-too-large"));
}

TEST_CASE("Entities are not expanded") {
    const std::string xml = "<!DOCTYPE d [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>]><w:document><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>";
    CHECK(read(docx_with(xml), {}).text.find("aaaa") == std::string::npos);
}

TEST_CASE("A locked file says so") {
    CHECK(observes(ole("EncryptedPackage", 0xFFFFFFFE), "file-encrypted"));
    std::string word = ole("WordDocument", 0xFFFFFFFE);
    put(word, 1152 + 120, 512, 4);  // small streams live elsewhere: this one must not be small
    put(word, 0x38, 0, 4);
    put(word, 1536 + 0x0A, 0x0100, 2);
    CHECK(observes(word, "file-encrypted"));
    CHECK(observes(std::string(runs_magic) + "\nproblem file-encrypted\n", "file-encrypted"));
}

TEST_CASE("A chain of sectors that comes back to itself ends") { CHECK(observes(ole("WordDocument", 2), "file-unreadable")); }

TEST_CASE("Formats that are known and not read") {
    using namespace std::string_literals;
    CHECK(observes(ole("Book", 0xFFFFFFFE), "format-unsupported"));  // Excel 95
    CHECK(observes(ole("Workbook", 0xFFFFFFFE), "file-unreadable"));
    CHECK(observes("\x89PNG\r\n\x1A\n\0\0\0\rIHDR"s, "format-unsupported"));
    CHECK(observes("%PDF-1.7\n", "format-unsupported"));
    CHECK(observes("Rar!\x1A\x07\x01\0"s, "format-unsupported"));
    CHECK(observes("7z\xBC\xAF\x27\x1C\0\x04"s, "format-unsupported"));
    CHECK(observes("\x1F\x8B\x08\0\0\0"s, "format-unsupported"));
    ZipWriter zip;
    zip.add("mimetype", "application/vnd.oasis.opendocument.text");
    CHECK(observes(zip.finish(), "format-unsupported"));
}

TEST_CASE("Pages without text are pictures of paper") {
    CHECK(observes(std::string(runs_magic) + "\npage 595 842\npage 595 842\n", "pdf-scanned"));
    CHECK(observes(std::string(runs_magic) + "\n", "file-unreadable"));
}

TEST_CASE("None of them passes") {
    for (const std::string& bytes : {ole("EncryptedPackage", 0xFFFFFFFE), docx_with("nothing"), std::string(runs_magic) + "\npage 595 842\n"})
        CHECK(check(bytes, {}).verdict == Verdict::unreadable);
}
