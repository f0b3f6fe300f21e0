#include "core/check/body.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "core/text/fold.hpp"

namespace nianbao {
namespace {

using std::string_view;

bool starts_with(string_view text, string_view prefix) { return text.substr(0, prefix.size()) == prefix; }
bool ends_with(string_view text, string_view suffix) {
    return text.size() >= suffix.size() && text.substr(text.size() - suffix.size()) == suffix;
}

template <std::size_t N>
bool ends_with_any(string_view text, const string_view (&suffixes)[N]) {
    return std::any_of(std::begin(suffixes), std::end(suffixes), [&](string_view s) { return ends_with(text, s); });
}

std::vector<char32_t> characters(string_view text) {
    std::vector<char32_t> all;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode_at(text, at);
        all.push_back(c.value);
        at += c.length;
    }
    return all;
}

/// 省 市 县 区 州 旗 盟, not as part of 市场, 市政, 城市, 区域, 社区.
bool ends_a_place(const std::vector<char32_t>& name, std::size_t at) {
    constexpr std::u32string_view levels = U"省市县区州旗盟";
    if (levels.find(name[at]) == std::u32string_view::npos) return false;
    const char32_t before = at > 0 ? name[at - 1] : 0, after = at + 1 < name.size() ? name[at + 1] : 0;
    if (name[at] == U'市') return before != U'城' && after != U'场' && after != U'政';
    if (name[at] == U'区') return before != U'社' && after != U'域';
    return true;
}

/// How many leading bytes name the place: "海盐县" of "海盐县应急管理局".
std::size_t place_length(string_view name) {
    const std::vector<char32_t> all = characters(name);
    std::size_t bytes = 0, place = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        bytes += decode_at(name, bytes).length;
        if (ends_a_place(all, i)) place = bytes;
    }
    return place;
}

struct Body {
    string_view place;
    string_view office;  ///< what follows the place; without 人民政府 and its office
    bool government = false;
};

Body parts_of(string_view name) {
    constexpr string_view government = "政府", people = "人民", offices[] = {"办公厅", "办公室", "办"};
    Body body;
    const std::size_t at = name.find(government);
    if (at == string_view::npos) {
        const std::size_t length = place_length(name);
        body.place = name.substr(0, length);
        body.office = name.substr(length);
        return body;
    }
    body.place = name.substr(0, at);
    if (ends_with(body.place, people)) body.place.remove_suffix(people.size());
    body.office = name.substr(at + government.size());
    body.government = body.office.empty() || std::find(std::begin(offices), std::end(offices), body.office) != std::end(offices);
    if (body.government) body.office = {};
    return body;
}

/// A county, a district, a town.
bool is_small_place(string_view place) {
    constexpr string_view small[] = {"乡", "镇", "县", "旗", "街道", "苏木"};
    constexpr string_view special[] = {"自治区", "新区", "开发区", "行政区", "林区", "特区", "地区", "矿区", "园区", "景区"};
    if (ends_with_any(place, small)) return true;
    if (ends_with(place, "区")) return !ends_with_any(place, special);
    // A city within a prefecture is a county-level city: 某州某市, 某市某市.
    if (!ends_with(place, "市")) return false;
    const string_view upper = place.substr(0, place.size() - string_view("市").size());
    const std::size_t city = upper.find("市"), prefecture = upper.find("自治州");
    return (city != string_view::npos && city > 0) || prefecture != string_view::npos;
}

bool is_subsequence(const std::vector<char32_t>& part, const std::vector<char32_t>& whole) {
    std::size_t at = 0;
    for (const char32_t c : whole)
        if (at < part.size() && part[at] == c) ++at;
    return at == part.size();
}

std::size_t common_length(const std::vector<char32_t>& a, const std::vector<char32_t>& b) {
    std::vector<std::size_t> row(b.size() + 1, 0);
    for (const char32_t c : a) {
        std::size_t diagonal = 0;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t above = row[j];
            row[j] = b[j - 1] == c ? diagonal + 1 : std::max(above, row[j - 1]);
            diagonal = above;
        }
    }
    return row.back();
}

/// A name without the characters that say only what kind of place or office it is.
std::vector<char32_t> stem(string_view name, std::u32string_view generic) {
    std::vector<char32_t> all = characters(name);
    all.erase(std::remove_if(all.begin(), all.end(), [&](char32_t c) { return generic.find(c) != std::u32string_view::npos; }), all.end());
    return all;
}

