// A blank cell, a merged cell's place and what separates rows look alike in text. A row that lost a cell is not made whole
// by such a blank; a cell left blank is blank.
#include <catch2/catch.hpp>

#include <algorithm>
#include <sstream>

#include "core/nianbao.hpp"
#include "core/text/fold.hpp"
#include "tests/unit/match_support.hpp"

using namespace nianbao;
using namespace nianbao::testing;

namespace {

const std::string label = "3.补正后申请内容仍不明确";
const std::string unread = "? ? ? ? ? ? ?";

/// Row t3.unable_unclear is "0 13 16 0 0 0 29".
Filled filled() {
    Filled f = numbered_2021();
    const char* figures[] = {"0", "13", "16", "0", "0", "0", "29"};
    const char* columns[] = {"natural", "business", "research", "welfare", "legal", "other", "total"};
    for (std::size_t i = 0; i < 7; ++i) f.at("t3.unable_unclear." + std::string(columns[i])) = figures[i];
    return f;
}

/// Erases `what` from its first occurrence behind the row's label on.
std::string without(std::string text, const std::string& what) {
    const std::size_t at = text.find(what, text.find(label));
    REQUIRE(at != std::string::npos);
    return text.erase(at, what.size());
}
std::string replaced(std::string text, const std::string& what, const std::string& by) {
    const std::size_t at = text.find(what, text.find(label));
    REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), by);
}

void check_only_row_unread(const std::string& text) {
    const Read read(text);
    CHECK(read.row("t3.unable_unclear") == unread);
    CHECK(read.different(filled()).size() == 7);
}

/// "规章 |", "0 |", "|" where a value is blank, and a "|" that ends the row.
std::string a_pipe_after_each_row(const Filled& f) {
    std::istringstream lines(render_pipes_unpadded(f));
    std::string text;
    for (std::string line; std::getline(lines, line);) {
        if (line.rfind("| ", 0) != 0) {
            text += line + "\n";
            continue;
        }
        std::istringstream cells(line.substr(1));
        for (std::string cell; std::getline(cells, cell, '|');) text += std::string(trim(cell)) + "|\n";
        text += "|\n";
    }
    return text;
}

}  // namespace

TEST_CASE("Word's text: a merged cell's line before the next label is no blank total of a row that lost a figure") {
    const std::string text = render_word_text(filled());
    const std::string zero = "\t\xC2\xA0" "0\r\n";
    const std::string one_less = without(text, zero);
    check_only_row_unread(one_less);
    // The empty line between the rows is lost, too: the next row's merged cell follows the figures at once.
    for (const char* merged : {"\t\r\n", "\t\xC2\xA0\r\n", "\t\xE3\x80\x80\r\n"}) {
        const std::string joined = replaced(one_less, "29\r\n\r\n\t\r\n", "29\r\n" + std::string(merged));
        check_only_row_unread(joined);
    }
    // A line of white space in a row of its own.
    check_only_row_unread(replaced(one_less, "29\r\n\r\n", "29\r\n\r\n\t\r\n\r\n"));
}

TEST_CASE("Word's text: neither is it the total of a row that lost a figure other than 0") {
    std::string text = without(render_word_text(filled()), "\t\xC2\xA0" "13\r\n");
    check_only_row_unread(replaced(std::move(text), "29\r\n\r\n\t\r\n", "29\r\n\t\r\n"));
}

TEST_CASE("a pipe too many after a row that lost a figure is no blank total") {
    check_only_row_unread(replaced(without(render_pipe_lines(filled()), "\n0\n|"), "29\n|\n", "29\n|\n|\n"));
    check_only_row_unread(replaced(without(render_cell_a_line(filled()), "0 |\n"), "29 |\n", "29 |\n|\n"));
    check_only_row_unread(replaced(without(render_pipes(filled()), " 0 |"), "29 |", "29 | |"));
    check_only_row_unread(replaced(without(render_tsv(filled()), "\t0"), "29", "29\t"));
}

TEST_CASE("HTML: a row that lost a cell is not made whole by the blank column at the table's edge") {
    const std::string text = replace_all(render_html(filled()), "</tr>", "<td>&nbsp;</td></tr>");
    CHECK(Read(text).different(filled()) == Texts{});
    check_only_row_unread(without(text, "<td>0</td>\n"));
    check_only_row_unread(without(text, "<td>13</td>\n"));
}

TEST_CASE("a row that can't be read is marked once, not once for each of its cells") {
    const Result result = check(without(render_pipes(filled()), " 29 |"), {});
    const auto unread = std::find_if(result.findings.begin(), result.findings.end(), [](const Finding& f) { return f.rule == "cells-unreadable"; });
    REQUIRE(unread != result.findings.end());
    CHECK(unread->cells.size() == 7);
    CHECK(unread->spans.size() == 1);
}

