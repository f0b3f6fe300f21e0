#include <algorithm>
#include <iterator>
#include <set>

#include "core/check/prose/clause.hpp"
#include "core/text/contains.hpp"
#include "core/text/fold.hpp"

namespace nianbao::prose {

namespace {

constexpr std::size_t most_statements = 1000;  // a report has a few dozen

bool speaks_of_tables(std::string_view text) {
    return contains_any(text, {"申请", "公开", "结转", "复议", "诉讼", "规章", "规范性文件"});
}

bool is_numeral(char32_t c) {
    return std::u32string_view(U"一二三四五六七八九十百千两").find(c) != std::u32string_view::npos;
}

/// Whether a paragraph may state a count: it holds a digit, a numeral before a unit, or a word for none.
bool may_state(std::string_view text) {
    char32_t before = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode_at(text, at);
        switch (c.value) {
            case U'无': case U'没': case U'未': case U'零': case U'〇':
                return true;
            case U'不':
                if (text.substr(at, std::string_view("不存在").size()) == "不存在") return true;
                break;
            case U'件': case U'份': case U'宗': case U'起': case U'例': case U'个': case U'项': case U'条':
                if (is_numeral(before)) return true;
                break;
            default:
                if (c.value >= '0' && c.value <= '9') return true;
        }
        before = c.value;
        at += c.length;
    }
    return false;
}

/// The clauses of a sentence with their words, and the part (；) each stands in.
struct Clause {
    std::vector<Token> tokens;
    Range range;
    Range part;
};

class Reader {
public:
    Reader(const Document& document, const Report& report)
        : document_(document), year_(report.year.value_or(0)), reporter_(Reporter::of(report.organization)) {}

    std::vector<Statement> read(const std::vector<Paragraph>& paragraphs) {
        bool about_applications = false, goes_on = false;
        for (const Paragraph& p : paragraphs) {
            const bool lists = goes_on;
            goes_on = p.text.back() == ':' || (lists && p.text.back() == ';');
            if (p.heading || lists || (may_state(p.text) && speaks_of_tables(p.text))) paragraph(p, about_applications, lists);
            about_applications = p.heading && context_.topic == Topic::application;
        }
        return std::move(statements_);
    }

private:
    /// `listed`: an item of the list that the paragraph before has begun: 办理情况如下：, 1.予以公开9件；
    void paragraph(const Paragraph& p, bool about_applications, bool listed) {
        Context begun;
        begun.passage = context_.passage + 1;
        if (listed) {
            begun.passage = context_.passage;
            begun.scope = context_.scope;
            begun.topic = context_.topic;
            begun.other_period = context_.other_period;
            begun.counted = context_.counted;
            begun.sorts = context_.sorts;
        }
        context_ = begun;
        if (about_applications) context_.topic = Topic::application;
        context_.disputes = p.section == 4;
        context_.speaks_of_carried = p.text.find("结转") != std::string::npos || p.text.find("转结") != std::string::npos;
        for (const Range sentence : sentences_of(p)) read_sentence(p, sentence);
    }

    void read_sentence(const Paragraph& p, Range range) {
        std::vector<Clause> clauses;
        for (const Range part : parts_of(p, range))
            for (const Range clause : clauses_of(p, part))
                clauses.push_back({phrases_of(words_of(p, clause, reporter_), year_), clause, part});
        begin_sentence(p, clauses, p.text.compare(range.begin, std::string_view("其中").size(), "其中") == 0);
        const std::size_t first = statements_.size();
        std::size_t part = range.begin;
        for (std::size_t i = 0; i < clauses.size(); ++i) {
            const Clause& clause = clauses[i];
            if (clause.part.begin != part) {
                context_.narrowed = false;
                context_.shared_out = 0;
            }
            part = clause.part.begin;
            if (!is_aside_on_others(p, clause) && !is_rule_of_others(p, clause)) scope(clause.tokens);
            period(clause.tokens);
            if (takes_in_others(p, clause)) withdraw();
            const std::vector<Said> said = read_clause(clause.tokens, context_);
            if (!said.empty()) before_ = statements_.size();
            for (const Said& each : said)
                if (!is_one_outcome(each, clauses, i)) state(p, clause, each);
        }
        const std::int64_t withdrawn = count_withdrawn(p, clauses);
        for (std::size_t i = first; i < statements_.size(); ++i) {
            Statement& s = statements_[i];
            if (s.meaning.subject == Subject::received || s.meaning.subject == Subject::handled) s.withdrawn = withdrawn;
        }
    }

    static std::string_view words_of_clause(const Paragraph& p, const Clause& clause) {
        return std::string_view(p.text).substr(clause.range.begin, clause.range.end - clause.range.begin);
    }

    static std::int64_t sum_of_counts(const std::vector<Token>& tokens) {
        std::int64_t sum = 0;
        for (const Token& t : tokens)
            if (t.is(Kind::figure) && t.exact && t.counted) sum += t.number;
        return sum;
    }

