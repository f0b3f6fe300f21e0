#include "core/check/residue.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "core/check/naming.hpp"
#include "core/check/readings.hpp"
#include "core/sort.hpp"
#include "core/text/ascii.hpp"
#include "core/text/contains.hpp"
#include "core/text/fold.hpp"

namespace nianbao {
namespace {

using std::string_view;

bool starts_with(string_view text, string_view prefix) { return text.substr(0, prefix.size()) == prefix; }

// ---- Quoted notices ----

/// "国办公开办函202130号" in folded text: which office, year and number.
struct Citation {
    std::size_t begin = 0, end = 0;
    bool right_office = false;
    bool misspelt = false;  ///< the office's name, one word off
    int year = 0, number = 0;
};

int take_digits(string_view text, std::size_t& at, std::size_t most) {
    int value = 0;
    for (std::size_t count = 0; count < most && at < text.size() && is_digit(text[at]); ++count, ++at) value = value * 10 + (text[at] - '0');
    return value;
}

std::vector<Citation> citations(string_view folded) {
    constexpr string_view root = "国办", office = "国办公开", issuer = "国办公开办函", hao = "号", nian = "年", di = "第";
    constexpr string_view marks[] = {issuer, office, "国办函", "国办发", "国办秘函"};
    std::vector<Citation> found;
    for (std::size_t at = folded.find(root); at != string_view::npos; at = folded.find(root, at + root.size())) {
        const auto* mark = std::find_if(std::begin(marks), std::end(marks), [&](string_view m) { return starts_with(folded.substr(at), m); });
        if (mark == std::end(marks)) continue;
        Citation citation;
        citation.begin = at;
        citation.right_office = *mark == issuer;
        citation.misspelt = *mark == office;
        std::size_t end = at + mark->size();
        for (int wrong = 0; citation.misspelt && wrong < 2 && end < folded.size() && !is_digit(folded[end]); ++wrong) end += decode_at(folded, end).length;
        citation.year = take_digits(folded, end, 4);
        for (const string_view word : {nian, di})
            if (starts_with(folded.substr(end), word)) end += word.size();
        citation.number = take_digits(folded, end, 4);
        if (citation.year < 2000 || citation.number == 0 || !starts_with(folded.substr(end), hao)) continue;
        citation.end = end + hao.size();
        found.push_back(citation);
    }
    return found;
}

bool ends_with(string_view text, string_view suffix) { return text.size() >= suffix.size() && text.substr(text.size() - suffix.size()) == suffix; }

/// Whether the 年度报告格式 is what the citation is given for: "…年度报告格式》的通知》（国办公开办函〔2021〕30号）", or the other way round.
bool cites_the_form(string_view folded, const Citation& citation) {
    constexpr string_view format = "年度报告格式";
    string_view before = folded.substr(0, citation.begin);
    for (const string_view word : {"文件", "要求", "规定", "通知", "的"})
        if (ends_with(before, word)) before.remove_suffix(word.size());
    if (ends_with(before, format)) return true;
    string_view after = folded.substr(citation.end);
    for (const string_view word : {"文件", "关于", "印发", "中华人民共和国", "政府信息公开工作"})
        if (starts_with(after, word)) after.remove_prefix(word.size());
    return starts_with(after, format);
}

// ---- Template residue ----

/// One of X x Ｘ × ✕ ╳ 某-like placeholders at `at`: its length, or 0.
std::size_t placeholder_at(string_view text, std::size_t at) {
    const CodePoint c = decode_at(text, at);
    const bool is = c.value == 'X' || c.value == 'x' || c.value == 0xFF38 || c.value == 0xFF58 || c.value == 0xD7 || c.value == 0x2715 || c.value == 0x2573;
    return is ? c.length : 0;
}

/// By the first byte.
bool may_be_placeholder(char c) { return c == 'X' || c == 'x' || c == '\xEF' || c == '\xC3' || c == '\xE2'; }

bool is_ascii_word(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '/' || c == '.' || c == '_' || c == '-' || c == ':' || c == '%' || c == '&' || c == '='; }

/// What a figure would stand before; not 市, 县, 局, 公司, 某: those follow names made anonymous.
bool counts_after(string_view rest) {
    constexpr string_view units[] = {"年", "月", "日", "件", "条", "次", "项", "期", "份", "篇", "人次", "万", "％", "%", "余件", "余条"};
    constexpr string_view words[] = {"项目", "条例", "日报", "年鉴", "期刊"};
    rest = trim(rest.substr(0, 24));
    for (const string_view word : words)
        if (starts_with(rest, word)) return false;
    return std::any_of(std::begin(units), std::end(units), [&](string_view unit) { return starts_with(rest, unit); });
}

void find_placeholders(string_view text, Span paragraph, bool in_title, std::vector<Span>& out) {
    for (std::size_t at = paragraph.begin; at < paragraph.end;) {
        if (!may_be_placeholder(text[at]) || placeholder_at(text, at) == 0) {
            ++at;
            continue;
        }
        const std::size_t begin = at;
        std::size_t count = 0;
        for (std::size_t length = placeholder_at(text, at); at < paragraph.end && length > 0; length = placeholder_at(text, at), ++count) at += length;
        const char before = begin > 0 ? text[begin - 1] : ' ', after = at < text.size() ? text[at] : ' ';
        if (is_ascii_word(before) || is_ascii_word(after) || is_digit(after)) continue;
        const bool counted = counts_after(text.substr(at));
        const bool dated = count == 1 && counted && (starts_with(trim(text.substr(at, 16)), "年") || starts_with(trim(text.substr(at, 16)), "月"));
        if ((count >= 2 && (counted || in_title)) || (dated && !is_digit(before)))
            out.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)});
    }
}

