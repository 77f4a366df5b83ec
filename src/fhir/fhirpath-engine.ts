import { createRequire } from 'node:module';
import type fhirpath from 'fhirpath';
import type { Model } from 'fhirpath';

const require = createRequire(import.meta.url);

/** The library that evaluates FHIRPath, and R5's model; loaded when something needs it, as that takes its time. */
export const fhirPathEngine = (): {
  readonly fhirpath: Pick<typeof fhirpath, 'compile' | 'parse' | 'types'>;
  readonly model: Model;
} => ({
  fhirpath: require('fhirpath') as typeof fhirpath,
  model: require('fhirpath/fhir-context/r5') as Model,
});