TEST_CASE("a stroke, a dash or 无 is a value left out, never padding, in every layout and cell") {
    for (const char* stroke : {"/", "-", "—", "无"})
        for (const char* cell : {"t2.rules.made", "t2.normative.in_force", "t2.fees.amount", "t3.granted.natural", "t3.denied_secret.total",
                                 "t3.unable_unclear.welfare", "t4.review.upheld", "t4.after_review.other"})
            for (const Layout& layout : layouts()) {
                Filled f = filled();
                f.at(cell) = stroke;
                INFO(layout.name << ' ' << stroke << ' ' << cell);
                const Read read(layout.render(f));
                CHECK(read.different(f) == Texts{});
                CHECK(read.cell(cell).reading == Reading::blank);
            }
}

TEST_CASE("one cell a line, rows ended by a pipe: a value left blank is blank in short rows and long ones") {
    for (const char* cell : {"t2.rules.made", "t2.rules.repealed", "t3.denied_secret.other", "t3.unable_unclear.welfare"}) {
        Filled f = filled();
        f.at(cell) = "";
        INFO(cell);
        CHECK(Read(a_pipe_after_each_row(f)).different(f) == Texts{});
    }
}

TEST_CASE("beside a row with a figure too many, a row of the right length that begins with a blank is read") {
    Filled f = filled();
    f.at("t3.denied_internal.natural").clear();
    const std::string one_more = line_with(render_pipes_unpadded(f), "3.危及");
    const Read read(replaced_line(render_pipes_unpadded(f), "3.危及", replace_all(one_more, "16 | 0 ", "16 | 0 | 0 ")));
    CHECK(read.row("t3.denied_stability") == unread);
    CHECK(read.row("t3.denied_internal") == "_ 0 0 0 0 0 " + f.at("t3.denied_internal.total"));
}

TEST_CASE("a total left blank is blank, in every layout that shows it") {
    for (const char* row : {"unable_not_held", "unable_unclear", "handled", "carried_out"})
        for (const Layout& layout : layouts()) {
            if (!layout.blanks) continue;
            CAPTURE(row, layout.name);
            Filled blank = numbered_2021();
            blank.at("t3." + std::string(row) + ".total").clear();
            CHECK(Read(layout.render(blank)).different(blank) == Texts{});
        }
}

TEST_CASE("of text, a blank total behind a figure that sums up the others is not believed; of HTML it is") {
    Filled doubtful = numbered_2021();
    doubtful.at("t3.unable_unclear.other") = doubtful.at("t3.unable_unclear.natural");
    doubtful.at("t3.unable_unclear.total").clear();
    for (auto* render : {render_pipes, render_tsv, render_cell_a_line, render_word_text, render_pipe_lines, render_markdown})
        CHECK(Read(render(doubtful)).row("t3.unable_unclear") == unread);
    CHECK(Read(render_html(doubtful)).different(doubtful) == Texts{});
}

TEST_CASE("blank totals in a table where every zero is blank, as offices send form 2019, are blank") {
    for (const Layout& layout : layouts()) {
        if (!layout.blanks) continue;
        CAPTURE(layout.name);
        Filled office = numbered_2019();
        for (std::size_t i = 0; i < office.values.size(); ++i) {
            const FormCell& cell = cells_of(*office.form)[i];
            if (cell.table() == Table::three && (office.values[i] == "0" || (cell.column->id == "total" && i % 2 == 0))) office.values[i].clear();
        }
        CHECK(Read(layout.render(office)).different(office) == Texts{});
    }
}

TEST_CASE("a blank that spans the table's last columns is a value, a blank short of them is none") {
    Filled fees = numbered_2019();
    fees.at("t2.fees.change") = "";
    const std::string html = render_html(fees);
    const std::string last = "<td colspan=2>&nbsp;</td>";
    REQUIRE(html.find(last) != std::string::npos);
    CHECK(Read(html).different(fees) == Texts{});
    CHECK(Read(replace_all(html, last, "<td>&nbsp;</td>")).different(fees).size() == 2);
}

TEST_CASE("one cell a line, each row closed by a line of pipes: a blank within table four's row is one") {
    const auto closed = [](const Filled& filled) {
        std::string text = render_cell_a_line(filled);
        // Head, figures: the lines after the last title of the head, and the end of the values' row.
        const std::size_t head = text.find("|||||\n", text.find("复议后起诉"));
        REQUIRE(head != std::string::npos);
        const std::size_t end = text.find("五、", head);
        return text.insert(end, "|||\n");
    };
    for (int at = 1; at < 14; ++at) {
        Filled filled = numbered_2021();
        filled.values[filled.values.size() - 15 + static_cast<std::size_t>(at)].clear();
        CAPTURE(at);
        CHECK(Read(closed(filled)).different(filled) == Texts{});
    }
}