    /// 撤回申请1件, 其中3件经告知后申请人主动撤回.
    static std::int64_t count_withdrawn(const Paragraph& p, const std::vector<Clause>& clauses) {
        std::int64_t count = 0;
        for (const Clause& clause : clauses) {
            const std::string_view text = words_of_clause(p, clause);
            if (!contains_any(text, {"撤回", "撤销", "撤件"})) continue;
            count += sum_of_counts(clause.tokens);
        }
        return count;
    }

    /// 收到12件，答复7件，不予受理4件，内容不明确1件: what was answered or settled is one outcome where it and those after it make up the
    /// whole, by themselves or, where there are any, with what was left open: 办结7件，逾期不补正4件，结转1件.
    bool is_one_outcome(const Said& said, const std::vector<Clause>& clauses, std::size_t here) const {
        constexpr std::size_t most_outcomes = 8;
        if (said.meaning.subject != Subject::handled || !context_.received) return false;
        std::int64_t closed = said.figure, open = 0;
        const auto is_left_open = [](const Token& t) { return t.is(Kind::carry) || t.is(Kind::carry_out) || t.is(Kind::pending); };
        for (std::size_t i = here + 1; i < clauses.size() && i <= here + most_outcomes && closed + open < *context_.received; ++i) {
            const std::vector<Token>& tokens = clauses[i].tokens;
            (std::any_of(tokens.begin(), tokens.end(), is_left_open) ? open : closed) += sum_of_counts(tokens);
        }
        const bool others = closed > said.figure;
        return others && (closed == *context_.received || closed + open == *context_.received);
    }

    /// "（在各部门中列第三）": a remark in brackets that names others and counts nothing says nothing of whose the next figures are.
    static bool is_aside_on_others(const Paragraph& p, const Clause& clause) {
        constexpr std::size_t longest_remark = 300;  // bytes
        const auto is = [&](Kind kind) {
            return std::any_of(clause.tokens.begin(), clause.tokens.end(), [&](const Token& t) { return t.is(kind) && (kind != Kind::figure || t.counted); });
        };
        if (!is(Kind::others) || is(Kind::figure)) return false;
        const std::size_t from = clause.range.end - std::min(clause.range.end - clause.part.begin, longest_remark);
        const std::string_view text = std::string_view(p.text).substr(from, clause.range.end - from);
        const std::size_t open = text.rfind('('), closed = text.rfind(')');
        if (open == std::string_view::npos || (closed != std::string_view::npos && closed > open)) return false;
        return !contains_any(text.substr(open + 1), {"含", "包括"});
    }

    /// "按照省市县有关规定", "在上级部门的指导下": others stand for what this body goes by, and nothing is counted.
    static bool is_rule_of_others(const Paragraph& p, const Clause& clause) {
        const auto others = std::find_if(clause.tokens.begin(), clause.tokens.end(), [](const Token& t) { return t.is(Kind::others); });
        const auto acts = [](const Token& t) {
            return t.is(Kind::figure) || t.is(Kind::receive) || t.is(Kind::receive_none) || t.is(Kind::handle) || t.is(Kind::none);
        };
        if (others == clause.tokens.end() || std::any_of(clause.tokens.begin(), clause.tokens.end(), acts)) return false;
        const std::string_view text = words_of_clause(p, clause);
        const std::string_view before = text.substr(0, others->begin - clause.range.begin);
        if (contains_any(before, {"按照", "根据", "依据", "依照", "遵照"})) return true;
        return contains_any(before, {"在"}) && text.ends_with("下");
    }

    /// "（含县政府交办5件）", "（含下属单位）", "其中代县政府答复3件": the figure before it counts more than this body's applications.
    static bool takes_in_others(const Paragraph& p, const Clause& clause) {
        static constexpr std::string_view begins[] = {"含", "包含", "包括", "不含", "不包括", "其中含", "其中包括", "扣除", "除去", "剔除"};
        static constexpr std::string_view words[] = {"代", "转办", "转来", "交办", "转交", "移交", "合并", "重复", "并案"};
        const auto is = [&](Kind kind) {
            return std::any_of(clause.tokens.begin(), clause.tokens.end(), [&](const Token& t) { return t.is(kind); });
        };
        if (!is(Kind::unknown) && !is(Kind::aside) && !is(Kind::others) && !is(Kind::other_topic) && !is(Kind::leaf))
            return false;
        const std::string_view text = words_of_clause(p, clause);
        const bool counts = is(Kind::figure);
        if (!counts && !is(Kind::others)) return false;
        if (std::any_of(std::begin(begins), std::end(begins), [&](std::string_view w) { return text.substr(0, w.size()) == w; })) return true;
        return counts && std::any_of(std::begin(words), std::end(words), [&](std::string_view w) { return text.find(w) != std::string_view::npos; });
    }

    /// Takes back what the last clause that was read says of a whole.
    void withdraw() {
        const auto whole = [](const Statement& s) {
            return s.meaning.subject != Subject::groups && s.meaning.subject != Subject::paper;
        };
        const auto from = statements_.begin() + static_cast<std::ptrdiff_t>(std::min(before_, statements_.size()));
        statements_.erase(std::remove_if(from, statements_.end(), whole), statements_.end());
        context_.received.reset();
        context_.head.reset();
    }

