import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Evidence, FhirResource } from 'fhir/r5.js';
import { stated } from '../../src/model/fact.ts';
import { documentText } from '../../src/sources/document-text.ts';
import { plainPassage } from '../../src/sources/passage.ts';
import { statisticsIn } from '../../src/sources/prose/statistic/statistics-in.ts';
import { mapText } from './reader.ts';

interface Case {
  readonly trial_name: string;
  readonly nct_id: string;
  readonly text: string;
  readonly expected: Readonly<Record<string, number | string>>;
}

interface Effect {
  readonly type: string;
  readonly value: number;
  readonly low: number | undefined;
  readonly high: number | undefined;
}

/** The sets' names of estimates, and the codes and names that we give them. */
const TYPES: Readonly<Record<string, readonly string[]>> = {
  HR: ['hazard-ratio', 'C93150'],
  OR: ['odds-ratio', 'C16932'],
  RR: ['relative-risk', 'C93152'],
  IRR: ['rate-ratio', 'rate-ratio'],
  MD: ['mean-difference', '0000457'],
  SMD: ['standardised-mean-difference', '0000100'],
  RD: ['risk-difference', '0000424'],
};

const expectedOf = ({ expected }: Case): Effect => {
  const type = String(expected.measure_type);
  const name = type.toLowerCase();
  const number = (key: string): number => Number(expected[key]);
  return { type, value: number(name), low: number(`${name}_ci_low`), high: number(`${name}_ci_high`) };
};

const isSame = (wanted: Effect, { type, value, low, high }: Effect): boolean =>
  (TYPES[wanted.type] ?? []).includes(type) &&
  value === wanted.value &&
  low === wanted.low &&
  high === wanted.high;

const inWords = (text: string): readonly Effect[] =>
  statisticsIn(plainPassage(documentText(text), 0, text.length)).flatMap((statistic) => {
    if (statistic.kind !== 'estimate') return [];
    const interval = stated(statistic.interval);
    const { type, value } = statistic.estimate.value;
    return [
      {
        type,
        value: Number(value),
        low: interval && Number(interval.low.value),
        high: interval && Number(interval.high.value),
      },
    ];
  });

const INTERVAL = 'C53324';

const effectOf = ({ statistic }: Evidence): Effect | undefined => {
  const [only] = statistic ?? [];
  const type = only?.statisticType?.coding?.[0]?.code;
  if (!only?.quantity || type === undefined) return undefined;
  const range = only.attributeEstimate?.find(({ type: of }) =>
    of?.coding?.some(({ code }) => code === INTERVAL),
  )?.range;
  return {
    type,
    value: Number(only.quantity.value),
    low: range && Number(range.low?.value),
    high: range && Number(range.high?.value),
  };
};

const CODES = new Set(Object.values(TYPES).flatMap(([, code]) => code ?? []));

/** The effects in what a small abstract becomes that has a sentence for its results. */
const inFhir = (sentence: string, trial: string, registration: string): readonly Effect[] => {
  const mapped = mapText(
    `${trial}: a randomized, controlled trial\n\nMETHODS: In this randomized trial, patients were assigned to treatment or control.\n\nRESULTS: ${sentence}\n\nTRIAL REGISTRATION: ${registration}\n`,
  );
  if (mapped.kind === 'refused') return [];
  const all: readonly FhirResource[] = mapped.resources.map(({ value }) => value);
  return all
    .flatMap((one) => (one.resourceType === 'Evidence' ? (effectOf(one) ?? []) : []))
    .filter(({ type }) => CODES.has(type));
};

const share = (some: number, of: number): string => (of === 0 ? '-' : (some / of).toFixed(3));

const reported = (
  name: string,
  cases: readonly Case[],
  read: (one: Case) => readonly Effect[],
  verbose: boolean,
): readonly string[] => {
  const results = cases.map((one) => {
    const [wanted, found] = [expectedOf(one), read(one)];
    return { one, wanted, found, hits: found.filter((effect) => isSame(wanted, effect)).length };
  });
  const hits = results.filter(({ hits }) => hits > 0).length;
  const given = results.reduce((sum, { found }) => sum + found.length, 0);
  const missed = results.filter(({ found, hits }) => hits === 0 || found.length > 1);
  return [
    `  ${name}: recall ${share(hits, cases.length)} (${hits} of ${cases.length}), precision ${share(hits, given)} (of ${given})`,
    ...(verbose
      ? missed.map(
          ({ one, wanted, found }) =>
            `    ${one.text}\n      wanted ${JSON.stringify(wanted)}, found ${JSON.stringify(found)}`,
        )
      : []),
  ];
};

/** Effect statements of `samples/effect-statements`: type, value and both bounds, all equal as numbers. */
export const effectStatements = (samples: string, verbose: boolean): readonly string[] => {
  const folder = join(samples, 'effect-statements');
  const cases = readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').trim().split('\n'))
    .map((line): Case => JSON.parse(line));
  return [
    'effect-statements: one effect a sentence; right if type, value, lower and upper bound are all equal',
    ...reported('by the grammar', cases, ({ text }) => inWords(text), verbose),
    ...reported(
      'as FHIR, the sentence being the results of a small abstract',
      cases,
      ({ text, trial_name, nct_id }) => inFhir(text, trial_name, nct_id),
      verbose,
    ),
  ];
};
