#include "core/cli/check.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <memory>

#include "core/cli/jobs.hpp"
#include "core/cli/ordered.hpp"
#include "core/cli/pdf.hpp"
#include "core/nianbao.hpp"
#include "core/write/terminal.hpp"

namespace nianbao {
namespace {

/// A report as the core takes it: a PDF becomes positioned text, everything else stays as it is.
struct Loaded {
    std::string bytes;
    Options options;
};

struct Checked {
    std::string output;
    std::string complaint;
    Exit status = no_errors;
};

std::string last_part(const std::string& path) {
    if (path == "-") return {};
    const std::size_t slash = path.find_last_of('/');
    return slash == std::string::npos ? path : path.substr(slash + 1);
}

std::optional<Loaded> load(const Input& input, Options options) {
    std::optional<std::string> bytes = input.path.empty() ? input.bytes : read_file(input.path);
    if (!bytes) return std::nullopt;
    if (options.name.empty()) options.name = last_part(input.path);
    Loaded loaded{std::move(*bytes), std::move(options)};
    if (std::optional<std::string> runs = pdf_to_runs(loaded.bytes)) {
        loaded.bytes = std::move(*runs);
        loaded.options.format = "runs";
    }
    return loaded;
}

class Checker {
public:
    Checker(const Call& call, std::shared_ptr<const Loaded> last_year)
        : call_(call), last_year_(std::move(last_year)), colour_(isatty(STDOUT_FILENO) != 0 && std::getenv("NO_COLOR") == nullptr) {}

    Checked operator()(const Job& job) const {
        if (!job.problem.empty()) return unread(job, job.problem);
        const std::optional<Loaded> report =
            load(job.report, {job.name, job.format, job.encoding.empty() ? call_.encoding : job.encoding});
        if (!report) return unread(job, cannot_read(job.report.path));
        std::optional<Loaded> own;
        if (job.previous.given()) {
            own = load(job.previous, {"", "", job.previous.path.empty() ? "UTF-8" : call_.encoding});
            if (!own) return unread(job, cannot_read(job.previous.path));
        }
        const Loaded* last = own ? &*own : last_year_.get();
        return told(check(report->bytes, report->options, last ? std::optional(Previous{last->bytes, last->options}) : std::nullopt), job);
    }

private:
    const Call& call_;
    std::shared_ptr<const Loaded> last_year_;
    bool colour_;

    TextMember text_member() const { return call_.without_text ? TextMember::left_out : TextMember::written; }

    Checked told(Result result, const Job& job) const {
        Checked checked;
        if (result.verdict == Verdict::unreadable) checked.status = unusable;
        if (result.verdict == Verdict::errors) checked.status = has_errors;
        if (!call_.json) {
            checked.output = to_terminal(result, call_.english ? Language::en : Language::zh, colour_);
            return checked;
        }
        const std::string json = to_json(result, text_member());
        checked.output = "{" + job.label + json.substr(1) + "\n";
        return checked;
    }

    /// A job whose report can't be had still has its line, of a result's shape, so that results and inputs stay side by side.
    Checked unread(const Job& job, const std::string& why) const {
        Checked checked{{}, why, unusable};
        if (!call_.json) return checked;
        Result result;
        result.document.name = job.name.empty() ? last_part(job.report.path) : job.name;
        result.verdict = Verdict::unreadable;
        const std::string json = to_json(result, text_member());
        checked.output = "{" + job.label + R"("error":)" + json_string(why) + "," + json.substr(1) + "\n";
        return checked;
    }
};

/// A line on the terminal that counts, where the results go elsewhere.
class Progress {
public:
    explicit Progress(const Call& call)
        : shown_((call.files_from || call.records || call.operands.size() > 1) && isatty(STDERR_FILENO) != 0 && isatty(STDOUT_FILENO) == 0) {}
    ~Progress() {
        if (shown_) std::fprintf(stderr, "\r%zu\n", count_);
    }
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    void step() {
        if (++count_ % 16 == 0 && shown_) std::fprintf(stderr, "\r%zu", count_);
    }

private:
    bool shown_;
    std::size_t count_ = 0;
};

}  // namespace

Exit check_reports(const Call& call) {
    std::shared_ptr<const Loaded> last_year;
    if (call.previous) {
        std::optional<Loaded> loaded = load({*call.previous, {}}, {"", "", call.encoding});
        if (!loaded) {
            complain(cannot_read(*call.previous));
            return unusable;
        }
        last_year = std::make_shared<const Loaded>(std::move(*loaded));
    }
    const std::optional<Jobs> jobs = jobs_of(call);
    if (!jobs) return unusable;

    Exit status = no_errors;
    Progress progress(call);
    const Checker check_one(call, last_year);
    in_order(call.threads, *jobs, check_one, [&](const Checked& checked) {
        if (!checked.complaint.empty()) complain(checked.complaint);
        std::fwrite(checked.output.data(), 1, checked.output.size(), stdout);
        status = std::max(status, checked.status);
        progress.step();
        if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return true;
        complain("写不出结果 / cannot write the results");
        status = unusable;
        return false;
    });
    return status;
}

}  // namespace nianbao
