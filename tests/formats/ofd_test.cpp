// OFD files written here from the schema of GB/T 33190: text objects at their places, lines as paths. Read back, every
// cell is right, with lines and without.
#include <catch2/catch.hpp>

#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "core/nianbao.hpp"
#include "core/read/read.hpp"
#include "core/text/fold.hpp"
#include "tests/formats/zip_writer.hpp"
#include "tests/support/filled.hpp"
#include "tests/support/layouts.hpp"

using namespace nianbao;
using namespace nianbao::testing;

namespace {

constexpr double size = 2.8, line_height = 3.6, page_width = 210, page_height = 297, margin = 10;

std::string number(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.3f", value);
    return text;
}

std::vector<std::string> characters(std::string_view text) {
    std::vector<std::string> all;
    for (std::size_t at = 0; at < text.size();) {
        const std::uint32_t length = decode_at(text, at).length;
        if (text[at] != '\n') all.emplace_back(text.substr(at, length));
        at += length;
    }
    return all;
}

double width_of(const std::string& character) { return character.size() == 1 ? size / 2 : size; }

/// Pages under one another; a table row never crosses a page's end.
class OfdWriter {
public:
    explicit OfdWriter(bool drawn) : drawn_(drawn) { pages_.emplace_back(); }

    void paragraph(std::string_view text) {
        std::vector<std::string> line;
        double width = 0;
        for (const std::string& c : characters(text)) {
            if (width + width_of(c) > page_width - 2 * margin) put_line(line), line.clear(), width = 0;
            line.push_back(c);
            width += width_of(c);
        }
        if (!line.empty()) put_line(line);
        y_ += 1;
    }

    void table(const nianbao::testing::Matrix& rows, const std::vector<double>& widths) {
        std::vector<double> left{margin};
        for (const double width : widths) left.push_back(left.back() + width);
        std::vector<double> heights(rows.size(), line_height + 2);
        for (std::size_t r = 0; r < rows.size(); ++r)
            for (std::size_t c = 0; c < rows[r].size(); ++c)
                if (rows[r][c].origin && rows[r][c].row_span == 1)
                    heights[r] = std::max(heights[r], static_cast<double>(wrap(rows[r][c], left, c).size()) * line_height + 2);
        std::size_t first = 0;
        while (first < rows.size()) {
            double bottom = y_;
            std::size_t end = first;
            while (end < rows.size() && (end == first || bottom + heights[end] < page_height - 15)) bottom += heights[end++];
            std::vector<double> top{y_};
            for (std::size_t r = first; r < end; ++r) top.push_back(top.back() + heights[r]);
            for (std::size_t r = first; r < end; ++r)
                for (std::size_t c = 0; c < rows[r].size(); ++c) draw_slot(rows, first, end, r, c, left, top);
            y_ = bottom + 2;
            if (end < rows.size()) new_page();
            first = end;
        }
    }

    std::string finish() const {
        ZipWriter zip;
        zip.add("OFD.xml", "<ofd:OFD xmlns:ofd='http://www.ofdspec.org/2016' DocType='OFD' Version='1.0'><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>");
        std::string list;
        for (std::size_t i = 0; i < pages_.size(); ++i) {
            const std::string place = "Pages/Page_" + std::to_string(i) + "/Content.xml";
            list += "<ofd:Page ID='" + std::to_string(100 + i) + "' BaseLoc='" + place + "'/>";
            zip.add("Doc_0/" + place, "<ofd:Page xmlns:ofd='http://www.ofdspec.org/2016'><ofd:Content><ofd:Layer ID='1'>" + pages_[i] + "</ofd:Layer></ofd:Content></ofd:Page>");
        }
        zip.add("Doc_0/Document.xml", "<ofd:Document xmlns:ofd='http://www.ofdspec.org/2016'><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
                                      "</ofd:CommonData><ofd:Pages>" + list + "</ofd:Pages></ofd:Document>");
        return zip.finish();
    }

private:
    using Line = std::vector<std::string>;

    std::vector<Line> wrap(const Slot& slot, const std::vector<double>& left, std::size_t column) const {
        const double room = left[std::min(column + static_cast<std::size_t>(slot.column_span), left.size() - 1)] - left[column] - 2.5;
        std::vector<Line> lines;
        double width = room + 1;
        for (const std::string& c : characters(slot.text)) {
            if (width + width_of(c) > room) lines.emplace_back(), width = 0;
            lines.back().push_back(c);
            width += width_of(c);
        }
        return lines;
    }

