// Real reports, cell for cell. What stands in every cell was read off the files by hand; rows that are not listed are 0
// throughout. The files are not part of the repository; without them the tests say so and pass.
#include <catch2/catch.hpp>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>

#include "core/match/match.hpp"
#include "core/read/read.hpp"

namespace {

using namespace nianbao;

/// Rows by id ("t3.new"), their cells' texts apart by spaces; "_" is a blank cell.
using Rows = std::map<std::string, std::string>;

struct Expected {
    const char* file;
    const char* form;
    std::size_t cells;
    const char* title;  ///< "" = none
    const char* organization;
    int year;
    bool period;
    const char* rest;   ///< what every cell of a row that is not listed says
    Rows rows;
};

const std::vector<Expected>& expectations() {
    static const std::vector<Expected> all = {
        {"000_7c4e194db34bfb77.txt", "2019", 198, "嘉峪关市应急管理局2021年政府信息公开工作年度报告", "嘉峪关市应急管理局", 2021, true, "0",
         {{"t2.licensing", "455 -208 247"}, {"t2.other_services", "30 -26 14"}, {"t2.penalty", "16 12 28"},
          {"t2.compulsion", "0 5 5"}, {"t2.procurement", "13 67.84万元"}}},
        {"001_b58532c6c9d423bb.txt", "2021", 200, "", "双辽市政府办公室", 2021, true, "0",
         {{"t2.normative", "0 0 1"}, {"t2.licensing", "9737"}, {"t2.penalty", "440"}, {"t2.compulsion", "53"}, {"t2.fees", "1798.66"},
          {"t3.new", "27 0 0 0 0 0 27"}, {"t3.carried_in", "1 0 0 0 0 0 1"}, {"t3.granted", "12 0 0 0 0 0 12"},
          {"t3.partial", "2 0 0 0 0 0 2"}, {"t3.denied_secret", "1 0 0 0 0 0 1"}, {"t3.denied_internal", "0 0 0 0 00 0 0"},
          {"t3.denied_enforcement", "0 0 0 0 0 00 0"}, {"t3.unable_not_held", "12 0 0 0 0 0 12"}, {"t3.handled", "27 0 0 0 0 0 27"}}},
        {"002_3e15cfd4bb50aca3.txt", "2021", 200, "县工信局2022年政府信息公开工作年度报告", "县工信局", 2022, false, "0", {}},
        {"003_870b2d41ea6f263b.txt", "2019", 198, "海盐县应急管理局2020年度政府信息公开工作年度报告", "海盐县应急管理局", 2020, false, "0",
         {{"t2.licensing", "1 0 29"}, {"t2.penalty", "51 -2 21"}, {"t2.procurement", "18 102.85万元"}}},
        {"004_a53a1aafad74cc7a.txt", "2019", 198, "2020 年政府信息公开工作年度报告", "自治区应急管理厅", 2020, true, "0",
         {{"t2.normative", "2 2 2"}, {"t2.licensing", "7 0 174"}, {"t2.other_services", "16 -7 21321"}, {"t2.penalty", "137 0 10"},
          {"t2.compulsion", "4 0 0"}, {"t2.fees", "1 0"}, {"t2.procurement", "32~项 6423.03~万"}, {"t3.new", "3 1 0 0 0 0 4"},
          {"t3.denied_inquiry", "3 1 0 0 0 0 4"}, {"t3.handled", "3 1 0 0 0 0 4"}}},
        {"more/shanghai_office_2019.html", "2019", 198, "2019年上海市人民政府办公厅政府信息公开工作年度报告", "上海市人民政府办公厅", 2019, true, "_",
         {{"t2.rules", "13 13 524"}, {"t2.normative", "60 60 368"}, {"t2.licensing", "0 0 0"}, {"t2.other_services", "0 0 0"},
          {"t2.penalty", "0 0 0"}, {"t2.compulsion", "0 0 0"}, {"t2.fees", "0 0"}, {"t2.procurement", "6 251000元"},
          {"t3.new", "821 35 _ _ 2 1 859"}, {"t3.carried_in", "18 _ _ _ _ _ 18"}, {"t3.granted", "258 12 _ _ 1 1 _"},
          {"t3.partial", "3 _ _ _ _ _ _"}, {"t3.denied_secret", "14 _ _ _ _ _ _"}, {"t3.denied_internal", "5 _ _ _ _ _ _"},
          {"t3.denied_process", "3 1 _ _ _ _ _"}, {"t3.denied_inquiry", "10 2 _ _ _ _ _"}, {"t3.unable_not_held", "252 12 _ _ 1 _ _"},
          {"t3.unable_not_ready", "44 3 _ _ _ _ _"}, {"t3.unable_unclear", "25 _ _ _ _ _ _"}, {"t3.rejected_petition", "148 1 _ _ _ _ _"},
          {"t3.rejected_repeat", "5 4 _ _ _ _ _"}, {"t3.handled", "767 35 _ _ 2 1 805"}, {"t3.carried_out", "72 _ _ _ _ _ 72"},
          {"t4.review", "5 _ _ 2 7"}, {"t4.direct", "8 _ _ 1 9"}}},
        {"more/shuyang_drc_2023.html", "2021", 200, "沭阳县发展和改革局2023年政府信息公开年度报告", "沭阳县发展和改革局", 2023, true, "0 _ _ _ _ _ 0",
         {{"t2.rules", "0 0 0"}, {"t2.normative", "8 0 18"}, {"t2.licensing", "0"}, {"t2.penalty", "0"}, {"t2.compulsion", "0"},
          {"t2.fees", "0"}, {"t3.new", "26 _ _ _ _ _ 26"}, {"t3.granted", "26 _ _ _ _ _ 26"}, {"t3.handled", "26 _ _ _ _ _ 26"},
          {"t4.review", "0 0 0 1 1"}, {"t4.direct", "0 0 0 0 0"}, {"t4.after_review", "0 0 0 0 0"}}},
        {"more/template_2021form.docx", "2021", 200, "政府信息公开工作年度报告格式模板", "", 0, false, "_", {}},
    };
    return all;
}

std::string folder() {
    const char* set = std::getenv("NIANBAO_REPORTS");
    return set ? set : NIANBAO_REPORTS_DEFAULT;
}

/// What the cell in the `column`th place of its row says.
std::string expected_text(const Expected& expected, const std::string& row, std::size_t column) {
    const auto listed = expected.rows.find(row);
    std::istringstream words(listed == expected.rows.end() ? expected.rest : listed->second);
    std::string word, last;
    for (std::size_t i = 0; i <= column && words >> word; ++i) last = word;
    for (char& c : last)
        if (c == '~') c = ' ';
    return last == "_" ? "" : last;
}

}  // namespace

