import { table } from '../../docs/reference/markdown.ts';
import { type Measured, megabytes, type Report } from '../rest/report.ts';

/** So many requests are under way at once in the figures that are compared. */
const CONNECTIONS = 8;

const twoDigits = (figure: number): string => String(Number(figure.toPrecision(2)));

type Row = readonly [name: string, of: (measured: Measured) => string];

const FIRST: readonly Row[] = [
  ['software', ({ software }) => software.join(', ')],
  ['start to first answer', ({ start }) => `${(start / 1000).toFixed(1)} s`],
  ['loading, a resource', ({ loading }) => twoDigits(loading.processor)],
];

const LAST: readonly Row[] = [
  ['memory at the end', ({ memory }) => megabytes(memory)],
  ['disk', ({ disk }) => megabytes(disk)],
];

const interaction = (name: string): Row => [
  name,
  ({ figures }) => {
    const figure = figures.find((one) => one.interaction === name && one.connections === CONNECTIONS);
    return figure === undefined ? '' : twoDigits(figure.processor);
  },
];

/** What was measured of servers, one beside the other, and when and where. */
const comparison = ({ date, machine, servers }: Report): string => {
  const names = new Set(servers.flatMap(({ figures }) => figures.map((one) => one.interaction)));
  const rows = [...FIRST, ...[...names].map(interaction), ...LAST];
  const { processor, processors, memory, node } = machine;
  const [stored] = new Set(servers.map(({ loading }) => loading.resources));
  return [
    `Milliseconds of processor time a request, the database's counted, ${CONNECTIONS} requests at once, ${stored} resources stored. Measured on ${date.slice(0, 10)}: ${processor}, ${processors} processors, ${(memory / 2 ** 30).toFixed(0)} GiB, Node ${node}.`,
    table(
      ['', ...servers.map(({ server }) => server)],
      rows.map(([name, of]) => [name, ...servers.map(of)]),
    ),
  ].join('\n\n');
};

const PLACE = /(?<=<!-- comparison -->\n).*?(?=<!-- \/comparison -->)/s;

/** A page with the comparison between its marks. */
export const withComparison = (page: string, report: Report): string => {
  if (!PLACE.test(page)) throw new Error('the page has no place for the comparison');
  return page.replace(PLACE, () => `\n${comparison(report)}\n\n`);
};
