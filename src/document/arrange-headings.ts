import type { Block, Document, HeadingLevel } from './tree.ts';

/** Lets the headings of one level open their paragraph (`run-in`) or stand `alone`, whatever the template printed. */
export function arrangeHeadings(
  document: Document,
  level: HeadingLevel,
  manner: 'run-in' | 'alone',
): Document {
  const arrange = manner === 'alone' ? separate : joinRunIn;
  const attachments = document.attachments.map((attachment) => ({
    ...attachment,
    blocks: arrange(attachment.blocks, level),
  }));
  return { ...document, body: arrange(document.body, level), attachments };
}

function separate(blocks: readonly Block[], level: HeadingLevel): readonly Block[] {
  return blocks.flatMap((block): readonly Block[] => {
    if (block.type !== 'paragraph' || block.runIn?.level !== level) return [block];
    const { runIn, ...rest } = block;
    const heading = { type: 'heading', ...runIn } as const;
    return rest.children.length === 0 ? [heading] : [heading, rest];
  });
}

/** A heading that no paragraph follows stays alone. */
function joinRunIn(blocks: readonly Block[], level: HeadingLevel): readonly Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    const isOpen = last?.type === 'heading' && last.level === level;
    if (isOpen && block.type === 'paragraph' && block.runIn === undefined) {
      joined[joined.length - 1] = { ...block, runIn: { level, children: last.children } };
    } else joined.push(block);
  }
  return joined;
}
