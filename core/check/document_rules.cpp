// Whether this is such a report, and whether the file could be read. Most of it was seen by the stages before.
#include <algorithm>

#include "core/check/families.hpp"
#include "core/check/naming.hpp"
#include "core/check/readings.hpp"
#include "core/check/report_kind.hpp"
#include "core/text/contains.hpp"
#include "core/text/fold.hpp"

namespace nianbao {
namespace {

struct KindText {
    Kind kind;
    Text sentence;
};

constexpr KindText kind_texts[] = {
    {Kind::empty, {"没有内容", "There is nothing here"}},
    {Kind::fragment, {"只有几个字，不是一份年度报告", "These are only a few words, no annual report"}},
    {Kind::list_page, {"看起来是报告目录页，列着多份报告的标题。请打开其中一份，粘贴它的全文", "This looks like a list of reports. Open one of them and paste all of it"}},
    {Kind::attachment, {"看起来只是发布页面，报告正文在附件里。请下载附件（Word 或 PDF），用文件方式打开", "This looks like a post whose report is an attached file. Download the file and open it here"}},
    {Kind::page_shell, {"看起来只有网页的导航栏目，没有报告正文。请等页面加载完整再全选复制，或者另存为 HTML 文件再打开",
                        "This looks like a page's navigation without the report. Wait until the page is complete and copy it again, or save it as HTML and open the file"}},
    {Kind::school_year, {"看起来是学校按学年编制的信息公开年度报告，依据《高等学校信息公开办法》，没有这里核对的三张统计表",
                         "This looks like a school's report on a school year. It follows 《高等学校信息公开办法》 and has none of the three tables checked here"}},
    {Kind::not_text, {"不是文字内容，可能是二进制数据或者只有符号。请选择原始的报告文件", "This is no text but binary data or mere symbols. Choose the report's original file"}},
    {Kind::other, {"没有找到年度报告的部分标题和统计表，看起来不是政府信息公开工作年度报告。如果是，请粘贴包含三张表的全文",
                   "No section and no table of an annual report on government information disclosure was found. If it is one, paste all of it with its three tables"}},
};

void check_not_a_report(const Rule& rule, const Case& c, std::vector<Finding>& out) {
    const Kind kind = kind_of(c);
    for (const KindText& text : kind_texts)
        if (text.kind == kind) out.push_back(found(rule, c.report, text.sentence, {}));
}

/// Every place of a label in the text.
std::vector<Span> places_of(const Folded& folded, std::string_view text, std::string_view label) {
    std::vector<Span> places;
    for (std::size_t at = folded.text.find(label); at != std::string::npos; at = folded.text.find(label, at + label.size()))
        places.push_back(place_of(folded, text, at, at + label.size()));
    return places;
}

bool occurs_twice(std::string_view text, std::string_view part) {
    const std::size_t first = find_word(text, part);
    return first != std::string_view::npos && find_word(text, part, first + part.size()) != std::string_view::npos;
}

/// Two tables three: their first and their last row stand there twice. (A head alone is repeated by page breaks.)
void check_several(const Rule& rule, const Case& c, std::vector<Finding>& out) {
    if (!is_report(c)) return;
    for (const Observation& observation : c.report.observations)
        if (observation.rule == "other-year-tables") return;
    for (const Observation* observation : observations(rule, c)) {
        Finding finding = found(rule, c.report);
        for (const Span span : observation->spans) mark(finding, span);
        out.push_back(std::move(finding));
        return;
    }
    if (c.report.repeated) return;
    constexpr std::string_view opens = "本年新收政府信息公开申请数量", closes = "结转下年度继续办理";
    if (!occurs_twice(folded_text(c).beginning(), opens)) return;
    const std::string_view text = std::string_view(c.document.text).substr(0, FoldedText::longest_beginning);
    const Folded folded = fold_with_origin(text);
    const std::vector<Span> first = places_of(folded, text, opens);
    const std::vector<Span> last = places_of(folded, text, closes);
    if (first.size() < 2 || last.size() < 2) return;
    // The first table ends before the second begins. (A title may be repeated in the cells it covers.)
    const auto ends = std::find_if(last.begin(), last.end(), [&](Span span) { return span.begin > first[0].begin; });
    if (ends == last.end() || ends->begin > first[1].begin) return;
    Finding finding = found(rule, c.report);
    for (const Span span : first) mark(finding, span);
    out.push_back(std::move(finding));
}

/// Several caps may have been met on the way: bytes, then cells.
void check_too_large(const Rule& rule, const Case& c, std::vector<Finding>& out) {
    const auto caps = observations(rule, c);
    if (caps.empty()) return;
    Finding finding = found(rule, c.report);
    for (const Observation* cap : caps)
        for (const Span span : cap->spans) mark(finding, span);
    out.push_back(std::move(finding));
}

void check_garbled(const Rule& rule, const Case& c, std::vector<Finding>& out) {
    for (const Observation* observation : observations(rule, c)) {
        const bool converted = observation->details.size() >= 2 && !observation->details[0].empty();
        constexpr Text wrong_conversion = {"文字是乱码：{0} 的内容被当作 {1} 打开又存过。请改用原始文件", "The text is garbled: {0} was opened as {1} and saved. Use the original file"};
        Finding finding = converted ? found(rule, c.report, wrong_conversion, {same(observation->details[0]), same(observation->details[1])}) : found(rule, c.report);
        for (const Span span : observation->spans) mark(finding, span);
        out.push_back(std::move(finding));
    }
}

constexpr Rule rules[] = {
    {"not-a-report", Severity::error,
     {"这不像是政府信息公开工作年度报告", "This does not look like an annual report on government information disclosure"},
     {"没有读到年度报告，就没有可以核对的内容；这不等于没有错误。", "Without a report there is nothing to check; that is not the same as no errors."},
     {"粘贴报告全文（包括三张统计表），或者打开 Word、HTML、PDF 文件。", "Paste the whole report with its three tables, or open its Word, HTML or PDF file."},
     {}, {"没有找到年度报告的内容", "No annual report was found"}, check_not_a_report},
    {"several-reports", Severity::warning,
     {"这里有不止一份报告", "There is more than one report here"},
     {"一次核对一份。几份放在一起，只核对了其中一份。", "One report is checked at a time; of several only one was."},
     {"把报告分开，逐份核对。", "Check them one by one."},
     {}, {"这里好像有不止一份年度报告，只核对了一份。请逐份粘贴或打开", "There seems to be more than one report; only one was checked. Give them one by one"}, check_several},
    {"other-year-tables", Severity::note,
     {"报告里还有其他年度的统计表", "The report also shows tables of another year"},
     {"只核对本年度的表格。标明是其他年度的，没有核对。", "Only the tables of the report's own year are checked, not those captioned with another."},
     {"不需要修改。要核对去年的数据，请打开去年的报告。", "Nothing needs changing. To check last year's figures, open last year's report."},
     {}, {"标明是其他年度的统计表有 {0} 张，没有核对", "Tables captioned with another year were not checked ({0})"}, nullptr},
    {"file-unreadable", Severity::error,
     {"文件打不开", "The file can't be read"},
     {"文件已经损坏，或者不是扩展名所说的格式。", "It is damaged, or not of the format its name says."},
     {"用原来的软件打开，另存一份再试；或者打开后全选复制，粘贴到这里。", "Open it in its own program, save it again and retry; or copy all of it and paste it here."},
     {}, {"这个文件读不出来，可能已经损坏", "This file can't be read; it may be damaged"}, nullptr},
    {"file-encrypted", Severity::error,
     {"文件有密码", "The file is protected by a password"},
     {"加密的文件没有密码读不出来。", "An encrypted file can't be read without its password."},
     {"去掉密码后另存一份；或者打开后全选复制，粘贴到这里。", "Save a copy without the password, or open it, copy all and paste it here."},
     {}, {"这个文件设了密码，读不出来", "This file is encrypted and can't be read"}, nullptr},
    {"pdf-scanned", Severity::error,
     {"PDF 里是图片，没有文字", "The PDF holds pictures, no text"},
     {"扫描件或图片里的字，本工具读不出来。公布的报告也应当是可以检索和复制的文本。", "Text in scanned pictures can't be read here, nor searched or copied by the public."},
     {"使用报告的 Word 文件，或者由文档直接导出的 PDF。", "Use the Word file, or a PDF exported from it."},
     {}, {"这个 PDF 里只有图片，没有可以读取的文字", "This PDF holds pictures only, no text that can be read"}, nullptr},
    {"format-unsupported", Severity::error,
     {"不支持这种文件", "Files of this kind are not supported"},
     {"可以打开网页（HTML）、纯文本、Word、WPS、Excel、PDF 和 OFD 文件。图片不能核对；压缩包要先解压。", "Web pages, text, Word, WPS, Excel, PDF and OFD files can be opened. Pictures can't; an archive has to be unpacked first."},
     {"用原来的软件打开，全选复制，粘贴到这里；或者另存为 Word 或网页。", "Open it in its own program, copy all and paste it here, or save it as Word or HTML."},
     {}, {"不支持这种文件", "Files of this kind are not supported"}, nullptr},
    {"input-too-large", Severity::error,
     {"内容太大，只读了一部分", "The input is too large; only a part was read"},
     {"一份年度报告通常不到 1 MB。过大的内容可能混进了别的东西，没有读到的部分没有核对。", "A report is rarely larger than 1 MB. What was not read was not checked."},
     {"只粘贴报告本身，或者去掉文件中的大图片再试。", "Paste the report alone, or remove large pictures from the file."},
     {}, {"内容太大，没有全部读取，后面的部分没有核对", "The input is too large; its rest was not read and not checked"}, check_too_large},
    {"part-unread", Severity::warning,
     {"文件里有一部分没有读到", "A part of the file was not read"},
     {"Word 文档里嵌着另一份文件，打开时才并入正文；这一部分没有核对。", "The Word document refers to another file that Word merges in when it opens; that part was not checked."},
     {"用 Word 或 WPS 打开后另存一份再试；或者全选复制，粘贴到这里。", "Open it in Word or WPS, save a copy and retry; or copy all and paste it here."},
     {}, {"文件里嵌着另一份文件，这一部分没有核对", "The file holds a part of another file, which was not checked"}, nullptr},
    {"text-cut", Severity::warning,
     {"文件末尾不完整", "The end of the file is cut off"},
     {"文件在一个字的中间断开，多半没有下载或复制完整。", "The file ends within a character: the download or copy was not complete."},
     {"重新下载或复制一遍。", "Download or copy it again."},
     {}, {"文件在末尾断开了，可能不完整", "The file breaks off at its end and may be incomplete"}, nullptr},
    {"text-garbled", Severity::warning,
     {"文字有乱码", "Some of the text is garbled"},
     {"文件在转换编码时损坏过，乱码处的原文已经无法恢复，读出来的内容可能有缺漏。", "The file was damaged in a conversion; what stood there can't be recovered."},
     {"改用原始文件，不要用转存过的副本。", "Use the original file, not a converted copy."},
     {}, {"文字里有乱码，这些地方的原文已经丢失", "Some characters were lost in a conversion"}, check_garbled},
};

}  // namespace

std::span<const Rule> document_rules() { return rules; }

}  // namespace nianbao
