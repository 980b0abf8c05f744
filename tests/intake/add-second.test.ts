import { expect, it } from 'vitest';
import { addSecond } from '../../src/intake/add-second.ts';
import { DraftRecord } from '../../src/intake/facts-draft.ts';
import { fillSkeleton } from '../../src/intake/fill-skeleton.ts';

function draftWith(members: string, title: string, extra: Readonly<Record<string, string>>): DraftRecord {
  const draft = new DraftRecord();
  draft.set('members.total', members);
  const item = new DraftRecord();
  item.set('title', title);
  draft.list('work').push(item);
  for (const [path, text] of Object.entries(extra)) draft.set(path, text);
  return draft;
}

it('takes over what is missing, and keeps what is said otherwise as comments', () => {
  const draft = draftWith('486', '抓培训', { preamble: '前言甲。' });
  const second = draftWith('485', '抓支部', {
    'members.female': '134',
    preamble: '前言乙。',
    closing: '结语。',
  });
  second.note('members', '原文：全镇共有党员485名。');
  addSecond(draft, second, '去年.docx');
  const text = fillSkeleton(draft, { schema: '', template: '', head: [], keepsPending: false });
  expect(draft.text('members.female')).toBe('134');
  expect(draft.text('closing')).toBe('结语。');
  expect(draft.text('preamble')).toBe('前言甲。');
  expect(draft.list('work').map((item) => item.text('title'))).toEqual(['抓培训']);
  for (const line of [
    '  总数: 486   # 去年.docx里写的是 485',
    '# 去年.docx：原文：全镇共有党员485名。',
    '# 去年.docx：标题：抓支部',
    '# 去年.docx：前言：前言乙。',
  ])
    expect(text.split('\n')).toContain(line);
});
