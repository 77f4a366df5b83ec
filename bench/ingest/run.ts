// Measures how fast records become stored resources, by the stages they pass:
// node bench/ingest/run.ts [--count RECORDS] [--warm RECORDS] [--short | --from FOLDER_OF_API_V2_RECORDS]
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isError } from '../../src/fhir/issue.ts';
import { storeTrial } from '../../src/joining/store-trial.ts';
import { storedStudy } from '../../src/joining/stored-study.ts';
import { readingFacts } from '../../src/mapping/reading-facts.ts';
import { read } from '../../src/sources/read.ts';
import { checkedTrial } from '../../src/statistics/checked-trial.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { createValidator } from '../../src/validation/validate.ts';
import { bytesTaken } from './bytes.ts';
import { record, shortRecord } from './record.ts';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '2000' },
    warm: { type: 'string', default: '200' },
    short: { type: 'boolean', default: false },
    from: { type: 'string' },
  },
});
const [count, warm] = [Number(values.count), Number(values.warm)];

const STAGES = ['read', 'map', 'check', 'validate', 'store'] as const;
type Stage = (typeof STAGES)[number];

/** What a run has done so far: seconds by the clock by stage, seconds of processor time in all, and what came out. */
interface Tally {
  readonly clock: Record<Stage, number>;
  processor: number;
  records: number;
  resources: number;
  bytesIn: number;
  bytesOut: number;
  refused: number;
}

const newTally = (): Tally => ({
  clock: { read: 0, map: 0, check: 0, validate: 0, store: 0 },
  processor: 0,
  records: 0,
  resources: 0,
  bytesIn: 0,
  bytesOut: 0,
  refused: 0,
});

/** Processor time of this process in seconds, its collector of garbage included; what else the machine does is not. */
const processorTime = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

/** A record of ClinicalTrials.gov, as far as its numbers go. */
interface Numbered {
  readonly protocolSection: {
    readonly identificationModule: {
      nctId: string;
      readonly orgStudyIdInfo?: { id?: string };
      readonly secondaryIdInfos?: readonly { id?: string }[];
    };
  };
}

/** A record under other numbers, so that it is another trial's. */
const renumbered = (text: string, at: number): string => {
  const changed = JSON.parse(text) as Numbered;
  const { identificationModule } = changed.protocolSection;
  const { orgStudyIdInfo, secondaryIdInfos = [] } = identificationModule;
  identificationModule.nctId = `NCT${90_000_000 + at}`;
  for (const one of [orgStudyIdInfo ?? {}, ...secondaryIdInfos]) one.id = `${one.id}-${at}`;
  return JSON.stringify(changed);
};

/** The records of a folder, each again and again under other numbers. */
const repeated = (folder: string): ((at: number) => string) => {
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'));
  return (at) => renumbered(texts[at % texts.length] ?? '', at);
};

const validate = createValidator();

/** The way of a document through the pipeline, stage by stage. */
const ingest = async (store: Store, text: string, tally: Tally): Promise<void> => {
  let last = performance.now();
  const done = (stage: Stage): void => {
    const now = performance.now();
    tally.clock[stage] += (now - last) / 1000;
    last = now;
  };
  const bytes = new TextEncoder().encode(text);
  tally.records += 1;
  tally.bytesIn += bytes.length;
  const found = read(bytes);
  done('read');
  if (found.kind === 'refused') {
    tally.refused += 1;
    return;
  }
  const facts = readingFacts(found);
  done('map');
  const trial = checkedTrial(facts);
  done('check');
  const valid = !trial.resources.flatMap((resource) => validate(resource)).some(isError);
  done('validate');
  if (valid && (await storedStudy(store, trial)).study === trial.study) {
    const stored = await storeTrial({ store, validate, now: () => new Date().toISOString() }, trial);
    const versions = 'versions' in stored ? stored.versions : [];
    tally.resources += versions.length;
    tally.bytesOut += versions.reduce((sum, version) => sum + Buffer.byteLength(version.text), 0);
  } else tally.refused += 1;
  done('store');
};

