import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// Puts the definitions of R5's own operations that are served beside ours, as the package has them.

const HERE = import.meta.dirname;
const CORE = join(HERE, '../node_modules/hl7.fhir.r5.core');

/** By their ids. */
const SERVED = [
  'CodeSystem-lookup',
  'CodeSystem-subsumes',
  'CodeSystem-validate-code',
  'Resource-meta',
  'Resource-meta-add',
  'Resource-meta-delete',
  'Resource-validate',
  'StructureDefinition-snapshot',
  'ValueSet-expand',
  'ValueSet-validate-code',
];

for (const id of SERVED) {
  const name = `OperationDefinition-${id}.json`;
  const definition: unknown = JSON.parse(readFileSync(join(CORE, name), 'utf8'));
  writeFileSync(join(HERE, 'generated/resources', name), `${JSON.stringify(definition, null, 2)}\n`);
}
