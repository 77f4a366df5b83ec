import { createRequire } from 'node:module';
import type { FhirResource } from 'fhir/r5.js';
import type fhirpath from 'fhirpath';
import { canonicals } from '../../src/commands/canonicals.ts';
import { Definitions } from '../../src/validation/definitions.ts';
import { select } from '../../src/validation/fhirpath.ts';
import type { Instance } from '../../src/validation/instance.ts';
import type { Run } from '../../src/validation/run.ts';
import { StructureReader } from '../../src/validation/structure.ts';
import { Terminology } from '../../src/validation/terminology.ts';
import type { Evaluated, Value } from './fhirpath-case.ts';

const { find, snapshot } = canonicals();
const definitions = new Definitions(
  new URL('../../profiles/generated/core/', import.meta.url),
  find,
  snapshot,
);
const terminology = new Terminology(find);

/** A resource as the validator has it while it checks it. */
export const runOn = (resource: FhirResource): Run => ({
  definitions,
  terminology,
  find,
  root: new StructureReader(definitions, () => {}).root(resource, resource.resourceType),
  isSound: true,
  isReadable: true,
  hasElementIds: false,
  elsewhere: undefined,
  ownsReferences: false,
  refusesUnknownExtensions: false,
  usageContexts: [],
  checked: new Map(),
  report: () => {},
});

// As the validator loads it: nodes are known by the module that made them.
const { types } = createRequire(import.meta.url)('fhirpath') as typeof fhirpath;

type Node = ReturnType<typeof select>[number];

const typeOf = (node: Node): string => {
  const [, own, name = ''] = /^(?:FHIR\.|(System\.))?(.*)$/.exec(types([node])[0] ?? '') ?? [];
  return own === undefined || name === 'Quantity' ? name : name.charAt(0).toLowerCase() + name.slice(1);
};

const shownValue = (node: Node): Value => {
  const value = typeof node === 'object' && 'data' in node ? node.data : node;
  return {
    type: typeOf(node),
    text: Object.getPrototypeOf(value) === Object.prototype ? JSON.stringify(value) : String(value),
  };
};

/** What the validator's engine gives for an expression. */
export const evaluated = (expression: string, instance: Instance, run: Run): Evaluated => {
  try {
    return { values: select(expression, instance, run).map(shownValue) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
};
