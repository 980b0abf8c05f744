import type { CollectedUnit } from '../../prose/collected-unit.ts';
import type { CollectionRule } from '../rule.ts';

export const duplicateUnit: CollectionRule = {
  id: 'duplicate-unit',
  stage: 'collection',
  severity: 'warning',
  docs: {
    title: '一个单位有两份事实文件',
    why: '同一个文件夹里两份事实文件写的是同一个单位，多半是改稿时另存的旧稿没有移走：两份都会生成报告，台账里的措施也会重复计算。单位按名称认，都写了党组织而不相同的，不算同一个单位。只比较从文件夹里找到的文件，一份一份列出名字的不比较。',
    fix: '留下要用的一份，旧的移出这个文件夹，或者写进 .reportignore。确实要分开报的，在“名称”这一行用注释说明理由后忽略。',
    basis: { source: '文件夹里的单位名称', rank: '通常' },
  },
  examples: [
    {
      input: '单位: {名称: 青禾县云溪镇}',
      others: ['单位: {名称: 青禾县石桥镇}', '单位: {名称: 青禾县云溪镇}'],
      reports: ['青禾县云溪镇'],
    },
    {
      input: '单位: {名称: 城关镇, 党组织: 中共青禾县城关镇委员会}',
      others: ['单位: {名称: 城关镇, 党组织: 中共柳河县城关镇委员会}'],
      reports: [],
    },
  ],
  check({ units }, report) {
    const firsts = new Map<string, number[]>();
    for (const [index, unit] of units.entries()) {
      const name = unit.facts.unit?.name?.trim() ?? '';
      if (name === '' || unit.isNamedSingly) continue;
      const known = firsts.get(name) ?? [];
      firsts.set(name, known);
      const first = known.find((other) => isSameBody(units[other], unit));
      if (first === undefined) {
        known.push(index);
        continue;
      }
      report({
        at: { file: unit.file, path: 'unit.name' },
        message: `“${name}”有两份事实文件，另一份是 ${units[first]?.file ?? ''}`,
        hint: '留下要用的一份，旧的移出文件夹或者写进 .reportignore；确实要分开报的，在这一行用注释说明理由后忽略。',
        related: [{ message: '另一份', at: { file: units[first]?.file ?? unit.file, path: 'unit.name' } }],
      });
    }
  },
};

/** Two counties may each have a 城关镇. */
function isSameBody(a: CollectedUnit | undefined, b: CollectedUnit): boolean {
  const [one, other] = [a?.facts.unit?.committee?.trim(), b.facts.unit?.committee?.trim()];
  return one === undefined || other === undefined || one === other;
}
