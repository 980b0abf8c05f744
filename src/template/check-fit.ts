import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { type Finding, locate } from '../diagnostics/finding.ts';
import { chinesePath, segmentsOfPath, valueAt } from '../facts/fact-path.ts';
import type { Facts } from '../facts/facts.ts';
import type { Reading } from '../facts/read-facts.ts';
import { namePeriod } from './period.ts';
import type { TemplateInfo } from './template.ts';

/**
 * Whether facts are what a template is for, before it prints nonsense: `template-fit` at the facts' place, an error where it has none of
 * what makes it such a report, a warning where its period is too long.
 */
export async function checkFit(info: TemplateInfo, reading: Reading): Promise<readonly Diagnostic[]> {
  const findings = [...lackOf(info, reading.facts), ...periodLength(info, reading.facts)];
  return findings.length === 0 ? [] : locate(findings, await reading.places());
}

function lackOf({ name, anyOf }: TemplateInfo, facts: Facts): Finding[] {
  if (anyOf.length === 0 || anyOf.some((path) => isThere(facts, path))) return [];
  const wanted = anyOf.map((path) => `“${chinesePath(path)}”`).join('或者');
  const message = `模板“${name}”要有${wanted}，事实里${anyOf.length > 1 ? '都' : ''}没有写`;
  const hint = `补上${wanted}；不是这种报告的，换一个模板（report templates 列出全部模板）。`;
  return [{ rule: 'template-fit', severity: 'error', message, hint, at: { path: factsTemplatePath(facts) } }];
}

function isThere(facts: Facts, path: string): boolean {
  const value = valueAt(facts, segmentsOfPath(path));
  return value !== undefined && !(Array.isArray(value) && value.length === 0);
}

function periodLength({ name, longestMonths }: TemplateInfo, { report = {} }: Facts): Finding[] {
  const { from, to = report.date } = report;
  if (longestMonths === undefined || from === undefined || to === undefined) return [];
  const months = (to.year - from.year) * 12 + to.month - from.month + 1;
  if (months <= longestMonths) return [];
  const period = namePeriod({ from, to });
  const message = `模板“${name}”用于不超过${longestMonths}个月的报告，这里的期间是${period}，共${months}个月`;
  const hint = '期间写错了的改“起”“止”；写对了的，换一个模板（report templates 列出全部模板）。';
  return [{ rule: 'template-fit', severity: 'warning', message, hint, at: { path: 'report.from' } }];
}

function factsTemplatePath({ report }: Facts): string {
  return report?.template === undefined ? 'report' : 'report.template';
}
