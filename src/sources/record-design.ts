import { NOT_STATED, type Stated } from '../model/fact.ts';
import type { Design } from '../model/record/record.ts';
import { as } from './located/get.ts';
import type { Located } from './located/tree.ts';
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
const UNSAID = /^\W*(?:(?:not|un)[ -]?(?:specified|provided|selected|known|stated)|none|null)?\W*$/i;

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

/** The words of a phase field, where it says anything; that a phase does not apply is something. */
export const phaseSaid = (node: Located | undefined, path: string): Stated<string> =>
  as(node, path, (words) => (UNSAID.test(words) ? undefined : words));

/** The phase by the words of several fields, the first that says one of R5's heard first. */
export const phaseIn = (
  fields: readonly Stated<string>[],
  convert: (words: string) => RecordPhase | undefined = phaseOf,
): Pick<Design, 'phase' | 'phaseWords'> => {
  const { found, others } = converted(fields, convert);
  return { phase: found, ...(found === NOT_STATED && { phaseWords: others[0] ?? NOT_STATED }) };
};