TEST_CASE("one cell a line, padding behind a row's last cell: table four left blank is blank, one that lost a cell is unread") {
    // "总计 |", "|||||" → "总计 | |||||"
    const auto padded = [](const Filled& filled) {
        std::istringstream lines(render_cell_a_line(filled));
        std::string text;
        for (std::string line; std::getline(lines, line);) {
            const bool padding = line.size() > 1 && line.find_first_not_of('|') == std::string::npos;
            if (padding) text.back() = ' ';
            text += line + "\n";
        }
        return text;
    };
    Filled filled = numbered_2021();
    REQUIRE(padded(filled).find("复议后起诉 | ||") != std::string::npos);
    CHECK(Read(padded(filled)).different(filled) == Texts{});
    std::fill(filled.values.end() - 15, filled.values.end(), std::string());
    CHECK(Read(padded(filled)).different(filled) == Texts{});
    const std::string lost = replace_all(padded(numbered_2021()), "\n14 |\n15 |", "\n |\n15 |");
    CHECK(Read(replace_all(lost, "\n1 |\n2 |", "\n2 |")).row("t4.review") == "? ? ? ? ?");
}

TEST_CASE("one cell a line, a pipe before each row: it is no value of table four") {
    // "其他 | 总计 | ||" → "|", "其他 |", "总计 |", "||", or "||" behind "总计 |"
    const auto led = [](const Filled& filled, bool padding_alone) {
        std::istringstream lines(render_pipes(filled));
        std::string text;
        for (std::string line; std::getline(lines, line);) {
            line = trim(line);
            const std::size_t run = line.find_last_not_of('|') + 1;  // of pipes at the end
            if (run == line.size()) {
                text += line + "\n";
                continue;
            }
            const bool padded = line[run - 1] == ' ' && line[run - 2] == '|';
            std::istringstream cells(line.substr(0, padded ? run - 2 : run));
            text += "|\n";
            for (std::string cell; std::getline(cells, cell, '|');) text += trim(cell).empty() ? "|\n" : std::string(trim(cell)) + " |\n";
            if (!padded) continue;
            if (!padding_alone) text.back() = ' ';
            text += line.substr(run) + "\n";
        }
        return text;
    };
    for (const bool padding_alone : {true, false}) {
        CAPTURE(padding_alone);
        Filled blank = numbered_2021();
        blank.at("t4.review.upheld").clear();
        CHECK(Read(led(blank, padding_alone)).row("t4.review") == "_ 2 3 4 5");
        const std::string text = led(numbered_2021(), padding_alone), with_blank = led(blank, padding_alone);
        CHECK(Read(text).row("t4.review") == "1 2 3 4 5");
        for (const std::string value : {"1", "2", "9", "14"}) {
            CAPTURE(value);
            for (std::string lost : {text, with_blank}) {
                const std::size_t at = lost.find("\n" + value + " |", lost.find("复议后起诉"));
                if (at == std::string::npos) continue;  // it is the blank one
                lost.erase(at, 3 + value.size());
                CHECK(Read(lost).row("t4.review") == "? ? ? ? ?");
            }
        }
    }
}

TEST_CASE("one cell a line without lines between rows, the padding of a span behind a cell") {
    const Filled filled = numbered_2021();
    std::string text;
    std::istringstream lines(render_cell_a_line(filled));
    bool single = false;  // the cell before this one was a label, or a head, of the narrow blocks
    for (std::string line; std::getline(lines, line);) {
        if (line.find_first_not_of("| ") == std::string::npos) continue;
        const bool head = line.find("本年处理决定数量") == 0 || line.find("本年收费金额") == 0;
        if (line.find("第二十条第") == 0) line += " |||";
        else if (head || single) line += " ||";
        single = line.find("行政许可") == 0 || line.find("行政处罚") == 0 || line.find("行政强制") == 0 || line.find("行政事业性收费") == 0;
        text += line + "\n";
    }
    REQUIRE(text.find("行政许可 |\n7 | ||\n") != std::string::npos);
    CHECK(Read(text).different(filled) == Texts{});
}

