import { LANGUAGE_NAMES } from '../language-names.ts';
import type { BrokenTree } from '../located/tree.ts';
import { decoded } from '../located/wording.ts';
import { type Answer, type Field, type Form, formOf } from './form.ts';

const TAG =
  /<(?<close>\/?)(?<name>table|tr|t[dh])\b[^<>]*>|<!--[\s\S]*?(?:-->|$)|<(?<raw>script|style)\b[\s\S]*?(?:<\/\k<raw>\s*>|$)/gi;

/** A cell of a table: the bounds of what stands in it, and the rows of the tables in it. */
interface Cell {
  readonly from: number;
  to: number;
  readonly rows: Row[];
}
type Row = Cell[];

/** The rows of a page's tables, with those of the tables in their cells. */
const rowsIn = (html: string): readonly Row[] => {
  const top: Row[] = [];
  /** The cells that are open, each in the row that is open in the one before. */
  const open: { readonly rows: Row[]; row: Row | undefined; cell: Cell | undefined }[] = [];
  for (const match of html.matchAll(TAG)) {
    const name = match.groups?.name?.toLowerCase();
    if (name === undefined) continue;
    const closes = match.groups?.close === '/';
    const table = open.at(-1);
    const end = (): void => {
      if (table?.cell) table.cell.to = match.index;
      if (table) table.cell = undefined;
    };
    if (name === 'table') {
      if (closes) {
        end();
        open.pop();
      } else open.push({ rows: table?.cell?.rows ?? top, row: undefined, cell: undefined });
    } else if (table) {
      end();
      if (name === 'tr') {
        table.row = closes ? undefined : [];
        if (table.row) table.rows.push(table.row);
      } else if (!closes && table.row) {
        table.cell = { from: match.index + match[0].length, to: html.length, rows: [] };
        table.row.push(table.cell);
      }
    }
  }
  return top;
};

/** The words of a stretch of a page. */
const pageWords = (html: string): string => decoded('html', html, 0).text.trim();

const answerIn = (html: string, { from, to }: Cell, language?: string): Answer => {
  const raw = html.slice(from, to);
  const start = from + raw.length - raw.trimStart().length;
  return { words: pageWords(raw), from: start, to: Math.max(start, from + raw.trimEnd().length), language };
};

/** The answers of a cell: one, or one per row of the table in it, each perhaps with its language beside it. */
const answers = (html: string, cell: Cell): readonly Answer[] => {
  if (!/<table\b/i.test(html.slice(cell.from, cell.to))) return [answerIn(html, cell)];
  return cell.rows.flatMap(([said, ...others]) => {
    if (!said) return [];
    const beside = others.map((other) => answerIn(html, other));
    const named = beside.find(
      ({ words }) => LANGUAGE_NAMES.has(words.toLowerCase()) || /^[a-z]{2}$/.test(words),
    );
    const language = named && (LANGUAGE_NAMES.get(named.words.toLowerCase()) ?? named.words);
    return [
      answerIn(html, said, language === 'en' ? undefined : language),
      ...beside.filter((other) => other !== named),
    ];
  });
};

const CODE = /^(?<code>[A-HNP]\.(?:\d+(?:\.\d+)*)?)(?:\s+(?:and|to)\s+[A-H]\.\d+(?:\.\d+)*)?$/;
const GROUP = /^(?:B\.Sponsor|D\.IMP|D\.8 Placebo|G\.4 Investigator Network[^:]*):?\s*\d+/;
const FORMS_OWN = /\s*\(For clinical trials recorded in the database before [\s\S]*$/;

const labelOf = (html: string, { from, to }: Cell): string =>
  pageWords(html.slice(from, to)).replace(/\s+/g, ' ').replace(FORMS_OWN, '').replace(/\s*:$/, '');

const fieldIn = (html: string, row: Row): readonly Field[] => {
  const [first, second, third] = row;
  if (!first) return [];
  const head = labelOf(html, first);
  const code = CODE.exec(head)?.groups?.code;
  if (code !== undefined && second && third)
    return [{ code, label: labelOf(html, second), answers: answers(html, third) }];
  if (code !== undefined && second) return [{ code, label: labelOf(html, second), answers: [] }];
  if (GROUP.test(head)) return [{ code: '', label: head, answers: [] }];
  return code === undefined && second && !third && head !== ''
    ? [{ code: '', label: head, answers: answers(html, second) }]
    : [];
};

const SUMMARY = /<table\b[^<>]*\bclass="[^"]*\bsummary\b[^"]*"/i;

/** A page of the register with one country's protocol; nothing if the text is none. */
export const protocolPage = (html: string): Form | BrokenTree | undefined => {
  const begins = SUMMARY.exec(html)?.index;
  if (begins === undefined || !/EudraCT/i.test(html)) return undefined;
  // What stands before the summary is the site's: blanked out, so that all places stay.
  const page = ' '.repeat(begins) + html.slice(begins);
  const fields = rowsIn(page).flatMap((row) => fieldIn(html, row));
  return fields.some(({ code }) => code === 'A.2') || fields.some(({ label }) => label === 'EudraCT Number')
    ? formOf('html', html, [fields])
    : undefined;
};
