import type { Section, SectionRole } from '../article.ts';
import { type Passage, trimmed } from '../passage.ts';
import { depths } from './brackets.ts';

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

/** How far a bracket may reach that a sentence's end does not close. */
const BRACKET_REACH = 300;

const goesOn = (before: string, depth: number, next: string): boolean =>
  ABBREVIATED.test(before) || (depth > 0 && /[)\]]/.test(next)) || /^\s*[\p{Ll}(,;]/u.test(next);

/** A passage's sentences; full stops in abbreviations and brackets do not end one. */
const split = (whole: Passage): readonly Passage[] => {
  const { text } = whole;
  const open = depths(text);
  const kept = [...segmenter.segment(text)]
    .map(({ index }) => index)
    .filter(
      (start) =>
        start === 0 ||
        !goesOn(
          text.slice(Math.max(0, start - 12), start),
          open[start] ?? 0,
          text.slice(start, start + BRACKET_REACH),
        ),
    );
  return kept.map((start, i) => trimmed(whole.slice(start, kept[i + 1] ?? text.length)));
};

/** No sentence is longer; what is, is a list, a table or noise, and is read in pieces between its semicolons. */
const LONGEST = 1500;

const bounded = (part: Passage): readonly Passage[] => {
  if (part.text.length <= LONGEST) return [part];
  const pieces = [...part.text.matchAll(/[^;]+/g)].map((piece) =>
    trimmed(part.slice(piece.index, piece.index + piece[0].length)),
  );
  return pieces.filter(({ text }) => text !== '' && text.length <= LONGEST);
};

const REGISTERS =
  /^(?:registered\b|(?:clinical )?trial regist)|\b(?:was|is|were) (?:prospectively |retrospectively )?registered\b/i;

/** What only a conclusion says, where no heading tells. */
const CONCLUDES =
  /^(?:in (?:conclusion|summary)|(?:larger|further|more|future) (?:[\p{L}-]+ ){0,2}(?:studies|trials|research)|this (?:study|trial) did not meet)\b|\b(?:suggests?|indicates?|conclude[sd]?) that\b|\b(?:is|are) (?:a )?safe\b/iu;

const roleOf = (role: SectionRole, text: string): SectionRole => {
  if (role !== 'background' && REGISTERS.test(text)) return 'registration';
  return role === 'body' && CONCLUDES.test(text) ? 'conclusions' : role;
};

/** The sentences of an article's sections, in order; one that tells of registration belongs to it wherever it stands. */
export const sentencesOf = (sections: readonly Section[]): readonly Sentence[] =>
  sections.flatMap(({ role, passage }) =>
    split(passage)
      .flatMap(bounded)
      .filter((part) => part.text !== '')
      .map((part) => ({
        role: roleOf(role, part.text),
        passage: part,
        text: part.text,
      })),
  );

const CLAUSE_END =
  /;|,?\s+(?:while(?!\s[a-z]+ing\b)|whereas|although|though|albeit)\s|,\s+(?:but|however)\s|,\s+(?=(?:as|nor) (?:was|were|did|had)\s(?!there\b)|(?:(?:and|but) (?:there (?:was|were) )?no|with(?:out| no)) (?:[a-z-]+ ){0,4}differences?\b|and (?:this|the) difference)|\s+(?=without (?:a |any )?(?:[a-z-]+ ){0,3}differences?\b)/g;

/** The clauses of a sentence that can be understood alone: cut at semicolons and contrasts outside brackets. */
export const clausesOf = (sentence: Passage): readonly Passage[] => {
  const open = depths(sentence.text);
  const ends = [...sentence.text.matchAll(CLAUSE_END)].filter((end) => open[end.index] === 0);
  const starts = [0, ...ends.map((end) => end.index + end[0].length)];
  return starts
    .map((start, i) => trimmed(sentence.slice(start, ends[i]?.index ?? sentence.text.length)))
    .filter((clause) => clause.text !== '');
};
