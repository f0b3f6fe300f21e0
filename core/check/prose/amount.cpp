#include "core/check/prose/amount.hpp"

#include <algorithm>
#include <array>

#include "core/check/naming.hpp"

namespace nianbao::prose {

namespace {

constexpr std::int64_t telling = 5;  // smaller figures equal some cell by chance

struct SignedRow {
    std::string_view row;
    int sign = 1;
};
using Rows = std::vector<SignedRow>;

constexpr std::array<std::string_view, 6> applicant_columns = {"natural", "business", "research", "welfare", "legal", "other"};

std::vector<std::string_view> columns_of(Applicant applicant) {
    switch (applicant) {
        case Applicant::natural:
        case Applicant::citizens:
            return {"natural"};
        case Applicant::legal:
            return {"business", "research", "welfare", "legal", "other"};
        case Applicant::business:
            return {"business"};
        case Applicant::research:
            return {"research"};
        case Applicant::welfare:
            return {"welfare"};
        case Applicant::law_firm:
            return {"legal"};
        case Applicant::all:
            break;
    }
    return {};
}

std::vector<std::string_view> rows_of(Group group) {
    switch (group) {
        case Group::granted:
            return {"granted"};
        case Group::partial:
            return {"partial"};
        case Group::other:
            return {"other", "other_no_correction", "other_unpaid", "other_rest"};
        default:
            break;
    }
    std::vector<std::string_view> rows;
    for (const LeafRow& leaf : leaf_rows())
        if (leaf.group == group) rows.push_back(leaf.row);
    return rows;
}

/// Reads cells of one report; remembers whether any was out of reach, and whether any held a figure.
class Cells {
public:
    explicit Cells(const Report& report) : report_(report) {}

    bool readable = true;
    bool any_number = false;

    int index(std::string_view table, std::string_view row, std::string_view column) const {
        std::string id(table);
        (id += '.').append(row).append(".").append(column);
        return cell_index(*report_.form, id);
    }

    /// The cell's value, a blank as 0. Marks what can't be read.
    std::int64_t value(int cell, bool may_be_absent = false) {
        const auto at = static_cast<std::size_t>(cell);
        if (cell < 0 || at >= report_.cells.size()) {
            readable = false;
            return 0;
        }
        const CellValue& v = report_.cells[at];
        if (v.reading == Reading::blank || (v.reading == Reading::absent && may_be_absent)) return 0;
        if (v.reading != Reading::number || !v.value.is_integer()) {
            readable = false;
            return 0;
        }
        any_number = true;
        return v.value.integer();
    }

