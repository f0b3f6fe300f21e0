// JSON written straight into one string: no tree in between. Members come out in the order they are given.
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/decimal.hpp"

namespace nianbao {

class JsonWriter {
public:
    explicit JsonWriter(std::size_t expected_size = 0) { text_.reserve(expected_size); }

    void begin_object() { open('{'); }
    void end_object() { close('}'); }
    void begin_array() { open('['); }
    void end_array() { close(']'); }

    /// The next value's name. Names are the contract's own words: nothing in them needs escaping.
    JsonWriter& key(std::string_view name);

    void string(std::string_view value);  ///< UTF-8; every broken sequence becomes one U+FFFD
    void null() { word("null"); }
    void boolean(bool value) { word(value ? "true" : "false"); }
    void number(std::integral auto value) { integer(static_cast<std::int64_t>(value)); }
    void number(Decimal value);  ///< exact, without trailing zeros

    std::string take() { return std::move(text_); }

private:
    void open(char bracket);
    void close(char bracket);
    void word(std::string_view word);
    void integer(std::int64_t value);
    void separate();

    std::string text_;
    bool first_ = true;  ///< nothing stands before the next element of the open object or array
};

}  // namespace nianbao