void find_all(string_view text, Span paragraph, string_view part, std::vector<Span>& out) {
    const string_view here = slice(text, paragraph);
    for (std::size_t at = find_word(here, part); at != string_view::npos; at = find_word(here, part, at + part.size()))
        out.push_back({static_cast<std::uint32_t>(paragraph.begin + at), static_cast<std::uint32_t>(paragraph.begin + at + part.size())});
}

/// "公开信息____条": a blank to write on before a unit.
void find_blanks(string_view text, Span paragraph, std::vector<Span>& out) {
    const string_view here = slice(text, paragraph);
    const auto line_at = [&](std::size_t at) -> std::size_t {
        if (at >= here.size()) return 0;
        return here[at] == '_' ? 1 : starts_with(here.substr(at), "＿") ? string_view("＿").size() : 0;
    };
    for (std::size_t at = here.find_first_of("_\xEF"); at != string_view::npos; at = here.find_first_of("_\xEF", at)) {
        const std::size_t begin = at;
        std::size_t count = 0;
        for (; line_at(at) > 0; ++count) at += line_at(at);
        if (count == 0) ++at;
        const bool after_word = begin > 0 && (is_ascii_word(here[begin - 1]) || is_digit(here[begin - 1]));
        if (count >= 2 && !after_word && counts_after(here.substr(at)))
            out.push_back({static_cast<std::uint32_t>(paragraph.begin + begin), static_cast<std::uint32_t>(paragraph.begin + at)});
    }
}

/// "（此处填写存在问题）", "【填写说明】": brackets that tell the writer what to write.
void find_bracketed_instruction(string_view text, Span paragraph, std::vector<Span>& out) {
    constexpr std::pair<string_view, string_view> brackets[] = {{"（", "）"}, {"(", ")"}, {"【", "】"}, {"[", "]"}};
    const string_view here = slice(text, paragraph);
    if (!contains_any(here, {"填写", "填报", "此处插入"})) return;
    for (const string_view words : {"此处填写", "请填写", "请在此填写", "填写说明：", "填写说明】", "填报说明：", "请根据实际情况填写", "请据实填写", "此处插入"})
        for (const auto& [open, close] : brackets) {
            std::size_t end = 0;  // of the bracket around the words before: it may close around these, too
            for (std::size_t at = find_word(here, words); at != string_view::npos; at = find_word(here, words, at + words.size())) {
                if (at < open.size() || here.substr(at - open.size(), open.size()) != open) continue;
                if (end < at) end = here.find(close, at);
                if (end == string_view::npos) break;
                out.push_back({static_cast<std::uint32_t>(paragraph.begin + at - open.size()), static_cast<std::uint32_t>(paragraph.begin + end + close.size())});
            }
        }
}

