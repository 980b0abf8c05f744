import type { Layout } from '../../format/layout.ts';
import { type ArchiveHead, appendEntries, EMPTY_HEAD, makeEntry } from '../../ooxml/zip.ts';
import { fontTableXml } from './font-table.ts';
import {
  APP_XML,
  contentTypesXml,
  documentRelationshipsXml,
  PACKAGE_RELATIONSHIPS_XML,
  type WordPart,
} from './package.ts';
import {
  draftHeaderXml,
  emptyFooterXml,
  footerXml,
  hasPagesOfTwoKinds,
  landscapeFooterXml,
} from './page-marks.ts';
import { PAGE_MARK_IDS } from './sections.ts';
import { settingsXml } from './settings.ts';
import { stylesXml } from './styles-part.ts';

/** What decides which parts a report needs besides its own text. */
export interface ShellOptions {
  readonly isDraft: boolean;
  readonly hasLandscape: boolean;
}

const SHELLS = new WeakMap<Layout, Map<string, ArchiveHead>>();

/** Everything that reports of one layout share, compressed once and put at the head of each archive. */
export function shellOf(layout: Layout, options: ShellOptions): ArchiveHead {
  const shells = SHELLS.get(layout) ?? new Map<string, ArchiveHead>();
  SHELLS.set(layout, shells);
  const key = `${options.isDraft} ${options.hasLandscape}`;
  const shell = shells.get(key) ?? makeShell(layout, options);
  shells.set(key, shell);
  return shell;
}

function makeShell(layout: Layout, options: ShellOptions): ArchiveHead {
  const parts = wordParts(layout, options);
  const files: readonly (readonly [name: string, xml: string])[] = [
    ['[Content_Types].xml', contentTypesXml(parts)],
    ['_rels/.rels', PACKAGE_RELATIONSHIPS_XML],
    ['word/_rels/document.xml.rels', documentRelationshipsXml(parts)],
    ...parts.map(({ name, xml }) => [`word/${name}`, xml] as const),
    ['docProps/app.xml', APP_XML],
  ];
  return appendEntries(
    EMPTY_HEAD,
    files.map(([name, xml]) => makeEntry(name, xml, 'once')),
  );
}

/** The parts that word/document.xml refers to in every report of the layout. */
export function wordParts(layout: Layout, { isDraft, hasLandscape }: ShellOptions): readonly WordPart[] {
  const { odd, even, first, landscapeOdd, landscapeEven, draft } = PAGE_MARK_IDS;
  const hasTwoKinds = hasPagesOfTwoKinds(layout);
  const footer = (id: string, name: string, xml: string): WordPart => ({ id, kind: 'footer', name, xml });
  return [
    { id: 'rId1', kind: 'styles', name: 'styles.xml', xml: stylesXml(layout) },
    { id: 'rId2', kind: 'settings', name: 'settings.xml', xml: settingsXml(layout) },
    { id: 'rId3', kind: 'fontTable', name: 'fontTable.xml', xml: fontTableXml(layout) },
    footer(odd, 'footer1.xml', footerXml('odd', layout)),
    ...(hasTwoKinds ? [footer(even, 'footer2.xml', footerXml('even', layout))] : []),
    ...(layout.firstNumberedPage === 2 ? [footer(first, 'footer3.xml', emptyFooterXml())] : []),
    ...(hasLandscape
      ? [
          footer(landscapeOdd, 'footer4.xml', landscapeFooterXml('odd', layout)),
          ...(hasTwoKinds ? [footer(landscapeEven, 'footer5.xml', landscapeFooterXml('even', layout))] : []),
        ]
      : []),
    ...(isDraft ? [{ id: draft, kind: 'header', name: 'header1.xml', xml: draftHeaderXml() } as const] : []),
  ];
}
