import { type UnzipFileInfo, unzipSync } from 'fflate';

/** The parts of a .docx that hold text, as XML. */
export interface DocxParts {
  readonly document: string;
  readonly styles: string;
  readonly numbering: string;
}

/** The largest part that is read, unpacked: more is no report but an attack, or a scan. */
const LARGEST_PART = 64 * 1024 * 1024;

/** Unpacks the text's parts and nothing else; says why where that cannot be done. */
export function unpackDocx(bytes: Uint8Array): DocxParts | 'broken' | 'not-word' | 'too-large' {
  let isTooLarge = false;
  const names = new Set<string>();
  const filter = ({ name, originalSize }: UnzipFileInfo): boolean => {
    names.add(name);
    if (!PARTS.test(name)) return false;
    isTooLarge ||= originalSize > LARGEST_PART;
    return !isTooLarge;
  };
  const files = unzip(bytes, filter);
  if (isTooLarge) return 'too-large';
  if (files === undefined) return 'broken';
  const path = mainPart(decode(files['_rels/.rels']));
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const document = files[path];
  if (document === undefined)
    return names.size > 0 && !names.has('word/document.xml') ? 'not-word' : 'broken';
  return {
    document: decode(document),
    styles: decode(files[`${folder}styles.xml`]),
    numbering: decode(files[`${folder}numbering.xml`]),
  };
}

const PARTS = /^(?:_rels\/\.rels|[\w-]*\/?(?:document\d*|styles|numbering)\.xml)$/;

function unzip(
  bytes: Uint8Array,
  filter: (file: UnzipFileInfo) => boolean,
): Record<string, Uint8Array> | undefined {
  try {
    return unzipSync(bytes, { filter });
  } catch {
    return undefined;
  }
}

/** The part that the package calls its office document; `word/document.xml` nearly always. */
function mainPart(relationships: string): string {
  for (const [relationship] of relationships.matchAll(/<Relationship\b[^>]{0,2000}>/g)) {
    if (!/Type="[^"]*\/officeDocument"/.test(relationship)) continue;
    const target = /Target="\/?([^"]+)"/.exec(relationship)?.[1];
    if (target !== undefined && PARTS.test(target)) return target;
  }
  return 'word/document.xml';
}

function decode(bytes: Uint8Array | undefined): string {
  if (bytes === undefined) return '';
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8').decode(bytes);
}
