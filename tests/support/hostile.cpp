#include "tests/support/hostile.hpp"

#include <cstdint>

#include "tests/support/layouts.hpp"

namespace nianbao::testing {
namespace {

std::string repeated(std::string text, const std::string& unit, std::size_t size) {
    text.reserve(size + unit.size());
    while (text.size() + unit.size() <= size) text += unit;
    return text;
}

std::string page(const std::string& unit, std::size_t size) { return repeated("<html><body>", unit, size); }

std::string mail(const std::string& type) { return "MIME-Version: 1.0\nContent-Type: " + type + "\n\n"; }

std::string report_text() {
    Random random(3);
    return render_pipes(random_filled(*forms()[1], random));
}

std::string report_html() {
    Random random(4);
    return render_html(random_filled(*forms()[1], random));
}

std::string reopened_formatting(std::size_t size) {
    std::string html = "<html><body><p>";
    for (int i = 0; i < 300; ++i) html.append("<b class=c").append(std::to_string(i)).append(">");
    return repeated(std::move(html), "<p>x", size);
}

std::string many_attributes(std::size_t size) {
    std::string html = "<html><body><p";
    for (std::size_t i = 0; html.size() < size; ++i) html.append(" a").append(std::to_string(i)).append("=1");
    return html;
}

std::string noise(std::size_t size) {
    std::string bytes;
    std::uint64_t state = 88172645463325252u;
    while (bytes.size() < size) {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        bytes += static_cast<char>(state & 0xFF);
    }
    return bytes;
}

std::string lone_surrogates(std::size_t size) {
    std::string bytes = "\xFF\xFE";
    while (bytes.size() < size) bytes.append("\x00\xD8\x31\x00", 4);
    return bytes;
}

}  // namespace

const std::vector<Hostile>& hostile_inputs() {
    using S = std::size_t;
    static const std::vector<Hostile> inputs = {
        {"pipes in one line", false, [](S n) { return std::string(n, '|'); }},
        {"a pipe and a figure in one line", false, [](S n) { return repeated("", "|1", n); }},
        {"a pipe and a pipe with text, line by line", false, [](S n) { return repeated("", "|\n| 1\n", n); }},
        {"a pipe a line", false, [](S n) { return repeated("", "|\n", n); }},
        {"two cells a line", false, [](S n) { return repeated("", "a | b |\n", n); }},
        {"one cell a line", false, [](S n) { return repeated("", "规章 |\n", n); }},
        {"pipes on lines of their own", false, [](S n) { return repeated("", "规章\n|\n", n); }},
        {"short lines and blank lines", false, [](S n) { return repeated("", "甲\n\n", n); }},
        {"lines led by a tab", false, [](S n) { return repeated("", "\t0\n", n); }},
        {"cells that go on and on", false, [](S n) { return repeated("\t0\n\t0\n\t规章\n", "制作\n", n); }},
        {"quotes never closed", false, [](S n) { return repeated("", "\t\"\t甲\n", n); }},
        {"quotes and line breaks", false, [](S n) { return repeated("", "\"甲\n", n); }},
        {"tabs", false, [](S n) { return std::string(n, '\t'); }},
        {"line breaks", false, [](S n) { return std::string(n, '\n'); }},
        {"one line of hanzi", false, [](S n) { return repeated("", "政", n); }},
        {"UTF-8 taken for GB18030", false, [](S n) { return repeated("", "鏀垮簻淇℃伅", n); }},
        {"ten thousand reports' worth", false, [](S n) { return repeated("", report_text(), n); }},
        {"zero bytes", false, [](S n) { return std::string(n, '\0'); }},
        {"noise", false, noise},
        {"lone surrogates", false, lone_surrogates},
        {"half characters", false, [](S n) { return repeated("", "\xE6\x94", n); }},

        {"boundaries of a web archive", false, [](S n) { return repeated(mail("multipart/mixed; boundary=b"), "--b\n\n", n); }},
        {"boundaries within boundaries", false, [](S n) { return repeated(mail("multipart/mixed; boundary=b"), "--b\nContent-Type: multipart/mixed; boundary=b\n\n", n); }},
        {"a header without end", false, [](S n) { return repeated("MIME-Version: 1.0\nContent-Type: multipart/mixed; ", "boundary ; ;  ", n); }},
        {"a header of many lines", false, [](S n) { return repeated(mail("multipart/mixed; boundary=b") + "--b\nContent-Type: text/html\n", " ;x\n", n); }},
        {"quoted-printable that never ends a line", false, [](S n) { return repeated(mail("text/html\nContent-Transfer-Encoding: quoted-printable"), "= ", n); }},
        {"base64 of nothing", false, [](S n) { return repeated(mail("text/html\nContent-Transfer-Encoding: base64"), "!", n); }},

        // What the matcher and the rules look for, over and over.
        {"row labels", false, [](S n) { return repeated("", "（一）予以公开 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n", n); }},
        {"misspelt row labels between true ones", false, [](S n) { return repeated(report_text(), "2.其他法律行政某规禁某公开 | 1 | 0 |\n", n); }},
        {"labels broken over lines", false, [](S n) { return repeated("", "一、本年新收\n政府信息公开\n", n); }},
        {"heads of table four", false, [](S n) { return repeated("", "行政复议 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n", n); }},
        {"vertical heads", false, [](S n) { return repeated("", "结果\n维持\n尚未\n审结\n", n); }},
        {"subtotals", false, [](S n) { return repeated(report_text(), "小计 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n", n); }},
        {"rows without label", false, [](S n) { return repeated(report_text(), " | 1 | 0 | 0 | 0 | 0 | 0 | 1 | ||\n", n); }},
        {"figures alone", false, [](S n) { return repeated(report_text(), "12 ", n); }},
        {"a table in one line that does not end", false, [](S n) { return repeated(report_text(), "规章 1 0 0 ", n); }},
        {"page numbers and sentences in one line", false, [](S n) { return repeated("规章 1 0 0 规章 1 0 0 规章 1 0 0 规章 1 0 0 规章 1 0 0 ", "- 3 - 一、总体情况 收到1件。 1 ", n); }},
        {"tables in one line, line by line", false, [](S n) { return repeated("", "规章 1 0 0 规章 1 0 0 规章 1 0 0 规章 1 0 0 规章 1 0 0\n", n); }},
        {"pipes and headings in one line", false, [](S n) { return repeated("", "规章 | 1 | 0 | 0 | 规章 | 1 | 0 | 0 | 规章 | 1 | 三、收到和 处理情况 收到1件。 ", n); }},
        {"titles", false, [](S n) { return repeated("", "某某局2021年政府信息公开工作年度报告\n", n); }},
        {"section headings", false, [](S n) { return repeated("", "一、总体情况\n四、政府信息公开行政复议、行政诉讼情况\n", n); }},
        {"beginnings of headings in one paragraph", false, [](S n) { return repeated("", "。一、", n); }},
        {"headings in one paragraph", false, [](S n) { return repeated("", "。 一、总体情况2022年", n); }},
        {"titles in lines around their figures", false, [](S n) { return repeated("", "不予公 2.其他法律行政法规禁 0 0 0 0 4 0 4\n开 止公开\n", n); }},
        {"merged cells written out", false, [](S n) { return repeated("", "第二十条第（五）项 | 第二十条第（五）项 | 行政许可 | 24 | 24 |\n", n); }},
        {"rows filled up by pipes", false, [](S n) { return repeated(report_text(), "规章 | 4 | |||||||\n", n); }},
        {"periods", false, [](S n) { return repeated("", "统计期限自2021年1月1日至2021年12月31日止。", n); }},
        {"years", false, [](S n) { return repeated(report_text(), "2021年2020年", n); }},
        {"sentences with figures", false, [](S n) { return repeated(report_text(), "全年收到申请12件，予以公开3件，结转下年度1件。", n); }},
        {"one sentence of figures", false, [](S n) { return repeated(report_text(), "收到申请12件，", n); }},
        {"residue", false, [](S n) { return repeated(report_text(), "XX□**表格如下", n); }},
        {"full stops", false, [](S n) { return repeated(report_text(), "。", n); }},
        {"tables of one report after another", true, [](S n) { return repeated("<html><body>", report_html(), n); }},
        {"a label of five million characters", true, [](S n) { return repeated("<html><table><tr><td>一、本年新收政府信息公开申请数量", "数量", n); }},
        {"a cell of prose", true, [](S n) { return repeated("<html><table><tr><td>一、总体情况<td>", "本年收到申请1件。<br>", n); }},
        {"cells of prose", true, [](S n) { return repeated("<html><table>", "<tr><td>一、总体情况<td>收到申请1件。<br>二、其他", n); }},
        {"words in a row of table four", false, [](S n) {
             std::string words = "结果维持 | ";
             for (int i = 0; i < 40; ++i) words += "甲乙 | ";
             return repeated("行政复议 | 行政诉讼 |\n0 | ", words, n);
         }},
        {"a number of years", false, [](S n) { return repeated("某局2024年政府信息公开工作年度报告\n一、总体情况\n二、主动公开政府信息情况\n五、存在的主要问题及改进情况\n", "20", n); }},
        {"instructions whose bracket never closes", false, [](S n) { return repeated("某局2024年政府信息公开工作年度报告\n一、总体情况\n二、主动公开政府信息情况\n", "（请填写", n); }},
        {"labels in one row", true, [](S n) { return repeated("<html><table><tr>", "<td>（一）予以公开<td>1", n); }},

        {"nested blocks", true, [](S n) { return page("<div>", n); }},
        {"paragraphs", true, [](S n) { return page("<p>", n); }},
        {"closing tags", true, [](S n) { return page("</p>", n); }},
        {"formatting reopened in every paragraph", true, reopened_formatting},
        {"misnested formatting", true, [](S n) { return page("<b><p></b><i></p>", n); }},
        {"nested tables", true, [](S n) { return page("<table><tr><td>", n); }},
        {"tables in tables without a cell", true, [](S n) { return page("<table>", n); }},
        {"text before a table, piece by piece", true, [](S n) { return repeated("<html><body><table>", "x<br>", n); }},
        {"a row of cells", true, [](S n) { return repeated("<html><table><tr>", "<td>1", n); }},
        {"rows", true, [](S n) { return repeated("<html><table>", "<tr><td>1<td>2", n); }},
        {"spans of a thousand million", true, [](S n) { return repeated("<html><table>", "<tr><td rowspan=1000000000 colspan=1000000000>1", n); }},
        {"cells that reach down for ever", true, [](S n) { return repeated("<html><table>", "<tr><td rowspan=65000>1<td>2", n); }},
        {"small tables", true, [](S n) { return page("<table><tr><td>1<td>2</table>", n); }},
        {"attributes", true, many_attributes},
        {"styles", true, [](S n) { return page("<p style='mso-x:1;mso-y:2;display:none'>x</p>", n); }},
        {"comments never closed", true, [](S n) { return page("<!--", n); }},
        {"conditional comments never closed", true, [](S n) { return page("<!--[if gte mso 9]>", n); }},
        {"scripts never closed", true, [](S n) { return page("<script>", n); }},
        {"character references", true, [](S n) { return page("&nbsp;", n); }},
        {"templates", true, [](S n) { return page("<template>", n); }},
        {"lists", true, [](S n) { return page("<ul><li>", n); }},
        {"options", true, [](S n) { return page("<select><option>", n); }},
        {"angle brackets", true, [](S n) { return page("<", n); }},
    };
    return inputs;
}

}  // namespace nianbao::testing
