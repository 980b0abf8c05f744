import { describeSize, roundedText } from '../format/describe-measures.ts';
import { SIZES } from '../format/gb9704.ts';
import { describeFont, familyOf, wantedFamily } from './font-families.ts';
import { blanksAbove } from './judge-opening.ts';
import { byValue, type ClauseJudgement, WHOLE_FILE } from './judgement.ts';
import type { LaidParagraph } from './laid-block.ts';
import type { LayoutView } from './layout-view.ts';
import { indentLength, isCentred, isSetFromLeft } from './looks.ts';
import { WANTED_LAYOUT } from './wanted.ts';

/** One attachment as the note names it. */
interface AttachmentEntry {
  readonly number: number | undefined;
  readonly name: string;
  readonly at: number;
}

function attachmentNoteLines({ paragraphs }: LayoutView): LaidParagraph[] {
  return paragraphs.filter(({ part }) => part === 'attachmentsNote');
}

/** Entries on lines of their own, or one after the other on one line. */
function attachmentEntries(note: readonly LaidParagraph[]): AttachmentEntry[] {
  return note.flatMap(({ text, at, looks, numberLength }, index) => {
    const words = text.replace(/^[\s　]*附\s*件\s*[：:]/, '').trim();
    if (words === '') return [];
    const isContinued =
      index > 0 &&
      numberLength === 0 &&
      !ATTACHMENT_NUMBER.test(words) &&
      isUnderName(looks, note[index - 1]);
    if (isContinued) return [];
    return words.split(/(?<=\S)[\s　]*(?=(?<!\d)\d{1,2}[.．、](?!\d))/).map((each) => {
      const number = ATTACHMENT_NUMBER.exec(each);
      return {
        number: number === null ? undefined : Number(number[1]),
        name: each.slice(number?.[0].length ?? 0).trim(),
        at,
      };
    });
  });
}

/** The second line of a long name that was broken by hand: further in than the numbers are. */
function isUnderName(looks: LaidParagraph['looks'], above: LaidParagraph | undefined): boolean {
  if (above === undefined) return false;
  const start = (each: LaidParagraph['looks']) =>
    indentLength(each, 'left') + indentLength(each, 'firstLine');
  return above.text.trim().length > 22 && start(looks) > start(above.looks);
}

const ATTACHMENT_NUMBER = /^(\d{1,2})\s*[.．、]\s*/;

/** 7.3.4: several are numbered, one is not. */
export function judgeNoteNumbers(view: LayoutView): ClauseJudgement {
  const note = attachmentNoteLines(view);
  const entries = attachmentEntries(note);
  const [first] = entries;
  if (first === undefined) return { isAbsent: true };
  const at = entries.map((entry) => entry.at);
  const marks = view.paragraphs.filter(({ part }) => part === 'attachmentMark').length;
  const isSeveral = entries.length > 1 || marks > 1;
  const wanted = WANTED_LAYOUT.noteNumbers;
  if (!isSeveral) {
    const isNumbered = first.number !== undefined;
    return {
      deviations: isNumbered
        ? [{ what: '只有一个附件，不编顺序号', found: `${first.number}.`, wanted, at }]
        : [],
      found: '一个附件，不编号',
    };
  }
  if (entries.every(({ number }) => number === undefined)) {
    return {
      deviations: [
        {
          what: '几个附件没有编顺序号',
          found: `${Math.max(entries.length, marks)}个附件没有编号`,
          wanted,
          at,
        },
      ],
    };
  }
  const isInOrder = entries.every(({ number }, index) => number === index + 1);
  const numbers = entries.map(({ number }) => number ?? '（没有）').join('、');
  return {
    deviations: isInOrder ? [] : [{ what: '附件顺序号不对', found: numbers, wanted, at }],
    found: numbers,
  };
}

/** 7.3.4: no mark after a name. */
export function judgeNoteMarks(view: LayoutView): ClauseJudgement {
  const entries = attachmentEntries(attachmentNoteLines(view));
  const found = entries.flatMap(({ name, at }) => {
    const mark = /[。；，、.;,]$/.exec(name)?.[0];
    return mark === undefined ? [] : [{ value: `“${mark}”`, at }];
  });
  return {
    isAbsent: entries.length === 0,
    deviations: byValue(found, { what: '附件名称后面有标点', wanted: WANTED_LAYOUT.noteMarks }),
  };
}

