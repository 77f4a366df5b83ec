/** Characters that are in the same marks: their text, and the marks by their numbers, the longest first. */
export interface Piece {
  readonly text: string;
  readonly marks: readonly number[];
}

/** A part of a document that is laid out by itself. */
export type Block = readonly Piece[];

/** A place in a text, in Unicode code points. */
interface Place {
  readonly offset: number;
  readonly length: number;
}

/** So many characters are laid out together. */
const BLOCK = 4000;

/** Where code points stand in a JavaScript string, whose characters are UTF-16: found in one walk through the text. */
const indexOfCodePoints = (text: string, codePoints: readonly number[]): ReadonlyMap<number, number> => {
  const wanted = [...new Set(codePoints)].sort((a, b) => a - b);
  const found = new Map<number, number>();
  let index = 0;
  let passed = 0;
  for (const codePoint of wanted) {
    for (; passed < codePoint && index < text.length; passed += 1)
      index += text.codePointAt(index)! > 0xffff ? 2 : 1;
    found.set(codePoint, index);
  }
  return found;
};

/** Where a block of a text may end: behind a line, else behind a word, else anywhere but within a character. */
const endOfBlock = (text: string, start: number): number => {
  const furthest = start + BLOCK;
  if (furthest >= text.length) return text.length;
  const line = text.lastIndexOf('\n', furthest);
  if (line > start) return line + 1;
  const word = text.lastIndexOf(' ', furthest);
  if (word > start) return word + 1;
  return text.codePointAt(furthest - 1)! > 0xffff ? furthest + 1 : furthest;
};

const blockEnds = (text: string): number[] => {
  const ends: number[] = [];
  for (let end = 0; end < text.length; ends.push(end)) end = endOfBlock(text, end);
  return ends;
};

/** A text as blocks of pieces; `places` are those of the marks, by their numbers, and may overlap. */
export const blocksOf = (text: string, places: readonly (readonly Place[])[]): readonly Block[] => {
  const ends = places.flatMap((some) => some.flatMap(({ offset, length }) => [offset, offset + length]));
  const indices = indexOfCodePoints(text, ends);
  const begins = new Map<number, number[]>();
  const finishes = new Map<number, number[]>();
  const note = (where: Map<number, number[]>, index: number, mark: number): void => {
    where.set(index, [...(where.get(index) ?? []), mark]);
  };
  const sizes = places.map((some) => Math.max(...some.map(({ length }) => length)));
  places.forEach((some, mark) => {
    for (const { offset, length } of some) {
      note(begins, indices.get(offset)!, mark);
      note(finishes, indices.get(offset + length)!, mark);
    }
  });
  const blockIndices = new Set(blockEnds(text));
  const cuts = [...new Set([...begins.keys(), ...finishes.keys(), ...blockIndices])].sort((a, b) => a - b);
  const blocks: Piece[][] = [[]];
  const open: number[] = [];
  let from = 0;
  for (const cut of cuts) {
    if (cut > from)
      blocks.at(-1)!.push({
        text: text.slice(from, cut),
        marks: [...new Set(open)].sort((a, b) => sizes[b]! - sizes[a]!),
      });
    for (const mark of finishes.get(cut) ?? []) open.splice(open.indexOf(mark), 1);
    open.push(...(begins.get(cut) ?? []));
    if (blockIndices.has(cut) && cut < text.length) blocks.push([]);
    from = Math.max(from, cut);
  }
  return blocks;
};
