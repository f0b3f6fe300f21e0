// L11 and L12 in HTML: a plain page, and the clipboards of Word, WPS and Excel.
#include "tests/support/layouts.hpp"

namespace nianbao::testing {
namespace {

/// How one producer writes HTML.
struct Producer {
    std::string before, after;            // around the body
    std::string table, row, cell;         // opening tags without '>'
    std::string inner_open, inner_close;  // around a cell's text
    std::string blank;                    // a blank cell's content
    std::string paragraph_open, paragraph_close;
};

std::string escaped(std::string text) {
    text = replace_all(std::move(text), "&", "&amp;");
    text = replace_all(std::move(text), "<", "&lt;");
    return replace_all(std::move(text), ">", "&gt;");
}

std::string table_html(const Filled& filled, Table table, const Producer& producer) {
    std::string html = producer.table + ">\n";
    for (const auto& row : matrix_of(filled, table)) {
        html += producer.row + ">\n";
        for (const Slot& slot : row) {
            if (!slot.origin) continue;
            html += producer.cell;
            if (slot.column_span > 1) html += " colspan=" + std::to_string(slot.column_span);
            if (slot.row_span > 1) html += " rowspan=\"" + std::to_string(slot.row_span) + "\"";
            html += ">" + producer.inner_open + (slot.text.empty() ? producer.blank : escaped(slot.text)) + producer.inner_close + "</td>\n";
        }
        html += "</tr>\n";
    }
    return html + "</table>\n";
}

std::string document(const Filled& filled, const Producer& producer) {
    const auto paragraphs = [&](const std::string& text) {
        std::string html;
        std::size_t begin = 0;
        while (begin < text.size()) {
            const std::size_t end = std::min(text.find('\n', begin), text.size());
            if (end > begin) html += producer.paragraph_open + escaped(text.substr(begin, end - begin)) + producer.paragraph_close + "\n";
            begin = end + 1;
        }
        return html;
    };
    const auto heading = [&](std::size_t number) {
        constexpr std::string_view numerals[] = {"一", "二", "三", "四", "五", "六"};
        return paragraphs(std::string(numerals[number - 1]) + "、" + std::string(filled.form->sections[number - 1].title));
    };
    std::string html = producer.before + paragraphs(title_of(filled)) + paragraphs(preamble_of(filled));
    html += heading(1) + paragraphs(overview_of(filled));
    html += heading(2) + table_html(filled, Table::two, producer);
    html += heading(3) + table_html(filled, Table::three, producer);
    html += heading(4) + table_html(filled, Table::four, producer);
    html += heading(5) + paragraphs(problems_of(filled)) + heading(6) + paragraphs(matters_of(filled));
    return html + producer.after;
}

const Producer plain = {"<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>年报</title></head><body>", "</body></html>",
                        "<table border=1", "<tr", "<td", "", "", "&nbsp;", "<p>", "</p>"};

const Producer word = {
    "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"\nxmlns:w=\"urn:schemas-microsoft-com:office:word\">\n<head>\n"
    "<meta http-equiv=Content-Type content=\"text/html; charset=utf-8\">\n<meta name=ProgId content=Word.Document>\n"
    "<!--[if gte mso 9]><xml>\n <w:WordDocument><w:View>Normal</w:View></w:WordDocument>\n</xml><![endif]-->\n"
    "<style>\n<!--\n p.MsoNormal {mso-style-parent:\"\"; font-size:10.5pt;}\n-->\n</style></head>\n<body lang=ZH-CN>\n<!--StartFragment-->\n",
    "<!--EndFragment-->\n</body>\n</html>\n",
    "<table class=MsoNormalTable border=1 cellspacing=0 style='border-collapse:collapse;mso-yfti-tbllook:1184'",
    " <tr style='mso-yfti-irow:1;height:21.0pt'",
    "  <td style='border:solid windowtext 1.0pt;\n  padding:0cm 5.4pt 0cm 5.4pt'",
    "\n  <p class=MsoNormal align=center style='text-align:center'><span\n  style='font-size:9.0pt;font-family:宋体'>",
    "<span lang=EN-US><o:p></o:p></span></span></p>\n  ",
    "<span lang=EN-US><o:p>&nbsp;</o:p></span>",
    "<p class=MsoNormal style='text-indent:32.0pt'><span style='font-family:仿宋'>",
    "<span lang=EN-US><o:p></o:p></span></span></p>"};

const Producer wps = {
    "<html xmlns:v=\"urn:schemas-microsoft-com:vml\"><head><meta charset=\"utf-8\"><meta name=\"Generator\" content=\"Microsoft Word 14\">"
    "<!--[if gte mso 9]><xml><w:WordDocument><w:DocumentKind>DocumentNotSpecified</w:DocumentKind></w:WordDocument></xml><![endif]-->"
    "<!--[if gte mso 9]><xml><w:LatentStyles DefLockedState=\"false\"></w:LatentStyles></xml><![endif]-->"
    "<style>@font-face{font-family:\"Times New Roman\";}</style></head><body style=\"tab-interval:21pt;\"><!--StartFragment-->",
    "<!--EndFragment--></body></html>",
    "<table class=\"MsoNormalTable\" style=\"border-collapse:collapse;mso-table-layout-alt:fixed;\"",
    "<tr style=\"height:20.0000pt;\"",
    "<td valign=\"center\" style=\"border-left:1.0000pt solid windowtext;\"",
    "<p class=\"MsoNormal\" align=\"center\"><span style=\"mso-spacerun:'yes';font-family:宋体;font-size:9.0000pt;\"><font face=\"宋体\">",
    "</font></span><span style=\"mso-spacerun:'yes';\"><o:p></o:p></span></p>",
    "<o:p>&nbsp;</o:p>",
    "<p class=\"MsoNormal\"><![if !supportLists]><span style=\"font-family:仿宋;\"></span><![endif]><span>",
    "</span><span><o:p></o:p></span></p>"};

const Producer excel = {
    "Version:1.0\r\nStartHTML:0000000105\r\nEndHTML:0000009999\r\nStartFragment:0000000141\r\nEndFragment:0000009963\r\n"
    "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><head><meta http-equiv=Content-Type content=\"text/html; charset=utf-8\">"
    "<meta name=ProgId content=Excel.Sheet><style><!--table {mso-displayed-decimal-separator:\"\\.\";} .xl65 {mso-number-format:\"\\@\";}-->"
    "</style></head><body link=blue><!--StartFragment-->",
    "<!--EndFragment--></body></html>",
    "<table border=0 cellpadding=0 cellspacing=0 width=720 style='border-collapse:collapse;width:540pt'",
    " <tr height=19 style='height:14.4pt'", "  <td class=xl65 width=72 style='width:54pt'", "", "", "", "<p>", "</p>"};

const Producer page = {
    "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>信息公开年报_政府网站</title><script>var a = '<table>';</script></head><body>"
    "<div class=nav><ul><li><a href=\"/\">首页</a></li><li><a href=\"/zwgk/\">政务公开</a></li><li>互动交流</li></ul></div>"
    "<table class=xxgk><tr><td>索引号：</td><td>11220000/2022-00031</td><td>分类：</td><td>年度报告</td></tr>"
    "<tr><td>发文日期：</td><td>2022年01月20日</td><td>文号：</td><td></td></tr></table>"
    "<table width=100% class=layout><tr><td><div id=zoom>",
    "</div></td></tr><tr><td align=center>【打印】【关闭】</td></tr></table><div class=footer><p>主办单位：县人民政府</p><p>网站地图 联系我们</p></div></body></html>",
    "<table border=1", "<tr", "<td", "<p style=\"text-align:center\">", "<br></p>", "&nbsp;", "<p style=\"text-indent:2em\">&emsp;&emsp;", "</p>"};

/// The whole report in one bordered table, as old templates have it: its text in cells of the full width, its tables' rows
/// between them.
const Producer frame = {"<html><head><meta charset=\"utf-8\"></head><body><table border=1>\n<tr><td colspan=15>", "</td></tr>\n</table></body></html>",
                        "</td></tr><!--", "<tr", "<td", "", "", "&nbsp;", "<p>", "</p>"};

}  // namespace

std::string render_framed_html(const Filled& f) {
    const std::string html = replace_all(document(f, frame), "</td></tr><!-->", "</td></tr>");
    std::string framed = html.substr(0, html.rfind("</table>"));
    framed = replace_all(std::move(framed), "</table>", "<tr><td colspan=15>");
    return framed + html.substr(html.rfind("</table>"));
}
std::string render_html(const Filled& f) { return document(f, plain); }
std::string render_word_html(const Filled& f) { return document(f, word); }
std::string render_wps_html(const Filled& f) { return document(f, wps); }
std::string render_excel_html(const Filled& f) { return document(f, excel); }
std::string render_page_html(const Filled& f) { return document(f, page); }

}  // namespace nianbao::testing
