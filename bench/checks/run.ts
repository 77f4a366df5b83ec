// Checks the numbers of registry records, prints how many of each verdict there are and each that is inconsistent with
// its calculation, to be read; then how fast: node bench/checks/run.ts FOLDER_OR_FILE… [--all] [--repeat TIMES]
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Content } from '../../src/fhir/content.ts';
import { readingFacts } from '../../src/mapping/reading-facts.ts';
import { readAll } from '../../src/sources/read.ts';
import { checkAll } from '../../src/statistics/check-all.ts';
import { titleOf } from '../../src/statistics/title.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** Whether to print what cannot be verified, too. */
    all: { type: 'boolean', default: false },
    repeat: { type: 'string', default: '20' },
  },
});

const VERDICTS = ['consistent', 'inconsistent', 'cannot-be-verified'] as const;

const filesIn = (path: string): readonly string[] =>
  statSync(path).isDirectory()
    ? readdirSync(path, { recursive: true, withFileTypes: true })
        .filter((one) => one.isFile())
        .map(({ parentPath, name }) => join(parentPath, name))
        .sort()
    : [path];

interface Trial {
  readonly file: string;
  readonly facts: readonly Content[];
}

const trialsIn = (file: string): readonly Trial[] =>
  [...readAll(readFileSync(file))].flatMap((reading) =>
    reading.kind === 'refused' ? [] : [{ file, facts: readingFacts(reading).facts }],
  );

/** How many statistics have both a P value and an interval. */
const withBoth = ({ value }: Content): number => {
  const statistics = (value.resourceType === 'Evidence' && value.statistic) || [];
  return statistics.filter(({ attributeEstimate = [] }) =>
    ['C53324', 'C44185'].every((code) =>
      attributeEstimate.some(({ type }) => type?.coding?.some((coding) => coding.code === code)),
    ),
  ).length;
};

const trials = positionals.flatMap(filesIn).flatMap(trialsIn);
const evidence = trials
  .flatMap(({ facts }) => facts)
  .filter(({ value }) => value.resourceType === 'Evidence');
const counts = new Map<string, Record<(typeof VERDICTS)[number], number>>();

for (const { file, facts } of trials)
  for (const { resource, checks } of checkAll(facts))
    for (const { code, verdict, path, text } of checks) {
      const row = counts.get(code) ?? { consistent: 0, inconsistent: 0, 'cannot-be-verified': 0 };
      row[verdict] += 1;
      counts.set(code, row);
      if (verdict === 'inconsistent' || (values.all && verdict === 'cannot-be-verified'))
        console.log(`${file}\n  ${titleOf(resource)}\n  ${path}: ${code} is ${verdict}\n  ${text}\n`);
    }

console.table(Object.fromEntries([...counts].sort(([one], [other]) => (one < other ? -1 : 1))));
const all = (verdict: (typeof VERDICTS)[number]): number =>
  [...counts.values()].reduce((sum, row) => sum + row[verdict], 0);
console.log(
  `${trials.length} records, ${evidence.length} Evidence: ${VERDICTS.map((verdict) => `${all(verdict)} ${verdict}`).join(', ')}`,
);
const both = evidence.reduce((sum, one) => sum + withBoth(one), 0);
console.log(`${both} analyses with both a P value and an interval`);

/** Processor time of this process in seconds. */
const processorTime = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

const repeat = Number(values.repeat);

/** Evidence a second of processor time, the middle of several runs. */
const rate = (work: () => void): number => {
  const seconds = Array.from({ length: repeat }, () => {
    const start = processorTime();
    work();
    return processorTime() - start;
  }).sort((one, other) => one - other);
  return Math.round(evidence.length / seconds[Math.floor(repeat / 2)]!);
};

if (repeat > 0 && evidence.length > 0) {
  const checked = rate(() => trials.forEach(({ facts }) => void checkAll(facts)));
  const parsed = rate(() => evidence.forEach(({ text }) => void JSON.parse(text)));
  const bytes = evidence.reduce((sum, { text }) => sum + text.length, 0) / evidence.length;
  console.log(
    `${checked} Evidence of ${(bytes / 1000).toFixed(1)} kB checked a second of processor time; JSON.parse reads ${parsed} of them (the middle of ${repeat} runs each)`,
  );
}