    /// "截至2021年12月31日", "截至2021年底": how many of the words that put a clause in doubt say no more than that; 0 where they say something else.
    static int words_of_year_end(std::string_view text, const std::vector<Token>& tokens) {
        if (tokens.empty() || !tokens.front().is(Kind::cumulative)) return 0;
        std::size_t from = 1, to = 1;
        while (from < tokens.size() && (tokens[from].is(Kind::year) || tokens[from].is(Kind::this_year))) ++from;
        for (to = from; to < tokens.size() && tokens[to].is(Kind::part_of_year);) ++to;
        const std::size_t doubts = 1 + to - from;
        if (to < tokens.size() && tokens[to].is(Kind::unknown)) ++to;  // 2021年底: the year takes the 年
        if (from == to) return 0;
        const std::string_view date = text.substr(tokens[from].begin, tokens[to - 1].end - tokens[from].begin);
        static constexpr std::string_view ends[] = {"12月31日", "12月底", "12月末", "年底", "年末"};
        const bool after_year = tokens[from - 1].is(Kind::year) && (date == "底" || date == "末");
        return after_year || std::find(std::begin(ends), std::end(ends), date) != std::end(ends) ? static_cast<int>(doubts) : 0;
    }

    void begin_sentence(const Paragraph& p, const std::vector<Clause>& clauses, bool goes_on) {
        context_.doubtful = context_.so_far = context_.in_part = context_.lost = context_.narrowed = context_.disclosure = context_.resulted = false;
        context_.shared_out = 0;
        if (goes_on && !context_.head) context_.head = context_.whole;
        context_.whole.reset();
        if (!goes_on) {
            context_.head.reset();
            context_.received.reset();
            context_.paper.reset();
        }
        before_ = statements_.size();
        std::set<std::int64_t> years;
        int doubts = 0;
        for (const Clause& clause : clauses) {
            for (const Token& t : clause.tokens) {
                if (t.is(Kind::year)) years.insert(t.number);
                if (t.is(Kind::last_year)) years.insert(year_ - 1);
                if (t.is(Kind::cumulative) || t.is(Kind::plan) || t.is(Kind::part_of_year) || t.is(Kind::next_year)) ++doubts;
            }
        }
        if (years.size() > 1) ++doubts;
        context_.doubtful = doubts > 0;
        context_.so_far = !clauses.empty() && doubts == words_of_year_end(p.text, clauses.front().tokens);
    }

    void set_scope(Scope scope) {
        if (scope == context_.scope) return;
        context_.scope = scope;
        ++context_.passage;
    }

    void scope(const std::vector<Token>& tokens) {
        const auto has = [&](Kind kind) {
            return std::any_of(tokens.begin(), tokens.end(), [&](const Token& t) { return t.is(kind); });
        };
        const auto first = std::find_if(tokens.begin(), tokens.end(), [](const Token& t) {
            return !t.is(Kind::filler) && !t.is(Kind::year) && !t.is(Kind::this_year) && !t.is(Kind::connector);
        });
        const auto none = std::find_if(tokens.begin(), tokens.end(), [](const Token& t) { return t.is(Kind::receive_none); });
        const bool others = std::any_of(tokens.begin(), none, [](const Token& t) { return t.is(Kind::others); });  // not 未收到任何单位…的申请
        if (others)
            set_scope(Scope::others);
        else if (first != tokens.end() && first->is(Kind::wide))
            set_scope(Scope::unsure);
        else if (has(Kind::self))
            set_scope(Scope::self);
    }

    void period(const std::vector<Token>& tokens) {
        for (const Token& t : tokens) {
            if (t.is(Kind::year)) context_.other_period = t.number != year_;
            if (t.is(Kind::last_year) || t.is(Kind::next_year)) context_.other_period = true;
            if (t.is(Kind::this_year) && t.value == 1) context_.other_period = false;
        }
    }

    void state(const Paragraph& p, const Clause& clause, const Said& said) {
        const bool in_force = said.meaning.subject == Subject::paper && said.meaning.change == PaperChange::in_force;
        const bool doubtful = context_.doubtful && !(context_.so_far && (said.none || in_force));
        if (doubtful || context_.other_period || context_.scope == Scope::others ||
            statements_.size() >= most_statements)
            return;
        Statement s;
        s.meaning = said.meaning;
        s.figure = said.figure;
        s.named = said.named;
        s.figure_span = p.place(document_.text, said.place.begin, said.place.end);
        s.clause_span = p.place(document_.text, clause.range.begin, clause.range.end);
        s.sentence_span = p.place(document_.text, clause.part.begin, clause.part.end);
        s.plain = context_.scope == Scope::self;
        s.passage = context_.passage;
        statements_.push_back(std::move(s));
    }

    const Document& document_;
    int year_;
    Reporter reporter_;
    Context context_;
    std::vector<Statement> statements_;
    std::size_t before_ = 0;  ///< number of statements before the last clause that said something
};

}  // namespace

std::vector<Statement> statements_of(const Document& document, const Report& report, const std::vector<Paragraph>& paragraphs) {
    return Reader(document, report).read(paragraphs);
}

}  // namespace nianbao::prose
