// The same filled forms made into files by the programs people use, read back: every cell is right, nothing is wrong.
// LibreOffice and Chromium make the files while the test runs; without them these tests are left out.
#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "core/cli/pdf.hpp"
#include "core/nianbao.hpp"
#include "core/read/read.hpp"
#include "tests/formats/producers.hpp"
#include "tests/support/filled.hpp"
#include "tests/support/judge.hpp"
#include "tests/support/layouts.hpp"

using namespace nianbao;
using namespace nianbao::testing;

namespace {

std::vector<Filled> samples() {
    std::vector<Filled> all;
    for (const Form* form : forms()) {
        Random random(20210130);
        all.push_back(random_filled(*form, random));
        all.push_back(random_filled(*form, random));
    }
    return all;
}

/// Names the cells that are not what the form was filled with.
std::string wrong_cells(const Filled& filled, const Result& result) {
    if (!result.report.form) return "no form found";
    if (result.report.form->id != filled.form->id) return "another form";
    std::string wrong;
    for (std::size_t i = 0; i < filled.values.size(); ++i) {
        const std::string_view raw = slice(result.document.text, result.report.cells[i].span);
        if (raw != filled.values[i]) wrong += std::string(cells_of(*filled.form)[i].id) + ": " + std::string(raw) + " for " + filled.values[i] + "; ";
    }
    return wrong;
}

void check_file(const Filled& filled, const fs::path& path, Format format) {
    INFO(path.filename().string());
    std::string bytes = bytes_of(path);
    REQUIRE(!bytes.empty());
    if (format == Format::pdf) {
        const std::optional<std::string> runs = pdf_to_runs(bytes);
        REQUIRE(runs);
        bytes = *runs;
    }
    const Result result = check(bytes, {});
    CHECK(result.document.format == format);
    CHECK(result.document.observations.empty());
    CHECK(wrong_cells(filled, result) == "");
    CHECK(result.checks.failed == 0);
    CHECK(result.checks.unknown == 0);
    std::string found;
    for (const Finding& finding : result.findings)
        if (finding.severity != Severity::note) found += std::string(finding.rule) + " ";
    // The samples' prose is their layouts' own and the same in every format; what the tables show must be nothing.
    CHECK(found == "");
}

bool has_poppler() { return pdf_to_runs("%PDF-1.4").has_value(); }

/// Makes a PDF of a page.
bool print_with_chromium(const fs::path& page, const fs::path& pdf, const Folder& folder) {
    return execute("chromium --headless --no-sandbox --disable-gpu '--user-data-dir=" + (folder.path / "profile").string() + "' '--print-to-pdf=" + pdf.string() +
                   "' 'file://" + page.string() + "'");
}

}  // namespace

/// A document with what tables of figures have not: automatic numbers, a text box, a table in a table, changes, hidden text.
const char* const rich_document = R"(<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.2"
 office:mimetype="application/vnd.oasis.opendocument.text"><office:automatic-styles>
