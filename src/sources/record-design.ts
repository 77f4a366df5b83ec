import { NOT_STATED, type Stated } from '../model/fact.ts';
import type { Design } from '../model/record/record.ts';
import type { Located } from './located/tree.ts';
import { partOf, wordingOf } from './located/wording.ts';
import { converted } from './record-parts.ts';

const PHASES = {
  '0': 'early-phase-1',
  '1': 'phase-1',
  '1 2': 'phase-1-phase-2',
  '2': 'phase-2',
  '2 3': 'phase-2-phase-3',
  '3': 'phase-3',
  '4': 'phase-4',
} as const;
type RecordPhase = NonNullable<(typeof PHASES)[keyof typeof PHASES] | 'n-a'>;

const ROMAN: Readonly<Record<string, string>> = { i: '1', ii: '2', iii: '3', iv: '4' };

/** The phase of a trial that is of all these: `2` and `3`. */
export const phaseOfNumbers = (
  numbers: readonly string[],
): (typeof PHASES)[keyof typeof PHASES] | undefined =>
  PHASES[[...new Set(numbers)].toSorted().join(' ') as keyof typeof PHASES];

/** The phase that words of a phase field name: `Phase II/III`, `2-3`, `III`, `Early Phase 1`, `Not Applicable`. */
export const phaseOf = (words: string): RecordPhase | undefined => {
  const text = words.toLowerCase();
  if (/^\W*(?:n\/?a|not applicable)\W*$/.test(text)) return 'n-a';
  if (/\bearly phase (?:1|i)\b/.test(text)) return 'early-phase-1';
  const asked = [...text.matchAll(/\(phase (iv|iii|ii|i)\)\s*:\s*(yes|no)\b/g)];
  const numbers =
    asked.length > 0
      ? asked.flatMap(([, number = '', answer]) => (answer === 'yes' ? [number] : []))
      : /phase|^[\s\div/,&+-]+$/.test(text)
        ? [...text.matchAll(/(?<![\p{L}\d])(iv|iii|ii|i|[0-4])[abc]?(?![\p{L}\d])/gu)].map(
            ([, number = '']) => number,
          )
        : [];
  return phaseOfNumbers(numbers.map((number) => ROMAN[number] ?? number));
};

/** The phase by the words of several fields, the first that says one of R5's heard first. */
export const phaseIn = (
  fields: readonly Stated<string>[],
  convert: (words: string) => RecordPhase | undefined = phaseOf,
): Pick<Design, 'phase' | 'phaseWords'> => {
  const { found, others } = converted(fields, convert);
  return { phase: found, ...(found === NOT_STATED && { phaseWords: others[0] ?? NOT_STATED }) };
};

type Words<T extends string> = readonly (readonly [T, RegExp])[];

const NOT_NO = String.raw`(?!\s*(?:group|assignment|design)?s?\s*:\s*(?:no|not|n\/a)\b)`;
const rule = (pattern: string): RegExp => new RegExp(pattern, 'i');

const ALLOCATION: Words<'randomised' | 'non-randomised'> = [
  ['non-randomised', rule(String.raw`\b(?:non|not)[- ]?randomi[sz]ed|\brandomi[sz](?:ed|ation)\s*:\s*no\b`)],
  [
    'randomised',
    rule(
      String.raw`(?<!\b(?:non|not)[- ]?)\brandomi[sz](?:ed|ation)(?:\s*:\s*(?:yes|randomi[sz]ed))?(?!\s*:\s*(?:no|not|n\/a)\b)`,
    ),
  ],
];

const MASKING: Words<'none' | 'single' | 'double' | 'triple' | 'quadruple'> = [
  [
    'none',
    rule(
      String.raw`\bopen[- ]label(?:led)?${NOT_NO}|\bopen\s*:\s*yes\b|\b(?:blinding|masking)\s*:\s*(?:none|no|not|open)[^.;,\n]*|\b(?:not|un|non)[- ]?(?:blinded|masked)\b|\bno (?:blinding|masking)\b`,
    ),
  ],
  [
    'single',
    rule(
      String.raw`\bsingle[- ](?:blind|mask)(?:ed)?\b${NOT_NO}|\b(?:blinding|masking)\s*:\s*single\b[^.;,\n]*`,
    ),
  ],
  [
    'double',
    rule(
      String.raw`\bdouble[- ](?:blind|mask)(?:ed)?\b${NOT_NO}|\b(?:blinding|masking)\s*:\s*double\b[^.;,\n]*`,
    ),
  ],
  [
    'triple',
    rule(
      String.raw`\btriple[- ](?:blind|mask)(?:ed)?\b${NOT_NO}|\b(?:blinding|masking)\s*:\s*triple\b[^.;,\n]*`,
    ),
  ],
  [
    'quadruple',
    rule(
      String.raw`\bquadruple[- ](?:blind|mask)(?:ed)?\b${NOT_NO}|\b(?:blinding|masking)\s*:\s*quadruple\b[^.;,\n]*`,
    ),
  ],
];

const MODEL: Words<'single-group' | 'parallel' | 'crossover' | 'factorial' | 'sequential'> = [
  ['single-group', rule(String.raw`\bsingle[- ](?:group|arm)\b(?!\s*:\s*no\b)`)],
  ['parallel', rule(String.raw`\bparallel\b${NOT_NO}`)],
  ['crossover', rule(String.raw`\bcross[- ]?over\b${NOT_NO}`)],
  ['factorial', rule(String.raw`\bfactorial\b${NOT_NO}`)],
  ['sequential', rule(String.raw`\bsequential\b${NOT_NO}`)],
];

/** The one value whose words a node says; nothing where it says several, or none. */
const only = <T extends string>(node: Located, words: Words<T>): Stated<T> => {
  const wording = wordingOf(node);
  const found = words.flatMap(([value, pattern]) => {
    const match = pattern.exec(wording.text);
    return match ? [{ value, from: match.index, to: match.index + match[0].length }] : [];
  });
  const [one, other] = found;
  if (one === undefined || other !== undefined) return NOT_STATED;
  return { ...partOf(node, wording, one.from, one.to), value: one.value, derivation: 'normalised' };
};

/** What the words of a study design say of allocation, masking and model, each at its own words. */
export const designIn = (node: Located | undefined): Partial<Design> => {
  if (node === undefined || node.words === '') return {};
  const found = {
    allocation: only(node, ALLOCATION),
    masking: only(node, MASKING),
    interventionModel: only(node, MODEL),
  };
  return Object.fromEntries(Object.entries(found).filter(([, fact]) => fact !== NOT_STATED));
};
