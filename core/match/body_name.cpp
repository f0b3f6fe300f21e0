#include "core/match/body_name.hpp"

#include <algorithm>

#include "core/match/dates.hpp"
#include "core/text/ascii.hpp"
#include "core/text/contains.hpp"
#include "core/text/fold.hpp"

namespace nianbao {

namespace {

std::string without_space(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode_at(text, at);
        if (!is_space(c.value)) out.append(text.substr(at, c.length));
        at += c.length;
    }
    return out;
}

/// Where a folded title comes to what it is about: 政府信息公开, 信息公开. In 县人民政府信息公开 the government is the body's.
std::size_t subject_in(std::string_view folded) {
    constexpr std::string_view people = "人民", government = "政府";
    std::size_t about = std::string_view::npos;
    for (const std::string_view words : {"政府信息公开", "政务信息公开", "信息公开"}) about = std::min(about, folded.find(words));
    if (about == std::string_view::npos || about < people.size()) return about;
    const bool of_the_people = folded.substr(about - people.size(), people.size()) == people && folded.substr(about).starts_with(government);
    return of_the_people ? about + government.size() : about;
}

/// The text before what it is about, as written; `otherwise` where it does not say that.
std::string_view before_subject(std::string_view text, std::string_view otherwise = {}) {
    const Folded folded = fold_with_origin(text);
    const std::size_t about = subject_in(folded.text);
    return about == std::string_view::npos ? otherwise : text.substr(0, folded.origin[about]);
}

}  // namespace

std::string tidy_name(std::string_view name) {
    std::string tidy = without_space(name);
    for (const std::string_view label : {"】", "：", ":"})
        if (const std::size_t at = tidy.rfind(label); at != std::string::npos) tidy.erase(0, at + label.size());
    for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"（", "）"}, {"(", ")"}, {"[", "]"}, {"［", "］"}}) {  // （图解）某某局
        const std::size_t end = tidy.starts_with(open) ? tidy.find(close) : std::string::npos;
        if (end != std::string::npos && end + close.size() < tidy.size()) tidy.erase(0, end + close.size());
    }
    for (const std::string_view prefix : {"#", "?", "？", "标题", "信息名称", "了", "关于", "《", "（", "现公布", "现将", "公布"})
        while (tidy.starts_with(prefix)) tidy.erase(0, prefix.size());
    for (const std::string_view remark : {"（以下", "(以下", "（下称", "(下称", "（简称", "(简称"})
        if (const std::size_t at = tidy.find(remark); at != std::string::npos) tidy.resize(at);
    for (const std::string_view suffix : {"公布", "发布", "公开", "印发", "报送", "关于"})
        if (tidy.ends_with(suffix) && contains(tidy, "关于")) tidy.erase(tidy.size() - suffix.size());
    return tidy;
}

std::string name_alone(std::string name) {
    for (const std::string_view verb : {"根据", "按照", "依据", "结合", "汇总"})
        if (const std::size_t at = name.find(verb); at != std::string::npos) name.resize(at);
    for (const std::string_view pronoun : {"我", "本", "全"})
        if (name.starts_with(pronoun)) return {};
    for (const std::string_view word : {"为", "是", "和", "及", "对", "至", "到", "自", "了"})
        if (name.ends_with(word)) return {};
    return contains(name, "关于") ? std::string{} : name;
}

bool ends_as_office(std::string_view name) {
    const std::string folded = fold(name);
    const auto ends = [&](std::string_view end) { return folded.ends_with(end); };
    constexpr std::string_view all[] = {"局", "厅", "委", "会", "办公室", "政府", "办事处", "街道", "镇", "乡", "中心", "院", "队", "苏木", "署"};
    return std::any_of(std::begin(all), std::end(all), ends);
}

std::optional<int> year_in_title(std::string_view title, Span* place) {
    if (const auto year = find_year(title, place)) return year;
    constexpr std::size_t digits = 4;
    for (std::size_t at = title.find("20"); at != std::string_view::npos; at = title.find("20", at + 1)) {
        if ((at > 0 && is_digit(title[at - 1])) || at + digits > title.size()) continue;
        const std::string_view number = title.substr(at, digits), rest = trim(title.substr(at + digits));
        if (!std::all_of(number.begin(), number.end(), is_digit) || (!rest.starts_with("政府信息公开") && !rest.starts_with("信息公开"))) continue;
        if (place) *place = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + digits)};
        return (number[2] - '0') * 10 + (number[3] - '0') + 2000;
    }
    return std::nullopt;
}

std::string organization_in(std::string_view title) {
    constexpr std::size_t shortest = 6;
    Span year;
    if (!year_in_title(title, &year)) return tidy_name(before_subject(title));
    const std::string_view before_year = title.substr(0, year.begin);
    const std::string before = tidy_name(before_subject(before_year, before_year));
    if (before.size() >= shortest) return before;
    std::string_view rest = title.substr(year.end);
    if (rest.starts_with("度")) rest.remove_prefix(std::string_view("度").size());
    return tidy_name(before_subject(rest));
}

}  // namespace nianbao
