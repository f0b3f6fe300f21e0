// Form 2019, complete in itself: a diff of two files is the change in the law.
// Source: 国办公开办函〔2019〕60号, annex 《中华人民共和国政府信息公开工作年度报告格式（试行）》.
#include "core/forms/form_2019.hpp"

namespace nianbao {
namespace {

using enum Quantity;
using Names = const std::string_view[];

// ---- Table two: 条例 article 20, by paragraph ----

constexpr Column documents_columns[] = {
    {"made", "本年新制作数量"},
    {"disclosed", "本年新公开数量"},
    {"total", "对外公开总数量"},
};
constexpr Names normative_variants = {"行政规范性文件"};
constexpr Row documents_rows[] = {{"rules", "规章"}, {"normative", "规范性文件", {}, normative_variants}};

constexpr Column decisions_columns[] = {
    {"previous", "上一年项目数量"},
    {"change", "本年增/减", {}, change},
    {"decisions", "处理决定数量"},
};
constexpr Row licensing_rows[] = {{"licensing", "行政许可"}, {"other_services", "其他对外管理服务事项"}};
constexpr Row enforcement_rows[] = {{"penalty", "行政处罚"}, {"compulsion", "行政强制"}};

constexpr Column fees_columns[] = {
    {"previous", "上一年项目数量"},
    {"change", "本年增/减", {}, change},
};
constexpr Row fees_rows[] = {{"fees", "行政事业性收费"}};

constexpr Names amount_variants = {"采购总金额（万元）", "采购总金额（元）", "采购总金额（单位：万元）"};
constexpr Column procurement_columns[] = {
    {"projects", "采购项目数量"},
    {"amount", "采购总金额", {}, money, amount_variants},
};
constexpr Row procurement_rows[] = {{"procurement", "政府集中采购"}};

// ---- Table three ----

constexpr std::string_view legal_persons = "法人或其他组织";
constexpr Column applicants[] = {
    {"natural", "自然人"},
    {"business", "商业企业", legal_persons},
    {"research", "科研机构", legal_persons},
    {"welfare", "社会公益组织", legal_persons},
    {"legal", "法律服务机构", legal_persons},
    {"other", "其他", legal_persons},
    {"total", "总计"},
};

constexpr std::string_view results = "三、本年度办理结果";
constexpr std::string_view denied = "（三）不予公开";
constexpr std::string_view unable = "（四）无法提供";
constexpr std::string_view rejected = "（五）不予处理";

constexpr Names partial_variants = {"（二）部分公开"};
constexpr Names denied_law_variants = {"2.其他法律、行政法规禁止公开", "2.其他法律法规禁止公开"};
constexpr Names denied_stability_variants = {"3.危及三安全一稳定"};
constexpr Names rejected_confirm_variants = {"5.要求行政机关确认或者重新出具已获取信息"};

constexpr Row application_rows[] = {
    {"new", "一、本年新收政府信息公开申请数量"},
    {"carried_in", "二、上年结转政府信息公开申请数量"},
    {"granted", "（一）予以公开", results},
    {"partial", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", results, partial_variants},
    {"denied_secret", "1.属于国家秘密", denied},
    {"denied_law", "2.其他法律行政法规禁止公开", denied, denied_law_variants},
    {"denied_stability", "3.危及“三安全一稳定”", denied, denied_stability_variants},
    {"denied_third_party", "4.保护第三方合法权益", denied},
    {"denied_internal", "5.属于三类内部事务信息", denied},
    {"denied_process", "6.属于四类过程性信息", denied},
    {"denied_enforcement", "7.属于行政执法案卷", denied},
    {"denied_inquiry", "8.属于行政查询事项", denied},
    {"unable_not_held", "1.本机关不掌握相关政府信息", unable},
    {"unable_not_ready", "2.没有现成信息需要另行制作", unable},
    {"unable_unclear", "3.补正后申请内容仍不明确", unable},
    {"rejected_petition", "1.信访举报投诉类申请", rejected},
    {"rejected_repeat", "2.重复申请", rejected},
    {"rejected_publication", "3.要求提供公开出版物", rejected},
    {"rejected_excessive", "4.无正当理由大量反复申请", rejected},
    {"rejected_confirm", "5.要求行政机关确认或重新出具已获取信息", rejected, rejected_confirm_variants},
    {"other", "（六）其他处理", results},
    {"handled", "（七）总计", results},
    {"carried_out", "四、结转下年度继续办理"},
};

// ---- Table four ----

constexpr Column outcomes[] = {
    {"upheld", "结果维持"},
    {"corrected", "结果纠正"},
    {"other", "其他结果"},
    {"pending", "尚未审结"},
    {"total", "总计"},
};
constexpr std::string_view litigation = "行政诉讼";
constexpr Row dispute_rows[] = {
    {"review", "行政复议"},
    {"direct", "未经复议直接起诉", litigation},
    {"after_review", "复议后起诉", litigation},
};

constexpr FormBlock blocks[] = {
    {Table::two, "第二十条第（一）项", documents_columns, documents_rows},
    {Table::two, "第二十条第（五）项", decisions_columns, licensing_rows},
    {Table::two, "第二十条第（六）项", decisions_columns, enforcement_rows},
    {Table::two, "第二十条第（八）项", fees_columns, fees_rows},
    {Table::two, "第二十条第（九）项", procurement_columns, procurement_rows},
    {Table::three, {}, applicants, application_rows},
    {Table::four, {}, outcomes, dispute_rows},
};

// ---- Relations ----

constexpr Formula formulas[] = {
    {"t3-row-sum",
     "t3.*.natural + t3.*.business + t3.*.research + t3.*.welfare + t3.*.legal + t3.*.other = t3.*.total"},
    {"t3-handled-sum",
     "t3.granted.* + t3.partial.* + t3.denied_secret.* + t3.denied_law.* + t3.denied_stability.* + "
     "t3.denied_third_party.* + t3.denied_internal.* + t3.denied_process.* + t3.denied_enforcement.* + "
     "t3.denied_inquiry.* + t3.unable_not_held.* + t3.unable_not_ready.* + t3.unable_unclear.* + "
     "t3.rejected_petition.* + t3.rejected_repeat.* + t3.rejected_publication.* + "
     "t3.rejected_excessive.* + t3.rejected_confirm.* + t3.other.* "
     "= t3.handled.*"},
    {"t3-balance", "t3.new.* + t3.carried_in.* = t3.handled.* + t3.carried_out.*"},
    {"t4-sum", "t4.*.upheld + t4.*.corrected + t4.*.other + t4.*.pending = t4.*.total"},
    {"disclosed-total-too-small", "t2.*.total >= t2.*.disclosed"},
    {"carry-over", "t3.carried_in.* = previous.t3.carried_out.*"},
};

// ---- Sections ----

constexpr Names overview_variants = {"概述", "总体情况概述", "政府信息公开工作总体情况", "基本情况"};
constexpr Names disclosure_variants = {"行政机关主动公开政府信息情况", "主动公开政府信息的情况", "政府信息主动公开情况"};
constexpr Names applications_variants = {"行政机关收到和处理政府信息公开申请情况", "收到和处理政府信息公开申请的情况", "政府信息依申请公开情况"};
constexpr Names disputes_variants = {
    "因政府信息公开工作被申请行政复议、提起行政诉讼情况",
    "因政府信息公开工作被申请行政复议和提起行政诉讼情况",
    "政府信息公开行政复议及行政诉讼情况",
    "政府信息公开行政复议和行政诉讼情况",
    "政府信息公开行政复议行政诉讼情况",
    "政府信息公开工作被申请行政复议、提起行政诉讼情况",
};
constexpr Names problems_variants = {
    "存在的问题及改进情况",       "存在问题及改进情况",           "存在的主要问题及改进措施",
    "存在的问题及改进措施",       "存在的主要问题和改进情况",     "政府信息公开工作存在的主要问题及改进情况",
    "政府信息公开工作存在的问题及改进情况", "政府信息公开工作存在的问题及改进措施", "政府信息公开工作存在的主要问题及改进措施",
    "主要问题及改进情况",         "存在主要问题及改进情况",       "存在问题及改进措施",
};
constexpr Names matters_variants = {"其他需要报告事项", "其他报告事项", "其他报告的事项", "其他事项", "需要报告的其他事项", "其他需要说明的事项"};
constexpr SectionTitle sections[] = {
    {1, "总体情况", overview_variants},
    {2, "主动公开政府信息情况", disclosure_variants},
    {3, "收到和处理政府信息公开申请情况", applications_variants},
    {4, "政府信息公开行政复议、行政诉讼情况", disputes_variants},
    {5, "存在的主要问题及改进情况", problems_variants},
    {6, "其他需要报告的事项", matters_variants},
};

}  // namespace

const Form form_2019 = {
    .id = "2019",
    .notice = "国办公开办函〔2019〕60号",
    .first_year = 2019,
    .last_year = 2020,
    .blocks = blocks,
    .formulas = formulas,
    .sections = sections,
    .balance_note = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
};

}  // namespace nianbao
