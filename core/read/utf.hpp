// UTF-8 and UTF-16 as bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace nianbao {

void append_utf8(std::string& out, char32_t c);

/// Length of the well-formed UTF-8 character at `at`; 0 where it is ill-formed; -1 where the text ends inside it.
int utf8_length(std::string_view bytes, std::size_t at);

/// Writes UTF-16 code units as UTF-8; a lone surrogate becomes U+FFFD.
class Utf16Joiner {
public:
    explicit Utf16Joiner(std::string& out) : out_(out) {}
    void add(char16_t unit);
    void lose();    ///< an ill-formed place
    void finish();  ///< a high surrogate at the end is lone, too
    std::size_t lost() const { return lost_; }

private:
    std::string& out_;
    char16_t high_ = 0;
    std::size_t lost_ = 0;
};

}  // namespace nianbao
