// Measures how well papers are read, set by set: node bench/reading/run.ts SAMPLES [--only NAME] [--verbose]
import { parseArgs } from 'node:util';
import { effectStatements } from './effect-statements.ts';
import { evidenceInference } from './evidence-inference.ts';
import { numericGold } from './numeric-gold.ts';
import { rctArt } from './rct-art.ts';
import { speed } from './speed.ts';

/** A set: what is measured on a folder of samples, in lines to print. */
type Measure = (samples: string, verbose: boolean) => readonly string[];

const SETS: Readonly<Record<string, Measure>> = {
  'evidence-inference': evidenceInference,
  'rct-art': rctArt,
  'effect-statements': effectStatements,
  'numeric-gold': numericGold,
  speed,
};

const { values, positionals } = parseArgs({
  options: { only: { type: 'string' }, verbose: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const [samples] = positionals;
if (samples === undefined) {
  process.stderr.write('Name the folder with the samples: npm run bench:reading -- DIR\n');
  process.exit(2);
}
for (const [name, measure] of Object.entries(SETS))
  if (values.only === undefined || values.only === name)
    for (const line of measure(samples, values.verbose)) console.log(line);
