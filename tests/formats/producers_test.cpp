// The same filled forms made into files by the programs people use, read back: every cell is right, nothing is wrong.
// LibreOffice and Chromium make the files while the test runs; without them these tests are left out.
#include <catch2/catch.hpp>

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "core/cli/pdf.hpp"
#include "core/nianbao.hpp"
#include "tests/support/filled.hpp"
#include "tests/support/judge.hpp"
#include "tests/support/layouts.hpp"

using namespace nianbao;
using namespace nianbao::testing;
namespace fs = std::filesystem;

namespace {

bool has_program(const char* name) { return std::system((std::string("command -v ") + name + " >/dev/null 2>&1").c_str()) == 0; }

bool run(const std::string& command) { return std::system((command + " >/dev/null 2>&1").c_str()) == 0; }

std::string bytes_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void write(const fs::path& path, const std::string& bytes) { std::ofstream(path, std::ios::binary) << bytes; }

/// A folder of its own, gone with the test.
struct Folder {
    fs::path path = fs::temp_directory_path() / ("nianbao-formats-" + std::to_string(std::rand()) + "-" + std::to_string(::getpid()));
    Folder() { fs::create_directories(path); }
    ~Folder() { fs::remove_all(path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
};

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

}  // namespace

TEST_CASE("Files LibreOffice makes are read cell for cell") {
    if (!has_program("soffice")) {
        WARN("LibreOffice (soffice) is not installed: left out");
        return;
    }
    const Folder folder;
    const std::vector<Filled> filled = samples();
    std::string names;
    for (std::size_t i = 0; i < filled.size(); ++i) {
        const fs::path path = folder.path / ("form" + std::to_string(i) + ".html");
        write(path, render_html(filled[i]));
        names += " '" + path.string() + "'";
    }
    struct Made {
        const char *ending, *filter, *reader;
        Format format;
    };
    const Made made[] = {{"docx", "docx:MS Word 2007 XML", "HTML (StarWriter)", Format::docx}, {"doc", "doc:MS Word 97", "HTML (StarWriter)", Format::doc},
                         {"rtf", "rtf:Rich Text Format", "HTML (StarWriter)", Format::rtf},
                         {"xlsx", "xlsx:Calc MS Excel 2007 XML", "HTML (StarCalc)", Format::xlsx}, {"pdf", "pdf:writer_pdf_Export", "HTML (StarWriter)", Format::pdf}};
    for (const Made& format : made) {
        if (format.format == Format::pdf && !has_poppler()) continue;
        INFO(format.ending);
        const std::string base = "soffice '-env:UserInstallation=file://" + (folder.path / "profile").string() + "' --headless";
        REQUIRE(run(base + " '--infilter=" + format.reader + "' --convert-to '" + format.filter + "' --outdir '" + folder.path.string() + "'" + names));
        for (std::size_t i = 0; i < filled.size(); ++i) check_file(filled[i], folder.path / ("form" + std::to_string(i) + "." + format.ending), format.format);
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
    REQUIRE(run("soffice '-env:UserInstallation=file://" + (folder.path / "profile").string() + "' --headless '--infilter=HTML (StarWriter)' --convert-to '" + filter +
                "' --outdir '" + folder.path.string() + "' '" + page.string() + "'"));
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
            REQUIRE(run("chromium --headless --no-sandbox --disable-gpu '--user-data-dir=" + (folder.path / "profile").string() + "' '--print-to-pdf=" + pdf.string() + "' 'file://" +
                        page.string() + "'"));
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
    };
    const Folder folder;
    Random random(20260122);
    for (std::size_t i = 0; i < std::size(prints); ++i) {
        const Print& print = prints[i];
        const Filled filled = random_filled(*forms()[i % forms().size()], random, Size::large);
        const fs::path page = folder.path / "page.html", pdf = folder.path / (std::to_string(i) + ".pdf");
        INFO(print.size << " " << print.style);
        write(page, replace_all(render_html(filled), "</head>", std::string("<style>@page{size:A4 ") + print.size + "}" + print.style + "</style></head>"));
        REQUIRE(run("chromium --headless --no-sandbox --disable-gpu '--user-data-dir=" + (folder.path / "profile").string() + "' '--print-to-pdf=" + pdf.string() + "' 'file://" +
                    page.string() + "'"));
        check_file(filled, pdf, Format::pdf);
    }
}
