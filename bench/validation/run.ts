// Measures validators side by side, from JSON text to verdict: node bench/validation/run.ts [--warm SECONDS] [--seconds SECONDS] [--warm-official SECONDS]
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Ajv, type ValidateFunction } from 'ajv';
import { parse } from '../../src/fhir/json.ts';
import { createValidator } from '../../src/validation/validate.ts';
import { served } from '../../test/official/mutants/instances.ts';
import { inOneLine, runBesideValidator, VALIDATE } from '../../test/official/validator.ts';

const NODE_MODULES = join(import.meta.dirname, '../../node_modules');
const EXAMPLES = join(NODE_MODULES, 'hl7.fhir.r5.examples');
const SCHEMA = join(NODE_MODULES, 'hl7.fhir.r5.core/openapi/fhir.schema.json');
const MAIN = join(import.meta.dirname, '../../bin/trialbridge.js');
const LONGEST = 50_000;

const { values } = parseArgs({
  options: {
    warm: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '3' },
    // Java takes longer until it has compiled what is often used.
    'warm-official': { type: 'string', default: '40' },
  },
});

/** The types that trials are written in. */
const TRIAL_TYPES: ReadonlySet<string> = new Set([
  'ActivityDefinition',
  'Citation',
  'Evidence',
  'EvidenceReport',
  'EvidenceVariable',
  'Group',
  'PlanDefinition',
  'ResearchStudy',
]);

/** The official examples that are not too long, with their types. */
const examples: readonly { readonly type: string; readonly text: string }[] = readdirSync(EXAMPLES)
  .sort()
  .flatMap((name) => {
    const type = /^([A-Z]\w+)-.*\.json$/.exec(name)?.[1];
    const text = type && readFileSync(join(EXAMPLES, name), 'utf8');
    return type && text && text.length <= LONGEST ? [{ type, text: JSON.stringify(JSON.parse(text)) }] : [];
  });

/** The schema that R5 publishes, compiled by ajv: a function for each type of resource. */
const schemaValidator = (): ((text: string) => boolean) => {
  const { $schema, id, ...schema } = JSON.parse(readFileSync(SCHEMA, 'utf8'));
  // Its pattern of a decimal is no regular expression under the flag for Unicode.
  const ajv = new Ajv({ strict: false, unicodeRegExp: false, validateFormats: false, discriminator: false });
  ajv.addSchema(schema, 'r5');
  const byType = new Map<string, ValidateFunction>();
  return (text) => {
    const resource = JSON.parse(text) as { resourceType: string };
    let validate = byType.get(resource.resourceType);
    if (validate === undefined) {
      validate = ajv.compile({ $ref: `r5#/definitions/${resource.resourceType}` });
      byType.set(resource.resourceType, validate);
    }
    return validate(resource);
  };
};

const ourValidator = (): ((text: string) => boolean) => {
  const validate = createValidator();
  return (text) => {
    const content = parse(text);
    return 'value' in content && validate(content).every(({ severity }) => severity !== 'error');
  };
};

/** Processor time of this process in seconds: unlike the clock, it does not depend on what else the machine does. */
const processorTime = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

/** Resources a second of processor time: whole rounds over them, until the time is over. */
const rate = (judge: (text: string) => boolean, resources: readonly string[], seconds: number): number => {
  const start = processorTime();
  let count = 0;
  let took = 0;
  while (took < seconds) {
    for (const resource of resources) judge(resource);
    count += resources.length;
    took = processorTime() - start;
  }
  return count / took;
};

const [warm, seconds] = [Number(values.warm), Number(values.seconds)];

const measured = (judge: (text: string) => boolean, resources: readonly string[]): number => {
  rate(judge, resources, warm);
  return rate(judge, resources, seconds);
};

/** The rates of the official validator, of which one instance judges all sets. */
const official = async (all: readonly (readonly string[])[]): Promise<readonly number[]> => {
  const input = [
    values['warm-official'],
    String(warm),
    String(seconds),
    ...all.flatMap((set) => [...set.map(inOneLine), '']),
  ];
  const sources = [VALIDATE, join(import.meta.dirname, 'Measure.java')];
  return (await runBesideValidator(sources, [], input)).map(Number);
};

const version = (name: string): string =>
  (JSON.parse(readFileSync(join(NODE_MODULES, name, 'package.json'), 'utf8')) as { version: string }).version;

/** Seconds that the command takes for one resource, by the clock and of the processor; the best of some calls. */
const cold = (text: string, calls: number): { readonly clock: number; readonly processor: number } => {
  const folder = mkdtempSync(join(tmpdir(), 'cold-'));
  try {
    const file = join(folder, 'evidence.json');
    writeFileSync(file, text);
    const taken = Array.from({ length: calls }, () => {
      const start = performance.now();
      // The shell reports what its child used: this process cannot tell it from its own.
      const command = `node ${MAIN} validate ${file} >&2; times`;
      const { stdout } = spawnSync('sh', ['-c', command], { encoding: 'utf8' });
      const clock = (performance.now() - start) / 1000;
      const [, user = '', system = ''] = /\n(\S+) (\S+)/.exec(stdout) ?? [];
      const seconds = (shown: string): number => {
        const [, minutes, rest] = /(\d+)m([\d.]+)s/.exec(shown) ?? [];
        return Number(minutes) * 60 + Number(rest);
      };
      return { clock, processor: seconds(user) + seconds(system) };
    });
    return taken.reduce((best, one) => (one.clock < best.clock ? one : best));
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const own: readonly string[] = (await served(50)).map(({ text }) => text);
const sets: readonly (readonly [name: string, resources: readonly string[]])[] = [
  ['served resources of our profiles', own],
  [
    'official examples, one of each type',
    [...new Map(examples.toReversed().map(({ type, text }) => [type, text])).values()],
  ],
  [
    'official examples of the types of trials',
    examples.filter(({ type }) => TRIAL_TYPES.has(type)).map(({ text }) => text),
  ],
];
console.log(`${cpus()[0]?.model}, ${cpus().length} CPUs; Node ${process.version}, ajv ${version('ajv')}`);
const evidence = own.find((text) => text.startsWith('{"resourceType":"Evidence"'))!;
const { clock, processor } = cold(evidence, 5);
console.log(
  `one Evidence by the command: ${clock.toFixed(2)} s by the clock, ${processor.toFixed(2)} s of processor time`,
);
console.log('resources a second of processor time, from JSON text to verdict, warm, one thread:');
const rates = sets.map(([, resources]) => ({
  ours: measured(ourValidator(), resources),
  schema: measured(schemaValidator(), resources),
}));
const java = await official(sets.map(([, resources]) => resources));
console.table(
  sets.map(([name, resources], at) => {
    const { ours, schema } = rates[at]!;
    const size = resources.reduce((sum, text) => sum + text.length, 0) / resources.length / 1000;
    return {
      set: `${resources.length} ${name}`,
      'kB each': size.toFixed(1),
      ours: Math.round(ours),
      'ours, µs a kB': (1e6 / ours / size).toFixed(1),
      "ajv with R5's schema": Math.round(schema),
      'ours to ajv': (ours / schema).toFixed(2),
      'the official validator': Math.round(java[at]!),
      'ours to the official': (ours / java[at]!).toFixed(1),
    };
  }),
);
