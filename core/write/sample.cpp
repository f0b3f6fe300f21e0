// Reports of our own making, drawn from the forms: the blank form, a filled one that is right, one with typical slips.
#include <algorithm>
#include <map>
#include <vector>

#include "core/form.hpp"
#include "core/nianbao.hpp"

namespace nianbao {
namespace {

enum class Sample : std::uint8_t { blank, clean, errors };

/// The figures of the made-up bureau; totals follow from them.
struct Figure {
    std::string_view cell;
    std::int64_t value;
};
constexpr Figure requests[] = {
    {"t3.new.natural", 23},           {"t3.new.business", 4},           {"t3.carried_in.natural", 2},
    {"t3.granted.natural", 11},       {"t3.granted.business", 2},       {"t3.partial.natural", 3},
    {"t3.denied_law.natural", 1},     {"t3.denied_internal.business", 1}, {"t3.unable_not_held.natural", 6},
    {"t3.unable_not_held.business", 1}, {"t3.rejected_repeat.natural", 2}, {"t3.carried_out.natural", 2},
    {"t4.review.upheld", 2},          {"t4.review.pending", 1},         {"t4.direct.upheld", 1},
};
constexpr Figure disclosure_2019[] = {
    {"t2.normative.made", 2},       {"t2.normative.disclosed", 2}, {"t2.normative.total", 9},
    {"t2.licensing.previous", 21},  {"t2.licensing.change", -3},   {"t2.licensing.decisions", 346},
    {"t2.other_services.previous", 14}, {"t2.other_services.change", 1}, {"t2.other_services.decisions", 1208},
    {"t2.penalty.previous", 65},    {"t2.penalty.change", 2},      {"t2.penalty.decisions", 38},
    {"t2.compulsion.previous", 4},  {"t2.compulsion.change", 0},   {"t2.compulsion.decisions", 1},
    {"t2.fees.previous", 1},        {"t2.procurement.projects", 7},
};
constexpr Figure disclosure_2021[] = {
    {"t2.normative.made", 2},   {"t2.normative.repealed", 1}, {"t2.normative.in_force", 9},
    {"t2.licensing.decisions", 346}, {"t2.penalty.decisions", 38}, {"t2.compulsion.decisions", 1},
};

/// What the sample with errors gets wrong, and how such slips come about.
struct Slip {
    std::string_view cell;
    std::string_view text;
};
constexpr Slip slips[] = {
    {"t3.handled.natural", "32"},      // two digits changed places
    {"t3.rejected_repeat.legal", "00"},  // a key pressed twice
    {"t4.review.total", "2"},          // a total not brought up to date
    {"t3.denied_process.other", ""},   // a cell passed over
};

using Values = std::map<std::string, std::string, std::less<>>;

std::int64_t count_at(const Values& values, const std::string& id) {
    const auto found = values.find(id);
    return found == values.end() ? 0 : std::stoll(found->second);
}

/// Equality relations with one total on the right fix that total; applied in the formulas' order until none changes.
void fill_totals(const Form& form, Values& values) {
    for (bool changed = true; changed;) {
        changed = false;
        for (const Relation& relation : relations_of(form)) {
            if (relation.at_least || relation.right.size() != 1 || relation.right.front().previous) continue;
            std::int64_t sum = 0;
            for (const Term& term : relation.left) sum += term.sign * count_at(values, cells_of(form)[term.cell].id);
            std::string& total = values[cells_of(form)[relation.right.front().cell].id];
            if (total == std::to_string(sum)) continue;
            total = std::to_string(sum);
            changed = true;
        }
    }
}

Values clean_values(const Form& form) {
    Values values;
    for (const FormCell& cell : cells_of(form)) values[cell.id] = "0";
    for (const Figure& figure : requests) values[std::string(figure.cell)] = std::to_string(figure.value);
    const bool first_form = form.id == "2019";
    for (const Figure& figure : first_form ? std::span<const Figure>(disclosure_2019) : std::span<const Figure>(disclosure_2021))
        values[std::string(figure.cell)] = std::to_string(figure.value);
    values[first_form ? "t2.procurement.amount" : "t2.fees.amount"] = first_form ? "286.5万元" : "12.36";
    fill_totals(form, values);
    return values;
}

Values values_of(const Form& form, Sample kind) {
    Values values;
    if (kind == Sample::blank) {
        for (const FormCell& cell : cells_of(form)) values[cell.id] = "";
        return values;
    }
    values = clean_values(form);
    if (kind == Sample::errors)
        for (const Slip& slip : slips) values[std::string(slip.cell)] = std::string(slip.text);
    return values;
}

std::string table_text(const Form& form, const DrawnTable& drawn, const Values& values) {
    std::string text;
    for (const std::vector<DrawnCell>& row : drawn.rows) {
        for (const DrawnCell& cell : row) {
            text += cell.cell < 0 ? cell.text : values.at(cells_of(form)[static_cast<std::size_t>(cell.cell)].id);
            text += text.empty() || text.back() == '\n' || text.back() == ' ' ? "|" : " |";
            text += ' ';
        }
        text.back() = '\n';
    }
    return text;
}

std::string heading(const Form& form, int number) {
    constexpr std::string_view numerals[] = {"一", "二", "三", "四", "五", "六"};
    const auto index = static_cast<std::size_t>(number - 1);
    return std::string(numerals[index]) + "、" + std::string(form.sections[index].title) + "\n";
}

std::string replaced(std::string text, std::string_view name, const std::string& value) {
    for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name, at + value.size()))
        text.replace(at, name.size(), value);
    return text;
}

