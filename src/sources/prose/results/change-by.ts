import type { Fact } from '../../../model/fact.ts';
import type { Passage } from '../../passage.ts';
import type { LinkedValue } from './value-links.ts';

/** What the verbs of change are as nouns. */
const NOUNS: Readonly<Record<string, string>> = {
  increased: 'increase',
  rose: 'rise',
  raised: 'increase',
  decreased: 'decrease',
  reduced: 'reduction',
  lowered: 'reduction',
  declined: 'decline',
  fell: 'fall',
  dropped: 'drop',
  improved: 'improvement',
  worsened: 'worsening',
  changed: 'change',
};

const VERBS = `(?:${Object.keys(NOUNS).join('|')})\\b`;

const VERB_BY = new RegExp(
  `\\b(?<verb>${VERBS})(?:\\s(?!${VERBS})[^\\s,;:()]+){0,8}?,?\\sby\\s(?:(?:an?|the|mean|median|average|of|about|approximately|nearly|almost|only|further)\\s)*$`,
  'di',
);

/**
 * What a value is of where a verb says that something changed by so much, `pain fell by 12 mm`: the change; a value that
 * follows one without a verb of its own goes on with it.
 */
export const changesIn = (
  clause: Passage,
  outcome: Fact<string>,
  values: readonly LinkedValue[],
): readonly (Fact<string> | undefined)[] => {
  let last: Fact<string> | undefined;
  return values.map(({ value }) => {
    const match = VERB_BY.exec(clause.text.slice(0, value.from));
    const [from, to] = match?.indices?.groups?.verb ?? [0, 0];
    const noun = NOUNS[match?.groups?.verb?.toLowerCase() ?? ''];
    if (noun)
      last = {
        ...outcome,
        value: `${noun} in ${outcome.value}`,
        derivation: 'derived',
        spans: [...outcome.spans, ...clause.fact(from, to, noun).spans],
      };
    return value.kind === 'value' ? last : undefined;
  });
};
