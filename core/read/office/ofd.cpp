// OFD (GB/T 33190-2016): fixed pages in XML. The text objects of every page, at their places, go to the reader that
// PDF uses too. Lengths are millimetres, y grows downwards.
#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <utility>
#include <vector>

#include "core/read/office/office.hpp"
#include "core/read/office/package.hpp"
#include "core/read/runs.hpp"
#include "core/text/fold.hpp"

namespace nianbao {

namespace {

constexpr double point = 72.0 / 25.4;

/// x' = a·x + c·y + e, y' = b·x + d·y + f.
struct Matrix {
    double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;

    std::pair<double, double> operator()(double x, double y) const { return {a * x + c * y + e, b * x + d * y + f}; }
};

struct Box {
    double x = 0, y = 0, width = 0, height = 0;
};

Box box_of(std::string_view text) {
    Box box;
    for (double* number : {&box.x, &box.y, &box.width, &box.height})
        if (!take_number(text, *number)) return {};
    return box;
}

Matrix matrix_of(std::string_view text) {
    Matrix m;
    if (text.empty()) return m;
    for (double* number : {&m.a, &m.b, &m.c, &m.d, &m.e, &m.f})
        if (!take_number(text, *number)) return {};
    return m;
}

/// "5 5 g 3 2.5": g N V stands for V, N times. At most `most`: there are no more characters to step over.
std::vector<double> deltas_of(std::string_view text, std::size_t most) {
    std::vector<double> deltas;
    double number = 0;
    while (!text.empty() && deltas.size() < most) {
        if (text.front() == 'g' || text.front() == 'G') {
            text.remove_prefix(1);
            double count = 0;
            if (!take_number(text, count) || !take_number(text, number)) break;
            for (int i = 0; i < count && deltas.size() < most; ++i) deltas.push_back(number);
        } else if (take_number(text, number)) {
            deltas.push_back(number);
        } else {
            text.remove_prefix(1);
        }
    }
    return deltas;
}

/// The width of a character in units of the font size where no delta tells.
double advance_of(char32_t c) { return c < 0x2000 ? 0.5 : 1.0; }

class PageReader {
public:
    explicit PageReader(RunPage& page, const Box& area) : page_(page), area_(area) {}

    void objects(pugi::xml_node node, int depth) {
        for (const pugi::xml_node inner : node.children()) {
            const std::string_view name = local_name(inner);
            if (attribute(inner, "Visible") == "false") continue;
            if (name == "TextObject") text_object(inner);
            else if (name == "PathObject") path_object(inner);
            else if (depth < 32) objects(inner, depth + 1);
        }
    }

private:
    void text_object(pugi::xml_node node);
    void text_code(pugi::xml_node code, double& x, double& y, const Box& boundary, const Matrix& matrix, double size);
    void add(std::string text, double x, double y, double end_x, double end_y, const Box& boundary, const Matrix& matrix, double size);
    void path_object(pugi::xml_node node);

