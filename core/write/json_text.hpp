// JSON as it is written: one line of text that grows, no tree of values. Members stand in the order they are put.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "core/decimal.hpp"

namespace nianbao {

class JsonText {
public:
    /// `inside` puts the members of the object, or adds the values of the array.
    template <class Inside> void object(Inside inside) { enclose('{', '}', inside); }
    template <class Inside> void array(Inside inside) { enclose('[', ']', inside); }
    template <class Inside> void object(std::string_view name, Inside inside) { key(name), enclose('{', '}', inside); }
    template <class Inside> void array(std::string_view name, Inside inside) { key(name), enclose('[', ']', inside); }

    template <class Value> void put(std::string_view name, const Value& value) { key(name), add(value); }
    void put_null(std::string_view name) { key(name), text_ += "null"; }
    void put_text_or_null(std::string_view name, std::string_view text);  ///< null where it is empty

    void add(std::string_view text);  ///< bytes that are no UTF-8 become U+FFFD
    void add(const char* text) { add(std::string_view(text)); }
    void add(std::int64_t number);
    void add(int number) { add(std::int64_t{number}); }
    void add(std::uint32_t number) { add(std::int64_t{number}); }
    void add(bool value);
    void add(Decimal number);  ///< all its digits, without zeros at the end of the fraction

    /// Ready to take about so many bytes.
    void reserve(std::size_t bytes) { text_.reserve(bytes); }
    std::string take() { return std::move(text_); }

private:
    template <class Inside> void enclose(char open, char close, Inside& inside) {
        separate();
        text_ += open;
        inside();
        text_ += close;
    }
    void key(std::string_view name);
    void separate();

    std::string text_;
};

}  // namespace nianbao