constexpr std::u32string_view place_words = U"省市县区州旗盟乡镇自治", office_words = U"局委员会厅办公室政府和街道事处";

/// Bytes of the places both names begin with: "临江县" of 临江县东城镇… and 临江县西岗镇….
std::size_t common_place(string_view a, string_view b) {
    std::size_t common = 0;
    while (common < a.size() && common < b.size() && a[common] == b[common]) ++common;
    const std::size_t place = place_length(a.substr(0, common));
    const auto goes_on = [&](string_view name) {  // 杭州 of 杭州市 is half a place
        constexpr string_view levels[] = {"省", "市", "县", "区"};
        return std::any_of(std::begin(levels), std::end(levels), [&](string_view level) { return starts_with(name.substr(place), level); });
    };
    return goes_on(a) || goes_on(b) ? 0 : place;
}

bool one_within_other(const std::vector<char32_t>& a, const std::vector<char32_t>& b) { return is_subsequence(a, b) || is_subsequence(b, a); }

}  // namespace

bool lacks_rule_power(string_view organization) {
    const std::string folded = fold(organization);
    const string_view name = folded;
    constexpr string_view central[] = {"国家", "中国", "中华人民共和国", "国务院"};
    for (const string_view prefix : central)
        if (starts_with(name, prefix)) return false;
    constexpr string_view zone_boards[] = {"管委会", "区管理委员会", "公署", "总局"};
    if (ends_with_any(name, zone_boards)) return false;
    constexpr string_view street[] = {"街道办事处", "街道办", "街道"};
    if (ends_with_any(name, street)) return true;

    const Body body = parts_of(name);
    if (body.government) return is_small_place(body.place);
    if (body.office.empty()) return is_small_place(body.place);
    constexpr string_view towns[] = {"乡", "镇", "苏木"};
    if (ends_with_any(name, towns)) return true;
    constexpr string_view departments[] = {"局", "厅", "委员会", "委", "办公室", "办", "中心", "队", "站", "所", "院"};
    return !body.place.empty() && ends_with_any(body.office, departments);
}

bool bodies_disagree(string_view ours, string_view theirs) {
    const std::string a = fold(ours), b = fold(theirs);
    const auto whole_a = stem(a, U"人民"), whole_b = stem(b, U"人民");
    if (whole_a.empty() || whole_b.empty() || one_within_other(whole_a, whole_b)) return false;

    const Body body_a = parts_of(a), body_b = parts_of(b);
    const auto place_a = stem(body_a.place, place_words), place_b = stem(body_b.place, place_words);
    if (!place_a.empty() && !place_b.empty() && !one_within_other(place_a, place_b)) return true;
    if (body_a.government || body_b.government) return body_a.government != body_b.government;
    const auto office_a = stem(body_a.office, office_words), office_b = stem(body_b.office, office_words);
    const std::size_t shorter = std::min(office_a.size(), office_b.size());
    return shorter > 0 && 2 * common_length(office_a, office_b) < shorter;
}

bool bodies_unrelated(std::string_view ours, std::string_view theirs) {
    if (!bodies_disagree(ours, theirs)) return false;
    const std::string a = fold(ours), b = fold(theirs);
    constexpr string_view pronouns[] = {"我", "本", "全", "各", "该"};
    constexpr string_view endings[] = {"局", "厅", "委员会", "委", "办公室", "办公厅", "政府", "办事处", "乡", "镇"};
    for (const string_view name : {string_view(a), string_view(b)}) {
        if (!ends_with_any(name, endings)) return false;
        for (const string_view pronoun : pronouns)
            if (starts_with(name, pronoun)) return false;
    }
    const auto nothing_shared = [](const std::vector<char32_t>& x, const std::vector<char32_t>& y) {
        return !x.empty() && !y.empty() && common_length(x, y) == 0;
    };
    const std::size_t common = common_place(a, b);
    const Body body_a = parts_of(string_view(a).substr(common)), body_b = parts_of(string_view(b).substr(common));
    return nothing_shared(stem(body_a.place, place_words), stem(body_b.place, place_words)) ||
           nothing_shared(stem(body_a.office, office_words), stem(body_b.office, office_words));
}

}  // namespace nianbao
