import { NOT_STATED } from '../../model/fact.ts';
import type { Intervention, ProductUse } from '../../model/record/protocol.ts';
import { keyOf } from '../prose/key.ts';
import { concluded, labelled } from '../record-parts.ts';
import { answers, first, groups, isYes, sameThings, wordsOf } from './answers.ts';
import type { Entry, Protocol } from './form.ts';

const NAMES = ['D.3.1', 'D.2.1.1.1', 'D.3.8', 'D.3.9.3', 'D.3.2', 'D.3.9.2'];

const DETAILS: readonly (readonly [code: string, label: string])[] = [
  ['D.2.1.1.2', 'Marketing authorisation holder'],
  ['D.2.1.2', 'Country that granted the marketing authorisation'],
  ['D.2.5.1', 'Orphan drug designation number'],
  ['D.3.9.1', 'CAS number'],
  ['D.3.9.4', 'EV substance code'],
  ['D.3.11.13.1', 'Other medicinal product type'],
];

/** The concentration of each active substance. */
const concentrations = (entries: readonly Entry[]) =>
  [...Map.groupBy(entries, ({ group }) => group).values()].flatMap((substance) => {
    const said = (code: string) => first(answers(substance, code, wordsOf));
    return [
      ...labelled('Concentration', said('D.3.10.3'), said('D.3.10.1')),
      ...labelled('Type of concentration', said('D.3.10.2')),
    ];
  });

/** How a product is given. */
const use = (entries: readonly Entry[]): ProductUse => ({
  routes: answers(entries, 'D.3.7', wordsOf),
  form: first(answers(entries, 'D.3.4', wordsOf)),
  details: [
    ...concentrations(entries),
    ...DETAILS.flatMap(([code, label]) =>
      answers(entries, code, wordsOf).flatMap((said) => labelled(label, said)),
    ),
    ...entries
      .filter(({ code }) => /^D\.3\.11\.\d+$/.test(code))
      .flatMap((entry) =>
        answers([entry], entry.code, isYes).flatMap((yes) =>
          labelled(entry.label, { ...yes, value: yes.words }),
        ),
      ),
  ],
});

/** The products under investigation, each once over all protocols, and a placebo. */
export const interventions = (protocols: readonly Protocol[]): readonly Intervention[] => {
  const products = sameThings(groups(protocols, 'D.IMP'), ...NAMES).flatMap((entries): Intervention[] => {
    const [name, ...others] = NAMES.flatMap((code) => answers(entries, code, wordsOf));
    return name
      ? [
          {
            key: keyOf(name.value),
            name,
            type: first(answers(entries, 'D.1.2', wordsOf)),
            description: NOT_STATED,
            otherNames: others,
            arms: [],
            use: use(entries),
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
              description: NOT_STATED,
              otherNames: [],
              arms: [],
              use: {
                routes: answers(entries, 'D.8.4', wordsOf),
                form: first(answers(entries, 'D.8.3', wordsOf)),
                details: [],
              },
            },
          ]
        : [];
    },
  );
  return [...products, ...placebos];
};
