import { type Fact, NOT_STATED, type Stated } from '../../../model/fact.ts';
import type { Denominator, MeasureTable } from '../../../model/record/results.ts';
import { as } from '../../located/get.ts';
import type { Located } from '../../located/tree.ts';
import { concluded, firstStated } from '../../record-parts.ts';
import type { Dialect } from '../dialect.ts';
import { ofGroup } from './group.ts';
import { measureTable } from './measure-table.ts';

/** Until 2016 the people looked at were a measure of their own. */
const PEOPLE = /^Number of Participants(?: Analyzed)?$/i;

/** Whether a measure only counts the people looked at. */
export const isPeople = (measure: Located): boolean =>
  PEOPLE.test(measure.members.get('title')?.[0]?.words ?? '');

const cells = (dialect: Dialect, measure: Located): readonly Located[] =>
  [measure, ...dialect.list(measure, 'classes')]
    .flatMap((node) => dialect.list(node, 'categories'))
    .flatMap((category) => dialect.list(category, 'measurements'));

/** As the API names them. */
const capital = (units: Stated<string>): Stated<string> =>
  units === NOT_STATED || units.value !== 'participants'
    ? units
    : { ...units, value: 'Participants', derivation: 'normalised' };

/** The people looked at, as such a measure counts them. */
export const peopleIn = (dialect: Dialect, measure: Located): Denominator => ({
  units: capital(dialect.text(measure, 'tableUnit')),
  counts: ofGroup(dialect, cells(dialect, measure), 'measurementGroup', (group, node) => ({
    group,
    value: dialect.text(node, 'measurementValue'),
  })).flatMap(({ group, value }) => (value === NOT_STATED ? [] : [{ group, value }])),
});

/** The older XML does not say whether values are posted: they are where it has them. */
export const olderReportingStatus = (outcome: Located, title: Fact<string>): Fact<string> =>
  concluded(
    title,
    outcome.members.has('measure') || outcome.members.has('measure_list') ? 'POSTED' : 'NOT_POSTED',
  );

const MONTH = /^(?:(?<month>\d\d)\/)?(?<year>\d{4})$/;

/** When values are to be posted: `03/2031`. */
export const olderPostingDate = (outcome: Located): Stated<string> =>
  as(outcome, 'posting_date', (written) => {
    const { month, year } = MONTH.exec(written)?.groups ?? {};
    return year && (month === undefined ? year : `${year}-${month}`);
  });

/** A measure repeats what its outcome says; where it does, the fact has both places. */
const alsoAt = (fact: Stated<string>, again: Located | undefined): Stated<string> => {
  if (fact === NOT_STATED || again === undefined || again.words !== fact.words) return fact;
  return { ...fact, spans: [...fact.spans, again.tree.span(again.from, again.to)] };
};

/** What an outcome of the older XML says of its values, told partly by the outcome and partly by its measure. */
export const olderTable = (dialect: Dialect, outcome: Located): Omit<MeasureTable, 'title'> => {
  const measures =
    outcome.members.get('measure') ?? outcome.members.get('measure_list')?.[0]?.members.get('measure') ?? [];
  const people = measures.filter(isPeople);
  const measure = measures.find((one) => !isPeople(one));
  const description = dialect.markdown(outcome, 'tableDescription');
  const population = dialect.markdown(outcome, 'tablePopulation');
  const again = alsoAt(description, dialect.at(measure, 'tableDescription'));
  const populationAgain = alsoAt(population, dialect.at(measure, 'tablePopulation'));
  const table = measureTable(dialect, measure, dialect.text(measure, 'tableDispersion'));
  return {
    ...table,
    denominators: [...people.map((one) => peopleIn(dialect, one)), ...table.denominators],
    description: firstStated(again, table.description),
    populationDescription: firstStated(populationAgain, table.populationDescription),
  };
};
