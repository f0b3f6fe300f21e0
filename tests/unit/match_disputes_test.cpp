// Table four as three rows, one for each group: read by their titles, one finding for the form that was altered.
#include <catch2/catch.hpp>

#include <string>

#include "tests/unit/match_support.hpp"

using namespace nianbao;
using namespace nianbao::testing;

namespace {

const std::string review = "| 行政复议 | 1 | 2 | 0 | 3 | 6 |\n", direct = "| 未经复议直接起诉 | 4 | 0 | 5 | 0 | 9 |\n", after = "| 复议后起诉 | 0 | 7 | 8 | 0 | 15 |\n";
const std::string head = "| 类别 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n";

/// A report whose table four is this text.
Read with(const std::string& table) {
    std::string text = render_markdown(numbered_2021());
    const std::size_t begin = text.find('\n', text.find("四、政府信息公开")) + 1, end = text.find("五、存在");
    return Read(text.replace(begin, end - begin, table));
}

std::string html(const std::string& table) {
    std::string rows = replace_all(replace_all(table, " |\n", "</td></tr>"), " | ", "</td><td>");
    return "<html><body><p>四、政府信息公开行政复议、行政诉讼情况</p><table>" + replace_all(rows, "| ", "<tr><td>") + "</table></body></html>";
}

void check_rows(const Read& read) {
    CHECK(read.row("t4.review") == "1 2 0 3 6");
    CHECK(read.row("t4.direct") == "4 0 5 0 9");
    CHECK(read.row("t4.after_review") == "0 7 8 0 15");
    std::vector<std::size_t> altered;
    for (const Observation& o : read.report.observations)
        if (o.rule == "header-altered") altered.push_back(o.cells.size());
    CHECK(altered == std::vector<std::size_t>{15});
}

}  // namespace

TEST_CASE("Table four in three labelled rows is read by its labels, and is another form") {
    check_rows(with(head + review + direct + after));
    check_rows(with(head + review + after + direct));
    check_rows(with(replace_all(replace_all(replace_all(head + review + direct + after, " |\n", "\n"), " | ", "\n"), "| ", "")));
    check_rows(Read(html(head + review + direct + after)));
}

TEST_CASE("Rows whose columns stand in another order, or two of one title, are not read") {
    const std::string total_first = "| 类别 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 |\n";
    CHECK(with(total_first + review + direct + after).row("t4.review") == "? ? ? ? ?");
    CHECK(with(head + review + direct + replace_all(after, "复议后起诉", "行政复议")).row("t4.review") == "? ? ? ? ?");
}

TEST_CASE("Table four as three small tables is read by their titles, in whatever order, as the form has it") {
    std::string columns = "| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n";
    const auto small = [&](const std::string& row) {
        const std::size_t first = row.find(" | ");
        return row.substr(2, first - 2) + "\n" + columns + row.substr(first + 1) + "\n";
    };
    for (const std::string& table : {small(review) + small(direct) + small(after), small(review) + small(after) + small(direct)}) {
        const Read read = with(table);
        CHECK(read.row("t4.direct") == "4 0 5 0 9");
        CHECK(read.row("t4.after_review") == "0 7 8 0 15");
    }
    CHECK(with(small(review) + small(direct) + small(after)).observed("header-altered") == Texts{});
}
