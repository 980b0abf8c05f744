import type { Passage } from '../facts/passages.ts';
import { isFactsPassage } from './place.ts';

/** The kinds of documents that a title ends with. */
const DOCUMENT_KINDS =
  '请示报告|报告|总结|汇报|请示|批复|通知|通报|意见|方案|决定|决议|公告|通告|函|纪要|计划|要点|公报|说明|办法|细则|预案|规划|述职材料';
const ENDS_WITH_KIND = new RegExp(`(${DOCUMENT_KINDS})(?:（[^）]{1,12}）)?[。，；：、.!！,;:]?[\\s　]*$`);
/** How many lines a title may have. */
const LONGEST_KIND = 4;

/** The line in which a document's title ends, and what kind of document it says that it is. */
export interface DocumentTitle {
  readonly passage: Passage;
  readonly kind: string;
}

/** The title of a report; undefined where the first lines are none. */
export function documentTitle(passages: readonly Passage[]): DocumentTitle | undefined {
  const lines = passages.slice(0, LONGEST_KIND);
  for (const passage of lines[0] !== undefined && isFactsPassage(lines[0]) ? factsTitle(passages) : lines) {
    if (passage.text.length > LONGEST_LINE || /[。；].|[：:]\s*$/.test(passage.text)) return undefined;
    const kind = ENDS_WITH_KIND.exec(passage.text)?.[1];
    if (kind !== undefined && isTitleOfKind(passage, kind)) return { passage, kind };
  }
  return undefined;
}

const LONGEST_LINE = 60;

/** 多提宝贵意见。 ends as some titles do and is none. */
function isTitleOfKind({ text, role }: Passage, kind: string): boolean {
  if (DOES.test(text)) return false;
  return /关于/.test(text) || (PLAIN_KINDS.has(kind) && (role === 'title' || !/[，、]/.test(text)));
}

/** 向大会作工作报告 is a sentence. */
const DOES = /向[^，。]{1,20}作[^，。]{0,12}报告|听取|审议|提交/;

/** Kinds that a title names without 关于. */
const PLAIN_KINDS: ReadonlySet<string> = new Set([
  '报告',
  '请示报告',
  '总结',
  '汇报',
  '公报',
  '纪要',
  '述职材料',
]);

function factsTitle(passages: readonly Passage[]): readonly Passage[] {
  return passages.filter(({ path }) => path === 'report.title');
}

/** Whether it reports to a superior, as all that is made of facts does. */
export function isReport(passages: readonly Passage[]): boolean {
  const kind = documentTitle(passages)?.kind;
  if (kind !== undefined) return REPORT_KINDS.has(kind);
  return passages[0] !== undefined && isFactsPassage(passages[0]);
}

const REPORT_KINDS: ReadonlySet<string> = new Set(['报告', '总结', '汇报']);
