import type { DocumentText } from '../document-text.ts';
import { at, list } from '../located/get.ts';
import type { Located } from '../located/tree.ts';
import { cellLine } from '../markup.ts';
import { type Passage, trimmed } from '../passage.ts';
import { grid, type Spanning, type Table } from '../table/table.ts';

/** No table is wider or longer; a span beyond is a mistake. */
const WIDEST = 100;

const span = (cell: Located, name: string): number => {
  const written = Number(at(cell, name)?.words ?? 1);
  return Number.isInteger(written) && written > 0 ? Math.min(written, WIDEST) : 1;
};

const STYLED = /(?:padding-left|text-indent|margin-left):\s*(\d+(?:\.\d+)?)/;

/** White space that shows at the beginning of a cell, or the element of a list. */
const SET_IN = /^(?:\s|<(?!list)[^>]*>|&#x0*(?:a0|200[23]);|&#(?:160|819[45]);|<list\b)*/i;
const SPACES = /&#x0*(?:a0|200[23]);|&#(?:160|819[45]);|[\u00a0\u2002\u2003]|<list\b/gi;

/** How far a cell is set in: what its style says, else by how many spaces. */
const indentOf = (style: string, text: string): number =>
  Number(STYLED.exec(style)?.[1] ?? 0) || (SET_IN.exec(text)?.[0].match(SPACES) ?? []).length;

const cellOf = (document: DocumentText, cell: Located): Spanning => {
  const passage = cellLine(document, cell.from, cell.to);
  const trim = passage && trimmed(passage);
  // A cell's place begins behind its white space.
  const start = document.text.lastIndexOf('>', cell.from - 1) + 1;
  return {
    passage: trim?.text ? trim : undefined,
    indent: indentOf(at(cell, '@style')?.words ?? '', document.slice(start, cell.to)),
    columns: span(cell, '@colspan'),
    rows: span(cell, '@rowspan'),
  };
};

const rowsOf = (document: DocumentText, part: Located | undefined): readonly (readonly Spanning[])[] =>
  (part?.members.get('tr') ?? []).map((row) =>
    row.items.filter(({ path }) => /\/t[dh](?:\[\d+\])?$/.test(path)).map((cell) => cellOf(document, cell)),
  );

const notesOf = (document: DocumentText, wrap: Located): readonly Passage[] =>
  list(wrap, 'table-wrap-foot').flatMap((foot) =>
    [...list(foot, 'fn'), ...list(foot, 'p')].flatMap((note) => cellLine(document, note.from, note.to) ?? []),
  );

const tablesIn = (document: DocumentText, wrap: Located): readonly Table[] => {
  const [caption] = list(wrap, 'caption');
  const around = list(wrap, 'alternatives')[0] ?? wrap;
  return list(around, 'table').map((table) => ({
    caption: caption && cellLine(document, caption.from, caption.to),
    heads: grid(rowsOf(document, at(table, 'thead'))),
    rows: grid([...list(table, 'tbody'), table].flatMap((part) => rowsOf(document, part))),
    notes: notesOf(document, wrap),
  }));
};

/** Every element of a name within a node, none of them within another. */
const within = (node: Located, name: string): readonly Located[] => [
  ...(node.members.get(name) ?? []),
  ...[...node.members].flatMap(([other, nodes]) =>
    other === name || other.startsWith('@') ? [] : nodes.flatMap((one) => within(one, name)),
  ),
];

/** An article's tables, as far as they are more than pictures: https://jats.nlm.nih.gov/archiving/tag-library/1.3/element/table-wrap.html */
export const tablesOf = (article: Located, document: DocumentText): readonly Table[] =>
  within(article, 'table-wrap').flatMap((wrap) => tablesIn(document, wrap));

/** How many of an article's tables are pictures. */
export const picturedTables = (article: Located): number =>
  within(article, 'table-wrap').filter(
    (wrap) => list(list(wrap, 'alternatives')[0] ?? wrap, 'table').length === 0,
  ).length;
