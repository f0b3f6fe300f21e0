// The words the grammar knows. A clause is read only when every word of it is known: whatever else it may say, it says
// something the grammar does not understand, and then it stays silent.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/check/prose/paragraph.hpp"

namespace nianbao::prose {

enum class Kind : std::uint8_t {
    unknown,
    filler,          ///< 共 已 依法 的 …: says nothing about what is counted
    connector,       ///< 、 和 及: joins two rows
    et_cetera,       ///< 等: a leaf row stands for its group
    figure,          ///< value; see Figure
    year,            ///< value: 2021
    this_year,       ///< value: 1 = 今年 本年度, 0 = 全年 (of the year spoken of)
    last_year,       ///< 去年 上年度
    next_year,       ///< 明年 下年度
    part_of_year,    ///< 上半年 3月
    cumulative,      ///< 累计 以来 截至
    plan,            ///< 下一步 计划 力争
    compare,         ///< 同比 较 增长: what follows in the clause is no figure of this year; value: better = 提高, perhaps without a figure
    self,            ///< 我局, the organisation's own name
    wide,            ///< 全市 全县: this body or more than it
    others,          ///< 各部门 各乡镇: not this body
    application,     ///< value: 0 = 政府信息公开申请, granted_or_asked = 依申请公开, about_the_work = 依申请公开工作
    request,         ///< 申请 alone: an application only where the passage is about them
    about,           ///< 信息公开类: makes a review or a lawsuit one about disclosure
    receive,         ///< value: Receive
    handle,          ///< value: Handle
    group,           ///< value: Group
    leaf,            ///< value: index into leaf_rows()
    carry,           ///< 结转
    carry_in,        ///< 上年结转
    carry_out,       ///< 结转下年度
    pending,         ///< 正在办理: known, in no row for certain
    review,          ///< 行政复议
    lawsuit,         ///< value: Lawsuit
    arise,           ///< 引发 被提起: makes the word before it a modifier
    document,        ///< value: Paper
    document_change, ///< value: Change of table two
    column,          ///< value: Applicant
    aside,           ///< 网上 延期: a count that no table holds; value: a_part = 集中在, of a subject to be named; published = 主动公开
    all,             ///< 均 全部
    already,         ///< 已
    none,            ///< 无 未发生
    receive_none,    ///< 未收到
    other_topic      ///< 举报 提案 留言: not an application; value: complaint = 举报 投诉
};

enum class Receive : std::uint8_t { received, accepted, fresh };  ///< 收到 · 受理 收办 · 新收
enum class Handle : std::uint8_t { answered, settled, processed };  ///< 答复 · 办结 · 办理 处理
enum class Group : std::uint8_t { granted, partial, denied, unable, rejected, other };
enum class Lawsuit : std::uint8_t { both, direct, after_review };
enum class Paper : std::uint8_t { rules, normative };
enum class PaperChange : std::uint8_t { made, repealed, in_force, disclosed, total };
/// `citizens`: 公民, 个人, which in some offices' words is everybody who applies.
enum class Applicant : std::uint8_t { all, natural, citizens, legal, business, research, welfare, law_firm };

constexpr std::uint8_t about_the_work = 1, granted_or_asked = 2;  ///< of Kind::application
constexpr std::uint8_t better = 1;  ///< of Kind::compare
constexpr std::uint8_t complaint = 1;  ///< of Kind::other_topic
constexpr std::uint8_t a_part = 1, published = 2;  ///< of Kind::aside

/// A row below a group, with its id in the forms.
struct LeafRow {
    std::string_view row;
    Group group;
};
const std::vector<LeafRow>& leaf_rows();

struct Token {
    Kind kind = Kind::unknown;
    std::uint8_t value = 0;   ///< one of the enumerations above
    std::size_t begin = 0, end = 0;  ///< in Paragraph::text
    std::int64_t number = 0;  ///< figure, year
    bool exact = false;       ///< figure: a plain whole number; not 约90, 90余, 3.5, 3%, 3-5
    bool item_unit = false;   ///< figure: counted in 项, 条 or 个: things as often as applications
    bool counted = false;     ///< figure: counts things (has a unit), exact or not

    bool is(Kind k) const { return kind == k; }
};

/// What the words depend on: whose report it is.
struct Reporter {
    std::string organization;  ///< folded
    bool government = false;   ///< a people's government, not its office or a department
    bool town = false;         ///< a town, township or subdistrict
    std::vector<std::string_view> kinds;  ///< what it calls itself by its kind: 分局, 管委会

    static Reporter of(std::string_view organization);
};

/// The words of one clause. Unknown characters stand together in one token.
std::vector<Token> words_of(const Paragraph& paragraph, Range clause, const Reporter& reporter);

/// Reads a figure at `at` (words.cpp's only caller); `end` == `at` where there is none.
Token figure_at(std::string_view text, std::size_t at, std::size_t end);

}  // namespace nianbao::prose
