import { table } from '../../docs/reference/markdown.ts';
import { type Measured, megabytes, type Report } from '../rest/report.ts';
import { CONNECTIONS, interactionsOf, measuredOn, processorOf, twoDigits, withText } from './kept.ts';

/** What a server takes at each stage of being filled, and the last figure as a multiple of the first. */
const growth = (report: Report): string => {
  const { servers: stages } = report;
  const row = (name: string, of: (stage: Measured) => number | undefined): readonly string[] => {
    const figures = stages.map(of);
    const [first = Number.NaN, last = Number.NaN] = [figures[0], figures.at(-1)];
    return [name, ...figures.map(twoDigits), (last / first).toFixed(1)];
  };
  return [
    `Milliseconds of processor time a request on ${stages[0]?.server}, ${CONNECTIONS} requests at once. ${measuredOn(report)}`,
    table(
      ['resources', ...stages.map(({ loading }) => loading.resources.toLocaleString('en')), 'growth'],
      [
        ...interactionsOf(report).map((name) => row(name, (stage) => processorOf(stage, name))),
        ['disk', ...stages.map(({ disk }) => megabytes(disk)), ''],
        ['memory after all this', ...stages.map(({ memory }) => megabytes(memory)), ''],
      ],
    ),
  ].join('\n\n');
};

/** A page with the growth between its marks. */
export const withGrowth = (page: string, report: Report): string => withText(page, 'growth', growth(report));
