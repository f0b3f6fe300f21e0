#include "core/match/dates.hpp"

#include <algorithm>
#include <string>

#include "core/text/fold.hpp"

namespace nianbao {

namespace {

/// A text's characters without white space, full width digits as ASCII, with their places.
struct Characters {
    std::u32string text;
    std::vector<std::uint32_t> begin;
    std::vector<std::uint32_t> end;

    explicit Characters(std::string_view source) {
        text.reserve(source.size() / 2);
        begin.reserve(source.size() / 2);
        end.reserve(source.size() / 2);
        for (std::size_t at = 0; at < source.size();) {
            const CodePoint c = decode_at(source, at);
            if (!is_space(c.value)) {
                const bool wide = c.value >= 0xFF01 && c.value <= 0xFF5E;
                char32_t value = wide ? c.value - 0xFEE0 : c.value;
                if (c.value >= 0x2E80 && c.value <= 0x2FDF) {  // radicals: ⼀ ⼆ ⽇ ⽉ ⺝
                    const std::string folded = fold(source.substr(at, c.length));
                    if (!folded.empty()) value = decode_at(folded, 0).value;
                }
                text += value;
                begin.push_back(static_cast<std::uint32_t>(at));
                end.push_back(static_cast<std::uint32_t>(at) + c.length);
            }
            at += c.length;
        }
    }
};

int digit_of(char32_t c) {
    if (c >= '0' && c <= '9') return static_cast<int>(c - '0');
    constexpr std::u32string_view numerals = U"零一二三四五六七八九";
    if (c == U'〇' || c == U'○' || c == U'Ｏ') return 0;
    const std::size_t at = numerals.find(c);
    return at == std::u32string_view::npos ? -1 : static_cast<int>(at);
}

class Scanner {
  public:
    Scanner(const Characters& characters, std::size_t at) : text_(characters.text), at_(at) {}

    std::size_t at() const { return at_; }
    bool done() const { return at_ >= text_.size(); }

    bool skip(std::u32string_view word) {
        if (text_.compare(at_, word.size(), word) != 0) return false;
        at_ += word.size();
        return true;
    }
    bool skip_any(std::initializer_list<std::u32string_view> words) {
        for (const std::u32string_view word : words)
            if (skip(word)) return true;
        return false;
    }

    /// 1 to `most` digits, or 十, 十二, 三十一.
    std::optional<int> number(std::size_t most) {
        int value = 0;
        std::size_t digits = 0;
        const std::size_t start = at_;
        while (!done() && digits < most && digit_of(text_[at_]) >= 0) {
            value = value * 10 + digit_of(text_[at_]);
            ++at_;
            ++digits;
        }
        if (most <= 2 && !done() && text_[at_] == U'十' && digits <= 1) {
            ++at_;
            value = (digits == 0 ? 1 : value) * 10;
            if (!done() && digit_of(text_[at_]) > 0) value += digit_of(text_[at_++]);
            digits = 2;
        }
        if (digits > 0) return value;
        at_ = start;
        return std::nullopt;
    }

    std::optional<int> year() {
        const std::size_t start = at_;
        const auto value = number(4);
        if (value && at_ - start == 4 && *value >= 1990 && *value <= 2099) return value;
        at_ = start;
        return std::nullopt;
    }

