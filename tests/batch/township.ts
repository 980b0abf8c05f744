/** A small facts file that builds with every template. */
export function township(name: string, work = '每月到村里走访一次，问题当场答复。'): string {
  return `单位: {名称: ${name}, 类型: 镇}
报告: {日期: 2023-10-20}
工作:
  - {标题: 组织建设, 内容: ${work}}
问题:
  - {编号: W1, 标题: 学习不够经常, 表现: 有两次学习没有按时开展。}
原因:
  - {标题: 抓得不紧, 分析: 安排学习时没有避开农忙。, 对应问题: W1}
措施:
  - {编号: C1, 标题: 按时学习, 内容: 每月二十日前完成学习。, 对应问题: W1, 责任单位: 党建工作办公室, 时限: 2023-12}
`;
}

/** The same with a contradiction in its figures. */
export function contradictoryTownship(name: string): string {
  return `${township(name)}党员: {总数: 10, 男: 7, 女: 2}\n`;
}
