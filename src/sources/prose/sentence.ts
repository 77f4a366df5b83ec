import type { Section, SectionRole } from '../article.ts';
import { type Passage, trimmed } from '../passage.ts';

/** A sentence, and what the section it stands in is for. */
export interface Sentence {
  readonly role: SectionRole;
  readonly passage: Passage;
  readonly text: string;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Ends that look like a sentence's and are not. */
const ABBREVIATED =
  /(?:\b(?:vs|etc|e\.g|i\.e|cf|fig|no|nos|approx|ca|dr|prof|resp|al|st)\.|\b\p{Lu}\.)\s*$/iu;

const depth = (text: string): number => {
  let open = 0;
  for (const character of text) {
    if (character === '(' || character === '[') open++;
    if ((character === ')' || character === ']') && open > 0) open--;
  }
  return open;
};

const goesOn = (before: string, next: string): boolean =>
  ABBREVIATED.test(before) || depth(before) > 0 || /^[\p{Ll}(,;]/u.test(next.trimStart());

/** A passage's sentences; full stops in abbreviations and brackets do not end one. */
const split = (whole: Passage): readonly Passage[] => {
  const starts = [...segmenter.segment(whole.text)].map((segment) => segment.index);
  const kept = starts.filter((start, i) => {
    const before = starts[i - 1];
    return i === 0 || before === undefined || !goesOn(whole.text.slice(0, start), whole.text.slice(start));
  });
  return kept.map((start, i) => trimmed(whole.slice(start, kept[i + 1] ?? whole.text.length)));
};

const REGISTERS =
  /^(?:registered\b|(?:clinical )?trial regist)|\b(?:was|is|were) (?:prospectively |retrospectively )?registered\b/i;

/** The sentences of an article's sections, in order; one that tells of registration belongs to it wherever it stands. */
export const sentencesOf = (sections: readonly Section[]): readonly Sentence[] =>
  sections.flatMap(({ role, passage }) =>
    split(passage)
      .filter((part) => part.text !== '')
      .map((part) => ({
        role: REGISTERS.test(part.text) ? 'registration' : role,
        passage: part,
        text: part.text,
      })),
  );

const CLAUSE_END = /;|,?\s+(?:while|whereas|although)\s|,\s+(?:but|however)\s/g;

/** The clauses of a sentence that can be understood alone: cut at semicolons and contrasts outside brackets. */
export const clausesOf = (sentence: Passage): readonly Passage[] => {
  const ends = [...sentence.text.matchAll(CLAUSE_END)].filter(
    (end) => depth(sentence.text.slice(0, end.index)) === 0,
  );
  const starts = [0, ...ends.map((end) => end.index + end[0].length)];
  return starts
    .map((start, i) => trimmed(sentence.slice(start, ends[i]?.index ?? sentence.text.length)))
    .filter((clause) => clause.text !== '');
};