constexpr std::string_view opening =
    "临江县自然资源局YEAR年政府信息公开工作年度报告\n"
    "根据《中华人民共和国政府信息公开条例》和NOTICE的要求，编制本报告。"
    "本报告所列数据的统计期限自YEAR年1月1日起至YEAR年12月31日止。\n";
constexpr std::string_view overview =
    "（一）主动公开。全年通过县政府网站主动公开政府信息486条，及时公开规划许可、征地批准和行政处罚结果。\n"
    "（二）依申请公开。YEAR年收到政府信息公开申请NEW件，上年结转CARRIED_IN件，办结HANDLED件，结转下年度继续办理CARRIED_OUT件。\n"
    "（三）政府信息管理。落实公开前审查，按时清理失效文件。\n"
    "（四）政府信息公开平台建设。完善网站专栏，保证查询和下载可用。\n"
    "（五）监督保障。配备专人负责，组织业务培训两次，接受社会评议。\n";
constexpr std::string_view problems =
    "主要问题：征地信息的解读还不够通俗，答复文书的说理有待加强。\n"
    "改进情况：统一了答复文书格式，对常见申请制作了办理指引，并安排专人复核统计表。\n";
constexpr std::string_view matters_2019 = "无其他需要报告的事项。\n";
constexpr std::string_view matters_2021 = "本年度未收取政府信息公开信息处理费。没有其他需要报告的事项。\n";

/// A whole report as text: title, six sections, the three tables one row a line with " | " between cells.
/// clean: every rule is silent. errors: slips clerks make. Deterministic.
std::string sample_report(const Form& form, Sample kind) {
    const Values values = values_of(form, kind);
    const std::vector<DrawnTable> tables = drawn_tables(form);
    std::string text(opening);
    text += heading(form, 1);
    text += overview;
    for (std::size_t i = 0; i < tables.size(); ++i)
        text += heading(form, static_cast<int>(i) + 2) + table_text(form, tables[i], values);
    text += heading(form, 5);
    text += problems;
    text += heading(form, 6);
    text += form.id == "2019" ? matters_2019 : matters_2021;

    // The prose speaks of the right figures, so that a slip in the tables shows against it as well.
    const Values right = clean_values(form);
    text = replaced(std::move(text), "YEAR", form.id == "2019" ? "2020" : "2024");
    text = replaced(std::move(text), "NOTICE", std::string(form.notice));
    text = replaced(std::move(text), "NEW", right.at("t3.new.total"));
    text = replaced(std::move(text), "CARRIED_IN", right.at("t3.carried_in.total"));
    text = replaced(std::move(text), "HANDLED", right.at("t3.handled.total"));
    return replaced(std::move(text), "CARRIED_OUT", right.at("t3.carried_out.total"));
}

/// Only the three tables, blank, with their section headings.
std::string blank_form(const Form& form) {
    const Values values = values_of(form, Sample::blank);
    std::string text;
    int number = 2;
    for (const DrawnTable& drawn : drawn_tables(form)) text += heading(form, number++) + table_text(form, drawn, values);
    return text;
}

}  // namespace

std::string sample(std::string_view kind, std::string_view form_id) {
    const Form* form = form_by_id(form_id);
    if (!form) return {};
    if (kind == "blank") return blank_form(*form);
    if (kind == "clean") return sample_report(*form, Sample::clean);
    if (kind == "errors") return sample_report(*form, Sample::errors);
    return {};
}

}  // namespace nianbao
