#include "core/match/introduction.hpp"

#include <algorithm>
#include <string>

#include "core/match/body_name.hpp"
#include "core/match/dates.hpp"
#include "core/text/ascii.hpp"
#include "core/text/contains.hpp"
#include "core/text/fold.hpp"

namespace nianbao {

namespace {

constexpr std::size_t longest_intro = 4000;  ///< bytes of an opening paragraph
constexpr std::size_t longest_name = 120;    ///< bytes

std::string_view opening_text(const Document& document, Span paragraph) { return slice(document.text, paragraph).substr(0, longest_intro); }

/// What stands before the name in an opening; after the first three the name is certainly the reporting body's.
constexpr std::string_view marks_before_name[] = {"公布", "发布", "将", "，", "。", "、", "；", ",", ";", "公开", "《", "》", "的",
                                                  "编制", "編制", "编写", "制定", "制作", "撰写", "形成", "向社会", "全文包括"};
constexpr std::size_t certain_marks = 3;

/// Where the name that ends `before` begins, and the mark before it (the number of marks where there is none).
std::pair<std::size_t, std::size_t> name_in(std::string_view before) {
    std::size_t name = 0, last_mark = std::size(marks_before_name);
    for (std::size_t i = 0; i < std::size(marks_before_name); ++i) {
        const std::size_t last = before.rfind(marks_before_name[i]);
        if (last == std::string_view::npos || last + marks_before_name[i].size() < name) continue;
        name = last + marks_before_name[i].size();
        last_mark = i;
    }
    return {name, last_mark};
}

/// "现公布某某局2021年度政府信息公开工作报告": whose report it is, and on which year, where no title says so.
void take_introduction(const Document& document, Report& report, Span paragraph) {
    const std::string_view text = opening_text(document, paragraph);
    const Folded folded = fold_with_origin(text);
    for (const std::string_view about : {"年度政府信息公开", "年政府信息公开", "年度信息公开", "年信息公开"})
        for (std::size_t at = folded.text.find(about); at != std::string::npos; at = folded.text.find(about, at + about.size())) {
            if (at < 4) continue;
            const std::uint32_t end = folded.origin[at] + 3;
            const std::uint32_t begin = folded.origin[at - 4];
            const auto year = find_year(text.substr(begin, end - begin));
            if (!year) continue;
            const std::string_view before = text.substr(0, begin);
            const auto [name, mark] = name_in(before);
            if (contains_any(before.substr(name), {"关于", "關于", "關於", "做好"})) continue;  // a notice about such reports
            if (!report.year) report.year = year;
            const std::string organization = name_alone(tidy_name(before.substr(name)));
            if (mark < certain_marks && !organization.empty())
                report.introduction = {organization, {paragraph.begin + static_cast<std::uint32_t>(name), paragraph.begin + begin}};
            if (report.organization.empty()) report.organization = organization;
            return;
        }
}

/// Some put the introduction behind the first heading.
std::vector<Span> first_paragraphs(const std::vector<Paragraph>& paragraphs, const Section& section) {
    constexpr std::size_t most = 2;
    std::vector<Span> first;
    for (const Paragraph& paragraph : paragraphs)
        if (paragraph.span.begin >= section.content.begin && paragraph.span.end <= section.content.end && first.size() < most) first.push_back(paragraph.span);
    return first;
}

/// Words that stand around a name, and whether it must be spoken of elsewhere, too.
struct Frame {
    std::string_view before;
    std::initializer_list<std::string_view> after;
    bool title = false;  ///< what stands between is worded as a report's title
    bool doubtful = false;
};

/// An office's own name, of its secretariat's: 某某局办公室, 某某镇党政办公室, 某某局政务公开领导小组办公室.
std::string without_secretariat(std::string name) {
    for (const std::string_view matter : {"政府信息公开", "政务公开", "信息公开"})
        if (const std::size_t at = name.find(matter); at != std::string::npos) name.resize(at);
    for (const std::string_view room : {"党政综合办公室", "党政办公室", "党政办", "综合办公室", "办公室"}) {
        if (!name.ends_with(room)) continue;
        const std::string owner = name.substr(0, name.size() - room.size());
        const bool body_of_its_own = room == "办公室" && owner.ends_with("政府");  // 某县人民政府办公室
        if (ends_as_office(owner) && !body_of_its_own) return owner;
    }
    return name;
}

/// The first name that stands in the frame, and the year of its title; empty where there is none.
struct Framed {
    std::string name;
    std::optional<int> year;
};

Framed framed_name(std::string_view text, const Frame& frame) {
    for (std::size_t at = find_word(text, frame.before); at != std::string_view::npos; at = find_word(text, frame.before, at + frame.before.size())) {
        const std::string_view rest = text.substr(at + frame.before.size(), 2 * longest_name);
        std::size_t end = std::string_view::npos;
        for (const std::string_view word : frame.after) end = std::min(end, find_word(rest, word));
        if (end == std::string_view::npos) continue;
        const std::string_view between = rest.substr(0, end);
        const std::string name = name_alone(frame.title ? organization_in(between) : without_secretariat(tidy_name(between)));
        const bool one_phrase = !contains_any(name, {"，", "。", "；", "、", ",", ";", "）", ")", "》", "工作", "通知"});
        if (one_phrase && name.size() > 6 && name.size() <= longest_name && ends_as_office(name)) return {name, frame.title ? find_year(between) : std::nullopt};
    }
    return {};
}

bool spoken_of(const Document& document, const Report& report, std::string_view name) {
    return !report.sections.empty() && contains(slice(document.text, report.sections.front().content), name);
}

/// "公布2021年某某局政府信息公开工作年度报告", "由某某局编制", "请与某某局办公室联系".
void take_framed(const Document& document, const std::vector<Span>& opening, Report& report) {
    static const Frame frames[] = {{"公布", {"报告"}, true},
                                   {"发布", {"报告"}, true},
                                   {"编制", {"报告"}, true},
                                   {"编制形成", {"报告"}, true},
                                   {"现将", {"报告", "情况"}, true},
                                   {"由", {"编制", "编写", "制作", "根据", "按照", "依据", "（", "("}},
                                   {"全文包括", {"信息公开总体情况"}},
                                   {"结合", {"政府信息公开", "信息公开", "（", "("}},
                                   {"请与", {"联系", "（", "("}, false, true}};
    int searches = 8;  // of section one; an opening has one line that says whom to ask
    for (const Frame& frame : frames)
        for (const Span paragraph : opening) {
            const Framed framed = framed_name(opening_text(document, paragraph), frame);
            if (framed.name.empty() || (frame.doubtful && (searches-- <= 0 || !spoken_of(document, report, framed.name)))) continue;
            report.organization = framed.name;
            if (!report.year) report.year = framed.year;
            return;
        }
}

/// The years that sentences of a text begin with ("2024年，", "2024年度我局") into `years`.
void collect_leading_years(std::string_view text, std::vector<int>& years) {
    constexpr std::size_t sentence_head = 60;  // bytes
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view head = text.substr(at, sentence_head);
        Span place;
        const auto year = find_year(head, &place);
        const std::string_view after = year ? head.substr(place.end) : std::string_view{};
        const auto goes_on = [&](std::string_view word) { return after.starts_with(word); };
        constexpr std::string_view dated[] = {"以来", "底", "末", "初", "起", "前", "后", "之", "至", "到", "机构改革", "成立"};
        const bool whole_year = !after.empty() && !is_digit(after.front()) && std::none_of(std::begin(dated), std::end(dated), goes_on);
        if (whole_year && trim(head.substr(0, place.begin)).empty()) years.push_back(*year);
        const std::size_t stop = text.find("。", at);
        at = stop == std::string_view::npos ? text.size() : stop + std::string_view("。").size();
    }
}

}  // namespace

