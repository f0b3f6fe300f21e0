// The command line: nianbao [check] | rules | form. See docs and `nianbao --help`.
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/cli/pdf.hpp"
#include "core/nianbao.hpp"
#include "core/write/catalogue.hpp"
#include "core/write/sample.hpp"
#include "core/write/terminal.hpp"

namespace {

using namespace nianbao;

constexpr int no_errors = 0, has_errors = 1, unusable = 2;

constexpr std::string_view help = R"(用法 / Usage:
  nianbao [check] [--json] [--en] [--encoding NAME] [--previous FILE] FILE...
      检查政府信息公开工作年度报告（- 为标准输入）。
      Checks annual reports on government information disclosure (- is standard input).
  nianbao rules [--json | --markdown] [--en]      规则目录 / the catalogue of rules
  nianbao form 2019|2021 [--filled | --errors | --json]   空白表样 / the blank form, or a sample
  nianbao --version | --help

  --json          每个文件一行 JSON / one line of JSON per file
  --en            英文 / English
  --encoding      UTF-8, UTF-16LE, UTF-16BE, GB18030（默认自动识别 / default: detected）
  --previous      上年度报告，用于核对结转等 / last year's report, for carry-over checks

退出码 / Exit status: 0 无错误 no errors, 1 有错误 errors, 2 无法检查或用法有误 unreadable or wrong call
)";

struct Call {
    std::string command = "check";
    bool json = false, english = false, filled = false, errors = false, markdown = false;
    std::string encoding;
    std::optional<std::string> previous;
    std::vector<std::string> operands;
};

void complain(const std::string& sentence) { std::fprintf(stderr, "nianbao: %s\n", sentence.c_str()); }

void print(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stdout); }

std::optional<Call> parse(const std::vector<std::string>& words) {
    Call call;
    bool options_end = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string& word = words[i];
        const auto value = [&]() -> std::optional<std::string> {
            if (i + 1 < words.size()) return words[++i];
            complain(word + " 缺少参数 / needs an argument");
            return std::nullopt;
        };
        if (options_end || word == "-" || word.empty() || word[0] != '-') {
            const bool is_command = i == 0 && (word == "check" || word == "rules" || word == "form");
            if (is_command) call.command = word;
            else call.operands.push_back(word);
        } else if (word == "--") options_end = true;
        else if (word == "--json") call.json = true;
        else if (word == "--en") call.english = true;
        else if (word == "--filled") call.filled = true;
        else if (word == "--errors") call.errors = true;
        else if (word == "--markdown") call.markdown = true;
        else if (word == "--encoding") {
            const auto name = value();
            if (!name) return std::nullopt;
            call.encoding = *name;
        } else if (word == "--previous") {
            call.previous = value();
            if (!call.previous) return std::nullopt;
        } else {
            complain("不认识的选项 / unknown option: " + word);
            return std::nullopt;
        }
    }
    return call;
}

std::optional<std::string> read_file(const std::string& path) {
    const bool standard_input = path == "-";
    const auto close = [standard_input](std::FILE* file) {
        if (file && !standard_input) std::fclose(file);
    };
    const std::unique_ptr<std::FILE, decltype(close)> file(standard_input ? stdin : std::fopen(path.c_str(), "rb"), close);
    if (!file) return std::nullopt;
    std::string bytes;
    std::vector<char> buffer(1 << 16);
    for (std::size_t n = 0; (n = std::fread(buffer.data(), 1, buffer.size(), file.get())) > 0;) bytes.append(buffer.data(), n);
    if (std::ferror(file.get())) return std::nullopt;
    return bytes;
}

std::string base_name(const std::string& path) {
    const std::size_t slash = path.find_last_of('/');
    return slash == std::string::npos ? path : path.substr(slash + 1);
}

/// A file as the core takes it: a PDF becomes positioned text, everything else stays as it is.
struct Loaded {
    std::string bytes;
    Options options;
};

std::optional<Loaded> load(const std::string& path, const Call& call) {
    std::optional<std::string> bytes = read_file(path);
    if (!bytes) {
        complain("读不了文件 / cannot read file: " + path);
        return std::nullopt;
    }
    Loaded loaded{std::move(*bytes), {}};
    loaded.options.name = path == "-" ? "" : base_name(path);
    loaded.options.encoding = call.encoding;
    if (std::optional<std::string> runs = pdf_to_runs(loaded.bytes)) {
        loaded.bytes = std::move(*runs);
        loaded.options.format = "runs";
    }
    return loaded;
}

int check_files(const Call& call) {
    if (call.operands.empty()) {
        complain("没有给出文件 / no file given\n" + std::string(help));
        return unusable;
    }
    std::optional<Loaded> last;
    if (call.previous) {
        last = load(*call.previous, call);
        if (!last) return unusable;
    }
    const bool colour = isatty(STDOUT_FILENO) != 0 && std::getenv("NO_COLOR") == nullptr;
    int status = no_errors;
    for (const std::string& path : call.operands) {
        const std::optional<Loaded> loaded = load(path, call);
        if (!loaded) {
            status = unusable;
            continue;
        }
        std::optional<Previous> previous;
        if (last) previous = Previous{last->bytes, last->options};
        const Result result = check(loaded->bytes, loaded->options, previous);
        if (call.json) print(to_json(result) + "\n");
        else print(to_terminal(result, call.english ? Language::en : Language::zh, colour));
        std::fflush(stdout);
        if (result.verdict == Verdict::unreadable) status = unusable;
        if (result.verdict == Verdict::errors && status == no_errors) status = has_errors;
    }
    return status;
}

int print_rules(const Call& call) {
    if (call.json) print(rules_json() + "\n");
    else if (call.markdown) print(rules_markdown());
    else print(rules_text(call.english));
    return no_errors;
}

int print_form(const Call& call) {
    if (call.json) {
        print(forms_json() + "\n");
        return no_errors;
    }
    const Form* form = call.operands.size() == 1 ? form_by_id(call.operands.front()) : nullptr;
    if (!form) {
        complain("要给出表样年份：2019 或 2021 / name the form: 2019 or 2021");
        return unusable;
    }
    if (call.filled || call.errors) print(sample_report(*form, call.errors ? Sample::errors : Sample::clean));
    else print(blank_form(*form));
    return no_errors;
}

}  // namespace

int main(int argc, char** argv) {
    const std::vector<std::string> words(argv + 1, argv + argc);
    for (const std::string& word : words) {
        if (word == "--") break;
        if (word == "--help" || word == "-h") return print(help), no_errors;
        if (word == "--version") return print(std::string(version()) + "\n"), no_errors;
    }
    const std::optional<Call> call = parse(words);
    if (!call) return unusable;
    if (call->command == "rules") return print_rules(*call);
    if (call->command == "form") return print_form(*call);
    return check_files(*call);
}
