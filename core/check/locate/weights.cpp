#include "core/check/locate/weights.hpp"

namespace nianbao {
namespace {

using enum FaultKind;

// Within the tables the order is: blanks and keys (one slip of the hand), then copies (one slip of the eye), then
// counting, then figures that nothing explains. A fault of several cells costs about as much as one of one cell: it is
// one slip too.
constexpr FaultWeight weights[] = {
    {total_blank, 5, "totals left blank are the commonest gap in published tables: a whole column of them in one report",
     {"{0}：总计漏填", "{0}: the total was left blank"}},
    {cell_blank, 9, "a blank among figures is rarer than a blank total, and a 0 is what is usually meant",
     {"{0}：漏填", "{0}: left blank"}},
    {digit_dropped, 10, "a key not pressed hard enough; leaves a figure of the same digits",
     {"{0}：像是漏打了一位数字", "{0}: a digit seems to have been dropped"}},
    {digit_doubled, 10, "a key pressed twice (reports carry 00 for 0)",
     {"{0}：像是一位数字打了两遍", "{0}: a digit seems to have been typed twice"}},
    {digits_transposed, 10, "two keys in the wrong order; the difference is a multiple of nine",
     {"{0}：像是相邻两位数字打颠倒了", "{0}: two digits seem to have changed places"}},
    {six_for_nine, 11, "read wrongly from a paper turned or written by hand",
     {"{0}：像是 6 和 9 看错了", "{0}: 6 and 9 seem to have been mistaken for each other"}},
    {one_for_seven, 11, "read wrongly from handwriting",
     {"{0}：像是 1 和 7 看错了", "{0}: 1 and 7 seem to have been mistaken for each other"}},
    {extra_zero, 10, "a 0 too many at the end, as when a unit or the next cell's 0 runs into the figure",
     {"{0}：像是末尾多打了一个 0", "{0}: a 0 too many seems to stand at the end"}},
    {extra_digit, 15, "a second key hit on the way: less common than the same key twice",
     {"{0}：像是多打了一位数字", "{0}: a digit too many seems to have been typed"}},
    {other_digit, 17, "one digit of several wrong, without a pattern",
     {"{0}：像是有一位数字打错了", "{0}: one digit seems to be wrong"}},
    {pasted_neighbour, 13, "the figure of the cell beside it, copied or filled on by the program; a small figure may be beside its like by chance",
     {"{0}：与相邻的格数字相同，像是串格", "{0}: the same figure as in the next cell, it seems to have been copied"}},
    {total_stale, 14, "totals are typed by hand and forgotten when a figure above them changes",
     {"{0}：总计没有随各栏更新", "{0}: the total was not brought up to date"}},
    {miscounted, 17, "one or two too many or too few: a count not brought up to date",
     {"{0}：相差 {1}，像是计数有出入", "{0}: off by {1}, it seems to have been miscounted"}},
    {not_entered, 18, "a 0 where cases belong: the row was passed over",
     {"{0}：应有数而填了 0", "{0}: 0 where there should be a figure"}},
    {entered_wrongly, 20, "a figure where nothing belongs: it takes a second slip for it to be nobody's",
     {"{0}：不该有数而填了数", "{0}: a figure where there should be none"}},
    {other_figure, 23, "nothing explains the figure",
     {"{0}：数字有误", "{0}: the figure is wrong"}},
    {swapped_neighbours, 13, "two cells side by side filled in the wrong order",
     {"{0}：相邻两格的数字填反了", "{0}: the figures of two cells side by side were swapped"}},
    {swapped_in_line, 19, "two cells of one row or column: the eye has further to go",
     {"{0}：两格的数字填反了", "{0}: the figures of two cells were swapped"}},
    {neighbour_cell, 12, "a figure one cell off, its own cell left at 0",
     {"{0}：数字填到了相邻的格里", "{0}: the figure was put into the cell next to its own"}},
    {row_shifted, 14, "a label or a blank too many moves every figure of the row by one column",
     {"{0}：这一行整体错了一列", "{0}: the figures of this row have slipped by one column"}},
    {wrong_applicant, 15, "natural persons and companies are told apart by hand, case by case",
     {"{0}：有 {1} 件记到了别的申请人类别下", "{0}: {1} counted under another kind of applicant"}},
    {wrong_row, 24, "a case under another row of the same applicant would be wrong in 总计 as well, which it is not",
     {"{0}：有 {1} 件记到了同一列的别的行里", "{0}: {1} counted in another row of the same column"}},
    {cases_missing, 16, "a case nobody counted is missing from its column and from 总计 alike; open cases are the ones forgotten",
     {"{0}：这一行少计了 {1} 件（申请人一栏和总计同时少）", "{0}: {1} not counted in this row (missing from the column and from the total)"}},
    {cases_too_many, 19, "a case counted twice: rarer than one forgotten",
     {"{0}：这一行多计了 {1} 件（申请人一栏和总计同时多）", "{0}: {1} too many in this row (in the column and in the total)"}},
};

}  // namespace

std::span<const FaultWeight> fault_weights() { return weights; }

const FaultWeight& weight_of(FaultKind kind) {
    for (const FaultWeight& weight : weights)
        if (weight.kind == kind) return weight;
    return weights[0];
}

}  // namespace nianbao
