// Text copied off a page line by line: row titles that go on below their figures, merged titles beside them, vertical heads.
#include <catch2/catch.hpp>

#include <map>

#include "tests/unit/match_support.hpp"

using namespace nianbao;
using namespace nianbao::testing;

namespace {

constexpr std::size_t ideograph = 3;

/// The label cut into lines of so many characters; ASCII counts as one.
std::vector<std::string> lines_of(const std::string& label, std::size_t width) {
    std::vector<std::string> lines(1);
    std::size_t count = 0;
    for (std::size_t at = 0; at < label.size();) {
        const std::size_t length = static_cast<unsigned char>(label[at]) < 0x80 ? 1 : ideograph;
        if (count++ == width) lines.emplace_back(), count = 1;
        lines.back() += label.substr(at, length);
        at += length;
    }
    return lines;
}

/// What is still to come of the titles in the columns of a page, taken line by line.
class Columns {
  public:
    void add(std::size_t column, const std::vector<std::string>& lines) { left_[column] = {lines.rbegin(), lines.rend()}; }
    std::string next_line() {
        std::string line;
        for (auto& [column, lines] : left_) {
            if (lines.empty()) continue;
            if (!line.empty()) line += "   ";
            line += lines.back();
            lines.pop_back();
        }
        return line;
    }
    bool empty(std::size_t column) const {
        const auto found = left_.find(column);
        return found == left_.end() || found->second.empty();
    }

  private:
    std::map<std::size_t, std::vector<std::string>> left_;
};

/// Table four: every title of its columns written downwards.
std::string vertical_table(const Matrix& matrix) {
    Columns columns;
    std::string text = "行政复议 行政诉讼\n";
    for (std::size_t row = 1; row <= 2; ++row) {
        for (std::size_t c = 0; c < matrix[row].size(); ++c)
            if (matrix[row][c].origin) columns.add(c, lines_of(matrix[row][c].text, matrix[row][c].column_span > 1 ? 20 : 1));
        text += columns.next_line() + "\n";
    }
    for (std::string line = columns.next_line(); !line.empty(); line = columns.next_line()) text += line + "\n";
    return text;
}

/// `title`: characters in a line of a row's title; `merged`: in one of a merged title, `chapter` of 三、本年度办理结果. `apart`: what stands between figures.
template <std::size_t title, std::size_t merged, char apart, std::size_t chapter = merged>
std::string page_table(const Filled& filled, Table table) {
    const Matrix matrix = matrix_of(filled, table);
    std::string text = table == Table::four ? vertical_table(matrix) : "";
    Columns columns;
    for (std::size_t r = table == Table::four ? 3 : 0; r < matrix.size(); ++r) {
        std::string figures, heads;
        std::size_t leaf = 0;
        for (std::size_t c = 0; c < matrix[r].size(); ++c) {
            const testing::Slot& slot = matrix[r][c];
            if (!slot.origin) continue;
            if (!slot.head) {
                figures += apart;
                figures += slot.text;
                continue;
            }
            if (!heads.empty()) heads += ' ';
            heads += slot.text;
            leaf = c;
            columns.add(c, lines_of(slot.text, slot.row_span > 10 ? chapter : slot.row_span > 1 ? merged : title * static_cast<std::size_t>(slot.column_span)));
        }
        if (figures.empty()) {
            text += heads + "\n";
            columns = {};
            continue;
        }
        text += columns.next_line() + figures + "\n";
        while (!columns.empty(leaf)) text += columns.next_line() + "\n";
    }
    return text;
}


}  // namespace

TEST_CASE("a page's text: titles that go on below their figures, merged titles in between, heads written downwards") {
    for (const Filled& filled : {numbered_2021(), numbered_2019()})
        for (const auto table : {page_table<10, 3, ' '>, page_table<10, 3, '\n'>, page_table<7, 2, ' '>, page_table<7, 2, '\n'>, page_table<14, 4, '\n'>, page_table<6, 3, ' '>, page_table<10, 2, ' ', 1>, page_table<9, 3, '\n', 1>}) {
            const std::string text = whole_report(filled, table);
            CAPTURE(text);
            const Read read(text);
            CHECK(read.different(filled) == Texts{});
            CHECK(read.observed("label-altered") == Texts{});
            CHECK(read.observed("header-altered") == Texts{});
            CHECK(read.observed("row-extra") == Texts{});
        }
}

