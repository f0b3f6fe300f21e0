#include "core/cli/jobs.hpp"

#include <cstdio>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <system_error>
#include <utility>

#include "core/read/encoding.hpp"
#include "core/text/base64.hpp"

namespace nianbao {
namespace {

using Json = nlohmann::json;
using File = std::shared_ptr<std::FILE>;

File open(const std::string& path) {
    if (path == "-") return {stdin, [](std::FILE*) {}};
    std::FILE* file = std::fopen(path.c_str(), "rb");
    if (!file) return {};
    return {file, [](std::FILE* open_file) { std::fclose(open_file); }};
}

/// The next line without its end; nothing at the end of the file. What lies beyond largest_file bytes is dropped.
std::optional<std::string> next_line(std::FILE* file, char end) {
    std::string line;
    int c = 0;
    while ((c = std::getc(file)) != EOF && c != static_cast<unsigned char>(end))
        if (line.size() < largest_file) line.push_back(static_cast<char>(c));
    if (c == EOF && line.empty()) return std::nullopt;
    if (end == '\n' && !line.empty() && line.back() == '\r') line.pop_back();
    return line;
}

Job unusable(std::string problem) {
    Job job;
    job.problem = std::move(problem);
    return job;
}

Job job_of_path(const std::string& path) {
    Job job;
    job.report.path = path;
    job.label = "\"path\":" + json_string(path) + ",";
    return job;
}

/// Takes member `key` where it is a string; anything else under that name is a problem.
void take(const Json& record, const char* key, std::string& value, std::string& problem) {
    const auto found = record.find(key);
    if (found == record.end() || found->is_null()) return;
    if (found->is_string()) value = found->get<std::string>();
    else problem = std::string(key) + " 应为字符串 / must be a string";
}

Job job_of_record(const std::string& line) {
    const Json record = Json::parse(line, nullptr, false);
    if (!record.is_object()) return unusable("不是 JSON 对象 / not a JSON object");
    Job job;
    if (const auto id = record.find("id"); id != record.end())
        job.label = "\"id\":" + id->dump(-1, ' ', false, Json::error_handler_t::replace) + ",";
    std::string base64;
    take(record, "path", job.report.path, job.problem);
    take(record, "text", job.report.bytes, job.problem);
    take(record, "base64", base64, job.problem);
    take(record, "name", job.name, job.problem);
    take(record, "encoding", job.encoding, job.problem);
    take(record, "format", job.format, job.problem);
    take(record, "previous", job.previous.bytes, job.problem);
    take(record, "previous_path", job.previous.path, job.problem);
    const auto has = [&](const char* key) { return record.find(key) != record.end() ? 1 : 0; };
    if (has("path") + has("text") + has("base64") != 1)
        job.problem = "path、text、base64 应有且只有一个 / exactly one of path, text and base64 is needed";
    if (!job.encoding.empty() && encoding_name(job.encoding).empty()) job.problem = "不认识的编码 / unknown encoding: " + job.encoding;
    if (!is_base64(base64)) job.problem = "base64 里有不属于它的字符 / characters that are not base64's";
    if (!job.report.path.empty()) job.label += "\"path\":" + json_string(job.report.path) + ",";
    if (has("text") != 0 && job.encoding.empty()) job.encoding = "UTF-8";  // a JSON string is text already
    if (has("base64") != 0) job.report.bytes = from_base64(base64);
    return job;
}

std::optional<Jobs> from_lines(const std::string& path, char end, Job (*job_of)(const std::string&)) {
    const File file = open(path);
    if (!file) {
        complain(cannot_read(path));
        return std::nullopt;
    }
    // Line n of the results answers line n of the input: an empty line is answered, too, but not those at the file's end.
    return [file, end, job_of, first = true, empty = std::size_t{0}, ahead = std::optional<std::string>{}]() mutable -> std::optional<Job> {
        while (!ahead) {
            ahead = next_line(file.get(), end);
            if (!ahead) return std::nullopt;
            if (first && ahead->rfind("\xEF\xBB\xBF", 0) == 0) ahead->erase(0, 3);
            first = false;
            if (!ahead->empty()) break;
            ++empty;
            ahead.reset();
        }
        if (empty > 0) {
            --empty;
            return unusable("空行 / an empty line");
        }
        return job_of(*std::exchange(ahead, std::nullopt));
    };
}

}  // namespace

std::optional<Jobs> jobs_of(const Call& call) {
    if (call.files_from) return from_lines(*call.files_from, call.null_separated ? '\0' : '\n', job_of_path);
    if (call.records) return from_lines(*call.records, '\n', job_of_record);
    return [paths = call.operands, i = std::size_t{0}]() mutable -> std::optional<Job> {
        if (i == paths.size()) return std::nullopt;
        Job job;
        job.report.path = paths[i++];
        return job;
    };
}

std::string json_string(const std::string& text) { return Json(text).dump(-1, ' ', false, Json::error_handler_t::replace); }

std::string cannot_read(const std::string& path) {
    std::error_code error;
    if (std::filesystem::is_directory(path, error))
        return "这是文件夹，请给出其中的文件，如 find 文件夹 -type f | nianbao --files-from - / this is a folder, give the files in it: " + path;
    return "读不了文件 / cannot read file: " + path;
}

std::optional<std::string> read_file(const std::string& path) {
    const File file = open(path);
    if (!file) return std::nullopt;
    std::string bytes;
    char buffer[1 << 14];
    for (std::size_t n = 0; bytes.size() < largest_file && (n = std::fread(buffer, 1, sizeof buffer, file.get())) > 0;)
        bytes.append(buffer, n);
    if (std::ferror(file.get()) != 0) return std::nullopt;
    return bytes;
}

}  // namespace nianbao
