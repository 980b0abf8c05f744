/** A stretch of a text that is written anew; `source` gives stretches of the old text, with the splices inside of them made. */
export interface SourcedSplice {
  readonly start: number;
  readonly end: number;
  readonly write: (source: (start: number, end: number) => string) => string;
}

/** Makes all splices; one may lie inside of another, or at its edge, but none across. Of two at one place the first comes first. */
export function applySourcedSplices(text: string, splices: readonly SourcedSplice[]): string {
  const inOrder = splices.toSorted((a, b) => a.start - b.start || widthOrder(a, b));
  const write = (start: number, end: number, among: readonly SourcedSplice[]): string => {
    let written = '';
    let done = start;
    for (let index = 0; index < among.length; ) {
      const splice = among[index];
      if (splice === undefined) break;
      const inside: SourcedSplice[] = [];
      index += 1;
      for (let next = among[index]; next !== undefined && isInnerSplice(next, splice); next = among[index]) {
        inside.push(next);
        index += 1;
      }
      written += text.slice(done, splice.start);
      written += splice.write((from, to) =>
        write(
          from,
          to,
          inside.filter((each) => spliceIsWithin(each, from, to)),
        ),
      );
      done = splice.end;
    }
    return written + text.slice(done, end);
  };
  return write(0, text.length, inOrder);
}

/** What only puts something in goes before what is written anew from there on; of the latter the wider is the outer one. */
function widthOrder(a: SourcedSplice, b: SourcedSplice): number {
  const [widthA, widthB] = [a.end - a.start, b.end - b.start];
  if (widthA === 0 || widthB === 0) return Math.sign(widthA) - Math.sign(widthB);
  return widthB - widthA;
}

function isInnerSplice(inner: SourcedSplice, outer: SourcedSplice): boolean {
  return inner.start < outer.end && inner.end <= outer.end && inner !== outer;
}

function spliceIsWithin({ start, end }: SourcedSplice, from: number, to: number): boolean {
  return start >= from && end <= to;
}
