import { describe, expect, test } from 'vitest';
import { checkHistory } from './check-history.ts';
import type { Change, Reading, Recorded, Seen, Stored } from './recorded.ts';

const stored = (place: string, versionId: number, token?: string): Stored => ({
  place,
  versionId,
  ...(token !== undefined && { token }),
  lastUpdated: `2031-01-01T00:00:0${versionId}Z`,
});

/** A change that began at a time and was answered one after it. */
const change = (token: string, begun: number, seen: readonly Seen[], more: Partial<Change> = {}): Change => ({
  token,
  places: seen.map(({ place }) => place),
  begun,
  ended: begun + 1,
  outcome: 'made',
  seen: seen.map((one) => (more.deletes ? one : { ...one, token })),
  ...more,
});

const reading = (begun: number, seen: readonly Seen[]): Reading => ({ begun, ended: begun + 1, seen });

const A1 = stored('A', 1, 'x');
const A2 = stored('A', 2, 'y');
const made = [
  change('x', 0, [{ place: 'A', versionId: 1 }]),
  change('y', 4, [{ place: 'A', versionId: 2 }], { replaces: 1 }),
];

interface Told extends Partial<Recorded> {
  readonly name: string;
  readonly versions?: readonly Stored[];
  /** What is found wrong; nothing if it is as it may be. */
  readonly wrong?: RegExp;
}

const pair = [
  change('t', 0, [
    { place: 'A', versionId: 1 },
    { place: 'B', versionId: 1 },
  ]),
];
const halves = [stored('A', 1, 't'), stored('B', 1, 't')];
const unknown = { outcome: 'unknown', seen: [] } as const;

const CASES: readonly Told[] = [
  { name: 'versions as they were answered' },
  { name: 'a read between two writes', readings: [reading(2, [A1])] },
  { name: 'a read at the time of a write', readings: [reading(4, [A1]), reading(4, [A2])] },
  { name: 'a version that is lost', versions: [A1], wrong: /A 2 \(y\) was answered, and is not stored/ },
  {
    name: 'a version that was overwritten',
    versions: [A1, stored('A', 2, 'z')],
    wrong: /A 2 \(y\) was answered, and is not stored/,
  },
  {
    name: 'a version nobody wrote',
    versions: [A1, A2, stored('A', 3, 'z')],
    wrong: /A 3 \(z\) was written by nobody/,
  },
  { name: 'a gap', versions: [A1, A2, stored('A', 4, 'z')], wrong: /stands where version 3 should/ },
  {
    name: 'time that goes back',
    versions: [A1, { ...A2, lastUpdated: '2030-01-01T00:00:00Z' }],
    wrong: /older than the version before/,
  },
  {
    name: 'a change that was refused and is stored',
    changes: [made[0]!, { ...made[1]!, outcome: 'refused', seen: [] }],
    wrong: /A 2 \(y\) was written by nobody/,
  },
  {
    name: 'a change without an answer, stored or not',
    changes: [...made, change('z', 6, [{ place: 'A', versionId: 0 }], unknown)],
  },
  {
    name: 'an update of another version than it names',
    changes: [made[0]!, { ...made[1]!, replaces: 2 }],
    wrong: /y should have replaced version 2 and is version 2/,
  },
  {
    name: 'a read of what is not stored',
    readings: [reading(6, [stored('A', 3, 'z')])],
    wrong: /A 3 \(z\) was answered/,
  },
  {
    name: 'a read of something older than was answered',
    readings: [reading(6, [A1])],
    wrong: /A 1 \(x\) was answered after/,
  },
  {
    name: 'a read that finds nothing any more',
    readings: [reading(6, [{ place: 'A', versionId: 0 }])],
    wrong: /answered after version 2 had been/,
  },
  {
    name: 'a read of what is yet to be written',
    readings: [reading(1, [A2])],
    wrong: /seen before it was written/,
  },
  { name: 'a transaction as a whole', changes: pair, versions: halves, readings: [reading(1, halves)] },
  { name: 'half a transaction', changes: pair, versions: [halves[0]!], wrong: /t is stored 1 times, not 2/ },
  {
    name: 'half a transaction that was not answered',
    changes: [{ ...pair[0]!, ...unknown }],
    versions: [halves[0]!],
    wrong: /t is stored 1 times, not 2/,
  },
  {
    name: 'a transaction seen in part',
    changes: pair,
    versions: halves,
    readings: [reading(0, [halves[0]!, { place: 'B', versionId: 0 }])],
    wrong: /A 1 \(t\) was seen without B 1/,
  },
  {
    name: 'a deletion',
    changes: [made[0]!, change('d', 4, [{ place: 'A', versionId: 2 }], { deletes: true })],
    versions: [A1, stored('A', 2)],
    readings: [reading(6, [stored('A', 2)])],
  },
  {
    name: 'a deletion nobody asked for',
    changes: [made[0]!],
    versions: [A1, stored('A', 2)],
    wrong: /written by nobody/,
  },
  {
    name: 'a condition that two meet',
    changes: ['x', 'y'].map((token) =>
      change(token, 0, [{ place: token, versionId: 1 }], { condition: 'c' }),
    ),
    versions: [stored('x', 1, 'x'), stored('y', 1, 'y')],
    wrong: /the condition c is met more than once/,
  },
  { name: 'an answer that should not be', faults: ['500'], wrong: /500/ },
];

describe('of recorded histories', () => {
  test.each(CASES)('$name', ({ changes = made, readings = [], faults = [], versions = [A1, A2], wrong }) => {
    const found = checkHistory({ changes, readings, faults }, versions);
    if (wrong === undefined) expect(found).toEqual([]);
    else expect(found.join('\n')).toMatch(wrong);
  });
});
