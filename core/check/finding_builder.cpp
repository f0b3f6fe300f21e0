// How a rule's sentence becomes a finding.
#include <charconv>

#include "core/check/families.hpp"

namespace nianbao {
namespace {

/// Fills {0}, {1} … with one language of the arguments; a number without an argument is left out.
std::string fill_one(std::string_view pattern, const std::vector<Message>& arguments, std::string Message::*language) {
    std::string text;
    for (std::size_t at = 0; at < pattern.size();) {
        const std::size_t open = pattern.find('{', at);
        const std::size_t close = open == std::string_view::npos ? open : pattern.find('}', open);
        if (close == std::string_view::npos) {
            text += pattern.substr(at);
            break;
        }
        text += pattern.substr(at, open - at);
        std::size_t index = arguments.size();
        std::from_chars(pattern.data() + open + 1, pattern.data() + close, index);
        if (index < arguments.size()) text += arguments[index].*language;
        at = close + 1;
    }
    return text;
}

/// Clauses are written with the newest notice; a report on an older form is told its own.
std::string clause_for(const Rule& rule, const Report& report) {
    const Form& newest = *forms().back();
    std::string clause(rule.clause);
    if (report.form && report.form != &newest && rule.clause.substr(0, newest.notice.size()) == newest.notice)
        clause = std::string(report.form->notice) + std::string(rule.clause.substr(newest.notice.size()));
    return clause;
}

}  // namespace

Message fill(const Text& pattern, const std::vector<Message>& arguments) {
    return {fill_one(pattern.zh, arguments, &Message::zh), fill_one(pattern.en, arguments, &Message::en)};
}

Finding found(const Rule& rule, const Report& report, const Text& sentence, const std::vector<Message>& arguments) {
    Finding finding;
    finding.rule = rule.id;
    finding.severity = rule.severity;
    finding.message = fill(sentence, arguments);
    std::string& english = finding.message.en;
    if (!english.empty() && english[0] >= 'a' && english[0] <= 'z') english[0] = static_cast<char>(english[0] - 'a' + 'A');
    finding.clause = clause_for(rule, report);
    return finding;
}

Finding found(const Rule& rule, const Report& report, const std::vector<Message>& arguments) {
    return found(rule, report, rule.message, arguments);
}

void mark(Finding& finding, const Report& report, const std::vector<CellIndex>& cells, std::string_view role) {
    for (const CellIndex cell : cells) {
        finding.cells.push_back(cell);
        const Span span = report.cells[cell].span;
        const bool repeated = !finding.spans.empty() && finding.spans.back().span == span;  // an unreadable row shares one
        if (span.end > 0 && !repeated) finding.spans.push_back({span, role});
    }
}

void mark(Finding& finding, Span span, std::string_view role) { finding.spans.push_back({span, role}); }

std::vector<const Observation*> observations(const Rule& rule, const Case& c) {
    std::vector<const Observation*> all;
    for (const std::vector<Observation>* list : {&c.document.observations, &c.report.observations})
        for (const Observation& observation : *list)
            if (observation.rule == rule.id) all.push_back(&observation);
    return all;
}

}  // namespace nianbao
