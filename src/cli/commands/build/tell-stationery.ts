import { dirname } from 'node:path';
import { printable } from '../../../diagnostics/printable.ts';
import type { Built } from '../../../use/build.ts';
import { checkStationery } from '../../../use/build-in-stationery.ts';
import { printNotice } from '../../terminal/streams.ts';

/** Says once of each stationery how much of its page leaves the standard; `templates check` tells what. */
export function tellStationery(built: readonly Pick<Built, 'stationery' | 'layout'>[]): void {
  const layouts = new Map(built.map(({ stationery, layout }) => [stationery, layout] as const));
  for (const [file, layout] of layouts) {
    const count = file === undefined ? 0 : checkStationery(file, layout).length;
    if (file === undefined || count === 0) continue;
    printNotice(
      `底稿 ${printable(file)} 有 ${count} 处与国家标准不同，逐条见：report templates check ${printable(dirname(file))}\n`,
    );
  }
}
