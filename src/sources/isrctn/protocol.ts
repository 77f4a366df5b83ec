import { NOT_STATED } from '../../model/fact.ts';
import type { Intervention, OutcomeMeasure } from '../../model/record/protocol.ts';
import { at, oneOrMore } from '../located/get.ts';
import type { Located } from '../located/tree.ts';
import { keyOf } from '../prose/key.ts';
import { firstStated, outcome, stated } from '../record-parts.ts';
import { said } from './words.ts';

/** One outcome in words, or, in newer records, each with what is measured, how and when. */
export const outcomes = (
  node: Located | undefined,
  role: 'primary' | 'secondary',
): readonly OutcomeMeasure[] => {
  const listed = at(node, `${role}Outcomes`);
  const each = [...(listed?.members ?? [])].flatMap(([name]) =>
    name.startsWith('@') ? [] : oneOrMore(listed, name),
  );
  return [at(node, `${role}Outcome`), listed, ...each].flatMap((one) => {
    if (one === undefined) return [];
    if (one.words !== '') return stated(said(one)).map((name) => outcome(role, name));
    const name = firstStated(...['variable', 'measure', 'title', 'name'].map((path) => said(one, path)));
    return stated(name).map((fact) =>
      outcome(role, fact, {
        description: firstStated(said(one, 'method'), said(one, 'description')),
        timeFrame: firstStated(said(one, 'timepoints'), said(one, 'timepoint')),
      }),
    );
  });
};

/** What is given: by the names of drugs, else by its kind, else in words. */
export const interventions = (trial: Located | undefined): readonly Intervention[] =>
  oneOrMore(trial, 'interventions.intervention').flatMap((one) => {
    const [drugs, description, type] = [
      said(one, 'drugNames'),
      said(one, 'description'),
      said(one, 'interventionType'),
    ];
    const [name] = stated(firstStated(drugs, type, description));
    return name
      ? [
          {
            key: keyOf(name.value),
            name,
            type: name === type ? NOT_STATED : type,
            description: name === description ? NOT_STATED : description,
            otherNames: [],
            arms: [],
          },
        ]
      : [];
  });
