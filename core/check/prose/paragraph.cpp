#include "core/check/prose/paragraph.hpp"

#include <algorithm>
#include <iterator>

#include "core/text/ascii.hpp"
#include "core/text/fold.hpp"

namespace nianbao::prose {

namespace {

constexpr std::size_t longest_title = 160;  // characters in 《》
constexpr std::size_t longest_heading = 30;
constexpr std::size_t shortest_wrapped = 16;  // a shorter line without a full stop is a heading, not a cut line

/// The ASCII stand-in of a punctuation character; 0 = dropped, '?' = no punctuation known here.
char punctuation(char32_t c) {
    switch (c) {
        case U'。':
        case U'！':
        case U'？':
        case U'!':
        case U'?':
        case U'｡':
            return '!';
        case U'；':
        case U';':
        case U'﹔':
            return ';';
        case U'，':
        case U',':
        case U'﹐':
            return ',';
        case U'：':
        case U':':
        case U'︰':
            return ':';
        case U'（':
        case U'(':
        case U'[':
        case U'【':
        case U'［':
        case U'{':
        case U'｛':
            return '(';
        case U'）':
        case U')':
        case U']':
        case U'】':
        case U'］':
        case U'}':
        case U'｝':
            return ')';
        case U'、':
        case U'､':
        case U'﹑':
            return '/';
        case U'.':
        case U'．':
            return '.';
        case U'%':
        case U'％':
        case U'﹪':
        case U'‰':
            return '%';
        case U'-':
        case U'－':
        case U'—':
        case U'–':
        case U'―':
        case U'−':
        case U'~':
        case U'～':
        case U'〜':
        case U'∼':
            return '-';
        case U'+':
        case U'＋':
            return '+';
        case U'“':
        case U'”':
        case U'‘':
        case U'’':
        case U'"':
        case U'\'':
        case U'「':
        case U'」':
        case U'『':
        case U'』':
        case U'·':
        case U'•':
        case U'*':
        case U'_':
        case U'#':
        case U'`':
        case U'＂':
        case U'＊':
            return 0;
        default:
            return '?';
    }
}

bool is_digit_character(char32_t c) { return (c >= U'0' && c <= U'9') || (c >= U'０' && c <= U'９'); }

char32_t closing_of(char32_t open) {
    switch (open) {
        case U'《':
            return U'》';
        case U'〈':
            return U'〉';
        case U'<':
            return U'>';
        case U'＜':
            return U'＞';
        case U'〔':
            return U'〕';
        default:
            return 0;
    }
}

/// End of the bracketed title that opens at `at`, or `at` where it does not close soon.
std::size_t end_of_title(std::string_view text, std::size_t at, std::size_t end) {
    const char32_t open = decode_at(text, at).value;
    const char32_t close = closing_of(open);
    int depth = 0;
    std::size_t seen = 0;
    for (std::size_t i = at; i < end && seen < longest_title; ++seen) {
        const CodePoint c = decode_at(text, i);
        i += c.length;
        if (c.value == open) ++depth;
        if (c.value == close && --depth == 0) return i;
        if (c.value == U'。') break;
    }
    return at;
}

/// Folds one line of the document onto a paragraph.
class Folder {
public:
    Folder(std::string_view text, Paragraph& out) : text_(text), out_(out) {}

    void line(Span span) {
        end_ = span.end;
        // Folding seldom makes a line longer. A report of 5 MB has tens of thousands of lines: room to spare in each adds up.
        out_.text.reserve(span.size());
        for (at_ = span.begin; at_ < end_;) {
            copy_unchanged();
            if (at_ < end_) step();
        }
    }

private:
    void copy_unchanged() {
        const std::size_t bytes = unchanged_at(text_.substr(0, end_), at_);
        out_.text.append(text_, at_, bytes);
        out_.origin.add(at_, bytes);
        at_ += bytes;
    }

    void put(char c) {
        out_.text += c;
        out_.origin.add(at_);
    }

    bool digit_at(std::size_t at) const { return at < end_ && is_digit_character(decode_at(text_, at).value); }
    bool after_digit() const { return !out_.text.empty() && is_digit(out_.text.back()); }

    bool thousands(std::size_t after) const {
        for (int i = 0; i < 3; ++i) {
            if (!digit_at(after)) return false;
            after += decode_at(text_, after).length;
        }
        return !digit_at(after);
    }

