import { type Fact, NOT_STATED } from '../../model/fact.ts';
import type { Design } from '../../model/record/record.ts';
import { phaseOfNumbers } from '../record-design.ts';
import { concluded, design, labelled, merged } from '../record-parts.ts';
import { agreed, answers, chosen, countryIn, first, isYes, wordsOf, yesOrNo } from './answers.ts';
import type { Entry, Protocol } from './form.ts';

const PHASES = [
  ['E.7.1', '1'],
  ['E.7.2', '2'],
  ['E.7.3', '3'],
  ['E.7.4', '4'],
] as const;

/** One fact for the phases that are answered with yes, at all their answers. */
const phase = (entries: readonly Entry[]): Pick<Design, 'phase' | 'phaseWords'> => {
  const [one, ...others] = chosen(entries, PHASES);
  if (one === undefined) return { phase: NOT_STATED };
  const found = {
    ...one,
    derivation: 'normalised' as const,
    spans: [one.spans[0], ...one.spans.slice(1), ...others.flatMap(({ spans }) => spans)] as const,
  };
  const numbers = [one, ...others].map(({ value }) => value);
  const value = phaseOfNumbers(numbers);
  return value === undefined
    ? { phase: NOT_STATED, phaseWords: { ...found, value: `Phases ${numbers.join(' and ')}` } }
    : { phase: { ...found, value } };
};

/** What fields are about whose labels do not say so. */
const ABOUT: readonly (readonly [about: string, RegExp])[] = [
  ['Comparator: ', /^E\.8\.2\.[1-3]/],
  ['Estimated duration: ', /^E\.8\.9\./],
];

/** What is told of one member state. */
const OF_STATE = /^E\.8\.(?:3|4|4\.1|9\.1)$/;

/** The answers on the design, each with the label of its field, that no other fact of it is made of. */
const features = (
  protocols: readonly Protocol[],
  known: readonly Fact<unknown>[],
): readonly Fact<string>[] => {
  const places = new Set(known.flatMap(({ spans }) => spans.map(({ offset }) => offset)));
  return merged(
    protocols.flatMap(({ entries }) =>
      entries
        .filter(({ code, language }) => /^E\.8\./.test(code) && code !== 'E.8.6.3' && language === undefined)
        .flatMap((entry) => {
          const about = ABOUT.find(([, codes]) => codes.test(entry.code))?.[0] ?? '';
          const state = OF_STATE.test(entry.code) && protocols.length > 1 ? countryIn(entries) : NOT_STATED;
          const where = state === NOT_STATED ? '' : ` (${state.value})`;
          return answers([entry], entry.code, wordsOf).flatMap((said) =>
            places.has(said.spans[0].offset) ? [] : labelled(`${about}${entry.label}${where}`, said),
          );
        }),
    ),
  );
};

/** What the trial looks into: the form's words for what is answered with yes, and what is written there. */
export const scopesOf = (entries: readonly Entry[]): readonly Fact<string>[] =>
  merged(
    entries
      .filter(({ code }) => /^E\.(?:6|7\.1)\.\d/.test(code))
      .flatMap((entry) => [
        ...answers([entry], entry.code, isYes).map((yes) => ({
          ...concluded(yes, entry.label),
          derivation: 'normalised' as const,
        })),
        ...answers([entry], entry.code, (node) =>
          yesOrNo(node) === undefined ? wordsOf(node) : undefined,
        ).flatMap((said) => labelled(entry.label, said)),
      ]),
  );

/** The design that the form’s questions ask for. */
export const designOf = (protocols: readonly Protocol[], entries: readonly Entry[]): Design => {
  const randomised = agreed(answers(entries, 'E.8.1.1', yesOrNo));
  const masking = agreed(
    chosen(entries, [
      ['E.8.1.2', 'none'],
      ['E.8.1.3', 'single'],
      ['E.8.1.4', 'double'],
    ] as const),
  );
  const model = agreed(
    chosen(entries, [
      ['E.8.1.5', 'parallel'],
      ['E.8.1.6', 'crossover'],
    ] as const),
  );
  const description = first(answers(entries, 'E.8.1.7.1', wordsOf));
  const purpose = agreed(
    chosen(entries, [
      ['E.6.1', 'Diagnosis'],
      ['E.6.2', 'Prophylaxis'],
      ['E.6.3', 'Therapy'],
    ]),
  );
  return design({
    ...phase(entries),
    allocation:
      randomised === NOT_STATED
        ? NOT_STATED
        : {
            ...randomised,
            value: randomised.value ? 'randomised' : 'non-randomised',
            derivation: 'normalised',
          },
    masking,
    interventionModel: model,
    interventionModelDescription: description,
    primaryPurpose: purpose,
    features: features(
      protocols,
      [randomised, masking, model, description].filter((fact) => fact !== NOT_STATED),
    ),
  });
};
