// What a sentence says: one figure, and which cells it speaks of.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/check/check.hpp"
#include "core/check/prose/token.hpp"

namespace nianbao::prose {

enum class Subject : std::uint8_t { received, handled, groups, carried_in, carried_out, review, lawsuit, paper };

/// The cells a figure speaks of, in the words of the form. Where offices use a word in several ways, all of them count.
struct Meaning {
    Subject subject = Subject::received;
    bool unsaid = false;           ///< received: 依申请公开9件, without a verb: what was handled or granted is right as well
    bool with_carried = false;     ///< received: 受理, 收办, or 上年结转 is spoken of: new + carried_in is right as well
    bool also_handled = false;     ///< received: 收到并答复; handled: 办理: the other one is right as well
    bool answered = false;         ///< handled: 答复: what was not answered (其他处理, 不予处理) may be left out
    bool all_of_received = false;  ///< handled, groups: 均已答复: figures of carried-over applications may come on top
    std::vector<Group> groups;
    std::vector<std::uint8_t> leaves;  ///< indices into leaf_rows()
    bool leaf_or_group = false;        ///< 因本机关不掌握无法提供: the row or its whole group
    Applicant applicant = Applicant::all;
    Lawsuit lawsuit = Lawsuit::both;
    Paper paper = Paper::normative;
    PaperChange change = PaperChange::made;
};

struct Statement {
    Meaning meaning;
    std::int64_t figure = 0;
    std::int64_t withdrawn = 0;  ///< received, handled: so many the sentence says were withdrawn; tables may leave them out
    Span figure_span;  ///< the figure with its unit; for 未收到 the words that say none
    Span clause_span;
    Span sentence_span;
    bool named = false;  ///< the clause itself says 政府信息公开申请, or leans on nothing
    bool plain = true;  ///< false: 全市 and the like; right only where a figure of the same passage bears it out
    int passage = 0;    ///< statements of one passage share subject and scope
};

/// Every figure that is plainly read as one of this body's report year, in order.
std::vector<Statement> statements_of(const Document& document, const Report& report, const std::vector<Paragraph>& paragraphs);

}  // namespace nianbao::prose
