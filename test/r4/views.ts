import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FhirResource } from 'fhir/r5.js';
import { exactValue } from '../../src/fhir/exact-tree.ts';
import { toR4 } from '../../src/r4/to-r4.ts';
import { toR5 } from '../../src/r4/to-r5.ts';
import type { R4Resource } from '../../src/r4/types.ts';

const EXAMPLES = join(import.meta.dirname, '../../node_modules/hl7.fhir.r5.examples');

/** An official example of R5. */
export const example = (name: string): FhirResource =>
  exactValue(readFileSync(join(EXAMPLES, `${name}.json`), 'utf8')) as FhirResource;

/** The view of a resource in R4, which it has. */
export const down = (resource: object, as?: string): R4Resource => {
  const view = toR4(resource, as);
  if (view === undefined) throw new Error('R4 has no like of it');
  return view.resource;
};

/** The resource of R5 that a resource of R4 says. */
export const up = (resource: object): FhirResource => {
  const read = toR5(resource as R4Resource);
  if ('issues' in read) throw new Error(read.issues[0]?.text);
  return read.resource;
};
