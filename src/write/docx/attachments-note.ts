import type { Layout } from '../../format/layout.ts';
import { bodyWidthOf } from '../measure.ts';
import type { NoteEntry } from '../printed.ts';
import { makeSpan } from '../spans.ts';
import { paragraphXml } from './paragraphs.ts';
import { runsXml } from './runs.ts';
import { ROLE_STYLES } from './styles.ts';

/**
 * 附件说明, GB/T 9704 7.3.4: two characters in; numbers are under the first one's, and where a name takes a second line it
 * goes on under its own beginning.
 */
export function attachmentsNoteXml(entries: readonly NoteEntry[], { sizes }: Layout): string[] {
  return entries.map(({ label, name }, index) => {
    const ahead = index === 0 ? 0 : bodyWidthOf('附件：', sizes.body);
    const hanging = bodyWidthOf(label, sizes.body);
    const left = 2 * 10 * sizes.body + ahead + hanging;
    const placing = `<w:ind w:left="${left}" w:hanging="${hanging}"/>`;
    const runs = runsXml([makeSpan(label), ...name]);
    return paragraphXml(ROLE_STYLES.attachmentsNote.id, runs, { placing, isKeptWithNext: true });
  });
}
