import { type Fact, NOT_STATED, type Stated } from '../../../model/fact.ts';
import type {
  Category,
  Class,
  Denominator,
  Measurement,
  MeasureTable,
} from '../../../model/record/results.ts';
import type { Located } from '../../located/tree.ts';
import type { Dialect } from '../dialect.ts';
import { ofGroup } from './group.ts';

/** How many of each group were looked at. */
export const denominatorsIn = (dialect: Dialect, nodes: readonly Located[]): readonly Denominator[] =>
  nodes.map((node) => ({
    units: dialect.text(node, 'denominatorUnits'),
    counts: ofGroup(dialect, dialect.list(node, 'denominatorCounts'), 'countGroup', (group, count) => ({
      group,
      value: dialect.text(count, 'countValue'),
    })).filter((count): count is { group: Fact<string>; value: Fact<string> } => count.value !== NOT_STATED),
  }));

const measurements = (dialect: Dialect, category: Located): readonly Measurement[] =>
  ofGroup(dialect, dialect.list(category, 'measurements'), 'measurementGroup', (group, node) => ({
    group,
    value: dialect.text(node, 'measurementValue'),
    spread: dialect.text(node, 'measurementSpread'),
    lower: dialect.text(node, 'measurementLower'),
    upper: dialect.text(node, 'measurementUpper'),
    comment: dialect.markdown(node, 'measurementComment'),
  }));

const categories = (dialect: Dialect, node: Located): readonly Category[] =>
  dialect.list(node, 'categories').map((category) => ({
    title: dialect.text(category, 'categoryTitle'),
    measurements: measurements(dialect, category),
  }));

/** The classes of a measure; a measure from before there were classes is one of its own, without a title. */
const classes = (dialect: Dialect, measure: Located | undefined): readonly Class[] => {
  const all = dialect.list(measure, 'classes');
  if (all.length === 0 && measure !== undefined && dialect.has(measure, 'categories'))
    return [{ title: NOT_STATED, denominators: [], categories: categories(dialect, measure) }];
  return all.map((node) => ({
    title: dialect.text(node, 'classTitle'),
    denominators: denominatorsIn(dialect, dialect.list(node, 'classDenominators')),
    categories: categories(dialect, node),
  }));
};

/** What a table of values says, whatever its title. */
export const measureTable = (
  dialect: Dialect,
  node: Located | undefined,
  dispersionType: Stated<string>,
): Omit<MeasureTable, 'title'> => ({
  description: dialect.markdown(node, 'tableDescription'),
  populationDescription: dialect.markdown(node, 'tablePopulation'),
  parameterType: dialect.word(node, 'tableParameter'),
  dispersionType,
  unit: dialect.text(node, 'tableUnit'),
  calculatedPercentage: dialect.flag(node, 'tablePercentage'),
  denominators: denominatorsIn(dialect, dialect.list(node, 'tableDenominators')),
  denominatorUnitsSelected: dialect.text(node, 'tableUnitsSelected'),
  classes: classes(dialect, node),
});