void introduce(const Document& document, const std::vector<Paragraph>& paragraphs, const std::vector<Span>& opening, Report& report) {
    if (!report.sections.empty() || !report.year || report.organization.empty())
        for (auto paragraph = opening.rbegin(); paragraph != opening.rend(); ++paragraph) take_introduction(document, report, *paragraph);
    if (report.organization.empty()) take_framed(document, opening, report);
    if (report.organization.empty() && !report.sections.empty()) take_framed(document, first_paragraphs(paragraphs, report.sections.front()), report);
    if (!report.year && !report.sections.empty())
        for (const Span paragraph : first_paragraphs(paragraphs, report.sections.front())) take_introduction(document, report, paragraph);
}

std::optional<int> year_of_account(const Document& document, const std::vector<Paragraph>& paragraphs, const std::vector<Span>& opening, const Report& report) {
    const Section* section = report.section(1);
    if (!section) return std::nullopt;
    std::vector<int> years;
    if (!opening.empty()) collect_leading_years(opening_text(document, opening.back()), years);
    for (const Paragraph& paragraph : paragraphs) {
        if (paragraph.span.begin < section->content.begin || paragraph.span.end > section->content.end) continue;
        collect_leading_years(opening_text(document, paragraph.span), years);
        if (years.empty()) return std::nullopt;
    }
    const bool agree = !years.empty() && std::all_of(years.begin(), years.end(), [&](int year) { return year == years.front(); });
    return agree ? std::optional<int>(years.front()) : std::nullopt;
}

}  // namespace nianbao
