import { UserError } from '../../diagnostics/user-error.ts';
import { nearestWord } from '../../facts/suggest.ts';
import { listTemplates } from '../../template/load-template.ts';
import type { TemplateInfo } from '../../template/template.ts';

/** The template of an id that somebody typed. UserError with what there is, where there is no such one. */
export async function findTemplate(id: string, folders: readonly string[]): Promise<TemplateInfo> {
  const infos = (await listTemplates(folders)).value ?? [];
  const info = infos.find((each) => each.id === id);
  if (info !== undefined) return info;
  const ids = infos.map((each) => each.id);
  const meant = nearestWord(id, ids);
  const question = meant === undefined ? '' : `您要写的是不是 ${meant}？`;
  throw new UserError(`没有模板“${id}”。`, `${question}可用的模板：${ids.join('、')}。`);
}
