import type { Measured, Report } from '../rest/report.ts';

/** So many requests are under way at once in the figures that are shown. */
export const CONNECTIONS = 8;

/** Milliseconds of processor time that an interaction takes of a server. */
export const processorOf = ({ figures }: Measured, interaction: string): number | undefined =>
  figures.find((one) => one.interaction === interaction && one.connections === CONNECTIONS)?.processor;

/** All interactions that were measured, in their order. */
export const interactionsOf = ({ servers }: Report): readonly string[] => [
  ...new Set(servers.flatMap(({ figures }) => figures.map(({ interaction }) => interaction))),
];

export const twoDigits = (figure: number | undefined): string =>
  figure === undefined ? '' : String(Number(figure.toPrecision(2)));

/** When and where it was measured. */
export const measuredOn = ({ date, machine: { processor, processors, memory, node } }: Report): string =>
  `Measured on ${date.slice(0, 10)}: ${processor}, ${processors} processors, ${(memory / 2 ** 30).toFixed(0)} GiB, Node ${node}.`;

/** A page with other text between two marks. Throws if it has none of that name. */
export const withText = (page: string, mark: string, text: string): string => {
  const place = new RegExp(`(?<=<!-- ${mark} -->\\n).*?(?=<!-- /${mark} -->)`, 's');
  if (!place.test(page)) throw new Error(`the page has no place for the ${mark}`);
  return page.replace(place, () => `\n${text}\n\n`);
};
