import type { Deviation, LayoutRuleId } from '../layout/judgement.ts';
import type { LayoutSubject, Report } from './rule.ts';

/** Reports what a rule is for of the sheet: each deviation once, the other paragraphs that share it `related`. */
export function reportDeviations(rule: LayoutRuleId, { sheet }: LayoutSubject, report: Report): void {
  for (const { rule: of, clause, strength, deviations } of sheet) {
    if (of !== rule) continue;
    for (const deviation of deviations) {
      const [first, ...others] = deviation.at;
      report({
        at: first === undefined ? { path: '' } : { paragraph: first },
        message: describeDeviation(deviation),
        hint: `改为${deviation.wanted}（GB/T 9704-2012 第${clause}条，${strength}）。`,
        related: others.map((paragraph) => ({ message: deviation.found, at: { paragraph } })),
      });
    }
  }
}

/** The matter itself says no more where nothing is there. */
function describeDeviation({ what, found, wanted }: Deviation): string {
  return what === found ? `${what}，应有${wanted}` : `${what}：现为${found}，应为${wanted}`;
}
