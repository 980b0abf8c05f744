import { hasErrors } from '../../../diagnostics/diagnostic.ts';
import { UserError } from '../../../diagnostics/user-error.ts';
import { judgePrinted } from '../../../judge/judge-printed.ts';
import type { RuleSettings } from '../../../judge/run.ts';
import { requireOffice, THIS_MACHINE } from '../../../office/find-office.ts';
import type { Built } from '../../../use/build.ts';
import { type ToPrint, toPrint } from '../../../use/to-print.ts';
import { type PrintedPdf, printPdfs, tellStandIns } from '../../print-pdfs.ts';
import { applyStrictness } from '../../terminal/show-findings.ts';
import type { BuildOrder } from './build-order.ts';
import type { Compiled } from './compile.ts';

/** Makes PDFs of what was built as .docx. UserError before anything is built where there is no LibreOffice. */
export function openPress(
  order: BuildOrder,
): (compiled: readonly Compiled[]) => Promise<readonly Compiled[]> {
  const program = requireOffice({ ...THIS_MACHINE, env: process.env });
  return async (compiled) => {
    const ready = compiled.flatMap((each) => readyToPrint(each, order));
    const printed = await printPdfs(
      ready.map(({ paper }) => paper),
      { program, standing: order.draft ? 'draft' : 'final' },
    );
    if (!order.quiet)
      tellStandIns(printed.flatMap((each) => (each instanceof UserError ? [] : each.facts.standIns)));
    const done = new Map<Compiled, Compiled>();
    for (const [index, each] of ready.entries()) {
      const outcome = printed[index];
      if (outcome !== undefined) done.set(each.compiled, await withPdf(each, outcome, order));
    }
    return compiled.map((each) => done.get(each) ?? each);
  };
}

/** A report that will be written. */
interface Ready {
  readonly compiled: Compiled;
  readonly built: Built;
  readonly settings: RuleSettings;
  readonly paper: ToPrint & { readonly file: string };
}

function readyToPrint(compiled: Compiled, { draft }: BuildOrder): Ready[] {
  const { built, settings, planned, diagnostics } = compiled;
  if (built === undefined || settings === undefined || (!draft && hasErrors(diagnostics))) return [];
  const paper = { ...toPrint(built.document, built.bytes), file: planned.output };
  return [{ compiled, built, settings, paper }];
}

async function withPdf(
  { compiled, built, settings, paper }: Ready,
  outcome: PrintedPdf | UserError,
  order: BuildOrder,
): Promise<Compiled> {
  if (outcome instanceof UserError) {
    const { built: _, ...rest } = compiled;
    return { ...rest, failure: outcome };
  }
  const found = await judgePrinted({ ...paper, pages: outcome.texts }, settings, async () => built.reading);
  return {
    ...compiled,
    built: { ...built, bytes: outcome.bytes },
    pdf: outcome.facts,
    diagnostics: [...compiled.diagnostics, ...applyStrictness(found, order)],
  };
}
