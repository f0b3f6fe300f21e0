// Whatever the figures, sentences that repeat them are silent, and a sentence with one figure changed is found.
#include <catch2/catch.hpp>
#include <functional>

#include "core/check/readings.hpp"
#include "core/check/rule.hpp"
#include "tests/rules/prose_support.hpp"
#include "tests/support/filled.hpp"

using namespace nianbao;
using namespace nianbao::testing;

namespace {

/// A sentence of a template: "{cell + cell}" is the sum of cells of table three or four, by row (its 总计) or by id.
struct Sentence {
    std::string text;
    std::vector<std::int64_t> figures;  ///< in order
};

const char* const templates[] = {
    "YEAR年，我局共收到政府信息公开申请{new}件，上年结转{carried_in}件，答复{handled}件，结转下年度继续办理{carried_out}件。",
    "全年受理依申请公开{new}件，其中予以公开{granted}件、部分公开{partial}件。",
    "本机关共受理政府信息公开申请{new+carried_in}件，办结{handled}件。",
    "收到政府信息公开申请{new+carried_in}件（含上年结转{carried_in}件），予以公开及部分公开{granted+partial}件。",
    "YEAR年，收到政府信息公开申请{new}件。其中，自然人申请{new.natural}件，商业企业申请{new.business}件。",
    "答复政府信息公开申请{handled}件，因本机关不掌握等原因无法提供{unable_not_held+unable_not_ready+unable_unclear}件，"
    "属于行政查询事项{denied_inquiry}件。",
    "（二）依申请公开情况\n本年度新收申请{new}件。办结申请{handled}件，"
    "不予处理{rejected_petition+rejected_repeat+rejected_publication+rejected_excessive+rejected_confirm}件。",
    "因政府信息公开被申请行政复议{t4.review.total}件，被提起行政诉讼{t4.direct.total+t4.after_review.total}件。",
    "信息公开类行政复议{t4.review.total}件，未经复议直接起诉{t4.direct.total}件，复议后起诉{t4.after_review.total}件。",
};

std::int64_t value_of(const Filled& filled, std::string term) {
    if (term.substr(0, 1) != "t") term = "t3." + term;
    if (cell_index(*filled.form, term) < 0) term += ".total";
    return std::stoll(filled.at(term));
}

/// Fills a template; the figure number `changed` (or none) is off by `by`.
Sentence say(const std::string& pattern, const Filled& filled, int changed, std::int64_t by) {
    Sentence sentence;
    for (std::size_t at = 0; at < pattern.size();) {
        if (pattern.substr(at, 4) == "YEAR") {
            sentence.text += std::to_string(filled.year);
            at += 4;
        } else if (pattern[at] != '{') {
            sentence.text += pattern[at++];
        } else {
            const std::size_t end = pattern.find('}', at);
            std::int64_t figure = 0;
            for (std::size_t term = at + 1; term < end;) {
                const std::size_t stop = std::min(pattern.find('+', term), end);
                figure += value_of(filled, pattern.substr(term, stop - term));
                term = stop + 1;
            }
            if (static_cast<int>(sentence.figures.size()) == changed) figure += by;
            sentence.figures.push_back(figure);
            sentence.text += std::to_string(figure);
            at = end + 1;
        }
    }
    return sentence;
}

Made made_of(const Sentence& sentence, const Filled& filled) {
    Made made = make_prose(sentence.text, filled.year, "form=" + std::string(filled.form->id));
    for (std::size_t i = 0; i < filled.values.size(); ++i) {
        CellValue& cell = made.report.cells[i];
        if (cells_of(*filled.form)[i].table() == Table::two) continue;
        cell.value = Decimal::of(std::stoll(filled.values[i]));
    }
    return made;
}

std::vector<Finding> findings(const Made& made) {
    std::vector<Finding> out;
    const Rule* rule = rule_by_id("text-table-mismatch");
    rule->check(*rule, ReadCase(made.as_case()), out);
    return out;
}

}  // namespace

TEST_CASE("sentences that repeat the tables' figures are silent, whatever the figures", "[prose]") {
    Random random(20211231);
    for (int round = 0; round < 300; ++round) {
        const Filled filled = random_filled(*forms()[static_cast<std::size_t>(round % 2)], random);
        for (const char* pattern : templates) {
            const Sentence sentence = say(pattern, filled, -1, 0);
            INFO(sentence.text);
            CHECK(findings(made_of(sentence, filled)).empty());
        }
    }
}

TEST_CASE("a figure that no reading of its sentence gives is found", "[prose]") {
    Random random(20220126);
    int found = 0;
    for (int round = 0; round < 200; ++round) {
        const Filled filled = random_filled(*forms()[static_cast<std::size_t>(round % 2)], random);
        for (const char* pattern : templates) {
            const int count = static_cast<int>(say(pattern, filled, -1, 0).figures.size());
            const int changed = below(random, count);
            const Sentence sentence = say(pattern, filled, changed, 1'000'003);  // larger than any sum of the tables
            INFO(sentence.text);
            const std::vector<Finding> findings_now = findings(made_of(sentence, filled));
            CHECK(findings_now.size() == 1);
            if (findings_now.size() == 1)
                CHECK(findings_now[0].left->to_string() == std::to_string(sentence.figures[static_cast<std::size_t>(changed)]));
            ++found;
        }
    }
    CHECK(found >= 1000);
}

TEST_CASE("no text is too long or too odd to be read through", "[prose]") {
    const std::string unit[] = {
        "的", "申请", "2020年，", "收到政府信息公开申请5件。", "（《〔", "上年结转下年度", "公开 申请 1 2 3 件\n", "一是均为0，"};
    for (const std::string& piece : unit) {
        std::string text = "2021年，我局收到政府信息公开申请";
        while (text.size() < 400'000) text += piece;
        const Made made = make_prose(text, 2021, "new=7 handled=7");
        for (const char* id : {"text-table-mismatch", "stale-year", "copied-sections"}) {
            std::vector<Finding> out;
            const Rule* rule = rule_by_id(id);
            const Case c{made.document, made.report, &made.document, &made.report};
            rule->check(*rule, ReadCase(c), out);
            for (const Finding& f : out)
                for (const FindingSpan& s : f.spans) CHECK(s.span.end <= made.document.text.size());
        }
    }
}
