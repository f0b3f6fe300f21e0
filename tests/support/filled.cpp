#include "tests/support/filled.hpp"

namespace nianbao::testing {
namespace {

std::int64_t figure(Random& random, Size size) {
    switch (size) {
        case Size::zero: return 0;
        case Size::small: return below(random, 3) == 0 ? below(random, 30) : 0;
        case Size::large: return below(random, 4) == 0 ? 0 : below(random, 5000);
    }
    return 0;
}

constexpr std::string_view organizations[] = {"临江县自然资源局", "清河市人民政府办公室", "青山区教育局", "东湖镇人民政府",
                                              "云岭县发展和改革局", "安宁市市场监督管理局"};

void set(Filled& filled, std::string_view id, std::int64_t value) { filled.at(id) = std::to_string(value); }

/// Table three column by column: results first, then what was received so that the balance holds, then the totals.
void fill_three(Filled& filled, Random& random, Size size) {
    const std::vector<FormCell>& cells = cells_of(*filled.form);
    constexpr std::string_view applicants[] = {"natural", "business", "research", "welfare", "legal", "other"};
    std::vector<std::int64_t> sums(cells.size(), 0);
    const auto add = [&](const std::string& row, std::string_view column, std::int64_t value) {
        const auto cell = static_cast<std::size_t>(cell_index(*filled.form, "t3." + row + "." + std::string(column)));
        const auto total = static_cast<std::size_t>(cell_index(*filled.form, "t3." + row + ".total"));
        sums[cell] += value;
        sums[total] += value;
    };
    for (const std::string_view column : applicants) {
        const Size own = column == "natural" || below(random, 3) == 0 ? size : Size::zero;
        std::int64_t handled = 0;
        for (const FormCell& cell : cells) {
            if (cell.table() != Table::three || cell.column->id != column || cell.row->group.empty()) continue;
            if (cell.row->id == "handled") continue;
            const std::int64_t value = figure(random, own);
            add(std::string(cell.row->id), column, value);
            handled += value;
        }
        const std::int64_t carried_out = own == Size::zero ? 0 : below(random, 4);
        const std::int64_t all = handled + carried_out;
        const std::int64_t carried_in = all == 0 ? 0 : below(random, static_cast<int>(std::min<std::int64_t>(all, 5)) + 1);
        add("handled", column, handled);
        add("carried_out", column, carried_out);
        add("carried_in", column, carried_in);
        add("new", column, all - carried_in);
    }
    for (std::size_t i = 0; i < cells.size(); ++i)
        if (cells[i].table() == Table::three) filled.values[i] = std::to_string(sums[i]);
}

void fill_four(Filled& filled, Random& random, Size size) {
    for (const std::string group : {"review", "direct", "after_review"}) {
        std::int64_t sum = 0;
        for (const char* column : {"upheld", "corrected", "other", "pending"}) {
            const std::int64_t value = size == Size::large ? below(random, 40) : figure(random, size);
            set(filled, "t4." + group + "." + column, value);
            sum += value;
        }
        set(filled, "t4." + group + ".total", sum);
    }
}

std::string money(Random& random) {
    std::string text = std::to_string(below(random, 4000));
    if (below(random, 2) == 0) text += "." + std::to_string(below(random, 90) + 10);
    return text;
}

void fill_two(Filled& filled, Random& random, Size size) {
    const bool first_form = filled.form->id == "2019";
    for (const FormCell& cell : cells_of(*filled.form)) {
        if (cell.table() != Table::two) continue;
        std::string& value = filled.values[static_cast<std::size_t>(cell_index(*filled.form, cell.id))];
        if (cell.quantity() == Quantity::money) value = first_form ? money(random) + "万元" : money(random);
        else value = std::to_string(figure(random, size));
        // A zero change can never be mistaken for previous + change = decisions.
        if (cell.quantity() == Quantity::change) value = "0";
    }
    set(filled, "t2.rules.made", 0);
    set(filled, first_form ? "t2.rules.disclosed" : "t2.rules.repealed", 0);
    set(filled, first_form ? "t2.rules.total" : "t2.rules.in_force", 0);
    const std::int64_t made = std::stoll(filled.at("t2.normative.made"));
    if (first_form) set(filled, "t2.normative.total", std::stoll(filled.at("t2.normative.disclosed")) + made);
    else set(filled, "t2.normative.in_force", made + below(random, 20));
    if (first_form && below(random, 2) == 0) {
        set(filled, "t2.penalty.change", -below(random, 9) - 1);
        set(filled, "t2.penalty.previous", 70);
        set(filled, "t2.penalty.decisions", 3);
    }
}

}  // namespace

int below(Random& random, int bound) { return static_cast<int>(random() % static_cast<std::uint64_t>(bound)); }

Filled random_filled(const Form& form, Random& random) {
    const int kind = below(random, 10);
    return random_filled(form, random, kind == 0 ? Size::zero : kind < 8 ? Size::small : Size::large);
}

Filled random_filled(const Form& form, Random& random, Size size) {
    Filled filled;
    filled.form = &form;
    filled.year = form.id == "2019" ? 2019 + below(random, 2) : 2021 + below(random, 5);
    filled.organization = organizations[static_cast<std::size_t>(below(random, std::size(organizations)))];
    filled.values.assign(cells_of(form).size(), "0");
    fill_two(filled, random, size);
    fill_three(filled, random, size);
    fill_four(filled, random, size);
    return filled;
}

Filled with_blanks(Filled filled, Random& random) {
    const bool whole_columns = below(random, 2) == 0;
    const std::vector<FormCell>& cells = cells_of(*filled.form);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (filled.values[i] != "0") continue;
        if (whole_columns ? cells[i].table() == Table::three && !cells[i].column->group.empty() : below(random, 4) == 0) filled.values[i].clear();
    }
    return filled;
}

std::string title_of(const Filled& filled) {
    return filled.organization + std::to_string(filled.year) + "年政府信息公开工作年度报告";
}

std::string preamble_of(const Filled& filled) {
    const std::string year = std::to_string(filled.year);
    return "根据《中华人民共和国政府信息公开条例》规定，编制本报告。本报告所列数据的统计期限自" + year + "年1月1日起至" + year +
           "年12月31日止。";
}

std::string overview_of(const Filled& filled) {
    return "（一）主动公开。通过政府网站公开各类信息，及时更新栏目。\n（二）依申请公开。" + std::to_string(filled.year) +
           "年共收到政府信息公开申请" + filled.at("t3.new.total") + "件，结转下年度继续办理" + filled.at("t3.carried_out.total") +
           "件。\n（三）政府信息管理。落实公开前审查制度。\n（四）政府信息公开平台建设。完善网站专栏。\n（五）监督保障。组织业务培训，接受社会评议。";
}

std::string problems_of(const Filled&) {
    return "存在的主要问题：解读还不够通俗，公开还不够及时。\n改进情况：完善制度，加强培训，专人复核统计表。";
}

std::string matters_of(const Filled& filled) {
    return filled.form->id == "2019" ? "无其他需要报告的事项。" : "本年度未收取政府信息公开信息处理费，没有其他需要报告的事项。";
}

}  // namespace nianbao::testing
