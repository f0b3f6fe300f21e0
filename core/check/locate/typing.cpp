#include "core/check/locate/typing.hpp"

#include <string>
#include <string_view>

namespace nianbao {
namespace {

/// Whether `longer` is `shorter` with one more digit; `doubled` tells whether that digit stands beside its like.
bool one_more(std::string_view longer, std::string_view shorter, bool& doubled) {
    if (longer.size() != shorter.size() + 1) return false;
    std::size_t at = 0;
    while (at < shorter.size() && longer[at] == shorter[at]) ++at;
    if (longer.substr(at + 1) != shorter.substr(at)) return false;
    doubled = at > 0 && longer[at] == longer[at - 1];
    return true;
}

std::optional<FaultKind> same_length(std::string_view written, std::string_view right) {
    std::size_t first = written.size(), last = 0, count = 0;
    for (std::size_t i = 0; i < written.size(); ++i) {
        if (written[i] == right[i]) continue;
        if (count++ == 0) first = i;
        last = i;
    }
    if (count == 2 && last == first + 1 && written[first] == right[last] && written[last] == right[first])
        return FaultKind::digits_transposed;
    if (count != 1) return std::nullopt;
    const auto mistaken = [&](char a, char b) {
        return (written[first] == a && right[first] == b) || (written[first] == b && right[first] == a);
    };
    if (mistaken('6', '9')) return FaultKind::six_for_nine;
    if (mistaken('1', '7')) return FaultKind::one_for_seven;
    // A figure of one digit, or a 0: nothing speaks for a slip of the hand.
    return written.size() > 1 ? std::optional(FaultKind::other_digit) : std::nullopt;
}

}  // namespace

std::optional<FaultKind> typing_fault(std::int64_t written, std::int64_t right) {
    // 0 is what an empty cell holds; nobody typed it for 10 or 7.
    if (written == right || written <= 0 || right < 0) return std::nullopt;
    const std::string w = std::to_string(written), r = std::to_string(right);
    bool doubled = false;
    if (one_more(r, w, doubled)) return FaultKind::digit_dropped;
    if (right != 0 && one_more(w, r, doubled))
        return written == right * 10 ? FaultKind::extra_zero : doubled ? FaultKind::digit_doubled : FaultKind::extra_digit;
    if (w.size() == r.size()) return same_length(w, r);
    return std::nullopt;
}

}  // namespace nianbao