/** Brings to the disk what was stored. */
const flush = async (store: Store, tally: Tally): Promise<void> => {
  const start = performance.now();
  await store.flush();
  tally.clock.store += (performance.now() - start) / 1000;
};

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);

const report = (
  { clock, processor, records, resources, bytesIn, bytesOut, refused }: Tally,
  whole: number,
): void => {
  const sum = STAGES.reduce((all, stage) => all + clock[stage], 0);
  console.log(
    `${records} records (${refused} refused) of ${(bytesIn / records / 1000).toFixed(1)} kB, ${resources} resources`,
  );
  console.log(
    `a record becomes ${(resources / records).toFixed(1)} resources of ${(bytesOut / records / 1000).toFixed(1)} kB together, ${(bytesOut / resources / 1000).toFixed(2)} kB each`,
  );
  console.log(
    `resources a second of processor time, to be read from the disk after a power failure: ${(resources / processor).toFixed(0)} (by the clock: ${(resources / whole).toFixed(0)})`,
  );
  // Each stage has the share of the processor's time that it has of the clock's.
  for (const stage of STAGES) {
    const share = clock[stage] / sum;
    console.log(
      `  ${stage}: ${((1000 * processor * share) / records).toFixed(2)} ms a record, ${((1e6 * processor * share) / resources).toFixed(0)} µs a resource, ${(100 * share).toFixed(0)} %`,
    );
  }
};

const folder = mkdtempSync(join(tmpdir(), 'ingest-'));
const file = join(folder, 'store.sqlite');
const own = values.short ? shortRecord : record;
const textOf = values.from === undefined ? own : repeated(values.from);
// A file in WAL mode with synchronous=FULL, flushed once a second, as `load` has it.
const store = await openStore(`sqlite:${file}`, { gathersWrites: true });
const FLUSH_EVERY = 1_000;
const MEMORY_EVERY = 10_000;
/** Of so many tables and indexes it is told what they take. */
const DEAREST = 12;
// To ask for the processor's time takes some of it: it is asked once for so many records, which are made before.
const PORTION = 100;
const tally = newTally();
const memory: number[] = [];
try {
  for (let at = 0; at < warm; at += 1) await ingest(store, textOf(at), newTally());
  await store.flush();
  const start = performance.now();
  let flushed = start;
  memory.push(process.memoryUsage.rss());
  for (let at = 0; at < count; at += PORTION) {
    const texts = Array.from({ length: Math.min(PORTION, count - at) }, (_, of) => textOf(warm + at + of));
    const before = processorTime();
    for (const text of texts) {
      await ingest(store, text, tally);
      if (performance.now() - flushed > FLUSH_EVERY || tally.records === count) {
        await flush(store, tally);
        flushed = performance.now();
      }
    }
    tally.processor += processorTime() - before;
    if (tally.records % MEMORY_EVERY === 0)
      console.log(`${tally.records} records: ${megabytes(process.memoryUsage.rss())} MB of memory`);
    if (memory.length === 1 && tally.records >= count / 2) memory.push(process.memoryUsage.rss());
  }
  const clock = (performance.now() - start) / 1000;
  memory.push(process.memoryUsage.rss());
  console.log(`${cpus()[0]?.model}, ${cpus().length} CPUs; Node ${process.version}`);
  report(tally, clock);
  const [first = 0, middle = 0, last = 0] = memory.map((rss) => Math.round(rss / 1e6));
  console.log(`memory: ${first} MB at the start, ${middle} MB in the middle, ${last} MB at the end`);
} finally {
  await store.close();
}
const stored = statSync(file).size;
const storedResources = (tally.resources / tally.records) * (warm + count);
console.log(
  `database: ${megabytes(stored)} MB, ${(stored / (warm + count) / 1000).toFixed(1)} kB a record with what it is found by; bytes a resource:`,
);
for (const { name, bytes, unused } of bytesTaken(file).slice(0, DEAREST))
  console.log(
    `  ${name}: ${(bytes / storedResources).toFixed(0)}, ${((100 * unused) / bytes).toFixed(0)} % of them unused`,
  );
rmSync(folder, { recursive: true });
