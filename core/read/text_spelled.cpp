// Tables whose delimiters stand on lines of their own.
#include "core/read/text_cutter.hpp"

namespace nianbao {

/// Whether a delimiter on a line of its own follows the cell at `index`, or the one after it (the next row's first).
bool TextCutter::leads_to_bare(std::size_t index) const {
    constexpr std::size_t most_lines = 8;
    std::size_t texts = 1;
    for (std::size_t i = 0; i < most_lines; ++i) {
        const std::size_t next = next_filled(index);
        if (is_bare(next)) return true;
        if (!is_loose_cell(next)) return false;
        if (next != index + 1 && ++texts > 2) return false;
        index = next;
    }
    return false;
}

bool TextCutter::is_spelled(std::size_t from) const {
    std::size_t bare = 0, loose = 0, other = 0;
    for (std::size_t i = from; i < lines_.size() && i < from + look_ahead; ++i) {
        if (is_bare(i)) ++bare;
        else if (is_loose_cell(i)) ++loose;
        else if (is(i, LineKind::pipes) || is(i, LineKind::tabs)) ++other;
        else if (!is(i, LineKind::blank)) break;
    }
    return bare >= 2 && loose >= 2 && other * 4 < bare;
}

/// "规章", "|", "0", "|": reads from a cell's line. Lines of one cell stand together; a blank line between two texts
/// ends a row (as browsers write a table as text), and so do two delimiters or more.
bool TextCutter::spelled_table(std::size_t from) {
    if (!is_spelled(from)) return false;
    std::size_t open = 0, last = 0;  // the open cell's first and last line
    bool is_open = false;
    const auto close = [&] {
        if (is_open) add({lines_[open].text.begin, lines_[last].text.end});
        return std::exchange(is_open, false);
    };
    at_ = from;
    for (; at_ < lines_.size() && cells_ < max_cells; ++at_) {
        if (is(at_, LineKind::blank)) continue;
        if (is_bare(at_)) {
            std::uint32_t blanks = lines_[at_].delimiters - (close() ? 1 : 0);
            for (; blanks > 0 && cells_ < max_cells; --blanks) add({lines_[at_].all.begin, lines_[at_].all.begin});
            if (lines_[at_].delimiters >= 2) grid_.break_row();
        } else if (is_loose_cell(at_)) {
            const bool goes_on = is_open && last + 1 == at_;
            const std::string_view text = content(lines_[at_]);
            if (goes_on && is_figure(text) && !is_figure(content(lines_[open]))) {
                // A stray line before a value: no part of the table, nor of the value.
                close_grid();
                for (; open < at_; ++open) paragraph(open);
                last = at_;
                continue;
            }
            const bool more = leads_to_bare(at_) || is_figure(text);
            if (!goes_on) {
                if (!more) break;
                if (close()) grid_.break_row();
                open = at_;
                is_open = true;
            }
            last = at_;
        } else {
            break;
        }
    }
    // What follows the last delimiter is one line; the rest is text again.
    if (is_open && last > open) {
        last = open;
        at_ = open + 1;
    }
    close();
    return true;
}

}  // namespace nianbao
