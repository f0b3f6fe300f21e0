// From lines to paragraphs and tables.
#include <algorithm>
#include <cmath>
#include <utility>

#include "core/read/flow.hpp"
#include "core/read/lines.hpp"
#include "core/read/office/office.hpp"
#include "core/read/run/alignment.hpp"
#include "core/read/run/columns.hpp"
#include "core/read/run/drawn.hpp"
#include "core/read/run/head.hpp"
#include "core/read/run/labels.hpp"
#include "core/read/run/strip.hpp"
#include "core/read/runs.hpp"
#include "core/text/ascii.hpp"

namespace nianbao {

namespace {

FlowCell cell_at(int row, int column, std::string text) {
    FlowCell cell;
    cell.row = row;
    cell.column = column;
    cell.content.push_back(flow_paragraph(std::move(text)));
    return cell;
}

struct ZoneText {
    std::vector<Piece> labels, heads, label_heads, remarks;
};

/// Texts of the zone left of the columns, those over them above the first row, and those between the rows.
ZoneText split_zone(const std::vector<PieceLine>& lines, const Zone& zone, const Columns& columns) {
    ZoneText text;
    double head_end = -1e9;
    for (std::size_t at = zone.begin; at < zone.rows.front(); ++at)
        for (const Piece& piece : lines[at].pieces)
            if (columns.at(piece.centre_x()) < columns.size()) head_end = std::max(head_end, piece.centre_y());
    for (std::size_t at = zone.begin; at < zone.end; ++at) {
        const bool row = std::find(zone.rows.begin(), zone.rows.end(), at) != zone.rows.end();
        for (const Piece& piece : lines[at].pieces) {
            if (columns.at(piece.centre_x()) == columns.size()) (piece.centre_y() <= head_end + 1 ? text.label_heads : text.labels).push_back(piece);
            else if (at < zone.rows.front()) text.heads.push_back(piece);
            else if (!row) text.remarks.push_back(piece);
        }
    }
    return text;
}

/// The head's rows; the texts left of the columns stand in the last of them, or above where they stand above all.
int add_head(const ZoneText& text, const Columns& columns, const Alignment& alignment, int label_columns, std::vector<FlowCell>& cells) {
    const std::vector<HeadCell> head = build_head(text.heads, columns, alignment);
    int rows = 0;
    std::string corner;
    double top = 1e9;
    for (const Piece& piece : text.heads) top = std::min(top, piece.top);
    const int all = label_columns + static_cast<int>(columns.size());
    for (const Piece& piece : text.label_heads) {
        if (piece.bottom <= top + 1) {
            cells.push_back(cell_at(rows++, 0, piece.text));
            cells.back().column_span = all;
        } else {
            corner += piece.text;
        }
    }
    int levels = 0, first_level = 0;
    for (const HeadCell& cell : head) {
        levels = std::max(levels, cell.level + 1);
        if (!cell.across) continue;
        cells.push_back(cell_at(rows++, 0, cell.text));
        cells.back().column_span = all;
        first_level = 1;
    }
    levels -= first_level;
    if (label_columns > 0 && (levels > 0 || !corner.empty())) {
        levels = std::max(levels, 1);
        cells.push_back(cell_at(rows, 0, corner));
        cells.back().column_span = label_columns;
        cells.back().row_span = levels;
    }
    for (const HeadCell& from : head) {
        if (from.across) continue;
        FlowCell cell = cell_at(rows + from.level - first_level, label_columns + static_cast<int>(from.first), from.text);
        cell.column_span = static_cast<int>(from.last - from.first) + 1;
        if (from.first == from.last) cell.row_span = levels + first_level - from.level;
        cells.push_back(std::move(cell));
    }
    return rows + levels;
}

/// Label cells of a row: groups span the rows up to the next group of their rank or a row that outranks them.
void add_labels(const std::vector<LabelledRow>& rows, std::size_t at, int top, int label_columns, std::vector<FlowCell>& cells) {
    const int row = top + static_cast<int>(at);
    int column = 0;
    const auto column_of = [&](const Label& label) {
        return label_columns < 3 ? 0 : label.rank == LabelRank::chapter ? 0 : label.rank == LabelRank::section ? 1 : 2;
    };
    for (const Label& group : rows[at].groups) {
        FlowCell cell = cell_at(row, std::max(column, column_of(group)), group.text);
        for (std::size_t next = at + 1; next < rows.size(); ++next) {
            const auto outranks = [&](const Label& label) { return label.rank <= group.rank; };
            if (outranks(rows[next].own) || std::any_of(rows[next].groups.begin(), rows[next].groups.end(), outranks)) break;
            ++cell.row_span;
        }
        column = cell.column + 1;
        cells.push_back(std::move(cell));
    }
    FlowCell own = cell_at(row, std::max(column, column_of(rows[at].own)), rows[at].own.text);
    own.column_span = std::max(1, label_columns - own.column);
    if (label_columns > 0) cells.push_back(std::move(own));
}

/// What a line holds right of the labels, with spaces where it stands apart.
std::string text_in_columns(const PieceLine& line, const Columns& columns) {
    PieceLine figures = line;
    const auto is_label = [&](const Piece& piece) { return columns.at(piece.centre_x()) == columns.size(); };
    figures.pieces.erase(std::remove_if(figures.pieces.begin(), figures.pieces.end(), is_label), figures.pieces.end());
    return figures.text();
}

/// Whether a figure stands over the middles of two columns: whose it is can't be said.
bool ran_together(const PieceLine& line, const Columns& columns) {
    return std::any_of(line.pieces.begin(), line.pieces.end(), [&](const Piece& piece) {
        return piece.value && std::count_if(columns.centres.begin(), columns.centres.end(), [&](double c) { return piece.left < c && c < piece.right; }) > 1;
    });
}

/// A line of some figures and nothing else, close below a row: the ends of figures too long for their columns. That row's
/// figures can't be told then.
void tear_broken_figures(std::vector<LabelledRow>& rows, const std::vector<PieceLine>& lines, const Columns& columns) {
    constexpr double line_pitch = 1.7;  // font sizes; the rows of a table stand farther apart, or have labels
    for (std::size_t at = 1; at < rows.size(); ++at) {
        const LabelledRow& row = rows[at];
        if (row.line >= lines.size() || rows[at - 1].line >= lines.size() || !row.own.text.empty() || !row.groups.empty()) continue;
        const PieceLine &above = lines[rows[at - 1].line], &below = lines[row.line];
        const bool close = below.centre_y() - above.centre_y() < line_pitch * below.pieces.front().em();
        const bool figures = std::all_of(below.pieces.begin(), below.pieces.end(), [](const Piece& piece) { return piece.value; });
        if (close && figures && below.pieces.size() < columns.size()) rows[at - 1].torn = true;
    }
}

FlowItem build_table(std::vector<PieceLine> lines, Zone zone) {
    for (std::size_t& row : zone.rows) row -= zone.begin;
    zone.end -= zone.begin;
    zone.begin = 0;
    Columns columns = find_columns(lines, zone);
    const Alignment alignment(lines, zone, columns);
    bool parted = false;
    for (const std::size_t row : zone.rows) parted = alignment.part_row(lines[row]) || parted;
    if (parted) columns = find_columns(lines, zone);
    ZoneText text = split_zone(lines, zone, columns);
    std::vector<std::pair<std::size_t, double>> row_lines;
    for (const std::size_t at : zone.rows) {
        double sum = 0;
        int count = 0;
        for (const Piece& piece : lines[at].pieces)
            if (piece.value) sum += piece.centre_y(), ++count;
        row_lines.emplace_back(at, sum / count);
    }
    std::vector<LabelledRow> rows = assign_labels(row_lines, text.labels, text.label_heads);
    tear_broken_figures(rows, lines, columns);
    bool labelled = false, grouped = false;
    for (const LabelledRow& row : rows) {
        labelled = labelled || !row.own.text.empty();
        grouped = grouped || !row.groups.empty();
    }
    const int label_columns = grouped ? 3 : labelled ? 1 : 0;
    std::vector<FlowCell> cells;
    const int top = add_head(text, columns, Alignment(lines, zone, columns), label_columns, cells);
    std::vector<std::vector<std::string>> remarks(rows.size(), std::vector<std::string>(columns.size()));
    for (const Piece& piece : text.remarks) {
        const auto nearest = std::min_element(rows.begin(), rows.end(), [&](const LabelledRow& a, const LabelledRow& b) {
            return std::fabs(a.centre_y - piece.centre_y()) < std::fabs(b.centre_y - piece.centre_y());
        });
        remarks[static_cast<std::size_t>(nearest - rows.begin())][columns.at(piece.centre_x())] += piece.text;
    }
    for (std::size_t at = 0; at < rows.size(); ++at) {
        add_labels(rows, at, top, label_columns, cells);
        if (rows[at].torn) continue;
        if (rows[at].line < lines.size() && ran_together(lines[rows[at].line], columns)) {
            cells.push_back(cell_at(top + static_cast<int>(at), label_columns, text_in_columns(lines[rows[at].line], columns)));
            continue;
        }
        std::vector<std::string> values(columns.size());
        if (rows[at].line < lines.size())
            for (const Piece& piece : lines[rows[at].line].pieces)
                if (const std::size_t column = columns.at(piece.centre_x()); column < columns.size())
                    values[column] += (values[column].empty() ? "" : " ") + piece.text;
        for (std::size_t column = 0; column < columns.size(); ++column) values[column] += remarks[at][column];
        for (std::size_t column = 0; column < columns.size(); ++column)
            cells.push_back(cell_at(top + static_cast<int>(at), label_columns + static_cast<int>(column), std::move(values[column])));
    }
    FlowItem table = flow_table(std::move(cells));
    table.certain = columns.certain;
    return table;
}

struct Margins {
    double left = 0, right = 0;
};

/// Where most lines of prose begin and end.
Margins margins_of(const std::vector<PieceLine>& lines) {
    std::vector<double> left, right;
    for (const PieceLine& line : lines) {
        left.push_back(line.left());
        right.push_back(line.right());
    }
    std::sort(left.begin(), left.end());
    std::sort(right.begin(), right.end());
    if (left.empty()) return {};
    return {left[left.size() / 10], right[right.size() * 9 / 10]};
}

/// A line goes on with the paragraph where the one above is full and it is not indented itself.
bool goes_on(const PieceLine& above, const PieceLine& line, const Margins& margins) {
    const double em = std::max(6.0, line.pieces.front().em());
    const bool full = above.right() > margins.right - 2.5 * em;
    const bool indented = line.left() > margins.left + 1.2 * em;
    return full && !indented && std::fabs(above.pieces.front().em() - em) < 0.25 * em && !is_heading(above.text()) && !is_heading(line.text());
}

void add_paragraphs(const std::vector<PieceLine>& lines, std::size_t begin, std::size_t end, const Margins& margins, Flow& flow) {
    std::string paragraph;
    for (std::size_t at = begin; at < end; ++at) {
        const std::string text = lines[at].text();
        if (!paragraph.empty() && !goes_on(lines[at - 1], lines[at], margins)) flow.push_back(flow_paragraph(std::exchange(paragraph, {})));
        if (!paragraph.empty() && is_letter(paragraph.back()) && is_letter(text.front())) paragraph += ' ';
        paragraph += text;
    }
    if (!paragraph.empty()) flow.push_back(flow_paragraph(std::move(paragraph)));
}

/// Paragraphs and undrawn tables of lines [begin, end).
void add_text(const std::vector<PieceLine>& all, std::size_t begin, std::size_t end, const Margins& margins, Flow& flow) {
    if (begin >= end) return;
    const std::vector<PieceLine> lines(all.begin() + static_cast<std::ptrdiff_t>(begin), all.begin() + static_cast<std::ptrdiff_t>(end));
    std::size_t next = 0;
    for (const Zone& zone : find_zones(lines)) {
        add_paragraphs(lines, next, zone.begin, margins, flow);
        flow.push_back(build_table({lines.begin() + static_cast<std::ptrdiff_t>(zone.begin), lines.begin() + static_cast<std::ptrdiff_t>(zone.end)}, zone));
        next = zone.end;
    }
    add_paragraphs(lines, next, lines.size(), margins, flow);
}

}  // namespace

void read_run_pages(const RunPages& pages, Document& document) {
    if (!pages.problem.empty()) observe(document, pages.problem);
    Strip strip = lay_out(pages);
    if (strip.lines.empty() && strip.tables.empty()) {
        if (pages.problem.empty()) observe(document, pages.pages.empty() ? "file-unreadable" : "pdf-scanned");
        return;
    }
    const Margins margins = margins_of(strip.lines);
    Flow flow;
    std::size_t next = 0;
    for (std::size_t at = 0; at < strip.tables.size();) {
        std::size_t end = at + 1;
        while (end < strip.tables.size() && goes_on_overleaf(strip.tables[end - 1], strip.tables[end])) ++end;
        add_text(strip.lines, next, strip.tables[at].before, margins, flow);
        next = strip.tables[at].before;
        flow.push_back(drawn_table({strip.tables.begin() + static_cast<std::ptrdiff_t>(at), strip.tables.begin() + static_cast<std::ptrdiff_t>(end)}));
        at = end;
    }
    add_text(strip.lines, next, strip.lines.size(), margins, flow);
    write_flow(flow, document);
}

}  // namespace nianbao
