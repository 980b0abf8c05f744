import { describePosition } from '../document/describe-place.ts';
import type { FinishedDocument } from '../document/finished-document.ts';

/** A paragraph of a report as people find it: “三、存在的问题”第2段. What is there is told beside it. */
export function reportPlace(finished: FinishedDocument, paragraph: number): string {
  const place = describePosition(finished, { line: paragraph, column: 1 });
  return place === '' ? `第${paragraph}段` : place.replace(/：“[^”]*”$/, '');
}
