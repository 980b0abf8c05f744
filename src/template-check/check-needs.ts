import { canonicalPath, isWithin, withoutIndexes } from '../facts/fact-path.ts';
import { nearestWord } from '../facts/suggest.ts';
import { ofInfoFile, type TemplateFinding } from '../template/place.ts';
import type { InfoFile } from '../template/template-info.ts';
import type { TemplateKind } from '../template/template-sources.ts';
import { factLabel } from './label-of.ts';
import type { Trial } from './try-template.ts';

/** Facts that a template prints without asking whether they are there, and does not declare under `needs`. */
export function undeclaredNeeds(trials: readonly Trial[], { needs, kind }: Declared): TemplateFinding[] {
  const known = kind === 'table' ? [...needs, ...OF_EVERY_REPORT] : needs;
  return trials.flatMap(({ markup, placeOf }) =>
    [...markup.matchAll(GAP_MARKUP)].flatMap((match) => {
      const path = withoutIndexes(match[1] ?? '');
      const at = placeOf(match.index);
      if (at === undefined || known.some((need) => isWithin(path, need))) return [];
      const message = `这里直接输出“${factLabel(path)}”，事实没有写就生成不了报告，模板说明的“必需”里却没有列它`;
      const hint = `没有它就不成报告的，在“必需”（needs）里加上 ${path}；可有可无的，用 {{#present ${path}}}…{{/present}} 包起来。`;
      return [{ rule: 'template-needs', at, message, hint }];
    }),
  );
}

type Declared = { readonly needs: readonly string[]; readonly kind: TemplateKind };

/** A table comes with a report, which declares these. */
const OF_EVERY_REPORT = ['unit.name', 'unit.kind', 'report.date', 'work', 'problems'];

/** What a cell of a missing fact prints. */
const GAP_MARKUP = /<data value="([^"]*)"><mark>/g;

/** Declared facts that are none, or that the template never names. */
export function idleNeeds({ info, placeOf, source }: InfoFile, used: ReadonlySet<string>): TemplateFinding[] {
  return info.needs.flatMap((need, index) => {
    const at = ofInfoFile(source, placeOf('needs', index));
    if (canonicalPath(need) === undefined) {
      const meant = nearestWord(need, used);
      const hint = meant === undefined ? '全部事实的名称见模板编写说明。' : `您要写的是不是 ${meant}？`;
      return [{ rule: 'template-needs', at, message: `“必需”里的“${need}”不是事实的名称`, hint }];
    }
    if ([...used].some((path) => isWithin(path, need))) return [];
    const message = `“必需”里列了“${factLabel(need)}”，模板却没有用到它`;
    return [
      {
        rule: 'template-needs',
        severity: 'warning',
        at,
        message,
        hint: '从“必需”里删去，或者在模板里用上。',
      } as const,
    ];
  });
}
