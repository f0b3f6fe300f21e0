// What the words beside a figure mean together.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <vector>

#include "core/check/prose/clause.hpp"

namespace nianbao::prose {

using Tokens = std::vector<Token>;

/// Whether a word says what is counted: 收到, 予以公开, 自然人; not 全年, 共, 依法.
bool is_measure(const Token& t);

/// The words that belong to one figure.
struct Measures {
    Tokens words;
    bool joined = false;  ///< a connector stands between them
    bool et_cetera = false;

    std::size_t count(Kind kind) const {
        return static_cast<std::size_t>(std::count_if(words.begin(), words.end(), [&](const Token& t) { return t.is(kind); }));
    }
    bool only(std::initializer_list<Kind> kinds) const {
        return std::all_of(words.begin(), words.end(),
                           [&](const Token& t) { return std::find(kinds.begin(), kinds.end(), t.kind) != kinds.end(); });
    }
    const Token* first(Kind kind) const {
        const auto at = std::find_if(words.begin(), words.end(), [&](const Token& t) { return t.is(kind); });
        return at == words.end() ? nullptr : &*at;
    }
};

/// What the clause itself says of its topic.
struct Topics {
    bool application = false;      ///< it, or the passage before it, is about applications
    bool named = false;            ///< the clause itself says 政府信息公开申请
    bool asked = false;            ///< … or 申请
    bool disclosure = false;       ///< a review or lawsuit in it is one about disclosure, if only by the passage before
    bool disclosure_said = false;  ///< the sentence itself says so
    bool citizens_alone = false;   ///< 公民 or 个人 is the only applicant the clause names
};

/// Whose applications: all where no applicant is named, nothing where several are.
std::optional<Applicant> applicant_of(const Measures& m);

/// Nothing where they have more than one reading. `none`: the figure is 0.
std::optional<Meaning> meaning_of(const Measures& m, const Context& context, const Topics& topics, bool none);

}  // namespace nianbao::prose