/// "该部分以表格形式报告。表格如下：": a paragraph of the form's own that says what to write.
bool is_form_instruction(string_view folded) {
    constexpr string_view begins[] = {"该部分", "本部分", "此部分", "这部分", "这一部分"};
    constexpr std::size_t longest = 90;  // bytes
    return folded.size() <= longest && contains_any(folded, {"表格如下", "表格形式", "文字描述", "文字形式"}) &&
           std::any_of(std::begin(begins), std::end(begins), [&](string_view b) { return folded.substr(0, b.size()) == b; });
}

/// "表格如下" or "文字描述" standing alone, in brackets or in a paragraph of the form's own: an instruction, not a sentence.
void find_instruction(string_view text, Span paragraph, string_view words, std::vector<Span>& out) {
    const string_view here = slice(text, paragraph);
    const std::size_t at = find_word(here, words);
    if (at == string_view::npos) return;
    constexpr string_view brackets[] = {"（", "(", "【", "["};
    const bool bracketed = std::any_of(std::begin(brackets), std::end(brackets), [&](string_view b) {
        return at >= b.size() && here.substr(at - b.size(), b.size()) == b;
    });
    const std::string folded = fold(here);
    if (bracketed || folded == words || is_form_instruction(folded))
        out.push_back({static_cast<std::uint32_t>(paragraph.begin + at), static_cast<std::uint32_t>(paragraph.begin + at + words.size())});
}

// ---- Field residue ----

/// "**…**" within one paragraph: two marks of exactly two stars, with text between them.
void find_emphasis(string_view text, Span paragraph, std::vector<Span>& out) {
    const string_view here = slice(text, paragraph);
    std::size_t open = string_view::npos;
    for (std::size_t at = here.find('*'); at != string_view::npos; at = here.find('*', at)) {
        std::size_t end = at;
        while (end < here.size() && here[end] == '*') ++end;
        if (end - at == 2) {
            if (open == string_view::npos) {
                open = at;
            } else {
                if (at > open + 2)
                    out.push_back({static_cast<std::uint32_t>(paragraph.begin + open), static_cast<std::uint32_t>(paragraph.begin + end)});
                open = string_view::npos;
            }
        }
        at = end;
    }
}

void find_heading_mark(string_view text, Span paragraph, std::vector<Span>& out) {
    const string_view here = slice(text, paragraph);
    const string_view body = trim(here);
    std::size_t hashes = 0;
    while (hashes < body.size() && body[hashes] == '#') ++hashes;
    if (hashes == 0 || hashes > 6 || hashes == body.size() || body[hashes] != ' ') return;
    const auto begin = static_cast<std::uint32_t>(paragraph.begin + static_cast<std::size_t>(body.data() - here.data()));
    out.push_back({begin, begin + static_cast<std::uint32_t>(hashes)});
}

/// "[text](http…)" left over from markdown.
void find_links(string_view text, Span paragraph, std::vector<Span>& out) {
    const string_view here = slice(text, paragraph);
    for (std::size_t at = here.find("](http"); at != string_view::npos; at = here.find("](http", at + 1)) {
        constexpr std::size_t longest_words = 200, longest_address = 600;
        const std::size_t from = at > longest_words ? at - longest_words : 0;
        const std::size_t open = here.substr(from, at - from).rfind('['), close = here.substr(at, longest_address).find(')');
        if (open == string_view::npos || close == string_view::npos) continue;
        out.push_back({static_cast<std::uint32_t>(paragraph.begin + from + open), static_cast<std::uint32_t>(paragraph.begin + at + close + 1)});
    }
}

