import type { Facts } from '../../facts/facts.ts';
import { writtenSpan } from '../../facts/passages.ts';
import { NameFinder } from '../../prose/name-finder.ts';
import { mayBeSuperior, ownTexts } from '../../prose/own-texts.ts';
import type { CollectionRule } from '../rule.ts';

export const foreignName: CollectionRule = {
  id: 'foreign-name',
  stage: 'collection',
  severity: 'error',
  docs: {
    title: '留下了别的单位的名称',
    why: '照着别的乡镇的稿子改，最容易漏改的就是单位名称。自己的报告里出现另一个单位的全称，多半是没有改干净。',
    fix: '改成本单位的名称。确实要写到兄弟单位的，在配置的词表“名称”里加上它，或者在这一行用注释说明理由后忽略。',
    basis: { source: '同一批事实文件里的单位名称', rank: '通常', proof: '写的是同批另一个单位的全称' },
  },
  examples: [
    {
      input: '单位: {名称: 青禾县云溪镇}\n工作:\n  - {标题: 组织建设, 内容: 青禾县石桥镇党委高度重视。}',
      others: ['单位: {名称: 青禾县石桥镇}\n工作:\n  - {标题: 组织建设, 内容: 镇党委高度重视。}'],
      reports: ['青禾县石桥镇'],
    },
    {
      input:
        '单位: {名称: 云溪镇, 上级: 青禾县委}\n工作:\n  - {标题: 组织建设, 内容: 按照青禾县的部署推进。}',
      others: ['单位: {名称: 青禾县}\n工作:\n  - {标题: 组织建设, 内容: 县委高度重视。}'],
      reports: [],
    },
    {
      input:
        '单位: {名称: 青禾县云溪镇}\n工作:\n  - {标题: 组织建设, 内容: 组织党员到青禾县石桥镇中心小学、青禾县石桥镇人民医院走访。}',
      others: ['单位: {名称: 青禾县石桥镇}\n工作:\n  - {标题: 组织建设, 内容: 镇党委高度重视。}'],
      reports: [],
    },
    {
      input: '单位: {名称: 大石桥镇}\n工作:\n  - {标题: 组织建设, 内容: 大石桥镇党委高度重视。}',
      others: ['单位: {名称: 石桥镇}\n工作:\n  - {标题: 组织建设, 内容: 石桥镇党委高度重视。}'],
      reports: [],
    },
  ],
  check({ units, lists }, report) {
    const bearers = new Map(units.map(({ facts }, index) => [ownNameOf(facts), index]));
    const finder = new NameFinder([...bearers.keys()]);
    for (const [index, unit] of units.entries()) {
      const own = [...ownTexts(unit.facts), ...lists.names];
      for (const passage of unit.passages) {
        for (const { name, start } of finder.find(passage.text, own)) {
          const bearer = bearers.get(name) ?? index;
          if (mayBeSuperior(units[bearer]?.facts.unit ?? {}, own)) continue;
          report({
            at: {
              file: unit.file,
              path: passage.path,
              span: writtenSpan(passage, start, start + name.length),
            },
            message: `这里写着另一个单位的名称“${name}”`,
            hint: '改成本单位的名称；确实要写到它的，加入词表“名称”，或者用注释说明理由后忽略。',
            related: [
              {
                message: `“${name}”是${units[bearer]?.file ?? '另一个文件'}的单位`,
                at: { file: units[bearer]?.file ?? unit.file, path: 'unit.name' },
              },
            ],
          });
        }
      }
    }
  },
};

function ownNameOf({ unit }: Facts): string {
  return unit?.name?.trim() ?? '';
}
