import { CANONICAL } from '../../fhir/canonical.ts';
import { type Choices, choiceIssues } from '../../synthesis/choices.ts';
import { MEASURE_NAMES } from '../../synthesis/measure.ts';
import { MODELS } from '../../synthesis/pool.ts';
import { FINDER } from '../access.ts';
import { fail } from '../error.ts';
import type { Given, Inputs } from './input.ts';
import { operation } from './operation.ts';
import { poolMaterial } from './pool-material.ts';

const INPUTS = {
  search: {
    type: 'string',
    description: 'A search of Evidence as in a URL, which finds what is to be pooled',
  },
  resources: { type: 'Bundle', description: 'Evidence that is not stored, with what belongs to it' },
  effect: { type: 'code', description: 'The measure of effect', required: true, choices: MEASURE_NAMES },
  model: { type: 'code', description: 'How to pool; random-reml if it is left out', choices: MODELS },
  hartungKnapp: { type: 'boolean', description: 'Whether the interval is that of Hartung and Knapp' },
  inconsistent: {
    type: 'code',
    description: 'What becomes of evidence whose numbers are inconsistent; exclude if it is left out',
    choices: ['exclude', 'keep'],
  },
  sharedControl: {
    type: 'code',
    description: 'What becomes of a group that several comparisons share; refuse if it is left out',
    choices: ['refuse', 'split'],
  },
  unordered: {
    type: 'code',
    description:
      'What becomes of an effect that does not say which group is compared with which; exclude if it is left out',
    choices: ['exclude', 'first-against-second'],
  },
  exposure: { type: 'string', description: 'Words in the name of the group that is compared' },
  reference: { type: 'string', description: 'Words in the name of the group that it is compared with' },
  category: { type: 'string', description: 'The row of the outcome, such as an adverse event' },
  format: { type: 'code', description: 'Gives the data that were pooled, alone', choices: ['csv'] },
} as const satisfies Inputs;

const choicesOf = ({
  effect,
  model = 'random-reml',
  hartungKnapp = false,
  inconsistent = 'exclude',
  sharedControl = 'refuse',
  unordered = 'exclude',
  exposure,
  reference,
  category,
}: Given<typeof INPUTS>): Choices => ({
  measure: effect,
  model,
  hartungKnapp,
  inconsistent,
  sharedGroup: sharedControl,
  unordered,
  exposure,
  reference,
  category,
});

/** What studies found of one outcome, pooled. */
export const pool = operation({
  code: 'pool',
  definition: `${CANONICAL}/OperationDefinition/pool`,
  summary: 'Pool what studies found of one outcome',
  levels: { type: FINDER },
  byGet: ['type'],
  types: ['Evidence'],
  output: 'Resource',
  anyForm: true,
  failures: ['invalid'],
  inputs: INPUTS,
  run: async (given, request, service) => {
    const { search, resources } = given;
    if (search === undefined && resources === undefined)
      return fail('malformed', 'required', 'Name by “search” what is to be pooled, or send “resources”');
    const choices = choicesOf(given);
    const contradictions = choiceIssues(choices);
    if (contradictions.length > 0) return { failure: 'malformed', issues: contradictions };
    const material = await poolMaterial(search, resources, request, service);
    if ('failure' in material) return material;
    // Read in when it is first needed.
    const { pooled } = await import('./pooled.ts');
    return pooled(material, choices, request, service.now(), given.format);
  },
});
