// Compares our validator with the official one on examples, synthesised instances and mutants with one fault each:
// node test/official/mutants/run.ts [--mutants N] [--instances N] [--seed TEXT] [--shown N] [--operator NAME]
import { parseArgs } from 'node:util';
import { isError } from '../../../src/fhir/issue.ts';
import { parse } from '../../../src/fhir/json.ts';
import { createValidator } from '../../../src/validation/validate.ts';
import { validatorLibrary } from '../java.ts';
import { agreement, agrees, balancedAccuracy, type Judged } from './agreement.ts';
import { bundled, examples, type Instance, served, synthesised } from './instances.ts';
import { mutants } from './mutate.ts';
import { OPERATORS } from './operators.ts';
import { officialErrors } from './verdicts.ts';

const missing = validatorLibrary.missing();
if (missing !== undefined) {
  console.error(missing);
  process.exit(2);
}

const { values } = parseArgs({
  options: {
    mutants: { type: 'string', default: '20' },
    instances: { type: 'string', default: '8' },
    seed: { type: 'string', default: 'trial' },
    shown: { type: 'string', default: '2' },
    operator: { type: 'string' },
  },
});

/** The balanced accuracy that is good enough. */
const LEAST = 0.995;

const validate = createValidator();

let crashes = 0;

const ourErrors = (text: string): readonly string[] => {
  const content = parse(text);
  try {
    const issues = 'value' in content ? validate(content) : content;
    return issues
      .filter(isError)
      .map(({ expression, rule, text: what }) => `${expression} (${rule}): ${what}`);
  } catch (error) {
    crashes += 1;
    console.error(text, error);
    return [`crashed: ${error}`];
  }
};

const judge = async (
  resources: readonly (Instance & { readonly kind: string })[],
): Promise<readonly Judged[]> => {
  const official = await officialErrors(resources.map(({ text }) => text));
  return resources.map((one, at) => ({ ...one, official: official[at]!, ours: ourErrors(one.text) }));
};

const count = Number(values.instances);
const made = synthesised(count, values.seed);
const all = [...examples(3), ...(await served(count * 2)), ...made];
const instances = await judge(
  [...all, ...bundled(all, count * 2, values.seed)].map((one) => ({
    ...one,
    kind: one.name.split(' ', 1)[0]!,
  })),
);
// Only what was good has one fault when one is put into it.
const good = instances.filter(({ official }) => official.length === 0);
const mutated = await judge(
  Object.entries(OPERATORS)
    .filter(([name]) => values.operator === undefined || values.operator === name)
    .flatMap(([name, operator]) => mutants(name, operator, good, Number(values.mutants), values.seed))
    .map((one) => ({ ...one, kind: one.operator })),
);

const judged = [...(values.operator === undefined ? instances : []), ...mutated];
for (const [kind, of] of Map.groupBy(judged, (one) => one.kind)) {
  const wrong = of.filter((one) => !agrees(one));
  const { refused, missed, accepted, invented } = agreement(of);
  console.log(
    `${wrong.length > 0 ? '✗' : '✓'} ${kind}: ${of.length - wrong.length} of ${of.length} ` +
      `(bad: ${refused} refused, ${missed} missed; good: ${accepted} accepted, ${invented} refused)`,
  );
  const smallest = wrong.toSorted((a, b) => a.text.length - b.text.length);
  for (const { name, official, ours, text } of smallest.slice(0, Number(values.shown))) {
    console.log(`    ${name}`);
    for (const error of official) console.log(`      official: ${error.slice(0, 300)}`);
    for (const error of ours) console.log(`      ours: ${error.slice(0, 300)}`);
    if (values.operator !== undefined) console.log(`      ${text}`);
  }
}

const share = (number: number): string => `${(number * 100).toFixed(2)} %`;
for (const [name, of] of [
  ['instances', instances],
  ['mutants', mutated],
  ['together', [...instances, ...mutated]],
] as const) {
  const matrix = agreement(of);
  console.log(
    `${name}: ${of.length}; bad: ${matrix.refused} refused, ${matrix.missed} missed; ` +
      `good: ${matrix.accepted} accepted, ${matrix.invented} refused; balanced accuracy ${share(balancedAccuracy(matrix))}`,
  );
}
if (crashes > 0) console.log(`${crashes} crashed`);
const accuracy = balancedAccuracy(agreement(judged));
if (crashes > 0 || accuracy < LEAST) process.exit(1);
