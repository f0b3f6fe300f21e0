// Columns of table three that the markup does not merge, and a table that lost one of them.
#include <catch2/catch.hpp>

#include "tests/unit/match_support.hpp"

using namespace nianbao;
using namespace nianbao::testing;

namespace {

/// Table three with the places of merged cells as blank cells; `column` is left out.
std::string unmerged(const Filled& filled, std::size_t column) {
    std::string text = "<table>";
    for (const std::vector<Slot>& row : matrix_of(filled, Table::three)) {
        text += "<tr>";
        for (std::size_t c = 0; c < row.size(); ++c)
            if (c != column) text += "<td>" + (row[c].origin ? row[c].text : std::string()) + "</td>";
        text += "</tr>";
    }
    return text + "</table>";
}

/// The report in HTML with another table three.
Read with_table_three(const Filled& filled, const std::string& table) {
    std::string text = render_html(filled);
    const std::size_t begin = text.rfind("<table", text.find("申请人情况"));
    const std::size_t end = text.find("</table>", begin) + std::string_view("</table>").size();
    return Read(text.replace(begin, end - begin, table));
}

constexpr std::size_t none = 99, first_value = 3;

}  // namespace

TEST_CASE("merged cells of table three taken apart: blanks in the columns of its labels are no values") {
    Filled filled = numbered_2021();
    CHECK(with_table_three(filled, unmerged(filled, none)).different(filled) == Texts{});
    filled.at("t3.granted.natural").clear();
    filled.at("t3.carried_out.natural").clear();
    filled.at("t3.denied_law.total").clear();
    CHECK(with_table_three(filled, unmerged(filled, none)).different(filled) == Texts{});
    filled.legal_subtotals = true;
    const Read read = with_table_three(filled, unmerged(filled, none));
    CHECK(read.different(filled) == Texts{});
    CHECK(read.report.stated_sums.size() == 25);
}

TEST_CASE("a table without one of its columns gives none of its figures to the others") {
    const Filled filled = numbered_2021();
    for (std::size_t lost = 1; lost <= 5; ++lost) {
        const Read read = with_table_three(filled, unmerged(filled, first_value + lost));
        for (const char* row : {"t3.new", "t3.granted", "t3.denied_secret", "t3.denied_law", "t3.other_rest", "t3.handled", "t3.carried_out"})
            CHECK(read.row(row) == "? ? ? ? ? ? ?");
    }
}

TEST_CASE("text whose rows are filled up to the width of a table without one of its columns is unread") {
    for (auto* render : {render_pipes, render_cell_a_line}) {
        std::string text = render(numbered_2021());
        const bool by_line = text.find("科研机构 |\n") != std::string::npos;
        text = replace_all(text, by_line ? "科研机构 |\n" : "科研机构 | ", "");
        for (int figure = 10; figure < 35; ++figure) {
            const std::string n = std::to_string(figure);
            const std::string apart = by_line ? " |\n" : " | ";
            text = replace_all(text, n + apart + "0" + apart + "0" + apart + "0", n + apart + "0" + apart + "0");
        }
        const Read read(text);
        REQUIRE(read.observed("header-altered") == Texts{" → 科研机构"});
        for (const char* row : {"t3.new", "t3.granted", "t3.denied_secret", "t3.denied_law", "t3.other_no_correction", "t3.handled"})
            CHECK(read.row(row) == "? ? ? ? ? ? ?");
    }
}

TEST_CASE("a title that was lost alone leaves rows that have all their figures") {
    const Filled filled = numbered_2021();
    for (auto* render : {render_pipes, render_tsv}) {
        const Read read(replace_all(render(filled), "科研机构", ""));
        CHECK(read.different(filled) == Texts{});
        CHECK(read.observed("header-altered") == Texts{" → 科研机构"});
    }
    Filled blanks = filled;
    blanks.at("t3.new.business").clear();
    blanks.at("t3.granted.legal").clear();
    CHECK(Read(replace_all(render_pipes(blanks), "科研机构", "")).different(blanks) == Texts{});
}

TEST_CASE("brackets of a label spelt with spaces belong to it") {
    const Filled filled = numbered_2021();
    std::string text = render_paragraphs(filled);
    for (const char* label : {"（三）不予公开", "（五）不予处理", "（六）其他处理", "（七）总计"}) {
        std::string spaced;
        for (std::size_t at = 0; label[at] != '\0'; at += 3) {
            if (at > 0) spaced += ' ';
            spaced.append(label + at, 3);
        }
        text = replace_all(text, label, spaced);
    }
    const Read read(text);
    CHECK(read.different(filled) == Texts{});
    CHECK(read.report.observations.empty());
}

TEST_CASE("a unit and a remark set apart from their figure stay with it where nothing but spaces parts columns") {
    Filled filled = numbered_2021();
    const std::string natural = filled.at("t3.denied_law.natural");
    filled.at("t3.denied_law.natural") = natural + " 件";
    filled.at("t3.denied_law.total") = natural + " （其中1件已撤回）";
    const Read read(render_spaced_lines(filled));
    CHECK(read.different(filled) == Texts{});
    CHECK(read.cell("t3.denied_law.natural").unit == "件");
    CHECK(read.cell("t3.denied_law.total").remark == "（其中1件已撤回）");
    CHECK(read.cell("t3.denied_law.total").value == read.cell("t3.denied_law.natural").value);
}

TEST_CASE("values that merged cells' places part are read by their columns, where the rows agree") {
    // A sheet saved as text, every cell merged from two: "规章		1		2		3".
    const auto apart = [](const Filled& f, const char* delimiter) {
        const std::string text = delimiter[0] == ',' ? render_csv(f) : render_tsv(f);
        return replace_all(text, delimiter, std::string(2, delimiter[0]));
    };
    for (const char* delimiter : {"\t", ","})
        for (Filled whole : {numbered_2021(), numbered_2019()}) {
            CHECK(Read(apart(whole, delimiter)).different(whole) == Texts{});
            whole.at("t3.denied_law.legal") = "";
            whole.at("t3.granted.natural") = "-";
            whole.at("t3.partial.welfare") = "若干";
            const Read read(apart(whole, delimiter));
            CHECK(read.different(whole) == Texts{"t3.partial.welfare"});
            CHECK(read.cell("t3.partial.welfare").reading == Reading::not_a_number);
        }
    // A cell too many in one row moves its figures out of the columns: it is unread, and nothing else.
    const Filled whole = numbered_2021();
    const std::string text = apart(whole, "\t");
    const std::string row = line_with(text, "3.危及");
    const std::size_t last = row.rfind(whole.at("t3.denied_stability.total"));
    const Read moved(replace_all(text, row, row.substr(0, last) + "\t" + row.substr(last)));
    CHECK(moved.row("t3.denied_stability") == "? ? ? ? ? ? ?");
    CHECK(moved.different(whole).size() == 7);
    // Where no row has all its values, nothing shows their columns.
    Filled gaps = whole;
    for (const FormCell& cell : cells_of(*gaps.form))
        if (cell.column->id == "legal") gaps.at(cell.id) = "";
    CHECK(Read(apart(gaps, "\t")).row("t3.denied_law") == "? ? ? ? ? ? ?");
}
