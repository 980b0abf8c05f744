import type { Standing } from '../bytes/label.ts';
import { readFinished } from '../document/read-finished.ts';
import { type Archive, openArchive } from '../ooxml/archive.ts';
import { OoxmlFault } from '../ooxml/ooxml-fault.ts';

/**
 * Whether a .docx is one of ours that a word processor opened and saved again without a change of what it says: the same paragraphs and
 * cells in the same order, and nothing added that no report of ours has. `standing` is that of `written`: a final report that was saved
 * again is no draft.
 */
export function saysTheSame(saved: Uint8Array, written: Uint8Array, standing: Standing): boolean {
  const said = saidBy(saved);
  if (said === undefined || said !== saidBy(written)) return false;
  const archive = openArchive(saved);
  if (archive instanceof OoxmlFault || hasAdditions(archive)) return false;
  return standing !== 'draft' || isDraft(archive);
}

/** Everything that a reader reads, one paragraph a line, without the white space that programs set otherwise. */
function saidBy(bytes: Uint8Array): string | undefined {
  const { value } = readFinished('.docx', bytes);
  return value?.paragraphs
    .map(({ role, text }) => `${role === 'cell'} ${text.replace(/\s+/gu, '')}`)
    .join('\n');
}

/** Somebody's work besides the text: comments, tracked changes, notes, pictures, boxes. */
function hasAdditions(archive: Archive): boolean {
  const document = partText(archive, 'word/document.xml');
  return archive.names.some((name) => ADDED_PARTS.test(name)) || ADDED_ELEMENTS.test(document);
}

const ADDED_PARTS = /^word\/(?:comments\w*\.xml|media\/|embeddings\/)/;
const ADDED_ELEMENTS =
  /<w:(?:ins|del|moveFrom|moveTo|commentReference|footnoteReference|endnoteReference|drawing|pict|object)[\s/>]/;

/** A draft says so at the head of its pages. */
function isDraft(archive: Archive): boolean {
  return archive.names
    .filter((name) => /^word\/header\d*\.xml$/.test(name))
    .some(
      (name) =>
        partText(archive, name)
          .replace(/<[^>]*>/g, '')
          .trim() === '草稿',
    );
}

function partText(archive: Archive, name: string): string {
  const part = archive.read(name);
  return part instanceof OoxmlFault ? '' : part.toString();
}
