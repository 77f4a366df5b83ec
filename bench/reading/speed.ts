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
  let trials = 0;
  const run = (bytes: Uint8Array): void => {
    let last = processorTime();
    const done = (stage: (typeof STAGES)[number]): void => {
      const now = processorTime();
      spent[stage] += now - last;
      last = now;
    };
    const found = read(bytes);
    done('read');
    if (found.kind === 'refused') return;
    const facts = readingFacts(found);
    done('map');
    const checked = checkedTrial(facts);
    done('check');
    if (!checked.resources.flatMap((one) => validate(one)).some(isError)) trials += 1;
    done('validate');
  };
  for (let round = 0; round < WARM; round += 1) for (const bytes of documents) run(bytes);
  for (const stage of STAGES) spent[stage] = 0;
  trials = 0;
  for (let round = 0; round < COUNTED; round += 1) for (const bytes of documents) run(bytes);
  const all = COUNTED * documents.length;
  const sum = STAGES.reduce((total, stage) => total + spent[stage], 0);
  return [
    `speed: ${((1000 * all) / sum).toFixed(0)} abstracts a second of processor time (${trials / COUNTED} of ${documents.length} are trials); ${STAGES.map((stage) => `${stage} ${(spent[stage] / all).toFixed(2)} ms`).join(', ')} each`,
  ];
};
