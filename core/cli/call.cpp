#include "core/cli/call.hpp"

#include <charconv>
#include <cstdio>
#include <string_view>
#include <thread>

#include "core/read/encoding.hpp"

namespace nianbao {

const std::string_view usage = R"(用法 / Usage:
  nianbao [check] [选项 options] FILE...
      检查政府信息公开工作年度报告（- 为标准输入）。
      Checks annual reports on government information disclosure (- is standard input).
  nianbao rules [--json | --markdown] [--en]      规则目录 / the catalogue of rules
  nianbao form 2019|2021 [--filled | --errors | --json]   空白格式 / the blank form, or a sample
  nianbao --version | --help

  --json          每份报告一行 JSON / one line of JSON per report
  --en            英文 / English
  --encoding NAME UTF-8, UTF-16LE, UTF-16BE, GB18030（默认自动识别 / default: detected）
  --previous FILE 上年度报告，用于核对结转等 / last year's report, for carry-over checks

大批量 / Many reports:
  --files-from LIST   从文件（- 为标准输入）逐行读取路径 / paths to check, one a line, from a file (- is standard input)
  -0, --null          路径之间以 NUL 分隔 / paths end with NUL instead (find -print0)
  --records FILE      每行一个 JSON 对象：text 或 path 或 base64，另可有 id、name、encoding、format、previous、previous_path
                      one JSON object a line: text, path or base64; also id, name, encoding, format, previous, previous_path
  -j N, --jobs N      同时检查的份数，0 为全部处理器；输出顺序不变 / reports checked at once, 0 for all processors; the order stays
  --no-text           JSON 中不含原文 / leave the text out of the JSON

退出码 / Exit status: 0 无错误 no errors, 1 有错误 errors, 2 无法检查或用法有误 unreadable or wrong call
)";

void complain(const std::string& sentence) { std::fprintf(stderr, "nianbao: %s\n", sentence.c_str()); }

namespace {

constexpr unsigned most_threads = 256;

std::optional<unsigned> thread_count(const std::string& digits) {
    unsigned count = 0;
    const char* end = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), end, count);
    if (error != std::errc{} || stop != end || count > most_threads) return std::nullopt;
    return count == 0 ? std::max(1U, std::thread::hardware_concurrency()) : count;
}

/// Reads the words from left to right.
class Words {
public:
    explicit Words(const std::vector<std::string>& words) : words_(words) {}

    std::optional<Call> read() {
        for (; at_ < words_.size() && good_; ++at_) take(words_[at_]);
        if (good_ && call_.command == Command::check) check_inputs();
        if (good_ && call_.command == Command::rules && !call_.operands.empty()) reject("rules 后面没有文件 / rules takes no operand: " + call_.operands.front());
        return good_ ? std::optional<Call>(std::move(call_)) : std::nullopt;
    }

private:
    const std::vector<std::string>& words_;
    std::size_t at_ = 0;
    bool options_end_ = false, good_ = true;
    Call call_;

    void reject(const std::string& sentence) {
        complain(sentence);
        good_ = false;
    }

    std::string value() {
        if (at_ + 1 < words_.size()) return words_[++at_];
        reject(words_[at_] + " 缺少参数 / needs an argument");
        return {};
    }

    void take(const std::string& word) {
        if (options_end_ || word == "-" || word.empty() || word[0] != '-') return take_operand(word);
        if (word == "--") options_end_ = true;
        else if (word == "--json") call_.json = true;
        else if (word == "--en") call_.english = true;
        else if (word == "--filled") call_.filled = true;
        else if (word == "--errors") call_.errors = true;
        else if (word == "--markdown") call_.markdown = true;
        else if (word == "--no-text") call_.without_text = true;
        else if (word == "-0" || word == "--null") call_.null_separated = true;
        else if (word == "--encoding") take_encoding(value());
        else if (word == "--previous") call_.previous = value();
        else if (word == "--files-from") call_.files_from = value();
        else if (word == "--records") call_.records = value();
        else if (word == "--jobs" || word == "-j") take_threads(value());
        else if (word.rfind("-j", 0) == 0) take_threads(word.substr(2));
        else reject("不认识的选项 / unknown option: " + word);
    }

    void take_operand(const std::string& word) {
        if (at_ == 0 && !options_end_ && word == "rules") call_.command = Command::rules;
        else if (at_ == 0 && !options_end_ && word == "form") call_.command = Command::form;
        else if (at_ != 0 || options_end_ || word != "check") call_.operands.push_back(word);
    }

    void take_threads(const std::string& digits) {
        const std::optional<unsigned> count = thread_count(digits);
        if (count) call_.threads = *count;
        else if (good_) reject("-j 后面应为 0 到 " + std::to_string(most_threads) + " 的整数 / -j takes a whole number up to " + std::to_string(most_threads));
    }

    void take_encoding(const std::string& name) {
        call_.encoding = name;
        if (good_ && encoding_name(name).empty()) reject("不认识的编码 / unknown encoding: " + name);
    }

    void check_inputs() {
        const int kinds = (call_.operands.empty() ? 0 : 1) + (call_.files_from ? 1 : 0) + (call_.records ? 1 : 0);
        if (kinds == 0) reject("没有给出文件 / no file given\n" + std::string(usage));
        if (kinds > 1) reject("文件、--files-from 和 --records 只能用一种 / give files, --files-from or --records, only one of them");
    }
};

}  // namespace

std::optional<Call> parse_call(const std::vector<std::string>& words) { return Words(words).read(); }

}  // namespace nianbao
