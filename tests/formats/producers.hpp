// The programs that make files for the tests while these run.
#pragma once

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace nianbao::testing {

namespace fs = std::filesystem;

inline bool has_program(const char* name) { return std::system((std::string("command -v ") + name + " >/dev/null 2>&1").c_str()) == 0; }

inline bool execute(const std::string& command) { return std::system((command + " >/dev/null 2>&1").c_str()) == 0; }

inline std::string bytes_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

inline void write(const fs::path& path, const std::string& bytes) { std::ofstream(path, std::ios::binary) << bytes; }

/// A folder of its own, gone with the test.
struct Folder {
    fs::path path = fs::temp_directory_path() / ("nianbao-formats-" + std::to_string(std::rand()) + "-" + std::to_string(::getpid()));
    Folder() { fs::create_directories(path); }
    ~Folder() { fs::remove_all(path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
};

/// What LibreOffice makes of `files` (paths in quotes) in one start.
inline bool converted(const Folder& folder, const std::string& reader, const std::string& filter, const std::string& target, const std::string& files) {
    const std::string read_as = reader.empty() ? "" : " '--infilter=" + reader + "'";
    return execute("soffice '-env:UserInstallation=file://" + (folder.path / "profile").string() + "' --headless" + read_as + " --convert-to '" + filter + "' --outdir '" +
               (folder.path / target).string() + "'" + files);
}

}  // namespace nianbao::testing
