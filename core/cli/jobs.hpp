// What is to be checked, one report at a time: operands, a list of paths, or NDJSON records. Nothing is read ahead, so a list of a
// million paths takes no more memory than one of ten.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "core/cli/call.hpp"

namespace nianbao {

/// A report as a file or as bytes; both empty: there is none.
struct Input {
    std::string path;   ///< "-" is standard input
    std::string bytes;  ///< used where there is no path
    bool given() const { return !path.empty() || !bytes.empty(); }
};

struct Job {
    Input report;
    Input previous;        ///< last year's, where this job has one of its own
    std::string name;      ///< the name shown; empty: the path's last part
    std::string encoding;  ///< as Options::encoding
    std::string format;    ///< as Options::format
    std::string label;     ///< JSON members to repeat in the result, as `"path":"…",`; may be empty
    std::string problem;   ///< not empty: this line of the input can't be used, and why
};

/// The next job, nothing at the end. Not to be called from two threads at once.
using Jobs = std::function<std::optional<Job>()>;

/// Nothing where a list can't be opened; that was said on standard error.
std::optional<Jobs> jobs_of(const Call& call);

/// `text` as a JSON string, quotes included; bytes that are no UTF-8 become U+FFFD.
std::string json_string(const std::string& text);

/// What is said where read_file gives nothing.
std::string cannot_read(const std::string& path);

/// A whole file, at most largest_file bytes of it; nothing where it can't be read.
std::optional<std::string> read_file(const std::string& path);
inline constexpr std::size_t largest_file = (200U << 20) + 1;  ///< one more than what is accepted, so that the reader sees the excess

}  // namespace nianbao
