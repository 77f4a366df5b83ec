import type { Reference } from 'fhir/r5.js';
import { type Markup, table } from '../../../fhir/narrative.ts';
import { type Stated, stated } from '../../../model/fact.ts';
import type { Denominator, Group, Measurement, MeasureTable } from '../../../model/record/results.ts';
import { valued } from '../../mark.ts';
import { type Cell, cellsOf } from './cell.ts';
import { groupEvidence } from './group-evidence.ts';
import { kindOf, measureStatistic } from './measure-statistic.ts';
import type { Entry, ResultsContext, Section } from './result-evidence.ts';
import type { Detail, Part, ResultVariable } from './result-variable.ts';
import { markingOnce } from './sample-size.ts';

/** What a table of values says once for all of its cells, by the record's names for it. */
export const measureDetails = (measure: MeasureTable): readonly Detail[] => {
  const denominators = [...measure.denominators, ...measure.classes.flatMap((one) => one.denominators)];
  return [
    ['population', measure.populationDescription],
    ['type of value', measure.parameterType],
    ['type of spread', measure.dispersionType],
    ['unit', measure.unit],
    ['percentage calculated', valued(measure.calculatedPercentage, String)],
    ['units selected', measure.denominatorUnitsSelected],
    ['units counted', ...denominators.map(({ units }: Denominator) => units)],
  ];
};

/** The classes and categories of a table. */
export const measureParts = ({ classes }: MeasureTable): readonly Part[] =>
  classes.map(({ title, categories }) => ({
    title,
    parts: categories.map((category) => ({ title: category.title })),
  }));

const written = (fact: Stated<string>): string => stated(fact) ?? '';

const spreadText = ({ spread, lower, upper }: Measurement): string =>
  [written(spread), [lower, upper].map(written).join(' to ')]
    .filter((text) => /\S/.test(text.replace(' to ', '')))
    .join('; ');

const cellTable = (cells: readonly Cell[]): readonly Markup[] =>
  table(
    ['Category', 'Value', 'Spread', 'Number looked at', 'Comment'],
    cells.map(({ titles, measurement, sizes }) => [
      titles.join(': '),
      measurement ? written(measurement.value) : '',
      measurement ? spreadText(measurement) : '',
      sizes.map(({ value }) => value.value).join(', '),
      measurement ? written(measurement.comment) : '',
    ]),
  );

/** What a table of values stands in. */
interface Frame {
  readonly section: Section;
  readonly groups: readonly Group[];
  /** How many of each group all tables of the section look at, where they do not say it themselves. */
  readonly denominators?: readonly Denominator[];
  /** The variable of the outcome that was planned. */
  readonly intended?: Reference | undefined;
}

/** A table of values, an Evidence for each of its groups: https://hl7.org/fhir/R5/evidence.html */
export const measureEvidence = (
  context: ResultsContext,
  measure: MeasureTable,
  variable: ResultVariable,
  { section, groups, denominators = [], intended }: Frame,
): readonly Entry[] => {
  const kind = kindOf(measure);
  return groupEvidence(
    context,
    {
      section,
      variable,
      groups,
      columns: cellsOf(measure, denominators),
      population: stated(measure.populationDescription),
      intended,
    },
    (cells) => {
      const once = markingOnce(context);
      return {
        text: cellTable(cells),
        statistic: cells.map((cell) => measureStatistic(context, once, cell, kind)),
      };
    },
  );
};