    void step() {
        const CodePoint c = decode_at(text_, at_);
        const std::size_t next = at_ + c.length;
        if (c.value >= 0x3400 && c.value < 0xA000) {
            letter(c);
            at_ = next;
            return;
        }
        if (closing_of(c.value) != 0) {
            const std::size_t title_end = end_of_title(text_, at_, end_);
            put(title_end > at_ ? '@' : '|');
            at_ = title_end > at_ ? title_end : next;
            return;
        }
        if (is_space(c.value)) {
            space(next);
        } else if (const char p = punctuation(c.value); p != '?') {
            mark(p, c.value, next);
        } else {
            letter(c);
        }
        at_ = next;
    }

    void space(std::size_t next) {
        if (!after_digit()) return;
        while (next < end_ && is_space(decode_at(text_, next).value)) next += decode_at(text_, next).length;
        if (digit_at(next)) put(' ');
    }

    void mark(char p, char32_t c, std::size_t next) {
        if (p == 0) return;
        if (p == '.' && !(after_digit() && digit_at(next))) p = '!';
        if (c == U',' && after_digit() && thousands(next)) p = '\'';
        put(p);
    }

    void letter(CodePoint c) {
        folded_.clear();
        fold_character(c.value, folded_);
        const std::string& folded = folded_;
        const bool odd_digit = !folded.empty() && is_digit(folded[0]) && !is_digit_character(c.value);  // ① ㈠ ²
        if (folded.empty() || odd_digit) {
            const bool enumerates = c.value >= U'①' && c.value <= U'⒛' && !after_digit();  // ①予以公开9件②部分公开1件
            put(enumerates ? ',' : '|');
            return;
        }
        for (const char byte : folded) put(byte);
    }