TEST_CASE("real reports read cell for cell", "[real]") {
    for (const Expected& expected : expectations()) {
        DYNAMIC_SECTION(expected.file) {
            std::ifstream file(folder() + "/" + expected.file, std::ios::binary);
            if (!file) {
                WARN("skipped: " << expected.file << " is not there");
                return;
            }
            const std::string bytes((std::istreambuf_iterator<char>(file)), {});
            const Document document = read(bytes, {});
            const Report report = match(document);
            REQUIRE(report.form != nullptr);
            CHECK(report.form->id == expected.form);
            CHECK((report.title ? std::string(slice(document.text, *report.title)) : "") == expected.title);
            CHECK(report.organization == expected.organization);
            CHECK(report.year.value_or(0) == expected.year);
            CHECK(report.period.has_value() == expected.period);
            REQUIRE(report.sections.size() == 6);
            for (int number = 1; number <= 6; ++number) CHECK(report.sections[static_cast<std::size_t>(number - 1)].number == number);

            const std::vector<FormCell>& cells = cells_of(*report.form);
            REQUIRE(cells.size() == expected.cells);
            std::string row;
            std::size_t column = 0;
            std::uint32_t before = 0;
            for (std::size_t i = 0; i < cells.size(); ++i) {
                const std::string own = cells[i].id.substr(0, cells[i].id.rfind('.'));
                column = own == row ? column + 1 : 0;
                row = own;
                CAPTURE(cells[i].id);
                const CellValue& cell = report.cells[i];
                const std::string text = expected_text(expected, row, column);
                CHECK(slice(document.text, cell.span) == text);
                CHECK(cell.reading == (text.empty() ? Reading::blank : Reading::number));
                CHECK(cell.span.begin >= before);  // the files show the cells in the form's order
                if (!text.empty()) before = cell.span.end;
                if (!text.empty() && text.find_first_not_of("-0123456789.") == std::string::npos && text[0] != '0')
                    CHECK(cell.value.to_string() == text);
            }
        }
    }
}

TEST_CASE("amounts of real reports keep their unit", "[real]") {
    std::ifstream file(folder() + "/004_a53a1aafad74cc7a.txt", std::ios::binary);
    if (!file) {
        WARN("skipped: the report is not there");
        return;
    }
    const std::string bytes((std::istreambuf_iterator<char>(file)), {});
    const Report report = match(read(bytes, {}));
    const CellValue& projects = report.cells[static_cast<std::size_t>(cell_index(*report.form, "t2.procurement.projects"))];
    const CellValue& amount = report.cells[static_cast<std::size_t>(cell_index(*report.form, "t2.procurement.amount"))];
    CHECK(projects.value == Decimal::of(32));
    CHECK(projects.unit == "项");
    CHECK(amount.value == Decimal{642303, 2});
    CHECK(amount.unit == "万");
}