<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-suffix="、" style:num-format="一, 二, 三, ..."/>
<text:list-level-style-number text:level="2" style:num-prefix="（" style:num-suffix="）" style:num-format="一, 二, 三, ..."/></text:list-style>
<style:style style:name="hidden" style:family="text"><style:text-properties text:display="none"/></style:style>
</office:automatic-styles><office:body><office:text><text:tracked-changes>
<text:changed-region text:id="c1"><text:insertion><office:change-info><dc:creator>a</dc:creator><dc:date>2022-01-01T00:00:00</dc:date></office:change-info></text:insertion></text:changed-region>
<text:changed-region text:id="c2"><text:deletion><office:change-info><dc:creator>a</dc:creator><dc:date>2022-01-01T00:00:00</dc:date></office:change-info><text:p>旧的</text:p></text:deletion></text:changed-region>
</text:tracked-changes><text:list text:style-name="L1"><text:list-item><text:p>总体情况</text:p><text:list><text:list-item><text:p>主动公开</text:p></text:list-item>
<text:list-item><text:p>依申请公开</text:p></text:list-item></text:list></text:list-item><text:list-item><text:p>主动公开政府信息情况</text:p></text:list-item></text:list>
<text:p>隔段𠮷</text:p><text:list text:style-name="L1"><text:list-item text:start-value="6"><text:p>其他需要报告的事项</text:p></text:list-item></text:list>
<text:p>收到<text:change-start text:change-id="c1"/>新增<text:change-end text:change-id="c1"/>申请<text:change text:change-id="c2"/>二十七件<text:span text:style-name="hidden">看不见</text:span>。</text:p>
<text:p>锚<draw:frame text:anchor-type="paragraph" svg:width="6cm" svg:x="1cm" svg:y="1cm"><draw:text-box fo:min-height="1cm"><text:p>框内文字</text:p></draw:text-box></draw:frame>后</text:p>
<table:table><table:table-column table:number-columns-repeated="2"/><table:table-row><table:table-cell><text:p>外甲</text:p></table:table-cell><table:table-cell><text:p>外乙</text:p>
<table:table table:is-sub-table="false"><table:table-column table:number-columns-repeated="2"/><table:table-row><table:table-cell><text:p>内一</text:p></table:table-cell>
<table:table-cell><text:p>内二</text:p></table:table-cell></table:table-row></table:table><text:p>乙后</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell><text:p>丙</text:p></table:table-cell><table:table-cell><text:p>丁</text:p></table:table-cell></table:table-row></table:table>
<text:p>结尾</text:p></office:text></office:body></office:document>
)";

/// The rich document read from a file: its text without white space, and its only table's cells.
void check_rich(const fs::path& path, Format format, bool faithful) {
    INFO(path.filename().string());
    const Document document = read(bytes_of(path), {});
    CHECK(document.format == format);
    std::string text;
    for (const char c : document.text)
        if (c != ' ' && c != '\t' && c != '\n') text += c;
    const auto holds = [&](const char* part) { return text.find(part) != std::string::npos; };
    CHECK(holds("一、总体情况（一）主动公开（二）依申请公开二、主动公开政府信息情况隔段𠮷"));
    CHECK(holds("、其他需要报告的事项收到新增申请"));
    CHECK(holds("外甲外乙内一内二乙后丙丁结尾"));
    CHECK(holds("锚后"));
    CHECK(text.find("框内文字") != std::string::npos);
    CHECK(text.find("框内文字") == text.rfind("框内文字"));
    if (faithful) CHECK(holds("申请二十七件。"));
    if (faithful) CHECK(holds("六、其他需要报告的事项"));
    REQUIRE(document.grids.size() == 1);
    REQUIRE(document.grids.front().cells.size() == 4);
    CHECK(slice(document.text, document.grids.front().cells[3].span) == "丁");
}

TEST_CASE("Files LibreOffice makes are read cell for cell, with numbering, text boxes, nested tables and changes") {
    if (!has_program("soffice")) {
        WARN("LibreOffice (soffice) is not installed: left out");
        return;
    }
    const Folder folder;
    const std::vector<Filled> filled = samples();
    std::string pages, texts, words, sheets;
    for (std::size_t i = 0; i < filled.size(); ++i) {
        const std::string name = "form" + std::to_string(i);
        write(folder.path / (name + ".html"), render_html(filled[i]));
        pages += " '" + (folder.path / (name + ".html")).string() + "'";
        texts += " '" + (folder.path / "odt" / (name + ".odt")).string() + "'";
        words += " '" + (folder.path / "docx" / (name + ".docx")).string() + "'";
        sheets += " '" + (folder.path / "ods" / (name + ".ods")).string() + "'";
    }
    write(folder.path / "rich.fodt", rich_document);
    check_rich(folder.path / "rich.fodt", Format::odt, true);
    for (std::string* inputs : {&texts, &words}) *inputs += " '" + (folder.path / "rich.fodt").string() + "'";
    struct Made {
        const char *target, *ending, *filter, *reader;
        Format format;
        bool text;
    };
    const Made made[] = {{"odt", "odt", "odt:writer8", "HTML (StarWriter)", Format::odt, true},
                         {"docx", "docx", "docx:MS Word 2007 XML", "", Format::docx, true},
                         {"doc", "doc", "doc:MS Word 97", "", Format::doc, true},
                         {"rtf", "rtf", "rtf:Rich Text Format", "", Format::rtf, true},
                         {"word2003", "xml", "xml:MS Word 2003 XML", "", Format::wordml, true},
                         {"pdf", "pdf", "pdf:writer_pdf_Export", "", Format::pdf, true},
                         {"ods", "ods", "ods:calc8", "HTML (StarCalc)", Format::ods, false},
                         {"xlsx", "xlsx", "xlsx:Calc MS Excel 2007 XML", "", Format::xlsx, false},
                         {"xls", "xls", "xls:MS Excel 97", "", Format::xls, false},
                         {"excel2003", "xml", "xml:MS Excel 2003 XML", "", Format::xls, false}};
    for (const Made& one : made) {
        if (one.format == Format::pdf && !has_poppler()) continue;
        INFO(one.target);
        // Its filter for Word-2003 XML writes nothing of tables without widths, as web pages have them.
        const std::string& inputs = *one.reader ? pages : one.format == Format::wordml ? words : one.text ? texts : sheets;
        REQUIRE(converted(folder, one.reader, one.filter, one.target, inputs));
        for (std::size_t i = 0; i < filled.size(); ++i) check_file(filled[i], folder.path / one.target / ("form" + std::to_string(i) + "." + one.ending), one.format);
        // To Word-2003 XML LibreOffice writes neither changes nor hidden text, but shows both, nor where a list starts anew.
        if (one.text && !*one.reader && one.format != Format::pdf) check_rich(folder.path / one.target / ("rich." + std::string(one.ending)), one.format, one.format != Format::wordml);
    }
}

