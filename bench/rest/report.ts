import type { Interaction } from './interactions.ts';
import type { Figure } from './load.ts';

const milliseconds = (figure: number): string => figure.toFixed(figure < 1 ? 3 : figure < 10 ? 2 : 1);

const COLUMNS = ['', 'conn.', 'target', 'CPU ms', 'p50', 'p95', 'p99', 'a second', 'requests'] as const;
const WIDTHS = [26, 6, 8, 9, 9, 9, 9, 9, 9];

const line = (cells: readonly string[]): string =>
  cells.map((cell, at) => (at === 0 ? cell.padEnd(WIDTHS[0] ?? 0) : cell.padStart(WIDTHS[at] ?? 0))).join('');

/** The head of the table: processor time and percentiles in milliseconds a request. */
export const heading = line(COLUMNS);

/** A line of the table; `!` says that the target is missed. */
export const figureLine = (
  { name, target }: Interaction,
  connections: number,
  { processor, p50, p95, p99, rate, requests }: Figure,
): string =>
  line([
    name,
    String(connections),
    target === undefined ? '' : String(target),
    `${milliseconds(processor)}${target !== undefined && processor > target ? '!' : ' '}`,
    ...[p50, p95, p99].map(milliseconds),
    rate.toFixed(0),
    String(requests),
  ]);

/** Bytes for people. */
export const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;
