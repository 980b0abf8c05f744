/**
 * Words of official titles. A title is never broken inside one; other characters are taken for parts of a name, and
 * a break inside a name is the last resort. Longer words come before shorter ones that they begin with.
 */
const TITLE_WORDS =
  '选人用人 组织人事 基层组织建设 基层组织 基层党建 党组织 组织建设 干部队伍 干部选拔任用 选拔任用 人才队伍 队伍建设 党的建设 全面从严治党 从严治党 党风廉政建设 ' +
  '贯彻落实 贯彻执行 学习贯彻 专项检查 专项整治 专项巡察 专项 巡察反馈意见 巡视反馈意见 巡察反馈问题 巡视反馈问题 巡察 巡视 整改落实 整改 反馈意见 反馈问题 反馈 意见 问题 落实 执行 自查自纠 自查 自评 ' +
  '工作总结 工作汇报 工作要点 工作计划 工作思路 工作 思路 打算 安排 情况 报告 汇报 总结 材料 清单 台账 说明 方案 措施 进展 成效 ' +
  '基本情况 配备 编制 职数 党员 干部 人员 机构 领导班子 领导干部 班子 领导 村级 农村 社区 城市 机关 街道 乡镇 全面 深入 ' +
  '上半年 下半年 半年 全年 年度 季度 月份 以来 近年来 期间 阶段 主题教育 教育 建设 管理 监督 考核 评估 开展 推进 加强 做好 接受 提升 ' +
  '经济社会 经济 社会 发展 乡村振兴 高质量发展 党建 引领 治理 服务 群众 安全 生产 生态 环境 统计表 一览表 情况表 表';

const BY_FIRST = new Map<string, string[]>();
for (const word of TITLE_WORDS.split(' ').sort((a, b) => b.length - a.length)) {
  BY_FIRST.set(word.charAt(0), [...(BY_FIRST.get(word.charAt(0)) ?? []), word]);
}

/** The word of official titles that is at an offset, or nothing. */
export function titleWordAt(text: string, at: number): string | undefined {
  return BY_FIRST.get(text.charAt(at))?.find((word) => text.startsWith(word, at));
}
