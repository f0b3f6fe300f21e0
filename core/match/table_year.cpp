#include "core/match/table_year.hpp"

#include <algorithm>
#include <string_view>

#include "core/match/dates.hpp"

namespace nianbao {

namespace {

constexpr std::size_t farthest = 60;          ///< slots before a table's first label: its head and its caption
constexpr std::uint32_t longest_caption = 240;  ///< bytes

/// The only year a text names.
std::optional<int> only_year(std::string_view text) {
    std::optional<int> only;
    while (!text.empty()) {
        Span place;
        const std::optional<int> year = find_year(text, &place);
        if (!year) break;
        if (only && *only != *year) return std::nullopt;
        only = year;
        text.remove_prefix(std::min<std::size_t>(text.size(), std::max<std::uint32_t>(place.end, 1)));
    }
    return only;
}

/// "上年度", "去年": last year, in the words of a caption. "上一年项目数量" and "上年结转…" are labels of the form.
bool says_last_year(std::string_view folded) {
    constexpr std::string_view words[] = {"上年度", "上一年度", "去年", "上年数据", "上年情况", "上年同期"};
    return std::any_of(std::begin(words), std::end(words), [&](std::string_view word) { return folded.find(word) != std::string_view::npos; });
}

bool says_this_year(std::string_view folded) {
    constexpr std::string_view words[] = {"本年度数据", "本年度情况", "今年", "本年数据", "本年情况"};
    return std::any_of(std::begin(words), std::end(words), [&](std::string_view word) { return folded.find(word) != std::string_view::npos; });
}

}  // namespace

std::optional<int> year_before(const Document& document, const Slots& slots, std::size_t first, const std::vector<bool>& walls, int report_year) {
    for (std::size_t s = first; s-- > 0 && first - s < farthest;) {
        const Slot& slot = slots.list[s];
        if (slot.kind == Slot::Kind::number) break;
        if (slot.span.size() <= longest_caption && (slot.is_text() || slot.kind == Slot::Kind::odd)) {
            const std::string_view folded = slots.fold_of(s);
            if (const std::optional<int> year = only_year(slice(document.text, slot.span))) return year;
            if (says_last_year(folded)) return report_year - 1;
            if (says_this_year(folded)) return report_year;
        }
        if (walls[s]) break;
    }
    return std::nullopt;
}

std::optional<std::size_t> table_of_year(const std::vector<std::optional<int>>& years, int report_year) {
    const auto is_own = [&](const std::optional<int>& year) { return year && *year == report_year; };
    const auto find_only = [&](auto test) -> std::optional<std::size_t> {
        if (std::count_if(years.begin(), years.end(), test) != 1) return std::nullopt;
        return static_cast<std::size_t>(std::find_if(years.begin(), years.end(), test) - years.begin());
    };
    if (std::any_of(years.begin(), years.end(), is_own)) return find_only(is_own);
    return find_only([](const std::optional<int>& year) { return !year; });
}

}  // namespace nianbao
