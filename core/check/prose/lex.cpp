#include <algorithm>
#include <string>
#include <unordered_map>

#include "core/check/prose/words.hpp"
#include "core/sort.hpp"
#include "core/text/contains.hpp"
#include "core/text/fold.hpp"

namespace nianbao::prose {

namespace {

constexpr std::size_t longest_clause = 600;  // bytes; what is longer is no clause a reader would take in either

struct Word {
    std::string text;  ///< folded
    Kind kind = Kind::unknown;
    std::uint8_t value = 0;
};

/// The words by their first character, longer ones first.
class Dictionary {
public:
    Dictionary() {
        for (const Words& list : word_lists()) {
            std::string_view rest = list.list;
            while (!rest.empty()) {
                const std::size_t space = rest.find(' ');
                if (space != 0) words_.push_back({fold(rest.substr(0, space)), list.kind, list.value});
                rest.remove_prefix(space == std::string_view::npos ? rest.size() : space + 1);
            }
        }
        sort_by(words_, [](const Word& a, const Word& b) {
            const char32_t first_a = decode_at(a.text, 0).value, first_b = decode_at(b.text, 0).value;
            if (first_a != first_b) return first_a < first_b;
            return a.text.size() != b.text.size() ? a.text.size() > b.text.size() : a.text < b.text;
        });
        drop_repeated();
        for (std::size_t i = 0; i < words_.size(); ++i) {
            const auto [at, fresh] = by_first_.try_emplace(decode_at(words_[i].text, 0).value, i, i);
            at->second.second = i + 1;
        }
    }

    /// The longest word that stands at the beginning of `text`; null where there is none.
    const Word* longest_at(std::string_view text) const {
        const auto bounds = by_first_.find(decode_at(text, 0).value);
        if (bounds == by_first_.end()) return nullptr;
        for (std::size_t i = bounds->second.first; i < bounds->second.second; ++i)
            if (text.substr(0, words_[i].text.size()) == words_[i].text) return &words_[i];
        return nullptr;
    }

private:
    /// A word keeps the first meaning given to it, but 办理 and the like are more than fillers.
    void drop_repeated() {
        std::vector<Word> kept;
        for (Word& word : words_) {
            if (kept.empty() || kept.back().text != word.text) kept.push_back(std::move(word));
            else if (kept.back().kind == Kind::filler) kept.back() = std::move(word);
        }
        words_ = std::move(kept);
    }

