import { decodeHTML } from 'entities';
import type { DocumentText } from './document-text.ts';
import { type Passage, passage, readable } from './passage.ts';

/** A stretch of marked-up text: the element it stands in (`p`, `title`, …) and its text without tags. */
export interface Block {
  readonly element: string;
  readonly passage: Passage;
}

// Tags may have been escaped once more on their way: `&lt;jats:p&gt;`.
const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[(?<literal>[\s\S]*?)\]\]>|<[?!][^<>]*>|(?:<|&lt;)(?<close>\/?)(?:[a-z]+:)?(?<name>[a-z][a-z0-9-]*)(?<attributes>(?:[\s/][^<>&]*(?:&[a-z]+;[^<>&]*)*)?)(?:>|&gt;)|&(?:#\d+|#x[0-9a-f]+|[a-z][a-z0-9]*);|[^<&]+|[\s\S]/giu;

/** Elements that end a block of text; all others stand in the line. */
const BLOCKS = new Set([
  'sec',
  'title',
  'p',
  'abstract',
  'list',
  'list-item',
  'div',
  'li',
  'ul',
  'br',
  'break',
  'label',
  'body',
  'main',
  'article',
  'section',
  'header',
  'blockquote',
  'pre',
  'hr',
  'dl',
  'dt',
  'dd',
  'ol',
  'table',
  'tr',
  'td',
  'th',
  'figure',
  'figcaption',
]);

/** Elements whose content is no running text: tables, figures and formulas have their own place or none, chrome has none. */
const NO_TEXT = new Set([
  'table-wrap',
  'table-wrap-group',
  'fig',
  'fig-group',
  'boxed-text',
  'disp-formula',
  'tex-math',
  'math',
  'supplementary-material',
  'fn',
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'nav',
  'footer',
  'aside',
  'form',
  'button',
  'select',
]);

/** A reference to the literature, or to a note under a table: a number or letter that is no part of the words. */
const NOTE_MARK = /\bref-type\s*=\s*["'](?:bibr|table-fn|fn|aff|corresp)["']/;

const isNoText = (name: string, attributes: string): boolean =>
  NO_TEXT.has(name) || (name === 'xref' && NOTE_MARK.test(attributes));

const SUPERSCRIPT: Record<string, string> = {
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
  '-': '⁻',
  '−': '⁻',
  '+': '⁺',
};

/** Whether text has the tags of an abstract in JATS (https://jats.nlm.nih.gov) or HTML. */
export const isMarkup = (text: string): boolean =>
  /(?:<|&lt;)(?:[a-z]+:)?(?:p|sec|title|h[1-6])(?:\s[^<>&]*)?(?:>|&gt;)/i.test(text);

/** Readable text in the making, each character with its place, and the element it stands in. */
interface Line {
  text: string;
  readonly starts: number[];
  readonly ends: number[];
  element: string;
}

const emptyLine = (): Line => ({ text: '', starts: [], ends: [], element: '' });

/** What a raised character reads as. */
type Raised = (unit: string) => string;

const superscript: Raised = (unit) => SUPERSCRIPT[unit] ?? unit;

/** In a table a raised letter or sign calls a note. */
const superscriptInCell: Raised = (unit) => SUPERSCRIPT[unit] ?? '';

/** Adds what is said, white space as browsers show it: one space for any run of it. */
const add = (line: Line, said: string, start: number, end: number): void => {
  const plain = readable(said);
  const read = /^\s+$/.test(plain) ? (/^$|\s$/.test(line.text) ? '' : ' ') : plain;
  line.text += read;
  for (let j = 0; j < read.length; j++) {
    line.starts.push(start);
    line.ends.push(end);
  }
};

/**
 * Cuts marked-up text into lines wherever `ends` says that an element ends one; superscript digits stay superscript,
 * so that 10⁸ is not 108.
 */
const cut = (
  document: DocumentText,
  [from, to]: readonly [number, number],
  ends: (element: string) => boolean,
  readRaised: Raised,
): readonly Line[] => {
  const found: Line[] = [];
  const open: string[] = ['p'];
  let line = emptyLine();
  let raised = false;
  let unread: { readonly name: string; depth: number } | undefined;
  const flush = (): void => {
    line.element = open.at(-1) ?? 'p';
    if (line.text.trim() !== '') found.push(line);
    line = emptyLine();
  };
  const say = (words: string, start: number): void => {
    for (let i = 0; i < words.length; i++)
      add(line, raised ? readRaised(words[i]!) : words[i]!, start + i, start + i + 1);
  };
  const element = (name: string, attributes: string, closes: boolean, start: number): void => {
    const isEmpty = attributes.endsWith('/');
    if (!closes && !isEmpty && isNoText(name, attributes)) unread = { name, depth: 1 };
    else if (name === 'sup') raised = !closes && !isEmpty;
    else if (ends(name)) {
      flush();
      if (closes && open.at(-1) === name) open.pop();
      else if (!closes && !isEmpty) open.push(name);
    } else if (BLOCKS.has(name)) add(line, ' ', start, start + 1);
  };
  for (const { 0: token, index, groups = {} } of document.text.slice(from, to).matchAll(TOKEN)) {
    const start = from + index;
    const { literal, attributes = '' } = groups;
    const name = groups.name?.toLowerCase().replace(/^h[1-6]$/, 'title');
    const closes = groups.close !== '';
    if (unread !== undefined) {
      if (name === unread.name && !attributes.endsWith('/')) unread.depth += closes ? -1 : 1;
      if (unread.depth === 0) unread = undefined;
    } else if (name !== undefined) element(name, attributes, closes, start);
    else if (literal !== undefined) say(literal, start + '<![CDATA['.length);
    else if (token.startsWith('&') && token.length > 1) {
      const said = decodeHTML(token);
      add(line, raised ? readRaised(said) : said, start, start + token.length);
    } else if (!/^<[?!]/.test(token)) say(token, start);
  }
  flush();
  return found;
};

const passageOf = (document: DocumentText, { text, starts, ends }: Line): Passage =>
  passage(document, text, starts, ends);

const endsBlock = (element: string): boolean => BLOCKS.has(element);

/** Cuts marked-up text into blocks. */
export const blocks = (document: DocumentText, from: number, to: number): readonly Block[] =>
  cut(document, [from, to], endsBlock, superscript).map((line) => ({
    element: line.element,
    passage: passageOf(document, line),
  }));

/** A table's cell as one line, however many blocks it has. */
export const cellLine = (document: DocumentText, from: number, to: number): Passage | undefined => {
  const [line] = cut(document, [from, to], () => false, superscriptInCell);
  return line && passageOf(document, line);
};

/**
 * An HTML page as the lines that a reader sees, without scripts, menus, forms and footers. Its places are those in the
 * page as it is stored.
 */
export const visibleText = (page: DocumentText): DocumentText => {
  const body = /<body\b[^>]*>/i.exec(page.text);
  const lines = cut(page, [body ? body.index + body[0].length : 0, page.text.length], endsBlock, superscript);
  const starts = lines.flatMap((line) => [...line.starts, line.ends.at(-1)!]);
  const ends = lines.flatMap((line) => [...line.ends, line.ends.at(-1)!]);
  const bounds = (from: number, to: number): readonly [number, number] =>
    from < to ? [starts[from]!, ends[to - 1]!] : [starts[from] ?? 0, starts[from] ?? 0];
  return {
    text: lines.map(({ text }) => `${text}\n`).join(''),
    span: (from, to) => page.span(...bounds(from, to)),
    slice: (from, to) => page.slice(...bounds(from, to)),
  };
};