TEST_CASE("a title's lines on both sides of its figures are one title only where they spell it to the letter") {
    const Filled filled = numbered_2021();
    const std::string text = whole_report(filled, page_table<10, 3, ' '>);
    const std::string rest = "重新出具已获取信息\n";
    REQUIRE(text.find(rest) != std::string::npos);
    SECTION("another word in its place is no part of it, and is named") {
        const Read read(replace_all(text, rest, "重新出示已获取信息\n"));
        CHECK(read.row("t3.rejected_confirm") != "29 0 0 0 0 0 29 0");
        CHECK(read.observed("label-altered").size() + read.observed("row-extra").size() > 0);
        CHECK(read.row("t3.rejected_excessive") == "28 0 0 0 0 0 28");
    }
    SECTION("figures on the line below, fewer than the row's, are the ends of its own: the row is not read") {
        const Read read(replace_all(text, "12 0 0 0 0 0 12\n", "12 0 0 0 0 0 12\n年度 3 4\n"));
        CHECK(read.row("t3.granted") == "? ? ? ? ? ? ?");
        CHECK(read.row("t3.carried_in") == "11 0 0 0 0 0 11");
        CHECK(read.row("t3.partial") == "13 0 0 0 0 0 13");
    }
    SECTION("where a figure is lost the row is not read") {
        const Read read(replace_all(text, "29 0 0 0 0 0 29", "29 0 0 0 0 29"));
        CHECK(read.row("t3.rejected_confirm") == "? ? ? ? ? ? ?");
        CHECK(read.row("t3.rejected_excessive") == "28 0 0 0 0 0 28");
        CHECK(read.row("t3.other_no_correction") == "30 0 0 0 0 0 30");
    }
}

TEST_CASE("where hardly a row can be read, figures behind a title cut short are nobody's") {
    // A page's columns one after the other: the row titles, then the figures.
    const Filled filled = numbered_2021();
    const std::string text = whole_report(filled, page_table<10, 3, ' '>);
    std::string titles, figures;
    for (std::size_t at = text.find("一、本年新收"); at < text.find("四、政府信息公开行政复议");) {
        const std::size_t end = text.find('\n', at);
        const std::string line = text.substr(at, end - at);
        const std::size_t figure = line.find_first_of("0123456789", line.find(' '));
        titles += line.substr(0, line.rfind(' ') == std::string::npos || figure == std::string::npos ? line.size() : line.find(' ')) + "\n";
        if (line.rfind(" 0 0 0 0 0 ") != std::string::npos) figures += line.substr(line.rfind(" 0 0 0 0 0 ") - 2) + "\n";
        at = end + 1;
    }
    const std::size_t begin = text.find("一、本年新收"), end = text.find("四、政府信息公开行政复议");
    const Read read(text.substr(0, begin) + titles + "8.属于\n" + figures + text.substr(end));
    CHECK(read.row("t3.denied_inquiry") != "10 0 0 0 0 0 10");
}

TEST_CASE("table four's titles a character a line, among others that are whole") {
    const Filled filled = numbered_2021();
    const std::string text = render_paragraphs(filled);
    const std::size_t head = text.find("\n行政复议\n"), figures = text.find("\n1\n", head);
    REQUIRE(figures != std::string::npos);
    const std::string before = "\n行政复议\n行政诉讼\n结\n果\n维\n持\n结\n果\n纠\n正\n其\n他\n结\n果\n尚未审结\n总\n计\n未经复议直接起诉\n复议后起诉\n"
                               "结果\n维持\n结\n果\n纠\n正\n其他\n结果\n尚\n未\n审\n结\n总计\n结果维持\n结果纠正\n其\n他\n结\n果\n尚未\n审结\n总\n计";
    const Read read(text.substr(0, head) + before + text.substr(figures));
    CHECK(read.different(filled) == Texts{});
    CHECK(read.report.observations.empty());
}

TEST_CASE("vertical heads line by line: fourteen figures for fifteen are not read") {
    const Filled filled = numbered_2021();
    const std::string text = whole_report(filled, page_table<10, 3, ' '>);
    REQUIRE(text.find("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15") != std::string::npos);
    const Read read(replace_all(text, "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15", "1 2 3 4 5 6 7 8 9 10 11 12 13 14"));
    CHECK(read.row("t4.review") == "? ? ? ? ?");
}

