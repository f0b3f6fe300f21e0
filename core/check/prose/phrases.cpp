#include <algorithm>

#include "core/check/prose/clause.hpp"

namespace nianbao::prose {

namespace {

bool is_word_between(const Token& t) { return t.is(Kind::filler) || t.is(Kind::connector); }

bool names_next_year(const Token& t, int report_year) {
    return t.is(Kind::next_year) || (t.is(Kind::year) && t.number == report_year + 1);
}

bool names_last_year(const Token& t, int report_year) {
    return t.is(Kind::last_year) || (t.is(Kind::year) && t.number == report_year - 1);
}

/// tokens[first … last] become one token of `kind`.
void merge(std::vector<Token>& tokens, std::size_t first, std::size_t last, Kind kind) {
    tokens[first].kind = kind;
    tokens[first].end = tokens[last].end;
    tokens.erase(tokens.begin() + static_cast<std::ptrdiff_t>(first) + 1, tokens.begin() + static_cast<std::ptrdiff_t>(last) + 1);
}

/// Index of the next token that is no filler, from `at`.
std::size_t skip_fillers(const std::vector<Token>& tokens, std::size_t at) {
    while (at < tokens.size() && is_word_between(tokens[at])) ++at;
    return at;
}

/// 继续办理, 办理, 答复 after 下年度, or after 结转上年度: part of the same phrase.
std::size_t end_of_carry_out(const std::vector<Token>& tokens, std::size_t last) {
    const std::size_t next = skip_fillers(tokens, last + 1);
    const auto continues = [&](std::size_t i) { return i < tokens.size() && tokens[i].is(Kind::handle); };
    if (continues(next)) return next;
    return last;
}

void join_carries(std::vector<Token>& tokens, int report_year) {
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const std::size_t next = skip_fillers(tokens, i + 1);
        if (next >= tokens.size()) break;
        if (tokens[i].is(Kind::carry) && names_next_year(tokens[next], report_year)) {
            merge(tokens, i, end_of_carry_out(tokens, next), Kind::carry_out);
        } else if (names_last_year(tokens[i], report_year) && (tokens[next].is(Kind::carry) || tokens[next].is(Kind::pending))) {
            std::size_t last = next;
            const std::size_t to = skip_fillers(tokens, next + 1);
            if (to < tokens.size() &&
                (tokens[to].is(Kind::this_year) || (tokens[to].is(Kind::year) && tokens[to].number == report_year)))
                last = to;
            merge(tokens, i, last, Kind::carry_in);
        } else if (tokens[i].is(Kind::carry) && names_last_year(tokens[next], report_year)) {
            merge(tokens, i, end_of_carry_out(tokens, next), Kind::carry_in);  // 结转上年度继续办理2件
        } else if (names_next_year(tokens[i], report_year) && tokens[next].is(Kind::carry)) {
            merge(tokens, i, end_of_carry_out(tokens, next), Kind::carry_out);
        } else if (names_next_year(tokens[i], report_year)) {
            const std::size_t last = end_of_carry_out(tokens, i);
            if (last > i) merge(tokens, i, last, Kind::carry_out);
        }
    }
}

/// 今年以来, 2024年累计: within the report's year.
void join_since(std::vector<Token>& tokens, int report_year) {
    for (std::size_t i = 1; i < tokens.size(); ++i) {
        const Token& before = tokens[i - 1];
        const bool this_year = before.is(Kind::this_year) || (before.is(Kind::year) && before.number == report_year);
        const bool until = i >= 2 && tokens[i - 2].is(Kind::cumulative);  // 截至2024年累计
        if (tokens[i].is(Kind::cumulative) && this_year && !until) tokens[i].kind = Kind::filler;
    }
}

/// 未办结的2件结转下年度: what is carried over is what is not done.
void join_pending(std::vector<Token>& tokens) {
    const auto out = [](const Token& t) { return t.is(Kind::carry_out); };
    if (std::none_of(tokens.begin(), tokens.end(), out)) return;
    for (Token& t : tokens)
        if (t.is(Kind::pending)) t.kind = Kind::filler;
}

/// 受理政府信息公开1件: what is received and counted one by one is an application.
void join_received(std::vector<Token>& tokens) {
    for (std::size_t i = 1; i + 1 < tokens.size(); ++i) {
        const std::size_t next = skip_fillers(tokens, i + 1);
        const bool counted = next < tokens.size() && tokens[next].is(Kind::figure) && tokens[next].counted && !tokens[next].item_unit;
        if (tokens[i].is(Kind::about) && tokens[i - 1].is(Kind::receive) && counted) tokens[i].kind = Kind::application;
    }
}

/// 通过网络、信函、当面等渠道: every way there is, so nothing is left out.
void join_channels(std::vector<Token>& tokens) {
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (!tokens[i].is(Kind::aside)) continue;
        std::size_t asides = 1, last = i + 1;
        for (; last < tokens.size() && (tokens[last].is(Kind::aside) || is_word_between(tokens[last])); ++last)
            asides += tokens[last].is(Kind::aside) ? 1 : 0;
        if (asides >= 2 && last + 1 < tokens.size() && tokens[last].is(Kind::et_cetera) && tokens[last + 1].is(Kind::filler))
            merge(tokens, i, last + 1, Kind::filler);
    }
}

}  // namespace

std::vector<Token> phrases_of(std::vector<Token> tokens, int report_year) {
    const Token* last_figure = nullptr;
    for (const Token& t : tokens)
        if (t.is(Kind::figure)) last_figure = &t;
    const auto compared = std::find_if(tokens.begin(), tokens.end(), [&](const Token& t) {
        return t.is(Kind::compare) && (t.value != better || (last_figure && &t < last_figure));
    });
    if (compared != tokens.end()) {
        auto from = compared;
        // 与上年相比, 和2020年相比: the year before the word belongs to the comparison.
        while (from != tokens.begin() && (is_word_between(from[-1]) || from[-1].is(Kind::last_year) || from[-1].is(Kind::year)))
            --from;
        const bool years = std::any_of(from, compared, [&](const Token& t) {
            return t.is(Kind::last_year) || (t.is(Kind::year) && t.number != report_year);
        });
        tokens.erase(years ? from : compared, tokens.end());
    }
    join_since(tokens, report_year);
    join_carries(tokens, report_year);
    join_pending(tokens);
    join_received(tokens);
    join_channels(tokens);
    return tokens;
}

}  // namespace nianbao::prose