void sort_unique(std::vector<Span>& spans) {
    sort_by(spans, [](Span a, Span b) { return a.begin < b.begin || (a.begin == b.begin && a.end < b.end); });
    spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
}

}  // namespace

std::vector<Span> misquoted_notices(const Case& c) {
    constexpr string_view trial = "年度报告格式试行", trial_notice = "政务公开办公室关于政府信息公开工作年度报告有关事项的通知";
    constexpr int form_year = 2021, form_number = 30, trial_year = 2019, trial_number = 60;
    std::vector<Span> spans;
    for (const Span paragraph : c.report.prose) {
        if (!contains_any(folded_text(c).of(paragraph), {"国办", trial, trial_notice})) continue;
        const std::string_view text = slice(c.document.text, paragraph);
        const Folded folded = fold_with_origin(text);
        const auto span = [&](std::size_t begin, std::size_t end) {
            const Span place = place_of(folded, text, begin, end);
            return Span{paragraph.begin + place.begin, paragraph.begin + place.end};
        };
        const std::vector<Citation> cited = citations(folded.text);
        for (const Citation& citation : cited) {
            const bool form = citation.right_office && citation.year == form_year && citation.number == form_number;
            if (form) return {};
            const bool old_or_mixed_up = citation.right_office && (citation.number == form_number || citation.number == trial_number);
            const bool wrong_office = citation.misspelt && ((citation.year == form_year && citation.number == form_number) ||
                                                            (citation.year == trial_year && citation.number == trial_number));
            if (old_or_mixed_up || wrong_office || cites_the_form(folded.text, citation)) spans.push_back(span(citation.begin, citation.end));
        }
        for (std::size_t at = folded.text.find(trial); at != string_view::npos; at = folded.text.find(trial, at + 1))
            spans.push_back(span(at, at + trial.size()));
        for (std::size_t at = folded.text.find(trial_notice); at != string_view::npos; at = folded.text.find(trial_notice, at + 1)) {
            const std::size_t end = at + trial_notice.size();  // its number, where one follows, is judged above
            if (std::none_of(cited.begin(), cited.end(), [&](const Citation& known) { return known.begin == end; })) spans.push_back(span(at, end));
        }
    }
    sort_unique(spans);
    return spans;
}

std::vector<Span> template_residue(const Case& c) {
    std::vector<Span> spans;
    if (c.report.title) find_placeholders(c.document.text, *c.report.title, true, spans);
    for (const Span paragraph : c.report.prose) {
        find_placeholders(c.document.text, paragraph, false, spans);
        find_all(c.document.text, paragraph, "□", spans);
        find_blanks(c.document.text, paragraph, spans);
        find_bracketed_instruction(c.document.text, paragraph, spans);
        for (const string_view words : {"表格如下", "文字描述"}) find_instruction(c.document.text, paragraph, words, spans);
    }
    sort_unique(spans);
    return spans;
}

std::vector<Span> field_residue(const Case& c) {
    constexpr string_view codes[] = {"HYPERLINK", "MERGEFORMAT", "PAGEREF", "&nbsp;", "&lt;", "&gt;", "&amp;", "<br>", "<br/>", "</p>", "</span>", "</a>"};
    std::vector<Span> spans;
    const auto search = [&](Span paragraph) {
        for (const string_view code : codes) find_all(c.document.text, paragraph, code, spans);
        find_emphasis(c.document.text, paragraph, spans);
        find_heading_mark(c.document.text, paragraph, spans);
        find_links(c.document.text, paragraph, spans);
    };
    if (c.report.title) search(*c.report.title);
    for (const Span paragraph : c.report.prose) search(paragraph);
    sort_unique(spans);
    return spans;
}

}  // namespace nianbao
