import type { Arm } from '../../../model/record/protocol.ts';
import type { Baseline } from '../../../model/record/results.ts';
import type { Located } from '../../located/tree.ts';
import { stated } from '../../record-parts.ts';
import type { Dialect } from '../dialect.ts';
import { groupsIn } from './group.ts';
import { denominatorsIn, measureTable } from './measure-table.ts';
import { isPeople, peopleIn } from './older-table.ts';

/** The state of each group at entry. */
export const baselineOf = (dialect: Dialect, root: Located, arms: readonly Arm[]): Baseline | undefined => {
  if (!dialect.has(root, 'baseline')) return undefined;
  const measures = dialect.list(root, 'baselineMeasures');
  const people = measures.filter((node) => dialect.format === 'xml' && isPeople(node));
  return {
    populationDescription: dialect.markdown(root, 'baselinePopulation'),
    typeUnitsAnalysed: dialect.text(root, 'baselineUnits'),
    groups: groupsIn(dialect, dialect.list(root, 'baselineGroups'), arms),
    denominators: [
      ...people.map((node) => peopleIn(dialect, node)),
      ...denominatorsIn(dialect, dialect.list(root, 'baselineDenominators')),
    ],
    measures: measures
      .filter((node) => !people.includes(node))
      .flatMap((node) =>
        stated(dialect.text(node, 'baselineTitle')).map((title) => ({
          title,
          ...measureTable(dialect, node, dialect.word(node, 'baselineDispersion')),
        })),
      ),
  };
};
