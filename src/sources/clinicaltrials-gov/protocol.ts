import type { Fact } from '../../model/fact.ts';
import { NOT_STATED, stated } from '../../model/fact.ts';
import type { Arm, Intervention, OutcomeMeasure } from '../../model/record/protocol.ts';
import { LONGEST, plainAdministration } from '../dosing/plain-administration.ts';
import { passageOf } from '../located/passage.ts';
import type { Located } from '../located/tree.ts';
import { keyOf } from '../prose/key.ts';
import { stated as asList, concluded, outcome } from '../record-parts.ts';
import { ARM_TYPES } from './codes.ts';
import type { Dialect } from './dialect.ts';

/** `DIETARY_SUPPLEMENT` as the registry shows it before an intervention's name. */
const shown = (type: string): string =>
  type
    .toLowerCase()
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');

/** Dose and timing, where the description tells nothing else. */
const administration = (
  dialect: Dialect,
  node: Located,
  name: Fact<string>,
): Pick<Intervention, 'administration'> => {
  const description = dialect.at(node, 'interventionDescription');
  if (description === undefined || description.words === '' || description.words.length > LONGEST) return {};
  const found = plainAdministration(name, passageOf(description, dialect.wording(description)));
  return found === undefined ? {} : { administration: found };
};

/** What is given or done. */
export const interventionsOf = (dialect: Dialect, root: Located): readonly Intervention[] =>
  dialect.list(root, 'interventions').flatMap((node) =>
    asList(dialect.text(node, 'interventionName')).map((name) => {
      const type = dialect.word(node, 'interventionType');
      return {
        key: keyOf(`${shown(stated(type) ?? '')} ${name.value}`),
        name,
        type,
        description: dialect.markdown(node, 'interventionDescription'),
        otherNames: dialect.texts(node, 'interventionOtherNames'),
        arms: dialect.texts(node, 'interventionArms'),
        ...administration(dialect, node, name),
      };
    }),
  );

/** What the older XML says only from the interventions' side, in the words the registry has for it. */
const givenTo = (label: string, interventions: readonly Intervention[]): Arm['interventions'] =>
  interventions.flatMap(({ key, name, type, arms }) =>
    arms
      .filter(({ value }) => value === label)
      .slice(0, 1)
      .map((arm) => ({
        key,
        words: concluded(arm, `${shown(stated(type) ?? '')}: ${name.value}`),
      })),
  );

/** The arms that are planned. */
export const armsOf = (
  dialect: Dialect,
  root: Located,
  interventions: readonly Intervention[],
): readonly Arm[] =>
  dialect.list(root, 'arms').flatMap((node) =>
    asList(dialect.text(node, 'armLabel')).map((name) => ({
      key: keyOf(name.value),
      name,
      type: dialect.coded(node, 'armType', ARM_TYPES),
      description: dialect.markdown(node, 'armDescription'),
      interventions:
        dialect.format === 'xml'
          ? givenTo(name.value, interventions)
          : dialect
              .texts(node, 'armInterventions')
              .map((words: Fact<string>) => ({ key: keyOf(words.value), words })),
    })),
  );

const ROLES = [
  ['primaryOutcomes', 'primary'],
  ['secondaryOutcomes', 'secondary'],
  ['otherOutcomes', 'other'],
] as const;

/** The outcomes that are planned. */
export const outcomesOf = (dialect: Dialect, root: Located): readonly OutcomeMeasure[] =>
  ROLES.flatMap(([list, role]) =>
    dialect.list(root, list).flatMap((node) => {
      const name = dialect.text(node, 'outcomeMeasure');
      if (name === NOT_STATED) return [];
      return [
        outcome(role, name, {
          description: dialect.markdown(node, 'outcomeDescription'),
          timeFrame: dialect.text(node, 'outcomeTimeFrame'),
        }),
      ];
    }),
  );
