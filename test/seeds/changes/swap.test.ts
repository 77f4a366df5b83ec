import { describe, expect, it } from 'vitest';
import { said, without } from './facts.ts';
import { leavesIn, seedText } from './seed.ts';
import { refers, type SentencePlace, sentencesIn } from './sentence.ts';

/** All pairs of sentences of one section, in their order. */
const pairsOf = (sentences: readonly SentencePlace[]): readonly (readonly [SentencePlace, SentencePlace])[] =>
  sentences.flatMap((first, i) =>
    sentences
      .slice(i + 1)
      .filter(({ section }) => section === first.section)
      .map((second) => [first, second] as const),
  );

/** A pair may change places if neither refers to another sentence, and no sentence right behind one refers to it. */
const isFree = (sentences: readonly SentencePlace[], pair: readonly SentencePlace[]): boolean =>
  !pair.some((one) => {
    const next = sentences[sentences.indexOf(one) + 1];
    return refers(one) || (next !== undefined && next.section === one.section && refers(next));
  });

const swapped = (text: string, first: SentencePlace, second: SentencePlace): string =>
  text.slice(0, first.from) +
  second.text +
  text.slice(first.to, second.from) +
  first.text +
  text.slice(second.to);

const short = ({ text }: SentencePlace): string => `“${text.slice(0, 40)}…”`;

describe.each(['000', '001', '002', '003', '004'] as const)('in document %s', (number) => {
  const text = seedText(number);
  const sentences = sentencesIn(text);
  const pairs = pairsOf(sentences);
  const free = pairs.filter((pair) => isFree(sentences, pair));
  // Without a registry number or DOI the study's id, and all that hangs on it, is made of the document's own hash.
  const named = leavesIn(text, 'kept').some(({ path }) => path === 'ResearchStudy.identifier.value');
  const ids = named ? 'kept' : 'by title';
  const before = leavesIn(text, ids);

  it('pairs of a section can change places', () => {
    for (const [first, second] of pairs)
      if (!free.some((pair) => pair[0] === first && pair[1] === second))
        console.info(`${number}: not swapped: ${short(first)} and ${short(second)}`);
    expect(free.length).toBeGreaterThan(1);
  });

  it.each(free.map(([first, second]) => [short(first), short(second), first, second] as const))(
    '%s and %s change places and no fact changes',
    (...[, , first, second]) => {
      const after = leavesIn(swapped(text, first, second), ids);
      expect(without(before, after, said).map(said), 'gone').toEqual([]);
      expect(without(after, before, said).map(said), 'come').toEqual([]);
    },
  );
});
