#include <algorithm>
#include <map>

#include "core/check/families.hpp"
#include "core/check/naming.hpp"
#include "core/check/prose/clause.hpp"
#include "core/check/prose/rules.hpp"
#include "core/check/readings.hpp"
#include "core/text/contains.hpp"

namespace nianbao {

namespace {

using namespace prose;

using Tokens = std::vector<Token>;

constexpr int farthest_copy = 3;            // an older year is history
constexpr std::size_t excerpt_length = 60;  // bytes

bool is_actor(Kind kind) { return kind == Kind::self || kind == Kind::receive || kind == Kind::receive_none; }

/// A sentence in clauses.
struct Sentence {
    Range range;
    std::string_view text;
    std::vector<Range> clauses;
    std::vector<Tokens> words;
};

/// A sentence that speaks of a year other than it should.
struct Stale {
    std::int64_t year = 0;
    bool plan = false;
    Span span;
};

class Search {
public:
    explicit Search(const Case& c)
        : document_(c.document),
          year_(*c.report.year),
          period_(c.report.period),
          reporter_(Reporter::of(c.report.organization)) {}

    std::vector<Stale> run(const std::vector<Paragraph>& paragraphs) {
        const bool plans_apart =
            std::any_of(paragraphs.begin(), paragraphs.end(), [&](const Paragraph& p) { return p.section == 5 && names(p, year_ + 1); });
        bool measures = false;
        for (const Paragraph& p : paragraphs) {
            if (p.section != 5 || p.heading) measures = false;
            measures = measures || opens_measures(p);
            if (!may_name_year(p.text)) continue;
            own_year_named_ = names(p, year_);
            for (const Range range : sentences_of(p)) {
                const Sentence s = sentence_of(p, range);
                if (s.words.empty()) continue;
                if (p.section == 5)
                    planned(p, s, measures && !plans_apart);
                else
                    reported(p, s);
            }
        }
        return std::move(stale_);
    }

private:
    Sentence sentence_of(const Paragraph& p, Range range) const {
        Sentence s;
        s.range = range;
        s.text = std::string_view(p.text).substr(range.begin, range.end - range.begin);
        if (!may_name_year(s.text)) return s;
        for (const Range part : parts_of(p, range))
            for (const Range clause : clauses_of(p, part)) {
                s.clauses.push_back(clause);
                s.words.push_back(words_of(p, clause, reporter_));
            }
        return s;
    }

    /// What a year begins with; most sentences hold none of it.
    static constexpr std::string_view centuries[] = {"20", "二〇", "二零"};
    static constexpr std::size_t longest_year = 64;  ///< bytes; a longer run of digits is no year, and is not read again and again

    static bool may_name_year(std::string_view text) {
        return std::any_of(std::begin(centuries), std::end(centuries), [&](std::string_view century) { return contains(text, century); });
    }

    static bool names(const Paragraph& p, int year) {
        for (const std::string_view century : centuries)
            for (std::size_t at = find_word(p.text, century); at != std::string::npos; at = find_word(p.text, century, at + 4)) {
                const Token t = figure_at(p.text, at, std::min(p.text.size(), at + longest_year));
                if (t.is(Kind::year) && t.number == year) return true;
            }
        return false;
    }

    /// "（二）整改措施", "下一步打算": what follows is planned. "整改情况" is not.
    static bool opens_measures(const Paragraph& p) {
        const std::string_view head = std::string_view(p.text).substr(0, p.text.find_first_of("!:,"));
        return p.section == 5 && length_of(head) <= 20 &&
               contains_any(head, {"整改措施", "改进措施", "下一步", "工作打算", "工作计划"}) &&
               !contains_any(head, {"情况", "问题"});
    }

    void add(const Paragraph& p, const Sentence& s, std::int64_t year, bool plan) {
        stale_.push_back({year, plan, p.place(document_.text, s.range.begin, s.range.end)});
    }

    /// The year a clause begins with, where `named` perhaps behind its body: 我局2020年….
    static const Token* leading_year(const Tokens& words, bool named = false) {
        for (const Token& t : words) {
            if (t.is(Kind::year)) return &t;
            if (!t.is(Kind::filler) && !(named && t.is(Kind::self))) return nullptr;
        }
        return nullptr;
    }