    RunPage& page_;
    Box area_;
};

void PageReader::text_object(pugi::xml_node node) {
    const Box boundary = box_of(attribute(node, "Boundary"));
    const Matrix matrix = matrix_of(attribute(node, "CTM"));
    std::string_view size_text = attribute(node, "Size");
    double size = 3.5, x = 0, y = 0;
    take_number(size_text, size);
    for (const pugi::xml_node code : node.children())
        if (local_name(code) == "TextCode") text_code(code, x, y, boundary, matrix, size);
}

// Characters further apart than half a character beyond their width are pieces of their own: figures of several columns
// are often one object.
void PageReader::text_code(pugi::xml_node code, double& x, double& y, const Box& boundary, const Matrix& matrix, double size) {
    std::string_view start_x = attribute(code, "X"), start_y = attribute(code, "Y");
    take_number(start_x, x);
    take_number(start_y, y);
    const std::string whole = inner_text(code);
    const std::vector<double> across = deltas_of(attribute(code, "DeltaX"), whole.size()), down = deltas_of(attribute(code, "DeltaY"), whole.size());
    const std::string_view text = trim(whole).empty() ? std::string_view{} : std::string_view(whole);
    std::string piece;
    double at_x = x, at_y = y, piece_x = x, piece_y = y;
    std::size_t index = 0;
    for (std::size_t at = 0; at < text.size(); ++index) {
        const CodePoint c = decode_at(text, at);
        const double own = advance_of(c.value) * size;
        piece += text.substr(at, c.length);
        at += c.length;
        const double step_x = index < across.size() ? across[index] : down.empty() ? own : 0;
        const double step_y = index < down.size() ? down[index] : 0;
        const bool apart = std::fabs(step_x) > own + size * 0.5 || step_x < -size || std::fabs(step_y) > size * 0.5;
        if (apart || at >= text.size()) {
            add(std::exchange(piece, {}), piece_x, piece_y, at_x + own, at_y, boundary, matrix, size);
            piece_x = at_x + step_x;
            piece_y = at_y + step_y;
        }
        at_x += step_x;
        at_y += step_y;
    }
}

void PageReader::add(std::string text, double x, double y, double end_x, double end_y, const Box& boundary, const Matrix& matrix, double size) {
    if (trim(text).empty() || page_.runs.size() >= max_runs) return;
    double left = 1e9, top = 1e9, right = -1e9, bottom = -1e9;
    for (const auto& [corner_x, corner_y] : {std::pair(x, y - 0.88 * size), std::pair(end_x, end_y - 0.88 * size), std::pair(x, y + 0.12 * size), std::pair(end_x, end_y + 0.12 * size)}) {
        const auto [px, py] = matrix(corner_x, corner_y);
        left = std::min(left, px), right = std::max(right, px);
        top = std::min(top, py), bottom = std::max(bottom, py);
    }
    Run run;
    run.x = (left + boundary.x - area_.x) * point;
    run.y = (top + boundary.y - area_.y) * point;
    run.width = (right - left) * point;
    run.height = (bottom - top) * point;
    run.text = std::move(text);
    page_.runs.push_back(std::move(run));
}

/// Straight lines of a path ("M 0 0 L 10 0"); curves are passed over.
void PageReader::path_object(pugi::xml_node node) {
    const Box boundary = box_of(attribute(node, "Boundary"));
    const Matrix matrix = matrix_of(attribute(node, "CTM"));
    const std::string data = inner_text(child(node, "AbbreviatedData"));
    std::string_view text = data;
    std::pair<double, double> start{}, last{};
    const auto place = [&](double x, double y) {
        const auto [px, py] = matrix(x, y);
        return std::pair((px + boundary.x - area_.x) * point, (py + boundary.y - area_.y) * point);
    };
    const auto draw = [&](std::pair<double, double> to) {
        if (page_.rulings.size() < max_runs) page_.rulings.push_back({last.first, last.second, to.first, to.second});
        last = to;
    };
    while (!text.empty()) {
        const char command = text.front();
        text.remove_prefix(1);
        double x = 0, y = 0;
        if (command == 'M' || command == 'S' || command == 'L') {
            if (!take_number(text, x) || !take_number(text, y)) return;
            if (command == 'L') draw(place(x, y));
            else start = last = place(x, y);
        } else if (command == 'C') {
            draw(start);
        } else if (command == 'Q' || command == 'B' || command == 'A') {
            return;
        }
    }
}

std::string join(std::string_view part, std::string_view location) {
    if (!location.empty() && location.front() == '/') return std::string(location.substr(1));
    const std::size_t slash = part.rfind('/');
    return (slash == std::string_view::npos ? std::string{} : std::string(part.substr(0, slash + 1))) + std::string(location);
}

struct Templates {
    std::map<std::string, std::string, std::less<>> parts;
};

Box area_of(pugi::xml_node area, Box otherwise) {
    const std::string physical = inner_text(child(area, "PhysicalBox"));
    const Box box = box_of(physical);
    return box.width > 0 && box.height > 0 ? box : otherwise;
}

bool read_page(Zip& zip, const std::string& part, const Templates& templates, const Box& standard, RunPages& pages, Document& document) {
    pugi::xml_document xml;
    if (!load_part(zip, part, xml, document)) return false;
    const pugi::xml_node root = xml.document_element();
    const Box area = area_of(child(root, "Area"), standard);
    RunPage page;
    page.width = area.width * point;
    page.height = area.height * point;
    PageReader reader(page, area);
    for (const pugi::xml_node use : root.children()) {
        if (local_name(use) != "Template") continue;
        const auto found = templates.parts.find(attribute(use, "TemplateID"));
        pugi::xml_document behind;
        if (found == templates.parts.end() || !load_part(zip, found->second, behind, document)) continue;
        reader.objects(child(behind.document_element(), "Content"), 0);
    }
    reader.objects(child(root, "Content"), 0);
    pages.pages.push_back(std::move(page));
    return true;
}

bool read_body(Zip& zip, const std::string& part, RunPages& pages, Document& document) {
    pugi::xml_document xml;
    if (!load_part(zip, part, xml, document)) return false;
    const pugi::xml_node root = xml.document_element(), common = child(root, "CommonData");
    const Box standard = area_of(child(common, "PageArea"), {0, 0, 210, 297});
    Templates templates;
    for (const pugi::xml_node node : common.children())
        if (local_name(node) == "TemplatePage") templates.parts[std::string(attribute(node, "ID"))] = join(part, attribute(node, "BaseLoc"));
    for (const pugi::xml_node node : child(root, "Pages").children()) {
        if (local_name(node) != "Page") continue;
        if (pages.pages.size() >= max_run_pages) {
            pages.problem = "input-too-large";
            return true;
        }
        if (!read_page(zip, join(part, attribute(node, "BaseLoc")), templates, standard, pages, document)) return false;
    }
    return true;
}

}  // namespace

void read_ofd(Zip& zip, Document& document) {
    document.format = Format::ofd;
    if (zip.has("Encryptions.xml") || zip.has("EncryptInfo.xml")) return observe(document, "file-encrypted");
    pugi::xml_document xml;
    if (!load_part(zip, "OFD.xml", xml, document)) return;
    RunPages pages;
    for (const pugi::xml_node body : xml.document_element().children()) {
        if (local_name(body) != "DocBody") continue;
        const std::string root = inner_text(child(body, "DocRoot"));
        if (!read_body(zip, join("", trim(root)), pages, document)) return;
    }
    if (pages.pages.empty()) return observe(document, "file-unreadable");
    read_run_pages(pages, document);
}

}  // namespace nianbao
