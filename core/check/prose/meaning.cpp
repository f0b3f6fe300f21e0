#include "core/check/prose/meaning.hpp"

#include <algorithm>

namespace nianbao::prose {

namespace {

std::optional<Meaning> paper_meaning(const Measures& m, const Context& context) {
    if (!m.only({Kind::document, Kind::document_change}) || m.count(Kind::document_change) != 1 || m.count(Kind::document) > 1)
        return std::nullopt;
    const Token* paper = m.first(Kind::document);
    if (!paper && !context.paper) return std::nullopt;
    Meaning meaning;
    meaning.subject = Subject::paper;
    meaning.paper = paper ? static_cast<Paper>(paper->value) : *context.paper;
    meaning.change = static_cast<PaperChange>(m.first(Kind::document_change)->value);
    return meaning;
}

/// None at all is none about disclosure; some are only where the sentence says what they were about.
std::optional<Meaning> court_meaning(const Measures& m, const Topics& topics, bool none) {
    if (!m.only({Kind::review, Kind::lawsuit}) || m.words.size() != 1) return std::nullopt;
    if (!(none ? topics.disclosure : topics.disclosure_said)) return std::nullopt;
    Meaning meaning;
    meaning.subject = m.words[0].is(Kind::review) ? Subject::review : Subject::lawsuit;
    meaning.lawsuit = static_cast<Lawsuit>(m.words[0].value);
    return meaning;
}

/// 重复申请3件 alone may say how often people asked; as a row of （五）不予处理 it stands among the results.
bool is_loose_leaf(const Meaning& meaning, const Context& context) {
    return meaning.groups.empty() && !context.resulted &&
           std::any_of(meaning.leaves.begin(), meaning.leaves.end(),
                       [](std::uint8_t leaf) { return leaf_rows()[leaf].group == Group::rejected; });
}

std::optional<Meaning> group_meaning(const Measures& m, const Context& context) {
    if (!m.only({Kind::group, Kind::leaf, Kind::handle, Kind::column})) return std::nullopt;
    Meaning meaning;
    meaning.subject = Subject::groups;
    for (const Token& t : m.words) {
        if (t.is(Kind::group)) meaning.groups.push_back(static_cast<Group>(t.value));
        if (t.is(Kind::leaf)) meaning.leaves.push_back(t.value);
    }
    if (meaning.groups.size() > 1 && (!m.joined || !meaning.leaves.empty())) return std::nullopt;
    if (meaning.leaves.size() > 1 && !m.joined) return std::nullopt;
    if (meaning.groups.size() == 1 && !meaning.leaves.empty()) {
        for (const std::uint8_t leaf : meaning.leaves)
            if (leaf_rows()[leaf].group != meaning.groups[0]) return std::nullopt;
        if (m.et_cetera) meaning.leaves.clear();
        meaning.leaf_or_group = !m.et_cetera;
    } else if (m.et_cetera) {
        return std::nullopt;
    }
    if (is_loose_leaf(meaning, context)) return std::nullopt;
    std::sort(meaning.groups.begin(), meaning.groups.end());
    if (std::adjacent_find(meaning.groups.begin(), meaning.groups.end()) != meaning.groups.end()) return std::nullopt;
    return meaning;
}

std::optional<Meaning> flow_meaning(const Measures& m, const Context& context) {
    if (!m.only({Kind::receive, Kind::handle, Kind::column})) return std::nullopt;
    Meaning meaning;
    bool fresh = false;
    for (const Token& t : m.words) {
        if (t.is(Kind::receive)) {
            fresh = fresh || t.value == static_cast<std::uint8_t>(Receive::fresh);
            meaning.with_carried = meaning.with_carried || t.value == static_cast<std::uint8_t>(Receive::accepted);
        }
        if (t.is(Kind::handle)) {
            meaning.answered = meaning.answered || t.value == static_cast<std::uint8_t>(Handle::answered);
            meaning.also_handled = meaning.also_handled || t.value == static_cast<std::uint8_t>(Handle::processed);
        }
    }
    const bool received = m.count(Kind::receive) > 0, handled = m.count(Kind::handle) > 0;
    meaning.subject = received ? Subject::received : Subject::handled;
    meaning.also_handled = meaning.also_handled || (received && handled);
    if (context.speaks_of_carried || meaning.also_handled) meaning.with_carried = true;
    if (fresh && !handled) meaning.with_carried = false;
    return meaning;
}

}  // namespace

std::optional<Applicant> applicant_of(const Measures& m) {
    if (m.count(Kind::column) == 0) return Applicant::all;
    const bool natural = std::any_of(m.words.begin(), m.words.end(), [](const Token& t) {
        return t.is(Kind::column) && (t.value == static_cast<std::uint8_t>(Applicant::natural) ||
                                      t.value == static_cast<std::uint8_t>(Applicant::citizens));
    });
    if (m.count(Kind::column) == 1) return static_cast<Applicant>(m.first(Kind::column)->value);
    const bool legal = std::any_of(m.words.begin(), m.words.end(), [](const Token& t) {
        return t.is(Kind::column) && t.value == static_cast<std::uint8_t>(Applicant::legal);
    });
    if (natural && legal && m.count(Kind::column) == 2) return Applicant::all;  // 公民、法人和其他组织
    return std::nullopt;
}

bool is_measure(const Token& t) {
    switch (t.kind) {
        case Kind::receive:
        case Kind::handle:
        case Kind::group:
        case Kind::leaf:
        case Kind::carry_in:
        case Kind::carry_out:
        case Kind::review:
        case Kind::lawsuit:
        case Kind::document:
        case Kind::document_change:
        case Kind::column:
            return true;
        default:
            return false;
    }
}

std::optional<Meaning> meaning_of(const Measures& m, const Context& context, const Topics& topics, bool none) {
    if (m.words.empty()) return std::nullopt;
    if (m.count(Kind::document) + m.count(Kind::document_change) > 0) return paper_meaning(m, context);
    if (m.count(Kind::review) + m.count(Kind::lawsuit) > 0) return court_meaning(m, topics, none);
    if (!topics.application) return std::nullopt;
    std::optional<Applicant> applicant = applicant_of(m);
    if (!applicant) return std::nullopt;
    if (*applicant == Applicant::citizens && (m.only({Kind::column}) || !topics.citizens_alone)) applicant = Applicant::natural;

    std::optional<Meaning> meaning;
    const bool narrow_elided = context.narrowed && !topics.named;
    if (m.only({Kind::column})) {
        if (!context.head || *applicant == Applicant::all) return std::nullopt;
        meaning = context.head;
        meaning->all_of_received = false;
        if (meaning->subject == Subject::received || meaning->subject == Subject::handled) {
            meaning->also_handled = true;
            meaning->with_carried = true;
        }
    } else if (m.count(Kind::carry_in) + m.count(Kind::carry_out) > 0) {
        if (!m.only({Kind::carry_in, Kind::carry_out, Kind::column}) || m.count(Kind::carry_in) + m.count(Kind::carry_out) != 1)
            return std::nullopt;
        meaning.emplace();
        meaning->subject = m.count(Kind::carry_in) > 0 ? Subject::carried_in : Subject::carried_out;
    } else if (narrow_elided) {
        return std::nullopt;
    } else if (m.count(Kind::group) + m.count(Kind::leaf) > 0) {
        meaning = group_meaning(m, context);
    } else if (topics.asked || context.counted) {
        meaning = flow_meaning(m, context);
    }
    if (meaning) meaning->applicant = *applicant;
    return meaning;
}

}  // namespace nianbao::prose
