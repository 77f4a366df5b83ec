import { describe, expect, it } from 'vitest';
import { isJudgement, type Leaf, type Place, said, without } from './facts.ts';
import { leavesIn, seedText } from './seed.ts';
import { refers, type SentencePlace, sentencesIn } from './sentence.ts';

const deleted = (text: string, { from, to }: SentencePlace): string =>
  text.slice(0, from) + text.slice(to).replace(/^ +/, '');

const placeOf = (text: string, { from, to }: SentencePlace): Place => ({
  offset: [...text.slice(0, from)].length,
  length: [...text.slice(from, to)].length,
});

/** Whether a leaf, or an element around it, is marked with something in a stretch of the document. */
const isFrom = ({ around }: Leaf, { offset, length }: Place): boolean =>
  around.some((span) => span.offset < offset + length && span.offset + span.length > offset);

const resourceOf = ({ at }: Leaf): string => at.split('.')[0] ?? '';

/** What the source says: all that is marked with it, and every number, marked or not; no references. */
const isFact = ({ path, words, isNumber }: Leaf): boolean =>
  (words.length > 0 || isNumber) && !/\.(?:reference|targetId)$/.test(path);

const factsIn = (text: string): readonly Leaf[] =>
  leavesIn(text, 'by title').filter((leaf) => isFact(leaf) && !isJudgement(leaf));

describe.each(['000', '001', '002', '003', '004'] as const)('in document %s', (number) => {
  const text = seedText(number);
  const sentences = sentencesIn(text);
  const before = factsIn(text);

  it.each(sentences.map((sentence, i) => [sentence.text.slice(0, 60), sentence, sentences[i + 1]] as const))(
    'without “%s…” its facts are gone and the others stay',
    (_, sentence, next) => {
      const after = factsIn(deleted(text, sentence));
      // A sentence that refers to the one before it says less without it.
      const places = [sentence, ...(next && refers(next) ? [next] : [])].map((one) => placeOf(text, one));
      const own = before.filter((leaf) => places.some((place) => isFrom(leaf, place)));
      // An Evidence, a Group or an administration goes as a whole, with what it repeats from elsewhere.
      const evidence = new Set(
        own.map(resourceOf).filter((resource) => /^(?:Evidence|Group|ActivityDefinition)\b/.test(resource)),
      );
      const repeated = before.filter((leaf) => evidence.has(resourceOf(leaf)));
      const [gone, come] = [without(before, after, said), without(after, before, said)];
      // The people of a result are counted for it; without it they are still counted where they were.
      const stillSaid = ({ path, value }: Leaf): boolean =>
        path === 'Group.quantity' && after.some((leaf) => leaf.path === path && leaf.value === value);
      const others = without(gone, [...own, ...repeated], said).filter(
        (leaf) => leaf.words.length > 0 && !stillSaid(leaf),
      );
      expect(others.map(said), 'not said in the sentence, and gone').toEqual([]);
      // What is said elsewhere too may now be marked with those words, or be said as they say it: never a new result.
      const saidAgain = (leaf: Leaf): boolean =>
        gone.some(
          ({ path, value }) => path === leaf.path && (value === leaf.value || !path.startsWith('Evidence.')),
        );
      expect(come.filter((leaf) => !saidAgain(leaf)).map(said), 'not there before').toEqual([]);
      const rest = text.slice(0, sentence.from) + text.slice(sentence.to);
      const invented = come.filter(
        ({ words }) => words.length === 0 || !words.every((one) => rest.includes(one)),
      );
      expect(invented.map(said), 'said nowhere').toEqual([]);
    },
  );
});
