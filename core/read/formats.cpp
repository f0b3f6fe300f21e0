#include "core/read/formats.hpp"

#include "core/read/office/office.hpp"
#include "core/read/runs.hpp"

namespace nianbao {

namespace {

template <void (*read_bytes)(std::string_view, Document&)>
void without_options(std::string_view bytes, const Options&, Document& document) {
    read_bytes(bytes, document);
}

// A zip's and an OLE file's readers tell docx, xlsx and ofd, doc and xls apart by what is inside.
constexpr Reader all_readers[] = {
    {Format::pdf, "pdf", is_pdf, without_options<read_pdf>},
    {Format::pdf, "runs", is_runs, without_options<read_runs>},
    {Format::docx, "docx", is_zip, without_options<read_zip>},
    {Format::xlsx, "xlsx", is_zip, without_options<read_zip>},
    {Format::ofd, "ofd", is_zip, without_options<read_zip>},
    {Format::odt, "odt", is_zip, without_options<read_zip>},
    {Format::ods, "ods", is_zip, without_options<read_zip>},
    {Format::doc, "doc", is_ole, without_options<read_ole>},
    {Format::rtf, "rtf", is_rtf, without_options<read_rtf>},
    {Format::wordml, "wordml", is_wordml, without_options<read_wordml>},
    {Format::xls, "excelxml", is_excel_xml, without_options<read_excel_xml>},
    {Format::odt, "odf", is_odf, without_options<read_odf>},
    {Format::unknown, "picture", is_image, without_options<read_unsupported>},
    {Format::unknown, "archive", is_archive, without_options<read_unsupported>},
    {Format::mhtml, "mhtml", is_mhtml, read_mhtml},
    {Format::html, "html", is_html, read_html},
    {Format::text, "text", is_text, read_text},
};

}  // namespace

std::span<const Reader> readers() { return all_readers; }

}  // namespace nianbao
