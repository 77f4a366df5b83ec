import { NOT_STATED } from '../../model/fact.ts';
import type { Intervention } from '../../model/record/protocol.ts';
import { keyOf } from '../prose/key.ts';
import { concluded } from '../record-parts.ts';
import { answers, first, groups, isYes, sameThings, wordsOf } from './answers.ts';
import type { Protocol } from './form.ts';

const NAMES = ['D.3.1', 'D.2.1.1.1', 'D.3.8', 'D.3.9.3', 'D.3.2'];

/** The products under investigation, each once over all protocols, and a placebo. */
export const interventions = (protocols: readonly Protocol[]): readonly Intervention[] => {
  const products = sameThings(groups(protocols, 'D.IMP'), ...NAMES).flatMap((entries): Intervention[] => {
    const names = NAMES.flatMap((code) => answers(entries, code, wordsOf));
    const [name, ...others] = names;
    return name
      ? [
          {
            key: keyOf(name.value),
            name,
            type: first(answers(entries, 'D.1.2', wordsOf)),
            description: NOT_STATED,
            otherNames: others,
            arms: [],
          },
        ]
      : [];
  });
  const placebos = sameThings(groups(protocols, 'D.8'), 'D.8.3', 'D.8.4').flatMap(
    (entries): Intervention[] => {
      const [used] = answers(entries, 'D.8.1', isYes);
      return used
        ? [
            {
              key: 'placebo',
              name: { ...concluded(used, 'Placebo'), derivation: 'normalised' },
              type: NOT_STATED,
              description: first(answers(entries, 'D.8.3', wordsOf)),
              otherNames: [],
              arms: [],
            },
          ]
        : [];
    },
  );
  return [...products, ...placebos.slice(0, 1)];
};
