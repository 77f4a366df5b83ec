import { NOT_STATED } from '../../model/fact.ts';
import type { Design } from '../../model/record/record.ts';
import { design } from '../record-parts.ts';
import { agreed, answers, chosen, first, wordsOf, yesOrNo } from './answers.ts';
import type { Entry } from './form.ts';

const PHASES = [
  ['E.7.1', '1'],
  ['E.7.2', '2'],
  ['E.7.3', '3'],
  ['E.7.4', '4'],
] as const;

const PHASE_OF = {
  '1': 'phase-1',
  '1 2': 'phase-1-phase-2',
  '2': 'phase-2',
  '2 3': 'phase-2-phase-3',
  '3': 'phase-3',
  '4': 'phase-4',
} as const;

/** One fact for the phases that are answered with yes, at all their answers. */
const phase = (entries: readonly Entry[]): Design['phase'] => {
  const [one, ...others] = chosen(entries, PHASES);
  const value = PHASE_OF[[one, ...others].map((fact) => fact?.value).join(' ') as keyof typeof PHASE_OF];
  return one === undefined || value === undefined
    ? NOT_STATED
    : {
        ...one,
        value,
        spans: [one.spans[0], ...one.spans.slice(1), ...others.flatMap(({ spans }) => spans)],
      };
};

/** The design that the form’s questions ask for. */
export const designOf = (entries: readonly Entry[]): Design => {
  const randomised = answers(entries, 'E.8.1.1', yesOrNo);
  const masking = chosen(entries, [
    ['E.8.1.2', 'none'],
    ['E.8.1.3', 'single'],
    ['E.8.1.4', 'double'],
  ] as const);
  const model = chosen(entries, [
    ['E.8.1.5', 'parallel'],
    ['E.8.1.6', 'crossover'],
  ] as const);
  const purpose = chosen(entries, [
    ['E.6.1', 'Diagnosis'],
    ['E.6.2', 'Prophylaxis'],
    ['E.6.3', 'Therapy'],
  ]);
  const allocation = agreed(randomised);
  return design({
    phase: phase(entries),
    allocation:
      allocation === NOT_STATED
        ? NOT_STATED
        : {
            ...allocation,
            value: allocation.value ? 'randomised' : 'non-randomised',
            derivation: 'normalised',
          },
    masking: agreed(masking),
    interventionModel: agreed(model),
    interventionModelDescription: first(answers(entries, 'E.8.1.7.1', wordsOf)),
    primaryPurpose: agreed(purpose),
  });
};
