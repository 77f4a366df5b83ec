import type { Narrative } from 'fhir/r5.js';

/** Well-formed xhtml; made only here, so that every text in it is escaped. */
export interface Markup {
  readonly markup: string;
}

/** What stands in an element: a text, which is escaped, or markup. */
type Inline = string | Markup;

const ESCAPED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

// What XML 1.0 has no way to say: control characters, halves of surrogate pairs, and two non-characters.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out
const UNSAYABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Text as XML content; what XML has no way to say is replaced. */
export const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(UNSAYABLE, '\ufffd')
    .replace(/[&<>"\r]/g, (character) => ESCAPED[character] ?? character);

const inside = (content: readonly Inline[]): string =>
  content.map((part) => (typeof part === 'string' ? escaped(part) : part.markup)).join('');

const element =
  (name: string) =>
  (...content: readonly Inline[]): Markup => ({ markup: `<${name}>${inside(content)}</${name}>` });

/** https://hl7.org/fhir/R5/narrative.html#xhtml */
export const heading = element('h2');
const subheading = element('h3');
/** A paragraph. */
export const paragraph = element('p');
/** A paragraph taken from the source. */
export const quotation = element('blockquote');

/** A bulleted list; nothing without items. */
export const list = (items: readonly Inline[]): readonly Markup[] =>
  items.length === 0 ? [] : [element('ul')(...items.map((item) => element('li')(item)))];

/** A table with a head; columns in which no row has anything are left out, and so is a table without rows. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): readonly Markup[] => {
  if (rows.length === 0) return [];
  const used = head.map((_, column) => rows.some((row) => (row[column] ?? '') !== ''));
  const row = (cell: 'th' | 'td', cells: readonly string[]): Markup =>
    element('tr')(...cells.filter((_, column) => used[column]).map((text) => element(cell)(text)));
  const body = rows.map((cells) => row('td', cells));
  return [element('table')(element('thead')(row('th', head)), element('tbody')(...body))];
};

/** Several parts as one; a section without parts vanishes with its heading. */
export const section = (title: string, parts: readonly Markup[]): readonly Markup[] =>
  parts.length === 0 ? [] : [subheading(title), ...parts];

/** A sentence of what is stated; nothing where a part is missing. */
export const sentence = (...parts: readonly (string | undefined)[]): readonly Markup[] =>
  parts.some((part) => part === undefined) ? [] : [paragraph(parts.join(''))];

/** A resource's text: https://hl7.org/fhir/R5/narrative.html */
export const narrative = (...content: readonly Markup[]): { text: Narrative } => ({
  text: {
    status: 'generated',
    div: `<div xmlns="http://www.w3.org/1999/xhtml">${inside(content)}</div>`,
  },
});