    std::vector<Word> words_;
    std::unordered_map<char32_t, std::pair<std::size_t, std::size_t>> by_first_;
};

const Dictionary& dictionary() {
    static const Dictionary instance;
    return instance;
}

std::size_t character_at(std::string_view text, std::size_t at) { return decode_at(text, at).length; }

constexpr std::string_view own_words[] = {
    "局", "办", "厅", "委", "院",     "中心",   "单位",   "部门", "机关", "机构", "校",   "处", "会",     "社",     "所",
    "站", "队", "署", "部", "分局", "办公室", "管委会", "委员会", "总队", "支队", "大队", "公司", "们", "办公厅", "局机关", "学院"};
constexpr std::string_view area_words[] = {"县", "市", "区", "省", "州", "旗",     "盟",     "师",   "系统", "局",
                                           "厅", "委", "校", "域", "国", "自治区", "自治州", "新区", "院"};
constexpr std::string_view town_words[] = {"镇", "乡", "街道", "街", "街道办", "办事处", "街道办事处", "镇政府", "乡政府", "苏木", "苏木政府", "街办"};

template <std::size_t N>
std::size_t longest_of(std::string_view text, const std::string_view (&words)[N]) {
    std::size_t best = 0;
    for (const std::string_view word : words)
        if (word.size() > best && text.substr(0, word.size()) == word) best = word.size();
    return best;
}

/// 我局 本机关 我县 全市 我镇 全镇, or a length of 0.
Token pronoun_at(std::string_view text, std::size_t at, std::size_t end, const Reporter& reporter) {
    Token token;
    token.begin = token.end = at;
    const std::string_view rest = text.substr(at, end - at);
    const std::string_view first = rest.substr(0, 3);
    const bool ours = first == "我" || first == "本", whole = first == "全";
    if (!ours && !whole) return token;
    const std::string_view next = rest.substr(3);
    if (const std::size_t town = longest_of(next, town_words); town > 0) {
        token.end = at + 3 + town;
        // Nobody but a town says 我镇 where the body is not known.
        token.kind = reporter.town || (ours && reporter.organization.empty()) ? Kind::self : Kind::wide;
    } else if (const std::size_t own = ours ? longest_of(next, own_words) : 0; own > 0) {
        token.end = at + 3 + own;
        token.kind = Kind::self;
    } else if (const std::size_t area = longest_of(next, area_words); area > 0) {
        token.end = at + 3 + area;
        token.kind = ours && reporter.government ? Kind::self : Kind::wide;
    }
    return token;
}

/// The organisation's own name or a plain abbreviation of it, with 代表…政府 after it. 县发改局 abbreviates 某县发展和改革局:
/// its characters occur there in this order, and both end alike.
Token name_at(std::string_view text, std::size_t at, std::size_t end, const Reporter& reporter) {
    Token token;
    token.begin = token.end = at;
    const std::string_view whole = reporter.organization;
    if (whole.empty()) return token;
    std::size_t stop = at, seen = 0;
    for (std::size_t i = at, n = 0; i < end && n < 30; ++n) {
        const std::size_t length = character_at(text, i);
        const std::size_t found = whole.find(text.substr(i, length), seen);
        if (found == std::string_view::npos) break;
        seen = found + length;
        i += length;
        const std::string_view tail = whole.substr(found);
        const std::string_view rest = whole.substr(seen);
        const bool office = tail == "办公室" || tail == "办公厅", town = reporter.town && (rest == "人民政府" || rest == "办事处");
        const bool commission = rest == "员会";  // 市卫健委
        if (n >= 1 && (seen == whole.size() || office || town || commission)) stop = i;
    }
    if (stop == at) return token;
    token.kind = Kind::self;
    token.end = stop;
    static constexpr std::string_view represents[] = {"代表政府",       "代表市政府",     "代表县政府",    "代表区政府",
                                                      "代表省政府",     "代表州政府",     "代表镇政府",    "代表市人民政府",
                                                      "代表县人民政府", "代表区人民政府", "代表省人民政府"};
    token.end += longest_of(text.substr(stop, end - stop), represents);
    static constexpr std::string_view itself[] = {"机关"};  // without what is under it
    token.end += longest_of(text.substr(token.end, end - token.end), itself);
    return token;
}

/// 分局, 街道办, 管委会: what a body of that kind calls itself, though others may be of the kind, too.
Token kind_at(std::string_view text, std::size_t at, std::size_t end, const Reporter& reporter) {
    Token token;
    token.begin = token.end = at;
    const std::string_view rest = text.substr(at, end - at);
    for (const std::string_view word : reporter.kinds)
        if (rest.substr(0, word.size()) == word) token.end = std::max(token.end, at + word.size());
    if (token.end > at) token.kind = Kind::self;
    return token;
}

Token word_at(std::string_view text, std::size_t at, std::size_t end) {
    Token token;
    token.begin = token.end = at;
    if (const Word* word = dictionary().longest_at(text.substr(at, end - at))) {
        token.kind = word->kind;
        token.value = word->value;
        token.end = at + word->text.size();
    }
    return token;
}

Token mark_at(std::string_view text, std::size_t at) {
    Token token;
    token.begin = at;
    token.end = at + 1;
    if (text[at] == '/' || text[at] == '+') token.kind = Kind::connector;
    if (text[at] == '@' || text[at] == ':') token.kind = Kind::filler;
    return token;
}

Token token_at(std::string_view text, std::size_t at, std::size_t end, const Reporter& reporter, bool may_name) {
    if (static_cast<unsigned char>(text[at]) < 0x80 && (text[at] < '0' || text[at] > '9')) return mark_at(text, at);
    const Token word = word_at(text, at, end);
    const Token pronoun = pronoun_at(text, at, end, reporter);
    if (pronoun.end > at && pronoun.end >= word.end) return pronoun;
    if (may_name) {
        const Token name = name_at(text, at, end, reporter), own_kind = kind_at(text, at, end, reporter);
        if (name.end > word.end) return name;
        if (own_kind.end > at && own_kind.end >= word.end) return own_kind;
    }
    const Token figure = figure_at(text, at, end);
    if (figure.end > word.end || (figure.counted && figure.end == word.end)) return figure;
    if (word.end > at) return word;
    Token unknown;
    unknown.begin = at;
    unknown.end = at + character_at(text, at);
    return unknown;
}

/// 1月1日 … 12月31日 in one clause, or 1至12月, is the whole year.
void join_whole_year(std::string_view text, std::vector<Token>& tokens) {
    const auto says = [&](std::string_view date) {
        for (std::size_t i = 0; i + 1 < tokens.size(); ++i)
            if (tokens[i].is(Kind::part_of_year) && text.substr(tokens[i].begin, tokens[i + 1].end - tokens[i].begin) == date)
                return true;
        return false;
    };
    for (Token& t : tokens) {
        const std::string_view months = text.substr(t.begin, t.end - t.begin);
        if (t.is(Kind::part_of_year) && (months == "1-12月" || months == "1至12月" || months == "1到12月")) t.kind = Kind::filler;
    }
    if (!says("1月1日") || !says("12月31日")) return;
    for (Token& t : tokens)
        if (t.is(Kind::part_of_year) || text.substr(t.begin, t.end - t.begin) == "-") t.kind = Kind::filler;
}

}  // namespace

Reporter Reporter::of(std::string_view organization) {
    Reporter r;
    r.organization = fold(organization);
    const std::string_view name = r.organization;
    const auto ends = [&](std::string_view tail) {
        return name.size() >= tail.size() && name.substr(name.size() - tail.size()) == tail;
    };
    r.government = ends("政府");
    static constexpr std::pair<std::string_view, std::string_view> kinds[] = {
        {"分局", "分局"},     {"街道", "街道"},         {"街道", "街道办事处"}, {"街道办", "街道办事处"}, {"街道办事处", "街道办事处"}, {"办事处", "办事处"},
        {"管委会", "管委会"}, {"管委会", "管理委员会"}, {"支队", "支队"},       {"大队", "大队"},         {"派出所", "派出所"},
        {"学校", "学校"},     {"学校", "学院"},         {"学校", "大学"}};
    for (const auto& [word, ending] : kinds)
        if (ends(ending)) r.kinds.push_back(word);
    r.town = ends("镇人民政府") || ends("乡人民政府") || ends("办事处") || ends("镇") || ends("乡") || ends("街道") ||
             ends("镇政府") || ends("乡政府") || ends("苏木") || ends("苏木政府") || ends("苏木人民政府") || contains(name, "街道党政办") || ends("镇党政办公室") ||
             ends("乡党政办公室");
    return r;
}

std::vector<Token> words_of(const Paragraph& paragraph, Range clause, const Reporter& reporter) {
    std::vector<Token> tokens;
    const std::string_view text = paragraph.text;
    if (clause.end - clause.begin > longest_clause) {
        Token unknown;
        unknown.begin = clause.begin;
        unknown.end = clause.end;
        return {unknown};
    }
    bool may_name = true;  // a name stands before what it does
    for (std::size_t at = clause.begin; at < clause.end;) {
        const Token token = token_at(text, at, clause.end, reporter, may_name);
        at = token.end;
        if (token.is(Kind::unknown) && !tokens.empty() && tokens.back().is(Kind::unknown)) {
            tokens.back().end = token.end;
            continue;
        }
        may_name = may_name && tokens.size() < 8 && (token.is(Kind::year) || token.is(Kind::this_year) || token.is(Kind::filler));
        tokens.push_back(token);
    }
    join_whole_year(text, tokens);
    return tokens;
}

}  // namespace nianbao::prose
