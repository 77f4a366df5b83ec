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
  /(?:<|&lt;)(?<close>\/?)(?:[a-z]+:)?(?<name>[a-z][a-z0-9-]*)(?:\s[^<>&]*)?(?:>|&gt;)|&(?:#\d+|#x[0-9a-f]+|[a-z][a-z0-9]*);|[\s\S]/giu;

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
  'label',
]);

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

/** Cuts marked-up text into blocks; superscript digits stay superscript, so that 10⁸ is not 108. */
export const blocks = (document: DocumentText, from: number, to: number): readonly Block[] => {
  const found: Block[] = [];
  const open: string[] = ['p'];
  let text = '';
  let starts: number[] = [];
  let ends: number[] = [];
  let superscript = false;
  const flush = (): void => {
    if (text.trim() !== '')
      found.push({ element: open.at(-1) ?? 'p', passage: passage(document, text, starts, ends) });
    text = '';
    starts = [];
    ends = [];
  };
  for (const token of document.slice(from, to).matchAll(TOKEN)) {
    const start = from + token.index;
    const name = token.groups?.name?.toLowerCase().replace(/^h[1-6]$/, 'title');
    if (name === 'sup') superscript = token.groups?.close === '';
    else if (name !== undefined && BLOCKS.has(name)) {
      flush();
      if (token.groups?.close === '') open.push(name);
      else if (open.at(-1) === name) open.pop();
    } else if (name === undefined) {
      const decoded = token[0].length > 1 ? decodeHTML(token[0]) : token[0];
      const read = readable(superscript ? (SUPERSCRIPT[decoded] ?? decoded) : decoded);
      text += read;
      for (let i = 0; i < read.length; i++) {
        starts.push(start);
        ends.push(start + token[0].length);
      }
    }
  }
  flush();
  return found;
};
