import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Anchor, Places } from '../diagnostics/finding.ts';
import type { CollectionFinding } from './run.ts';

/** Turns the findings of collection rules into diagnostics; `placesOf` is asked once for each file that is spoken of. */
export async function locateCollection(
  findings: readonly CollectionFinding[],
  units: readonly { readonly file: string }[],
  placesOf: (file: string) => Promise<Places>,
): Promise<Diagnostic[]> {
  const known = new Map<string, Promise<Places>>();
  const placed = async (anchor: Anchor) => {
    const [index = '', path = ''] = split(anchor.path);
    const file = units[Number(index)]?.file ?? '';
    const places = known.get(file) ?? placesOf(file);
    known.set(file, places);
    return { file, path, ...(await places).rangeOf({ ...anchor, path }) };
  };
  return Promise.all(
    findings.map(async ({ rule, severity, message, hint, at, related = [] }) => {
      const { file, path, start, end } = await placed(at);
      const others = related.map(async (other) => {
        const { path: _, ...place } = await placed(other.at);
        return { message: other.message, ...place };
      });
      return { rule, severity, message, file, path, start, end, hint, related: await Promise.all(others) };
    }),
  );
}

/** `2:work.0.body` names the unit and the path in it. */
function split(path: string): string[] {
  const at = path.indexOf(':');
  return [path.slice(0, at), path.slice(at + 1)];
}