  private:
    std::u32string_view text_;
    std::size_t at_;
};

int days_in(int year, int month) {
    if (month == 2) return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

bool is_date(Date d) { return d.month >= 1 && d.month <= 12 && d.day >= 1 && d.day <= days_in(d.year, d.month); }

/// "1月1日", "元月1日", "1.1", "1月"; the day is 0 where none stands. The hour and "（含）" belong to the date.
bool read_month_day(Scanner& scanner, Date& date) {
    if (scanner.skip(U"元月")) {
        date.month = 1;
    } else {
        const auto month = scanner.number(2);
        if (!month || !scanner.skip_any({U"月", U".", U"-", U"/"})) return false;
        date.month = *month;
    }
    const auto day = scanner.number(2);
    date.day = day.value_or(0);
    if (day) scanner.skip_any({U"日", U"号", U"號"});
    scanner.skip_any({U"零时", U"0时", U"零點", U"零点", U"0点", U"24时", U"24点", U"二十四时", U"00:00", U"24:00"});
    scanner.skip_any({U"(含)", U"（含）", U"(含当日)", U"（含当日）"});
    return true;
}

/// What parts a year from its month; nothing where the 年 was lost: "202312月31日".
bool read_year_end(Scanner& scanner) {
    if (scanner.skip_any({U"年度", U"年", U".", U"-", U"/"})) return true;
    Scanner month = scanner;
    return month.number(2) && month.skip(U"月");
}

bool read_from(Scanner& scanner, Date& from) {
    const auto year = scanner.year();
    if (!year) return false;
    from.year = *year;
    if (!read_year_end(scanner)) return false;
    return read_month_day(scanner, from);
}

bool read_to(Scanner& scanner, Date& to, int first_year) {
    scanner.skip_any({U"本年度", U"本年", U"当年", U"同年"});
    const auto year = scanner.year();
    to.year = year.value_or(first_year);
    if (year && !read_year_end(scanner)) return false;
    return read_month_day(scanner, to);
}

/// "自…起，至…止", "…——…": what stands between the two dates.
bool read_link(Scanner& scanner) {
    scanner.skip_any({U"起始", U"起算", U"起", U"开始", U"始"});
    scanner.skip_any({U"，", U","});
    return scanner.skip_any({U"截至", U"截止到", U"截止至", U"截止", U"至", U"到", U"——", U"--", U"—", U"–", U"-", U"~", U"～", U"−", U"─"});
}

/// "统计期限为2024年度", "统计时间：2024年全年": the year at `at` is all the period.
bool is_whole_year(const std::u32string& text, std::size_t at, Scanner& scanner, Period& period) {
    constexpr std::size_t nearby = 16;
    const std::u32string_view before = std::u32string_view(text).substr(at < nearby ? 0 : at - nearby, std::min(at, nearby));
    std::u32string_view named = before;
    while (!named.empty() && std::u32string_view(U"为是：:自均").find(named.back()) != std::u32string_view::npos) named.remove_suffix(1);
    const auto names = [&](std::u32string_view word) { return named.size() >= word.size() && named.substr(named.size() - word.size()) == word; };
    if (!names(U"期限") && !names(U"时限") && !names(U"周期") && !names(U"时间") && !names(U"时段") && !names(U"期间")) return false;
    if (before.find(U"统计") == std::u32string_view::npos && before.find(U"数据") == std::u32string_view::npos) return false;
    const auto year = scanner.year();
    if (!year || !scanner.skip_any({U"年度", U"年全年", U"年"})) return false;
    const std::size_t end = scanner.at();
    if (end < text.size() && std::u32string_view(U"。，；,;）)").find(text[end]) == std::u32string_view::npos) return false;
    period.from = {*year, 1, 1};
    period.to = {*year, 12, 31};
    return true;
}

/// "2024年1-12月", no day behind.
bool read_months(Scanner& scanner, Period& period) {
    const auto year = scanner.year();
    if (!year || !scanner.skip_any({U"年度", U"年"})) return false;
    const auto first = scanner.number(2);
    if (!first || !read_link(scanner)) return false;
    const auto last = scanner.number(2);
    if (!last || !scanner.skip(U"月") || Scanner(scanner).number(2)) return false;
    period.from = {*year, *first, 1};
    period.to = {*year, *last, 0};
    return true;
}

bool read_period(Scanner& scanner, Period& period) {
    const Scanner start = scanner;
    if (!read_from(scanner, period.from) || !read_link(scanner) || !read_to(scanner, period.to, period.from.year)) {
        scanner = start;
        if (!read_months(scanner, period)) return false;
    }
    if (period.from.day == 0) period.from.day = 1;
    if (period.to.day == 0 && period.to.month >= 1 && period.to.month <= 12) period.to.day = days_in(period.to.year, period.to.month);
    return is_date(period.from) && is_date(period.to);
}

}  // namespace

std::vector<Period> find_periods(std::string_view text) {
    const Characters characters(text);
    std::vector<Period> periods;
    for (std::size_t i = 0; i + 4 < characters.text.size(); ++i) {
        const char32_t c = characters.text[i];
        if ((c != '1' && c != '2' && c != U'二' && c != U'一') || (i > 0 && digit_of(characters.text[i - 1]) >= 0)) continue;
        Scanner scanner(characters, i), year_scanner(characters, i);
        Period period;
        std::size_t end = 0;
        if (read_period(scanner, period)) end = scanner.at();
        else if (is_whole_year(characters.text, i, year_scanner, period)) end = year_scanner.at();
        else continue;
        period.span = {characters.begin[i], characters.end[end - 1]};
        periods.push_back(period);
        i = end - 1;
    }
    return periods;
}

std::optional<int> find_year(std::string_view text, Span* place) {
    const Characters characters(text);
    for (std::size_t i = 0; i + 4 < characters.text.size(); ++i) {
        if (i > 0 && digit_of(characters.text[i - 1]) >= 0) continue;
        Scanner scanner(characters, i);
        const auto year = scanner.year();
        if (!year || !scanner.skip(U"年")) continue;
        if (place) *place = {characters.begin[i], characters.end[scanner.at() - 1]};
        return year;
    }
    return std::nullopt;
}

}  // namespace nianbao
