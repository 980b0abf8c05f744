import type { WordNote } from '../docx/word-document.ts';
import { XML_DECLARATION } from '../write/docx/xml.ts';
import { NewPart } from './new-part.ts';
import type { WrittenPart } from './page-headers.ts';
import { NOTE_SIZE, StoryWriter } from './story-writer.ts';
import type { Typesetting } from './typesetting.ts';

/** The kinds of notes, with the names that WordprocessingML has for their parts, elements and styles. */
const NOTE_KINDS = [
  { kind: 'footnote', style: 'FootnoteText', mark: 'FootnoteReference' },
  { kind: 'endnote', style: 'EndnoteText', mark: 'EndnoteReference' },
] as const;

/** Writes the parts of the notes that the text refers to; none where it refers to none. Written last: notes are numbered as they are met. */
export function notesParts(typesetting: Typesetting): WrittenPart[] {
  return NOTE_KINDS.flatMap((names) => {
    const referred = typesetting.notes[names.kind];
    if (referred.length === 0) return [];
    const part = new NewPart(`word/${names.kind}s.xml`);
    const story = new StoryWriter(typesetting, part);
    const notes = referred.map((note, index) => noteXml(story, note, { ...names, number: index + 1 }));
    const separators = [
      separatorNote(names.kind, -1, 'separator'),
      separatorNote(names.kind, 0, 'continuationSeparator'),
    ];
    const xml = `${XML_DECLARATION}<w:${names.kind}s ${part.rootAttributes}>${separators.join('')}${notes.join('')}</w:${names.kind}s>`;
    return [{ part, xml }];
  });
}

function noteXml(
  story: StoryWriter,
  note: WordNote | undefined,
  { kind, style, mark, number }: (typeof NOTE_KINDS)[number] & { readonly number: number },
): string {
  const own = `<w:r><w:rPr><w:rStyle w:val="${mark}"/></w:rPr><w:${kind}Ref/></w:r>`;
  return `<w:${kind} w:id="${number}">${story.note(note?.blocks ?? [], style, own)}</w:${kind}>`;
}

function separatorNote(kind: string, id: number, type: 'separator' | 'continuationSeparator'): string {
  const paragraph =
    '<w:p><w:pPr><w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>';
  return `<w:${kind} w:type="${type}" w:id="${id}">${paragraph}<w:r><w:${type}/></w:r></w:p></w:${kind}>`;
}

/** The styles of notes, for a file that has some: 小五, as Word sets them. */
export const NOTE_STYLES = NOTE_KINDS.map(({ kind, style, mark }) => {
  const name = kind === 'footnote' ? 'footnote' : 'endnote';
  const line =
    '<w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:jc w:val="left"/>';
  const text = `<w:style w:type="paragraph" w:styleId="${style}"><w:name w:val="${name} text"/><w:basedOn w:val="Normal"/><w:pPr>${line}</w:pPr><w:rPr><w:spacing w:val="0"/><w:sz w:val="${NOTE_SIZE}"/><w:szCs w:val="${NOTE_SIZE}"/></w:rPr></w:style>`;
  const raised = `<w:style w:type="character" w:styleId="${mark}"><w:name w:val="${name} reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>`;
  return text + raised;
}).join('');

/** What the settings say of notes' separators. */
export function noteSettings(typesetting: Typesetting): string {
  return NOTE_KINDS.filter(({ kind }) => typesetting.notes[kind].length > 0)
    .map(({ kind }) => `<w:${kind}Pr><w:${kind} w:id="-1"/><w:${kind} w:id="0"/></w:${kind}Pr>`)
    .join('');
}
