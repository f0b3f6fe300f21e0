// Tables whose cells stand between pipes.
#include "core/read/text_cutter.hpp"

namespace nianbao {

/// Whether nothing but pipes follows the first one.
bool TextCutter::holds_one_cell(const Line& line) const {
    std::uint32_t at = line.text.begin;
    while (at < line.text.end && pipe_length(document_.text, at) == 0) ++at;
    return at < line.text.end && unframed(document_.text, {at, line.text.end}).empty();
}

PipeStyle TextCutter::pipe_style(std::size_t from) const {
    PipeStyle style;
    std::size_t blanks = 0;
    for (std::size_t i = from; i < lines_.size() && i < from + look_ahead; ++i) {
        const Line& l = lines_[i];
        if (is_gap(i)) {
            ++blanks;
            continue;
        }
        const bool rule = l.kind == LineKind::rule;
        if (!is_piped(i) && !rule && !is_loose_among_pipes(i)) break;
        if (rule) style.ruled = true;
        if (!is_piped(i) && !rule && is_late_pipe(i + 1)) ++style.late;
        if (is_piped(i)) style.most_pipes = std::max(style.most_pipes, l.delimiters);
        if (l.kind != LineKind::pipes) continue;
        style.blank += std::exchange(blanks, 0);
        ++style.lines;
        const bool leading = pipe_length(document_.text, l.text.begin) != 0;
        const bool ended = ends_with_pipe(l);
        if (leading) ++style.leading;
        if (ended) ++style.ended;
        if (l.delimiters == 1 && ended) ++style.closed;
        else if (ended && !leading && holds_one_cell(l)) ++style.padded;
        if (l.delimiters == 1 && leading) ++style.opened;
    }
    return style;
}

/// Reads from lines_[from] until the table ends. One line with one pipe is no table.
bool TextCutter::piped_table(std::size_t from) {
    const bool known = std::exchange(by_tabs_, true);
    PipeStyle style = pipe_style(from);
    if (!known && !style.closes_late()) {
        by_tabs_ = false;
        style = pipe_style(from);
    }
    if (!style.is_table()) return false;
    const bool cell_a_line = style.one_cell_a_line();
    for (at_ = from; at_ < lines_.size() && cells_ < max_cells; ++at_) {
        const Line& l = lines_[at_];
        if (is_piped(at_)) {
            piped_line(l, style);
            if (!cell_a_line || (l.kind == LineKind::bare_pipes && l.delimiters >= 2)) grid_.break_row();
        } else if (is_gap(at_)) {
            const std::size_t next = next_after_gap(at_);
            if (!is_piped(next) && !is(next, LineKind::rule)) break;
            if (!style.double_spaced()) grid_.break_row();
        } else if (l.kind == LineKind::rule) {
            grid_.break_row();
        } else if (!is_loose_among_pipes(at_) || at_ == from || !is_piped(at_ - 1)) {
            break;
        } else if (const std::size_t end = cell_a_line ? wrapped_until(at_) : 0; end != 0) {
            add(trimmed(document_.text, l.text.begin, lines_[end].text.end - last_pipe(lines_[end])));
            at_ = end;
        } else if (is_piped(at_ + 1)) {
            add(l.text, Standing::loose);
            grid_.break_row();
        } else {
            break;
        }
    }
    return true;
}

/// Where the pipes begin that stand together at the line's end behind a space ("2 | ||", "2 | |") or alone on it; the
/// line's end where there are none. They fill the row up for merged cells, and for cells that were dropped because they
/// were empty. A blank that keeps its place has a space on either side: "2 |  |", "| 2 | |".
std::uint32_t TextCutter::padding_begin(const Line& l) const {
    std::uint32_t run = l.text.end, count = 0, last_end = 0, gap = 0;
    for (std::uint32_t at = l.text.begin; at < l.text.end;) {
        const std::uint32_t pipe = may_be_pipe(document_.text[at]) ? pipe_length(document_.text, at) : 0;
        if (pipe == 0) {
            ++at;
            continue;
        }
        if (count == 0 || at != last_end) {
            gap = count > 0 && trimmed(document_.text, last_end, at).empty() ? at - last_end : 0;
            run = at;
            count = 0;
        }
        ++count;
        last_end = at += pipe;
    }
    if (last_end != l.text.end) return l.all.end;
    const bool alone = run == l.text.begin, led = pipe_length(document_.text, l.text.begin) != 0;
    const bool fills = count >= 2 ? gap > 0 || alone : gap == 1 && !led && l.all.end == l.text.end;
    return fills ? run : l.all.end;
}

void TextCutter::piped_line(const Line& l, const PipeStyle& style) {
    const bool leading = style.drops_leading_pipe();
    const std::uint32_t padding = padding_begin(l);
    std::uint32_t begin = l.all.begin;
    std::uint32_t at = begin;
    bool first = true;
    while (at < l.all.end && cells_ < max_cells) {
        const std::uint32_t pipe = may_be_pipe(document_.text[at]) ? pipe_length(document_.text, at) : 0;
        if (pipe == 0) {
            ++at;
            continue;
        }
        const Span piece = trimmed(document_.text, begin, at);
        if (!(first && leading && piece.empty())) add(piece, at >= padding ? Standing::padding : Standing::cell);
        first = false;
        begin = at += pipe;
    }
    const Span last = trimmed(document_.text, begin, l.all.end);
    if (!last.empty() || style.pipe_leads()) add(last);
}

}  // namespace nianbao
