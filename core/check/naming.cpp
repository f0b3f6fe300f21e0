#include "core/check/naming.hpp"

#include <algorithm>
#include <utility>

#include "core/text/fold.hpp"

namespace nianbao {
namespace {

struct English {
    std::string_view id;
    std::string_view name;
};

constexpr English rows[] = {
    {"rules", "regulations"}, {"normative", "normative documents"}, {"licensing", "administrative licences"},
    {"other_services", "other services"}, {"penalty", "penalties"}, {"compulsion", "compulsory measures"},
    {"fees", "administrative fees"}, {"procurement", "central procurement"},
    {"new", "I new requests"}, {"carried_in", "II carried over from last year"}, {"granted", "(1) granted"},
    {"partial", "(2) partly granted"}, {"denied_secret", "(3)1 state secrets"},
    {"denied_law", "(3)2 forbidden by other law"}, {"denied_stability", "(3)3 security and stability"},
    {"denied_third_party", "(3)4 third-party rights"}, {"denied_internal", "(3)5 internal affairs"},
    {"denied_process", "(3)6 process information"}, {"denied_enforcement", "(3)7 enforcement files"},
    {"denied_inquiry", "(3)8 administrative inquiries"}, {"unable_not_held", "(4)1 not held"},
    {"unable_not_ready", "(4)2 would have to be made"}, {"unable_unclear", "(4)3 still unclear after correction"},
    {"rejected_petition", "(5)1 petitions and complaints"}, {"rejected_repeat", "(5)2 repeated requests"},
    {"rejected_publication", "(5)3 publications"}, {"rejected_excessive", "(5)4 excessive requests"},
    {"rejected_confirm", "(5)5 confirmation or reissue"}, {"other", "(6) otherwise handled"},
    {"other_no_correction", "(6)1 not corrected in time"}, {"other_unpaid", "(6)2 fee not paid"},
    {"other_rest", "(6)3 other"}, {"handled", "(7) total handled"}, {"carried_out", "IV carried over to next year"},
    {"review", "administrative review"}, {"direct", "litigation without review"},
    {"after_review", "litigation after review"},
};

constexpr English columns[] = {
    {"made", "made this year"}, {"disclosed", "disclosed this year"}, {"total", "total"},
    {"repealed", "repealed this year"}, {"in_force", "in force"}, {"previous", "items last year"},
    {"change", "change this year"}, {"decisions", "decisions"}, {"amount", "amount"}, {"projects", "projects"},
    {"natural", "natural persons"}, {"business", "businesses"}, {"research", "research bodies"},
    {"welfare", "charities"}, {"legal", "legal services"}, {"other", "other"}, {"upheld", "upheld"},
    {"corrected", "corrected"}, {"pending", "pending"},
};

constexpr English numbers[] = {{"new", "I"}, {"carried_in", "II"}, {"handled", "III(7)"}, {"carried_out", "IV"}};

template <std::size_t N>
std::string_view english(const English (&table)[N], std::string_view id) {
    for (const English& entry : table)
        if (entry.id == id) return entry.name;
    return id;
}

bool starts_with(std::string_view text, std::string_view prefix) { return text.substr(0, prefix.size()) == prefix; }

/// "（三）" of "（三）不予公开", else empty.
std::string_view bracketed_number(std::string_view label) {
    constexpr std::string_view open = "（", close = "）";
    if (!starts_with(label, open)) return {};
    const std::size_t end = label.find(close);
    return end == std::string_view::npos ? std::string_view{} : label.substr(0, end + close.size());
}

/// A label without the explanation that follows it: "（二）部分公开", "1.申请人无正当理由逾期不补正".
std::string_view short_label(std::string_view label) {
    const std::string_view number = bracketed_number(label);
    constexpr std::string_view open = "（", pause = "、";
    std::size_t end = label.find(open, number.size());
    if (end == std::string_view::npos) end = label.size();
    constexpr std::size_t long_label = 60;
    if (end > long_label) {
        const std::size_t comma = label.find(pause, number.size() + 3 * 3);
        if (comma != std::string_view::npos) end = std::min(end, comma);
    }
    return label.substr(0, end);
}

}  // namespace

Message table_word(Table table) {
    switch (table) {
        case Table::two: return {"表二", "table two"};
        case Table::three: return {"表三", "table three"};
        case Table::four: return {"表四", "table four"};
    }
    return {};
}

Message row_name(const FormCell& cell) {
    Message name;
    if (cell.table() == Table::three) name.zh = bracketed_number(cell.row->group);
    name.zh += short_label(cell.row->label);
    name.en = english(rows, cell.row->id);
    return name;
}

Message row_number(const FormCell& cell) {
    constexpr std::string_view pause = "、";
    const std::string_view label = cell.row->label;
    if (cell.table() != Table::three) return row_name(cell);
    Message name;
    name.en = english(numbers, cell.row->id);
    if (cell.row->group.empty() && label.find(pause) != std::string_view::npos) {
        name.zh = label.substr(0, label.find(pause));
    } else if (cell.row->id == "handled" && cell.row->group.find(pause) != std::string_view::npos) {
        name.zh = cell.row->group.substr(0, cell.row->group.find(pause));
        name.zh += bracketed_number(label);
    } else {
        return row_name(cell);
    }
    return name;
}

Message column_name(const FormCell& cell) {
    std::string_view label = cell.column->label;
    const std::size_t bracket = label.find("（");
    return {std::string(label.substr(0, bracket)), std::string(english(columns, cell.column->id))};
}

Message cell_name(const Form& form, CellIndex index) {
    const FormCell& cell = cells_of(form)[index];
    const Message table = table_word(cell.table()), row = row_name(cell), column = column_name(cell);
    return {table.zh + "“" + row.zh + "”的" + column.zh, table.en + ", " + row.en + ", " + column.en};
}

Message cells_name(const Form& form, const std::vector<CellIndex>& cells, std::size_t most) {
    std::vector<std::pair<const FormCell*, std::vector<Message>>> by_row;
    for (const CellIndex index : cells) {
        const FormCell& cell = cells_of(form)[index];
        if (by_row.empty() || by_row.back().first->row != cell.row) by_row.push_back({&cell, {}});
        by_row.back().second.push_back(column_name(cell));
    }
    Message all;
    for (std::size_t i = 0; i < by_row.size() && i < most; ++i) {
        const FormCell& first = *by_row[i].first;
        const Message table = table_word(first.table()), row = row_name(first);
        const bool same_table = i > 0 && by_row[i - 1].first->table() == first.table();
        const bool whole = by_row[i].second.size() > 1 && by_row[i].second.size() == first.block->columns.size();
        const Message names = whole ? Message{"整行", "the whole row"} : joined(by_row[i].second);
        all.zh += (i ? "；" : "") + (same_table ? std::string{} : table.zh) + "“" + row.zh + "”" + (whole ? "" : "的") + names.zh;
        all.en += (i ? "; " : "") + (same_table ? std::string{} : table.en + ", ") + row.en + ": " + names.en;
    }
    if (by_row.size() > most) {
        all.zh += "等，共 " + std::to_string(cells.size()) + " 格";
        all.en += " and more, " + std::to_string(cells.size()) + " cells in all";
    }
    return all;
}

Message joined(const std::vector<Message>& items) {
    Message all;
    for (std::size_t i = 0; i < items.size(); ++i) {
        all.zh += (i ? "、" : "") + items[i].zh;
        all.en += (i ? ", " : "") + items[i].en;
    }
    return all;
}

Message same(std::string text) { return {text, text}; }

Message number(std::size_t count) { return same(std::to_string(count)); }

Message quoted(std::string_view text) {
    constexpr std::size_t most = 60;
    std::string shown;
    bool space = false;
    std::size_t characters = 0;
    const std::string_view trimmed = trim(text);
    for (std::size_t at = 0; at < trimmed.size();) {
        const CodePoint c = decode_at(trimmed, at);
        const bool blank = is_space(c.value);
        if (!blank && characters == most) {
            shown += "…";
            break;
        }
        if (blank && !space) shown += ' ';
        if (!blank) {
            shown += trimmed.substr(at, c.length);
            ++characters;
        }
        space = blank;
        at += c.length;
    }
    return same("“" + shown + "”");
}

Span place_of(const Folded& folded, std::string_view text, std::size_t begin, std::size_t end) {
    if (begin >= end || end >= folded.origin.size()) return {};
    const std::uint32_t last = folded.origin[end - 1];
    return {folded.origin[begin], last + decode_at(text, last).length};
}

Message section_name(int section) {
    constexpr std::string_view numerals[] = {"", "一", "二", "三", "四", "五", "六"};
    constexpr std::string_view english_names[] = {"",
                                                  "1 overview",
                                                  "2 proactive disclosure",
                                                  "3 requests",
                                                  "4 review and litigation",
                                                  "5 problems and improvements",
                                                  "6 other matters"};
    if (section < 1 || section > 6) return {};
    const auto at = static_cast<std::size_t>(section);
    std::string title;
    for (const SectionTitle& entry : forms().back()->sections)
        if (entry.number == section) title = entry.title;
    return {"“" + std::string(numerals[at]) + "、" + title + "”", "section " + std::string(english_names[at])};
}

}  // namespace nianbao