TEST_CASE("a character that is left of a title is no figure") {
    const Filled filled = numbered_2021();
    const std::string text = render_spaced_lines(filled), line = line_with(text, "5.属于三类内部事务信息"), n = filled.at("t3.denied_internal.total");
    const auto with = [&](const std::string& row) { return Read(replace_all(text, line, row)); };
    // As a page's layout gives it: a blank in the fifth column, the title's last character on the next line.
    CHECK(with("5.属于三类内部事务信  " + n + "  0  0  0        0  " + n + "\n息\n").row("t3.denied_internal") == "? ? ? ? ? ? ?");
    CHECK(with("5.属于三类内部事务信  " + n + "  0  0  0  0  0  " + n + "\n息\n").different(filled) == Texts{});
    // A numeral where a figure belongs is one that is misspelt.
    CHECK(with("5.属于三类内部事务信息  " + n + "  0  0  零  0  0  " + n + "\n").row("t3.denied_internal") == n + " 0 0 ! 0 0 " + n);
}

TEST_CASE("figures a line each that do not add up are nobody's where their title does not stand whole before them") {
    const Filled filled = numbered_2021();
    const std::string text = render_paragraphs(filled), title = "8.属于行政查询事项", n = filled.at("t3.denied_inquiry.total");
    const std::string row = title + "\n" + n + "\n0\n0\n0\n0\n0\n" + n + "\n", moved = n + "\n0\n0\n0\n0\n" + n + "\n0\n";
    REQUIRE(text.find(row) != std::string::npos);
    const auto with = [&](const std::string& by) { return Read(replace_all(text, row, by)); };
    const std::string as_moved = n + " 0 0 0 0 " + n + " 0", as_filled = n + " 0 0 0 0 0 " + n, unread = "? ? ? ? ? ? ?";
    CHECK(with(title + "\n" + moved).row("t3.denied_inquiry") == as_moved);
    CHECK(with("8.属于行政查\n" + moved).row("t3.denied_inquiry") == unread);
    CHECK(with("8.属于行政查\n" + moved + "询事项\n").row("t3.denied_inquiry") == unread);
    CHECK(with("8.属于行政查\n" + n + "\n0\n0\n0\n0\n0\n" + n + "\n询事项\n").row("t3.denied_inquiry") == as_filled);
    // A title that is accepted shorter is whole.
    const std::string p = filled.at("t3.partial.total"), figures = "\n" + p + "\n0\n0\n0\n0\n0\n" + p;
    const std::size_t at = text.find("（二）部分公开"), end = text.find(figures, at);
    REQUIRE(end != std::string::npos);
    const std::string shorter = text.substr(0, at) + "（二）部分公开\n" + p + "\n0\n0\n0\n0\n" + p + "\n0" + text.substr(end + figures.size());
    CHECK(Read(shorter).row("t3.partial") == p + " 0 0 0 0 " + p + " 0");
}

TEST_CASE("figures behind two titles are the second one's only where they add up") {
    const Filled filled = numbered_2021();
    const std::string text = render_paragraphs(filled), n = filled.at("t3.carried_out.total"), m = filled.at("t3.handled.total");
    const std::string bare = replace_all(text, "（七）总计\n" + m + "\n0\n0\n0\n0\n0\n" + m + "\n", "（七）总计\n");
    REQUIRE(bare != text);
    CHECK(Read(bare).row("t3.carried_out") == n + " 0 0 0 0 0 " + n);
    CHECK(Read(replace_all(bare, n + "\n0\n0\n0\n0\n0\n" + n, n + "\n0\n0\n7\n0\n0\n" + n)).row("t3.carried_out") == "? ? ? ? ? ? ?");
    CHECK(Read(replace_all(text, n + "\n0\n0\n0\n0\n0\n" + n, n + "\n0\n0\n7\n0\n0\n" + n)).row("t3.carried_out") == n + " 0 0 7 0 0 " + n);
}

TEST_CASE("under a head that speaks of a subtotal in no clear place, figures that do not add up are nobody's") {
    Filled filled = numbered_2021();
    filled.legal_subtotals = true;
    filled.at("t3.new.business").clear();
    filled.at("t3.new.research") = "3";
    const std::string text = replace_all(replace_all(render_spaced_lines(filled), "小计", "（小计）"), "科研机构", "科研");
    const Read read(text);
    CHECK(read.row("t3.new") == "? ? ? ? ? ? ?");
}

TEST_CASE("a misspelt figure in the undivided row （六） takes neither it nor the row before") {
    const Filled filled = numbered_2019();
    const std::string n = filled.at("t3.other.total"), text = render_paragraphs(filled);
    for (const char* misspelt : {"O", "零", "5*"}) {
        const Read read(replace_all(text, "\n" + n + "\n0\n0\n0\n0\n0\n" + n, "\n" + n + "\n0\n0\n" + misspelt + "\n0\n0\n" + n));
        CHECK(read.row("t3.other") == n + " 0 0 ! 0 0 " + n);
        CHECK(read.different(filled) == Texts{"t3.other.welfare"});
    }
}
