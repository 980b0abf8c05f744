import type { Block, Document, Inline, Text } from './tree.ts';

/**
 * Ends the origins of a document's texts: the markup says where a fact's text begins, and the fact's own text (`textAt`) how far it goes;
 * what the template added after it is a text of its own.
 */
export function resolveOrigins(document: Document, textAt: (path: string) => string | undefined): Document {
  const inlines = (all: readonly Inline[]): readonly Inline[] => all.flatMap((each) => inline(each));
  const inline = (each: Inline): readonly Inline[] => {
    if (each.type === 'text') return resolveText(each, textAt);
    if (each.type === 'strong') return [{ ...each, children: inlines(each.children) }];
    if (each.type === 'series') return [{ ...each, items: each.items.map(inlines) }];
    return [each];
  };
  const blocks = (all: readonly Block[]): readonly Block[] => all.map((each) => resolveBlock(each, inlines));
  const { signatory, date } = document.signature;
  return {
    ...document,
    title: inlines(document.title),
    subtitle: document.subtitle.map(inlines),
    ...(document.addressee && { addressee: inlines(document.addressee) }),
    body: blocks(document.body),
    signature: {
      ...(signatory && { signatory: inlines(signatory) }),
      ...(date && { date: inlines(date) }),
    },
    attachments: document.attachments.map((each) => ({
      ...each,
      title: inlines(each.title),
      blocks: blocks(each.blocks),
    })),
  };
}

type MapInlines = (all: readonly Inline[]) => readonly Inline[];

function resolveBlock(block: Block, inlines: MapInlines): Block {
  switch (block.type) {
    case 'heading':
      return { ...block, children: inlines(block.children) };
    case 'paragraph': {
      const { runIn, children } = block;
      const heading = runIn && { runIn: { ...runIn, children: inlines(runIn.children) } };
      return { ...block, ...heading, children: inlines(children) };
    }
    case 'series':
      return { ...block, items: block.items.map(inlines) };
    case 'table':
      return {
        ...block,
        ...(block.caption && { caption: inlines(block.caption) }),
        legend: block.legend.map(inlines),
        rows: block.rows.map((row) => ({
          ...row,
          cells: row.cells.map((cell) => ({ ...cell, children: inlines(cell.children) })),
        })),
      };
  }
}

function resolveText(text: Text, textAt: (path: string) => string | undefined): readonly Text[] {
  const { origin } = text;
  if (origin === undefined) return [text];
  const [start] = origin.span;
  const said = textAt(origin.path)?.slice(start) ?? '';
  let length = 0;
  while (length < text.text.length && text.text[length] === said[length]) length += 1;
  const { origin: _, ...plain } = text;
  if (length === 0) return [plain];
  const own: Text = {
    ...text,
    text: text.text.slice(0, length),
    origin: { ...origin, span: [start, start + length] },
  };
  return length === text.text.length ? [own] : [own, { ...plain, text: text.text.slice(length) }];
}