/** 7.3.4: two characters in, the numbers under one another, under one blank line. */
export function judgeNotePlace(view: LayoutView): ClauseJudgement {
  const note = attachmentNoteLines(view);
  const [first] = note;
  if (first === undefined) return { isAbsent: true };
  const start = ({ looks, text }: LaidParagraph) =>
    (indentLength(looks, 'left') + indentLength(looks, 'firstLine')) / (looks.size * 10) +
    (/^　*/.exec(text)?.[0].length ?? 0);
  const indent = start(first);
  const blanks = blanksAbove(view.paragraphs, view.paragraphs.indexOf(first));
  const found = [
    ...(Math.abs(indent - 2) <= 0.3 ? [] : [{ value: `左空${roundedText(indent, 1)}字`, at: first.at }]),
    ...(blanks === 1 || first.startsPage
      ? []
      : [{ value: blanks === 0 ? '上面没有空行' : `上面空了${blanks}行`, at: first.at }]),
    ...note
      .slice(1)
      .filter((each) => ATTACHMENT_NUMBER.test(each.text.trim()) && Math.abs(start(each) - indent - 3) > 0.5)
      .map((each) => ({ value: `第二行起的顺序号左空${roundedText(start(each), 1)}字`, at: each.at })),
  ];
  return {
    deviations: byValue(found, { what: '附件说明的位置不对', wanted: WANTED_LAYOUT.notePlace }),
  };
}

export function judgeNoteLooks(view: LayoutView): ClauseJudgement {
  const note = attachmentNoteLines(view);
  const font = WANTED_LAYOUT.bodyFont;
  const found = note.flatMap(({ looks, at }) => {
    const said = [
      ...(familyOf(looks.font) === font ? [] : [describeFont(looks.font)]),
      ...(looks.size === SIZES.三号 ? [] : [describeSize(looks.size)]),
    ];
    return said.length === 0 ? [] : [{ value: said.join('、'), at }];
  });
  return {
    isAbsent: note.length === 0,
    deviations: byValue(found, { what: '附件说明的字体字号不对', wanted: WANTED_LAYOUT.looks }),
  };
}

function attachmentMarks({ paragraphs }: LayoutView): LaidParagraph[] {
  return paragraphs.filter(({ part }) => part === 'attachmentMark');
}

/** 7.3.7: on a page of its own. */
export function judgeAttachmentPage(view: LayoutView): ClauseJudgement {
  const marks = attachmentMarks(view);
  const found = marks
    .filter(({ startsPage }) => !startsPage)
    .map(({ at }) => ({ value: '接排在上文之后', at }));
  return {
    isAbsent: marks.length === 0,
    deviations: byValue(found, { what: '附件没有另面编排', wanted: WANTED_LAYOUT.attachmentPage }),
  };
}

/** 7.3.7: 3号黑体, flush left, without a colon. */
export function judgeAttachmentMark(view: LayoutView): ClauseJudgement {
  const marks = attachmentMarks(view);
  const font = wantedFamily('heading1');
  const found = marks.flatMap(({ looks, at, text }) => {
    const first = indentLength(looks, 'left') + indentLength(looks, 'firstLine');
    const said = [
      ...(familyOf(looks.font) === font ? [] : [describeFont(looks.font)]),
      ...(looks.size === SIZES.三号 ? [] : [describeSize(looks.size)]),
      ...(isSetFromLeft(looks) && Math.abs(first) <= looks.size * 5 && !/^[ 　]/.test(text)
        ? []
        : ['没有顶格']),
      ...(/[：:]\s*$/.test(text) ? ['后面有冒号'] : []),
    ];
    return said.length === 0 ? [] : [{ value: said.join('、'), at }];
  });
  return {
    isAbsent: marks.length === 0,
    deviations: byValue(found, { what: '“附件”二字排得不对', wanted: WANTED_LAYOUT.attachmentMark }),
  };
}

