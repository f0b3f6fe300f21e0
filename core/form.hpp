// What the law says: a form of the annual report as data (forms/ holds one file a form).
//
// Source: 国办公开办函〔2019〕60号 (form 2019) and 国办公开办函〔2021〕30号 (form 2021), annexes.
// The matcher's template, the relations, the blank form and the page's drawn tables all derive from these tables.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao {

enum class Table : std::uint8_t { two = 2, three = 3, four = 4 };

/// What a cell may hold: count = integer >= 0; change = signed integer; money = decimal >= 0.
enum class Quantity : std::uint8_t { count, change, money };

using Labels = std::span<const std::string_view>;

struct Column {
    std::string_view id;
    std::string_view label;      ///< as printed in the notice
    std::string_view group = {};  ///< label of the head cell above it ("法人或其他组织"), or empty
    Quantity quantity = Quantity::count;
    Labels variants = {};        ///< spellings that mean the same and are fine
};

struct Row {
    std::string_view id;
    std::string_view label;      ///< the leaf label as printed, numbering included: "1.属于国家秘密"
    std::string_view group = {};  ///< innermost parent label: "（三）不予公开", or empty
    Labels variants = {};
};

/// A run of rows under one head. Table two has one block a paragraph of article 20; table three is one block;
/// table four is one block whose rows are its three groups, drawn side by side.
struct FormBlock {
    Table table;
    std::string_view heading;  ///< "第二十条第（一）项", or empty
    std::span<const Column> columns;
    std::span<const Row> rows;
};

/// A relation as people read it and as it is evaluated: "t3.new.* + t3.carried_in.* = t3.handled.* + t3.carried_out.*".
/// Each * stands for the same row or column throughout one instance. Comparators: = and >=.
/// "previous.t3.carried_out.*" is a cell of last year's report.
struct Formula {
    std::string_view rule;  ///< id of the rule that reports its failures
    std::string_view text;
};

struct SectionTitle {
    int number;
    std::string_view title;
    Labels variants;
};

/// The position of a cell in CellsOf(form): the order of domain ids t2…, t3…, t4….
using CellIndex = std::uint16_t;

struct FormCell {
    std::string id;  ///< "t3.new.natural"
    const FormBlock* block = nullptr;
    const Row* row = nullptr;
    const Column* column = nullptr;

    Table table() const { return block->table; }
    Quantity quantity() const { return column->quantity; }
};

struct Form {
    std::string_view id;      ///< "2019", "2021"
    std::string_view notice;  ///< "国办公开办函〔2021〕30号"
    int first_year = 0;       ///< first report year it is prescribed for
    int last_year = 0;        ///< last one; 9999 while in force
    std::span<const FormBlock> blocks;
    std::span<const Formula> formulas;
    std::span<const SectionTitle> sections;
    std::string_view balance_note;  ///< the note printed in table three's head cell
};

/// Every known form, oldest first. A new form year is one more entry.
std::span<const Form* const> forms();
const Form* form_by_id(std::string_view id);
/// The form prescribed for a report on `year`; nullptr before the first.
const Form* form_for_year(int year);

/// Every cell of a form in the order of its blocks, rows and columns (form 2019: 198, form 2021: 200). Built once.
const std::vector<FormCell>& cells_of(const Form& form);
/// Index of `id` in cells_of(form), or -1.
int cell_index(const Form& form, std::string_view id);

/// One instance of a formula: sum(left) ⟷ sum(right), each term a cell with its sign.
struct Term {
    CellIndex cell;
    bool previous = false;  ///< a cell of last year's report
    int sign = 1;
};
struct Relation {
    std::string_view rule;
    bool at_least = false;       ///< left >= right instead of left = right
    bool with_previous = false;  ///< a term is a cell of last year's report
    std::vector<Term> left;
    std::vector<Term> right;
    std::string_view bound;  ///< what * stands for: a row or column id
};
/// Every instance of every formula of a form, in the formulas' order, then by row or column. Built once.
const std::vector<Relation>& relations_of(const Form& form);

/// A statutory table as officially drawn. Rows hold only the cells that begin in them (as in HTML).
struct DrawnCell {
    std::string text;  ///< label; empty for value cells
    int column_span = 1;
    int row_span = 1;
    bool head = true;
    int cell = -1;  ///< index into cells_of(form) for a value cell
};
struct DrawnTable {
    Table table;
    int columns = 0;
    std::vector<std::vector<DrawnCell>> rows;
};
std::vector<DrawnTable> drawn_tables(const Form& form);

/// "政府信息公开行政复议、行政诉讼情况" and the like: the title of the section that holds a table.
std::string_view table_name(Table table, bool english);

}  // namespace nianbao
