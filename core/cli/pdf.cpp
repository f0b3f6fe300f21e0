#include "core/cli/pdf.hpp"

#ifdef NIANBAO_POPPLER

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-image.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include "core/cli/rulings.hpp"
#include "core/read/office/office.hpp"
#include "core/read/run/measure.hpp"
#include "core/read/runs.hpp"

namespace nianbao {

namespace {

std::string utf8(const poppler::ustring& text) {
    const poppler::byte_array bytes = text.to_utf8();
    return {bytes.begin(), bytes.end()};
}

std::vector<Ruling> rulings_of(const poppler::page& source) {
    constexpr double dots_per_inch = 144;
    constexpr double largest = 3000;  // points; larger pages are posters, not reports
    if (source.page_rect().width() > largest || source.page_rect().height() > largest) return {};
    poppler::page_renderer renderer;
    renderer.set_image_format(poppler::image::format_gray8);
    const poppler::image picture = renderer.render_page(&source, dots_per_inch, dots_per_inch);
    if (!picture.is_valid() || picture.format() != poppler::image::format_gray8) return {};
    GreyPicture grey;
    grey.data = reinterpret_cast<const std::uint8_t*>(picture.const_data());
    grey.width = static_cast<std::size_t>(picture.width());
    grey.height = static_cast<std::size_t>(picture.height());
    grey.bytes_per_row = static_cast<std::size_t>(picture.bytes_per_row());
    grey.points_per_pixel = 72 / dots_per_inch;
    return find_rulings(grey);
}

/// Written level, and within the basic plane: each character has a box of its own.
bool is_level(const poppler::text_box& box, const poppler::ustring& text) {
    return box.bbox().width() >= box.bbox().height() && std::none_of(text.begin(), text.end(), [](unsigned unit) { return unit >= 0xD800 && unit < 0xE000; });
}

/// Of every digit, how narrow it comes on the page, by the height of its box: in many fonts 1 is narrower than 0.
using DigitWidths = std::array<double, 10>;

DigitWidths digit_widths(const std::vector<poppler::text_box>& boxes) {
    DigitWidths narrowest;
    narrowest.fill(1e9);
    for (const poppler::text_box& box : boxes) {
        const poppler::ustring text = box.text();
        if (!is_level(box, text)) continue;
        for (std::size_t at = 0; at + 1 < text.size(); ++at)
            if (width_class(text[at]) == WidthClass::figure) {
                double& width = narrowest[text[at] - u'0'];
                width = std::min(width, box.char_bbox(at).width() / box.bbox().height());
            }
    }
    return narrowest;
}

/// A box as runs: cut where two of its characters stand apart a little more than the others, which poppler does not take for a space and adds to the
/// width of the character before. Cells of a narrow table stand so. A digit that is always so wide is no gap.
void add_runs(const poppler::text_box& box, const DigitWidths& narrowest, RunPage& page) {
    constexpr double apart = 0.04, space = 0.3, wide_digit = 0.15;  // font sizes
    const poppler::ustring text = box.text();
    const poppler::rectf whole = box.bbox();
    const auto add = [&](std::size_t begin, std::size_t end, double left, double right) {
        poppler::ustring part;
        part.assign(text, begin, end - begin);
        if (page.runs.size() <= max_runs) page.runs.push_back({left, whole.y(), right - left, whole.height(), utf8(part)});
    };
    const bool level = is_level(box, text);
    const auto class_at = [&](std::size_t at) { return static_cast<std::size_t>(width_class(text[at])); };
    std::vector<double> widths[3];
    for (std::size_t at = 0; level && at + 1 < text.size(); ++at) widths[class_at(at)].push_back(box.char_bbox(at).width());
    double usual[3] = {};
    for (std::size_t kind = 1; kind < 3; ++kind) usual[kind] = median(std::move(widths[kind]));
    std::size_t begin = 0;
    double left = whole.left();
    for (std::size_t at = 0; level && at + 1 < text.size(); ++at) {
        const poppler::rectf character = box.char_bbox(at);
        const std::size_t kind = class_at(at);
        const bool figure = width_class(text[at]) == WidthClass::figure;
        const double own = usual[kind], em = figure ? 2 * own : own, gap = character.width() - own;
        if (kind == 0 || gap < apart * em || gap > space * em) continue;
        if (figure && gap < wide_digit * em && character.width() - narrowest[text[at] - u'0'] * whole.height() < apart * em) continue;
        add(begin, at + 1, left, character.left() + own);
        begin = at + 1;
        left = character.right();
    }
    add(begin, text.size(), left, whole.right());
}

RunPage page_of(const poppler::page& source) {
    RunPage page;
    const poppler::rectf area = source.page_rect();
    const bool sideways = source.orientation() == poppler::page::landscape || source.orientation() == poppler::page::seascape;
    page.width = sideways ? area.height() : area.width();
    page.height = sideways ? area.width() : area.height();
    const std::vector<poppler::text_box> boxes = source.text_list();
    const DigitWidths narrowest = digit_widths(boxes);
    for (const poppler::text_box& box : boxes) add_runs(box, narrowest, page);
    if (!page.runs.empty()) page.rulings = rulings_of(source);
    return page;
}

RunPages pages_of(const std::string& bytes) {
    RunPages result;
    poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
    const std::unique_ptr<poppler::document> document(poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
    if (!document) {
        result.problem = "file-unreadable";
    } else if (document->is_locked()) {
        result.problem = "file-encrypted";
    } else if (document->pages() < 1) {
        result.problem = "file-unreadable";
    } else if (static_cast<std::size_t>(document->pages()) > max_run_pages) {
        result.problem = "input-too-large";
    }
    for (int i = 0; result.problem.empty() && i < document->pages(); ++i) {
        const std::unique_ptr<poppler::page> page(document->create_page(i));
        result.pages.push_back(page ? page_of(*page) : RunPage{});
    }
    return result;
}

}  // namespace

std::optional<std::string> pdf_to_runs(const std::string& bytes) {
    constexpr std::size_t max_pdf = 200u << 20;
    if (is_runs(bytes) || !is_pdf(bytes)) return std::nullopt;
    RunPages pages;
    if (bytes.size() > max_pdf)
        pages.problem = "input-too-large";
    else
        pages = pages_of(bytes);
    return write_runs(pages);
}

}  // namespace nianbao

#else

namespace nianbao {

std::optional<std::string> pdf_to_runs(const std::string&) { return std::nullopt; }

}  // namespace nianbao

#endif
