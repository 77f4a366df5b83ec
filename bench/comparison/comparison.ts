import { table } from '../../docs/reference/markdown.ts';
import { type Measured, megabytes, type Report, seconds } from '../rest/report.ts';
import { CONNECTIONS, interactionsOf, measuredOn, processorOf, twoDigits, withText } from './kept.ts';

type Row = readonly [name: string, of: (measured: Measured) => string];

const FIRST: readonly Row[] = [
  ['software', ({ software }) => software.join(', ')],
  ['start to first answer, nothing stored', ({ start }) => seconds(start)],
  ['start to first answer on this store', ({ restarted }) => seconds(restarted.start)],
  ['loading, a resource', ({ loading }) => twoDigits(loading.processor)],
];

const LAST: readonly Row[] = [
  ['memory while idle', ({ restarted }) => megabytes(restarted.memory)],
  ['memory after all this', ({ memory }) => megabytes(memory)],
  ['disk', ({ disk }) => megabytes(disk)],
];

/** What was measured of servers, one beside the other, and when and where. */
const comparison = (report: Report): string => {
  const { servers } = report;
  const interactions = interactionsOf(report).map(
    (name): Row => [name, (measured) => twoDigits(processorOf(measured, name))],
  );
  const [stored] = new Set(servers.map(({ loading }) => loading.resources));
  return [
    `Milliseconds of processor time a request, the database's counted, ${CONNECTIONS} requests at once, ${stored} resources stored. ${measuredOn(report)}`,
    table(
      ['', ...servers.map(({ server }) => server)],
      [...FIRST, ...interactions, ...LAST].map(([name, of]) => [name, ...servers.map(of)]),
    ),
  ].join('\n\n');
};

/** A page with the comparison between its marks. */
export const withComparison = (page: string, report: Report): string =>
  withText(page, 'comparison', comparison(report));