    bool is_blank(int cell) const {
        return cell >= 0 && static_cast<std::size_t>(cell) < report_.cells.size() &&
               report_.cells[static_cast<std::size_t>(cell)].reading == Reading::blank;
    }

private:
    const Report& report_;
};

void add_row(Cells& cells, const SignedRow& row, Applicant applicant, Amount& amount) {
    const bool optional = row.row.substr(0, 5) == "other";  // （六） undivided: one row holds it
    if (cells.index("t3", row.row, "total") < 0) return;    // the other form's row
    std::vector<CellIndex> parts;
    std::int64_t by_columns = 0;
    const std::vector<std::string_view> chosen = columns_of(applicant);
    const auto sum = [&](std::string_view column) {
        const int cell = cells.index("t3", row.row, column);
        by_columns += row.sign * cells.value(cell, optional);
        if (cell >= 0 && !cells.is_blank(cell)) parts.push_back(static_cast<CellIndex>(cell));
    };
    if (applicant != Applicant::all) {
        for (const std::string_view column : chosen) sum(column);
        amount.value += by_columns;
        amount.by_columns += by_columns;
        amount.cells.insert(amount.cells.end(), parts.begin(), parts.end());
        amount.summed.insert(amount.summed.end(), parts.begin(), parts.end());
        return;
    }
    const int total = cells.index("t3", row.row, "total");
    const bool blank = cells.is_blank(total);
    const std::int64_t value = row.sign * cells.value(total, optional);
    const bool readable = cells.readable;
    for (const std::string_view column : applicant_columns) sum(column);
    const bool columns_readable = cells.readable;
    if (!blank) cells.readable = readable;  // the total is enough
    amount.value += blank ? by_columns : value;
    amount.by_columns += columns_readable ? by_columns : value;
    amount.cells.push_back(static_cast<CellIndex>(total));
    if (blank)
        amount.summed.insert(amount.summed.end(), parts.begin(), parts.end());
    else
        amount.summed.push_back(static_cast<CellIndex>(total));
}

std::optional<Amount> sum_of(const Rows& rows, Applicant applicant, const Report& report) {
    Cells cells(report);
    Amount amount;
    for (const SignedRow& row : rows) add_row(cells, row, applicant, amount);
    if (!cells.readable || !cells.any_number || amount.cells.empty()) return std::nullopt;
    return amount;
}

Rows plus(std::initializer_list<std::string_view> ids) {
    Rows rows;
    for (const std::string_view id : ids) rows.push_back({id, 1});
    return rows;
}

Rows minus(Rows rows, Group group) {
    for (const std::string_view id : rows_of(group)) rows.push_back({id, -1});
    return rows;
}

Rows group_rows(const std::vector<Group>& groups) {
    Rows rows;
    for (const Group g : groups)
        for (const std::string_view id : rows_of(g)) rows.push_back({id, 1});
    return rows;
}

/// The rows of table three each reading of the words means, the nearest first.
std::vector<Rows> readings_of(const Meaning& m) {
    std::vector<Rows> readings;
    const Rows fresh = plus({"new"}), both = plus({"new", "carried_in"}), handled = plus({"handled"});
    switch (m.subject) {
        case Subject::received:
            readings = {fresh};
            if (m.with_carried || m.unsaid) readings.push_back(both);
            if (m.also_handled || m.unsaid) readings.push_back(handled);
            if (m.unsaid) readings.insert(readings.end(), {plus({"granted"}), plus({"granted", "partial"})});
            break;
        case Subject::handled:
            readings = {handled};
            if (m.answered) {
                readings.push_back(minus(handled, Group::other));
                readings.push_back(minus(handled, Group::rejected));
                readings.push_back(minus(minus(handled, Group::other), Group::rejected));
            }
            if (m.also_handled) readings.insert(readings.end(), {fresh, both});
            break;
        case Subject::groups: {
            Rows rows;
            for (const std::uint8_t leaf : m.leaves) rows.push_back({leaf_rows()[leaf].row, 1});
            if (!rows.empty()) readings.push_back(rows);
            if (rows.empty() || m.leaf_or_group) readings.push_back(group_rows(m.groups));
            break;
        }
        case Subject::carried_in:
            readings = {plus({"carried_in"})};
            break;
        case Subject::carried_out:
            readings = {plus({"carried_out"})};
            break;
        default:
            break;
    }
    return readings;
}

std::optional<Amount> cells_sum(std::initializer_list<std::string_view> ids, const Report& report) {
    Cells cells(report);
    Amount amount;
    for (const std::string_view id : ids) {
        const int cell = cell_index(*report.form, id);
        amount.value += cells.value(cell);
        if (cell >= 0) amount.cells.push_back(static_cast<CellIndex>(cell));
    }
    if (!cells.readable || !cells.any_number) return std::nullopt;
    amount.by_columns = amount.value;
    amount.summed = amount.cells;
    return amount;
}

std::optional<Amount> paper_amount(const Meaning& m, const Report& report) {
    static constexpr std::string_view changes[] = {"made", "repealed", "in_force", "disclosed", "total"};
    std::string id = m.paper == Paper::rules ? "t2.rules." : "t2.normative.";
    id += changes[static_cast<std::size_t>(m.change)];
    if (cell_index(*report.form, id) < 0) return std::nullopt;
    return cells_sum({id}, report);
}

std::optional<Amount> court_amount(const Meaning& m, const Report& report) {
    if (m.subject == Subject::review) return cells_sum({"t4.review.total"}, report);
    switch (m.lawsuit) {
        case Lawsuit::direct:
            return cells_sum({"t4.direct.total"}, report);
        case Lawsuit::after_review:
            return cells_sum({"t4.after_review.total"}, report);
        case Lawsuit::both:
            break;
    }
    return cells_sum({"t4.direct.total", "t4.after_review.total"}, report);
}

/// “（四）1.本机关不掌握相关政府信息”
Message label_of(CellIndex cell, const Report& report) {
    const Message row = row_name(cells_of(*report.form)[cell]);
    return {"“" + row.zh + "”", "“" + row.en + "”"};
}

Message applicant_name(Applicant applicant) {
    switch (applicant) {
        case Applicant::natural:
            return {"（自然人）", " (natural persons)"};
        case Applicant::legal:
            return {"（法人或其他组织）", " (legal persons)"};
        case Applicant::business:
            return {"（商业企业）", " (businesses)"};
        case Applicant::research:
            return {"（科研机构）", " (research bodies)"};
        case Applicant::welfare:
            return {"（社会公益组织）", " (welfare organisations)"};
        case Applicant::law_firm:
            return {"（法律服务机构）", " (legal services)"};
        case Applicant::all:
        case Applicant::citizens:
            break;
    }
    return {};
}

Message group_name(Group group) {
    switch (group) {
        case Group::granted:
            return {"（一）予以公开", "(1) granted"};
        case Group::partial:
            return {"（二）部分公开", "(2) partly granted"};
        case Group::denied:
            return {"（三）不予公开", "(3) denied"};
        case Group::unable:
            return {"（四）无法提供", "(4) unable to provide"};
        case Group::rejected:
            return {"（五）不予处理", "(5) not processed"};
        case Group::other:
            return {"（六）其他处理", "(6) otherwise handled"};
    }
    return {};
}

void join(Message& to, const Message& more) {
    if (!to.zh.empty()) to.zh += "＋", to.en += " + ";
    to.zh += more.zh;
    to.en += more.en;
}

Message groups_name(const Meaning& m, const Report& report) {
    Message name;
    for (const std::uint8_t leaf : m.leaves) {
        const int cell = cell_index(*report.form, "t3." + std::string(leaf_rows()[leaf].row) + ".total");
        if (cell >= 0) join(name, label_of(static_cast<CellIndex>(cell), report));
    }
    if (m.leaves.empty())
        for (const Group g : m.groups) join(name, group_name(g));
    return name;
}

std::int64_t total_of(std::string_view row, Applicant applicant, const Report& report) {
    const std::optional<Amount> amount = sum_of({{row, 1}}, applicant, report);
    return amount ? amount->value : -1;
}

}  // namespace

std::vector<Amount> amounts_of(const Meaning& meaning, const Report& report) {
    std::vector<Amount> amounts;
    if (!report.form) return amounts;
    const auto take = [&](std::optional<Amount> amount) {
        if (amount) amounts.push_back(std::move(*amount));
        return amount.has_value();
    };
    switch (meaning.subject) {
        case Subject::paper:
            take(paper_amount(meaning, report));
            return amounts;
        case Subject::review:
        case Subject::lawsuit:
            take(court_amount(meaning, report));
            return amounts;
        default:
            break;
    }
    const bool citizens = meaning.applicant == Applicant::citizens;
    for (const Rows& rows : readings_of(meaning)) {
        if (!take(sum_of(rows, citizens ? Applicant::all : meaning.applicant, report))) return {};
        if (citizens) take(sum_of(rows, Applicant::natural, report));
    }
    return amounts;
}

Message name_of(const Meaning& meaning, const Report& report) {
    Message name;
    switch (meaning.subject) {
        case Subject::received:
            name = {"表三“一、本年新收”", "“I new requests” in table three"};
            break;
        case Subject::handled:
            name = {"表三“（七）总计”", "“(7) total handled” in table three"};
            break;
        case Subject::carried_in:
            name = {"表三“二、上年结转”", "“II carried over from last year” in table three"};
            break;
        case Subject::carried_out:
            name = {"表三“四、结转下年度”", "“IV carried over to next year” in table three"};
            break;
        case Subject::groups: {
            const Message rows = groups_name(meaning, report);
            name = {"表三" + rows.zh, rows.en + " in table three"};
            break;
        }
        case Subject::review:
            name = {"表四行政复议总计", "the reviews in table four"};
            break;
        case Subject::lawsuit:
            if (meaning.lawsuit == Lawsuit::direct)
                name = {"表四“未经复议直接起诉”总计", "the direct lawsuits in table four"};
            else if (meaning.lawsuit == Lawsuit::after_review)
                name = {"表四“复议后起诉”总计", "the lawsuits after review in table four"};
            else
                name = {"表四行政诉讼总计（两组之和）", "the lawsuits in table four (both groups)"};
            break;
        case Subject::paper: {
            const std::vector<Amount> amounts = amounts_of(meaning, report);
            if (amounts.empty()) break;
            const FormCell& cell = cells_of(*report.form)[amounts[0].cells[0]];
            const std::string text = std::string(cell.row->label) + "·" + std::string(cell.column->label);
            name = {"表二“" + text + "”", "“" + text + "” in table two"};
            break;
        }
    }
    const Message applicant = applicant_name(meaning.applicant);
    name.zh += applicant.zh;
    name.en += applicant.en;
    return name;
}

std::optional<Message> namesake_of(const Meaning& meaning, std::int64_t figure, const Report& report) {
    if (!report.form || meaning.subject == Subject::paper || meaning.subject == Subject::review ||
        meaning.subject == Subject::lawsuit)
        return std::nullopt;
    const auto total = [&](std::string_view row) { return total_of(row, Applicant::all, report); };
    if (meaning.subject == Subject::handled && figure > 0 && total("carried_in") > 0 &&
        figure == total("new") + total("carried_in"))
        return Message{"“一、本年新收”与“二、上年结转”之和", "the sum of “I new requests” and “II carried over from last year”"};
    if (figure < telling) return std::nullopt;
    const std::vector<Rows> readings = readings_of(meaning);
    for (const Rows& rows : readings) {
        for (const SignedRow& row : rows) {
            const int cell = cell_index(*report.form, "t3." + std::string(row.row) + ".total");
            if (cell < 0 || row.sign < 0) continue;
            const Message label = label_of(static_cast<CellIndex>(cell), report);
            if (meaning.applicant == Applicant::all && total_of(row.row, Applicant::natural, report) == figure &&
                total(row.row) != figure)
                return Message{label.zh + "的“自然人”一格", "the natural-person cell of " + label.en};
            if (rows.size() > 1 && total(row.row) == figure) return Message{label.zh + "一行", "the row " + label.en};
        }
    }
    for (const std::string_view row : {"new", "handled", "granted", "carried_in", "carried_out"}) {
        const int cell = cell_index(*report.form, "t3." + std::string(row) + ".total");
        if (cell >= 0 && total(row) == figure) {
            const Message label = label_of(static_cast<CellIndex>(cell), report);
            return Message{label.zh + "一行", "the row " + label.en};
        }
    }
    return std::nullopt;
}

}  // namespace nianbao::prose