/** 7.3.7: centred on the third line. */
export function judgeAttachmentTitle(view: LayoutView): ClauseJudgement {
  const marks = attachmentMarks(view);
  const found = titlesOf(view).flatMap(({ title, mark }) => {
    const gap = blanksAbove(view.paragraphs, view.paragraphs.indexOf(title));
    const said = [
      ...(isCentred(title.looks) ? [] : ['没有居中']),
      ...(gap === 1 ? [] : [`在“附件”之下第${gap + 1}行`]),
    ];
    return said.length === 0
      ? []
      : [{ value: said.join('、'), at: title.at === WHOLE_FILE ? mark.at : title.at }];
  });
  return {
    isAbsent: marks.length === 0,
    deviations: byValue(found, { what: '附件标题的位置不对', wanted: WANTED_LAYOUT.attachmentTitle }),
  };
}

function titlesOf({ paragraphs }: LayoutView): { title: LaidParagraph; mark: LaidParagraph }[] {
  return paragraphs.flatMap((mark, index) => {
    if (mark.part !== 'attachmentMark') return [];
    const next = paragraphs.slice(index + 1).find(({ part }) => part !== 'blank');
    return next?.part === 'attachmentTitle' ? [{ title: next, mark }] : [];
  });
}

/** 7.3.7: numbers and titles are those of the note. What is only named there may be in another file: a number tells which are here. */
export function judgeAttachmentNames(view: LayoutView): ClauseJudgement {
  const entries = attachmentEntries(attachmentNoteLines(view));
  const marks = attachmentMarks(view);
  if (entries.length === 0 && marks.length === 0) return { isAbsent: true };
  const [first] = marks;
  if (entries.length === 0 && first !== undefined) {
    return {
      deviations: [
        {
          what: '有附件，没有附件说明',
          found: `附有${marks.length}个附件`,
          wanted: WANTED_LAYOUT.attachmentNames,
          at: [first.at],
        },
      ],
    };
  }
  if (marks.length === 0) return { look: '附件没有与正文在一个文件里，名称请自行核对' };
  const numbers = marks.map(({ text }) => Number(/\d+/.exec(text)?.[0] ?? 0));
  const isNumbered = numbers.every((number, index) => number > (numbers[index - 1] ?? 0));
  const isEnough = isNumbered ? (numbers.at(-1) ?? 0) <= entries.length : marks.length === entries.length;
  if (!isEnough) {
    const value = `附件说明列${entries.length}个，后附${isNumbered ? `到附件${numbers.at(-1)}` : `${marks.length}个`}`;
    return differentNames([{ value, at: entries[0]?.at ?? WHOLE_FILE }]);
  }
  const found = titlesOf(view).flatMap(({ title, mark }) => {
    const index = marks.indexOf(mark);
    const entry = entries[isNumbered ? (numbers[index] ?? 0) - 1 : index];
    const name = fullTitle(title, view);
    if (entry === undefined || sameName(entry.name, name)) return [];
    return [{ value: `附件说明“${entry.name}”，附件标题“${name}”`, at: entry.at }];
  });
  const isPartly = marks.length < entries.length;
  return {
    ...differentNames(found),
    ...(isPartly && { look: '有的附件没有与正文在一个文件里，名称请自行核对' }),
  };
}

function differentNames(found: readonly { readonly value: string; readonly at: number }[]): ClauseJudgement {
  const said = { what: '附件说明与附件不一致', wanted: WANTED_LAYOUT.attachmentNames };
  return { deviations: byValue(found, said) };
}

/** All its lines. */
function fullTitle(title: LaidParagraph, { paragraphs }: LayoutView): string {
  const from = paragraphs.indexOf(title);
  const lines: string[] = [];
  for (const { part, text } of paragraphs.slice(from)) {
    if (part !== 'attachmentTitle') break;
    lines.push(text.trim());
  }
  return lines.join('').replace(/\n/g, '');
}

/** But for title marks, spaces, and the unit before a name. */
function sameName(a: string, b: string): boolean {
  const plainName = (name: string) => name.replace(/[《》“”\s　。]/g, '');
  const [short, long] = [plainName(a), plainName(b)].sort((x, y) => x.length - y.length);
  return short !== undefined && long !== undefined && (short === long || long.endsWith(short));
}