    void draw_slot(const nianbao::testing::Matrix& rows, std::size_t first, std::size_t end, std::size_t r, std::size_t c, const std::vector<double>& left, const std::vector<double>& top) {
        // A cell cut by the page's end goes on, empty, on the next page.
        std::size_t origin = r;
        while (origin > 0 && !rows[origin][c].origin && origin + 1 > first + 1) --origin;
        const bool resumed = r == first && !rows[r][c].origin;
        std::size_t above = r;
        while (resumed && above > 0 && !rows[above][c].origin) --above;
        const Slot& slot = rows[resumed ? above : r][c];
        if (!slot.origin || (resumed && above + static_cast<std::size_t>(slot.row_span) <= r)) return;
        const std::size_t last = std::min(end, (resumed ? above : r) + static_cast<std::size_t>(slot.row_span));
        const double x0 = left[c], x1 = left[c + static_cast<std::size_t>(slot.column_span)], y0 = top[r - first], y1 = top[last - first];
        if (drawn_) frame(x0, y0, x1, y1);
        if (resumed) return;
        const std::vector<Line> lines = wrap(slot, left, c);
        double y = (y0 + y1) / 2 - static_cast<double>(lines.size()) * line_height / 2;
        for (const Line& line : lines) {
            double width = 0;
            for (const std::string& character : line) width += width_of(character);
            const bool centred = slot.head || slot.text.size() < 12;
            text(line, centred ? (x0 + x1 - width) / 2 : x0 + 1.2, y);
            y += line_height;
        }
    }

    void frame(double x0, double y0, double x1, double y1) {
        const std::string w = number(x1 - x0), h = number(y1 - y0);
        pages_.back() += "<ofd:PathObject Boundary='" + number(x0) + " " + number(y0) + " " + w + " " + h + "' LineWidth='0.2'><ofd:AbbreviatedData>M 0 0 L " + w + " 0 L " + w + " " + h +
                         " L 0 " + h + " C</ofd:AbbreviatedData></ofd:PathObject>";
    }

    void put_line(const Line& line) {
        if (y_ > page_height - 15) new_page();
        text(line, margin, y_);
        y_ += line_height;
    }

    void text(const Line& line, double x, double y) {
        std::string whole, deltas;
        for (std::size_t i = 0; i < line.size(); ++i) {
            whole += line[i] == "<" ? "&lt;" : line[i] == "&" ? "&amp;" : line[i];
            if (i + 1 < line.size()) deltas += (i ? " " : "") + number(width_of(line[i]));
        }
        // Runs of equal steps may be written short.
        bool equal = line.size() > 3;
        for (std::size_t i = 0; i + 1 < line.size(); ++i) equal = equal && width_of(line[i]) == width_of(line[0]);
        if (equal) deltas = "g " + std::to_string(line.size() - 1) + " " + number(width_of(line[0]));
        pages_.back() += "<ofd:TextObject Boundary='" + number(x) + " " + number(y) + " 180 " + number(line_height) + "' Font='1' Size='" + number(size) + "'><ofd:TextCode X='0' Y='" +
                         number(0.88 * size) + "'" + (deltas.empty() ? "" : " DeltaX='" + deltas + "'") + ">" + whole + "</ofd:TextCode></ofd:TextObject>";
    }

    void new_page() {
        pages_.emplace_back();
        y_ = 20;
    }

    bool drawn_;
    std::vector<std::string> pages_;
    double y_ = 20;
};

std::string ofd_of(const Filled& filled, bool drawn) {
    OfdWriter writer(drawn);
    const auto section = [&](const char* title, Table table, const std::vector<double>& widths) {
        writer.paragraph(title);
        writer.table(matrix_of(filled, table), widths);
    };
    writer.paragraph(title_of(filled));
    writer.paragraph(preamble_of(filled));
    writer.paragraph("一、总体情况");
    writer.paragraph(overview_of(filled));
    const std::size_t columns = matrix_of(filled, Table::two).front().size();
    section("二、主动公开政府信息情况", Table::two, std::vector<double>(columns, 180.0 / static_cast<double>(columns)));
    section("三、收到和处理政府信息公开申请情况", Table::three, {10, 22, 50, 14, 14, 14, 14, 14, 14, 14});
    section("四、政府信息公开行政复议、行政诉讼情况", Table::four, std::vector<double>(15, 12.0));
    writer.paragraph("五、存在的主要问题及改进情况");
    writer.paragraph(problems_of(filled));
    writer.paragraph("六、其他需要报告的事项");
    writer.paragraph(matters_of(filled));
    return writer.finish();
}

}  // namespace