    /// "2020年，我局…" at the beginning of a sentence in the account of another year.
    void reported(const Paragraph& p, const Sentence& s) {
        if (introduces(p, s)) return;
        const bool fees = p.section == 6 && contains_any(s.text, {"处理费"});
        const std::size_t clauses = fees ? s.words.size() : 1;
        for (std::size_t i = 0; i < clauses; ++i) {
            const Token* year = leading_year(s.words[i], fees || tells_measure(s));
            if (!year || year->number == year_ || own_year_named_) continue;
            if (year->number > year_ + 1 || year->number < year_ - farthest_copy) continue;
            if (period_ && period_->from.year == year->number) continue;
            if (!is_account(p, s, i, *year)) continue;
            add(p, s, year->number, false);
            return;
        }
    }

    /// Whether the clauses from `i` tell what this body did in the year they begin with.
    bool is_account(const Paragraph& p, const Sentence& s, std::size_t i, const Token& year) const {
        const Tokens& words = s.words[i];
        if (contains_any(s.text,
                         {"以来", "截至", "截止", "年起", "年底", "年末",     "年初",   "相比",     "同比",     "较上",   "较去",
                          "较2",  "比2",  "比上", "比去", "去年", "上年",     "年报",   "年度报告", "年度考核", "考核",   "评估",
                          "通报", "印发", "成立", "组建", "设立", "机构改革", "存在的", "整改",     "明年",     "下一年", "力争",
                          "计划", "预算", "决算", "规划", "修订", "修正",     "施行",   "实施",     "颁布",     "起施行"}))
            return false;
        for (const Tokens& clause : s.words)
            for (const Token& t : clause)
                if (t.is(Kind::part_of_year) || (t.is(Kind::year) && t.number != year.number)) return false;
        const auto after =
            std::find_if(words.begin(), words.end(), [&](const Token& t) { return t.begin >= year.end && !t.is(Kind::filler); });
        const bool told = tells_measure(s);
        if (year.number > year_) return told && (after == words.end() || is_actor(after->kind));
        if (p.section == 6 && contains_any(s.text, {"处理费"})) return contains_any(s.text, {"没有", "未", "无", "收取", "产生"});
        if (told) return true;
        if (!is_yearly(s.text)) return false;
        if (after != words.end()) return after->is(Kind::self) && year.number == year_ - 1;
        // "2020年，我局…", "2020年，在县委的领导下，我局…"
        if (year.number != year_ - 1) return false;
        for (std::size_t next = i + 1; next < s.words.size() && next <= i + 3; ++next) {
            if (!s.words[next].empty() && s.words[next].front().is(Kind::self)) return true;
            const std::string_view lead = std::string_view(p.text).substr(s.clauses[next].begin, 6);
            if (!contains_any(lead, {"在", "按照", "根据", "围绕"})) return false;
        }
        return false;
    }

    /// Words of a year's account. What was won, opened or laid down once may be history.
    static bool is_yearly(std::string_view text) {
        return contains_any(text, {"贯彻", "坚持以", "主动公开", "公开信息", "公开各类", "公开政府信息", "共公开", "共组织", "共举办", "共开展", "共召开", "发布", "有序",
                                   "扎实推进", "严格落实", "严格按照", "严格执行", "全年", "正确领导下", "高度重视", "积极推进", "认真做好",
                                   "不断完善"}) &&
               !contains_any(text, {"获评", "荣获", "被评", "评为", "表彰", "制定的", "开设", "建成", "启动", "开通", "首次",
                                    "本年度", "今年", "继续", "延续"});
    }

    /// 收到政府信息公开申请, 未收到…, 未发生因政府信息公开引起的行政复议: a thing only the account of one year says.
    static bool tells_measure(const Sentence& s) {
        return std::any_of(s.words.begin(), s.words.end(), [](const Tokens& clause) {
            const auto has = [&](Kind kind) {
                return std::any_of(clause.begin(), clause.end(), [&](const Token& t) { return t.is(kind); });
            };
            if (has(Kind::plan)) return false;
            if (has(Kind::application) && (has(Kind::receive) || has(Kind::receive_none))) return true;
            return (has(Kind::review) || has(Kind::lawsuit)) && has(Kind::none) && has(Kind::about) && !has(Kind::unknown);
        });
    }

