// The XML inside docx, xlsx and ofd files: the input is put into an archive of that kind, so that mutations meet the
// reader and not the checksum. The first byte chooses the kind.
#include <string>
#include <utility>
#include <vector>

#include "tests/fuzz/support/properties.hpp"
#include "tests/fuzz/support/stored_zip.hpp"

using namespace nianbao;

namespace {

using Parts = std::vector<std::pair<std::string, std::string>>;

Parts docx(std::string_view xml) {
    return {{"[Content_Types].xml",
             R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>)"},
            {"_rels/.rels",
             R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>)"},
            {"word/document.xml", std::string(xml)}};
}

Parts xlsx(std::string_view xml) {
    return {{"[Content_Types].xml", R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>)"},
            {"xl/workbook.xml",
             R"(<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>)"},
            {"xl/_rels/workbook.xml.rels",
             R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>)"},
            {"xl/worksheets/sheet1.xml", std::string(xml)}};
}

Parts ofd(std::string_view xml) {
    return {{"OFD.xml",
             R"(<ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016" DocType="OFD" Version="1.0"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>)"},
            {"Doc_0/Document.xml",
             R"(<ofd:Document xmlns:ofd="http://www.ofdspec.org/2016"><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages></ofd:Document>)"},
            {"Doc_0/Pages/Page_0/Content.xml", std::string(xml)}};
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view xml = fuzz::view(data + 1, size - 1);
    const Parts parts = data[0] % 3 == 0 ? docx(xml) : data[0] % 3 == 1 ? xlsx(xml) : ofd(xml);
    fuzz::require_sound_read(fuzz::stored_zip(parts), {});
    return 0;
}
