import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isError } from '../../src/fhir/issue.ts';
import { readingFacts } from '../../src/mapping/reading-facts.ts';
import { read } from '../../src/sources/read.ts';
import { checkedTrial } from '../../src/statistics/checked-trial.ts';
import { createValidator } from '../../src/validation/validate.ts';

const STAGES = ['read', 'map', 'check', 'validate'] as const;
const [WARM, COUNTED] = [5, 10];

const processorTime = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e3;
};

/** Abstracts a second of processor time, read, mapped, checked and validated, each many times; by stage. */
export const speed = (samples: string): readonly string[] => {
  const folder = join(samples, 'evidence-inference', 'abstracts');
  const documents = readdirSync(folder).map((name) => readFileSync(join(folder, name)));
  const validate = createValidator();
  const spent = { read: 0, map: 0, check: 0, validate: 0 };
  // All documents through a stage before the next, as asking for the processor's time takes some of it.
  const stage = <A, B>(name: (typeof STAGES)[number], of: readonly A[], run: (one: A) => B): readonly B[] => {
    const before = processorTime();
    const done = of.map(run);
    spent[name] += processorTime() - before;
    return done;
  };
  const round = (): number => {
    const found = stage('read', documents, read).filter((one) => one.kind !== 'refused');
    const facts = stage('map', found, (one) => readingFacts(one));
    const checked = stage('check', facts, checkedTrial);
    const issues = stage('validate', checked, ({ resources }) => resources.flatMap((one) => validate(one)));
    return issues.filter((all) => !all.some(isError)).length;
  };
  for (let i = 0; i < WARM; i += 1) round();
  for (const name of STAGES) spent[name] = 0;
  let trials = 0;
  for (let i = 0; i < COUNTED; i += 1) trials = round();
  const each = (milliseconds: number): number => milliseconds / (COUNTED * documents.length);
  const sum = STAGES.reduce((total, name) => total + spent[name], 0);
  return [
    `speed: ${(1000 / each(sum)).toFixed(0)} abstracts a second of processor time (${trials} of ${documents.length} are trials); ${STAGES.map((name) => `${name} ${each(spent[name]).toFixed(2)} ms`).join(', ')} each`,
  ];
};