    /// "现公布…2020年度政府信息公开工作年度报告": the report itself, by another year.
    bool introduces(const Paragraph& p, const Sentence& s) {
        if (p.section != 0 || !contains_any(s.text, {"公布", "现将", "编制", "形成"})) return false;
        for (std::size_t i = 0; i < s.words.size(); ++i) {
            const std::string_view clause =
                std::string_view(p.text).substr(s.clauses[i].begin, s.clauses[i].end - s.clauses[i].begin);
            if (!contains_any(clause, {"现公布", "现将", "现向社会公布", "编制本", "特编制", "特向社会公布"}) ||
                contains_any(clause, {"通知", "关于", "要求", "@"}))
                continue;
            if (!contains_any(clause,
                              {"公开工作年度报告", "公开年度报告", "公开工作报告", "公开工作情况", "公开情况", "公开报告"}))
                continue;
            for (const Token& t : s.words[i]) {
                if (!t.is(Kind::year)) continue;
                if (t.number != year_ && std::llabs(t.number - year_) <= 2) add(p, s, t.number, false);
                return true;
            }
        }
        return false;
    }

    /// A plan made for the year the report is about, or an earlier one.
    void planned(const Paragraph& p, const Sentence& s, bool under_measures) {
        for (std::size_t i = 0; i < s.words.size(); ++i) {
            const Token* year = leading_year(s.words[i]);
            if (!year || year->number > year_ || year->number < year_ - 1) continue;
            const auto begin = static_cast<std::size_t>(year->end);
            const std::string_view rest = std::string_view(p.text).substr(begin, s.range.end - begin);
            const bool future = contains_any(rest, {"将继续", "将进一步", "将从以下", "将着力", "将着重", "将重点", "将不断"});
            const bool measures =
                under_measures &&
                contains_any(s.text.substr(0, begin - s.range.begin), {"为进一步", "为了进一步", "下一步", "今后"}) &&
                is_resolve(s.words[i], rest);
            if (!future && !measures) continue;
            // 2021年，我局工作仍存在问题，将进一步改进: the year is the account's.
            if (future && contains_any(rest.substr(0, rest.find("将")), {"存在", "仍", "虽", "已", "不足", "问题"})) continue;
            if (contains_any(rest, {"作为", "纳入", "列入", "列为", "取得", "成效", "实效"}) || rest.substr(0, 6) == "以来")
                continue;
            if (contains_any(s.text, {"提出", "要求", "年报", "年度报告"}) || (!measures && contains_any(s.text, {"@"})))
                continue;
            add(p, s, year->number, true);
            return;
        }
    }

    /// "我局加大…力度" without anything that says it is done.
    static bool is_resolve(const Tokens& words, std::string_view rest) {
        const bool ours = std::any_of(words.begin(), words.end(), [](const Token& t) { return t.is(Kind::self); });
        const bool counts = std::any_of(words.begin(), words.end(), [](const Token& t) { return t.is(Kind::figure); });
        return ours && !counts && contains_any(rest.substr(0, 60), {"加大", "加强", "继续", "进一步", "强化", "持续", "完善"}) &&
               !contains_any(rest, {"了", "已", "共", "组织开展", "通过", "成立", "印发", "邀请", "举办", "召开"});
    }

    const Document& document_;
    int year_;
    std::optional<Period> period_;
    Reporter reporter_;
    bool own_year_named_ = false;  ///< the paragraph names the report's year too
    std::vector<Stale> stale_;
};

std::string excerpt(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (out.size() >= excerpt_length && (static_cast<unsigned char>(c) & 0xC0) != 0x80) return out + "…";
        if (c != '\n' && c != '\r' && c != '\t') out += c;
    }
    return out;
}

Message remark(std::size_t count) {
    if (count < 2) return {};
    return {"；这样的句子共 " + std::to_string(count) + " 处", "; there are " + std::to_string(count) + " such sentences"};
}

constexpr Text plan_sentence = {
    "正文写“{0}”，把下一步的打算写在 {1} 年；本报告是 {2} 年度的，打算应当说以后的年份{3}",
    "The text says “{0}”: a plan for {1}, while this report is on {2}; a plan names a year to come{3}"};

}  // namespace

void check_stale_year(const Rule& rule, const Case& c, std::vector<Finding>& out) {
    if (!c.report.year) return;
    std::map<std::pair<bool, std::int64_t>, std::vector<Span>> by_year;
    for (const Stale& stale : Search(c).run(prose_paragraphs(c))) by_year[{stale.plan, stale.year}].push_back(stale.span);
    for (const auto& [key, spans] : by_year) {
        Finding finding = found(rule, c.report, key.first ? plan_sentence : rule.message,
                                {same(excerpt(slice(c.document.text, spans[0]))), same(std::to_string(key.second)),
                                 same(std::to_string(*c.report.year)), remark(spans.size())});
        for (const Span span : spans) mark(finding, span, "sentence");
        out.push_back(std::move(finding));
    }
}

}  // namespace nianbao
