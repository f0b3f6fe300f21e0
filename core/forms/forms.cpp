// The list of forms, and what is derived from a form's tables once.
#include "core/form.hpp"

#include <array>
#include <unordered_map>

#include "core/forms/form_2019.hpp"
#include "core/forms/form_2021.hpp"
#include "core/forms/per_form.hpp"

namespace nianbao {
namespace {

constexpr std::array<const Form*, 2> all_forms = {&form_2019, &form_2021};

std::string table_prefix(Table table) { return "t" + std::to_string(static_cast<int>(table)); }

struct CellTable {
    std::vector<FormCell> cells;
    std::unordered_map<std::string_view, int> index;
};

CellTable make_cells(const Form& form) {
    CellTable table;
    for (const FormBlock& block : form.blocks)
        for (const Row& row : block.rows)
            for (const Column& column : block.columns) {
                std::string id = table_prefix(block.table);
                id.append(".").append(row.id).append(".").append(column.id);
                table.cells.push_back({std::move(id), &block, &row, &column});
            }
    // Keys view the ids, which no longer move.
    for (std::size_t i = 0; i < table.cells.size(); ++i) table.index.emplace(table.cells[i].id, static_cast<int>(i));
    return table;
}

const CellTable& cell_table(const Form& form) {
    static const PerForm<CellTable> all(make_cells);
    return all.of(form);
}

}  // namespace

std::span<const Form* const> forms() { return all_forms; }

const Form* form_by_id(std::string_view id) {
    for (const Form* form : all_forms)
        if (form->id == id) return form;
    return nullptr;
}

const Form* form_for_year(int year) {
    for (const Form* form : all_forms)
        if (year >= form->first_year && year <= form->last_year) return form;
    return nullptr;
}

const std::vector<FormCell>& cells_of(const Form& form) { return cell_table(form).cells; }

int cell_index(const Form& form, std::string_view id) {
    const auto& index = cell_table(form).index;
    const auto found = index.find(id);
    return found == index.end() ? -1 : found->second;
}

std::string_view table_name(Table table, bool english) {
    switch (table) {
        case Table::two: return english ? "Table two (proactive disclosure)" : "表二 主动公开政府信息情况";
        case Table::three: return english ? "Table three (requests)" : "表三 收到和处理政府信息公开申请情况";
        case Table::four: return english ? "Table four (review and litigation)" : "表四 政府信息公开行政复议、行政诉讼情况";
    }
    return {};
}

}  // namespace nianbao
