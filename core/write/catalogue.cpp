#include "core/write/catalogue.hpp"

#include "core/check/rule.hpp"
#include "core/write/names.hpp"

namespace nianbao {
namespace {

std::string_view severity_zh(Severity severity) {
    switch (severity) {
        case Severity::error: return "错误";
        case Severity::warning: return "警告";
        case Severity::note: break;
    }
    return "提示";
}

std::string_view clause_or(std::string_view clause, std::string_view none) { return clause.empty() ? none : clause; }

void append(std::string& text, std::initializer_list<std::string_view> parts) {
    for (const std::string_view part : parts) text += part;
}

}  // namespace

std::string rules_text(bool english) {
    std::string text;
    for (const Rule* rule : catalogue()) {
        if (english)
            append(text, {rule->id, " (", severity_name(rule->severity), "): ", rule->title.en, "\n  ", rule->why.en, "\n  ",
                          rule->todo.en, "\n  Source: ", clause_or(rule->clause, "no clause"), "\n\n"});
        else
            append(text, {rule->id, "（", severity_zh(rule->severity), "）", rule->title.zh, "\n  ", rule->why.zh, "\n  ",
                          rule->todo.zh, "\n  依据：", clause_or(rule->clause, "无条款"), "\n\n"});
    }
    return text;
}

std::string rules_markdown() {
    std::string text =
        "# Rules 规则目录\n\n"
        "Generated from the catalogue by `nianbao rules --markdown`; edit the rules, not this file.\n";
    for (const Rule* rule : catalogue()) {
        append(text, {"\n## `", rule->id, "` — ", severity_zh(rule->severity), " ", severity_name(rule->severity), "\n\n"});
        append(text, {"**", rule->title.zh, "** ", rule->why.zh, " ", rule->todo.zh, "\n\n"});
        append(text, {"**", rule->title.en, "** ", rule->why.en, " ", rule->todo.en, "\n\n"});
        append(text, {"依据 Source: ", clause_or(rule->clause, "无条款 no clause"), "\n"});
    }
    return text;
}

}  // namespace nianbao
