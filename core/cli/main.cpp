// The command line: nianbao [check] | rules | form. See `nianbao --help`.
#include <cstdio>
#include <string>
#include <vector>

#include "core/cli/call.hpp"
#include "core/cli/check.hpp"
#include "core/nianbao.hpp"
#include "core/write/catalogue.hpp"

namespace nianbao {
namespace {

void print(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stdout); }

Exit print_rules(const Call& call) {
    if (call.json) print(rules_json() + "\n");
    else if (call.markdown) print(rules_markdown());
    else print(rules_text(call.english));
    return no_errors;
}

Exit print_form(const Call& call) {
    if (call.json) {
        print(forms_json() + "\n");
        return no_errors;
    }
    const Form* form = call.operands.size() == 1 ? form_by_id(call.operands.front()) : nullptr;
    if (!form) {
        complain("要给出格式年份：2019 或 2021 / name the form: 2019 or 2021");
        return unusable;
    }
    print(sample(call.errors ? "errors" : call.filled ? "clean" : "blank", form->id));
    return no_errors;
}

Exit run(const std::vector<std::string>& words) {
    for (const std::string& word : words) {
        if (word == "--") break;
        if (word == "--help" || word == "-h") return print(usage), no_errors;
        if (word == "--version") return print(std::string(version()) + "\n"), no_errors;
    }
    const std::optional<Call> call = parse_call(words);
    if (!call) return unusable;
    if (call->command == Command::rules) return print_rules(*call);
    if (call->command == Command::form) return print_form(*call);
    return check_reports(*call);
}

}  // namespace
}  // namespace nianbao

int main(int argc, char** argv) {
    const nianbao::Exit status = nianbao::run({argv + 1, argv + argc});
    return std::fflush(stdout) == 0 && std::ferror(stdout) == 0 ? status : nianbao::unusable;
}
