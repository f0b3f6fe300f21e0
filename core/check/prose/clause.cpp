#include "core/check/prose/clause.hpp"

#include <algorithm>
#include <iterator>

#include "core/check/prose/meaning.hpp"

namespace nianbao::prose {

namespace {

bool has(const Tokens& tokens, Kind kind) {
    return std::any_of(tokens.begin(), tokens.end(), [&](const Token& t) { return t.is(kind); });
}

bool has(const Tokens& tokens, Kind kind, std::uint8_t value) {
    return std::any_of(tokens.begin(), tokens.end(), [&](const Token& t) { return t.is(kind) && t.value == value; });
}

/// Figures with the words that belong to them: words before the figure (答复28件), or after it (28件予以公开).
struct Pair {
    Measures measures;
    Token figure;
};

std::vector<Pair> pairs_of(const Tokens& tokens) {
    const auto first =
        std::find_if(tokens.begin(), tokens.end(), [](const Token& t) { return t.is(Kind::figure) || is_measure(t); });
    if (first == tokens.end()) return {};
    const bool figure_first = first->is(Kind::figure);
    std::vector<Pair> pairs;
    Measures open;
    for (const Token& t : tokens) {
        if (t.is(Kind::figure)) {
            if (figure_first && !pairs.empty()) pairs.back().measures = open;
            pairs.push_back({figure_first ? Measures{} : open, t});
            open = {};
        } else if (is_measure(t)) {
            open.words.push_back(t);
        } else if (t.is(Kind::connector) && !open.words.empty()) {
            open.joined = true;
        } else if (t.is(Kind::et_cetera)) {
            open.et_cetera = true;
        }
    }
    if (pairs.empty()) return {};
    if (figure_first) {
        pairs.back().measures = open;
    } else if (!open.words.empty() && open.only({Kind::column}) && !open.joined) {
        // 收到27件自然人申请
        pairs.back().measures.words.insert(pairs.back().measures.words.end(), open.words.begin(), open.words.end());
    } else if (!open.words.empty() && !open.only({Kind::handle, Kind::receive})) {
        pairs.pop_back();  // 27件…不予公开: whose word is it?
    }
    for (const Pair& p : pairs)
        if (p.measures.words.empty()) return {};
    return pairs;
}

/// 自然人23件、法人4件; 网上申请20件，信函7件: some of the applications, until the parts add up to the whole.
void narrow(std::int64_t some, Context& context) {
    context.shared_out += some;
    context.narrowed = !context.received || context.shared_out != *context.received;
}

void remember(const std::vector<Said>& said, Context& context) {
    if (said.empty()) return;
    const Meaning& last = said.back().meaning;
    if (last.applicant != Applicant::all) {
        std::int64_t some = 0;
        for (const Said& each : said) some += each.figure;
        narrow(some, context);
        return;
    }
    if (last.subject == Subject::paper) {
        context.paper = last.paper;
        return;
    }
    if (last.subject == Subject::groups) context.resulted = true;
    if (last.subject != Subject::review && last.subject != Subject::lawsuit) context.counted = true;
    const bool answered = last.subject == Subject::handled && context.received && said.back().figure < *context.received;
    context.in_part = context.in_part || answered;
    const bool carried = last.subject == Subject::carried_in || last.subject == Subject::carried_out;
    if (carried && (context.head || context.whole)) {
        if (context.head) context.whole = context.head;
        context.head.reset();  // 收到27件，上年结转2件，其中自然人2件: of which?
        return;
    }
    context.whole.reset();
    context.head = said.size() == 1 ? std::optional<Meaning>(last) : std::nullopt;
    if (last.subject == Subject::received && said.size() == 1) context.received = said.back().figure, context.in_part = false;
}

/// 行政复议、行政诉讼均为0件: each of them.
bool is_none_of_both(const Pair& pair) {
    return pair.figure.number == 0 && pair.measures.only({Kind::review, Kind::lawsuit}) && pair.measures.words.size() == 2;
}

/// 依申请公开0件, 共有9件政府信息公开申请: a count of applications without a verb, and nothing else said of them.
std::vector<Said> read_unsaid(const Tokens& tokens, Context& context) {
    if (context.sorts) {
        context.topic = Topic::other;
        context.lost = true;
    }
    if (context.lost || context.narrowed) return {};
    const auto plain = [](const Token& t) {
        return t.is(Kind::filler) || t.is(Kind::self) || t.is(Kind::year) || t.is(Kind::this_year) || t.is(Kind::application) ||
               t.is(Kind::figure);
    };
    const auto figure = std::find_if(tokens.begin(), tokens.end(), [](const Token& t) { return t.is(Kind::figure); });
    const auto count = [&](Kind kind) { return std::count_if(tokens.begin(), tokens.end(), [&](const Token& t) { return t.is(kind); }); };
    if (count(Kind::figure) != 1 || count(Kind::application) != 1 || !std::all_of(tokens.begin(), tokens.end(), plain)) return {};
    if (!figure->exact || !figure->counted || figure->item_unit) return {};
    if (&*figure != &tokens.back() && !tokens.back().is(Kind::application)) return {};
    // 主动公开120件、依申请公开50件 may sort documents; none at all is none asked for.
    if (has(tokens, Kind::application, granted_or_asked) && figure->number != 0) return {};
    Meaning meaning;
    meaning.unsaid = true;
    return {{meaning, figure->number, {figure->begin, figure->end}}};
}

std::vector<Said> read_pairs(const Tokens& tokens, const Topics& topics, Context& context) {
    if (topics.named && std::none_of(tokens.begin(), tokens.end(), is_measure)) return read_unsaid(tokens, context);
    std::vector<Said> said;
    const bool each = has(tokens, Kind::all, 0);
    for (const Pair& pair : pairs_of(tokens)) {
        if (pair.figure.exact && is_none_of_both(pair)) {
            for (const Token& word : pair.measures.words) {
                Measures one;
                one.words.push_back(word);
                if (const std::optional<Meaning> meaning = meaning_of(one, context, topics, true))
                    said.push_back({*meaning, 0, {pair.figure.begin, pair.figure.end}});
            }
            continue;
        }
        if (each && pair.figure.number != 0 && pair.measures.words.size() > 1) {
            context.lost = true;
            continue;
        }
        const std::optional<Meaning> meaning =
            meaning_of(pair.measures, context, topics, pair.figure.exact && pair.figure.number == 0);
        const bool countable = pair.figure.exact && pair.figure.counted;
        const bool item = pair.figure.item_unit && !(topics.named && pair.measures.count(Kind::receive) > 0);
        if (!meaning || !countable || item) {
            context.head.reset();
            context.lost = true;
            continue;
        }
        if (meaning->subject == Subject::paper) context.paper = meaning->paper;  // 规范性文件制发2件、废止1件
        said.push_back({*meaning, pair.figure.number, {pair.figure.begin, pair.figure.end}});
    }
    return said;
}

/// 均已答复, 全部予以公开, 均为自然人申请: as many as were received.
std::vector<Said> read_all(const Tokens& tokens, const Topics& topics, const Context& context) {
    if (!context.received || context.in_part || context.lost || context.narrowed) return {};
    Measures m;
    bool complete = has(tokens, Kind::already);
    for (const Token& t : tokens) {
        if (is_measure(t)) m.words.push_back(t);
        if (t.is(Kind::all) && t.value == 1) complete = true;
        if (t.is(Kind::connector) && !m.words.empty()) m.joined = true;
    }
    if (m.words.empty() || (m.joined && m.words.size() > 1)) return {};
    if (m.only({Kind::column})) complete = true;
    if (m.only({Kind::group}) && m.words.size() == 1) complete = true;
    std::optional<Meaning> meaning = meaning_of(m, context, topics, false);
    if (!meaning || !complete) return {};
    if (meaning->subject == Subject::handled && meaning->also_handled) return {};  // 均已办理
    if (!m.only({Kind::column}) && meaning->subject != Subject::handled && meaning->subject != Subject::groups) return {};
    meaning->all_of_received = true;
    return {{*meaning, *context.received, {tokens.front().begin, tokens.back().end}}};
}

bool is_paper_or_joins(const Token& t) { return t.is(Kind::document) || t.is(Kind::connector); }

/// 未收到政府信息公开申请; 无行政复议、行政诉讼.
std::vector<Said> read_none(const Tokens& tokens, const Topics& topics) {
    std::vector<Said> said;
    const auto start =
        std::find_if(tokens.begin(), tokens.end(), [](const Token& t) { return t.is(Kind::none) || t.is(Kind::receive_none); });
    const bool receive = start->is(Kind::receive_none);
    Measures columns;
    for (auto t = start + 1; t != tokens.end(); ++t) {
        if (t->is(Kind::column)) columns.words.push_back(*t);
        const bool last = std::all_of(t + 1, tokens.end(), [&](const Token& after) {
            return after.is(Kind::filler) || after.is(Kind::et_cetera) || after.is(Kind::review) || after.is(Kind::lawsuit) ||
                   after.is(Kind::connector) || after.is(Kind::about) || (after.is(Kind::arise) && &after == &tokens.back());
        });
        const bool modifies =
            t + 1 != tokens.end() &&
            (t[1].is(Kind::arise) || t[1].is(Kind::filler) || t[1].is(Kind::review) || t[1].is(Kind::lawsuit)) &&
            std::any_of(t + 1, tokens.end(),
                        [](const Token& after) { return after.is(Kind::review) || after.is(Kind::lawsuit); });
        const auto before = std::find_if(std::make_reverse_iterator(t), std::make_reverse_iterator(start),
                                         [](const Token& word) { return !word.is(Kind::filler); });
        if (t->is(Kind::lawsuit) && t->value == static_cast<std::uint8_t>(Lawsuit::both) && before->is(Kind::lawsuit))
            continue;  // 复议后起诉的行政诉讼
        Meaning meaning;
        if (t->is(Kind::application) || (t->is(Kind::request) && topics.disclosure)) {
            if (has(tokens, Kind::carry_in) || has(tokens, Kind::carry_out)) continue;
            const std::optional<Applicant> applicant = applicant_of(columns);
            if (!last || modifies || !applicant) continue;
            meaning.subject = Subject::received;
            meaning.applicant = *applicant;
        } else if ((t->is(Kind::review) || t->is(Kind::lawsuit)) && topics.disclosure) {
            meaning.subject = t->is(Kind::review) ? Subject::review : Subject::lawsuit;
            meaning.lawsuit = static_cast<Lawsuit>(t->is(Kind::lawsuit) ? t->value : 0);
        } else if (t->is(Kind::document) && start[1].is(Kind::document_change) && std::all_of(start + 2, tokens.end(), is_paper_or_joins)) {
            meaning.subject = Subject::paper;  // 未制发规章、规范性文件
            meaning.paper = static_cast<Paper>(t->value);
            meaning.change = static_cast<PaperChange>(start[1].value);
        } else if (t->is(Kind::carry_in) || t->is(Kind::carry_out)) {
            if (receive || !topics.application) continue;
            meaning.subject = t->is(Kind::carry_in) ? Subject::carried_in : Subject::carried_out;
        } else {
            continue;
        }
        said.push_back({meaning, 0, {start->begin, t->end}});
    }
    return said;
}

bool is_mixed_up(const Tokens& tokens) {
    // Words with which a negation means something else, or which count what no table holds.
    const bool none = has(tokens, Kind::none) || has(tokens, Kind::receive_none);
    return none && (has(tokens, Kind::figure) || has(tokens, Kind::handle) || has(tokens, Kind::group) ||
                    has(tokens, Kind::leaf) || has(tokens, Kind::all) || has(tokens, Kind::pending));
}

void misunderstood(const Tokens& tokens, Context& context) {
    const bool counts = std::any_of(tokens.begin(), tokens.end(), [](const Token& t) { return t.is(Kind::figure) && t.counted; });
    const bool acts = has(tokens, Kind::receive) || has(tokens, Kind::handle) || has(tokens, Kind::receive_none);
    if (counts) context.topic = Topic::none;
    if (has(tokens, Kind::aside, a_part)) context.narrowed = true;
    if (counts && acts && !has(tokens, Kind::self) && context.scope == Scope::self) {
        context.scope = Scope::unsure;
        ++context.passage;
    }
    const bool application = has(tokens, Kind::application) && !has(tokens, Kind::application, about_the_work);
    if (counts || application || has(tokens, Kind::request) || has(tokens, Kind::column) ||
        has(tokens, Kind::leaf))
        context.lost = true;
}

/// 其中信息公开类1件, 均为信息公开类: says of what was counted before, not of what comes next.
bool only_adds(const Tokens& tokens) {
    return (has(tokens, Kind::figure) || has(tokens, Kind::all)) && !has(tokens, Kind::review) && !has(tokens, Kind::lawsuit);
}

bool is_complaint(const Token& t) { return t.is(Kind::other_topic) && t.value == complaint; }

/// 未发生因信息公开引起的举报、投诉、行政复议和行政诉讼: none of each, so the complaints say nothing of the rest.
bool lists_complaints(const Tokens& tokens) {
    return std::any_of(tokens.begin(), tokens.end(), is_complaint) && (has(tokens, Kind::none) || has(tokens, Kind::receive_none)) &&
           (has(tokens, Kind::review) || has(tokens, Kind::lawsuit)) && has(tokens, Kind::connector);
}

Tokens without_complaints(Tokens tokens) {
    for (Token& t : tokens)
        if (is_complaint(t)) t.kind = Kind::filler;
    return tokens;
}

}  // namespace

std::vector<Said> read_clause(const Tokens& tokens, Context& context) {
    if (lists_complaints(tokens)) return read_clause(without_complaints(tokens), context);
    Topics topics;
    topics.named = has(tokens, Kind::application);
    topics.asked = topics.named || has(tokens, Kind::request);
    topics.application = topics.named || (context.topic == Topic::application && !context.lost);
    topics.disclosure = topics.application || has(tokens, Kind::about) || context.disputes;
    topics.citizens_alone = std::count_if(tokens.begin(), tokens.end(), [](const Token& t) { return t.is(Kind::column); }) == 1;
    if (topics.named) context.topic = Topic::application;
    if (topics.named || (has(tokens, Kind::about) && !only_adds(tokens))) context.disclosure = true;
    topics.disclosure_said = context.disclosure;

    if (has(tokens, Kind::figure) && has(tokens, Kind::aside, published)) context.sorts = true;
    if (has(tokens, Kind::unknown) || has(tokens, Kind::other_topic)) {
        misunderstood(tokens, context);
        if (has(tokens, Kind::other_topic) && !topics.named) context.topic = Topic::other;
        return {};
    }
    if (has(tokens, Kind::aside) || has(tokens, Kind::pending) || has(tokens, Kind::carry)) {
        const bool acts = has(tokens, Kind::receive) || has(tokens, Kind::handle);
        context.lost = context.lost || acts;
        std::int64_t some = 0;
        for (const Token& t : tokens) some += t.is(Kind::figure) && t.exact ? t.number : 0;
        if (some > 0 && has(tokens, Kind::aside)) narrow(some, context);
        else context.narrowed = context.narrowed || (has(tokens, Kind::aside) && !has(tokens, Kind::all));
        return {};
    }
    if (is_mixed_up(tokens)) {
        context.lost = true;
        return {};
    }
    if (topics.named && (has(tokens, Kind::receive) || has(tokens, Kind::handle))) context.lost = context.narrowed = false;
    if (topics.disclosure && (has(tokens, Kind::review) || has(tokens, Kind::lawsuit))) context.topic = Topic::application;

    std::vector<Said> said;
    if (has(tokens, Kind::none) || has(tokens, Kind::receive_none))
        said = read_none(tokens, topics);
    else if (has(tokens, Kind::figure))
        said = read_pairs(tokens, topics, context);
    else if (has(tokens, Kind::all))
        return read_all(tokens, topics, context);
    for (Said& each : said) {
        each.named = topics.named;
        each.none = has(tokens, Kind::receive_none) || (has(tokens, Kind::none) && each.meaning.subject != Subject::paper);
    }
    remember(said, context);
    return said;
}

}  // namespace nianbao::prose
