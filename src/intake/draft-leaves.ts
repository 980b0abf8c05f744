import { chinesePath } from '../facts/fact-path.ts';
import { DraftRecord, type DraftValue } from './facts-draft.ts';

/** A text of a draft with its place as clerks know it: 工作.第2项.标题. */
export interface DraftLeaf {
  readonly path: string;
  readonly name: string;
  readonly text: string;
}

/** The values of a draft, in its order; those left open are not among them. */
export function draftValues(draft: DraftRecord): readonly DraftLeaf[] {
  return leavesOf(draft, '', (record, above) =>
    [...record.values].flatMap(([key, value]) =>
      draftTexts(value).map((text) => ({ path: joinDraftPath(above, key), text })),
    ),
  );
}

/** The comments of a draft, each at the key that it is above. */
export function commentsOf(draft: DraftRecord): readonly DraftLeaf[] {
  return leavesOf(draft, '', (record, above) =>
    [...record.above].flatMap(([key, texts]) =>
      texts.map((text) => ({ path: joinDraftPath(above, key), text })),
    ),
  );
}

type OwnLeaves = (
  record: DraftRecord,
  above: string,
) => readonly { readonly path: string; readonly text: string }[];

function leavesOf(record: DraftRecord, above: string, own: OwnLeaves): DraftLeaf[] {
  const leaves = own(record, above).map(({ path, text }) => ({
    path,
    name: path === '' ? '' : chinesePath(path),
    text,
  }));
  for (const [key, value] of record.values) {
    const path = joinDraftPath(above, key);
    if (value instanceof DraftRecord) leaves.push(...leavesOf(value, path, own));
    else if (typeof value !== 'string')
      for (const [index, item] of value.entries())
        if (item instanceof DraftRecord) leaves.push(...leavesOf(item, `${path}.${index}`, own));
  }
  return leaves;
}

function draftTexts(value: DraftValue): string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  return value instanceof DraftRecord ? [] : value.filter((each) => typeof each === 'string');
}

function joinDraftPath(above: string, key: string): string {
  return above === '' || key === '' ? above + key : `${above}.${key}`;
}
