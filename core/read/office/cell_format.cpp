#include "core/read/office/cell_format.hpp"

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <vector>

namespace nianbao {

namespace {

struct Section {
    std::string before, after;  ///< literal text
    int least_digits = 0, least_decimals = 0, most_decimals = 0, percents = 0, thousands = 0;
    bool grouped = false, general = false, date = false, digits = false, unknown = false;
    bool year = false, month = false, day = false;
};

std::vector<std::string_view> sections_of(std::string_view code) {
    std::vector<std::string_view> sections;
    bool quoted = false;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < code.size(); ++at) {
        if (code[at] == '"') quoted = !quoted;
        else if (code[at] == '\\' && !quoted) ++at;
        else if (code[at] == ';' && !quoted) {
            sections.push_back(code.substr(begin, at - begin));
            begin = at + 1;
        }
    }
    sections.push_back(code.substr(begin));
    return sections;
}

void add_literal(Section& section, std::string_view text) {
    (section.digits || section.general ? section.after : section.before) += text;
}

void add_digit(Section& section, char placeholder, bool after_point) {
    if (section.digits && !section.after.empty()) section.unknown = true;
    section.digits = true;
    if (after_point) {
        ++section.most_decimals;
        if (placeholder == '0') section.least_decimals = section.most_decimals;
    } else if (placeholder == '0') {
        ++section.least_digits;
    }
}

Section parse_section(std::string_view code) {
    Section section;
    bool point = false;
    for (std::size_t at = 0; at < code.size(); ++at) {
        const char c = code[at];
        if (c == '"') {
            const std::size_t end = std::min(code.find('"', at + 1), code.size());
            add_literal(section, code.substr(at + 1, end - at - 1));
            at = end;
        } else if ((c == '\\' || c == '!') && at + 1 < code.size()) {
            add_literal(section, code.substr(++at, 1));
        } else if (c == '_' || c == '*') {
            ++at;
        } else if (c == '[') {
            if (at + 1 < code.size() && (code[at + 1] == '<' || code[at + 1] == '>' || code[at + 1] == '=')) section.unknown = true;
            at = std::min(code.find(']', at), code.size());
        } else if (c == '0' || c == '#') {
            add_digit(section, c, point);
        } else if (c == '.') {
            point = true;
        } else if (c == ',') {
            const bool more = code.find_first_of("0#", at) != std::string_view::npos;
            more ? section.grouped = true : ++section.thousands, void();
        } else if (c == '%') {
            ++section.percents;
            add_literal(section, "%");
        } else if (code.substr(at, 7) == "General") {
            section.general = true;
            at += 6;
        } else if (c == '?' || c == '/' || c == 'E' || c == 'e') {
            section.unknown = true;
            if (c == '/') add_literal(section, "/");
        } else if (c == 'y' || c == 'Y') {
            section.date = section.year = true;
        } else if (c == 'm' || c == 'M') {
            section.date = section.month = true;
        } else if (c == 'd' || c == 'D') {
            section.date = section.day = true;
        } else if (c == 'h' || c == 'H' || c == 's' || c == 'S') {
            section.date = true;
        } else if (c != '@') {
            add_literal(section, code.substr(at, 1));
        }
    }
    return section;
}

std::string general(double value) {
    char text[64];
    std::snprintf(text, sizeof text, "%.15g", value);
    if (std::string_view(text).find('e') == std::string_view::npos) return text;
    if (std::fabs(value) >= 1e30 || std::fabs(value) < 1e-12) return text;
    std::snprintf(text, sizeof text, "%.*f", std::fabs(value) < 1 ? 20 : 0, value);
    std::string plain = text;
    while (plain.find('.') != std::string::npos && (plain.back() == '0' || plain.back() == '.')) plain.pop_back();
    return plain;
}

std::string date(double serial, const Section& section, bool from_1904) {
    // Days since 1970-01-01 to a calendar date, by eras of 400 years.
    const long long days = static_cast<long long>(serial) + (from_1904 ? -24107 : -25569) + 719468;
    const long long era = days / 146097, day_of_era = days % 146097;
    const long long year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const long long day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const long long shifted = (5 * day_of_year + 2) / 153;
    const long long day = day_of_year - (153 * shifted + 2) / 5 + 1, month = shifted < 10 ? shifted + 3 : shifted - 9;
    const long long year = year_of_era + era * 400 + (month <= 2 ? 1 : 0);
    std::string out;
    if (section.year) out += std::to_string(year) + "年";
    if (section.month) out += std::to_string(month) + "月";
    if (section.day) out += std::to_string(day) + "日";
    return out;
}

std::string digits(double magnitude, const Section& section) {
    for (int i = 0; i < section.percents; ++i) magnitude *= 100;
    for (int i = 0; i < section.thousands; ++i) magnitude /= 1000;
    // Excel rounds the 15 digits it shows, not the binary value: 2.675 to two decimals is 2.68.
    magnitude += magnitude * 1e-15;
    char text[400];
    const int decimals = section.most_decimals > 30 ? 30 : section.most_decimals;
    std::snprintf(text, sizeof text, "%.*f", decimals, magnitude);
    std::string out = text;
    for (int left = decimals; left > section.least_decimals && out.back() == '0'; --left) out.pop_back();
    if (!out.empty() && out.back() == '.') out.pop_back();
    std::size_t whole = std::min(out.find('.'), out.size());
    if (section.least_digits == 0 && out.substr(0, whole) == "0") {
        out.erase(0, 1);
        whole = 0;
    }
    for (; static_cast<int>(whole) < section.least_digits && whole < 30; ++whole) out.insert(0, "0");
    if (section.grouped)
        for (std::size_t at = whole; at > 3; at -= 3) out.insert(at - 3, ",");
    return out;
}

bool is_integer(std::string_view text) {
    if (!text.empty() && text.front() == '-') text.remove_prefix(1);
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

std::string shown_number(std::string_view stored, std::string_view code, bool dates_from_1904) {
    const std::string text(stored);
    char* end = nullptr;
    const double value = std::strtod(text.c_str(), &end);
    if (end == text.c_str() || *end != '\0' || !std::isfinite(value)) return text;
    const std::string plain = is_integer(stored) ? text : general(value);
    if (code.empty() || code == "General" || code == "@") return plain;

    const std::vector<std::string_view> sections = sections_of(code);
    const bool own_negative = sections.size() >= 2 && value < 0;
    const bool own_zero = sections.size() >= 3 && value == 0;
    const Section section = parse_section(own_zero ? sections[2] : own_negative ? sections[1] : sections[0]);
    const std::string minus = value < 0 && !own_negative ? "-" : "";
    if (section.date && !section.digits) {
        const bool dated = section.year || (section.month && section.day);
        return dated && value >= 0 && value < 2958466 ? date(value, section, dates_from_1904) : plain;
    }
    if (section.unknown || section.date) return plain;
    if (section.general) return minus + section.before + (value < 0 ? plain.substr(1) : plain) + section.after;
    if (!section.digits) return minus + section.before + section.after;
    if (is_integer(stored) && section.most_decimals == 0 && !section.percents && !section.thousands && !section.grouped &&
        section.least_digits <= 1 && (section.least_digits == 1 || value != 0))
        return minus + section.before + (value < 0 ? plain.substr(1) : plain) + section.after;
    return minus + section.before + digits(std::fabs(value), section) + section.after;
}

std::string_view builtin_format(int number) {
    switch (number) {
        case 1: return "0";
        case 2: return "0.00";
        case 3: return "#,##0";
        case 4: return "#,##0.00";
        case 9: return "0%";
        case 10: return "0.00%";
        case 14: case 15: case 22: case 30: case 31: case 36: case 50: case 51: case 54: case 57: case 58: return "yyyy/m/d";
        case 17: case 27: case 52: case 55: return "yyyy/m";
        case 16: case 28: case 29: case 53: return "m/d";
        case 37: case 38: case 41: case 42: return "#,##0";
        case 39: case 40: case 43: case 44: return "#,##0.00";
        default: return "General";
    }
}

}  // namespace nianbao
