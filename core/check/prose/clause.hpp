// Reads one clause: its words → what they say. The passage's memory (scope, period, topic) is in Context.
#pragma once

#include <optional>
#include <vector>

#include "core/check/prose/statement.hpp"

namespace nianbao::prose {

enum class Scope : std::uint8_t { self, unsure, others };
enum class Topic : std::uint8_t { none, application, other };

/// What the clauses before have settled.
struct Context {
    // for the paragraph
    Scope scope = Scope::self;
    int passage = 0;
    Topic topic = Topic::none;
    bool other_period = false;
    bool speaks_of_carried = false;
    bool disputes = false;  ///< in section four, whose reviews and lawsuits are those about disclosure
    bool sorts = false;     ///< 主动公开120件: 依申请公开50件 beside it counts documents, too
    bool counted = false;  ///< applications have been counted: 答复28件 alone goes on with them
    // for the sentence
    bool doubtful = false;                 ///< cumulative, planned, part of a year, several years
    bool so_far = false;                   ///< 截至12月31日, and nothing else in doubt: right of none at all, and of what is in force
    bool disclosure = false;               ///< an application or 信息公开 was spoken of
    bool resulted = false;                 ///< results (予以公开 …) are being listed
    bool lost = false;                     ///< a clause was not understood: what leans on it is not either
    bool narrowed = false;                 ///< (until ；) some of the applications were spoken of: 网上申请20件
    std::optional<Meaning> head;           ///< what 其中 refers to
    std::optional<Meaning> whole;          ///< what it refers to in the next sentence, where 上年结转2件 came last in this one
    std::optional<std::int64_t> received;  ///< what 均 refers to
    bool in_part = false;                  ///< 收到20件，答复19件，…: so many of them that 均 can't be of all
    std::int64_t shared_out = 0;           ///< (until ；) how many of them applicants or channels have been named for
    std::optional<Paper> paper;
};

struct Said {
    Meaning meaning;
    std::int64_t figure = 0;
    Range place;
    bool named = false;  ///< see Statement
    bool none = false;   ///< 未收到, 未发生
};

/// Joins the words of one phrase: 上年 + 结转 → carry_in, 结转 + 下年度 + 继续 + 办理 → carry_out; cuts what follows a
/// comparison.
std::vector<Token> phrases_of(std::vector<Token> tokens, int report_year);

/// Reads a clause and updates the context. Silent (no Said) on anything but one plain reading.
std::vector<Said> read_clause(const std::vector<Token>& tokens, Context& context);

}  // namespace nianbao::prose
