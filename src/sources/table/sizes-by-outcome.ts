import { type Fact, NOT_STATED, type Stated } from '../../model/fact.ts';
import type { Subject } from '../../model/trial.ts';
import type { Abbreviations } from '../prose/abbreviation.ts';
import type { Arms } from '../prose/arms.ts';
import { literally } from '../prose/match.ts';
import type { Sentence } from '../prose/sentence.ts';
import { sizesIn } from './said-sizes.ts';

/** Sentences that tell of how many something was looked at: `Sixty were assessed for pain (velmorin, n = 28; placebo, n = 32)`. */
const LOOKED_AT =
  /\b(?:assessed|analy[sz]ed|evaluated|examined|tested|available) for (?:the )?(?<what>[^().,;:]{2,60}?) \((?<sizes>[^()]*\bn ?= ?\d[^()]*)\)/dgi;

/** How many of an arm a value of an outcome is of. */
export type SizesByOutcome = (outcome: string, subject: Subject) => Stated<number>;

/** How many a paper's sentences say something was looked at in, by its name and each arm; only where they say it of several arms. */
export const sizesByOutcome = (
  sentences: readonly Sentence[],
  arms: Arms,
  abbreviations: Abbreviations,
): SizesByOutcome => {
  const said = sentences.flatMap(({ passage }) =>
    [...passage.text.matchAll(LOOKED_AT)].flatMap(({ groups, indices }) => {
      const [from, to] = indices?.groups?.sizes ?? [0, 0];
      const sizes = new Map<string, Fact<number>>(sizesIn(passage.slice(from, to), arms, new Map()));
      const what = groups?.what ?? '';
      const names = [what, abbreviations.get(what) ?? what].map(literally);
      const named = new RegExp(`(?<![\\p{L}\\d])(?:${names.join('|')})(?![\\p{L}\\d])`, 'iu');
      return sizes.size > 1 ? [{ named, sizes }] : [];
    }),
  );
  return (outcome, subject) =>
    (subject.kind === 'arm' && said.find(({ named }) => named.test(outcome))?.sizes.get(subject.arm)) ||
    NOT_STATED;
};
