/**
 * The namespaces that are known, by the prefix that this program calls them by, whatever prefix a file has. Each stands twice where
 * the strict form of the standard (ISO/IEC 29500) has an address of its own.
 */
const KNOWN_NAMESPACES: readonly (readonly [prefix: string, ...addresses: string[]])[] = [
  ['w', `${transitional('wordprocessingml/2006')}/main`, 'http://purl.oclc.org/ooxml/wordprocessingml/main'],
  ['r', `${transitional('officeDocument/2006')}/relationships`, `${strict('officeDocument')}/relationships`],
  ['x', `${transitional('spreadsheetml/2006')}/main`, `${strict('spreadsheetml')}/main`],
  ['p', `${transitional('presentationml/2006')}/main`, `${strict('presentationml')}/main`],
  ['a', `${transitional('drawingml/2006')}/main`, `${strict('drawingml')}/main`],
  [
    'wp',
    `${transitional('drawingml/2006')}/wordprocessingDrawing`,
    `${strict('drawingml')}/wordprocessingDrawing`,
  ],
  [
    'xdr',
    `${transitional('drawingml/2006')}/spreadsheetDrawing`,
    `${strict('drawingml')}/spreadsheetDrawing`,
  ],
  ['pic', `${transitional('drawingml/2006')}/picture`, `${strict('drawingml')}/picture`],
  ['c', `${transitional('drawingml/2006')}/chart`, `${strict('drawingml')}/chart`],
  ['dgm', `${transitional('drawingml/2006')}/diagram`, `${strict('drawingml')}/diagram`],
  ['m', `${transitional('officeDocument/2006')}/math`, `${strict('officeDocument')}/math`],
  ['pr', `${transitional('package/2006')}/relationships`],
  ['ct', `${transitional('package/2006')}/content-types`],
  ['cp', `${transitional('package/2006')}/metadata/core-properties`],
  [
    'ep',
    `${transitional('officeDocument/2006')}/extended-properties`,
    `${strict('officeDocument')}/extendedProperties`,
  ],
  [
    'op',
    `${transitional('officeDocument/2006')}/custom-properties`,
    `${strict('officeDocument')}/customProperties`,
  ],
  [
    'vt',
    `${transitional('officeDocument/2006')}/docPropsVTypes`,
    `${strict('officeDocument')}/docPropsVTypes`,
  ],
  ['mc', `${transitional('markup-compatibility/2006')}`],
  ['dc', 'http://purl.org/dc/elements/1.1/'],
  ['dcterms', 'http://purl.org/dc/terms/'],
  ['v', 'urn:schemas-microsoft-com:vml'],
  ['o', 'urn:schemas-microsoft-com:office:office'],
  ['w10', 'urn:schemas-microsoft-com:office:word'],
  ['w14', 'http://schemas.microsoft.com/office/word/2010/wordml'],
  ['w15', 'http://schemas.microsoft.com/office/word/2012/wordml'],
  ['w16cid', 'http://schemas.microsoft.com/office/word/2016/wordml/cid'],
  ['w16se', 'http://schemas.microsoft.com/office/word/2015/wordml/symex'],
  ['wps', 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape'],
  ['wpg', 'http://schemas.microsoft.com/office/word/2010/wordprocessingGroup'],
  ['wpc', 'http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas'],
  ['wp14', 'http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing'],
  ['a14', 'http://schemas.microsoft.com/office/drawing/2010/main'],
  ['x14', 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main'],
  ['wpsc', 'http://www.wps.cn/officeDocument/2013/wpsCustomData'],
  ['pkg', 'http://schemas.microsoft.com/office/2006/xmlPackage'],
  ['xml', 'http://www.w3.org/XML/1998/namespace'],
];

function transitional(path: string): string {
  return `http://schemas.openxmlformats.org/${path}`;
}

function strict(path: string): string {
  return `http://purl.oclc.org/ooxml/${path}`;
}

const PREFIXES: ReadonlyMap<string, string> = new Map(
  KNOWN_NAMESPACES.flatMap(([prefix, ...addresses]) =>
    addresses.map((address): [string, string] => [address, prefix]),
  ),
);

const CONVENTIONAL: ReadonlySet<string> = new Set(KNOWN_NAMESPACES.map(([prefix]) => prefix));

/** The prefix that this program has for a namespace; undefined for one that it does not know. */
export function prefixOf(address: string): string | undefined {
  return PREFIXES.get(address) ?? PREFIXES.get(address.replace(/\/+$/, ''));
}

/** What a prefix that a part forgot to declare is taken for. */
export function conventionalPrefix(prefix: string): string | undefined {
  return CONVENTIONAL.has(prefix) ? prefix : undefined;
}

/** The address by which files that are not strict call the same namespace; one that is not known stays as it is. */
export function transitionalAddress(address: string): string {
  const known = KNOWN_NAMESPACES.find(([, ...addresses]) => addresses.includes(address));
  return known?.[1] ?? address;
}
