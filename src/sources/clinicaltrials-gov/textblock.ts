import type { Wording } from '../located/wording.ts';

/** A line of a text block: how far it is indented, the mark of a list's item it begins with, and what it says. */
interface Line {
  readonly indent: number;
  readonly mark: string;
  /** The bounds of its words. */
  readonly from: number;
  readonly to: number;
}

const LINE = /^(?<indent>[ \t]*)(?:(?<mark>[-*•]|\d+[.)])(?<gap>[ \t]+|$))?(?<words>\S.*)?$/s;

/** What markdown would take for something else than itself. */
const SPECIAL = /[<>*[\]^&~_`]/;

const linesOf = (text: string): readonly (Line | undefined)[] => {
  let at = 0;
  const lines = text.split('\n').map((line) => {
    const start = at;
    at += line.length + 1;
    const { indent = '', mark = '', gap = '', words = '' } = LINE.exec(line.trimEnd())?.groups ?? {};
    if (words === '') return undefined;
    const from = start + indent.length + mark.length + gap.length;
    return { indent: indent.length, mark, from, to: from + words.length };
  });
  // The first line has lost the white space before it; an item there stands where the outermost others do.
  const [first, ...others] = lines;
  const indents = others.flatMap((line) => (line !== undefined && line.mark !== '' ? [line.indent] : []));
  return first === undefined || first.mark === '' || indents.length === 0
    ? lines
    : [{ ...first, indent: Math.min(...indents) }, ...others];
};

/** The lines that belong together: a paragraph or a list's item with the lines it goes on in. */
const paragraphsOf = (lines: readonly (Line | undefined)[]): readonly (readonly Line[])[] => {
  const found: Line[][] = [];
  let open = false;
  for (const line of lines) {
    if (line === undefined) open = false;
    else if (open && line.mark === '') found.at(-1)?.push(line);
    else found.push([line]);
    open = line !== undefined;
  }
  return found;
};

const isItem = (paragraph: readonly Line[] | undefined): boolean => (paragraph?.[0]?.mark ?? '') !== '';

/**
 * A text block of the older XML as the API's markdown writes it: lines joined to paragraphs, lists without blank lines
 * between their items, and special characters escaped. Every character keeps its place.
 */
export const unwrapped = ({ text, starts }: Wording): Wording => {
  let written = '';
  const places: number[] = [];
  const put = (words: string, at: number): void => {
    written += words;
    for (let i = 0; i < words.length; i++) places.push(starts[at]!);
  };
  const copy = (from: number, to: number): void => {
    for (let i = from; i < to; i++) {
      const character = text.charAt(i);
      put(SPECIAL.test(character) ? `\\${character}` : character, i);
    }
  };
  const paragraphs = paragraphsOf(linesOf(text));
  /** The lists that are open, each by how far its items' marks are indented and how wide those are. */
  let lists: { indent: number; width: number }[] = [];
  let end = 0;
  for (const [index, paragraph] of paragraphs.entries()) {
    const [first] = paragraph;
    if (first === undefined) continue;
    const depth = lists.length;
    lists = isItem(paragraph) ? lists.filter(({ indent }) => indent < first.indent) : [];
    const before = paragraphs[index - 1];
    const sameList = isItem(before) && isItem(paragraph) && lists.length < depth;
    if (before !== undefined) put(sameList ? '\n' : '\n\n', end);
    if (isItem(paragraph)) {
      const mark = /^\d/.test(first.mark) ? `${first.mark.slice(0, -1)}.` : '*';
      put(`${' '.repeat(lists.reduce((sum, { width }) => sum + width, 0))}${mark} `, first.from);
      lists.push({ indent: first.indent, width: mark.length + 1 });
    }
    for (const [number, line] of paragraph.entries()) {
      if (number > 0) put(' ', end);
      copy(line.from, line.to);
      end = line.to;
    }
  }
  places.push(starts[end] ?? starts.at(-1)!);
  return { text: written, starts: places };
};