    std::string_view text_;
    Paragraph& out_;
    std::size_t at_ = 0;
    std::size_t end_ = 0;
    std::string folded_;  ///< of one character; kept to spare allocation
};

/// "一、" "1." "（一）" "一是" "2）": what only a new paragraph begins with.
bool is_enumerator_start(std::string_view line) {
    static constexpr std::string_view numerals[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
    const bool bracket = !line.empty() && line[0] == '(';
    if (bracket) line.remove_prefix(1);
    const std::size_t whole = line.size();
    for (bool found = true; found && !line.empty();) {
        found = is_digit(line[0]);
        if (found) line.remove_prefix(1);
        for (const std::string_view n : numerals) {
            if (line.substr(0, n.size()) != n) continue;
            line.remove_prefix(n.size());
            found = true;
        }
    }
    const std::size_t taken = whole - line.size();
    if (taken == 0 || taken > 6 || line.empty()) return false;
    return line[0] == ')' || (!bracket && (line[0] == '/' || line[0] == '!' || line.substr(0, 3) == "是"));
}

bool is_closed(std::string_view text) {
    return !text.empty() && std::string_view("!;:)").find(text.back()) != std::string_view::npos;
}

/// The lines of a span, without surrounding white space.
std::vector<Span> lines_of(std::string_view text, Span span) {
    std::vector<Span> lines;
    for (std::size_t begin = span.begin; begin < span.end;) {
        std::size_t end = text.find('\n', begin);
        if (end == std::string_view::npos || end > span.end) end = span.end;
        const std::string_view line = trim(text.substr(begin, end - begin));
        if (!line.empty()) {
            const auto at = static_cast<std::uint32_t>(line.data() - text.data());
            lines.push_back({at, at + static_cast<std::uint32_t>(line.size())});
        }
        begin = end + 1;
    }
    return lines;
}

int section_at(const Report& report, std::uint32_t at) {
    for (const Section& s : report.sections)
        if (at >= s.content.begin && at < s.content.end) return s.number;
    return 0;
}

/// A short line without a full stop, or one that ends as only headings do: "主动公开情况。"
bool is_heading(std::string_view text) {
    if (length_of(text) > longest_heading) return false;
    const std::size_t stop = text.find('!');
    if (stop == std::string_view::npos) return true;
    if (stop + 1 != text.size()) return false;
    static constexpr std::string_view endings[] = {"情况", "方面", "工作", "措施", "问题", "公开", "管理", "建设", "保障"};
    const std::string_view line = text.substr(0, stop);
    return line.find_first_of("0123456789,:") == std::string_view::npos &&
           std::any_of(std::begin(endings), std::end(endings), [&](std::string_view e) {
               return line.size() >= e.size() && line.substr(line.size() - e.size()) == e &&
                      length_of(line) <= longest_heading / 2 + 5;
           });
}

/// Whether `line` goes on where the paragraph before it was cut.
bool continues(const Paragraph& before, std::uint32_t before_end, const Paragraph& line, std::uint32_t begin,
               std::string_view text) {
    return before.section == line.section && !is_closed(before.text) &&
           length_of(std::string_view(before.text).substr(0, 64)) >= shortest_wrapped && !is_enumerator_start(line.text) &&
           trim(text.substr(before_end, begin - before_end)).empty();
}

}  // namespace

void Origins::add(std::size_t at, std::size_t bytes) {
    if (bytes == 0) return;
    const auto place = static_cast<std::uint32_t>(at);
    const bool goes_on = !stretches_.empty() && place == stretches_.back().at + (size_ - stretches_.back().byte);
    if (!goes_on) stretches_.push_back({size_, place});
    size_ += static_cast<std::uint32_t>(bytes);
}

void Origins::add(const Origins& more) {
    for (const Stretch& stretch : more.stretches_) stretches_.push_back({size_ + stretch.byte, stretch.at});
    size_ += more.size_;
}

void Origins::drop_last() {
    if (stretches_.back().byte == --size_) stretches_.pop_back();
}

std::uint32_t Origins::operator[](std::size_t byte) const {
    const auto next = std::upper_bound(stretches_.begin(), stretches_.end(), byte,
                                       [](std::size_t b, const Stretch& stretch) { return b < stretch.byte; });
    const Stretch& stretch = *std::prev(next);
    return stretch.at + (static_cast<std::uint32_t>(byte) - stretch.byte);
}

Span Paragraph::place(std::string_view document, std::size_t begin, std::size_t end) const {
    if (begin >= end || end > text.size()) return {};
    // The last byte of a character copied as it is stands at itself, one byte long; that of a folded one at the character's begin.
    const std::uint32_t last = origin[end - 1];
    return {origin[begin], text[end - 1] == '@' ? origin[end] : last + decode_at(document, last).length};
}

std::size_t length_of(std::string_view text) {
    std::size_t n = 0;
    for (const char c : text)
        if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) ++n;
    return n;
}

std::vector<Paragraph> paragraphs_of(const Document& document, const Report& report) {
    std::vector<Paragraph> paragraphs;
    std::uint32_t last_end = 0;
    for (const Span span : report.prose) {
        if (span.end > document.text.size()) continue;
        for (const Span line : lines_of(document.text, span)) {
            Paragraph next;
            next.section = section_at(report, line.begin);
            Folder(document.text, next).line(line);
            if (next.text.empty()) continue;
            if (!paragraphs.empty() && line.begin >= last_end &&
                continues(paragraphs.back(), last_end, next, line.begin, document.text)) {
                Paragraph& before = paragraphs.back();
                before.origin.drop_last();
                if (is_digit(before.text.back()) && is_digit(next.text[0])) {
                    before.text += ' ';  // which digits belong together is not guessed
                    before.origin.add(line.begin);
                }
                before.text += next.text;
                before.origin.add(next.origin);
            } else {
                paragraphs.push_back(std::move(next));
            }
            paragraphs.back().origin.add(line.end);
            last_end = line.end;
        }
    }
    for (Paragraph& p : paragraphs) p.heading = is_heading(p.text);
    return paragraphs;
}

std::vector<Range> sentences_of(const Paragraph& paragraph) {
    std::vector<Range> out;
    for (std::size_t begin = 0; begin < paragraph.text.size();) {
        const std::size_t end = std::min(paragraph.text.find('!', begin), paragraph.text.size());
        if (end > begin) out.push_back({begin, end});
        begin = end + 1;
    }
    return out;
}

namespace {

/// "28件" behind "收到申请：", and nothing more in its clause.
bool is_count(std::string_view text) {
    const std::size_t digits = std::min(text.find_first_not_of("0123456789'"), text.size());
    if (digits == 0) return false;
    text = text.substr(digits, text.find_first_of(",;:()!", digits) - digits);
    return text == "件" || text == "份" || text == "宗" || text == "起" || text == "例";
}

template <typename Separates>
std::vector<Range> split(Range range, Separates separates) {
    std::vector<Range> out;
    std::size_t begin = range.begin;
    for (std::size_t i = range.begin; i <= range.end; ++i) {
        if (i < range.end && !separates(i)) continue;
        if (i > begin) out.push_back({begin, i});
        begin = i + 1;
    }
    return out;
}

}  // namespace

std::vector<Range> parts_of(const Paragraph& paragraph, Range sentence) {
    return split(sentence, [&](std::size_t at) { return paragraph.text[at] == ';'; });
}

std::vector<Range> clauses_of(const Paragraph& paragraph, Range part) {
    const std::string_view text = paragraph.text;
    return split(part, [&](std::size_t at) {
        const char c = text[at];
        return c == ',' || c == '(' || c == ')' || (c == ':' && !is_count(text.substr(at + 1, part.end - at - 1)));
    });
}

}  // namespace nianbao::prose
