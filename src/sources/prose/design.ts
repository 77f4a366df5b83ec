import { NOT_STATED, type Stated } from '../../model/fact.ts';
import type {
  Allocation,
  AllocationMethod,
  Centres,
  Comparator,
  Design,
  Masking,
  Phase,
} from '../../model/trial.ts';
import type { Passage } from '../passage.ts';

type Rules<T> = readonly (readonly [T, RegExp])[];

const ROMAN: Record<string, string> = { i: '1', ii: '2', iii: '3', iv: '4' };
const PHASE =
  /\b(?<early>early[- ])?phase[- ]?(?<first>iv|i{1,3}|[0-4])[ab]?(?:\s*(?:[-/–]|and|to)\s*(?:phase[- ]?)?(?<second>iv|i{1,3}|[1-4])[ab]?)?\b(?! (?:patients|participants|subjects|days|weeks|months|years)\b)/i;
const PHASES: Record<string, Phase> = {
  '0': 'early-phase-1',
  '1': 'phase-1',
  '2': 'phase-2',
  '3': 'phase-3',
  '4': 'phase-4',
  '12': 'phase-1-phase-2',
  '23': 'phase-2-phase-3',
};

const ALLOCATION: Rules<Allocation> = [
  ['non-randomised', /\b(?:non-?\s?|not (?:been )?)randomi[sz]ed\b/i],
  ['randomised', /\brandomi[sz]ed\b|\brandomly\b|\brandomi[sz]ation\b/i],
];
const METHOD: Rules<AllocationMethod> = [
  ['block', /\b(?:permuted[- ])?block(?:ed)?[- ]randomi[sz]ation\b|\brandomi[sz]ed in blocks\b/i],
  [
    'stratified',
    /\bstratified[- ](?:block[- ])?randomi[sz]ation\b|\brandomi[sz]ation (?:was )?stratified\b/i,
  ],
  ['adaptive', /\b(?:adaptive[- ]randomi[sz]ation|minimi[sz]ation)\b/i],
  ['simple', /\bsimple randomi[sz]ation\b/i],
];
const MASKING: Rules<Masking> = [
  ['open-label', /\bopen[- ]label(?:led)?\b|\bunblinded\b/i],
  ['triple-blind', /\btriple[- ](?:blind(?:ed)?|mask(?:ed)?)\b/i],
  ['double-blind', /\bdouble[- ](?:blind(?:ed)?|mask(?:ed)?)\b/i],
  ['single-blind', /\bsingle[- ](?:blind(?:ed)?|mask(?:ed)?)\b/i],
];
const COMPARATOR: Rules<Comparator> = [
  ['placebo', /\bplacebo[- ]control(?:led)?\b/i],
  ['matched-controls', /\b(?:matched|historical) (?:[\p{L}-]+ ){0,3}?controls?\b/iu],
  [
    'standard-care',
    /(?<=\bcontrol (?:group|arm) \()(?:standard|usual) (?:of )?(?:care|treatment|therapy)\b|\b(?:standard|usual)[- ]care[- ]controlled\b/i,
  ],
  ['no-intervention', /\bno[- ](?:treatment|intervention) controls?\b/i],
];
const CENTRES: Rules<Centres> = [
  ['multicentre', /\bmulti-?\s?cent(?:er|re)\b|\bmulticentric\b/i],
  ['single-centre', /\b(?:single|mono)-?\s?cent(?:er|re)\b/i],
];

const find = <T>(passages: readonly Passage[], rules: Rules<T>): Stated<T> => {
  for (const passage of passages)
    for (const [value, words] of rules) {
      const match = words.exec(passage.text);
      if (match) return passage.fact(match.index, match.index + match[0].length, value, 'normalised');
    }
  return NOT_STATED;
};

const phaseIn = (passages: readonly Passage[]): Stated<Phase> => {
  for (const passage of passages) {
    const match = PHASE.exec(passage.text);
    const digits = [match?.groups?.first, match?.groups?.second].map(
      (part) => ROMAN[part?.toLowerCase() ?? ''] ?? part ?? '',
    );
    const phase = match?.groups?.early && digits[0] === '1' ? 'early-phase-1' : PHASES[digits.join('')];
    if (match && phase) return passage.fact(match.index, match.index + match[0].length, phase, 'normalised');
  }
  return NOT_STATED;
};

const RATIO =
  /\b(?:randomi[sz]ed|allocated|assigned|ratio)\b[^.;]{0,40}?(?<ratio>\d+\s?:\s?\d+(?:\s?:\s?\d+)*)/i;

const ratioIn = (passages: readonly Passage[]): Stated<string> => {
  for (const passage of passages) {
    const match = RATIO.exec(passage.text);
    const ratio = match?.groups?.ratio;
    if (match && ratio) {
      const to = match.index + match[0].length;
      return passage.fact(to - ratio.length, to, ratio);
    }
  }
  return NOT_STATED;
};

const concludedFrom = (comparator: Stated<Comparator>): Stated<Allocation> =>
  comparator !== NOT_STATED && comparator.value === 'matched-controls'
    ? { ...comparator, value: 'non-randomised', derivation: 'derived' }
    : NOT_STATED;

/**
 * The design that a title and the trial's own sentences state. The text goes before the title, which is often
 * looser. Controls that were matched cannot have been allocated at random.
 */
export const designOf = (own: readonly Passage[], title: readonly Passage[]): Design => {
  const passages = [...own, ...title];
  const comparator = find(passages, COMPARATOR);
  const allocation = find(passages, ALLOCATION);
  return {
    phase: phaseIn(passages),
    allocation: allocation === NOT_STATED ? concludedFrom(comparator) : allocation,
    allocationMethod: find(passages, METHOD),
    allocationRatio: ratioIn(passages),
    masking: find(passages, MASKING),
    comparator,
    centres: find(passages, CENTRES),
  };
};
