import type { Attachment, Document, Inline } from './tree.ts';

/** A document with more attachments: one whose title the document already names is in that place, the others follow. */
export function joinAttachments(document: Document, added: readonly Attachment[]): Document {
  if (added.length === 0) return document;
  const attachments = [...document.attachments];
  for (const attachment of added) {
    const title = titleText(attachment.title);
    const named = attachments.findIndex(
      (known) => known.blocks.length === 0 && titleText(known.title) === title,
    );
    if (named === -1) attachments.push(attachment);
    else attachments[named] = attachment;
  }
  return { ...document, attachments };
}

/** A title's letters, without title marks around it or a full stop after it. */
function titleText(title: readonly Inline[]): string {
  return title
    .map((inline) =>
      'text' in inline ? inline.text : 'children' in inline ? titleText(inline.children) : '',
    )
    .join('')
    .replace(/[《》。\s]/g, '');
}
