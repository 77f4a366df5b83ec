import { cpus, totalmem } from 'node:os';
import type { Figure } from './load.ts';

/** What loading the corpus took: milliseconds of processor time for each resource, and resources a second. */
export interface Loading {
  /** Of the corpus, that are stored now. */
  readonly resources: number;
  readonly processor: number;
  readonly rate: number;
}

/** What a server that is started anew on its store takes. */
export interface Restarted {
  /** Milliseconds to its first answer, the middle one of several starts. */
  readonly start: number;
  /** While it is idle, in bytes. */
  readonly memory: number;
}

/** What a server on its embedded database may take. */
const MOST: Restarted = { start: 1000, memory: 250e6 };

/** A line of the table. */
export interface MeasuredFigure extends Figure {
  readonly interaction: string;
  readonly target?: number;
  readonly connections: number;
}

/** What was measured of a server at a stage of loading the corpus into it. */
export interface Measured {
  readonly server: string;
  /** What it says it is, and the database that is not part of it. */
  readonly software: readonly string[];
  /** Milliseconds from its first start to its first answer. */
  readonly start: number;
  readonly loading: Loading;
  readonly figures: readonly MeasuredFigure[];
  /** At the end, in bytes. */
  readonly memory: number;
  readonly disk: number;
  readonly restarted: Restarted;
}

/** What `--json` keeps. */
export interface Report {
  /** FHIR instant. */
  readonly date: string;
  readonly machine: {
    readonly processor: string;
    readonly processors: number;
    /** In bytes. */
    readonly memory: number;
    readonly node: string;
  };
  readonly servers: readonly Measured[];
}

/** A report of what was measured here and now. */
export const report = (servers: readonly Measured[]): Report => ({
  date: new Date().toISOString(),
  machine: {
    processor: cpus()[0]?.model.trim() ?? '',
    processors: cpus().length,
    memory: totalmem(),
    node: process.version,
  },
  servers,
});

const milliseconds = (figure: number): string => figure.toFixed(figure < 1 ? 3 : figure < 10 ? 2 : 1);

/** `!` where a target is missed. */
const missed = (figure: number, target: number | undefined): string =>
  target !== undefined && figure > target ? '!' : '';

const COLUMNS = ['', 'conn.', 'target', 'CPU ms', 'p50', 'p95', 'p99', 'a second', 'requests'] as const;
const WIDTHS = [26, 6, 8, 9, 9, 9, 9, 9, 9];

const line = (cells: readonly string[]): string =>
  cells.map((cell, at) => (at === 0 ? cell.padEnd(WIDTHS[0] ?? 0) : cell.padStart(WIDTHS[at] ?? 0))).join('');

/** The head of the table: processor time and percentiles in milliseconds a request. */
export const heading = line(COLUMNS);

/** A line of the table; `!` says that the target is missed. */
export const figureLine = ({
  interaction,
  target,
  connections,
  processor,
  p50,
  p95,
  p99,
  rate,
  requests,
}: MeasuredFigure): string =>
  line([
    interaction,
    String(connections),
    target === undefined ? '' : String(target),
    `${milliseconds(processor)}${missed(processor, target) || ' '}`,
    ...[p50, p95, p99].map(milliseconds),
    rate.toFixed(0),
    String(requests),
  ]);

/** Bytes for people. */
export const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;

/** Milliseconds for people. */
export const seconds = (figure: number): string => `${(figure / 1000).toFixed(2)} s`;

/** The memory that a server has after what was measured, and the most it had, beside what it may have. */
export const memoryLine = (after: number, peak: number): string =>
  [
    `${megabytes(after)}${missed(after, MOST.memory)} of memory`,
    `${megabytes(peak)}${missed(peak, MOST.memory)} at its peak (target ${megabytes(MOST.memory)})`,
  ].join(', ');

/** What a start on an existing store takes, beside what it may take. */
export const restartedLine = ({ start, memory }: Restarted): string =>
  [
    `${seconds(start)}${missed(start, MOST.start)} to the first answer on this store (target ${seconds(MOST.start)})`,
    `${megabytes(memory)}${missed(memory, MOST.memory)} of memory while idle (target ${megabytes(MOST.memory)})`,
  ].join(', ');
