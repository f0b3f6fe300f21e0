#include "core/read/page_numbers.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>

#include "core/text/ascii.hpp"
#include "core/text/fold.hpp"

namespace nianbao {

namespace {

/// "3" or "3/8", what a line of its own holds.
struct PageNumber {
    int number = 0;
    int of = 0;  ///< 0 = not said
};

/// At most three digits from the text's begin, which are taken off it.
std::optional<int> take_number(std::string_view& text) {
    int number = 0;
    std::size_t digits = 0;
    for (; digits < text.size() && is_digit(text[digits]); ++digits) {
        if (digits == 3) return std::nullopt;
        number = number * 10 + (text[digits] - '0');
    }
    text.remove_prefix(digits);
    return digits > 0 ? std::optional(number) : std::nullopt;
}

std::optional<PageNumber> read_page_number(std::string_view line) {
    constexpr std::size_t longest = 16;
    if (line.empty() || line.size() > longest || !is_digit(line.front())) return std::nullopt;
    const std::optional<int> number = take_number(line);
    if (!number) return std::nullopt;
    line = trim(line);
    if (line.empty()) return PageNumber{*number, 0};
    if (line.front() != '/') return std::nullopt;
    line = trim(line.substr(1));
    const std::optional<int> of = take_number(line);
    if (!of || !line.empty() || *of < *number) return std::nullopt;
    return PageNumber{*number, *of};
}

/// Numbers written in one way, in the order of their lines.
class Sequence {
public:
    explicit Sequence(std::size_t fewest) : fewest_(fewest) {}

    void add(PageNumber page) {
        const bool goes_on = count_ == 0 ? page.number > 0 : page.number == last_.number + 1 && page.of == last_.of;
        broken_ = broken_ || !goes_on;
        last_ = page;
        ++count_;
    }
    bool numbers_pages() const { return count_ >= fewest_ && !broken_; }

private:
    std::size_t fewest_;  ///< by chance two figures may well follow each other
    std::size_t count_ = 0;
    PageNumber last_;
    bool broken_ = false;
};

}  // namespace

void drop_page_numbers(std::string_view text, std::vector<Line>& lines) {
    Sequence bare(3), counted(2);
    const auto page_of = [&](const Line& line) {
        return line.kind == LineKind::plain ? read_page_number(slice(text, line.text)) : std::nullopt;
    };
    for (const Line& line : lines)
        if (const auto page = page_of(line)) (page->of == 0 ? bare : counted).add(*page);
    if (!bare.numbers_pages() && !counted.numbers_pages()) return;
    const auto numbers_page = [&](const Line& line) {
        const auto page = page_of(line);
        return page && (page->of == 0 ? bare : counted).numbers_pages();
    };
    lines.erase(std::remove_if(lines.begin(), lines.end(), numbers_page), lines.end());
}

}  // namespace nianbao
