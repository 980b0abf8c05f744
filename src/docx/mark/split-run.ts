import type { ElementNode } from './element-tree.ts';
import type { PartNames } from './part-names.ts';

/** Something that happens at a place in a run: XML is put there, or deleting begins (`opens`, with the tag of its `w:del`) or ends. */
export interface RunEvent {
  /** Offset in the part's XML. */
  readonly at: number;
  readonly rank: number;
  readonly xml: string;
  readonly deleting?: 'begins' | 'ends';
}

interface Writing {
  readonly source: (start: number, end: number) => string;
  readonly names: PartNames;
}

/**
 * Writes a `w:r` anew, split where something happens in it: each piece has the run's attributes and formatting, text that is deleted
 * is in `w:del` as `w:delText`. Without events it comes out as it was.
 */
export function writeRun(
  xml: string,
  run: ElementNode,
  events: readonly RunEvent[],
  { source, names }: Writing,
): string {
  const queue = events.toSorted((a, b) => a.at - b.at || a.rank - b.rank);
  const content = run.children.filter(({ name }) => name !== 'w:rPr');
  const head = xml.slice(run.start, content[0]?.start ?? run.closeStart);
  const close = xml.slice(run.closeStart, run.end);
  let [written, body] = ['', ''];
  let deletion: string | undefined;
  const flush = () => {
    const piece = body === '' ? '' : head + body + close;
    written += piece === '' || deletion === undefined ? piece : `${deletion}${piece}</${names.prefix}:del>`;
    body = '';
  };
  const happen = (until: number) => {
    for (let event = queue[0]; event !== undefined && event.at <= until; event = queue[0]) {
      queue.shift();
      flush();
      if (event.deleting === 'begins') deletion = event.xml;
      else {
        if (event.deleting === 'ends') deletion = undefined;
        written += event.xml;
      }
    }
  };
  let done = content[0]?.start ?? run.closeStart;
  for (const child of content) {
    if (body !== '') body += xml.slice(done, child.start);
    happen(child.start);
    done = child.end;
    const cuts = new Set(queue.map(({ at }) => at).filter((at) => at < child.end));
    if (cuts.size === 0 && deletion === undefined) {
      body += source(child.start, child.end);
      continue;
    }
    const bounds = [child.openEnd, ...cuts, child.closeStart];
    for (let index = 0; index + 1 < bounds.length; index += 1) {
      const [from = 0, to = 0] = bounds.slice(index, index + 2);
      happen(from);
      const piece = { child, from, to, isFirst: index === 0, isLast: index + 2 === bounds.length };
      body += writeTextPiece(xml, piece, deletion === undefined ? undefined : names);
    }
  }
  if (body !== '') body += xml.slice(done, run.closeStart);
  happen(run.end);
  flush();
  return written;
}

/** A stretch of a `w:t`. */
interface TextPiece {
  readonly child: ElementNode;
  readonly from: number;
  readonly to: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/**
 * Blanks at the ends of a `w:t` show only where it says so (`xml:space`): those that were inside of the text and come to an end by the
 * split are kept by saying it, those that were at its ends stay as they were. `deleting` gives the names of `w:delText`.
 */
function writeTextPiece(xml: string, piece: TextPiece, deleting: PartNames | undefined): string {
  const { child, from, to, isFirst, isLast } = piece;
  const text = xml.slice(from, to);
  const tag = deleting === undefined ? child.tag : `${deleting.prefix}:delText`;
  const isKept = /\sxml:space\s*=\s*["']preserve["']/.test(xml.slice(child.start, child.openEnd));
  const write = (content: string, keeps: boolean) =>
    content === '' ? '' : `<${tag}${keeps ? ' xml:space="preserve"' : ''}>${content}</${tag}>`;
  if (isKept) return write(text, true);
  const lead = isFirst ? '' : (/^\s+/.exec(text)?.[0] ?? '');
  const rest = text.slice(lead.length);
  const trail = isLast ? '' : (/\s+$/.exec(rest)?.[0] ?? '');
  return write(lead, true) + write(rest.slice(0, rest.length - trail.length), false) + write(trail, true);
}
