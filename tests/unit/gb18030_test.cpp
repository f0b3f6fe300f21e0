// The tables that the core makes by the standard's order, beside ICU's.
#include "core/read/gb18030.hpp"

#include <catch2/catch.hpp>
#include <initializer_list>
#include <iterator>
#include <random>
#include <string>

#include <unicode/unistr.h>

#include "core/read/utf.hpp"

using namespace nianbao;

namespace {

constexpr char separator[] = "\n\n\n\n";  // no byte of it continues a character

/// ICU's reading; what it can't read is U+FFFD.
std::string by_icu(const std::string& bytes) {
    std::string text;
    icu::UnicodeString(bytes.data(), static_cast<std::int32_t>(bytes.size()), "gb18030").toUTF8String(text);
    return text;
}

void append(std::string& bytes, std::initializer_list<int> code) {
    for (const int byte : code) bytes += static_cast<char>(byte);
    bytes += separator;
}

}  // namespace

TEST_CASE("every code of one, two and four bytes is read as ICU reads it", "[encoding]") {
    std::string bytes;
    for (int first = 0; first < 256; ++first) {
        append(bytes, {first});
        for (int second = 0; second < 256; ++second) append(bytes, {first, second});
    }
    CHECK((from_gb18030(bytes, false).text == by_icu(bytes)));
    bytes.clear();
    for (int first = 0x81; first <= 0xFE; first += first < 0x85 || (first >= 0x8F && first < 0xE4) ? 1 : 13)
        for (int second = 0x30; second <= 0x39; ++second)
            for (int third = 0x81; third <= 0xFE; ++third)
                for (int fourth = 0x30; fourth <= 0x39; ++fourth) append(bytes, {first, second, third, fourth});
    CHECK((from_gb18030(bytes, false).text == by_icu(bytes)));
}

TEST_CASE("what is no code is lost by as many characters as ICU loses", "[encoding]") {
    constexpr int bytes_of_interest[] = {0x20, 0x30, 0x39, 0x3A, 0x40, 0x7F, 0x80, 0x81, 0x84, 0x8F, 0x90, 0xA1, 0xD7, 0xE3, 0xE4, 0xFA, 0xFE, 0xFF};
    std::mt19937 random(18030);
    std::string bytes;
    for (int i = 0; i < 50'000; ++i) {
        for (auto length = 1 + random() % 8; length > 0; --length) bytes += static_cast<char>(bytes_of_interest[random() % std::size(bytes_of_interest)]);
        bytes += separator;
    }
    CHECK((from_gb18030(bytes, false).text == by_icu(bytes)));
}

TEST_CASE("a character cut off by the end is left out and said, an ill-formed one ends a strict reading", "[encoding]") {
    const FromGb18030 cut = from_gb18030("\xB9\xAB\xBF", false);
    CHECK(cut.text == "公");
    CHECK(cut.cut);
    CHECK(cut.lost == 0);
    const FromGb18030 strict = from_gb18030("\xB9\xAB\xFF\xBF\xAA", true);
    CHECK(strict.lost == 1);
    CHECK(strict.text == "公");
}

TEST_CASE("every character of Unicode has a code and is read back from it", "[encoding]") {
    std::string all;
    for (char32_t c = 1; c < 0x110000; ++c) {
        if (c >= 0xD800 && c < 0xE000) continue;
        append_utf8(all, c);
    }
    const FromGb18030 back = from_gb18030(to_gb18030(all), true);
    CHECK(back.lost == 0);
    CHECK((back.text == all));
}
