#include "core/write/terminal.hpp"

#include <algorithm>

#include "core/check/rule.hpp"
#include "core/write/names.hpp"

namespace nianbao {
namespace {

class Page {
public:
    Page(const Result& result, Language language, bool colour)
        : result_(result), english_(language == Language::en), colour_(colour) {}

    std::string write() {
        headline();
        for (const Finding& finding : result_.findings) entry(finding);
        repairs();
        return std::move(text_);
    }

private:
    std::string_view say(std::string_view zh, std::string_view en) const { return english_ ? en : zh; }
    const std::string& say(const Message& message) const { return english_ ? message.en : message.zh; }

    std::string painted(std::string_view text, std::string_view code) const {
        if (!colour_) return std::string(text);
        return "\x1b[" + std::string(code) + "m" + std::string(text) + "\x1b[0m";
    }

    void headline() {
        const Report& report = result_.report;
        text_ += painted(result_.document.name.empty() ? "-" : result_.document.name, "1") + "\n  ";
        if (!report.organization.empty()) text_ += report.organization + "  ";
        if (report.year) text_ += std::to_string(*report.year) + std::string(say("年度  ", "  "));
        if (report.form) text_ += std::string(say("格式 ", "form ")) + std::string(report.form->id) + "  ";
        int counts[3] = {0, 0, 0};
        for (const Finding& finding : result_.findings) ++counts[static_cast<std::size_t>(finding.severity)];
        text_ += verdict();
        text_ += std::string(say("：错误 ", ": errors ")) + std::to_string(counts[0]);
        text_ += std::string(say("，警告 ", ", warnings ")) + std::to_string(counts[1]);
        text_ += std::string(say("，提示 ", ", notes ")) + std::to_string(counts[2]);
        text_ += std::string(say("；勾稽关系成立 ", "; relations hold ")) + std::to_string(result_.checks.held);
        text_ += std::string(say("，不成立 ", ", fail ")) + std::to_string(result_.checks.failed);
        text_ += std::string(say("，无法判断 ", ", unknown ")) + std::to_string(result_.checks.unknown) + "\n";
    }

    std::string verdict() const {
        switch (result_.verdict) {
            case Verdict::ok: return painted(say("没有发现问题", "nothing found"), "32");
            case Verdict::warnings: return painted(say("有需要核对之处", "worth checking"), "33");
            case Verdict::errors: return painted(say("有错误", "errors"), "31");
            case Verdict::unreadable: break;
        }
        return painted(say("无法检查", "cannot be checked"), "31");
    }

    std::string mark(Severity severity) const {
        switch (severity) {
            case Severity::error: return painted(say("错误", "error  "), "31");
            case Severity::warning: return painted(say("警告", "warning"), "33");
            case Severity::note: break;
        }
        return painted(say("提示", "note   "), "36");
    }

    std::size_t line_of(std::uint32_t offset) const {
        const std::string& text = result_.document.text;
        const auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(offset, text.size()));
        return static_cast<std::size_t>(std::count(text.begin(), end, '\n')) + 1;
    }

    void entry(const Finding& finding) {
        text_ += "  " + mark(finding.severity) + "  " + say(finding.message);
        text_ += "  [" + std::string(finding.rule) + "]";
        if (!finding.spans.empty()) {
            const std::string line = std::to_string(line_of(finding.spans.front().span.begin));
            text_ += english_ ? "  line " + line : "  第" + line + "行";
        }
        text_ += "\n";
        if (const Rule* rule = rule_by_id(finding.rule); rule && finding.severity == Severity::error)
            text_ += "        " + std::string(say("怎么改：", "What to do: ")) + std::string(say(rule->todo.zh, rule->todo.en)) + "\n";
    }

    void repairs() {
        if (!result_.repairs.empty()) text_ += std::string(say("  最可能的改法（仅供核对，未作任何改动）：\n",
                                                               "  Most likely repairs (proposals; nothing was changed):\n"));
        int number = 0;
        for (const Repair& repair : result_.repairs) {
            text_ += "    " + std::to_string(++number) + ". " + say(repair.message) + "\n";
            for (const Change& change : repair.changes) {
                text_ += "       " + cells_of(*result_.report.form)[change.cell].id + ": ";
                text_ += change.from ? std::to_string(*change.from) : std::string(say("空", "blank"));
                text_ += " → " + std::to_string(change.to) + "\n";
            }
        }
        if (!result_.repair_note.zh.empty()) text_ += "    " + say(result_.repair_note) + "\n";
    }

    const Result& result_;
    bool english_;
    bool colour_;
    std::string text_;
};

}  // namespace

std::string to_terminal(const Result& result, Language language, bool colour) {
    return Page(result, language, colour).write();
}

}  // namespace nianbao
