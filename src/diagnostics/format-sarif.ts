import type { Location, Log, PhysicalLocation, ReportingDescriptor, Result } from 'sarif';
import { LIMITS } from './budget.ts';
import { capFindings } from './cap-findings.ts';
import type { Diagnostic, Range, RelatedPlace } from './diagnostic.ts';
import type { Findings } from './findings.ts';
import { jsonText } from './json-text.ts';
import { visible } from './printable.ts';
import { isInSheet } from './sheet-place.ts';

/** What SARIF says of the program that found something. */
export interface SarifTool {
  readonly version: string;
  /** A rule's title, where there is one. */
  titleOf(rule: string): string | undefined;
}

/** SARIF 2.1.0, as code scanning reads it. Columns count code points (§3.14.17). */
export function formatSarif(findings: Findings, tool: SarifTool, most?: number): string {
  const diagnostics = capFindings(findings.diagnostics, most);
  const rules = [...new Set(diagnostics.map(({ rule }) => rule))].sort();
  const driver = {
    name: 'report',
    version: tool.version,
    rules: rules.map((id) => toRule(id, tool.titleOf(id))),
  };
  const results = diagnostics.map((diagnostic) => toResult(diagnostic, rules.indexOf(diagnostic.rule)));
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, columnKind: 'unicodeCodePoints', results }],
  };
  return jsonText(log);
}

function toRule(id: string, title: string | undefined): ReportingDescriptor {
  return title === undefined ? { id } : { id, shortDescription: { text: title } };
}

function toResult(diagnostic: Diagnostic, ruleIndex: number): Result {
  const { rule, severity, message, hint, file, path, related } = diagnostic;
  const physicalLocation = toPhysicalLocation(file, diagnostic);
  const logicalLocations = path === '' ? {} : { logicalLocations: [{ fullyQualifiedName: path }] };
  return {
    ruleId: rule,
    ruleIndex,
    level: severity,
    message: {
      text: [message, hint]
        .filter((line) => line !== '')
        .map(plainMessage)
        .join('\n'),
    },
    locations: [{ physicalLocation, ...logicalLocations }],
    ...(related.length === 0
      ? {}
      : { relatedLocations: related.slice(0, LIMITS.related).map(toRelatedLocation) }),
  };
}

function toRelatedLocation(place: Diagnostic['related'][number], id: number): Location {
  return {
    id,
    message: { text: plainMessage(place.message) },
    ...(isInSheet(place) ? toCells(place) : { physicalLocation: toPhysicalLocation(place.file, place) }),
  };
}

/** A spreadsheet has no lines: the cells are a place of its own logic (§3.33). */
function toCells({
  file,
  sheet,
  cells,
}: RelatedPlace): Pick<Location, 'physicalLocation' | 'logicalLocations'> {
  const name = [sheet, cells].filter((part) => part !== undefined).join('!');
  return {
    physicalLocation: { artifactLocation: { uri: toUri(file) } },
    logicalLocations: [{ fullyQualifiedName: name, kind: 'cells' }],
  };
}

function toPhysicalLocation(file: string, { start, end }: Range): PhysicalLocation {
  return {
    artifactLocation: { uri: toUri(file) },
    region: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column },
  };
}

/** A message on one line, in which nothing is a link (§3.11.6). */
function plainMessage(text: string): string {
  return visible(text).replaceAll('](', '] (');
}

/** A URI reference: relative paths stay relative, so that the log can be moved with the files. */
function toUri(file: string): string {
  // Half a character, as Windows allows in names, has no bytes.
  const path = Buffer.from(file)
    .toString()
    .replaceAll('\\', '/')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
  if (path.startsWith('/')) return `file://${path}`;
  return /^[A-Za-z]%3A\//.test(path) ? `file:///${path.replace('%3A', ':')}` : path;
}