TEST_CASE("OFD files are read cell for cell, with lines and without") {
    for (const Form* form : forms()) {
        for (const bool drawn : {true, false}) {
            Random random(33190);
            for (int i = 0; i < 3; ++i) {
                const Filled filled = random_filled(*form, random);
                const Result result = check(ofd_of(filled, drawn), {});
                INFO(form->id << (drawn ? " drawn " : " undrawn ") << i << "\n" << result.document.text);
                CHECK(result.document.format == Format::ofd);
                REQUIRE(result.report.form == form);
                for (std::size_t cell = 0; cell < filled.values.size(); ++cell) {
                    INFO(cells_of(*form)[cell].id);
                    CHECK(slice(result.document.text, result.report.cells[cell].span) == filled.values[cell]);
                }
            }
        }
    }
}

namespace {

/// A document of pages given by their objects, with a template behind them.
std::string ofd_with(const std::vector<std::string>& pages, const std::string& behind = {}) {
    ZipWriter zip;
    zip.add("OFD.xml", "<ofd:OFD xmlns:ofd='http://www.ofdspec.org/2016'><ofd:DocBody><ofd:DocRoot>/Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>");
    std::string list;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        list += "<ofd:Page ID='" + std::to_string(10 + i) + "' BaseLoc='Pages/P" + std::to_string(i) + ".xml'/>";
        zip.add("Doc_0/Pages/P" + std::to_string(i) + ".xml", "<ofd:Page xmlns:ofd='http://www.ofdspec.org/2016'>" + std::string(behind.empty() ? "" : "<ofd:Template TemplateID='5'/>") +
                                                                  "<ofd:Content><ofd:Layer>" + pages[i] + "</ofd:Layer></ofd:Content></ofd:Page>");
    }
    zip.add("Doc_0/Tpls/T.xml", "<ofd:Page xmlns:ofd='http://www.ofdspec.org/2016'><ofd:Content><ofd:Layer>" + behind + "</ofd:Layer></ofd:Content></ofd:Page>");
    zip.add("Doc_0/Document.xml", "<ofd:Document xmlns:ofd='http://www.ofdspec.org/2016'><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
                                  "<ofd:TemplatePage ID='5' BaseLoc='Tpls/T.xml'/></ofd:CommonData><ofd:Pages>" + list + "</ofd:Pages></ofd:Document>");
    return zip.finish();
}

std::string object(const std::string& boundary, const std::string& code, const std::string& attributes = {}) {
    return "<ofd:TextObject Boundary='" + boundary + "' Size='4' " + attributes + "><ofd:TextCode " + code + "</ofd:TextCode></ofd:TextObject>";
}

/// The text in reading order; lines as full as these go on with one another.
std::string text_read(const std::string& bytes) {
    std::string text;
    for (const char c : read(bytes, {}).text)
        if (c != '\n') text += c;
    return text;
}

}  // namespace

TEST_CASE("OFD: transformed text stands where the transformation puts it") {
    // Twice as large and moved: the second object's line lies above the first's.
    const std::string moved = object("20 40 100 20", "X='0' Y='4' DeltaX='g 3 4'>上面一行", "CTM='2 0 0 2 0 0'");
    const std::string plain = object("20 100 100 10", "X='0' Y='4' DeltaX='g 3 4'>下面一行");
    CHECK(text_read(ofd_with({plain + moved})) == "上面一行下面一行");
    CHECK(text_read(ofd_with({object("20 200 100 20", "X='0' Y='4' DeltaX='g 3 4'>上面一行", "CTM='1 0 0 1 0 -150'") + plain})) == "上面一行下面一行");
}

TEST_CASE("OFD: text written downwards, steps repeated, is one label") {
    const std::string down = object("20 40 10 60", "X='0' Y='4' DeltaX='g 4 0' DeltaY='g 4 4.5'>总计一二三");
    CHECK(text_read(ofd_with({down})) == "总计一二三");
}

TEST_CASE("OFD: pages follow one another, a template's text stands on each") {
    const std::string text = text_read(ofd_with({object("20 120 100 10", "X='0' Y='4' DeltaX='g 3 4'>第一页文"), object("20 120 100 10", "X='0' Y='4' DeltaX='g 3 4'>第二页文")},
                                                object("20 80 100 10", "X='0' Y='4' DeltaX='g 3 4'>模板文字")));
    CHECK(text == "模板文字第一页文模板文字第二页文");
}

TEST_CASE("OFD: what is not visible is not read") {
    CHECK(text_read(ofd_with({object("20 40 100 10", "X='0' Y='4' DeltaX='g 3 4'>看不见的", "Visible='false'") + object("20 60 100 10", "X='0' Y='4' DeltaX='g 3 4'>看得见的")})) == "看得见的");
}