TEST_CASE("A PDF that LibreOffice protects with a password says so") {
    if (!has_program("soffice") || !has_poppler()) {
        WARN("LibreOffice or poppler is not installed: left out");
        return;
    }
    const Folder folder;
    const fs::path page = folder.path / "form.html";
    write(page, render_html(samples().front()));
    const std::string filter = R"(pdf:writer_pdf_Export:{"EncryptFile":{"type":"boolean","value":"true"},"DocumentOpenPassword":{"type":"string","value":"secret"}})";
    REQUIRE(converted(folder, "HTML (StarWriter)", filter, ".", " '" + page.string() + "'"));
    const std::optional<std::string> runs = pdf_to_runs(bytes_of(folder.path / "form.pdf"));
    REQUIRE(runs);
    const Result result = check(*runs, {});
    CHECK(result.verdict == Verdict::unreadable);
    REQUIRE(result.document.observations.size() == 1);
    CHECK(result.document.observations.front().rule == "file-encrypted");
}

TEST_CASE("Pages Chromium prints are read cell for cell, upright and across") {
    if (!has_program("chromium") || !has_poppler()) {
        WARN("Chromium or poppler is not installed: left out");
        return;
    }
    const Folder folder;
    const std::vector<Filled> filled = samples();
    const char* const styles[] = {
        "",
        "table{border-collapse:collapse}td{text-align:center;padding:4px}",
        "table{border-collapse:collapse;width:100%}td{border:1px solid #000;font-size:10pt;text-align:center}",
        "table{border-collapse:collapse;width:100%}td{border:0.5pt solid #999;padding:0;font-size:9pt}",
    };
    for (std::size_t i = 0; i < filled.size(); i += 2) {
        for (std::size_t printed = 0; printed < 6; ++printed) {
            const bool across = printed % 2 == 1;
            const std::string own = printed < 2 ? styles[printed] : styles[printed / 2 + 1];
            const std::string style = std::string("<style>@page{size:A4 ") + (across ? "landscape" : "portrait") + "}" + own + "</style></head>";
            const fs::path page = folder.path / "page.html", pdf = folder.path / (std::to_string(i) + "-" + std::to_string(printed) + (across ? "-across.pdf" : "-upright.pdf"));
            write(page, replace_all(render_html(filled[i]), "</head>", style));
            REQUIRE(print_with_chromium(page, pdf, folder));
            check_file(filled[i], pdf, Format::pdf);
        }
    }
}

