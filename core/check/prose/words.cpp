#include "core/check/prose/words.hpp"

namespace nianbao::prose {

namespace {

template <typename Enum>
constexpr std::uint8_t number(Enum e) {
    return static_cast<std::uint8_t>(e);
}

constexpr Words lists[] = {
    {Kind::filler, 0,
     "共 共计 总共 继续 一共 总 总计 合计 计 共有 累积 其中 分 包括 包含 含 另 另有 另外 还有 尚有 同时 此外 即 也 又 并 并且 且 的 了 有 为 是 达 达到 "
     "仅 只 只有 数量 数量为 数 总数 总量 件数 总件数 各类 各种 有关 相关 关于 社会 公众 群众 社会公众 人民群众 人民群众的 申请人 社会各界 向 对 就 "
     "对于 针对 提出 提出的 提交 提交的 要求 依法 依规 依法依规 依照 按照 严格 严格按照 按时 按期 如期 及时 按规定 按要求 按照规定 按照要求 规范 认真 "
     "妥善 在 于 法定 规定 规定的 期限 时限 时间 内 期内 法定期限 法定时限 法定期限内 法定时限内 规定期限内 规定时限内 规定时间内 因 由于 原因 情形 类 "
     "方面 工作 情况 事项 办理结果 办理情况 处理结果 答复结果 具体 具体为 具体情况 如下 本年度办理结果 条例 条例规定 根据 依据 程序 流程 相关规定 "
     "有关规定 并已 时 作出 做出 给予 予以 进行 完成 新 其 以 中 当中 里 件 份 该 上述 以上 来 到 自 从 至 办理的 已经全部 经 全 较好 圆满 均在 "
     "方式 渠道 形式 途径 各种渠道 各类渠道 各渠道 多种渠道 通过各种渠道 通过各类渠道 分类 分类看 结果看 从办理结果看 从办理结果来看 按办理结果分 截止期内 "
     "一是 二是 三是 四是 五是 首先 其次 再次 最后 年度 情况看 申请情况 办理 答复情况 本机关政府信息公开工作 情况为 均能 能够 实际 的有 以及其他"},
    {Kind::connector, 0, "和 及 与 以及 或 或者 及其 暨"},
    {Kind::et_cetera, 0, "等 等原因 等情形 等等"},
    {Kind::this_year, 1, "今年 今年来 本年 本年度 本年内 本年度内 报告期内 报告年度 报告年度内 统计期内 统计期限内 本报告期内 本报告期 报告期 本年度累计 本年累计"},
    {Kind::this_year, 0, "全年 全年度 年内 当年 年度内 全年累计 全年共累计 全年累计共 年度累计"},
    {Kind::last_year, 0, "去年 上年 上年度 上一年 上一年度 前年 往年 历年 去年度 以前年度 上一个年度"},
    {Kind::next_year, 0, "明年 下年 下年度 下一年 下一年度 次年 来年 翌年 次年度 明年度 后续年度"},
    {Kind::part_of_year, 0, "上半年 下半年 年初 年中 年末 年底 第一季度 第二季度 第三季度 第四季度 一季度 二季度 三季度 四季度 前三季度 季度 月份 截止期"},
    {Kind::cumulative, 0, "累计 以来 截至 截止 至今 迄今 目前 截至目前 近年 近年来 近几年 近两年 近三年 多年来 历史 开展以来 实施以来 成立以来 尚未 今后 "
                          "此前 之前 期间"},
    {Kind::plan, 0, "下一步 计划 力争 预计 争取 拟 目标 规划 打算 将要 将继续 将进一步 有望"},
    {Kind::compare, 0, "同比 环比 较 比 相比 相较 相较于 较之 同期 增长 增加 减少 下降 上升 回落 提高 提升 增幅 降幅 多于 少于 持平 翻 多出"},
    {Kind::others, 0, "各部门 各单位 各级 各乡镇 各镇 各乡 各街道 各镇街 各县 各区 各市 各地 各地区 各县区 各县市区 各委办局 各成员单位 各职能部门 各有关部门 "
                      "各相关部门 各有关单位 各直属 各直属单位 各下属 部门 单位 下属 下属单位 所属 所属单位 直属 直属单位 基层 辖区 系统 系统内 市直 县直 "
                      "区直 省直 州直 镇街 乡镇 街镇 市县 区县 县区 县市区 有关部门 相关部门 成员单位 责任单位 职能部门 市级 县级 区级 省级 乡级 镇级 "
                      "市本级 县本级 区本级 省本级 本级 州本级 其他部门 其他单位 兄弟单位 上级 上级部门 开发区管委会 垂管单位 二级单位 分局 派出所 街道办"},
    {Kind::application, 0,
     "政府信息公开申请 政务信息公开申请 政务公开申请 信息公开申请 政府信息公开的申请 信息公开的申请 依申请公开政府信息申请 依申请公开政府信息 "
     "依申请公开政府信息的申请 依申请公开申请 依申请公开的申请 依申请公开信息 依申请公开事项 依申请公开件 依申请公开 依申请公开信息申请 依申请信息公开 "
     "依申请信息公开申请 依申请件 申请公开政府信息 申请公开政府信息件 政府信息依申请公开 政府信息依申请公开件 政府信息公开依申请 政府信息公开依申请件 "
     "政府信息申请 政府信息公开申请件 公开政府信息申请 公开政府信息的申请 获取政府信息的申请 获取政府信息申请 信息公开依申请 信息公开申请件 "
     "政府信息公开申请书 政府信息公开申请表 信息公开申请书 信息公开申请表 政府信息公开申请事项 政府信息公开类申请 信息公开类申请 信息公开事项申请 "
     "依申请公开申请件 依申请政府信息公开 依申请政府信息公开申请 政府信息申请公开 政府信息申请公开件 依申请公开办件 依申请办件 政府信息公开办件 "
     "政府信息公开申请数量 政府信息公开申请总数 依申请公开申请数 依申请公开数量 信息公开申请数量 信息公开申请数"},
    {Kind::request, 0, "申请 申请件 申请书 申请事项 申请数量 申请量 申请总数 申请总量 申请公开 申请表 申请办件 公开申请"},
    {Kind::about, 0, "政府信息公开 信息公开 政府信息公开工作 信息公开工作 政府信息公开类 信息公开类 政务公开 政务公开工作 政府信息公开引发 涉及政府信息公开 "
                     "涉政府信息公开 涉信息公开 政府信息公开方面 政府信息公开事项 政府信息公开相关 政府信息公开领域 政务信息公开"},
    {Kind::receive, number(Receive::received), "收到 共收到 接收到 接到 接收 收到了 收悉 接获 接收了"},
    {Kind::receive, number(Receive::accepted), "受理 收办 受理了 承办 接办 受理办理 共受理 登记受理 受理登记"},
    {Kind::receive, number(Receive::fresh), "新收 新收到 新受理 新接收 新收申请 本年新收 本年度新收 当年新收 新增受理 本年新收到"},
    {Kind::handle, number(Handle::answered), "答复 回复 办复 答复了 予以答复 予以回复 给予答复 作出答复 做出答复 答复申请人 答复申请"},
    {Kind::handle, number(Handle::settled), "办结 办理完毕 处理完毕 办结了 办理完结 处理完结 办理完成 办结答复 办理办结 结案"},
    {Kind::handle, number(Handle::processed), "办理 处理 办理了 处理了"},
    {Kind::group, number(Group::granted), "予以公开 同意公开 予以全部公开 同意予以公开 决定予以公开 全部公开 完全公开 予以公开的 予以公开答复"},
    {Kind::group, number(Group::partial), "部分公开 予以部分公开 同意部分公开 部分公开的 决定部分公开 部分予以公开 区分处理部分公开"},
    {Kind::group, number(Group::denied), "不予公开 决定不予公开 不同意公开 不予公开的 依法不予公开"},
    {Kind::group, number(Group::unable), "无法提供 无法提供的 无法提供信息 无法提供政府信息"},
    {Kind::group, number(Group::rejected), "不予处理 不予处理的 决定不予处理"},
    {Kind::group, number(Group::other), "其他处理 其他处理的 作其他处理 其他方式处理 其他情形处理 其它处理"},
    {Kind::leaf, 0, "属于国家秘密 涉及国家秘密 国家秘密"},
    {Kind::leaf, 1, "属于其他法律行政法规禁止公开 其他法律行政法规禁止公开 法律行政法规禁止公开"},
    {Kind::leaf, 2, "危及三安全一稳定 三安全一稳定"},
    {Kind::leaf, 3, "保护第三方合法权益 损害第三方合法权益 第三方合法权益"},
    {Kind::leaf, 4, "属于三类内部事务信息 三类内部事务信息 内部事务信息 属于内部事务信息 属于内部事务"},
    {Kind::leaf, 5, "属于四类过程性信息 四类过程性信息 过程性信息 属于过程性信息"},
    {Kind::leaf, 6, "属于行政执法案卷 行政执法案卷 行政执法案卷信息 属于行政执法案卷信息"},
    {Kind::leaf, 7, "属于行政查询事项 行政查询事项"},
    {Kind::leaf, 8, "本机关不掌握相关政府信息 本机关不掌握 本办不掌握相关政府信息 不掌握相关政府信息 本机关不掌握相关信息 本单位不掌握相关政府信息 本单位不掌握 我局不掌握 "
                    "本机关不掌握该信息"},
    {Kind::leaf, 9, "没有现成信息需要另行制作 没有现成信息 需要另行制作 没有现成信息需另行制作"},
    {Kind::leaf, 10, "补正后申请内容仍不明确 补正后仍不明确 申请内容不明确 补正后申请内容不明确"},
    {Kind::leaf, 11, "信访举报投诉类申请 信访举报投诉类 属于信访举报投诉类申请"},
    {Kind::leaf, 12, "重复申请 属于重复申请"},
    {Kind::leaf, 13, "要求提供公开出版物"},
    {Kind::leaf, 14, "无正当理由大量反复申请"},
    {Kind::leaf, 15, "要求行政机关确认或重新出具已获取信息 要求确认或重新出具已获取信息"},
    {Kind::carry, 0, "结转 转结 接转 顺延 转入 留转 延续 跨年结转 结转到 结转至 转结至 结转入 结转了 顺延至 顺延到 延续至 延续到 转到 转至 结转的"},
    {Kind::pending, 0, "正在办理 正在办理中 办理中 在办 尚在办理 尚在办理中 正在处理 未办结 未到期 仍在办理 在办理期限内 正按程序办理 未答复 待答复 待办理"},
    {Kind::review, 0, "行政复议 复议 行政复议案件 行政复议案 复议案件 行政复议申请 行政复议数量 复议申请"},
    {Kind::lawsuit, number(Lawsuit::both), "行政诉讼 诉讼 行政诉讼案件 行政诉讼案 诉讼案件 行政诉讼数量"},
    {Kind::lawsuit, number(Lawsuit::direct), "未经复议直接起诉 直接起诉 直接提起诉讼 未经复议直接提起行政诉讼"},
    {Kind::lawsuit, number(Lawsuit::after_review), "复议后起诉 复议后提起诉讼 经复议后起诉 复议后提起行政诉讼"},
    {Kind::arise, 0, "引发 引起 提起 被提起 被申请 引发的 引起的 被提起的 发生 发生的 产生 产生的 导致 导致的 被起诉 申请提起 而引发 而引起 被申请人申请 "
                     "而引发的 而引起的 被诉 涉及"},
    {Kind::document, number(Paper::rules), "规章 政府规章"},
    {Kind::document, number(Paper::normative), "规范性文件 行政规范性文件"},
    {Kind::document_change, number(PaperChange::made), "制发 新制发 制发了 制发件数 本年制发 新制作 本年新制作"},
    {Kind::document_change, number(PaperChange::repealed), "废止 废止了 废止件数 本年废止"},
    {Kind::document_change, number(PaperChange::in_force), "现行有效 现行有效的 现行有效件数"},
    {Kind::document_change, number(PaperChange::disclosed), "本年新公开"},
    {Kind::document_change, number(PaperChange::total), "对外公开总数"},
    {Kind::column, number(Applicant::natural), "自然人 公民 个人 自然人申请 公民个人 自然人提出"},
    {Kind::column, number(Applicant::legal), "法人 法人或其他组织 法人和其他组织 法人及其他组织 法人或者其他组织 法人以及其他组织 法人与其他组织 法人申请 法人组织 "
                                             "法人或其他组织申请 法人其他组织 法人单位"},
    {Kind::column, number(Applicant::business), "商业企业 商业企业申请"},
    {Kind::column, number(Applicant::research), "科研机构"},
    {Kind::column, number(Applicant::welfare), "社会公益组织"},
    {Kind::column, number(Applicant::law_firm), "法律服务机构"},
    {Kind::aside, 0, "通过 当面 网络 网上 网站 信函 邮寄 邮政 邮政寄送 传真 电子邮件 邮件 邮箱 在线 线上 线下 现场 书面 当场 窗口 互联网 通过网络 通过信函 通过邮寄 通过现场 "
                     "通过当面 通过网站 通过平台 平台 信件 来信 挂号信 政务服务网 政府网站 门户网站 依申请公开平台 延期 延长 延期答复 超期 逾期 超期答复 逾期答复 "
                     "超时 补正 征求意见 撤回 撤销 转办 不予受理 告知 首次 主动公开 电话 约谈 协商 分别 各 人均 平均 每 不再处理 申请人主动撤回 主动撤回 "
                     "信息公开平台 政府信息公开平台 补正告知 更正 收费 快递 邮递 通过电子邮件 提前"},
    {Kind::all, 0, "均 都 皆 均为 均属 均系"},
    {Kind::all, 1, "全部 悉数 全数 均全部 已全部 全部都"},
    {Kind::already, 0, "已 已经 业已 已于"},
    {Kind::none, 0, "无 没有 未 未有 未发生 没有发生 未出现 没有出现 未产生 没有产生 无因 没有因 未因 未引发 没有引发 未被 不存在 未曾发生 零 未涉及 未接到过 "
                    "未发生过 没有发生过 均未发生 无人"},
    {Kind::receive_none, 0, "未收到 没有收到 没收到 未接到 没有接到 未接收到 未曾收到 未曾接到 未收到过 未有收到 没有收到过 均未收到 未接收 未新收 未收到有关 未收到相关 "
                            "未收悉 没有接收 未收到任何 没有收到任何"},
    {Kind::other_topic, 0, "举报 投诉 信访 咨询 留言 建议 提案 议案 热线 12345 来电 来访 网民 信箱 案件 许可 处罚 强制 执法 审批 会议 培训 新闻 稿件 微信 微博 "
                           "公众号 解读 问卷 处理费 信息处理费 公开信息 发布信息 通知 公告 政策 文件 简报 活动 预算 决算 采购 项目 事故 线索 诉求 意见 问题 依法行政 "
                           "听证 调查 证明 证照 登记 办件 政务服务 好差评 舆情 事件 宣传 册 录用"},
};

}  // namespace

std::span<const Words> word_lists() { return lists; }

const std::vector<LeafRow>& leaf_rows() {
    static const std::vector<LeafRow> rows = {
        {"denied_secret", Group::denied},        {"denied_law", Group::denied},
        {"denied_stability", Group::denied},     {"denied_third_party", Group::denied},
        {"denied_internal", Group::denied},      {"denied_process", Group::denied},
        {"denied_enforcement", Group::denied},   {"denied_inquiry", Group::denied},
        {"unable_not_held", Group::unable},      {"unable_not_ready", Group::unable},
        {"unable_unclear", Group::unable},       {"rejected_petition", Group::rejected},
        {"rejected_repeat", Group::rejected},    {"rejected_publication", Group::rejected},
        {"rejected_excessive", Group::rejected}, {"rejected_confirm", Group::rejected},
    };
    return rows;
}

}  // namespace nianbao::prose