TEST_CASE("a row filled up by pipes at its line's end has lost a cell: its figures may stand in any column") {
    const std::string text = render_pipes(filled());
    const std::string whole = label + " | 0 | 13 | 16 | 0 | 0 | 0 | 29 | ";
    REQUIRE(text.find(whole) != std::string::npos);
    check_only_row_unread(replace_all(text, whole + "||", label + " | 0 | 29 | |||||||"));
    check_only_row_unread(replace_all(text, whole + "||", label + " | 0 | 13 | 16 | 0 | 0 | 29 | |||"));
    const std::string lines = render_cell_a_line(filled());
    const std::string closed = label + " |\n0 |\n13 |\n16 |\n0 |\n0 |\n0 |\n29 |\n||\n";
    REQUIRE(lines.find(closed) != std::string::npos);
    check_only_row_unread(replace_all(lines, closed, label + " |\n|\n29 |\n|||||||\n"));
}

TEST_CASE("a row that holds no figure, filled up by pipes, is blank; so are blanks that keep a place of their own") {
    const std::string row = "行政规范性文件";
    Filled f = filled();
    for (const char* id : {"t2.normative.made", "t2.normative.repealed", "t2.normative.in_force"}) f.at(id) = "";
    const std::string text = replaced_line(render_pipes(f), row, row + " | |||\n");
    CHECK(Read(text).different(f) == Texts{});
    f.at("t2.normative.made") = "4";
    CHECK(Read(render_pipes(f)).different(f) == Texts{});
    CHECK(Read(replaced_line(render_pipes(f), row, row + " | 4 | ||\n")).row("t2.normative") == "? ? ?");
    CHECK(Read(replaced_line(render_pipes(f), row, row + " | 4 | 9 | |\n")).row("t2.normative") == "? ? ?");
    CHECK(Read(replaced_line(render_pipes(f), row, row + " | 4 | 9 |  |\n")).row("t2.normative") == "4 9 _");
}

TEST_CASE("a page's frame that fills every row up to hundreds of columns hides no table") {
    const std::string frame = "||" + std::string(300, '|') + "\n";
    for (auto* render : {render_pipes, render_cell_a_line}) CHECK(Read(replace_all(render(filled()), "||\n", frame)).different(filled()) == Texts{});
}

TEST_CASE("one cell a line: a pipe on the line below its label closes it; the row's own figures are all there") {
    const Filled f = filled();
    const std::string text = render_cell_a_line(f), closed = label + " |\n";
    CHECK(Read(replace_all(text, closed, label + "\n|\n")).different(f) == Texts{});
    CHECK(Read(replace_all(text, "行政规范性文件 |\n", "行政规范性文件\n|\n")).different(f) == Texts{});
    check_only_row_unread(replace_all(without(text, "13 |\n"), closed, label + "\n|\n"));
}

TEST_CASE("table four's row that pipes fill up for its lost cells is unread") {
    Filled f = filled();
    std::string row, kept;
    for (const FormCell& cell : cells_of(*f.form)) {
        if (cell.table() != Table::four) continue;
        row += f.at(cell.id) + " | ";
        if (cell.column->id != "other") kept += f.at(cell.id) + " | ";
    }
    const std::string text = render_pipes(f);
    REQUIRE(text.find(row + "\n") != std::string::npos);
    const Read lost(replace_all(text, row + "\n", kept + "|||\n"));
    for (const char* group : {"t4.review", "t4.direct", "t4.after_review"}) CHECK(lost.row(group) == "? ? ? ? ?");
}

TEST_CASE("one cell a line: a blank behind table four's values is none of them where the group sums show that one was lost") {
    const char* const groups[] = {"t4.review", "t4.direct", "t4.after_review"};
    const char* const columns[] = {"upheld", "corrected", "other", "pending", "total"};
    const char* const figures[] = {"1", "0", "2", "4", "7", "0", "1", "0", "0", "1", "2", "0", "0", "1", "3"};
    Filled f = filled();
    for (std::size_t i = 0; i < 15; ++i) f.at(std::string(groups[i / 5]) + "." + columns[i % 5]) = figures[i];
    const std::string text = render_cell_a_line(f), begin = "1 |\n0 |\n2 |\n4 |\n7 |\n", end = "1 |\n3 |\n";
    REQUIRE(text.find(begin) != std::string::npos);
    CHECK(Read(text).different(f) == Texts{});
    const Read lost(replace_all(replace_all(text, begin, "1 |\n2 |\n4 |\n7 |\n"), end, end + "|\n"));
    for (const char* group : groups) CHECK(lost.row(group) == "? ? ? ? ?");
    // A total that was left blank, and a sum that is wrong besides, are what they are.
    f.at("t4.after_review.total") = "";
    CHECK(Read(render_pipes(f)).different(f) == Texts{});
    f.at("t4.review.other") = "3";
    CHECK(Read(render_pipes(f)).different(f) == Texts{});
}