TEST_CASE("Pages printed without borders, or with lines below the rows only, are read cell for cell and raise no false alarm") {
    if (!has_program("chromium") || !has_poppler()) {
        WARN("Chromium or poppler is not installed: left out");
        return;
    }
    struct Print {
        const char *size, *style;
    };
    const Print prints[] = {
        {"portrait", "table,td{border:none}td{font-size:12pt;text-align:center}"},
        {"landscape", "table,td{border:none}table{width:100%}td{font-size:10pt;vertical-align:top}"},
        {"portrait", "table{border:none;border-collapse:collapse;width:100%}td{border:none;border-bottom:1px solid #999;font-size:9pt;text-align:center}"},
        {"portrait", "table,td{border:none}table{border-collapse:collapse;width:100%}tr{border-bottom:1px solid #ccc}"},
        {"landscape", "*{-webkit-print-color-adjust:exact}table,td{border:none}tr:nth-child(odd){background:#eee}td{font-size:10pt;text-align:center}"},
        {"landscape", "table,td{border:none}table{width:100%;border-collapse:collapse}td{font-size:12pt;padding:2px 5px;text-align:right}"},
        {"portrait", "table,td{border:none}table{width:80%;margin:auto}td{font-size:9pt;text-align:justify;letter-spacing:1px}"},
        // Columns so narrow that figures and titles touch: their places in the columns part them.
        {"landscape", "table,td{border:none}table{border-collapse:collapse}td{font-size:9pt;padding:0;text-align:center}"},
        {"portrait", "table,td{border:none}table{border-collapse:collapse}td{font-size:9pt;padding:0}"},
        // Titles broken over lines above and below their figures.
        {"portrait", "table,td{border:none}table{border-collapse:collapse;width:70%;table-layout:fixed}td{font-size:8pt;text-align:center}"},
        {"portrait", "table,td{border:none}table{border-collapse:collapse}td{font-size:9pt;text-align:center;padding:2px 6px}td:first-child{width:50px}"},
    };
    const Folder folder;
    Random random(20260122);
    for (std::size_t i = 0; i < std::size(prints); ++i) {
        const Print& print = prints[i];
        const Filled filled = random_filled(*forms()[i % forms().size()], random, Size::large);
        const fs::path page = folder.path / "page.html", pdf = folder.path / (std::to_string(i) + ".pdf");
        INFO(print.size << " " << print.style);
        write(page, replace_all(render_html(filled), "</head>", std::string("<style>@page{size:A4 ") + print.size + "}" + print.style + "</style></head>"));
        REQUIRE(print_with_chromium(page, pdf, folder));
        check_file(filled, pdf, Format::pdf);
    }
}

TEST_CASE("Narrow bordered pages with a column of subtotals are read cell for cell and raise no false alarm") {
    if (!has_program("chromium") || !has_poppler()) {
        WARN("Chromium or poppler is not installed: left out");
        return;
    }
    struct Print {
        const char *size, *cell;
    };
    // Titles touch the lines beside them, labels and heads are cut by the pages' ends.
    const Print prints[] = {
        {"A4 landscape;margin:2.5cm", "font-size:8pt;padding:2px;text-align:left"},
        {"A4;margin:2.5cm", "font-size:8pt;padding:2px;text-align:left;line-height:1.6"},
        {"A5 landscape;margin:2.5cm", "font-size:9pt;padding:4px;text-align:left;line-height:1.6"},
        {"A5 landscape;margin:2.5cm", "font-size:7.5pt;padding:1px;text-align:right;line-height:1"},
        {"B5;margin:2.5cm", "font-size:10.5pt;padding:4px;text-align:center;line-height:1.6"},
    };
    const Folder folder;
    Random random(20260123);
    for (std::size_t i = 0; i < std::size(prints); ++i) {
        const Print& print = prints[i];
        Filled filled = random_filled(*forms()[i % forms().size()], random, i % 2 == 0 ? Size::large : Size::small);
        filled.legal_subtotals = true;
        const fs::path page = folder.path / "page.html", pdf = folder.path / (std::to_string(i) + ".pdf");
        INFO(print.size << " " << print.cell);
        write(page, replace_all(render_html(filled), "</head>", std::string("<style>@page{size:") + print.size + "}table{border-collapse:collapse;width:100%}td{border:1px solid #000;" + print.cell + "}</style></head>"));
        REQUIRE(print_with_chromium(page, pdf, folder));
        check_file(filled, pdf, Format::pdf);
    }
}
